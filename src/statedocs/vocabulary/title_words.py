"""Countries that stand anywhere in a title, but for those in which something was only said, and other names."""

import re
from collections.abc import Iterator
from typing import Final

from statedocs.vocabulary.countries import Country, find_country

_MOST_WORDS: Final = 6
_WORD: Final = re.compile(r"[^\s,:;()/\u2013\u2014]+")
_JOINED: Final = re.compile(r"(?<=[A-Za-z.])-(?=[A-Z])")
"""Between partners: `Eritrea-Ethiopia Border`; a name that holds one is looked up with it."""
_OWNED: Final = re.compile(r"[\u2019']s?$")
_PLACED: Final = re.compile(r"(?:\b(?:[Aa]t|[Ff]rom|[Ii]n|[Nn]ear|[Tt]hrough)(?: the)?|\b[Oo]f the|,) $")
"""Before a place at which something was said; behind a comma a country is that of a town."""
_PART: Final = re.compile(r"\b(?:New|North|South|East|West|Northern|Upper|Lower|Greater) $")
_ELSEWHERE: Final = re.compile(r"\b(?:Bank|Church|Embassy|Gulf|Institute|Mission|University)\b[^,:;]* of (?:the )?$")
_OTHER: Final = re.compile(
    r" (?:Americans?|Avenue|Basin|Channel|Circle|Delta|Hall|Language|Lake|Marshall|New Year|Ocean|Place|River|Room|Sea"
    r"|Strait|Street|Tech|Translation|Version|Worm)s?\b"
)
"""What is called so without being of the country."""
_OWNED_BY_OTHERS: Final = frozenset({"GE", "IL", "JO", "TD", "TR"})
"""Short names of persons, a bird, a state of the Union: they count behind a word that says so, before no other name."""
_TOWARD: Final = re.compile(r"\b(?:[Aa]gainst|[Ff]or|[Tt]o|[Tt]oward|[Ww]ith|[Oo]n|[Bb]etween|and|The) $")


def countries_anywhere(title: str, *, held: bool) -> Iterator[tuple[Country, str]]:
    """The countries that a title names, in order, each with the piece that names it.

    Args:
        title: The title.
        held: Whether it tells of something said or held: then a place is no subject.

    >>> [country.code for country, _ in countries_anywhere("U.S. Economic Measures Against Libya", held=False)]
    ['LY']
    >>> list(countries_anywhere("Remarks at a Sample School in Lima, Peru", held=True))
    []
    """
    parted = _JOINED.sub(" ", title)
    at = 0
    for word in _WORD.finditer(title):
        if not word[0][0].isupper():
            continue
        for start in (word.start(), *(word.start() + cut.end() for cut in _JOINED.finditer(word[0]))):
            piece = (_longest(title, start) or _longest(parted, start)) if start >= at else None
            if piece is not None:
                at = start + len(piece)
                yield from _subjects(title, start, piece, held=held)


def _longest(title: str, start: int) -> str | None:
    """The longest name of a country that begins at a place of a title."""
    words = list(_WORD.finditer(title, start))[:_MOST_WORDS]
    for word in reversed(words):
        piece = _OWNED.sub("", title[start : word.end()].rstrip("."))
        if find_country(piece):
            return piece
    return None


def _subjects(title: str, start: int, piece: str, *, held: bool) -> Iterator[tuple[Country, str]]:
    before, after = title[:start], title[start + len(piece) :]
    if (held and _PLACED.search(before)) or _PART.search(before) or _ELSEWHERE.search(before) or _OTHER.match(after):
        return
    for country in find_country(piece):
        doubtful = country.code in _OWNED_BY_OTHERS and (not _TOWARD.search(before) or after[1:2].isupper())
        if country.code != "US" and not doubtful:
            yield country, title[start : start + len(piece)]
