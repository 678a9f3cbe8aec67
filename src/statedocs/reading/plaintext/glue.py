"""Buttons that a dump without separators glued to a title: `U.S. Relations With ZambiaShare`."""

import re
from dataclasses import replace
from typing import Final

from statedocs.reading.plaintext.lines import Line

_BUTTONS: Final = re.compile(r"(?<=[^\W\d_A-Z.,;:])(?=(?:Share(?: this page:?)?|Print ?Email)$)")
_LONGEST: Final = 250


def without_buttons(lines: list[Line]) -> list[Line]:
    """The lines of a text, a button that stands at the end of one on a line of its own."""
    out: list[Line] = []
    for line in lines:
        cut = _BUTTONS.search(line.body) if line.body[-1] in "el:" and len(line.body) <= _LONGEST else None
        if cut is None:
            out.append(line)
            continue
        out.append(replace(line, body=line.body[: cut.start()], open=False))
        out.append(replace(line, body=line.body[cut.start() :], before=0, page=0))
    return out
