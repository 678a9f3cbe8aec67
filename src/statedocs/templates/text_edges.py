"""What the lines of a text are, and what stands around it: the head of the mail that copies a page, and its tags."""

import re
from collections.abc import MutableSequence, Sequence
from itertools import chain, pairwise
from typing import Final

from lxml import etree

from statedocs.templates.text_chrome import fold, match_folded, match_line
from statedocs.templates.text_prose import is_prose, is_said

Element = etree._Element

_MOST_HEAD: Final = 15
_MOST_ABOVE: Final = 3
_SHORTEST_TITLE: Final = 10
_MOST_TAGS: Final = 25
_LONGEST: Final = 300
_FEWEST: Final = 2
_BROKEN: Final = 50
"""How long a line is at least that the right edge broke."""
_LONGEST_LINK: Final = 60
_ROW: Final = re.compile(r"\|\|?|\]\s*\[")
_ENDED: Final = re.compile(r"[.?!:;,][\u201d\"')]?$")


def heads_mail(folded: Sequence[str], crumb: int) -> bool:
    """Whether the lines before a breadcrumb are the head of a mail: its first line is what the breadcrumb ends in."""
    if crumb > _MOST_HEAD or len(folded[0]) < _SHORTEST_TITLE:
        return False
    return folded[crumb].removesuffix(" hide").endswith(folded[0])


def find_tags(lines: Sequence[str], folded: Sequence[str], start: int, stop: int) -> int:
    """Where the tags begin that close a page (`Tags`, and short lines without an end below it); `stop` without."""
    for at in range(stop - 1, max(start, stop - _MOST_TAGS) - 1, -1):
        if folded[at] == "tags":
            below = lines[at + 1 : stop]
            plain = all(len(line) <= _LONGEST and not _ENDED.search(line) for line in below)
            return at if below and plain else stop
    return stop


def label_foot(lines: Sequence[str], rules: MutableSequence[str | None], start: int, stop: int) -> None:
    """Take links in a row (`Remarks | Home Page`) that follow the end mark or the last bar of a page for a menu.

    So is what footers have among them, `Department of State`, and behind an end mark the shelf that stands above it.
    """
    row: list[int] = []
    rows = known = 0
    for at in range(stop - 1, max(start, stop - _MOST_TAGS) - 1, -1):
        loose = len(row) - rows - known
        if (rules[at] == "image-name" and rows and not loose) or (rules[at] == "end-mark" and (rows or known)):
            for found in row:
                rules[found] = "site-menu"
            return
        if rules[at] is None:
            rowed, footed = _is_row(lines[at]), match_folded(fold(lines[at]), "tail") is not None
            if not (rowed or footed) and (loose or not known or not _is_link(lines[at])):
                return
            rows, known = rows + rowed, known + (footed and not rowed)
            row.append(at)


def _is_link(line: str) -> bool:
    return len(line) <= _LONGEST_LINK and not _ENDED.search(line)


def _is_row(line: str) -> bool:
    parts = [part.strip() for part in _ROW.split(line.strip("[]| "))]
    return len(parts) >= _FEWEST and all(map(_is_link, parts))


def says(lines: Sequence[str]) -> bool:
    """Whether one of some lines between two of a footer is said by somebody, and known from no site: it is the page's.

    A short page would else lose its body to a line of its masthead that footers have, too.
    """
    pairs = (f"{line} {below}" for line, below in pairwise(lines) if len(line) >= _BROKEN)
    return any(is_said(line) and match_line(line) is None for line in chain(lines, pairs))


def first_said(lines: Sequence[str], start: int) -> int:
    """The first line from `start` on that somebody says; the line after the last where none is."""
    return next((at for at in range(start, len(lines)) if is_said(lines[at]) or is_prose(lines[at])), len(lines))


def own_text(element: Element) -> str:
    """The text of an element; of a list item without the lists in it."""
    if element.tag != "li":
        return " ".join(map(str, element.itertext()))
    parts = [element.text or ""]
    for child in element:
        if child.tag not in ("ul", "ol"):
            parts += [*map(str, child.itertext()), child.tail or ""]
    return " ".join(parts)


def goes_on(below: Sequence[str]) -> bool:
    """Whether a page can still follow: a mobile copy ends with the bar that others open with."""
    return any(match_folded(later, "tail") is None for later in below)


def is_above_page(at: int, unknown: int) -> bool:
    """Whether a link of footers is the line `at` above the page, as mirrors print it: `Return to …`, and a page below.

    Args:
        at: The line's number.
        unknown: How many lines below it no footer has.
    """
    return at <= _MOST_ABOVE < unknown
