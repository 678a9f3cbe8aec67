"""Reads the data files of the vocabulary: tab-separated, with comments, one row a line."""

from pkgutil import get_data

Row = dict[str, str]


def read_table(name: str) -> list[Row]:
    """The rows of `data/<name>.tsv`, each a mapping from column to cell; an absent cell is an empty string.

    Lines that begin with `#` are comments; the first other line names the columns.

    Raises:
        FileNotFoundError: The package was built without its data.
        ValueError: A row has more or fewer cells than there are columns.
    """
    data = get_data("statedocs.vocabulary", f"data/{name}.tsv")
    if data is None:
        raise FileNotFoundError(f"the vocabulary's data file {name}.tsv is not part of this installation")
    lines = [line for line in data.decode().split("\n") if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines[1:]]


def choices(cell: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, parted by `|`."""
    return tuple(cell.split("|")) if cell else ()


def year(cell: str) -> int | None:
    """The year in a cell, if it holds one."""
    return int(cell) if cell else None
