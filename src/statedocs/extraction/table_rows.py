"""The rows of a table and the cells of a row, also where something stands between that should not."""

from collections.abc import Iterator
from typing import Final

from statedocs.extraction.page import Element

CELLS: Final = frozenset({"td", "th"})
_GROUPS: Final = frozenset({"thead", "tbody", "tfoot"})
_CLOSED: Final = CELLS | {"table", "caption"}


def rows_of(table: Element, in_head: bool = False) -> Iterator[tuple[Element, bool]]:
    """A table's own rows, also those inside what should not be there (`form`, `font`), and whether in a `thead`."""
    for child in table:
        if child.tag == "tr":
            yield child, in_head
        elif holds_rows(child):
            yield from rows_of(child, in_head or child.tag == "thead")


def holds_rows(element: Element) -> bool:
    """Whether an element between a table and its rows is looked through."""
    if element.tag in _GROUPS:
        return True
    return element.tag not in _CLOSED and next(element.iter("tr"), None) is not None


def cells_of(row: Element) -> list[Element]:
    """A row's cells."""
    return [cell for cell in row if cell.tag in CELLS]
