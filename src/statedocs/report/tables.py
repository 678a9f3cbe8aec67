"""Tables that can be read as they are; the page's script lets them be sorted and filtered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.report.html import Html, el

Cell = str | int | Html

_FEW: Final = 3
_LONG_WORD: Final = 24


@dataclass(frozen=True, slots=True)
class Column:
    """A column; one of numbers stands right."""

    name: str
    number: bool = False


@dataclass(frozen=True, slots=True)
class Valued:
    """A cell that shows one thing and is sorted by another."""

    shown: str
    value: float


Row = Sequence[Cell | Valued]


def table(name: str, columns: Sequence[Column], rows: Sequence[Row], caption: str | None = None) -> Html:
    """A table; what it leaves out its caption says."""
    heads = [
        el("th", {"scope": "col", "class": "number" if column.number else None}, column.name) for column in columns
    ]
    body = [el("tr", {}, _row(columns, row)) for row in rows]
    inner = el(
        "table",
        {"class": "rows sortable narrow" if len(columns) <= _FEW else "rows sortable", "id": name},
        el("caption", {}, caption) if caption else None,
        el("thead", {}, el("tr", {}, heads)),
        el("tbody", {}, body),
    )
    return el("div", {"class": "wide"}, inner)


def _row(columns: Sequence[Column], row: Row) -> list[Html]:
    return [_cell(column, cell, at == 0) for at, (column, cell) in enumerate(zip(columns, row, strict=True))]


def _cell(column: Column, cell: Cell | Valued, first: bool) -> Html:
    value: float | None = None
    if isinstance(cell, Valued):
        shown, value = cell.shown, round(cell.value, 6)
    elif isinstance(cell, int):
        shown, value = f"{cell:,}", cell
    else:
        shown = cell
    is_long = not isinstance(shown, Html) and any(len(word) > _LONG_WORD for word in shown.split())
    css = "number" if column.number else "long" if is_long else None
    attributes = {"class": css, "data-v": value, "scope": "row" if first else None}
    return el("th" if first else "td", attributes, shown)
