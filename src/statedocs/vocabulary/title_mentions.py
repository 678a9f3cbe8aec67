"""Countries that a title names among other words: all of them, but for those where something was only said or held."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from statedocs.vocabulary.adjectives import any_adjective, code_of_adjective
from statedocs.vocabulary.countries import Country, all_countries, find_country
from statedocs.vocabulary.titles import CountryMatch

_MOST_WORDS: Final = 6
_WORD: Final = re.compile(r"[^\s,:;()/\u2013\u2014]+")
_JOINED: Final = re.compile(r"(?<=[A-Za-z.])[-\u2011](?=[A-Z])")
"""Between partners: `Eritrea-Ethiopia Border`; a name that holds one is looked up with it."""
_OWNED: Final = re.compile(r"[\u2019']s?$")
_LISTED: Final = re.compile(r"(?:,| and|, and) (?:the )?")
"""Between the countries of a list, which are subjects together or places together."""
_GATHERED: Final = re.compile(
    r"\b(?:Address(?:es)?|Appearances?|Arrives?|Arrivals?|Attends|Availability|Briefings?|Celebrations?|Ceremon(?:y|ies)"
    r"|Commencement|Conferences?|Consultations|Conversations?|Dedication|Delegation|Dialogues?|Dinner|Discussions?"
    r"|Events?|Exhibit(?:ion)?s?|Exercises?|Expo|Fairs?|Festivals?|Forums?|Games|Gatherings?|Greetings|Hosts"
    r"|Interviews?|Joins|Keynote|Leads|Lectures?|Lunch(?:eon)?|Meets|Meetings?|Ministerials?|Negotiations|Olympics?"
    r"|Opening|Panel|Participates|Q&A|Reception|Remarks|Retreat|Rounds?|Roundtables?|Seminars?|Sessions?|Signing"
    r"|Speaks|Speech|Stops?|Summits?|Symposium|Talks|Testimony|Toasts?|Tours?|Town(?: ?[Hh]all)?|Training|Travels?"
    r"|Trips?|Visits?|Week|Workshops?|Secretary|With)\b"
)
"""What is held at a place, or who came there: the place is none that the title says something of."""
_PLACED: Final = re.compile(r"(?:\b(?:[Aa]t|[Ff]rom|[Ii]n|[Nn]ear|[Tt]hrough)(?: the)?|,) $")
"""Before such a place; behind a comma a country is that of a town."""
_SURE: Final = re.compile(
    r"(?:\b(?:Embassy|Consulate(?: General)?) [A-Z\u00c0-\u00de][^,:;]{1,30}, |(?:U\.S\.|United States)[-\u2011])$"
)
"""Before the country of a post, `Inspection of Embassy Sampleton, Peru`, and a partner's: `U.S.-Jordan Memorandum`."""
_PART: Final = re.compile(r"\b(?:New|North|South|East|West|Northern|Upper|Lower|Greater) $")
"""Before a country's name they make another place of it: `New Mexico`."""
_HOUSE: Final = re.compile(
    r"\b(?:Academy|Association|Bank|Chamber|Church|Club|College|Embassy|Gulf|Institute|Mission|School|Society"
    r"|University)\b[^,:;]* of (?:the )?$"
)
_OTHER: Final = re.compile(
    r"[ -](?:Americans?|Avenue|Basin|Channel|Circle|Delta|Hall|Lake|Language|Marshall|New Year|Ocean|Place|Quarter"
    r"|River|Room|School|Sea|Speakers|Strait|Street|Tech|Text|Translation|Version|Worm)s?\b"
)
"""What is called so without being of the country: `German Marshall Fund`."""
_PERSONS: Final = frozenset({"chad", "georgia", "jordan"})
"""Names of persons, and of a state of the Union: they count behind a word that says so, and before no other name."""
_THINGS: Final = frozenset({"israel", "turkey"})
"""The same before another name alone: `Turkey Farms`."""
_TOWARD: Final = re.compile(
    r"(?:\b(?:[Aa]gainst|[Aa]nd|[Bb]etween|[Ff]or|[Ii]n|[Oo]n|[Tt]o|[Tt]oward|[Ww]ith|The) (?:the )?"
    r"|\b(?:Government|Minister|People|President|Republic) of (?:the )?)$"
)
_SMALL: Final = re.compile(r"(?<= )(?:And|By|For|From|In|Of|On|The|To|With)(?= )")


def countries_named(title: str) -> tuple[CountryMatch, ...]:
    """The countries that a title is about by their names or adjectives, wherever in it they stand.

    >>> [match.country.code for match in countries_named("U.S. Economic Measures Against Libya")]
    ['LY']
    >>> [match.country.code for match in countries_named("Remarks With Turkish Foreign Minister Example")]
    ['TR']
    >>> countries_named("Remarks in Lima, Peru")
    ()
    """
    said = _in_title_case(title) if title.isupper() else title
    found: dict[str, CountryMatch] = {}
    for country, start, stop in sorted((*_natives(said), *_names(said)), key=lambda place: place[1]):
        found.setdefault(country.name, CountryMatch(country, title[start:stop]))
    return tuple(found.values())


def _in_title_case(title: str) -> str:
    """A title in capitals as others are written, letter for letter: `U.S. ASSISTANCE TO HAITI`."""
    small = title.title().replace("\u2019S", "\u2019s").replace("'S", "'s")
    return _SMALL.sub(lambda word: word[0].lower(), small)


_Place = tuple[Country, int, int]
"""A country, and where in a title its name begins and ends."""


def _natives(title: str) -> Iterator[_Place]:
    """Countries told by an adjective before another word: `Turkish Foreign Minister`, `Kyrgyz Displaced Persons`."""
    for native in _adjective().finditer(title):
        if not _OTHER.match(title, native.end()):
            code = code_of_adjective(native[0])
            yield from ((country, *native.span()) for country in all_countries() if country.code == code)


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_adjective()}(?=[ -][A-Z])")


def _names(title: str) -> Iterator[_Place]:
    """Countries told by their names, in order."""
    parted = _JOINED.sub(" ", title)
    held = _GATHERED.search(title) is not None
    stop, subject = 0, False
    for word in _WORD.finditer(title):
        for start in (word.start(), *(word.start() + cut.end() for cut in _JOINED.finditer(word[0]))):
            if start < stop or not title[start].isupper():
                continue
            name = _longest(title, start) or _longest(parted, start)
            if name is not None:
                listed = stop and _LISTED.fullmatch(title, stop, start)
                subject = subject if listed else _is_subject(title[:start], name, title[start + len(name) :], held=held)
                stop = start + len(name)
                found = find_country(name) if subject else ()
                yield from ((country, start, stop) for country in found if country.code != "US")


def _longest(title: str, start: int) -> str | None:
    """The longest name of a country that begins at a place of a title."""
    for word in reversed(list(_WORD.finditer(title, start))[:_MOST_WORDS]):
        name = _OWNED.sub("", title[start : word.end()])
        if find_country(name):
            return name
    return None


def _is_subject(before: str, name: str, after: str, *, held: bool) -> bool:
    """Whether a title says something of a country, by the words around its name."""
    if _SURE.search(before):
        return True
    if (held and _PLACED.search(before)) or _PART.search(before) or _HOUSE.search(before) or _OTHER.match(after):
        return False
    if name.casefold() in _PERSONS:
        return _TOWARD.search(before) is not None and not after[1:2].isupper()
    return not (name.casefold() in _THINGS and after[:1] == " " and after[1:2].isupper())
