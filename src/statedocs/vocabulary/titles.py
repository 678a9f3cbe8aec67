"""The country that a title or an address is about."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from statedocs.vocabulary.countries import Country, countries_of, country_by_note, country_by_stem, find_country
from statedocs.vocabulary.phrases import ANY, Phrase, by_first_word, ends, joined, phrase, without_numbers
from statedocs.vocabulary.series import all_series, find_series
from statedocs.vocabulary.spelling import Word, fold_slug, words_of
from statedocs.vocabulary.tables import read_table

_OF = "of"
"""As `fold` writes `for` and `of`."""
_OPENING = re.compile(r"(?P<name>[^:]{3,40}?)(?: \([^()]*\))?(?::| [-\u2013]|\u2014)\s+\S")
"""A title that opens with the name of whom it is about: `Kenya: Opening of a New School`, or with a dash."""
_LONGEST_TITLE = 40
_COMMA = re.compile(r"[,;]\s*")
_AND = re.compile(r"\s+(?:and|&)\s+")
_DASH = re.compile(r"(\s*[\u2013\u2014/:]\s*|\s+-\s+)")
_LAST_ARTICLE = re.compile(r", The\b|(?<=\bof) the\b")
"""Behind a name of which it is the end: names are looked up without it."""
_NOTE = re.compile(r"/bgn/(\d+)\.html?")
_REPEATED = re.compile(r"__trashed$|-\d{1,2}$")
_FILE_DATE = re.compile(r"[-_]?\d{4,6}$")
_LIST = re.compile(r"\b(?:Countries|Archives|Index|Issues|Regions)\b")
"""In the title of a list of countries, which is about none."""
_INDEX = frozenset(("index", "default", "home"))


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """A country, and the exact piece of the title that names it (the same piece for both of a combined name)."""

    country: Country
    as_written: str


@cache
def _frames(place: str) -> tuple[Phrase, ...]:
    places = (place, "area") if place == "before" else (place,)
    own = [row["words"] for row in read_table("title_frames") if row["place"] in places]
    if place in ("before", "after"):
        own += [name for entry in all_series() for name in (entry.name, *entry.spellings) if "{" not in name]
    return tuple(phrase(words) for words in own)


@cache
def _before() -> Mapping[str, list[Phrase]]:
    return by_first_word(_frames("before"))


@cache
def _after() -> Mapping[str, list[Phrase]]:
    return by_first_word(frame for frame in _frames("after") if ANY not in frame)


@cache
def _around() -> tuple[tuple[Phrase, Phrase], ...]:
    return tuple((frame[: frame.index(ANY)], frame[frame.index(ANY) + 1 :]) for frame in _frames("around"))


def country_in(text: str) -> tuple[CountryMatch, ...]:
    """The country that a title is about: two for a combined name, none where in doubt.

    The title is the country's name alone, or stands in one of the known frames, with or without an edition.

    >>> [match.as_written for match in country_in("U.S. Relations With The Gambia")]
    ['The Gambia']
    >>> [match.as_written for match in country_in("Kenya: Opening of a New School")]
    ['Kenya']
    >>> country_in("Remarks With the President of Peru")
    ()
    """
    whole = find_country(text)
    if whole:
        return tuple(CountryMatch(country, text.strip()) for country in whole)
    words = words_of(text)
    if len(words) > _LONGEST_TITLE:
        return ()
    for start, stop in _stretches(words):
        found = _named(text, words, *without_numbers(words, start, stop))
        if found:
            return found
    opening = _OPENING.match(text)
    opened = find_country(opening.group("name")) if opening else ()
    if opening and opened and not _names_partner(text[opening.end("name") :]):
        return tuple(CountryMatch(country, opening.group("name")) for country in opened)
    return _area(text, words)


def _names_partner(rest: str) -> bool:
    """Whether another country follows behind a dash: `Peru - Chile Relations` is about both, and not this rule's."""
    words = rest.lstrip(" :-\u2013\u2014").split()
    return not rest.startswith(":") and any(find_country(" ".join(words[:count])) for count in range(1, 5))


def _area(text: str, words: Sequence[Word]) -> tuple[CountryMatch, ...]:
    """The area that the vocabulary lacks, in a title behind which one stands in any case: `… since 1776: Hanover`."""
    for frame in _frames("area"):
        for stop in ends(words, 0, frame):
            name = text[words[stop].start :].strip() if stop < len(words) else ""
            if ":" in text[words[stop - 1].stop : -len(name) or None] and not _LIST.search(name):
                return (CountryMatch(Country(name.rstrip("*"), None, None, None, None, None, (), "the title"), name),)
    return ()


def _stretches(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """The stretches of a title in which its country may stand: all of it, or what a frame leaves."""
    first, last = without_numbers(words, 0, len(words))
    opened = [0]
    for start in range(min(first + 1, len(words))):  # `2024 Fiscal Transparency Report: …` opens with what edges hold
        for frame in _before().get(words[start].folded, ()):
            opened += ends(words, start, frame)
    closed = [len(words)]
    last_words = {last, len(words)}
    if first < last < len(words) and words[last - 1].folded == _OF:
        last_words.add(last - 1)  # `… for 1995`
    for start in range(first + 1, last):
        for frame in _after().get(words[start].folded, ()):
            closed += [start for stop in ends(words, start, frame) if stop in last_words]
    yield from ((start, stop) for start in opened for stop in closed if start < stop)
    for opening, closing in _around():
        for start in ends(words, first, opening):
            yield from ((start, stop) for stop in range(start + 1, last) if last in ends(words, stop, closing))


def _named(text: str, words: Sequence[Word], first: int, last: int) -> tuple[CountryMatch, ...]:
    """The country of which the words from `first` to `last` are a name."""
    if first >= last:
        return ()
    name = joined(words[first:last])
    if name == "us" and [word.folded for word in words[last : last + 1]] == ["department"]:
        return ()
    stop = words[last - 1].stop
    found = countries_of(name)
    if not found and text[stop - 2 : stop] in ("'s", "’s"):  # `Peru’s Independence Day`
        found, stop = countries_of(name[:-1]), stop - 2
    found = found or _part_of(text[words[first].start : stop])
    if not found and "(" in text:
        found = find_country(_closed(text, words[first].start, stop))
    found = found or _twice_named(name)
    start = words[first].start
    if text[:start].endswith("The "):  # `The Gambia`
        start -= len("The ")
    elif article := _LAST_ARTICLE.match(text, stop):  # `Gambia, The`, `Congo, Republic of the`
        stop = article.end()
    written = _closed(text, start, stop)
    if not found:
        return _listed(written)
    return tuple(CountryMatch(country, written) for country in found)


def _listed(text: str) -> tuple[CountryMatch, ...]:
    """The countries of a list of them and of nothing else: `Custom Report Excerpts: Cuba, Peru, and Mali`."""
    parted = (name.removeprefix("and ") for name in _COMMA.split(text))
    names = [part for name in parted for part in ([name] if find_country(name) else _AND.split(name))]
    found = [[CountryMatch(country, name) for country in find_country(name)] for name in names]
    return tuple(match for matches in found for match in matches) if len(names) > 1 and all(found) else ()


def _part_of(name: str) -> tuple[Country, ...]:
    """The one of a combined name that has a page of its own: `Israel, West Bank and Gaza—Israel`.

    Or of what a name includes: `China (Includes Hong Kong, Macau, and Tibet) - Tibet`.
    """
    whole, dash, part = _DASH.split(name, maxsplit=1) if _DASH.search(name) else (name, "", "")
    found = find_country(part) if dash else ()
    included = "(includes " in whole.lower() and part.lower() in whole.lower()
    return found if found and (included or set(found) < set(find_country(whole))) else ()


def _closed(text: str, start: int, stop: int) -> str:
    """The piece, with the parenthesis that closes it: `Turkey (Türkiye)`."""
    piece = text[start:stop]
    return piece + ")" if "(" in piece and ")" not in piece and text[stop : stop + 1] == ")" else piece


def country_by_slug(slug: str) -> tuple[Country, ...]:
    """The country of a WordPress slug or of a file's name, without its ending.

    >>> [country.code for slug in ("cote-divoire", "peru9803", "u-s-relations-with-kenya") for country in country_by_slug(slug)]
    ['CI', 'PE', 'KE']
    """  # noqa: E501 - one line shows it
    slug = _REPEATED.sub("", slug.casefold())
    folded = fold_slug(slug)
    stem = _FILE_DATE.sub("", slug)
    return (
        countries_of(folded)
        or countries_of(folded.partition(" includes ")[0])
        or country_by_stem(re.sub(r"[-_]", "", stem))
        or tuple(match.country for match in country_in(folded))
    )


def _twice_named(folded: str) -> tuple[Country, ...]:
    """The country that both halves name, as an address writes `Turkey (Türkiye)`: `turkey-turkiye`."""
    words = folded.split()
    halves = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words)))
    return next((countries_of(first) for first, last in halves if countries_of(first) == countries_of(last) != ()), ())


def country_by_path(path: str) -> tuple[Country, ...]:
    """The country that an address is about: by the number of its Background Note, or by its last part.

    >>> [country.name for country in country_by_path("/r/pa/ei/bgn/35762.htm")]
    ['Peru']
    """
    note = _NOTE.search(path)
    if note:
        country = country_by_note(note[1])
        return (country,) if country else ()
    parts = [part.partition(".")[0] for part in path.partition("?")[0].split("/") if part]
    parts = [part for part in parts if part.casefold() not in _INDEX]
    return country_by_slug(parts[-1]) if parts else ()


def is_part_above(first: str, named: str) -> bool:
    """Whether a line is a country's part of the series that the next one names, so that a page is called by the first.

    A breadcrumb that ends in the series calls each of its pages so.

    >>> is_part_above("Country Report: Peru", "2016 International Narcotics Control Strategy Report (INCSR)")
    True
    """
    return first != named and bool(find_series(named)) and not find_series(first) and bool(country_in(first))
