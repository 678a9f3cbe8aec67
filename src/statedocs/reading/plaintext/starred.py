"""Texts of the html2text that Debian ships: headings between stars, links with underlines for blanks.

`***** Executive Summary *****` is a heading of the second rank, `Section_1._Respect_for_…` what a link says.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from statedocs.reading.plaintext.lines import Ledger, Line

_OPEN: Final = re.compile(r"(\*{2,6})(?=[ _]\S)")
_MOST_LINES: Final = 4
_FEWEST: Final = 3
_SURE: Final = "****"
"""Nobody else opens and closes a line with so many stars."""
_LINKED: Final = re.compile(
    r"(?<=[\w.,:;)\u2019])_+(?=[\w(\u2018&])|^_+(?=\S)|(?<=\S)_+$|(?<=\s)_+(?=\w)|(?<=[\w.:])_+(?=\s)"
)


def without_stars(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Takes stars and underlines off a text that is written so; any other text stays as it is."""
    starts = {at: stop for at in range(len(lines)) if (stop := _heading_stop(lines, at))}
    if len(starts) < _FEWEST and not any(lines[at].body.startswith(_SURE) for at in starts):
        return lines
    out: list[Line] = []
    at, fresh = 0, False
    while at < len(lines):
        stop = starts.get(at, at + 1)
        line = _heading(lines[at:stop], ledger) if at in starts else _plain(lines[at], ledger)
        if line.body:
            out.append(replace(line, before=max(line.before, int(fresh))))
            fresh = line.level > 0
        at = stop
    return out


def _heading_stop(lines: Sequence[Line], at: int) -> int:
    """The line after the heading that begins here; 0 where none does."""
    match = _OPEN.match(lines[at].body)
    if match is None:
        return 0
    stars = match[1]
    for stop in range(at + 1, min(at + _MOST_LINES, len(lines)) + 1):
        if lines[stop - 1].body.endswith(stars) and (stop > at + 1 or len(lines[at].body) > 2 * len(stars) + 1):
            return stop
        if stop < len(lines) and lines[stop].before:
            return 0
    return 0


def _heading(lines: Sequence[Line], ledger: Ledger) -> Line:
    stars = _OPEN.match(lines[0].body)
    count = len(stars[1]) if stars else 0
    text = " ".join(line.body for line in lines)[count:-count]
    ledger.take("plain-text/heading-mark", "*" * 2 * count, lines[0].number)
    ledger.take("plain-text/link-mark", "_" * text.count("_"), lines[0].number)
    return replace(
        lines[0], body=" ".join(text.replace("_", " ").split()), before=max(lines[0].before, 1), level=7 - count
    )


def _plain(line: Line, ledger: Ledger) -> Line:
    found = "".join(_LINKED.findall(line.body))
    if not found:
        return line
    ledger.take("plain-text/link-mark", found, line.number)
    return replace(line, body=_LINKED.sub(" ", line.body).strip())
