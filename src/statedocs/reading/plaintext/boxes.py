"""Tables that a dump drew around a page's layout: opened, so that what stands in them reads like any text.

pandoc draws every table; the older designs have their masthead in one, or the whole page. Its lines are broken at the
column's width, and what cannot be broken (a heading) is chopped, the odd part first: `Deat` / `h of a Statesman`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from statedocs.reading.plaintext import lists
from statedocs.reading.plaintext.begins import begins_anew
from statedocs.reading.plaintext.lines import Ledger, Line

_GRID: Final = re.compile(r"\+(?::?[-=]{3,}:?\+)+$")
_HEAD_RULE: Final = re.compile(r"\+(?::?={3,}:?\+)+$")
_RULE: Final = re.compile(r"-{3,}(?: +-{3,})*$")
_CHOPPED_RULE: Final = re.compile(r"[- ]+$")
_IMAGE: Final = re.compile(r"\[[^\[\]]{1,80}\]")
_NEXT: Final = re.compile(
    r"(?:Testimony|Statement|Remarks|Address|Speech|Interview) (?:[Bb]efore|[Tt]o|[Aa]t|[Bb]y|[Oo]n|[Ww]ith)\b"
    r"|(?:Assistant|Under) Secretary\b|U\.S\. Department of State\b"
)
"""How the next line of a masthead begins, however full the one before it is."""
_OPEN: Final = re.compile(r"(?:[,&-]|\b(?:[a-z]+|Joint|Press|Opening|Closing|Written|Prepared|The))$")
_OFFICE: Final = re.compile(r"(?:Bureau|Office) (?:of|for) .{4,90}\bAffairs$")
_PLACE: Final = re.compile(r"[A-Z][\w.]+(?: [A-Z][\w.]+)?, [A-Z]")
_FEW_ROWS: Final = 3
_PARAGRAPHS: Final = 4
_LONGEST: Final = 20_000
_MOST_SAID: Final = 30
_DEEPEST: Final = 12


class _Cell(NamedTuple):
    """The lines of a cell, as far in as they stand in it, and the columns that it is wide."""

    lines: list[Line]
    width: int


_Row = list[_Cell]


def without_boxes(lines: list[Line], ledger: Ledger) -> list[Line]:
    """The lines of a text; of tables that hold its layout the contents, cell by cell."""
    if not any(_GRID.match(line.body) or _RULE.match(line.body) for line in lines):
        return lines
    return list(_opened(lines, ledger))


def _opened(lines: Sequence[Line], ledger: Ledger, depth: int = 0) -> Iterator[Line]:
    at = 0
    while at < len(lines):
        stop, rows = _grid(lines, at) if _GRID.match(lines[at].body) else _ruled(lines, at)
        if rows and depth < _DEEPEST and _is_layout(rows):
            _take_strokes(lines[at:stop], rows, ledger)
            for index, cell in enumerate(cell for row in rows for cell in row if cell.lines):
                blanks = lines[at].before if index == 0 else 1
                for line in _opened(_whole(cell, ledger), ledger, depth + 1):
                    yield replace(line, before=max(line.before, blanks))
                    blanks = 0
        else:
            yield from lines[at:stop]
        at = stop


def _take_strokes(lines: Sequence[Line], rows: list[_Row], ledger: Ledger) -> None:
    """Records all that was drawn: what stands in the table and is no cell's."""
    kept: dict[int, list[str]] = {}
    for row in rows:
        for line in (line for cell in row for line in cell.lines):
            kept.setdefault(line.number, []).append(line.body)
    for line in lines:
        drawn, last = "", 0
        for body in kept.get(line.number, ()):
            at = line.body.index(body, last)
            drawn += line.body[last:at]
            last = at + len(body)
        ledger.take("plain-text/rule", (drawn + line.body[last:]).replace(" ", ""), lines[0].number)


def _grid(lines: Sequence[Line], start: int) -> tuple[int, list[_Row]]:
    """The line after a drawn grid, and its rows; none where the columns do not stand under each other."""
    first = lines[start]
    stop = start + 1
    while (
        stop < len(lines)
        and stop - start < _LONGEST
        and not lines[stop].before
        and lines[stop].indent == first.indent
        and lines[stop].body[0] in "|+"
        and lines[stop].body[-1] in "|+"
    ):
        stop += 1
    while stop - 1 > start and not _GRID.match(lines[stop - 1].body):
        stop -= 1
    edges = [place for place, char in enumerate(first.body) if char == "+"]
    rows: list[_Row] = []
    cells: list[list[Line]] = [[] for _ in edges[1:]]
    for line in lines[start + 1 : stop]:
        if line.body[0] == "+":
            rows.append([_Cell(cell, b - a - 3) for cell, (a, b) in zip(cells, pairwise(edges), strict=True)])
            cells = [[] for _ in edges[1:]]
        elif len(line.body) <= edges[-1] or not _is_row(line.body, edges):
            return stop, []
        else:
            for cell, (a, b) in zip(cells, pairwise(edges), strict=True):
                cell.append(Line(line.number, 0, line.body[a + 2 : b - 1], 0))
    has_head = any(_HEAD_RULE.match(line.body) for line in lines[start + 1 : stop])
    return stop, [[_set(cell) for cell in row] for row in rows] if not has_head else []


def _is_row(body: str, edges: Sequence[int]) -> bool:
    """Whether bars stand under each other, each with the blanks that pandoc sets around a cell."""
    return all(body[edge] in "|+" for edge in edges) and all(
        body[a + 1] == " " == body[b - 1] for a, b in pairwise(edges)
    )


def _ruled(lines: Sequence[Line], start: int) -> tuple[int, list[_Row]]:
    """The line after a table between two rules, and its rows; a single line where none begins."""
    rule = lines[start]
    if not _RULE.match(rule.body):
        return start + 1, []
    stop = start + 1
    while stop < len(lines) and not _RULE.match(lines[stop].body) and stop - start < _LONGEST:
        stop += 1
    inner = lines[start + 1 : stop]
    if not inner or inner[0].before or stop >= len(lines) or _place(lines[stop]) != _place(rule):
        return start + 1, []
    spans = [match.span() for match in re.finditer("-+", rule.body)]
    broken = lines[stop].before > 0
    if len(spans) == 1 and not (broken or len(inner) == 1):
        return start + 1, []
    rows: list[_Row] = []
    for line in inner:
        if not rows or line.before or not broken:
            rows.append([_Cell([], b - a) for a, b in spans])
        text = " " * (line.indent - rule.indent) + line.body
        if line.indent < rule.indent or any(text[b : b + 1].strip() for _, b in spans):
            return start + 1, []
        for cell, (a, b) in zip(rows[-1], spans, strict=True):
            cell.lines.append(Line(line.number, 0, text[a:b], line.before))
    return stop + 1, [[_set(cell) for cell in row] for row in rows]


def _place(rule: Line) -> tuple[int, str]:
    return rule.indent, rule.body


def _set(cell: _Cell) -> _Cell:
    """A cell without its blank lines, these counted, each line as far in as it stands."""
    lines: list[Line] = []
    blanks = 0
    for line in cell.lines:
        body = line.body.strip()
        blanks += line.before
        if body:
            lines.append(Line(line.number, len(line.body) - len(line.body.lstrip()), body, blanks))
        blanks = 0 if body else blanks + 1
    return _Cell(lines, cell.width)


def _is_layout(rows: list[_Row]) -> bool:
    """Whether a table sets a page: boxes in boxes, one cell a row beside pictures, or few rows that hold a text."""
    if any(_GRID.match(line.body) for row in rows for cell in row for line in cell.lines):
        return True
    if all(sum(_says_much(cell) for cell in row) <= 1 for row in rows):
        return True
    return len(rows) <= _FEW_ROWS and any(
        sum(line.before > 0 for line in cell.lines) >= _PARAGRAPHS for row in rows for cell in row
    )


def _says_much(cell: _Cell) -> bool:
    """Whether there is more in a cell than rules and the names of a few pictures."""
    if not cell.lines or len(cell.lines) > _MOST_SAID:
        return bool(cell.lines)
    return any(map(str.isalnum, _IMAGE.sub("", " ".join(line.body for line in cell.lines))))


def _whole(cell: _Cell, ledger: Ledger) -> list[Line]:
    """The lines of a cell, those put together again that its width broke."""
    out: list[Line] = []
    at = 0
    last: Line | None = None
    while at < len(cell.lines):
        line = cell.lines[at]
        stop = _chopped(cell, at)
        body = line.body
        for piece in cell.lines[at + 1 : stop]:
            apart = piece.indent or (piece.body[0].isupper() and body[-1].islower())
            body += f" {piece.body}" if apart else piece.body
        if _CHOPPED_RULE.match(body):
            ledger.take("plain-text/rule", body, line.number)
            last = None
        elif last is not None and out and _is_broken(out[-1].body, last, line, cell.width):
            out[-1] = replace(out[-1], body=f"{out[-1].body} {body}")
            last = cell.lines[stop - 1]
        else:
            out.append(replace(line, body=body))
            last = None if body[0] in "|+" else cell.lines[stop - 1]
        at = stop
    return out


def _chopped(cell: _Cell, at: int) -> int:
    """The line after what was chopped from line `at` on: all its lines but the first are as wide as the column."""
    lines = cell.lines
    stop = at + 1
    while stop < len(lines) and not lines[stop].before and lines[stop].end == cell.width:
        stop += 1
    if stop == at + 1 or lines[at].body[0] in "|+" or not _has_room(lines[at], lines[at + 1], cell.width):
        return at + 1
    return stop


def _is_broken(said: str, line: Line, following: Line, width: int) -> bool:
    """Whether the width of the column ended a line; an entry of a list or the next line of a masthead begins anew."""
    if following.before or lists.is_marked(following) or _has_room(line, following, width):
        return False
    if begins_anew(said, following.body) or (_NEXT.match(following.body) and not _OPEN.search(said)):
        return False
    return not (_OFFICE.match(said) and _PLACE.match(following.body))


def _has_room(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of `following` had room on `line`: then no program broke it."""
    return line.end + 1 + len(following.body.split(" ", 1)[0]) <= width
