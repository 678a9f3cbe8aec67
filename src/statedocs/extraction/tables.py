"""Tables: rows and cells with their spans expanded; layout tables are told apart and seen through."""

from collections.abc import Iterable, Iterator
from typing import Final

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.inline import Run, fill
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.table_rows import CELLS, cells_of, holds_rows, rows_of
from statedocs.extraction.text import Anchor, collapse

_HOLDERS: Final = CELLS | {"body", "blockquote", "center", "div", "main", "article", "section", "p", "li", "dd"}
"""What holds a row that no table holds; a `form` or a `font` may stand between a table and its rows."""
_MAX_COLSPAN: Final = 1000
_MAX_ROWSPAN: Final = 65_534
_LONG_CELL: Final = 400
_FEW_ROWS: Final = 5


def is_layout(table: Element) -> bool:
    """Whether a table only places things on the page: no two cells side by side make a row of data.

    A table that holds headings, lists or other tables, or whose cells hold many paragraphs, is layout, unless it has
    header cells; those of a table in a cell of its own count for that one alone.
    """
    if table.get("role") == "presentation":
        return True
    rows = [row for row, _ in rows_of(table)]
    if not any(len(cells_of(row)) > 1 for row in rows):
        return True
    if _is_named(table):
        return False
    nested = next(_nested_tables(table), None) is not None
    if nested:
        return not _has_head(rows)
    if next(table.iter("th"), None) is not None:
        return False
    if len(rows) == 1 or (len(rows) <= _FEW_ROWS and not any(map(_is_data, rows))):
        return True
    return next(table.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None or (len(rows) <= 3 and _long(table))


def _is_named(table: Element) -> bool:
    """Whether a page calls a table one: by a caption, or as the block of the editor that holds nothing else."""
    parent = table.getparent()
    figure = parent is not None and parent.tag == "figure" and "wp-block-table" in (parent.get("class") or "")
    return figure or any((caption.text or len(caption)) for caption in table.iterchildren("caption"))


def _has_head(rows: list[Element]) -> bool:
    """Whether a row of header cells stands over rows of as many cells."""
    head = cells_of(rows[0])
    return (
        len(head) > 1
        and all(cell.tag == "th" for cell in head)
        and all(len(cells_of(row)) == len(head) for row in rows)
    )


def _is_data(row: Element) -> bool:
    """Whether two cells of a row say something; margins are cells too, and empty."""
    return sum(any(text.strip() for text in cell.itertext()) for cell in cells_of(row)) > 1


def _nested_tables(table: Element) -> Iterator[Element]:
    return (inner for inner in table.iter("table") if inner is not table)


def _long(table: Element) -> bool:
    """Whether some cell holds running text: several paragraphs, or very many words."""
    for row, _ in rows_of(table):
        for cell in cells_of(row):
            text = "".join(map(str, cell.itertext()))
            if len(text) > _LONG_CELL and len(collapse(text)) > _LONG_CELL:
                return True
    return False


def loose_rows(first: Element, chrome: Chrome) -> list[Element]:
    """The rows that go on outside any table, from the first of them; none where it is the row of one.

    A page's author closed a table too early: `</TABLE>` and then more `<TR><TD>…` (seen on cta_nea_alg2eg.html).
    """
    holder = next((outer for outer in first.iterancestors() if outer.tag == "table" or outer.tag in _HOLDERS), None)
    if holder is None or holder.tag == "table":
        return []
    rows = [first]
    while (tail := rows[-1].tail) is None or tail.isspace():
        below = rows[-1].getnext()
        if below is None or below.tag != "tr" or not chrome.is_plain(below, "tr"):
            break
        rows.append(below)
    return rows


def are_data(rows: Iterable[Element]) -> bool:
    """Whether any of some rows is one of data."""
    return any(map(_is_data, rows))


def read_rows(rows: list[Element], chrome: Chrome) -> tuple[Raw, list[Raw]]:
    """Gives rows outside any table as one, and the figures that stood in their cells."""
    reader = _Reader(chrome)
    for row in rows:
        reader.row(row, cells_of(row))
        if not reader.is_tidy(row):
            reader.stray(row, None)
    return reader.finish(chrome.line(rows[0]), None, 0), reader.figures


def read_table(table: Element, chrome: Chrome) -> tuple[Raw | None, list[Raw]]:
    """Gives a table of data, none where all of it is chrome, and the figures that stood in its cells."""
    reader = _Reader(chrome)
    head = 0
    counting = True
    for row, in_head in reader.rows_of(table):
        cells = cells_of(row)
        is_head = in_head or (bool(cells) and all(cell.tag == "th" for cell in cells))
        counting = counting and is_head
        head += counting
        reader.row(row, cells)
    caption = next((child for child in table if child.tag == "caption"), None)
    run = Run()
    if caption is not None and not chrome.skips(caption, "caption"):
        fill(run, caption, chrome)
    shown = run.finish()
    reader.stray(table, caption)
    return (reader.finish(chrome.line(table), shown.text, head) if reader.rows else None), reader.figures


class _Reader:
    """Lays cells on the grid, row by row."""

    def __init__(self, chrome: Chrome) -> None:
        self.rows: list[list[str]] = []
        self.anchors: list[Anchor] = []
        self.figures: list[Raw] = []
        self._chrome = chrome
        self._offset = 0
        self._held: dict[int, int] = {}
        self._passed: set[Element] = set()
        self._read: set[Element] = set()
        self._tidy: set[Element] = set()
        """Rows that hold cells and nothing between them."""

    def finish(self, line: int | None, caption: str | None, head: int) -> Raw:
        """The table that was read."""
        data = {"caption": caption or None, "header_rows": head, "rows": self.rows}
        text = "\n".join("\t".join(row) for row in self.rows)
        return Raw("table", text, line, anchors=self.anchors, data=data)

    def is_tidy(self, row: Element) -> bool:
        """Whether nothing stands between the cells of a row that was read."""
        return row in self._tidy

    def rows_of(self, element: Element, in_head: bool = False) -> Iterator[tuple[Element, bool]]:
        """As the function of this name, chrome left out."""
        for child in element:
            tag = child.tag
            if tag != "tr" and not holds_rows(child):
                continue
            if self._chrome.skips(child, tag):
                self._passed.add(child)
            elif tag == "tr":
                yield child, in_head
            else:
                yield from self.rows_of(child, in_head or tag == "thead")

    def row(self, row: Element, cells: list[Element]) -> None:
        self._read.add(row)
        chrome = self._chrome
        out: list[str] = []
        held: dict[int, int] = {}
        tidy = len(cells) == len(row) and not ((text := row.text) and collapse(text))
        for cell in cells:
            tag = cell.tag
            if tidy and (tail := cell.tail):
                tidy = tail.isspace()
            plain = chrome.is_plain(cell, tag)
            if not plain and chrome.skips(cell, tag):
                continue
            if self._held:
                self._fill_held(out)
            start = len(out)
            shown = self._cell(cell, self._offset)
            out.append(shown)
            self._offset += len(shown) + 1
            if plain:
                continue
            rows, columns = self._spans(cell)
            for _ in range(columns - 1):
                self._put(out, "")
            if rows > 1:
                held |= dict.fromkeys(range(start, start + columns), rows - 1)
        self._fill_held(out)
        self._held = {column: left for column, left in self._held.items() if left > 0} | held
        if out:
            self.rows.append(out)
        if tidy:
            self._tidy.add(row)

    def _put(self, out: list[str], text: str) -> None:
        out.append(text)
        self._offset += len(text) + 1

    def _fill_held(self, out: list[str]) -> None:
        """Positions under a cell that spans rows are empty."""
        while self._held.get(len(out), 0) > 0:
            self._held[len(out)] -= 1
            self._put(out, "")

    @staticmethod
    def _spans(cell: Element) -> tuple[int, int]:
        rows, columns = cell.get("rowspan"), cell.get("colspan")
        if rows is None and columns is None:
            return 1, 1
        if rows is not None and rows.strip() == "0":  # down to the last row
            rows = str(_MAX_ROWSPAN)
        return _number(rows, _MAX_ROWSPAN), _number(columns, _MAX_COLSPAN)

    def _cell(self, cell: Element, offset: int) -> str:
        text, count = cell.text, len(cell)
        if not count:
            return collapse(text) if text else ""
        if count == 1 and not (text and text.strip()) and self._is_bare(only := cell[0]):
            return collapse(text) if (text := only.text) else ""
        run = Run()
        fill(run, cell, self._chrome)
        shown = run.finish()
        for anchor in shown.anchors:
            if anchor.start is not None and anchor.stop is not None:
                anchor.start += offset
                anchor.stop += offset
        self.anchors += shown.anchors
        self.figures += run.figures
        return shown.text.replace("\t", " ")

    def _is_bare(self, only: Element) -> bool:
        """Whether what a cell holds is a paragraph of text alone, and nothing behind it."""
        if only.tag != "p" or len(only) or only in self._chrome.hidden:
            return False
        tail = only.tail
        return not (tail and tail.strip())

    def stray(self, element: Element, caption: Element | None) -> None:
        """What stands between the parts of a table makes rows of its own: a browser shows it, nothing may be lost."""
        self._loose(element.text)
        in_row = element.tag == "tr"
        for child in element:
            tag = child.tag
            if (in_row and tag in CELLS) or child is caption or not isinstance(tag, str):
                pass
            elif tag == "tr" or holds_rows(child):
                self._rest(child)
            elif not self._chrome.skips(child, tag):
                self._append(self._cell(child, self._offset))
            tail = child.tail
            if tail and not tail.isspace():
                self._loose(tail)

    def _rest(self, holder: Element) -> None:
        """What was not read of a row, or of what holds rows; a row within a row has not been met before."""
        if holder in self._passed:
            return
        if holder.tag == "tr" and holder not in self._read:
            if self._chrome.skips(holder, "tr"):
                return
            self.row(holder, cells_of(holder))
        if holder not in self._tidy:
            self.stray(holder, None)

    def _loose(self, text: str | None) -> None:
        if text and (shown := collapse(text)):
            self._append(shown)

    def _append(self, text: str) -> None:
        if text:
            self.rows.append([text])
            self._offset += len(text) + 1


def _number(text: str | None, most: int) -> int:
    if text is None:
        return 1
    digits = text.strip()
    return max(1, min(int(digits), most)) if digits.isdecimal() and len(digits) < 9 else 1
