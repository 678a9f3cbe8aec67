"""Tables that a dump wrote one cell a line: runs of short lines, many of them figures or words that come again."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from statedocs.extraction.page import Raw

_LONGEST: Final = 80
_SHORTEST_RUN: Final = 6
_SHARE: Final = 0.3
_FIGURE: Final = re.compile(r"[$(\u20ac\u00a3]?[\d-][\d,./%:)-]*(?:\s?[A-Z]{0,3}\d*)?$|\d\d[A-Z]{3}\d\d$|[A-Z]{1,2}$")
_NUMBER_LINE: Final = re.compile(r"(?:Tel|Telephone|Phone|Fax)\b", re.I)
_ADDRESS: Final = 3
_LONGEST_ADDRESS: Final = 120
_TURN: Final = re.compile(r"(?:MR|MRS|MS|QUESTION|SECRETARY|AMBASSADOR|MODERATOR)\b\.?[A-Z .'\u2019-]{0,30}:\s")
_PAGED: Final = re.compile(r"[^\W\d] {1,3}\d{1,2}(?:[-,] ?\d{1,2})*$")
_FEWEST_TURNS: Final = 3
_LONGEST_TOPIC: Final = 120
_ENDED: Final = re.compile(r"[a-z][.!?][\u201d\"\u2019')\]]{0,2}$")


def cell_lines(pieces: Sequence[Raw]) -> frozenset[int]:
    """The lines that are cells or topics; what heads a run of cells, or the text behind it, none."""
    found: set[int] = set(_index_lines(pieces))
    start = 0
    for at in range(len(pieces) + 1):
        if at < len(pieces) and _may_be_cell(pieces[at]):
            continue
        if at - start >= _SHORTEST_RUN and _is_table([raw.text for raw in pieces[start:at]]):
            heads = start == 0 or pieces[start - 1].kind != "paragraph" or _ENDED.search(pieces[start - 1].text[-6:])
            found.update(range(start + bool(heads), at if _is_cell(pieces, start, at - 1) else at - 1))
        start = at + 1
    return frozenset(found)


def _index_lines(pieces: Sequence[Raw]) -> range:
    """The index of a briefing: the lines above its first turn, if all are short and no blank line parts them.

    Topics with their page behind them stand under regions that are headings.
    """
    turns = [at for at, raw in enumerate(pieces) if _TURN.match(raw.text)]
    if len(turns) < _FEWEST_TURNS:
        return range(0)
    above = pieces[: turns[0]]
    if any(len(raw.text) > _LONGEST_TOPIC or "before" in raw.hints or _PAGED.search(raw.text) for raw in above):
        return range(0)
    return range(turns[0])


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
    """Whether a telephone number stands in the short lines below."""
    below = takewhile(lambda raw: len(raw.text) <= _LONGEST_ADDRESS, pieces[number + 1 : number + 1 + _ADDRESS])
    return any(_NUMBER_LINE.match(raw.text) for raw in below)
