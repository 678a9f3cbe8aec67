"""Stamps of meta elements and digits of file names."""

import datetime as dt
import zoneinfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction.date_stamps import parse_file_name_date, parse_stamp


@pytest.mark.parametrize(
    ("stamp", "value", "precision"),
    [
        ("2017-03-04T00:14:01+00:00", "2017-03-03", "day"),
        ("2017-03-04T00:14:01Z", "2017-03-03", "day"),
        ("2017-03-04 00:14:01 UTC", "2017-03-03", "day"),
        ("2017-03-04T00:14:01.250Z", "2017-03-03", "day"),
        ("20170304T001401Z", "2017-03-03", "day"),
        ("2017-07-04T03:59:59Z", "2017-07-03", "day"),
        ("2017-07-04T04:00Z", "2017-07-04", "day"),
        ("2017-03-04T02:00:00+02:00", "2017-03-03", "day"),
        ("2017-03-04T20:00:00-0500", "2017-03-04", "day"),
        ("2017-03-04T23:30:00-08:00", "2017-03-05", "day"),
        ("2019-04-19T15:51:03", "2019-04-19", "day"),
        ("2012-01-18", "2012-01-18", "day"),
        ("20120118", "2012-01-18", "day"),
        ("2012-01", "2012-01", "month"),
        ("2012", "2012", "year"),
    ],
)
def test_stamp(stamp: str, value: str, precision: str) -> None:
    span = parse_stamp(f" {stamp}\n")
    assert span is not None
    assert (span.value, span.precision, span.as_written, span.findings) == (value, precision, stamp, ())
    assert f" {stamp}\n"[span.start : span.stop] == stamp


@pytest.mark.parametrize(
    "stamp", ["2013-02-30", "2013-13", "0000", "2013-02-30T00:00:00Z", "2013-02-03T25:00:00Z", "0001-01-01T00:00:00Z"]
)
def test_impossible_stamp(stamp: str) -> None:
    span = parse_stamp(stamp)
    assert span is not None
    assert (span.value, span.findings) == (None, ("date-impossible",))


@pytest.mark.parametrize("text", ["", "yesterday", "March 4, 2017", "2017-03-04 and more", "17-03-04", "2017-3-4"])
def test_no_stamp(text: str) -> None:
    assert parse_stamp(text) is None


@given(st.datetimes(min_value=dt.datetime(1990, 1, 1), max_value=dt.datetime(2035, 1, 1)))
def test_a_stamp_in_universal_time_gives_washingtons_day(moment: dt.datetime) -> None:
    local = moment.replace(tzinfo=zoneinfo.ZoneInfo("America/New_York"))
    span = parse_stamp(local.astimezone(dt.UTC).isoformat())
    assert span is not None
    assert span.value == local.astimezone(dt.UTC).astimezone(local.tzinfo).date().isoformat()


@pytest.mark.parametrize(
    ("stem", "value"),
    [
        ("950512db", "1995-05-12"),
        ("970728", "1997-07-28"),
        ("010108b", "2001-01-08"),
        ("fs-us-japan_rels_970728", "1997-07-28"),
        ("italy9507", "1995-07"),
        ("peru9803", "1998-03"),
        ("af_0005", "2000-05"),
        ("briefing20170304", "2017-03-04"),
        ("italy9513", None),
        ("950231db", None),
        ("35762", None),
        ("2962", None),
        ("9803", None),
        ("110512", None),
        ("137597", None),
        ("md47178", None),
        ("report2012", None),
        ("peru", None),
    ],
)
def test_file_name(stem: str, value: str | None) -> None:
    assert parse_file_name_date(stem) == value
