"""Where the texts of a record stand in the page's stream: several queues, each in reading order, merged."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Final

Range = tuple[int, int]

_PROBE: Final = 8
"""So many characters tell where a text goes on behind what was taken out of it."""
_MOST_SKIPPED: Final = 240
_NEAR: Final = 20_000
_AHEAD: Final = 6
_SHORT: Final = 6
_CLOSE: Final = 24
"""A short text is believed when it stands so near: farther off it may be anything."""
_MOST_LATE: Final = 5_000
_MOST_TRIES: Final = 50
_FREE: Final = re.compile(rb"\x00+")


@dataclass(slots=True)
class Sought:
    """A text that is looked for, solid; `ranges` is where it was found, in order."""

    words: str
    ranges: list[Range] = field(default_factory=list)


def align(text: str, queues: Sequence[Sequence[Sought]], starts: Collection[int] = ()) -> None:
    """Finds every sought text, each place taken once.

    Each character of the page went to one text, so where one ends, the first of some queue begins. Only where none
    does is anything searched for.

    Args:
        text: What is searched.
        queues: What is sought, each in reading order.
        starts: Where words of the page begin: a short text is rather one of them than letters of another.
    """
    _Merge(text, [[sought for sought in queue if sought.words] for queue in queues], frozenset(starts)).run()


class _Merge:
    def __init__(self, text: str, queues: list[list[Sought]], starts: frozenset[int]) -> None:
        self._starts = starts
        self._text = text
        self._queues = queues
        self._heads = [0] * len(queues)
        self._at = 0
        self._late: list[Sought] = []
        self._taken = bytearray(len(text))
        self._tried: dict[str, int] = {}

    def run(self) -> None:
        while any(head < len(queue) for head, queue in zip(self._heads, self._queues, strict=True)):
            if not (self._take_here() or self._take_ahead()):
                self._give_up_one()
        late = self._late[:_MOST_LATE]
        for sought in late:
            self._find_anywhere(sought)
        for sought in [sought for sought in late if not sought.ranges][:_MOST_TRIES]:
            self._put_together(sought)

    def _take_here(self) -> bool:
        """Takes the longest first text that begins here."""
        heads = [(number, self._queues[number][head]) for number, head in self._open()]
        whole = [pair for pair in heads if self._text.startswith(pair[1].words, self._at)]
        if whole:
            number, sought = max(whole, key=lambda pair: len(pair[1].words))
            self._take(number, 0, [(self._at, self._at + len(sought.words))])
            return True
        for number, sought in heads:
            if ranges := match(self._text, self._at, sought.words):
                self._take(number, 0, ranges)
                return True
        return False

    def _open(self) -> list[tuple[int, int]]:
        return [(number, head) for number, head in enumerate(self._heads) if head < len(self._queues[number])]

    def _take_ahead(self) -> bool:
        """Takes the nearest of the next few texts, and lets those wait that it passes."""
        best: tuple[int, int, int, list[Range]] | None = None
        for number, head in self._open():
            for ahead, sought in enumerate(self._queues[number][head : head + _AHEAD]):
                ranges = self._near(sought.words)
                if ranges:
                    far = ranges[0][0] - self._at
                    cost = far + 50 * ahead + (1000 if far > _CLOSE and len(sought.words) < _SHORT else 0)
                    if best is None or cost < best[0]:
                        best = (cost, number, ahead, ranges)
        if best is None:
            return False
        self._take(*best[1:])
        return True

    def _near(self, words: str) -> list[Range] | None:
        stop = self._at + _NEAR + len(words)
        start = self._text.find(words, self._at, stop)
        if start >= 0:
            start = self._at_a_start(words, start, stop)
            return [(start, start + len(words))]
        for size in (2 * _PROBE, _PROBE, _PROBE // 2):
            start = self._text.find(words[:size], self._at, stop)
            if start >= 0 and (ranges := match(self._text, start, words)):
                return ranges
        return None

    def _at_a_start(self, words: str, first: int, stop: int) -> int:
        """Give the first of the nearest places where a word begins; the first of all where none does."""
        start = first
        for _ in range(_MOST_TRIES if len(words) < _SHORT else 0):
            if start < 0 or start in self._starts:
                break
            start = self._text.find(words, start + 1, stop)
        return start if start in self._starts else first

    def _take(self, number: int, ahead: int, ranges: list[Range]) -> None:
        head = self._heads[number]
        self._late += self._queues[number][head : head + ahead]
        self._put(self._queues[number][head + ahead], ranges)
        self._heads[number] = head + ahead + 1
        self._at = ranges[-1][1]

    def _put(self, sought: Sought, ranges: list[Range]) -> None:
        sought.ranges = ranges
        for start, stop in ranges:
            self._taken[start:stop] = b"\x01" * (stop - start)

    def _give_up_one(self) -> None:
        number, head = max(self._open(), key=lambda pair: len(self._queues[pair[0]]) - pair[1])
        self._late.append(self._queues[number][head])
        self._heads[number] += 1

    def _find_anywhere(self, sought: Sought) -> None:
        """Takes the first place that is still free."""
        size = len(sought.words)
        start = self._tried.get(sought.words, -1)
        for _ in range(_MOST_TRIES):
            start = self._text.find(sought.words, start + 1)
            if start < 0:
                return
            if not any(self._taken[start : start + size]):
                self._put(sought, [(start, start + size)])
                break
        self._tried[sought.words] = start

    def _put_together(self, sought: Sought) -> None:
        """Takes what nobody has taken, if that makes up the whole: of words that stand twice, others may have parts."""
        runs = islice(_FREE.finditer(self._taken), _MOST_TRIES)
        free = [part for run in runs for part in self._parted(*run.span())]
        ranges: list[Range] = []
        left, before = sought.words, ""
        while left != before:
            before = left
            for part in list(free):
                piece = self._text[slice(*part)]
                size = len(piece) if left.startswith(piece) else len(left) if piece.startswith(left) else 0
                if size:
                    free.remove(part)
                    ranges.append((part[0], part[0] + size))
                    left = left[size:]
        if not left:
            self._put(sought, sorted(ranges))

    def _parted(self, start: int, stop: int) -> list[Range]:
        """Give a stretch cut where words begin."""
        cuts = [start, *(place for place in range(start + 1, stop) if place in self._starts), stop]
        return list(pairwise(cuts))


def match(text: str, at: int, words: str) -> list[Range] | None:
    """Where words stand in a text from a place on, if need be with little things between them.

    >>> match("Peru[1]andChile", 0, "PeruandChile")
    [(0, 4), (7, 15)]
    """
    ranges: list[Range] = []
    done = 0
    while done < len(words):
        same = _common(text, at, words, done)
        if same:
            ranges.append((at, at + same))
            at, done = at + same, done + same
            continue
        if not ranges or ranges[0][1] - ranges[0][0] < min(_PROBE // 2, len(words)):
            return None
        at = _goes_on(text, at, words[done : done + _PROBE])
        if at < 0:
            return None
    return ranges


def _goes_on(text: str, at: int, words: str) -> int:
    """Where a text goes on: by eight characters, or by four that stand near; -1 where it does not."""
    found = text.find(words, at, at + _MOST_SKIPPED + _PROBE)
    return found if found >= 0 else text.find(words[: _PROBE // 2], at, at + _CLOSE)


def _common(text: str, at: int, words: str, done: int) -> int:
    """How many characters are the same from two places on."""
    low, high = 0, min(len(text) - at, len(words) - done)
    if text.startswith(words[done:] if high == len(words) - done else words[done : done + high], at):
        return high
    while low + 1 < high:
        middle = (low + high) // 2
        if text.startswith(words[done : done + middle], at):
            low = middle
        else:
            high = middle
    return low if low else int(text[at : at + 1] == words[done : done + 1] != "")


def leftovers(text: str, taken: Sequence[Range]) -> list[Range]:
    """The ranges between those that were taken.

    >>> leftovers("abcdef", [(1, 2), (4, 5)])
    [(0, 1), (2, 4), (5, 6)]
    """
    found: list[Range] = []
    last = 0
    for start, stop in sorted(taken):
        if start > last:
            found.append((last, start))
        last = max(last, stop)
    return [*found, (last, len(text))] if last < len(text) else found
