"""A masthead printed again behind the index: `DAILY PRESS BRIEFING` / `DPB #129` / date and time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.extraction.leading import Line
from statedocs.extraction.line_roles import is_department, read_line
from statedocs.extraction.page import Gone, Raw
from statedocs.extraction.text import collapse, solid

_FARTHEST: Final = 200
"""Blocks of an index at the most."""
_LONGEST: Final = 120
_NUMBERED: Final = frozenset({"identifier", "date", "time"})
"""What a line says that a mere mention of the title is not followed by."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What a second masthead gives.

    Attributes:
        lines: Its lines but for the title.
        heads: The blocks in which they stand.
        left: The blocks that are left.
        gone: The title that was printed again.
    """

    lines: list[Line]
    heads: list[Raw]
    left: list[Raw]
    gone: list[Gone]


def take_repeated(title: str | None, blocks: list[Raw], kinds: Sequence[str] = ()) -> Repeated:
    """Cuts a second masthead out of the content: the title again, with numbers, dates and notes below it.

    Or the kind of document, as the first masthead has it among its `kinds`.
    """
    at = next((at for text in (title, *kinds) if (at := _find(text, blocks)) is not None), None)
    if at is None:
        return Repeated([], [], blocks, [])
    stop = at + 1
    first = blocks[at]
    title_again = _below_department(first.text)
    above = first.text.removesuffix(title_again).rstrip("\n")
    lines = [Line("other", above, first.line)] if above else []
    while stop < len(blocks) and (told := _told(blocks[stop])):
        lines += told
        stop += 1
    if not any(line.role in _NUMBERED for line in lines):
        return Repeated([], [], blocks, [])
    gone = Gone("masthead/duplicate-title", solid(title_again), title_again, first.line)
    return Repeated(lines, blocks[at + 1 : stop], blocks[:at] + blocks[stop:], [gone])


def _find(title: str | None, blocks: Sequence[Raw]) -> int | None:
    """The first block that is the title again."""
    if title is None or len(title) > _LONGEST:
        return None
    folded = title.casefold()
    for number, raw in enumerate(blocks[:_FARTHEST]):
        short = raw.kind in ("paragraph", "heading") and len(raw.text) <= _LONGEST
        if short and collapse(_below_department(raw.text)).casefold() == folded:
            return number
    return None


def _below_department(text: str) -> str:
    """A text without the Department's name on a line of its own above: `U.S. Department of State`."""
    first, _, rest = text.partition("\n")
    return rest if rest and is_department(first) else text


def _told(raw: Raw) -> list[Line]:
    """A block's lines with their roles; none where one of them is no line of a masthead by its words."""
    if raw.kind not in ("paragraph", "heading") or len(raw.text) > _LONGEST:
        return []
    lines: list[Line] = []
    for number, text in enumerate(raw.text.split("\n")):
        role = read_line(text).role
        if role is None:
            return []
        lines.append(Line(role, text, raw.lines[number] if number < len(raw.lines) else raw.line))
    return lines
