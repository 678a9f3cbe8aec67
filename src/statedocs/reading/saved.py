"""What programs that save pages write into them: where a page was, and when it was saved."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

from statedocs.reading.replay import Replay

_MARKS: Final = ("SingleFile", "HTTrack")
_SINGLE_FILE: Final = re.compile(
    r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)"
    r"(?:\s+saved date: \w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4}) (?P<clock>\d\d:\d\d:\d\d)"
    r" GMT(?P<zone>[+-]\d{4}))?"
)
_HTTRACK: Final = re.compile(
    r"<!--\s*Mirrored from (?P<url>\S+) by HTTrack Website Copier/[^>]*?"
    r"(?:, \w{3}, (?P<day>\d\d) (?P<month>\w{3}) (?P<year>\d{4}) (?P<clock>\d\d:\d\d:\d\d) (?P<zone>GMT))?\s*-->"
)
_REPLAYED: Final = re.compile(r"/\d{14}(?:[a-z]{2}_)?/")
"""An archive's address says itself when the page was captured; it was saved later."""
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def saved_by_program(opening: str) -> Replay | None:
    """Recognises what SingleFile or HTTrack wrote at the top of a page; HTTrack leaves out the scheme.

    >>> saved_by_program("<!-- Page saved with SingleFile url: https://www.state.gov/peru/ -->").url
    'https://www.state.gov/peru/'
    """
    if not any(mark in opening for mark in _MARKS):
        return None
    found = _SINGLE_FILE.search(opening) or _HTTRACK.search(opening)
    if found is None:
        return None
    url = found["url"]
    moment = None if _REPLAYED.search(url) else _moment(found)
    return Replay(url=url if "://" in url else f"//{url}", url_evidence="saved-from", captured_at=moment)


def _moment(found: re.Match[str]) -> str | None:
    if found["year"] is None or found["month"] not in _MONTHS:
        return None
    hour, minute, second = map(int, found["clock"].split(":"))
    date = int(found["year"]), _MONTHS.index(found["month"]) + 1, int(found["day"])
    try:
        moment = datetime(*date, hour, minute, second, tzinfo=UTC) - _offset(found["zone"])
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _offset(zone: str) -> timedelta:
    """How far a zone such as `+0100` is ahead of UTC."""
    if zone == "GMT":
        return timedelta()
    ahead = timedelta(hours=int(zone[1:3]), minutes=int(zone[3:]))
    return -ahead if zone.startswith("-") else ahead
