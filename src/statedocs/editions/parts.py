"""One entry, row or cell that differs."""

from collections.abc import Iterator

from statedocs.editions.changes import PartChange, PartKind
from statedocs.editions.words import pieces_of

Place = tuple[int, ...] | None


def part_change(old: str | None, new: str | None, places: tuple[Place, Place], label: str) -> Iterator[PartChange]:
    """Give what differs between two texts of a part, one of which may be absent; nothing where they are the same."""
    if old != new:
        kind: PartKind = "added" if old is None else "removed" if new is None else "rewritten"
        yield PartChange(kind, *places, pieces_of(old, new), label)
