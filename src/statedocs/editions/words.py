"""Two texts, word by word: what both have, what one has."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from statedocs.editions.changes import Op, Piece
from statedocs.editions.matching import Alphabet, common_runs

_MARKS: Final = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff\u200c\u200d"
)
"""Marks and vowel signs that belong to the letter before them."""
_SINGLE: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that write no space between words: a character is a word there."""
_LETTER: Final = rf"(?:(?![{_SINGLE}])[\w{_MARKS}])"
_TOKEN: Final = re.compile(rf"(\s*)({_LETTER}+(?:[.,'’:@-]{_LETTER}+)*|\S)")
_SENTENCE_END: Final = frozenset(".!?…。")

_CHANGE_SAME_CHANGE: Final = 3

Run = tuple[bool, int, int, int, int]
"""Whether the words are equal; from and to in the old words, from and to in the new ones."""


class Words:
    """A text as words, each with the white space before it; `tail` is the white space at the end."""

    def __init__(self, text: str) -> None:
        found = [(match.group(1), match.group(2)) for match in _TOKEN.finditer(text)]
        self.blanks = [blank for blank, _ in found]
        self.words = [word for _, word in found]
        self.tail = text[sum(len(blank) + len(word) for blank, word in found) :]

    def __len__(self) -> int:
        return len(self.words)

    def text(self, start: int, stop: int) -> str:
        """Give the text of some words, white space before each included."""
        return "".join(
            blank + word for blank, word in zip(self.blanks[start:stop], self.words[start:stop], strict=True)
        )


def pieces_of(old: str | None, new: str | None) -> tuple[Piece, ...]:
    """Give the pieces of two texts, in order; an absent text is all inserted or all deleted.

    >>> [(piece.op, piece.text) for piece in pieces_of("the quick fox", "the slow fox")]
    [('equal', 'the '), ('deleted', 'quick'), ('inserted', 'slow'), ('equal', ' fox')]
    """
    if old == new or not old or not new:
        op: Op = "equal" if old == new else "deleted" if old else "inserted"
        text = old or new
        return (Piece(op, text),) if text else ()
    return tuple(_joined(_pieces(Words(old), Words(new))))


def _pieces(old: Words, new: Words) -> Iterator[tuple[str, str, str]]:
    """(deleted, inserted, equal) triples in order."""
    for equal, i, i_stop, j, j_stop in _slid(_cleaned(_runs(old, new), old, new), old, new):
        if not equal:
            yield old.text(i, i_stop), new.text(j, j_stop), ""
            continue
        for blank, other, word in zip(old.blanks[i:i_stop], new.blanks[j:j_stop], old.words[i:i_stop], strict=True):
            yield ("", "", blank + word) if blank == other else (blank, other, word)
    yield ("", "", old.tail) if old.tail == new.tail else (old.tail, new.tail, "")


def _joined(triples: Iterator[tuple[str, str, str]]) -> Iterator[Piece]:
    """Neighbours of one kind as one piece; white space that both sides of a change open or close with is no change."""
    equals: list[str] = []
    deleted: list[str] = []
    inserted: list[str] = []
    for gone, come, same in triples:
        deleted.append(gone)
        inserted.append(come)
        if not same:
            continue
        if any(deleted) or any(inserted):
            lead, out, into, end = _trimmed("".join(deleted), "".join(inserted))
            yield from _some(("equal", "".join(equals) + lead), ("deleted", out), ("inserted", into))
            equals = [end]
        deleted, inserted = [], []
        equals.append(same)
    lead, out, into, end = _trimmed("".join(deleted), "".join(inserted))
    if not out and not into:
        yield from _some(("equal", "".join(equals) + lead + end))
    else:
        yield from _some(("equal", "".join(equals) + lead), ("deleted", out), ("inserted", into), ("equal", end))


def _some(*pieces: tuple[Op, str]) -> Iterator[Piece]:
    return (Piece(op, text) for op, text in pieces if text)


def _trimmed(old: str, new: str) -> tuple[str, str, str, str]:
    """The blanks that both open with, what is left of each, the blanks that both close with."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start] and old[start].isspace():
        start += 1
    stop = 0
    while stop < min(len(old), len(new)) - start and old[-1 - stop] == new[-1 - stop] and old[-1 - stop].isspace():
        stop += 1
    return old[:start], old[start : len(old) - stop], new[start : len(new) - stop], old[len(old) - stop :]


def _runs(old: Words, new: Words) -> list[Run]:
    alphabet = Alphabet()
    runs: list[Run] = []
    i = j = 0
    for a, b, size in common_runs(alphabet.write(old.words), alphabet.write(new.words)):
        if (i, j) != (a, b):
            runs.append((False, i, a, j, b))
        runs.append((True, a, a + size, b, b + size))
        i, j = a + size, b + size
    if (i, j) != (len(old), len(new)):
        runs.append((False, i, len(old), j, len(new)))
    return runs


def _cleaned(runs: list[Run], old: Words, new: Words) -> list[Run]:
    """A few equal words lost between two long changes are part of the change: a person reads one change there."""
    before, after = _weights(old.words), _weights(new.words)
    merged: list[Run] = []
    sizes: list[int] = []
    for run in runs:
        merged.append(run)
        sizes.append(_size(run, before, after))
        while len(merged) >= _CHANGE_SAME_CHANGE and not run[0] and 2 * sizes[-2] <= min(sizes[-3], sizes[-1]):
            (_, i, _, j, _), (_, _, a, _, b) = merged[-3], merged[-1]
            merged[-3:] = [(False, i, a, j, b)]
            sizes[-3:] = [_size(merged[-1], before, after)]
    return merged


def _weights(words: Sequence[str]) -> list[int]:
    """Sums of how much words say, from the first on: a mark of punctuation less than a word."""
    return list(accumulate((2 if word[0].isalnum() else 1 for word in words), initial=0))


def _size(run: Run, before: Sequence[int], after: Sequence[int]) -> int:
    _, i, i_stop, j, j_stop = run
    return max(before[i_stop] - before[i], after[j_stop] - after[j])


def _slid(runs: list[Run], old: Words, new: Words) -> list[Run]:
    """What was put in or taken out begins where a person would say so, where the words allow several places.

    Of `one. two. [two.]` and `one. two[. two].` the first is meant.
    """
    for number in range(1, len(runs) - 1):
        equal, i, i_stop, j, j_stop = runs[number]
        if equal or (i < i_stop and j < j_stop):
            continue
        side, start, stop = (old, i, i_stop) if i < i_stop else (new, j, j_stop)
        by = _best_slide(side, start, stop, _length(runs[number - 1]), _length(runs[number + 1]))
        _, a, a_stop, b, b_stop = runs[number - 1]
        runs[number - 1] = (True, a, a_stop + by, b, b_stop + by)
        runs[number] = (False, i + by, i_stop + by, j + by, j_stop + by)
        _, a, a_stop, b, b_stop = runs[number + 1]
        runs[number + 1] = (True, a + by, a_stop, b + by, b_stop)
    return runs


def _length(run: Run) -> int:
    return run[2] - run[1]


def _best_slide(side: Words, start: int, stop: int, before: int, behind: int) -> int:
    words = side.words
    left = right = 0
    while left < before and words[start - 1 - left] == words[stop - 1 - left]:
        left += 1
    while right < behind and words[start + right] == words[stop + right]:
        right += 1
    return max(range(-left, right + 1), key=lambda by: (_break_before(side, start + by), by)) if left or right else 0


def _break_before(side: Words, at: int) -> int:
    """How good a place a word is for a change to begin."""
    if at == 0 or "\n" in side.blanks[at]:
        return 3
    if side.words[at - 1] in _SENTENCE_END:
        return 2
    return 1 if side.blanks[at] else 0
