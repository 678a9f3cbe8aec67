"""What reading took off a plain text: every character that no other text claims, given to the entry that counts it."""

from collections.abc import Callable, Sequence
from typing import Final

from statedocs.extraction.tracing.alignment import Range, Sought, leftovers
from statedocs.extraction.tracing.stream import solid_text
from statedocs.extraction.tracing.texts import Kept

_FARTHEST: Final = 400
"""An entry is named by the line at which its block begins; its pieces stand on later ones."""


def place_leftovers(
    text: str, queues: Sequence[Sequence[Sought]], entries: Sequence[Kept], line_at: Callable[[int], int | None]
) -> None:
    """Gives what is left of a text to the entries, each a block's pieces in order, and the rest to what is around it.

    Args:
        text: All of the page's solid characters.
        queues: What was found before.
        entries: The entries of the ledger.
        line_at: The line of a place.
    """
    taken = [found for queue in queues for sought in queue for found in sought.ranges]
    rest = {id(kept): kept.text.split()[::-1] for kept in entries}
    for kept in entries:
        kept.parts = kept.order = [Sought(solid_text(kept.text))]
    missed: list[Range] = []
    for start, stop in leftovers(text, taken):
        at = start
        while at < stop:
            taker, size = _taker(text[at:stop], _near(entries, rest, line_at(at) or 0), rest)
            if taker is None:
                missed.append((at, stop))
                break
            taker.parts[0].ranges.append((at, at + size))
            at += size
    _close(missed, queues)


def _near(entries: Sequence[Kept], rest: dict[int, list[str]], line: int) -> list[Kept]:
    """Entries that have words left, the one whose block began last first."""
    near = [kept for kept in entries if rest[id(kept)] and -1 <= line - (kept.line or 0) <= _FARTHEST]
    return sorted(near, key=lambda kept: line - (kept.line or 0))


def _taker(gap: str, near: Sequence[Kept], rest: dict[int, list[str]]) -> tuple[Kept | None, int]:
    """Who takes the beginning of a gap, and how much: by its next word, else by any."""
    for last in (True, False):
        for kept in near:
            words = rest[id(kept)]
            for number in range(len(words) - 1, len(words) - 2 if last else -1, -1):
                if size := _same(gap, words, number):
                    return kept, size
    return None, 0


def _same(gap: str, words: list[str], number: int) -> int:
    """How much of a gap a word begins with: all of either; so much of the word is taken off."""
    if number < 0:
        return 0
    word = solid_text(words[number])
    if gap.startswith(word):
        del words[number]
        return len(word)
    if word.startswith(gap):
        words[number] = word[len(gap) :]
        return len(gap)
    return 0


def _close(missed: Sequence[Range], queues: Sequence[Sequence[Sought]]) -> None:
    """What stands between two pieces of one text belongs to it."""
    between = {
        (before[1], after[0]): sought
        for queue in queues
        for sought in queue
        for before, after in zip(sought.ranges, sought.ranges[1:], strict=False)
    }
    for gap in missed:
        if sought := between.get(gap):
            sought.ranges = sorted([*sought.ranges, gap])
