"""Set phrases and numbers among the words of a title."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from statedocs.vocabulary.spelling import Word, fold

Phrase = tuple[str, ...]
"""Folded words; `...` stands for any words."""

ANY = "..."
_MONTHS = frozenset(
    "january february febuary march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_BESIDE_NUMBERS = frozenset("of in year years fiscal fy annual volume part edition".split())


@cache
def phrase(text: str) -> Phrase:
    """The phrase that a data file writes, folded.

    >>> phrase("A Guide to ... since 1776")
    ('a', 'guide', 'to', '...', 'since', '1776')
    """
    words: list[str] = []
    for part in text.partition(ANY):
        words += [ANY] if part == ANY else fold(part).split()
    return tuple(words)


def by_first_word(phrases: Iterable[Phrase]) -> Mapping[str, list[Phrase]]:
    """The phrases under their first words, longest first."""
    index: dict[str, list[Phrase]] = {}
    for wanted in sorted(set(phrases), key=len, reverse=True):
        index.setdefault(wanted[0], []).append(wanted)
    return index


def ends(words: Sequence[Word], start: int, wanted: Phrase) -> Iterator[int]:
    """Where the phrase, begun at `start`, ends: at most one place, several if it holds `...`."""
    if ANY in wanted:
        gap = wanted.index(ANY)
        for middle in ends(words, start, wanted[:gap]):
            for again in range(middle, len(words)):
                yield from ends(words, again, wanted[gap + 1 :])
        return
    at = start
    for folded in wanted:
        while at < len(words) and not words[at].folded:
            at += 1
        if at == len(words) or words[at].folded != folded:
            return
        at += 1
    yield at


def is_number(folded: str) -> bool:
    """Whether a folded word is a number or a month, as in the date of an edition."""
    return folded[:1].isdigit() or folded in _MONTHS


def without_numbers(words: Sequence[Word], start: int, stop: int) -> tuple[int, int]:
    """The stretch without years, months and numbers at its edges: `2019 …`, `for 2011: …`, `… (05/03)`."""
    while start < stop and _is_edge(words[start].folded):
        start += 1
    while start < stop and (not words[stop - 1].folded or is_number(words[stop - 1].folded)):
        stop -= 1
    return start, stop


def _is_edge(folded: str) -> bool:
    return not folded or is_number(folded) or folded in _BESIDE_NUMBERS


def joined(words: Iterable[Word]) -> str:
    """The words as `fold` would give them."""
    return " ".join(word.folded for word in words if word.folded)
