"""Counts that stay small however many pages there are."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)

MOST_KEYS: Final = 5_000
BINS: Final = 20
_FINE: Final = 100
_NUMBERS: Final = re.compile(r"\d+")
_QUOTED: Final = re.compile(r"""'[^']*'|"[^"]*"|\u201c[^\u201d]*\u201d""")
_LONGEST_CAUSE: Final = 160


@dataclass(slots=True)
class Counts(Generic[Key]):
    """How often each key was met; once there are very many, new ones are only counted together.

    Attributes:
        counts: By key.
        others: How often keys were met that are not in `counts`.
    """

    counts: Counter[Key] = field(default_factory=Counter)
    others: int = 0

    def add(self, key: Key, by: int = 1) -> None:
        """Counts a key."""
        if key in self.counts or len(self.counts) < MOST_KEYS:
            self.counts[key] += by
        else:
            self.others += by

    def total(self) -> int:
        """All that was counted."""
        return self.counts.total() + self.others

    def commonest(self) -> list[tuple[Key, int]]:
        """Keys with their counts, the commonest first, equal ones in the order of their names."""
        return sorted(self.counts.items(), key=lambda item: (-item[1], str(item[0])))


@dataclass(slots=True)
class Shares:
    """The share of chrome in pages.

    Attributes:
        pages: How many have visible text.
        visible: Their characters.
        removed: Of these, what was left out.
        percents: Pages by share in whole percents; 100 % belongs to the last.
        least: The smallest share met.
        most: The largest share met.
    """

    pages: int = 0
    visible: int = 0
    removed: int = 0
    percents: list[int] = field(default_factory=lambda: [0] * _FINE)
    least: float = 1.0
    most: float = 0.0

    def add(self, visible: int, removed: int) -> None:
        """Counts a page."""
        if not visible:
            return
        share = min(1.0, removed / visible)
        self.pages += 1
        self.visible += visible
        self.removed += removed
        self.percents[min(_FINE - 1, int(share * _FINE))] += 1
        self.least, self.most = min(self.least, share), max(self.most, share)

    @property
    def overall(self) -> float:
        """Of all characters of all pages."""
        return self.removed / self.visible if self.visible else 0.0

    @property
    def bins(self) -> list[int]:
        """Pages by share, each bin a twentieth."""
        wide = _FINE // BINS
        return [sum(self.percents[start : start + wide]) for start in range(0, _FINE, wide)]

    @property
    def middle(self) -> float:
        """The median, as its percent."""
        seen = 0
        for number, count in enumerate(self.percents):
            seen += count
            if seen * 2 >= self.pages > 0:
                return max(self.least, min(self.most, (number + 0.5) / _FINE))
        return 0.0


def cause_of(message: str) -> str:
    """What messages of one cause have in common: quoted words and numbers are left open.

    >>> cause_of("expected a document, found a redirect: 'Go to 12'")
    'expected a document, found a redirect: …'
    >>> cause_of("found 302 at line 7")
    'found N at line N'
    """
    return _NUMBERS.sub("N", _QUOTED.sub("\u2026", message))[:_LONGEST_CAUSE]


def years(first: int, last: int, step: int) -> Iterator[int]:
    """First years of all periods from one year to another, so that a chart has no gaps."""
    return iter(range(first - first % step, last + 1, step))
