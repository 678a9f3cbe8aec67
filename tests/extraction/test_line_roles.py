"""A masthead line shows by its words what it is."""

import pytest

from statedocs.extraction.line_roles import labelled, read_line


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("May 3, 1997", "date"),
        ("Monday, May 3, 1997", "date"),
        ("March 1998", "date"),
        ("Washington, D.C., January 13, 1998", "date"),
        ("Lima, Peru, 3 May 1997", "date"),
        ("Date: March 1996", "date"),
        ("Washington, DC", "place"),
        ("Example Hall, Lima, Peru", "place"),
        ("Place: Example Hall", "place"),
        ("Press Statement", "type"),
        ("Special Briefing", "type"),
        ("Press Statement, May 3, 1997", "type"),
        ("Bureau of Public Affairs", "issuer"),
        ("Office of the Spokesman", "issuer"),
        ("Bureau of Public Affairs, March 1998", "issuer"),
        ("Bureau of Wells and Roads", "issuer"),
        ("Released by the Bureau of Public Affairs", "issuer"),
        ("PRN: 2011/317", "identifier"),
        ("2011/317", "identifier"),
        ("DPB #12", "identifier"),
        ("1:30 p.m. EST", "time"),
        ("at 10:30 a.m. (Local Time)", "time"),
        ("As Prepared for Delivery", "note"),
        ("(As delivered)", "note"),
        ("On the Record Briefing", "note"),
        ("FOR IMMEDIATE RELEASE", "note"),
        ("Via Teleconference", "note"),
        ("Title: Peru", "title"),
        ("Jordan Example", None),
        ("A line that says nothing of itself", None),
        ("The treaty of May 3, 1997 was signed", None),
        ("", None),
        ("May 3, 1997 " + "and so on " * 30, None),
    ],
)
def test_roles(text: str, role: str | None) -> None:
    assert read_line(text).role == role


def test_a_line_gives_its_dates_and_what_they_leave() -> None:
    reading = read_line("Washington, D.C., January 13, 1998")
    assert [span.value for span in reading.dates] == ["1998-01-13"]
    assert reading.rest == "Washington, D.C."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date:  March 1996", ("date", "March 1996")),
        ("AUTHOR: Bureau of Samples", ("issuer", "Bureau of Samples")),
        ("Briefer: Jordan Example", ("speaker", "Jordan Example")),
        ("Note: none of these", None),
        ("Title:", None),
    ],
)
def test_labels(text: str, expected: tuple[str, str] | None) -> None:
    assert labelled(text) == expected
