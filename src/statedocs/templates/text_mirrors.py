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
_SAID: Final = re.compile(
    r"released by .*|briefer: .*|.*\b(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december) (?:\d{1,2}, )?(?:19|20)\d\d"
)


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
