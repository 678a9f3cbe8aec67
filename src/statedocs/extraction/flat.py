"""The masthead of a page that a dump wrote on one line: title, kind, issuer, speaker, place, date, then the text."""

import re
from dataclasses import replace
from typing import Final

from statedocs.extraction.capitals import SMALL_WORDS, is_title_case
from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.line_roles import is_department
from statedocs.extraction.page import Raw
from statedocs.extraction.people import find_place, is_name, is_role, read_person
from statedocs.extraction.title_lines import is_bare_type
from statedocs.extraction.titles import without_site
from statedocs.vocabulary import find_bureau, find_country, find_document_type

_FEW_BLOCKS: Final = 3
_SHORTEST: Final = 60
_LONGEST_MASTHEAD: Final = 400
_FAR: Final = 700
_LONGEST_TITLE: Final = 200
_FEWEST: Final = 2
_MOST_WORDS: Final = 14
_PLACE_WORDS: Final = 3
_MOST_TITLE_WORDS: Final = 16
_NO_TITLE: Final = re.compile(
    r"\b(?:Skip to|Home|Menu|Search|Delivered)\b|[*|=\[\]#~^]|[-,:;.\u2013]$|Department of State"
)
"""Menus, marks of dumps, an end that is open, a letterhead."""
_LETTERHEAD: Final = re.compile(r"(?:U\.S\.|US|United States) Department of State (?=[A-Z])", re.I)
_ACTS: Final = re.compile(r"\b(?:Statement|Remarks|Testimony|Address|Interview|Before)\b")
_OPEN_TOWNS: Final = frozenset(
    "New San Santa Los Las Port Saint St. Buenos Rio Addis Kuala Tel Hong El La Abu Phnom Dar Fort Cape Mexico".split()
)
"""Words of which none alone is a town: the name goes on."""
_POSTS: Final = frozenset({"Embassy", "Consulate", "General", "Mission"})
"""The town behind these words names a post: `U.S. Embassy Lima, Peru`."""
_NAME_WORDS: Final = 2
_LEAST_PEELED: Final = 1
_GOES_ON: Final = re.compile(r"\s*[.,;:)]|\s+[a-z]")
"""A sentence that the date is part of."""
_CRUMBS: Final = re.compile(r".*\bhide (?=\S)", re.S)
_CAPITAL: Final = re.compile(r"(?<= )Washington,? D\.? ?C\.?$")
_WINDOW: Final = re.compile(r"(?P<title>\S.{5,180}? [-|\u2013] United States Department of State)\s+(?=\S)")


def cut_flat(blocks: list[Raw]) -> list[Raw]:
    """The blocks of a text; one of the first that lost its line ends, and holds page or masthead, is cut."""
    few = len(blocks) <= _FEW_BLOCKS
    first = [_cut(raw) if few or len(raw.text) <= _LONGEST_MASTHEAD else [raw] for raw in blocks[:_FEW_BLOCKS]]
    return [piece for pieces in first for piece in pieces] + blocks[_FEW_BLOCKS:]


def _cut(raw: Raw) -> list[Raw]:
    """Cuts a paragraph that holds a whole page: its masthead, a line each, and its text; others stay as they are.

    A full date must close what is cut off, and between it and the title stand only what words tell: a kind, a bureau, a
    speaker, a place. Without a title in Title Case before them nothing is cut.
    """
    if raw.kind != "paragraph" or "\n" in raw.text or len(raw.text) < _SHORTEST:
        return [raw]
    date = next((span for span in find_dates(raw.text[:_FAR]) if span.precision == "day"), None)
    if date is None:
        return [raw]
    if _GOES_ON.match(raw.text[date.stop :]):
        return [raw]
    said = _peeled(raw.text[: date.start].rstrip())
    if said is None:
        return [raw]
    day = raw.text[date.start : date.stop]
    lines = [*said[:-1], f"{said[-1]} {day}"] if said[-1].endswith(",") else [*said, day]
    text = "\n".join(lines)
    if "".join(text.split()) != "".join(raw.text[: date.stop].split()):
        return [raw]
    spanned = [anchor for anchor in raw.anchors if anchor.start is not None]
    if any((anchor.start or 0) < date.stop for anchor in spanned):
        return [raw]
    head = replace(raw, text=text, anchors=[], looks=[], lines=[raw.line] * len(lines))
    body = raw.text[date.stop :]
    if not body.strip():
        return [head]
    shift = date.stop + len(body) - len(body.lstrip())
    moved = [replace(a, start=(a.start or 0) - shift, stop=(a.stop or 0) - shift) for a in spanned]
    return [head, replace(raw, text=body.strip(), anchors=moved, looks=[], lines=[])]


def _peeled(head: str) -> list[str] | None:
    """The lines before a date: window title and breadcrumb, title, and what words tell; None where in doubt."""
    before: list[str] = []
    if window := _WINDOW.match(head):
        before.append(window["title"])
        head = head[window.end() :]
    if crumbs := _CRUMBS.match(head):
        before.append(crumbs.group().rstrip())
        head = head[crumbs.end() :]
    told: list[str] = []
    while not is_bare_type(head) and (piece := _last_place(head) or _last_named(head) or _last_told(head)):
        told = piece.split("\n") + told
        head = head[: len(head) - len(piece)].rstrip()
    opening, title = _opened(head.strip())
    before += opening
    if not _may_be_title(title) or len(told) < _LEAST_PEELED or len(title) > _LONGEST_TITLE or not is_title_case(title):
        return None
    if window and without_site(window["title"]) != title:
        return None
    return [*before, title, *told]


def _opened(head: str) -> tuple[list[str], str]:
    """The Department, and a person in office over a title that states a kind, before the title; and the title."""
    lines: list[str] = []
    if department := _LETTERHEAD.match(head):
        lines.append(department.group().rstrip())
        head = head[department.end() :]
    words = head.split(" ")
    for count in range(2, min(len(words) - 1, _MOST_WORDS)):
        person, rest = read_person(" ".join(words[:count])), " ".join(words[count:])
        if person is not None and person.role and is_name(person.name) and find_document_type(rest):
            return [*lines, " ".join(words[:count])], rest
    return lines, head


def _may_be_title(title: str) -> bool:
    """Whether what is left before the told lines can be a title, and nothing but one."""
    words = title.split(" ")
    if len(words) > _MOST_TITLE_WORDS or _NO_TITLE.search(title) or is_department(title) or find_country(title):
        return False
    if words[-1].lower() in SMALL_WORDS or any(is_role(part) for part in title.split(", ")[1:]):
        return False
    openings = (read_person(" ".join(words[:count])) for count in range(2, min(len(words), _MOST_WORDS)))
    return not any(person is not None and person.role for person in openings)


def _last_told(head: str) -> str | None:
    """The longest last words that are a line of a masthead, with words left before them."""
    words = head.split(" ")
    for count in range(min(_MOST_WORDS, len(words) - _FEWEST), 0, -1):
        piece = " ".join(words[-count:])
        if piece[:1].isupper() and _tells(piece):
            return piece
    return None


def _last_place(head: str) -> str | None:
    """The town with which a head ends."""
    words = head.split(" ")
    if place := _CAPITAL.search(head):
        return place.group()
    for count in range(2, min(_PLACE_WORDS + 2, len(words) - _FEWEST)):
        piece = " ".join(words[-count:])
        if _is_place(piece) and words[-count - 1] not in _OPEN_TOWNS | _POSTS:
            return piece
    return None


def _last_named(head: str) -> str | None:
    """A name and its office, with which a head ends: `Jordan Example` / `Secretary of State`."""
    words = head.split(" ")
    for count in range(_NAME_WORDS + 1, min(_MOST_WORDS, len(words) - 1)):
        name, office = " ".join(words[-count:][:_NAME_WORDS]), " ".join(words[-count:][_NAME_WORDS:])
        if is_name(name) and is_role(office) and not _ACTS.search(office) and not is_name(" ".join(words[-count:])):
            return f"{name}\n{office}"
    return None


def _is_place(piece: str) -> bool:
    """Whether a few words name a town; the name of a hall may be the end of a title."""
    return "," in piece.rstrip(",") and find_place(piece, dated=piece.endswith(",")) is not None


def _tells(piece: str) -> bool:
    if find_bureau(piece) or is_department(piece):
        return True
    if find_document_type(piece) is not None:
        return is_bare_type(piece)
    person = read_person(piece)
    return person is not None and person.role is not None and is_name(person.name)
