"""A page's own table of contents: lines that all come again, in the same order, as headings further down."""

import re
from collections.abc import Sequence
from typing import Final

_NUMBERS: Final = re.compile(r"(?:(?:section (?:\d+|[ivx]{1,5}\b)[.:]?|[a-z][.)]|\d{1,2}[.)]|[ivx]{1,5}[.)])\s+){1,3}")
_PAGE: Final = re.compile(r"(?<=[a-z)\u201d\"]) \d{1,3}$")
"""The page on which a part begins; its dots are gone."""
_LEFT: Final = re.compile(r"(?:[2-9]|\d\d)[.)]$")
"""The number of an entry that says nothing, as a heading without words leaves it; `1.` may begin the text."""
_TITLES: Final = frozenset(
    {"in this section", "on this page", "table of contents", "contents", "index", "in this report"}
)
_WINDOW: Final = 25
_SHORTEST: Final = 3
_NEAR: Final = 6


def find_contents(folded: Sequence[str], listed: Sequence[bool], start: int, stop: int) -> range:
    """The lines of the table of contents that stands near the beginning of a page; an empty range if there is none.

    Args:
        folded: The lines of the page, folded.
        listed: For each whether it is a list item.
        start: The first line of the page proper.
        stop: The line after its last.
    """
    plain = [_key(line) for line in folded[start:stop]]
    unpaged = [_PAGE.sub("", key) for key in plain]
    last_plain, last_unpaged = ({key: at for at, key in enumerate(keys)} for keys in (plain, unpaged))
    for at in range(min(_WINDOW, len(plain))):
        titled = folded[start + at].split(" /")[0] in _TITLES
        if not titled and not (at + start < len(listed) and listed[at + start]):
            continue
        keys, last = (unpaged, last_unpaged) if titled else (plain, last_plain)
        first = at + titled
        while first < len(keys) and not keys[first]:
            first += 1
        first += titled and _is_toggle(listed, start + first)
        end = _run(keys, last, first)
        while end < len(keys) and _LEFT.match(keys[end]):
            end += 1
        if end - first >= _SHORTEST and _in_order(keys, first, end):
            return range(start + at, start + end)
    return range(0)


def _key(line: str) -> str:
    return _NUMBERS.sub("", line, count=1) if _NUMBERS.match(line) else line


def _is_toggle(listed: Sequence[bool], at: int) -> bool:
    """Whether a line is no entry but the part that is open, as it stands on the button above a list of them."""
    return not any(listed[at : at + 1]) and all(listed[at + 1 : at + 1 + _SHORTEST]) and at + _SHORTEST < len(listed)


def _run(keys: list[str], last: dict[str, int], first: int) -> int:
    """The line after a run of lines that come again; one in a row may miss."""
    at = end = first
    missed = 0
    while at < len(keys):
        if not keys[at]:
            at += 1
            continue
        again = last[keys[at]] > at
        if at > first + 1 and keys[at] in (keys[first], keys[first + 1]):
            break
        missed = 0 if again else missed + 1
        if missed > 1:
            break
        at += 1
        end = at if again else end
    return end


def _in_order(keys: list[str], first: int, end: int) -> bool:
    """Whether the lines come again in their order, the first of them near by or most of them."""
    place, found = end, 0
    places: dict[str, list[int]] = {}
    for at in range(end, len(keys)):
        places.setdefault(keys[at], []).append(at)
    for key in dict.fromkeys(keys[first:end]):
        later = next((at for at in places.get(key, ()) if at >= place), None)
        if later is not None:
            place, found = later + 1, found + 1
    distinct = len(set(keys[first:end]))
    near = any(keys[first] == key for key in keys[end : end + _NEAR])
    return distinct >= _SHORTEST and found >= distinct * (0.6 if near else 0.8) and place - end > distinct


def repeats(folded: Sequence[str], start: int, at: int, stop: int) -> bool:
    """Whether most lines below `at` stand above it, too: a table of contents at the foot of a page."""
    before = set(folded[start:at])
    again = sum(unnumbered(text) in before or text in before for text in folded[at + 1 : stop])
    return again * 2 > stop - at - 1


def unnumbered(folded: str) -> str:
    """A line of a table of contents without its number."""
    return re.sub(r"^(?:section (?:\d+|[ivx]{1,5}\b)\.?|[a-z]\.|\d+\.)\s+", "", folded)
