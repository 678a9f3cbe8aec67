"""One entry, row or cell that differs, and those that only stand elsewhere in their list or table."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from statedocs.editions.changes import PartChange, PartKind, Piece
from statedocs.editions.words import pieces_of

Place = tuple[int, ...] | None

_TELLING: Final = 3
"""Letters and digits that an entry or a row must have to be known again at another place."""


def part_change(old: str | None, new: str | None, places: tuple[Place, Place], label: str) -> Iterator[PartChange]:
    """Give what differs between two texts of a part, one of which may be absent; nothing where they are the same."""
    if old != new:
        kind: PartKind = "added" if old is None else "removed" if new is None else "rewritten"
        yield PartChange(kind, *places, pieces_of(old, new), label)


def with_moves(parts: Sequence[PartChange]) -> tuple[PartChange, ...]:
    """Give the parts with what is gone here and comes there in the same words as moved: said once, where it is now."""
    gone: defaultdict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(parts):
        if part.kind == "removed" and _tells(part):
            gone[_text(part)].append(number)
    moves: dict[int, PartChange] = {}
    left: set[int] = set()
    for number, part in enumerate(parts):
        if part.kind == "added" and (same := gone.get(_text(part))):
            at = same.pop(0)
            left.add(at)
            if parts[at].old == part.new:  # only what stood round it has moved
                left.add(number)
            label = f"{part.label}, was {parts[at].label}"
            moves[number] = replace(
                part, kind="moved", old=parts[at].old, pieces=(Piece("equal", _text(part)),), label=label
            )
    return tuple(moves.get(number, part) for number, part in enumerate(parts) if number not in left)


def _text(part: PartChange) -> str:
    return "".join(piece.text for piece in part.pieces)


def _tells(part: PartChange) -> bool:
    """Whether it is a whole entry or row, and has words that tell it."""
    whole = part.old is not None and len(part.old) == 1
    return whole and sum(map(str.isalnum, _text(part))) >= _TELLING
