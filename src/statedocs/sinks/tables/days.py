"""The days that an EDTF value spans."""

import calendar
from datetime import date

Days = tuple[str | None, str | None]


def days(value: str | None) -> Days:
    """Give the first and the last day as ISO dates; None for what no calendar has.

    >>> days("2013-02")
    ('2013-02-01', '2013-02-28')
    >>> days("2012-10/2013-09")
    ('2012-10-01', '2013-09-30')
    >>> days("199X")
    ('1990-01-01', '1999-12-31')
    >>> days("2013-02-30")
    (None, None)
    """
    if not value:
        return None, None
    first, _, last = value.partition("/")
    start, stop = _edge(first, last=False), _edge(last or first, last=True)
    return (start, stop) if start and stop and start <= stop else (None, None)


def _edge(value: str, *, last: bool) -> str | None:
    if value.endswith("X"):
        value = value[:-1] + ("9" if last else "0")
    year, month, day = (*(int(part) for part in value.split("-")), 0, 0)[:3]
    try:
        month = month or (12 if last else 1)
        day = day or (calendar.monthrange(year, month)[1] if last else 1)
        return date(year, month, day).isoformat()
    except ValueError:
        return None
