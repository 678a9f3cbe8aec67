"""What all readers of one run share."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from statedocs.snapshot import Skipped
from statedocs.sources.archives.originals import Originals
from statedocs.sources.items import Found, Item
from statedocs.sources.patterns import Patterns


@dataclass(frozen=True, slots=True)
class Run:
    """One run over some inputs.

    Attributes:
        read: Reads whatever lies in a container.
        patterns: Which of the inputs are wanted.
        originals: Where the pages stand that revisit records refer to.
        is_second: Whether all that is wrong is told when the inputs are gone through another time.
    """

    read: "Callable[[Found, Run], Iterator[Item]]"
    patterns: Patterns = field(default_factory=Patterns)
    originals: Originals = field(default_factory=Originals)
    is_second: bool = False

    def wanted(self, items: Iterator[Item], within: Found) -> Iterator[Item]:
        """Give the items of a container, those that the patterns refuse as skipped.

        Where the container itself is included all in it is; damage is told in any case.
        """
        for item in items:
            url = None if isinstance(item, Skipped) else item.url
            reason = None
            if item.origin != within.origin:
                refuse = self.patterns.refuse
                reason = refuse(item.origin, url) if not within.is_wanted else self.excluded(item.origin, url)
            yield Skipped(item.origin, reason) if reason else item

    def excluded(self, *names: str | None) -> str | None:
        """Give the reason of the user's patterns to leave out what has these names, or None."""
        found = (self.patterns.refuse_folder(name) for name in names if name)
        return next(filter(None, found), None)


def one_at_least(items: Iterator[Item], found: Found, reason: str) -> Iterator[Item]:
    """Give all items of a container; one that gives none is an item itself."""
    is_empty = True
    for item in items:
        is_empty = False
        yield item
    if is_empty:
        yield Skipped(found.origin, reason)
