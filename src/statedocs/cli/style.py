"""How the commands look, in one place."""

from collections.abc import Mapping
from typing import Final

from rich.table import Table

from statedocs.record import Level

LEVELS: Final[Mapping[Level, str]] = {"error": "bold red", "warning": "yellow", "info": "dim"}


def counted(number: int, thing: str) -> str:
    """Give a number with its thing.

    >>> counted(1, "page"), counted(1200, "page")
    ('1 page', '1,200 pages')
    """
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def counts_table() -> Table:
    """Give a table of counts without lines: number, name, remark."""
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(justify="right", min_width=8)
    table.add_column(no_wrap=True)
    table.add_column(style="dim", overflow="fold")
    return table


def listing(title: str, *columns: str) -> Table:
    """Give a table with a heading for each column."""
    table = Table(box=None, title=title, title_justify="left", title_style="bold", header_style="dim", padding=(0, 1))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
