"""Times of capture as sources write them."""

import re
from datetime import UTC, datetime
from typing import Final

_TO_THE_MINUTE: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*", re.DOTALL)
_DIGITS: Final = re.compile(r"\d{12}(?:\d\d)?")


def utc(stamp: str) -> str | None:
    """Give an RFC 3339 time in UTC; None for a day without an hour and for a time that no calendar has.

    A time that names no zone is UTC already, as archives mean it.

    >>> utc("2013-11-19T23:11:00.250-05:00")
    '2013-11-20T04:11:00Z'
    """
    try:
        moment = datetime.fromisoformat(stamp if _TO_THE_MINUTE.fullmatch(stamp) else "")
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None


def utc_of_digits(stamp: str) -> str | None:
    """Give the time that digits say, as in the names of captures.

    >>> utc_of_digits("20131120041100")
    '2013-11-20T04:11:00Z'
    """
    if not _DIGITS.fullmatch(stamp):
        return None
    parts = [stamp[:4], *(stamp[at : at + 2] for at in range(4, len(stamp), 2))]
    return utc(f"{'-'.join(parts[:3])}T{':'.join(parts[3:])}Z")
