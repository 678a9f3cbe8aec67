"""Texts set to both margins by blanks between the words, as typewriters and printers of the time wrote them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from statedocs.reading.plaintext.lines import Line

_NARROWEST: Final = 45
_FEWEST: Final = 2
_FEWEST_WORDS: Final = 6
_GAPS: Final = re.compile(r"(?<![.:;?!\"”)]) {2,}(?=\S)")
_LARGEST: Final = 6


def without_justification(lines: list[Line]) -> list[Line]:
    """The lines of a text; where blanks spread lines of prose to one margin, each paragraph is one line."""
    if sum(_is_spread(line) for line in lines) < _FEWEST:
        return lines
    out: list[Line] = []
    at = 0
    while at < len(lines):
        full = _full(lines, at)
        stop = at + len(full)
        if sum(map(_is_spread, full)) * 2 <= len(full) or len(full) < _FEWEST:
            out.append(lines[at])
            at += 1
            continue
        if stop < len(lines) and not lines[stop].before and lines[stop].indent == full[-1].indent:
            stop += 1  # the last line of the paragraph
        body = " ".join(" ".join(line.body.split()) for line in lines[at:stop])
        out.append(replace(lines[at], body=body, open=lines[stop - 1].open))
        at = stop
    return out


def _full(lines: Sequence[Line], start: int) -> list[Line]:
    """The lines of prose from `start` on that end at the same column, without a blank line between."""
    end = lines[start].end
    if end < _NARROWEST or not _is_prose(lines[start]):
        return []
    rest = takewhile(lambda line: not line.before and abs(line.end - end) <= 1 and _is_prose(line), lines[start + 1 :])
    return [lines[start], *rest]


def _is_spread(line: Line) -> bool:
    """Whether a line of prose has more blanks between its words than it needs."""
    return line.end >= _NARROWEST and "  " in line.body and _GAPS.search(line.body) is not None and _is_prose(line)


def _is_prose(line: Line) -> bool:
    words = line.body.split()
    lower = sum(word[0].islower() for word in words)
    return len(words) >= _FEWEST_WORDS and lower * 2 > len(words) and " " * _LARGEST not in line.body
