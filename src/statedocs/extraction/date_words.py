"""The words of `data/dates.toml`: months as written, and what tells a number from a year."""

import difflib
import functools
import tomllib
from importlib import resources
from typing import Any, Final

_DATA: Final[dict[str, Any]] = tomllib.loads(
    resources.files("statedocs.extraction").joinpath("data/dates.toml").read_text(encoding="utf-8")
)
_MONTHS: Final[dict[str, int]] = {
    name: number for number, names in enumerate(_DATA["months"], start=1) for name in names
}
_MISSPELLED: Final[dict[str, int]] = _DATA["misspelled"]
_AMBIGUOUS: Final = frozenset(_DATA["ambiguous"])
_LONG: Final = tuple(names[0] for names in _DATA["months"] if len(names[0]) > 6)
_LIKENESS: Final = 0.85


def _words(key: str) -> frozenset[str]:
    return frozenset(_DATA["years"][key])


def _with_plurals(key: str) -> frozenset[str]:
    return _words(key) | {word + "s" for word in _words(key)} - _words("words")


WEEKDAYS: Final[tuple[str, ...]] = tuple(_DATA["weekdays"])
STREETS: Final[tuple[str, ...]] = tuple(_DATA["years"]["streets"])
MEASURES: Final = _with_plurals("measures")
COUNTED: Final = _words("counted")
NUMBERED: Final = _with_plurals("numbered")
BOXES: Final = _words("boxes")
QUANTITY: Final = _words("quantity")
SHARED: Final = _words("shared")
COMPARING: Final = _words("comparing")
CALENDAR: Final = _words("calendar")

MONTH_ENDS: Final = frozenset(name[-2:] for name in (*_MONTHS, *_MISSPELLED))
"""What the words end in that may name a month: the cheap test before the dear one."""


def month_of(word: str) -> int:
    """The number of the month that a word names, 0 for any other word.

    >>> month_of("Sept"), month_of("FEBRUARY"), month_of("Febuary"), month_of("may")
    (9, 2, 2, 0)
    """
    lower = word.lower()
    number = _MONTHS.get(lower) or _MISSPELLED.get(lower) or (_resembled(lower) if len(lower) > 5 else 0)
    if number and word == lower and (lower in _AMBIGUOUS or len(lower) < 4):
        return 0
    return number


def is_misspelled(word: str) -> bool:
    """Whether a word that names a month is not one of the names."""
    return word.lower() not in _MONTHS


@functools.lru_cache(maxsize=1024)
def _resembled(word: str) -> int:
    """The long-named month that a word resembles; first and last letter must agree, so that "Remember" is none."""
    names = [name for name in _LONG if name[0] == word[0] and name[-1] == word[-1]]
    found = difflib.get_close_matches(word, names, n=1, cutoff=_LIKENESS)
    return _MONTHS[found[0]] if found else 0
