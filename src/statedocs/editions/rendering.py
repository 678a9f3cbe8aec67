"""Differences as lines that a person reads, for a terminal, a log or a page."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from statedocs.editions.changes import BlockChange, Changes, FieldChange, PartChange, Piece, SectionChange
from statedocs.editions.fields import PLACES
from statedocs.editions.words import Words

_AROUND: Final = 60
"""Characters of what both have that are shown beside a change."""
_LONGEST: Final = 200
_MARKS: Final = {"equal": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_SIGNS: Final = {"added": "+", "removed": "-", "moved": ">", "rewritten": "~", "changed": "~", "reordered": ">"}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a view.

    Attributes:
        depth: How deep it stands: 0 for fields and sections, 1 for blocks, 2 for what is in them.
        sign: `+` come, `-` gone, `>` elsewhere, `~` changed.
        head: What it is about.
        pieces: Its words; white space is shown as it is.
    """

    depth: int
    sign: str
    head: str
    pieces: tuple[Piece, ...] = ()


def render_text(changes: Changes) -> str:
    """Give the differences as text, a line for each, deeper ones indented; empty where nothing differs.

    What is gone stands in `[-…-]`, what has come in `{+…+}`; long runs that both have are cut short.
    """
    return "".join(f"{'  ' * line.depth}{line.sign} {text_of(line)}\n" for line in lines_of(changes))


def text_of(line: Line) -> str:
    """Give a line's text, its words with marks."""
    if not line.pieces:
        return line.head
    words = "".join(f"{_MARKS[piece.op][0]}{piece.text}{_MARKS[piece.op][1]}" for piece in shortened(line.pieces))
    return f"{line.head}: {words.replace(chr(10), '⏎')}"


def lines_of(changes: Changes) -> Iterator[Line]:
    """Give the differences as lines, each with all its words."""
    for change in changes.fields:
        yield line_of_field(change)
    for section in changes.sections:
        yield from _section(section)
    for shift in changes.shifts:
        yield Line(0, ">", f"{shift.path}: {shift.count} elsewhere ({_cut(shift.example)})")


def line_of_field(change: FieldChange, depth: int = 0) -> Line:
    """Give a field's change as a line."""
    path = _cut(change.path)
    if change.pieces:
        return Line(depth, _SIGNS[change.kind], path, change.pieces)
    if change.kind in ("added", "removed"):
        said = _value(change.new if change.kind == "added" else change.old, change.path)
        return Line(depth, _SIGNS[change.kind], f"{path}: {said}" if said else path)
    return Line(depth, _SIGNS[change.kind], f"{path}: {_value(change.old)} → {_value(change.new)}")


def _section(change: SectionChange) -> Iterator[Line]:
    kinds = " and ".join(_told(change)) or "elsewhere in the outline"
    yield Line(0, _SIGNS[change.kinds[0]] if change.kinds else ">", f"section {change.label!r}: {kinds}")
    for field in change.fields:
        yield line_of_field(field, 1)
    for block in change.blocks:
        yield from _block(block)


def _told(change: SectionChange) -> tuple[str, ...]:
    """Kinds as a person says them: where only the number is another one nothing was rewritten."""
    numbered = not change.blocks and {field.path for field in change.fields} == {"number"}
    return tuple("renumbered" if kind == "rewritten" and numbered else kind for kind in change.kinds)


def _block(change: BlockChange) -> Iterator[Line]:
    yield line_of_block(change)
    for field in change.fields:
        yield line_of_field(field, 2)
    for part in change.parts:
        yield line_of_part(part)


def line_of_block(change: BlockChange) -> Line:
    """Give a block's change, without that of its parts, as a line."""
    place = change.new or change.old
    head = f"block {place[1] + 1} ({change.block})" if place else change.block
    if change.moved_from:
        head += f", from section {change.moved_from!r}"
    return Line(1, _SIGNS[change.kind], head, change.pieces)


def line_of_part(change: PartChange) -> Line:
    """Give the change of a list's entry, a row or a cell as a line."""
    return Line(2, _SIGNS[change.kind], _cut(change.label), tuple(map(_apart, change.pieces)))


def _apart(piece: Piece) -> Piece:
    """Cells of a row as a person reads them."""
    return Piece(piece.op, piece.text.replace("\t", " | ")) if "\t" in piece.text else piece


def shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give pieces with only what stands beside a change of the runs that both have, cut between words."""
    last = len(pieces) - 1
    return tuple(
        Piece("equal", _beside(piece.text, first=number == 0, last=number == last)) if piece.op == "equal" else piece
        for number, piece in enumerate(pieces)
    )


def _beside(text: str, *, first: bool, last: bool) -> str:
    if first and last:  # all of it only moved: enough to know it by
        head = _head(text)
        return text if len(head) >= len(text) - 1 else f"{head}…"
    before = "" if first else _head(text)
    behind = "" if last else _head(text[::-1])[::-1]
    return text if len(before) + len(behind) >= len(text) - 1 else f"{before}…{behind}"


def _head(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    space = text.rfind(" ", _AROUND // 2, _AROUND)
    return text[: space + 1 if space > 0 else _AROUND]


def summary_of(changes: Changes) -> str:
    """Give what differs in one sentence: sections by kind, words, fields."""
    counts = dict.fromkeys(("added", "removed", "moved", "rewritten", "renumbered"), 0)
    for section in changes.sections:
        for kind in _told(section):
            counts[kind] += 1
    sections = ", ".join(f"{count} {kind}" for kind, count in counts.items() if count)
    gone, come = (_words(changes, op) for op in ("deleted", "inserted"))
    parts = [f"sections: {sections}"] if sections else []
    if gone or come:
        parts.append(f"words: {gone:,} gone, {come:,} come")
    if changes.fields:
        parts.append(f"fields: {len(changes.fields)}")
    return "; ".join(parts) or "no difference"


def _words(changes: Changes, op: str) -> int:
    texts = (
        piece.text
        for section in changes.sections
        for block in section.blocks
        for pieces in (block.pieces, *(part.pieces for part in block.parts))
        for piece in pieces
        if piece.op == op
    )
    return sum(len(Words(text)) for text in texts)


def _value(value: Any, path: str = "") -> str:
    """A JSON value on a line; of an entry what its path does not say already."""
    if isinstance(value, dict):
        said = {name: str(part) for name, part in value.items() if isinstance(part, str | int) and name not in PLACES}
        return _cut("; ".join(f"{name} {part}" for name, part in said.items() if part not in path))
    return _cut(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
