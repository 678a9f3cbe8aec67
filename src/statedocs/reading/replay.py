"""What an archive or a browser put around a page: who wrapped it, the original address and the time of capture."""

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Final

_WAYBACK_CALL: Final = re.compile(
    r"""__wm\.(?:wombat|bt|init)\(\s*(?:\d+\s*,\s*){0,6}(?:["']web["']\s*,\s*)?["']([^"']+)["']\s*,\s*["'](\d{14})["']"""
)
_WAYBACK_NOTE: Final = re.compile(
    r"FILE ARCHIVED ON (?:(?P<stamp>\d{14})|(?P<note>\d{1,2}:\d\d:\d\d [A-Z][a-z]{2} \d{1,2}, \d{4}))\b"
)
"""Until about 2010 the time stood as in the address."""
_WAYBACK_FIELD: Final = re.compile(r"""<input\b(?=[^>]*\bid=["']?wmtbURL\b)[^>]*\bvalue=["']([^"'<>\s]+)["']""", re.I)
"""The toolbar's field with the original address."""
_WAYBACK_ADDRESS: Final = re.compile(
    r"(?:https?:)?//web\.archive\.org/web/(\d{14})(?:[a-z]{2}_)?/((?:https?:)?/?/?[^\s\"'<>]+)", re.I
)
_WAYBACK_PRINTED: Final = re.compile(
    r"The Wayback Machine -\s*(https?://web\.archive\.org/web/(\d{14})\w*/([^\s<]+))"
    r"(?:(?<=/)[ \t]*\r?\n?[ \t]*([^\s<:]+/[^\s<:]*)(?=[ \t]*[\r\n]))?"
)
"""The address may be broken behind the host's slash: the toolbar lets it, and printed texts keep the break."""
_WAYBACK_ELEMENT: Final = re.compile(
    r"The Wayback Machine -\s*"
    r"(https?://web\.archive\.org/web/(\d{14})\w*/([^\s<]+(?:[ \t]*\r?\n[ \t]*[^\s<]+){0,8}))\s*</"
)
"""In markup the whole element is the address: a browser that saves a page breaks long lines behind slash and hyphen."""
_SAVED_FROM: Final = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.I)
_ARCHIVE: Final = b"archive"
_FIELD: Final = b"wmtbURL"
_ARCHIVES: Final = (b".org", b"-it")
"""What follows `archive` where an archive is named; pages are searched for the one word that both begin with."""
_HEAD: Final = 4096

TOOLBAR: Final[Mapping[str, str]] = MappingProxyType(
    {
        "#wm-ipp-base": "replay/wayback-toolbar",
        "#wm-ipp": "replay/wayback-toolbar",
        "#wm-ipp-print": "replay/wayback-print-line",
        "#donato": "replay/wayback-appeal",
        "#wm-capinfo": "replay/wayback-toolbar",
        "#archive-it-banner": "replay/archive-it-banner",
        "#ait_toolbar": "replay/archive-it-banner",
    }
)
"""Selector to rule: elements that an archive put into the page."""


@dataclass(frozen=True, slots=True)
class Replay:
    """What the wrapping says.

    Attributes:
        archive_url: The address of the replay, as witnessed.
        url: The original address that the wrapping names.
        url_evidence: `saved-from` or `wayback`.
        captured_at: RFC 3339 in UTC.
        chrome: Selector to rule of what was put on.
    """

    archive_url: str | None = None
    url: str | None = None
    url_evidence: str | None = None
    captured_at: str | None = None
    chrome: Mapping[str, str] = field(default_factory=dict)


_NONE: Final = Replay()


def unwrap(page: bytes | str) -> Replay:
    """Recognises what the Wayback Machine, Archive-It or a browser's "save as" put on a page.

    Args:
        page: The page; its UTF-8 takes less time than its text.

    >>> unwrap("<!-- saved from url=(0025)https://www.state.gov/peru -->").url
    'https://www.state.gov/peru'
    """
    utf8 = page.encode() if isinstance(page, str) else page
    saved = _SAVED_FROM.search(utf8[:_HEAD].decode("utf-8", "ignore"))
    if not _names_archive(utf8) and _FIELD not in utf8:
        return _NONE if saved is None else Replay(url=saved.group(1), url_evidence="saved-from")
    text = utf8.decode()
    url = archive_url = captured = None
    if element := _WAYBACK_ELEMENT.search(text):
        archive_url, captured, url = ("".join(html.unescape(part).split()) for part in element.groups())
    elif printed := _WAYBACK_PRINTED.search(text):
        rest = printed.group(4) or ""
        archive_url, captured, url = printed.group(1) + rest, printed.group(2), printed.group(3) + rest
    if call := _WAYBACK_CALL.search(text):
        url, captured = call.group(1), call.group(2)
    if saved is not None:
        if wrapped := _WAYBACK_ADDRESS.match(saved.group(1)):
            archive_url, captured, url = saved.group(1), wrapped.group(1), wrapped.group(2)
        else:
            return Replay(url=saved.group(1), url_evidence="saved-from", chrome=TOOLBAR)
    if url is None and (shown := _WAYBACK_FIELD.search(text)):
        url = html.unescape(shown.group(1))
    captured_at = _from_stamp(captured) if captured else None
    if captured_at is None and (note := _WAYBACK_NOTE.search(text)):
        captured_at = _from_stamp(note["stamp"]) if note["stamp"] else _from_note(note["note"])
    return Replay(archive_url, url, "wayback" if url else None, captured_at, TOOLBAR)


def _names_archive(utf8: bytes) -> bool:
    place = utf8.find(_ARCHIVE)
    while place >= 0:
        place += len(_ARCHIVE)
        if utf8.startswith(_ARCHIVES, place):
            return True
        place = utf8.find(_ARCHIVE, place)
    return False


def _from_stamp(stamp: str) -> str | None:
    try:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").strftime("%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return None


def _from_note(note: str) -> str | None:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    clock, month, day, year = note.replace(",", "").split()
    hour, minute, second = (int(part) for part in clock.split(":"))
    try:
        moment = datetime(int(year), months.index(month) + 1, int(day), hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
