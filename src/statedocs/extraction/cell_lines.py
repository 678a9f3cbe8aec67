"""Tables that a dump wrote one cell a line: runs of short lines, many of them figures or words that come again."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.page import Raw

_LONGEST: Final = 80
_SHORTEST_RUN: Final = 6
_SHARE: Final = 0.3
_FIGURE: Final = re.compile(r"[$(\u20ac\u00a3]?[\d-][\d,./%:)-]*(?:\s?[A-Z]{0,3}\d*)?$|\d\d[A-Z]{3}\d\d$|[A-Z]{1,2}$")
_NUMBER_LINE: Final = re.compile(r"(?:Tel|Telephone|Phone|Fax)\b", re.I)
_ADDRESS: Final = 3
_ENDED: Final = re.compile(r"[a-z][.!?][\u201d\"\u2019')\]]{0,2}$")


def cell_lines(pieces: Sequence[Raw]) -> frozenset[int]:
    """The lines that are cells, by their places; what heads such a run, or the text behind it, is none."""
    found: set[int] = set()
    start = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and _may_be_cell(pieces[at]):
            continue
        if at - start >= _SHORTEST_RUN and _is_table([raw.text for raw in pieces[start:at]]):
            heads = start == 0 or pieces[start - 1].kind != "paragraph" or _ENDED.search(pieces[start - 1].text[-6:])
            found.update(range(start + bool(heads), at if _is_cell(pieces, start, at - 1) else at - 1))
        start = at + 1
    return frozenset(found)


def _may_be_cell(raw: Raw) -> bool:
    return raw.kind == "paragraph" and len(raw.text) <= _LONGEST and not _ENDED.search(raw.text[-6:])


def _is_table(texts: Sequence[str]) -> bool:
    again = Counter(texts)
    return sum(again[text] > 1 or _FIGURE.match(text) is not None for text in texts) >= _SHARE * len(texts)


def _is_cell(pieces: Sequence[Raw], start: int, last: int) -> bool:
    """Whether the last line of a run is a cell, not the heading of what follows it."""
    text = pieces[last].text
    return " " not in text or any(raw.text == text for raw in pieces[start:last])


def is_address(pieces: Sequence[Raw], number: int) -> bool:
    """Whether a telephone number stands in the lines below."""
    return any(_NUMBER_LINE.match(raw.text) for raw in pieces[number + 1 : number + 1 + _ADDRESS])
