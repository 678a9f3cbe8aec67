"""Times as feeds write them."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def moment(written: str | None, *, is_utc: bool = False) -> str | None:
    """Give a time in ISO 8601, of the forms that feeds have; None where it is none.

    >>> moment("Fri, 03 Mar 2017 19:14:01 -0500")
    '2017-03-03T19:14:01-05:00'
    >>> moment("2017-03-04T00:14:01", is_utc=True)
    '2017-03-04T00:14:01+00:00'
    >>> moment("Fri, 20 Feb 2026")
    '2026-02-20'
    """
    text = (written or "").strip()
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        try:
            found = parsedate_to_datetime(text)
        except ValueError:
            return _day(text)
    if is_utc and found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    return found.isoformat() if "T" in text or ":" in text else text


def _day(text: str) -> str | None:
    """The day alone, as the feed of travel advisories writes it."""
    try:
        return parsedate_to_datetime(f"{text} 00:00:00").date().isoformat()
    except ValueError:
        return None
