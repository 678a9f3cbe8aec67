"""Tables in plain text: cells set apart by tabs, by bars, or by standing in columns."""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from statedocs.reading.plaintext import columns, shapes
from statedocs.reading.plaintext.lines import Ledger, Line

Rows = list[tuple[int, list[str]]]


class Table(NamedTuple):
    """A table found: the line on which each row begins, its cells (line breaks kept), and the line after it."""

    rows: Rows
    stop: int


_MOST_ROWS = 2000
_FEWEST = 3
_HEAD = 60
_LEADS = 4


def find(lines: list[Line], start: int, ledger: Ledger, *, opening: bool = False) -> Table | None:
    """The table that begins at line `start`, or None; short lines above columns that open a text are its masthead."""
    body = lines[start].body
    if "\t" in body or _tab_follows(lines, start):
        return _tabbed(lines, start)
    if _bars(body) or shapes.is_box_rule(body):
        return _barred(lines, start, ledger)
    found = None if opening and not columns.is_gapped(lines[start]) else columns.find(lines, start)
    return Table(found.rows, found.stop) if found else None


def is_rubble(lines: list[Line]) -> bool:
    """Whether lines are a table of which a dump lost the columns: three lines or more mostly of cells."""
    rows = 0
    for line in lines:
        words = line.body.split()
        cells = sum(shapes.CELL.fullmatch(word) is not None for word in words)
        rows += cells >= _FEWEST and cells * 2 > len(words) and ":" not in line.body
    return rows >= _FEWEST and rows * 5 >= len(lines) * 2


def is_row(body: str) -> bool:
    """Whether a line may be a row of a table."""
    return "\t" in body or ("  " in body and shapes.GAP.search(body) is not None) or _bars(body)


def is_gapped(line: Line) -> bool:
    """Whether tabs or blanks within a line set columns apart."""
    return "\t" in line.body or columns.is_gapped(line)


def _bars(body: str) -> bool:
    return ("|" in body or "│" in body or "║" in body) and shapes.PIPES.search(body) is not None


def _run(lines: list[Line], start: int, belongs: Callable[[Line], bool]) -> int:
    """The line after the last one that belongs, without a blank line between."""
    stop = start + 1
    while stop < len(lines) and not lines[stop].before and belongs(lines[stop]) and stop - start < _MOST_ROWS:
        stop += 1
    return stop


def _tab_follows(lines: list[Line], start: int) -> bool:
    """Whether short lines lead to a row with tabs: they are rows of one cell, or part of its first cell."""
    for line in lines[start : start + _LEADS]:
        if shapes.OFFICIALS.fullmatch(line.body):
            return False
        if (line.before and line is not lines[start]) or ("\t" not in line.body and len(line.body) > _HEAD):
            return False
        if "\t" in line.body:
            return True
    return False


def _tabbed(lines: list[Line], start: int) -> Table | None:
    """Rows as resiliparse writes them: tabs between cells, a cell of several lines broken over lines."""
    stop = _run(lines, start, lambda _: True)
    while stop - 1 > start and "\t" not in lines[stop - 1].body:
        stop -= 1
    chosen = lines[start:stop]
    tab = re.compile(r"\t\t" if all("\t\t" in line.body for line in chosen if "\t" in line.body) else r"\t")
    split = [tab.split(line.body) for line in chosen]
    width = _mode([len(cells) for cells in split if len(cells) > 1])
    if sum(len(cells) > 1 for cells in split) < 2:
        return None
    rows: Rows = []
    for index, (line, cells) in enumerate(zip(chosen, split, strict=True)):
        following = len(split[index + 1]) if index + 1 < len(split) else 0
        if rows and _carries_on(rows[-1][1], cells, width, following):
            rows[-1][1][-1] += "\n" + cells[0]
            rows[-1][1].extend(cells[1:])
        else:
            rows.append((line.number, list(cells)))
    return Table(rows, stop)


def _carries_on(row: list[str], cells: list[str], width: int, following: int) -> bool:
    """Whether a line goes on within the last cell of an unfinished row."""
    if len(row) + len(cells) - 1 > width or (len(row) == width and len(cells) > 1):
        return False
    if len(row) == 1 and len(row[0].split("\n")) == 1 and len(cells) == 1:
        return row[0][-1:] in "-,:&/" and following > 0
    if len(row) == 1 and len(cells) == width:
        return row[0][-1:] in "-,:&/"
    return len(row) < width or (len(cells) == 1 and cells[0][:1].islower())


def _barred(lines: list[Line], start: int, ledger: Ledger) -> Table | None:
    """Rows with bars between cells: Markdown (`a | b`), drawn boxes."""
    if any(shapes.is_box_rule(line.body) for line in lines[start : start + _LEADS]):
        stop = _run(lines, start, lambda line: _bars(line.body) or shapes.is_box_rule(line.body))
    else:
        count = len(shapes.PIPES.findall(lines[start].body))
        stop = _run(lines, start, lambda line: len(shapes.PIPES.findall(line.body)) == count)
    chosen = lines[start:stop]
    bars = [len(shapes.PIPES.findall(line.body)) for line in chosen if not shapes.is_box_rule(line.body)]
    drawn = len(chosen) - len(bars)
    if not bars or _mode(bars) < 1 or (drawn == 0 and len(bars) < 3):
        return None
    boxed = drawn > 1 and any(line.body[0] in "|│├+┌║╞╔" for line in chosen)
    edged = all(
        line.body[0] in "|│║" and line.body[-1] in "|│║" for line in chosen if not shapes.is_box_rule(line.body)
    )
    rows: Rows = []
    fresh = True
    for line in chosen:
        if shapes.is_box_rule(line.body):
            ledger.take("plain-text/rule", line.body, lines[start].number)
            fresh = True
            continue
        ledger.take("plain-text/rule", "".join(shapes.PIPES.findall(line.body)), lines[start].number)
        cells = [cell.strip() for cell in shapes.PIPES.split(line.body)]
        if boxed or edged:
            cells = cells[cells[0] == "" : len(cells) - (cells[-1] == "" and len(cells) > 1)]
        if boxed and not fresh and len(cells) == len(rows[-1][1]):
            rows[-1][1][:] = [(f"{a}\n{b}" if a and b else a or b) for a, b in zip(rows[-1][1], cells, strict=True)]
        else:
            rows.append((line.number, cells))
        fresh = False
    return Table(rows, stop)


def _mode(numbers: list[int]) -> int:
    return max(Counter(numbers).items(), key=lambda item: (item[1], item[0]))[0] if numbers else 0
