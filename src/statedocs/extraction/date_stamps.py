"""Dates that machines write: stamps in meta elements, digits in file names."""

import datetime as dt
import functools
import re
import zoneinfo
from typing import Final

from statedocs.extraction import edtf
from statedocs.extraction.date_span import IMPOSSIBLE, DateSpan, full_year

_STAMP: Final = re.compile(
    r"(?P<year>[0-9]{4})(?:-?(?P<month>[0-9]{2})(?:-?(?P<day>[0-9]{2})"
    r"(?:[T ](?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2})(?::?[0-9]{2}(?:[.,][0-9]+)?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?",
    re.IGNORECASE,
)
_LONG_DIGITS: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{6}(?![0-9])")
_SIX_DIGITS: Final = re.compile(r"(?<![0-9])(?:89|9[0-9]|0[0-9])[0-9]{4}(?![0-9])")
_FOUR_DIGITS: Final = re.compile(r"(?<=[A-Za-z_-])(?:89|9[0-9]|0[0-9])[0-9]{2}(?![0-9])")


def parse_stamp(text: str) -> DateSpan | None:
    """The day, month or year of an ISO 8601 stamp, as Washington's calendar had it.

    A stamp without a zone is taken as it stands. Nothing for text that is no stamp.

    >>> parse_stamp("2017-03-04T00:14:01+00:00").value
    '2017-03-03'
    """
    start = len(text) - len(text.lstrip())
    match = _STAMP.fullmatch(text.strip())
    if match is None:
        return None
    precision = "day" if match["day"] else "month" if match["month"] else "year"
    value = _value(match)
    findings = () if value else (IMPOSSIBLE,)
    return DateSpan(value, precision, match[0], start, start + len(match[0]), findings)


def parse_file_name_date(stem: str) -> str | None:
    """The day or month in a file name of the 1990s and 2000s: YYMMDD or YYMM, or YYYYMMDD.

    Weak evidence: a file keeps its name when its content is replaced, and some were misnamed from the first.

    >>> parse_file_name_date("950512db"), parse_file_name_date("italy9507"), parse_file_name_date("35762")
    ('1995-05-12', '1995-07', None)
    """
    if match := _LONG_DIGITS.search(stem):
        return edtf.day(int(match[0][:4]), int(match[0][4:6]), int(match[0][6:]))
    if match := _SIX_DIGITS.search(stem):
        return edtf.day(full_year(match[0][:2]), int(match[0][2:4]), int(match[0][4:]))
    if match := _FOUR_DIGITS.search(stem):
        return edtf.month(full_year(match[0][:2]), int(match[0][2:]))
    return None


def _value(match: re.Match[str]) -> str | None:
    year = int(match["year"])
    if not match["month"]:
        return match["year"] if edtf.is_valid(match["year"]) else None
    if not match["day"]:
        return edtf.month(year, int(match["month"]))
    if not match["zone"]:
        return edtf.day(year, int(match["month"]), int(match["day"]))
    return _washington_day(match, year)


def _washington_day(match: re.Match[str], year: int) -> str | None:
    try:
        stamp = dt.datetime(
            year,
            int(match["month"]),
            int(match["day"]),
            int(match["hour"]),
            int(match["minute"]),
            tzinfo=_zone(match["zone"]),
        )
        return stamp.astimezone(_washington()).date().isoformat()
    except (ValueError, OverflowError):
        return None


def _zone(written: str) -> dt.tzinfo:
    if written[0] not in "+-":
        return dt.UTC
    minutes = int(written[1:3]) * 60 + int(written[-2:] if len(written) > 3 else 0)
    return dt.timezone(dt.timedelta(minutes=-minutes if written[0] == "-" else minutes))


@functools.cache
def _washington() -> zoneinfo.ZoneInfo:
    return zoneinfo.ZoneInfo("America/New_York")
