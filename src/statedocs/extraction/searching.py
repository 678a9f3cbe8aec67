"""Many texts searched as one: C looks through a whole page in the time that calls for each of its texts would take."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

APART: Final = "\n\x00\n"
"""Stands between texts that are searched as one; no text of a record holds it."""


def starts_of(texts: Iterable[str]) -> list[int]:
    """Where each text begins in all of them joined by `APART`, and where the next one would."""
    return [0, *accumulate(len(text) + len(APART) for text in texts)]


def holding(texts: Sequence[str], *marks: str) -> set[int]:
    """The numbers of the texts that hold one of some marks.

    >>> sorted(holding(["Lima", "the embassy", "an Embassy in Lima"], "mbassy", "Quito"))
    [1, 2]
    """
    whole = APART.join(texts)
    places = [place for mark in marks for place in _places(whole, mark)]
    if not places:
        return set()
    starts = starts_of(texts)
    return {bisect_right(starts, place) - 1 for place in places}


def _places(whole: str, mark: str) -> Iterable[int]:
    place = whole.find(mark)
    while place >= 0:
        yield place
        place = whole.find(mark, place + 1)
