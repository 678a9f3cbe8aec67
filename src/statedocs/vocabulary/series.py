"""Publications that come out again and again, found in titles and breadcrumbs, with their editions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from statedocs.vocabulary.countries import countries_of
from statedocs.vocabulary.phrases import Phrase, ends, is_number, joined, phrase, without_numbers
from statedocs.vocabulary.spelling import Word, fold, words_of
from statedocs.vocabulary.tables import choices, read_table, year

_COUNTRY = "{country}"
_MAY_FOLLOW = frozenset("of volume part fy to edition with".split())
_LONGEST_TITLE = 60
_YEAR = r"(?:19|20)\d\d"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_YEARS = rf"(?:(?:FY|Fiscal Years?) ?)?{_YEAR}(?:(?: ?[-–—/] ?| and | to )(?:{_YEAR}|\d\d)\b)?"
_YEAR_BEFORE = re.compile(rf"({_YEAR})\W*(?:annual\W*)?$", re.IGNORECASE)
_YEAR_AFTER = re.compile(rf"\W*(?:for |of |FY ?)?({_YEAR})\b", re.IGNORECASE)
_ANYWHERE = {
    "years": re.compile(f"({_YEARS})", re.IGNORECASE),
    "fiscal-year": re.compile(rf"((?:FY|Fiscal Year) ?{_YEAR})\b", re.IGNORECASE),
    "month": re.compile(rf"({_MONTH},? {_YEAR})\b", re.IGNORECASE),
    "volume": re.compile(r"(Vol(?:ume|\.) ?\w+,? (?:Number|No\.) ?\w+)", re.IGNORECASE),
    "number": re.compile(r"((?:Number|No\.) ?\d+)", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """A series as the data knows it; `edition` says what tells its editions apart."""

    name: str
    edition: str
    spellings: tuple[str, ...]
    parents: tuple[str, ...]
    first: int | None
    last: int | None
    document_type: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Series:
    """The series that a page belongs to, its edition as written, the words that say so, and the kind of its parts."""

    name: str
    edition: str | None
    as_written: str
    document_type: str | None


@cache
def all_series() -> tuple[SeriesEntry, ...]:
    """Every row of the data, in its order."""
    return tuple(
        SeriesEntry(
            name=row["name"],
            edition=row["edition"],
            spellings=choices(row["spellings"]),
            parents=choices(row["parents"]),
            first=year(row["first"]),
            last=year(row["last"]),
            document_type=row["type"] or None,
            source=row["source"],
        )
        for row in read_table("series")
    )


@cache
def _by_first_word() -> Mapping[str, list[tuple[Phrase, bool, SeriesEntry]]]:
    index: dict[str, list[tuple[Phrase, bool, SeriesEntry]]] = {}
    for entry in all_series():
        for spelling in (entry.name, *entry.spellings):
            wanted = phrase(spelling.removesuffix(_COUNTRY))
            index.setdefault(wanted[0], []).append((wanted, spelling.endswith(_COUNTRY), entry))
    for found in index.values():
        found.sort(key=lambda item: len(item[0]), reverse=True)
    return index


_PARTS = frozenset(
    fold(f"{part} {joint} X").removesuffix(" x")
    for part in ("Preface", "Introduction", "Overview", "Foreword", "Executive Summary", "Acknowledgments")
    for joint in ("to", "of", "to the", "of the")
)
"""A part of a report that names the whole: `Preface to …`."""


@cache
def _by_parent() -> dict[str, SeriesEntry]:
    return {fold(text): entry for entry in all_series() for text in entry.parents}


def find_series(title: str, parents: Sequence[str] = ()) -> Series | None:
    """The series of a page, by its title, else by the nearest of its parents (the texts of its breadcrumb).

    The title must begin with the name, after a year or a country at most: remarks on a report are not the report.
    An edition that the title does not tell is taken from the parents.

    >>> find_series("2019 Country Reports on Human Rights Practices: Cuba")
    Series(name='Country Reports on Human Rights Practices', edition='2019', as_written='Country Reports on Human Rights Practices', document_type='report')
    >>> find_series("Cuba", parents=["Home", "2023 Country Reports on Human Rights Practices"]).edition
    '2023'
    """  # noqa: E501 - the doctest's answer is one line
    nearest = [text.strip() for text in reversed(parents)]
    named = [found for text in (title, *nearest) if (found := _named(text))]
    named += [(entry, None, text) for text in nearest if (entry := _by_parent().get(fold(text)))]
    if not named:
        return None
    entry, _, as_written = named[0]
    editions = [edition for other, edition, _ in named if other is entry and edition]
    if entry.edition:
        editions += [text for text in nearest if re.fullmatch(_YEAR, text)]
    return Series(entry.name, editions[0] if editions else None, as_written, entry.document_type)


@lru_cache(maxsize=1024)
def _named(text: str) -> tuple[SeriesEntry, str | None, str] | None:
    """The series that a title or crumb names, its edition there, and the words that name it.

    Remembered, for the pages of a series have crumbs and parts of addresses in common.
    """
    words = words_of(text)
    if len(words) > _LONGEST_TITLE:
        return None
    for start in _beginnings(words):
        for wanted, before_country, entry in _by_first_word().get(words[start].folded, ()):
            for stop in ends(words, start, wanted):
                if _goes_on_well(text, words[stop - 1 :], before_country):
                    span = slice(words[start].start, words[stop - 1].stop)
                    return entry, _edition(entry.edition, text, span), text[span]
    return None


def _beginnings(words: Sequence[Word]) -> Iterator[int]:
    """Where a series' name may begin: at once, after years, or after a country."""
    for start in range(len(words)):
        first, last = without_numbers(words, 0, start)
        if first >= last or joined(words[first:last]) in _PARTS or countries_of(joined(words[first:last])):
            yield start


def _goes_on_well(text: str, rest: Sequence[Word], before_country: bool) -> bool:
    """Whether the words after the name (`rest` begins with its last one) fit a title of the series."""
    if before_country:
        first, last = without_numbers(rest, 1, len(rest))
        return bool(countries_of(joined(rest[first:last])))
    if len(rest) == 1:
        return True
    between = text[rest[0].stop : rest[1].start]
    return bool(between.strip(" \t\n)\"'’”")) or rest[1].folded in _MAY_FOLLOW or is_number(rest[1].folded)


def _edition(kind: str, text: str, span: slice) -> str | None:
    """The edition in a title: a year must touch the name in `span`, for it may be a date of publication."""
    if kind == "year":
        found = _YEAR_BEFORE.search(text[: span.start]) or _YEAR_AFTER.match(text[span.stop :])
    elif kind:
        found = _ANYWHERE[kind].search(text)
    else:
        found = None
    return found[1] if found else None
