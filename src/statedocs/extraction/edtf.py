"""Dates as EDTF values: the small part of the standard that a record uses.

Level 0 and 1 of the Extended Date/Time Format: `2013-11-19`, `2013-11`, `2013`, `2008/2012`, `199X`. No times,
no unknown or approximate parts, and the years 0001 to 9999 of `datetime.date`.

Source: ISO 8601-2:2019; Library of Congress, Extended Date/Time Format specification.
"""

import calendar
import datetime as dt
import re
from functools import lru_cache
from typing import Final

_POINT: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_DECADE: Final = re.compile(r"[0-9]{3}X")
_MOST_KNOWN: Final = 4096
"""Pages name the same years and months again and again."""

OCTOBER_START: Final = 1977
"""The first federal fiscal year that began in October; earlier ones began in July.

Source: Congressional Budget and Impoundment Control Act of 1974, title V.
"""


def is_valid(value: str) -> bool:
    """Whether the calendar has the date.

    >>> is_valid("2012-02-29"), is_valid("2013-02-29"), is_valid("2012/2008")
    (True, False, False)
    """
    try:
        _bounds(value)
    except ValueError:
        return False
    return True


def earliest(value: str) -> dt.date:
    """The first day that a value covers.

    Raises:
        ValueError: The value is none that `is_valid` accepts.
    """
    return _bounds(value)[0]


def latest(value: str) -> dt.date:
    """The last day that a value covers.

    Raises:
        ValueError: The value is none that `is_valid` accepts.
    """
    return _bounds(value)[1]


def precision_of(value: str) -> str:
    """The precision that a value has of itself: day, month, year, decade, interval or fiscal-year.

    An interval of the twelve months of a federal fiscal year counts as that year.

    >>> precision_of("2012-10/2013-09")
    'fiscal-year'

    Raises:
        ValueError: The value is none that `is_valid` accepts.
    """
    _bounds(value)
    if "/" in value:
        return "fiscal-year" if value == fiscal_year(int(value.partition("/")[2][:4])) else "interval"
    if value.endswith("X"):
        return "decade"
    return ("year", "month", "day")[value.count("-")]


def apart(a: str, b: str) -> int:
    """Days between the nearest days of two values; 0 where they share a day.

    >>> apart("2013-11-19", "2013-11"), apart("2013-11-19", "2013-12")
    (0, 12)
    """
    (a_start, a_stop), (b_start, b_stop) = _bounds(a), _bounds(b)
    return max(0, (b_start - a_stop).days, (a_start - b_stop).days)


@lru_cache(maxsize=_MOST_KNOWN)
def day(year: int, month: int, day_of_month: int) -> str | None:
    """The value of a day, or nothing where the calendar has no such day."""
    try:
        return dt.date(year, month, day_of_month).isoformat()
    except (ValueError, OverflowError):
        return None


def month(year: int, month_of_year: int) -> str | None:
    """The value of a month, or nothing where there is none of that number."""
    value = day(year, month_of_year, 1)
    return value[:7] if value else None


@lru_cache(maxsize=_MOST_KNOWN)
def interval(start: str, stop: str) -> str | None:
    """The value from one point to another; nothing unless the second is the later one."""
    value = f"{start}/{stop}"
    return value if is_valid(value) and earliest(start) < earliest(stop) else None


def fiscal_year(year: int) -> str:
    """The federal fiscal year that ends in a year.

    >>> fiscal_year(2013), fiscal_year(1976)
    ('2012-10/2013-09', '1975-07/1976-06')
    """
    first, last = (10, 9) if year >= OCTOBER_START else (7, 6)
    return f"{year - 1:04}-{first:02}/{year:04}-{last:02}"


@lru_cache(maxsize=_MOST_KNOWN)
def _bounds(value: str) -> tuple[dt.date, dt.date]:
    if "/" in value:
        start, _, stop = value.partition("/")
        first, last = _point(start)[0], _point(stop)[1]
        if first > last:
            raise ValueError(f"interval ends before it starts: {value!r}")
        return first, last
    if _DECADE.fullmatch(value):
        return dt.date(int(value[:3] + "0"), 1, 1), dt.date(int(value[:3] + "9"), 12, 31)
    return _point(value)


def _point(value: str) -> tuple[dt.date, dt.date]:
    match = _POINT.fullmatch(value)
    if match is None:
        raise ValueError(f"not a date of EDTF level 0 or 1: {value!r}")
    year, month_of_year, day_of_month = (int(part) if part else 0 for part in match.groups())
    if match[3]:
        exact = dt.date(year, month_of_year, day_of_month)
        return exact, exact
    if match[2]:
        first = dt.date(year, month_of_year, 1)
        return first, first.replace(day=calendar.monthrange(year, month_of_year)[1])
    return dt.date(year, 1, 1), dt.date(year, 12, 31)
