"""Texts that a dump broke at every element, links and emphasis too: `See the` / `Sample Atlas` / `, and then`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from statedocs.reading.plaintext.lines import Line
from statedocs.reading.plaintext.shapes import PROSE_END

_FEWEST: Final = 2
_RAREST: Final = 400
"""Of so many lines at least one begins with a point or comma."""
_GOES_ON: Final = re.compile(r"[,.;:)\]’”?!%](?:[\s’”\"')\]]|$)|[’']s\b")
"""How a line begins that cannot begin one."""
_OPEN: Final = re.compile(
    r"(?:[(\[“,–-]|\b(?:of|the|The|and|or|to|in|In|for|from|by|with|a|an|A|An|as|at|on|see|See|is|are|was|were|that|which|its|their))$"
)
_LONG: Final = 40


def rejoined(lines: list[Line]) -> list[Line]:
    """The lines of a text; where it was broken within sentences, these are whole again."""
    signs = sum(_is_end(line) for line in lines)
    if signs < _FEWEST or signs * _RAREST < len(lines):
        return lines
    out: list[Line] = []
    pieces: list[str] = []
    for line in lines:
        if out and not line.before and _belongs(pieces[-1], sum(map(len, pieces)), line.body):
            pieces.append(line.body if _GOES_ON.match(line.body) or pieces[-1][-1] in "([“" else f" {line.body}")
            continue
        _finish(out, pieces)
        out.append(line)
        pieces = [line.body]
    _finish(out, pieces)
    return out


def _finish(out: list[Line], pieces: Sequence[str]) -> None:
    if len(pieces) > 1:
        out[-1] = replace(out[-1], body="".join(pieces))


def _is_end(line: Line) -> bool:
    return not line.before and not line.indent and _GOES_ON.match(line.body) is not None


def _belongs(last: str, length: int, body: str) -> bool:
    """Whether a line carries on what stands above it."""
    if _GOES_ON.match(body) or _OPEN.search(last[-8:]):
        return True
    return body[0].islower() and length >= _LONG and not PROSE_END.search(last[-5:])
