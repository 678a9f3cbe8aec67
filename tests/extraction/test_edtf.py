"""EDTF values: what is one, which days it covers, how far two lie apart."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction import edtf

DAYS = st.dates(min_value=dt.date(1700, 1, 1), max_value=dt.date(2099, 12, 31))


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2013-11-19", "2013-11-19", "2013-11-19", "day"),
        ("2012-02", "2012-02-01", "2012-02-29", "month"),
        ("1900-02", "1900-02-01", "1900-02-28", "month"),
        ("2013", "2013-01-01", "2013-12-31", "year"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("2008/2012", "2008-01-01", "2012-12-31", "interval"),
        ("1996-03-30/1996-04-02", "1996-03-30", "1996-04-02", "interval"),
        ("2012-10/2013-09", "2012-10-01", "2013-09-30", "fiscal-year"),
        ("1975-07/1976-06", "1975-07-01", "1976-06-30", "fiscal-year"),
        ("2012-10/2014-09", "2012-10-01", "2014-09-30", "interval"),
        ("2012-07/2013-06", "2012-07-01", "2013-06-30", "interval"),
    ],
)
def test_value(value: str, first: str, last: str, precision: str) -> None:
    assert edtf.is_valid(value)
    assert edtf.earliest(value).isoformat() == first
    assert edtf.latest(value).isoformat() == last
    assert edtf.precision_of(value) == precision


@pytest.mark.parametrize(
    "value",
    [
        "", "13", "2013-1", "2013-13", "2013-00", "2013-02-29", "2013-04-31", "0000", "000X", "19XX", "199x",
        "2013/", "/2013", "2012/2008", "199X/2001", "2013-11-19T00:00", "2013-11-19 ", "2013~", "+2013", "２０１３",
        "2008/2010/2012",
    ],
)  # fmt: skip
def test_no_value(value: str) -> None:
    assert not edtf.is_valid(value)
    for reading in (edtf.earliest, edtf.latest, edtf.precision_of):
        with pytest.raises(ValueError, match=r"."):
            reading(value)


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2013-11-19", "2013-11-19", 0),
        ("2013-11-19", "2013-11-22", 3),
        ("2013-11", "2013-11-30", 0),
        ("2013-11", "2013-12-02", 2),
        ("199X", "2000", 1),
        ("2007-08", "2007-08/2007-09", 0),
    ],
)
def test_apart(a: str, b: str, days: int) -> None:
    assert edtf.apart(a, b) == edtf.apart(b, a) == days


@given(DAYS, DAYS)
def test_days_are_as_far_apart_as_the_calendar_says(a: dt.date, b: dt.date) -> None:
    assert edtf.apart(a.isoformat(), b.isoformat()) == abs((a - b).days)


@given(DAYS)
def test_a_day_lies_in_its_month_and_its_fiscal_year(day: dt.date) -> None:
    assert edtf.apart(day.isoformat(), day.isoformat()[:7]) == 0
    years = [edtf.fiscal_year(year) for year in (day.year - 1, day.year, day.year + 1)]
    holding = [year for year in years if edtf.earliest(year) <= day <= edtf.latest(year)]
    transition_quarter = dt.date(1976, 7, 1) <= day <= dt.date(1976, 9, 30)
    assert len(holding) == (0 if transition_quarter else 1)


@given(st.integers(), st.integers(), st.integers())
def test_a_built_day_is_valid_or_nothing(year: int, month: int, day: int) -> None:
    value = edtf.day(year, month, day)
    assert value is None or edtf.precision_of(value) == "day"


def test_intervals_run_forward() -> None:
    assert edtf.interval("2011-07", "2012-06") == "2011-07/2012-06"
    assert edtf.interval("2012", "2012") is None
    assert edtf.interval("2012", "2011") is None
    assert edtf.month(2012, 13) is None
