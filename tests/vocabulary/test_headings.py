"""Headings of standing outlines."""

import pytest

from statedocs.vocabulary import standing_heading
from statedocs.vocabulary.tables import read_table


@pytest.mark.parametrize(
    ("line", "weight"),
    [
        ("Section 7. Worker Rights", "strong"),
        ("WORKER RIGHTS", "strong"),
        ("b. Disappearance", "strong"),
        ("1. Openness To, and Restrictions Upon, Foreign Investment", "strong"),
        ("Peru\u2019s Membership in International Organizations", "strong"),
        ("U.S. Assistance to The Gambia", "strong"),
        ("Women", "weak"),
        ("Sexual Harassment:", None),
        ("Prioritized Recommendations:", "strong"),
        ("The wells of the town", None),
        ("Women " * 60, None),
    ],
)
def test_a_line_is_compared_without_case_and_number(line: str, weight: str | None) -> None:
    assert standing_heading(line) == weight


def test_every_row_says_whose_heading_it_is_and_how_surely() -> None:
    rows = read_table("standing_headings")
    assert len({row["heading"].casefold() for row in rows}) == len(rows)
    assert {row["weight"] for row in rows} == {"strong", "weak"}
    assert all(row["source"] for row in rows)
