"""What differs between two tables: rows by what they are called, columns by their heads, cells word by word."""

from collections.abc import Iterator, Sequence
from typing import Final

from statedocs.editions.changes import PartChange
from statedocs.editions.matching import Alphabet, Pair, aligned
from statedocs.editions.parts import part_change
from statedocs.editions.words import Words
from statedocs.record import Table

_ALIKE: Final = 0.4

Grid = Sequence[Sequence[str]]


def cell_changes(old: Table, new: Table) -> Iterator[PartChange]:
    """Give the rows and cells that differ, in order.

    A row that both tables have is called by its first words, a column by its head: a column put in does not make every
    cell behind it another one.
    """
    heads = _heads(old), _heads(new)
    columns = _columns(heads, (old.rows, new.rows))
    both = [(a, b) for a, b in columns if a is not None and b is not None]
    alphabet = Alphabet()
    before = [alphabet.write(_words(row, [a for a, _ in both])) for row in old.rows]
    after = [alphabet.write(_words(row, [b for _, b in both])) for row in new.rows]
    names = [_name(row).casefold() for row in old.rows], [_name(row).casefold() for row in new.rows]
    for i, j in aligned(before, after, at_least=_ALIKE, names=names):
        if i is None or j is None:
            yield from _whole_row(old.rows, new.rows, (i, j))
        else:
            name = "head" if j < _head_rows(new) else _name(new.rows[j])
            yield from _row((old.rows[i], new.rows[j]), columns, (i, j), (heads, name))


def _heads(table: Table) -> list[str]:
    """What each column is called; a table that marks no heads may have them in its first row all the same."""
    width = max(map(len, table.rows), default=0)
    rows = table.rows[: _head_rows(table)]
    return [" ".join(" ".join(row[at].split()) for row in rows if at < len(row)).strip() for at in range(width)]


def _head_rows(table: Table) -> int:
    if table.header_rows or not table.rows:
        return table.header_rows
    first = [" ".join(cell.split()) for cell in table.rows[0]]
    named = len(first) > 1 and all(first[1:]) and len(set(first)) == len(first)
    return 1 if named and not any(letter.isdigit() for cell in first[1:] for letter in cell) else 0


def _columns(heads: tuple[list[str], list[str]], grids: tuple[Grid, Grid]) -> list[Pair]:
    """Which column is which; where heads do not tell, columns of one number are taken in their order."""
    if not any(heads[0]) or not any(heads[1]):
        if len(heads[0]) == len(heads[1]):
            return [(at, at) for at in range(len(heads[0]))]
        alphabet = Alphabet()
        texts = [
            [
                alphabet.write(word for row in grid if at < len(row) for word in Words(row[at]).words)
                for at in range(width)
            ]
            for grid, width in zip(grids, map(len, heads), strict=True)
        ]
        return aligned(texts[0], texts[1], at_least=_ALIKE)
    alphabet = Alphabet()
    texts = [[alphabet.write(Words(head.casefold()).words) for head in side] for side in heads]
    return _filled(aligned(texts[0], texts[1], at_least=_ALIKE))


def _filled(pairs: list[Pair]) -> list[Pair]:
    """Columns between two that are known, as many in the old table as in the new one, were given other heads."""
    filled: list[Pair] = []
    gap: list[Pair] = []
    for pair in [*pairs, (-1, -1)]:
        if pair[0] is None or pair[1] is None:
            gap.append(pair)
            continue
        gone, come = [a for a, _ in gap if a is not None], [b for _, b in gap if b is not None]
        filled += zip(gone, come, strict=True) if len(gone) == len(come) else gap
        filled.append(pair)
        gap = []
    return filled[:-1]


def _words(row: Sequence[str], columns: Sequence[int]) -> Iterator[str]:
    return (word for at in columns if at < len(row) for word in Words(row[at]).words)


def _name(row: Sequence[str]) -> str:
    """What a row is called: the words of its first cell that has any."""
    return next((" ".join(cell.split()) for cell in row if cell.strip()), "")


def _whole_row(old: Grid, new: Grid, places: Pair) -> Iterator[PartChange]:
    i, j = places
    one, other = None if i is None else "\t".join(old[i]), None if j is None else "\t".join(new[j])
    yield from part_change(
        one,
        other,
        (None if i is None else (i,), None if j is None else (j,)),
        f"row {((i or 0) if j is None else j) + 1}",
    )


def _row(
    rows: tuple[Sequence[str], Sequence[str]],
    columns: list[Pair],
    places: tuple[int, int],
    names: tuple[tuple[list[str], list[str]], str],
) -> Iterator[PartChange]:
    heads, row_name = names
    for a, b in columns:
        old = rows[0][a] if a is not None and a < len(rows[0]) else None
        new = rows[1][b] if b is not None and b < len(rows[1]) else None
        head = heads[1][b] if b is not None else heads[0][a or 0]
        label = ", ".join(filter(None, (row_name or f"row {places[1] + 1}", head if head != row_name else "")))
        at = None if old is None else (places[0], a or 0), None if new is None else (places[1], b or 0)
        yield from part_change(old, new, at, label)
