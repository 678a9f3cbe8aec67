"""Tables that stand in columns, as lynx, w3m and typists write them."""

import re
from itertools import pairwise
from typing import NamedTuple

from statedocs.reading.plaintext import shapes
from statedocs.reading.plaintext.lines import Line

_WORD = re.compile(r"\S+")
_BROADEST = 400
_FEWEST = 3
_SURE = 5
_HEADS = 7
_HEAD = 60
_BETWEEN = 2
_MOST_ROWS = 2000


class Columns(NamedTuple):
    """Rows (line, cells) and the line after them."""

    rows: list[tuple[int, list[str]]]
    stop: int


def find(lines: list[Line], start: int) -> Columns | None:
    """The table in columns that begins at line `start`: three rows or more in which the same columns are blank.

    Short lines without columns, before the rows and between them (headings of parts, cells of several lines), are
    rows of one cell.
    """
    first = _first_gapped(lines, start)
    if first is None:
        return None
    stop, cuts = _grow(lines, first)
    if not cuts:
        return None
    edges = [0, *cuts, _BROADEST]
    rows: list[tuple[int, list[str]]] = []
    for line in lines[start:stop]:
        full = " " * line.indent + line.body
        cells = [full[a:b].strip() for a, b in pairwise(edges)] if is_gapped(line) else [line.body]
        rows.append((line.number, cells))
    filled = sum(sum(map(bool, cells)) > 1 for _, cells in rows)
    return Columns(rows, stop) if filled * 2 > len(rows) and not _is_list(rows) else None


def _is_list(rows: list[tuple[int, list[str]]]) -> bool:
    """Whether the first column holds the marks of a list and nothing else: `--  boats;`."""
    marks = [cells[0] for _, cells in rows if cells[0]]
    return len(marks) > 1 and all(shapes.BULLET.fullmatch(mark) for mark in marks)


def _first_gapped(lines: list[Line], start: int) -> int | None:
    """The first line with columns, behind a few short lines at most; asked at every line, so it looks no further."""
    for at in range(start, min(start + _HEADS, len(lines))):
        line = lines[at]
        if line.before and at > start:
            return None
        if is_gapped(line):
            return at
        if len(line.body) > _HEAD:
            return None
    return None


def is_gapped(line: Line) -> bool:
    """Whether blanks within a line may set columns apart."""
    body = line.body
    return "  " in body and "\t" not in body and line.end <= _BROADEST and shapes.GAP.search(body) is not None


def _grow(lines: list[Line], first: int) -> tuple[int, list[int]]:
    """Take rows as long as they leave columns blank: the line after the last, and where columns begin.

    The columns that hold text are the bits of a number, so that a row costs a few operations.
    """
    at = stop = first
    rows = taken = 0
    while at < len(lines) and at - first < _MOST_ROWS and at - stop <= _BETWEEN:
        line = lines[at]
        if line.before and at > first:
            break
        if is_gapped(line):
            wider = taken | _occupied(line)
            if not _cuts(wider, rows + 1):
                break
            taken, rows, stop = wider, rows + 1, at + 1
        elif len(line.body) > _HEAD:
            break
        at += 1
    return stop, _places(_cuts(taken, rows)) if rows >= _FEWEST else []


def _occupied(line: Line) -> int:
    bits = 0
    for word in _WORD.finditer(line.body):
        bits |= ((1 << (word.end() - word.start())) - 1) << (line.indent + word.start())
    return bits


def _cuts(taken: int, rows: int) -> int:
    """Bits of columns that begin after two columns blank in every row; in five rows or more one will do."""
    blank = ~taken & ~((taken & -taken) - 1)
    before = blank << 1 if rows >= _SURE else (blank << 1) & (blank << 2)
    return taken & before


def _places(bits: int) -> list[int]:
    return [place for place in range(bits.bit_length()) if bits >> place & 1]
