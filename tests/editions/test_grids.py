"""Tables: rows by what they are called, columns by their heads."""

from collections.abc import Callable, Sequence

import pytest
from tests.editions.conftest import a_table

from statedocs.editions import diff
from statedocs.record import Document

Record = Callable[..., Document]
Rows = Sequence[Sequence[str]]

OLD: Rows = [
    ("Class", "China", "India", "Vietnam"),
    ("1st", "22FEB17", "01JAN15", "C"),
    ("2nd", "01AUG16", "19APR09", "C"),
]


def changed(record: Record, old: Rows, new: Rows, *, heads: int = 1) -> list[tuple[str, str, object, object]]:
    pages = [record((0, None, None, [{**a_table(*rows), "header_rows": heads}])) for rows in (old, new)]
    sections = diff(*pages).sections
    return [(part.kind, part.label, part.old, part.new) for part in sections[0].blocks[0].parts] if sections else []


@pytest.mark.parametrize("heads", [0, 1])
def test_a_row_is_the_same_row_though_all_its_cells_are_others(record: Record, heads: int) -> None:
    new = [OLD[0], ("1st", "01FEB22", "02FEB22", "03FEB22"), OLD[2]]
    assert changed(record, OLD, new, heads=heads) == [
        ("rewritten", "1st, China", (1, 1), (1, 1)),
        ("rewritten", "1st, India", (1, 2), (1, 2)),
        ("rewritten", "1st, Vietnam", (1, 3), (1, 3)),
    ]


@pytest.mark.parametrize("heads", [0, 1])
def test_a_column_that_is_gone_leaves_the_others_what_they_are(record: Record, heads: int) -> None:
    new = [(row[0], *row[2:]) for row in OLD]
    new[2] = ("2nd", "20APR09", "C")
    assert changed(record, OLD, new, heads=heads) == [
        ("removed", "head, China", (0, 1), None),
        ("removed", "1st, China", (1, 1), None),
        ("removed", "2nd, China", (2, 1), None),
        ("rewritten", "2nd, India", (2, 2), (2, 1)),
    ]


def test_a_column_of_another_head_is_the_same_column(record: Record) -> None:
    new = [("Class", "China, mainland", "Bharat", "Vietnam"), *OLD[1:]]
    assert changed(record, OLD, new) == [
        ("rewritten", "head, China, mainland", (0, 1), (0, 1)),
        ("rewritten", "head, Bharat", (0, 2), (0, 2)),
    ]


def test_rows_come_and_go(record: Record) -> None:
    assert changed(record, OLD, [*OLD[:2], ("3rd", "C", "C", "C")]) == [
        ("removed", "row 3", (2,), None),
        ("added", "row 3", None, (2,)),
    ]


def test_tables_without_heads(record: Record) -> None:
    rows = [("population", "29 million"), ("", "of whom 9 in Lima"), ("area", "1.3")]
    wider = [("population", "29 million", "a"), ("", "of whom 9 in Lima", "b"), ("area", "1.3", "c")]
    assert [part[:2] for part in changed(record, rows, wider, heads=0)] == [
        ("added", "population"),
        ("added", "of whom 9 in Lima"),
        ("added", "area"),
    ]
    assert changed(record, rows, [rows[0], ("", "of whom 8 in Lima"), rows[2]], heads=0) == [
        ("rewritten", "of whom 8 in Lima", (1, 1), (1, 1))
    ]


def test_rows_of_different_lengths(record: Record) -> None:
    assert changed(record, [("a", "b"), ("c",)], [("a", "b"), ("c", "d")], heads=0) == [("added", "c, b", None, (1, 1))]
