"""Charts as inline SVG, each with its words for those who do not see it, and its figures as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.report.html import Html, el, join
from statedocs.report.shell import details
from statedocs.report.tables import Column, table

WIDTH: Final = 760
_HEIGHT: Final = 240
_LEFT: Final = 52
_BOTTOM: Final = 34
_TOP: Final = 14
_MOST_LABELS: Final = 12
_ROW: Final = 24
_NAMES: Final = 190


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures, a colour of its own."""

    name: str
    values: Sequence[int]


def columns_chart(name: str, about: str, labels: Sequence[str], series: Sequence[Series], first: str) -> Html:
    """Columns over time, series stacked.

    Args:
        name: Identifier in the page.
        about: What the chart shows, in words.
        labels: Under the columns.
        series: From the bottom up.
        first: What the labels are, as the head of the table's first column.
    """
    totals = [sum(values) for values in zip(*(each.values for each in series), strict=True)]
    top = nice(max(totals, default=0))
    high = _HEIGHT - _TOP - _BOTTOM
    step = (WIDTH - _LEFT - 8) / max(1, len(labels))
    bars = []
    below = [0] * len(labels)
    for number, each in enumerate(series):
        for at, value in enumerate(each.values):
            if value:
                y = _HEIGHT - _BOTTOM - (below[at] + value) / top * high
                said = f"{labels[at]}, {each.name}: {value:,}" if len(series) > 1 else f"{labels[at]}: {value:,}"
                bars.append(_bar((_LEFT + at * step + step * 0.1, y, step * 0.8, value / top * high), number, said))
        below = [under + value for under, value in zip(below, each.values, strict=True)]
    every = -(-len(labels) // _MOST_LABELS)
    ticks = [
        el(
            "text",
            {"x": round(_LEFT + (at + 0.5) * step, 1), "y": _HEIGHT - _BOTTOM + 18, "class": "tick middle"},
            label,
        )
        for at, label in enumerate(labels)
        if at % every == 0
    ]
    picture = _picture(name, about, _HEIGHT, join(_grid(top, high), bars, ticks))
    legend = _legend(series) if len(series) > 1 else None
    rows = [
        [label, *(each.values[at] for each in series), *([totals[at]] if len(series) > 1 else [])]
        for at, label in enumerate(labels)
    ]
    heads = [Column(first), *(Column(each.name, number=True) for each in series)]
    if len(series) > 1:
        heads.append(Column("all", number=True))
    return el("figure", {"class": "chart"}, picture, legend, _figures(name, heads, rows))


def bars_chart(name: str, about: str, rows: Sequence[tuple[str, int]], heads: tuple[str, str]) -> Html:
    """Bars beside names, the longest first as given."""
    most = max((value for _, value in rows), default=0) or 1
    height = len(rows) * _ROW + 6
    room = WIDTH - _NAMES - 70
    parts = []
    for number, (label, value) in enumerate(rows):
        y = number * _ROW + 3
        shown = label if len(label) <= 28 else label[:27] + "…"
        wide = max(1.0, value / most * room)
        parts += [
            el("text", {"x": _NAMES - 8, "y": y + 15, "class": "name"}, shown),
            _bar((_NAMES, y + 2, wide, _ROW - 8), 0, f"{label}: {value:,}"),
            el("text", {"x": round(_NAMES + wide + 6, 1), "y": y + 15, "class": "tick"}, f"{value:,}"),
        ]
    picture = _picture(name, about, height, join(parts))
    figures = _figures(name, [Column(heads[0]), Column(heads[1], number=True)], [list(row) for row in rows])
    return el("figure", {"class": "chart"}, picture, figures)


def nice(most: int) -> int:
    """The round number at which an axis ends; its half is whole too.

    >>> nice(0), nice(7), nice(23), nice(181)
    (1, 8, 30, 200)
    """
    size = 1
    while True:
        for step in (1, 2, 4, 6, 8) if size == 1 else (1, 1.2, 1.6, 2, 3, 4, 5, 6, 8):
            if most <= step * size:
                return round(step * size)
        size *= 10


def _grid(top: int, high: int) -> Html:
    lines = []
    for part in sorted({0, top, *((top // 2,) if top > 1 else ())}):
        y = round(_HEIGHT - _BOTTOM - part / top * high, 1)
        lines.append(el("line", {"x1": _LEFT, "x2": WIDTH - 8, "y1": y, "y2": y, "class": "grid"}))
        lines.append(el("text", {"x": _LEFT - 8, "y": y + 4, "class": "tick end"}, f"{part:,}"))
    return join(lines)


def _bar(box: tuple[float, float, float, float], colour: int, said: str) -> Html:
    """A bar: left, top, width, height."""
    x, y, wide, high = box
    place = {"x": round(x, 1), "y": round(y, 1), "width": round(max(wide, 0.5), 1), "height": round(max(high, 0.5), 1)}
    return el("rect", {**place, "class": f"bar series-{colour}"}, el("title", {}, said))


def _picture(name: str, about: str, height: int, inside: Html) -> Html:
    attributes = {"viewBox": f"0 0 {WIDTH} {height}", "role": "img", "aria-labelledby": f"{name}-about"}
    drawn = el("svg", attributes, el("title", {"id": f"{name}-about"}, about), inside)
    return el("div", {"class": "wide drawn"}, drawn)


def _legend(series: Sequence[Series]) -> Html:
    entries = [
        el("li", {}, el("span", {"class": f"swatch series-{number}"}), f" {each.name}")
        for number, each in enumerate(series)
    ]
    return el("ul", {"class": "legend"}, entries)


def _figures(name: str, heads: Sequence[Column], rows: Sequence[Sequence[str | int]]) -> Html:
    return details("The figures", table(f"{name}-figures", heads, rows), css="figures")
