"""The masthead of a page that a dump wrote on one line: title, kind, issuer, speaker, place, date, then the text."""

import re
from dataclasses import replace
from typing import Final

from statedocs.extraction.capitals import is_title_case
from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.line_roles import is_department
from statedocs.extraction.page import Raw
from statedocs.extraction.people import find_place, is_name, is_role, read_person
from statedocs.extraction.titles import without_site
from statedocs.vocabulary import find_bureau, find_document_type

_FEW_BLOCKS: Final = 3
_SHORTEST: Final = 400
_FAR: Final = 700
_LONGEST_TITLE: Final = 200
_FEWEST: Final = 2
_MOST_WORDS: Final = 14
_PLACE_WORDS: Final = 3
_NAME_WORDS: Final = 2
_LEAST_PEELED: Final = 1
_CRUMBS: Final = re.compile(r".*\bhide (?=\S)", re.S)
_CAPITAL: Final = re.compile(r"(?<= )Washington,? D\.? ?C\.?$")
_WINDOW: Final = re.compile(r"(?P<title>\S.{5,180}? [-|\u2013] United States Department of State)\s+(?=\S)")


def cut_flat(blocks: list[Raw]) -> list[Raw]:
    """The blocks of a text; the first is cut where the text lost its line ends."""
    return [*_cut(blocks[0]), *blocks[1:]] if 0 < len(blocks) <= _FEW_BLOCKS else blocks


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
    said = _peeled(raw.text[: date.start].rstrip())
    if said is None:
        return [raw]
    lines = [*said, raw.text[date.start : date.stop]]
    text = "\n".join(lines)
    if "".join(text.split()) != "".join(raw.text[: date.stop].split()):
        return [raw]
    spanned = [anchor for anchor in raw.anchors if anchor.start is not None]
    if any((anchor.start or 0) < date.stop for anchor in spanned):
        return [raw]
    head = replace(raw, text=text, anchors=[], looks=[], lines=[raw.line] * len(lines))
    body = raw.text[date.stop :]
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
    while piece := _last_named(head) or _last_told(head):
        told = piece.split("\n") + told
        head = head[: len(head) - len(piece)].rstrip()
    title = head.strip()
    if len(told) < _LEAST_PEELED or len(title) > _LONGEST_TITLE or not is_title_case(title):
        return None
    if window and without_site(window["title"]) != title:
        return None
    return [*before, title, *told]


def _last_told(head: str) -> str | None:
    """The longest last words that are a line of a masthead, with words left before them."""
    words = head.split(" ")
    if capital := _CAPITAL.search(head):
        return capital.group()
    for count in range(min(_MOST_WORDS, len(words) - _FEWEST), 0, -1):
        piece = " ".join(words[-count:])
        if piece[:1].isupper() and _tells(piece):
            return piece
    return None


def _last_named(head: str) -> str | None:
    """A name and its office, with which a head ends: `Jordan Example` / `Secretary of State`."""
    words = head.split(" ")
    for count in range(_NAME_WORDS + 1, min(_MOST_WORDS, len(words) - _FEWEST)):
        name, office = " ".join(words[-count:][:_NAME_WORDS]), " ".join(words[-count:][_NAME_WORDS:])
        if is_name(name) and is_role(office) and not is_name(" ".join(words[-count:])):
            return f"{name}\n{office}"
    return None


def _is_place(piece: str) -> bool:
    """Whether a few words name a town; the name of a hall may be the end of a title."""
    return "," in piece and piece.count(" ") < _PLACE_WORDS and find_place(piece) is not None


def _tells(piece: str) -> bool:
    if find_bureau(piece) or is_department(piece) or _is_place(piece):
        return True
    kind = find_document_type(piece)
    if kind is not None:
        return piece.casefold() in {name.casefold() for name in (kind.name, *kind.spellings)}
    person = read_person(piece)
    return person is not None and person.role is not None and is_name(person.name)
