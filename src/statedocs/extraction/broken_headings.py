"""Numbered headings in capitals that a text broke: `A. DATES FOR FILING FAMILY-SPONSORED` / `VISA APPLICATIONS`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from statedocs.extraction.capitals import SMALL_WORDS
from statedocs.extraction.heading_words import is_manual_section
from statedocs.extraction.page import Raw
from statedocs.extraction.sections import split_number
from statedocs.vocabulary import standing_heading

_SHORTEST: Final = 25
_LONGEST: Final = 100
_MOST_LINES: Final = 3
_DAY: Final = re.compile(r"[A-Z][a-z]{2,8} \d{1,2}, 20\d\d$")
_ENDS: Final = (".", ":", ";", "?", "!")


def joined_headings(pieces: Sequence[Raw]) -> list[Raw]:
    """The pieces of a text; the lines of a broken heading are one where text stands below it."""
    out: list[Raw] = []
    at = 0
    while at < len(pieces):
        stop = _stop(pieces, at)
        out.append(_joined(pieces[at:stop]) if stop > at + 1 else pieces[at])
        at = stop
    return out


def _stop(pieces: Sequence[Raw], at: int) -> int:
    """The piece after the heading that begins here, or after the piece."""
    if _is_open_section(pieces, at) or _is_advisory(pieces, at):
        return at + 2
    if len(pieces[at].text) < _SHORTEST or not _is_capital_line(pieces[at]) or split_number(pieces[at].text)[0] is None:
        return at + 1
    stop = at + 1
    while stop < len(pieces) and stop - at < _MOST_LINES and _carries_on(pieces[stop]):
        stop += 1
    closed = stop < len(pieces) and not _is_capital_line(pieces[stop])
    return stop if closed else at + 1


def _is_open_section(pieces: Sequence[Raw], at: int) -> bool:
    """Whether a section of the Foreign Affairs Manual goes on in the line below: `18 FAM 201.1 Policy and` / `aims`."""
    raw, below = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if raw.kind != "paragraph" or below is None or below.kind != "paragraph" or "before" in below.hints:
        return False
    opened = is_manual_section(raw.text) and raw.text.rsplit(" ", 1)[-1] in SMALL_WORDS
    return opened and below.text[:1].islower() and len(below.text) <= _LONGEST and not below.text.endswith(_ENDS)


def _is_advisory(pieces: Sequence[Raw], at: int) -> bool:
    """Whether the day of an advisory stands right below the words `Travel Advisory`, on a page about a country."""
    raw, below = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if raw.kind != "paragraph" or raw.text != "Travel Advisory" or below is None or below.kind != "paragraph":
        return False
    return "before" not in below.hints and "after" in below.hints and _DAY.match(below.text) is not None


def _carries_on(raw: Raw) -> bool:
    return (
        "before" not in raw.hints
        and _is_capital_line(raw)
        and split_number(raw.text)[0] is None
        and standing_heading(raw.text) is None
        and not raw.anchors
    )


def _is_capital_line(raw: Raw) -> bool:
    text = raw.text
    return raw.kind == "paragraph" and len(text) <= _LONGEST and text.isupper() and not text.endswith(_ENDS)


def _joined(lines: Sequence[Raw]) -> Raw:
    first = lines[0]
    return replace(
        first,
        text="\n".join(raw.text for raw in lines),
        looks=[look for raw in lines for look in (raw.looks or [frozenset()])],
        lines=[line for raw in lines for line in (raw.lines or [raw.line])],
    )
