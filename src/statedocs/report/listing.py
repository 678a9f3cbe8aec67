"""The source of a page line by line, exactly as decoded, with what was kept and left out marked."""

from collections.abc import Iterator, Sequence
from typing import Final

from statedocs.extraction.tracing import Explanation, Mark
from statedocs.report.html import Html, el, text
from statedocs.report.marks import Marks

_CHUNK: Final = 100
"""So many lines are laid out at once, when they come into sight."""
_WIDE: Final = 110
"""About so many letters fit a line; a browser is told how tall a chunk will be before it has laid it out."""


def listed(found: Explanation, marks: Marks) -> Html:
    """The source with line numbers."""
    lines = found.source.split("\n")
    marked = _by_line(lines, found.marks)
    parts: list[str] = []
    for first in range(0, len(lines), _CHUNK):
        chunk = lines[first : first + _CHUNK]
        rows = sum(1 + len(line) // _WIDE for line in chunk)
        inside = "".join(
            f'<sd-l data-n="{number}">{_line(line, next(marked), marks)}\n</sd-l>'
            for number, line in enumerate(chunk, first + 1)
        )
        parts.append(f'<div class="lines size-{_size(rows)}">{inside}</div>')
    return el("div", {"class": "listing", "translate": "no"}, Html("".join(parts)))


def _size(rows: int) -> int:
    """Rows in steps, each with a rule of its own in the style sheet."""
    return next((step for step in (25, 50, 100, 200, 400, 800, 1600) if rows <= step), 3200)


def _by_line(lines: Sequence[str], ranges: Sequence[Mark]) -> Iterator[list[tuple[int, int, Mark]]]:
    """For each line the parts of it that are marked."""
    number = begins = 0
    for line in lines:
        ends = begins + len(line)
        inside = []
        while number < len(ranges) and ranges[number].start < ends:
            mark = ranges[number]
            if mark.stop > begins:
                inside.append((max(mark.start, begins) - begins, min(mark.stop, ends) - begins, mark))
            if mark.stop > ends:
                break
            number += 1
        yield inside
        begins = ends + 1


def _line(line: str, inside: Sequence[tuple[int, int, Mark]], marks: Marks) -> str:
    parts: list[str] = []
    at = 0
    for start, stop, mark in inside:
        css, rule = marks.look(mark.pairs)
        attributes = {"class": css or "told", "data-p": " ".join(map(str, mark.pairs)), "title": rule}
        parts += [text(line[at:start]), el("sd-k", attributes, line[start:stop])]
        at = stop
    return "".join([*parts, text(line[at:])])
