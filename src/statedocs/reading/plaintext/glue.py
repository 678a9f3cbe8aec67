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


_MOBILE: Final = re.compile(r"(?<=\])(?=Short URL:)|(?<=\.htm)(?=Home ?\|)")
_MONTH: Final = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}, \\d{4}"
)
_ADVISORY: Final = re.compile(rf"(Travel Advisory)({_MONTH})(\S.{{2,80}}? - (?:Level [1-4]: [A-Z]|See ).*)$")
_MORE: Final = re.compile(r"(?<=[a-z])(?=READ MORE)|(?<=READ MORE)(?=\S)")
_LONGEST_NAME: Final = 120


def unglued(lines: list[Line]) -> list[Line]:
    """The lines of a text, cut where a dump without separators glued a page's own parts together.

    The page to its breadcrumb (`HomeCountries…BeninhideBeninThe …`), its long name to the title that opens the text
    (`BeninRepublic of Benin`), the heads of a travel advisory, the foot of a mobile page.
    """
    out: list[Line] = []
    name = lines[0].body if lines and _SHORTEST_TITLE <= len(lines[0].body) <= _LONGEST_NAME else ""
    for line in lines:
        pieces = _pieces(line.body, name if out else "")
        out.append(replace(line, body=pieces[0]) if len(pieces) > 1 else line)
        out += [replace(line, body=piece, indent=0, before=1, page=0) for piece in pieces[1:]]
    return out


def _pieces(body: str, name: str) -> list[str]:
    if _HIDE in body[:_LONGEST_PATH]:
        return _path_and_page(body)
    if body.startswith("[This is a mobile copy of"):
        return [piece.strip() for piece in _MOBILE.split(body)]
    if body.startswith("Travel Advisory") and (found := _ADVISORY.match(body)):
        return [*found.groups()[:2], *_MORE.split(found[3])]
    rest = body[len(name) :]
    if name and len(body) <= _LONGEST_NAME and body.startswith(name) and rest[:1].isupper() and name[-1].islower():
        return [name, rest]
    return [body]


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
