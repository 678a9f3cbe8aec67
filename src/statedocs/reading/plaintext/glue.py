"""Buttons that a dump without separators glued to a title: `U.S. Relations With ZambiaShare`."""

import re
from dataclasses import replace
from typing import Final

from statedocs.reading.plaintext.lines import Line

_BUTTONS: Final = re.compile(r"(?<=[^\W\d_A-Z.,;:])(?=(?:Share(?: this page:?)?|Print ?Email)$)")
_LONGEST: Final = 250
_HOME: Final = re.compile(r"Home(?=[A-Z\u2026])")
_HIDE: Final = "hide"
_LONGEST_PATH: Final = 600
_SHORTEST_TITLE: Final = 4


def without_path(lines: list[Line]) -> list[Line]:
    """The lines of a text; a breadcrumb with the page glued to it is cut off: `HomeCountries…BeninhideBeninThe …`."""
    out: list[Line] = []
    for line in lines:
        pieces = _path_and_page(line.body) if _HIDE in line.body[:_LONGEST_PATH] else [line.body]
        out.append(replace(line, body=pieces[0]))
        out += [replace(line, body=piece, indent=0, before=1, page=0) for piece in pieces[1:]]
    return out


def _path_and_page(body: str) -> list[str]:
    """Breadcrumb, the title with which it ends and which stands again behind it, and the rest."""
    at = body.find(_HIDE, 0, _LONGEST_PATH)
    while at > 0 and _HOME.match(body):
        path, rest = body[:at], body[at + len(_HIDE) :]
        title = next((path[start:] for start in range(len(path)) if rest.startswith(path[start:])), "")
        if len(title) >= _SHORTEST_TITLE and not rest[len(title) : len(title) + 1].islower():
            pieces = (path + _HIDE, title, rest[len(title) :].strip())
            return [piece for piece in pieces if piece]
        at = body.find(_HIDE, at + 1, _LONGEST_PATH)
    return [body]


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
