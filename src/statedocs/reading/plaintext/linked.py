"""Headings of Markdown that stand within a link: `[#### Section 4.`, a blank line, `### Corruption](#section-4)`."""

import re

from statedocs.reading.plaintext.lines import Line

_OPENED = re.compile(r"\[\s*(?=#{1,6}\s+\S)")
_CLOSED = re.compile(r"\]\([^()\s]*\)$")
_MARK = re.compile(r"#{1,6}\s+")
_REACH = 6
"""A link holds two headings at most, and what is between them."""


def link_within(lines: list[Line]) -> list[Line]:
    """Put the bracket that begins a link before headings into the last of them, where the link's address is.

    A heading's marks are then the first thing in its line. No character is lost: the bracket stands elsewhere.
    """
    for at, line in enumerate(lines):
        opened = _OPENED.match(line.body)
        if opened is None:
            continue
        last = next((other for other in lines[at : at + _REACH] if "](" in other.body), None)
        if last is None or not _CLOSED.search(last.body):
            continue
        line.body = line.body[opened.end() :]
        mark = _MARK.match(last.body)
        start = mark.end() if mark else 0
        last.body = f"{last.body[:start]}[{last.body[start:]}"
    return lines
