"""Differences as lines of text that a person reads: `[-gone-]` and `{+come+}`, long runs that both have cut short."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from statedocs.editions.changes import BlockChange, Changes, FieldChange, PartChange, Piece, SectionChange

_AROUND: Final = 60
"""Characters of what both have that are shown beside a change."""
_MARKS: Final = {"equal": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_SIGNS: Final = {"added": "+", "removed": "-", "moved": ">", "rewritten": "~", "changed": "~", "reordered": ">"}


def render_text(changes: Changes) -> str:
    """Give the differences as text, a line for each, deeper ones indented; empty where nothing differs."""
    return "".join(line + "\n" for line in _lines(changes))


def _lines(changes: Changes) -> Iterator[str]:
    for change in changes.fields:
        yield from _field(change, "")
    for section in changes.sections:
        yield from _section(section)
    for shift in changes.shifts:
        yield f"> {shift.path}: {shift.count} elsewhere ({_cut(shift.example)})"


def _field(change: FieldChange, indent: str) -> Iterator[str]:
    sign, path = _SIGNS[change.kind], _cut(change.path)
    if change.pieces:
        yield f"{indent}{sign} {path}: {shown(change.pieces)}"
    elif change.kind == "added":
        yield f"{indent}{sign} {path}: {_value(change.new)}"
    elif change.kind == "removed":
        yield f"{indent}{sign} {path}: {_value(change.old)}"
    else:
        yield f"{indent}{sign} {path}: {_value(change.old)} → {_value(change.new)}"


def _section(change: SectionChange) -> Iterator[str]:
    sign = _SIGNS[change.kinds[0]] if change.kinds else "~"
    kinds = " and ".join(change.kinds) or "elsewhere in the outline"
    yield f"{sign} section {change.label!r}: {kinds}"
    for field in change.fields:
        yield from _field(field, "  ")
    for block in change.blocks:
        yield from _block(block)


def _block(change: BlockChange) -> Iterator[str]:
    place = change.new or change.old
    number = f" {place[1] + 1}" if place else ""
    head = f"  {_SIGNS[change.kind]} {change.block}{number}"
    if change.kind == "moved" and change.old:
        head += f" (from section {change.old[0]})"
    yield f"{head}: {shown(change.pieces)}" if change.pieces else head
    for field in change.fields:
        yield from _field(field, "    ")
    for part in change.parts:
        yield _part(part)


def _part(change: PartChange) -> str:
    place = change.new or change.old or ()
    number = ", ".join(str(at + 1) for at in place)
    return f"    {_SIGNS[change.kind]} {number}: {shown(change.pieces)}"


def shown(pieces: Sequence[Piece]) -> str:
    """Give pieces on one line, with marks round what differs and little of what both have."""
    parts: list[str] = []
    for number, piece in enumerate(pieces):
        opening, closing = _MARKS[piece.op]
        text = piece.text
        if piece.op == "equal":
            text = shortened(text, first=number == 0, last=number == len(pieces) - 1)
        parts.append(opening + text.replace("\n", "⏎") + closing)
    return "".join(parts)


def shortened(text: str, *, first: bool, last: bool) -> str:
    """Give the part of an unchanged run that stands beside a change, cut between words."""
    if first and last:
        return text
    before = "" if first else _head(text)
    behind = "" if last else _head(text[::-1])[::-1]
    if len(before) + len(behind) >= len(text) - 1:
        return text
    return f"{before}…{behind}"


def _head(text: str) -> str:
    if len(text) <= _AROUND:
        return text
    space = text.rfind(" ", _AROUND // 2, _AROUND)
    return text[: space + 1 if space > 0 else _AROUND]


def _value(value: Any) -> str:
    return _cut(json.dumps(value, ensure_ascii=False))


def _cut(text: str, most: int = 200) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"
