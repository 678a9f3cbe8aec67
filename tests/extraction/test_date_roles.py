"""Which date is the one of publication."""

from datetime import date

import pytest

from statedocs.extraction import edtf
from statedocs.extraction.date_roles import Candidate, choose_published, late_changes

CAPTURED = date(2024, 5, 1)


def dated(value: str, evidence: str = "masthead", role: str = "published") -> Candidate:
    return Candidate(value, edtf.precision_of(value), role, evidence, value)


def chosen(*candidates: Candidate, edition: str | None = None, kind: str | None = None) -> tuple[str | None, list[str]]:
    best, doubts = choose_published(candidates, captured=CAPTURED, edition=edition, document_type=kind)
    return best.value if best else None, [code for code, _ in doubts]


@pytest.mark.parametrize(
    ("candidates", "value", "codes"),
    [
        ([], None, []),
        ([dated("2017-03-03", "meta")], "2017-03-03", []),
        ([dated("2017-03-04", "meta"), dated("2017-03-03")], "2017-03-03", []),
        ([dated("2017-03-05", "meta"), dated("2017-03-03")], "2017-03-03", []),
        ([dated("2017-03-06", "meta"), dated("2017-03-03")], "2017-03-03", ["date-conflict"]),
        ([dated("2007-08-31", "meta"), dated("2007-08")], "2007-08", []),
        ([dated("2025-01-03", "meta", "updated")], None, []),
        ([dated("2016", "title", "edition"), dated("2017-03-03", "meta")], "2017-03-03", []),
        ([dated("1995-05-12", "url")], None, []),
        ([dated("2019-05-09", "body")], "2019-05-09", []),
        ([dated("1998-04-08", role="as-released"), dated("1998-01-13", role="delivered")], "1998-01-13", []),
        ([dated("2000-11-20", role="as-released")], "2000-11-20", []),
        ([dated("2023-11-03", role="delivered"), dated("2023-11-04", "meta")], "2023-11-03", []),
        ([dated("2023-11-03", role="delivered"), dated("2023-11-09", "meta")], "2023-11-03", ["date-conflict"]),
        ([dated("1998-03", "title"), dated("1998-03")], "1998-03", []),
        ([dated("1998-03", "title"), dated("1998-10")], "1998-10", ["date-conflict"]),
        ([dated("1996-03-03/1996-03-05")], "1996-03-03/1996-03-05", []),
        ([dated("199X"), dated("2005-10/2006-09")], None, []),
        ([dated("2024-05-02")], None, ["date-after-capture"]),
        ([dated("2024-05")], "2024-05", []),
        ([dated("2025-03-03"), dated("2017-03-03", "meta")], None, ["date-after-capture"]),
        ([dated("2025-03-03", "meta"), dated("2017-03-03")], "2017-03-03", ["date-after-capture"]),
    ],
)
def test_choice(candidates: list[Candidate], value: str | None, codes: list[str]) -> None:
    assert chosen(*candidates) == (value, codes)


@pytest.mark.parametrize(
    ("edition", "value", "kind", "good"),
    [
        ("2019", "2020-03-11", "report", True),
        ("2019", "2019-06-20", "report", True),
        ("2019", "2018-12-31", "report", False),
        ("2019", "2018", None, False),
        ("1990s", "1989-12-31", None, False),
        ("1990s", "1991-02-01", None, True),
        ("FY 2014", "2013-04-10", "report", True),
        ("FY 2014", "2012-12-31", "report", False),
        ("FY 1999 and 2000", "2000-03-01", "report", True),
        ("2006-2007", "2007-08", "report", True),
        ("2006-2007", "2004-08", "report", False),
        ("September 2017", "2017-08-10", None, True),
        ("January 2018", "2017-12-10", None, True),
        ("September 2017", "2017-04-10", None, False),
        ("2019", "2018-11-01", "visa-bulletin", True),
        ("2019", "2018-11-01", "strategic-plan", True),
        ("Volume I", "1990-01-01", None, True),
        ("", "1990-01-01", None, True),
    ],
)
def test_edition(edition: str, value: str, kind: str | None, good: bool) -> None:
    assert chosen(dated(value), edition=edition, kind=kind) == (
        (value, []) if good else (None, ["date-before-edition"])
    )


def test_of_two_printed_dates_the_one_after_the_period_is_chosen() -> None:
    assert chosen(dated("1995-02"), dated("1996-03"), edition="1995") == ("1996-03", ["date-conflict"])


def test_without_a_capture_no_date_is_too_late() -> None:
    best, doubts = choose_published([dated("2031-01-01")], captured=None, edition=None, document_type=None)
    assert best is not None
    assert doubts == []


def test_the_choice_does_not_change_its_candidates() -> None:
    candidates = [dated("2017-03-03"), dated("2017-03-09", "meta")]
    best, doubts = choose_published(candidates, captured=CAPTURED, edition=None, document_type=None)
    assert best is candidates[0]
    assert doubts[0][1] == "'2017-03-03' (masthead), '2017-03-09' (meta)"


def test_a_page_was_not_changed_after_its_capture() -> None:
    late, early = dated("2025-01-03", "meta", "updated"), dated("2024-05-01", "meta", "updated")
    [(code, message)] = late_changes([early, late, late, dated("2025-03-03")], CAPTURED)
    assert (code, "2025-01-03" in message) == ("date-after-capture", True)
    assert late_changes([late], None) == []
