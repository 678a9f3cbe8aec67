"""The menus of other sites that keep State's pages: they stand above the Department's own letterhead."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.templates.text_prose import is_prose

_FAR: Final = 80
_FEWEST_ABOVE: Final = 6
_FEWEST_ENTRIES: Final = 4
_MASTHEAD: Final = 10
_LETTERHEAD: Final = re.compile(r"(?:u\.s\.|us|united states) department of state(?: [^\d]{5,60})?")
_AUTHOR: Final = "author: u.s. department of state"
"""The second line of the disc's reports of 1994."""
_ENTRY: Final = re.compile(
    r"home.*|(?:latest |world |all )?news(?: \(all\))?|(?:news |site )?archives?|documents?|web ?sites|services|search"
    r"|tools|links|(?:online )?help|f\.?a\.?q\.?|about(?: us)?|contact(?: us)?|site ?map|mirrored|hosted|other"
    r"|announcements?|log ?in|register|subscribe|feedback|from .{3,20}|treaties, conventions|special topics"
)
_NEAR: Final = 6
_FEWEST_BARRED: Final = 5
_FEWEST_KNOWN: Final = 2
_LONGEST_ENTRY: Final = 30
_BARRED: Final = re.compile(
    r"^(?:home|contact(?: us)?|about(?: us)?|subscribe|log ?in|archives?)$|\b(?:news|video|search)\b", re.I
)
"""Entries that menus of newspapers have, and no page of the Department."""
_SAID: Final = re.compile(
    r"released by .*|briefer: .*|.*\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) (?:\d{1,2}, )?(?:19|20)\d\d"
)


def bars_above(lines: Sequence[str]) -> int:
    """How many lines a page that is kept elsewhere has above its own first: up to a menu with bars between entries."""
    for at, line in enumerate(lines[:_NEAR]):
        if is_prose(line):
            return 0
        entries = line.split(" | ")
        known = sum(_BARRED.search(entry) is not None for entry in entries)
        if len(entries) >= _FEWEST_BARRED and known >= _FEWEST_KNOWN and max(map(len, entries)) <= _LONGEST_ENTRY:
            return at + 1
    return 0


def letterhead_below(lines: Sequence[str], folded: Sequence[str], parted: Sequence[bool]) -> int:
    """Where the Department's letterhead stands below the menus of a site that mirrors the page; 0 without these.

    A masthead must follow, and above stand several entries that menus of any site have, and no running text.
    """
    entries = 0
    for at in range(min(len(folded), len(parted), _FAR)):
        if is_prose(lines[at]):
            return 0
        if at >= _FEWEST_ABOVE and entries >= _FEWEST_ENTRIES and parted[at]:
            below = folded[at + 1 : at + _MASTHEAD]
            if _LETTERHEAD.fullmatch(folded[at]):
                return at if any(_SAID.fullmatch(line) for line in below) else 0
            if below[:1] == [_AUTHOR]:
                return at
        entries += _ENTRY.fullmatch(folded[at]) is not None
    return 0
