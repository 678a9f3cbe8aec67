"""Masthead lines that a capture glued together, cut where the forms of their time say."""

import re
from dataclasses import replace
from typing import Final

from statedocs.extraction.line_roles import read_line
from statedocs.extraction.page import Raw
from statedocs.extraction.people import is_name, read_person
from statedocs.vocabulary import find_bureau

_RECORD: Final = re.compile(
    r"(?:PA/[A-Z]+ |(?:[A-Z][\w/.\u2019'-]* ){1,3})?Source: .*?\bDate: .*?(?:\[TEXT\]|\b(?:Region|Country|Subject): )",
    re.S,
)
_LABEL: Final = re.compile(r"\s(?=(?:Description|Date|Category|Region|Country|Subject): |\[TEXT\])")
_TEXT: Final = "[TEXT]"
_ONE_LINE: Final = re.compile(r"(?P<crumbs>Home\S.{5,400}?) hide (?P<rest>.{200,})$", re.S)
_LONGEST_NAMED: Final = 200
_NAMED: Final = re.compile(
    r"(?P<name>[A-Z][\w.\u2019'-]*(?: [A-Z][\w.\u2019'-]*){1,3}?(?<=[a-z]))"
    r"(?P<office>(?:(?:Principal|Acting|Deputy|Under|Assistant) ){0,4}"
    r"(?:Secretary|Ambassador|Director|Spokesperson|Spokesman|Coordinator|Special (?:Envoy|Representative))\b.*)$"
)
"""A speaker to whom a dump glued the office: `Dana ExampleAssistant Secretary, Bureau of …`."""
_LONGEST_BUREAU: Final = 14
_FEWEST_OF_BOTH: Final = 3
"""Words of a bureau's name and of the person's behind it: `Bureau du porte-parole Robin Example`."""
_SEAM: Final = re.compile(r"[a-z)](?=[A-Z][a-z]*[ -])")
_SEAMS: Final = re.compile(r"(?<=[a-z)])(?=[A-Z])|(?<=\bDC)(?=[A-Z])|(?<=D\.C\.)(?=[A-Z])|(?<=, [12]\d{3})(?=[A-Z])")
_TOLD: Final = ("type", "speaker", "issuer", "place", "date")
_LONGEST_GLUED: Final = 300
_FEWEST_TOLD: Final = 2
_OFFICES: Final = ("Bureau ", "Office ", "Under Secretary ")
_ANCHORS: Final = re.compile(r"(?P<anchors>\S.{20,}?Background Notes A-Z)\s+(?P<title>Background Notes?: \S.*)$")

_NOTED: Final = re.compile(
    r"(?P<note>\([A-Z][^()\n]{3,60}\))\s+(?P<rest>[A-Z\u201c\"](?=.*[a-z]{3}[.?!] ).{40,})", re.S
)
"""A note, and the text on the same line: `(As Prepared) Thank you for …`."""
_LINKED: Final = re.compile(r"(?P<name>[A-Z][^\n]{5,80}?)\s+(?P<link>-\s?Report Home Page)$")
"""The name of a report, and the link to its first page: `Trafficking in Persons Report   -Report Home Page`."""
_HIGHLIGHTS: Final = re.compile(r"(Highlights)((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \S.{5,15} \d{4}) *$")
"""What the Department's first page shows of others, and the day on which it did."""


def unglue(raw: Raw) -> list[Raw]:
    """Cuts a paragraph of a masthead into its lines; any other block stays as it is.

    The record line of 1990 to 1992 (`PA/PC Source: … Date: … Country: … [TEXT] Official Name: …`) is one paragraph with
    the body behind it; the anchors of 2008 (`PeopleHistoryGovernment…Background Notes A-Z`) stand before the title.
    """
    if raw.kind != "paragraph" or raw.anchors:
        return [raw]
    if _RECORD.match(raw.text):
        return _record(raw)
    if found := _ONE_LINE.match(raw.text):
        return _one_line(raw, found)
    if told := _note_before_text(raw.text) or _name_before_text(raw.text) or _told_together(raw.text):
        return _lines_and_rest(raw, *told)
    if len(raw.text) <= _LONGEST_NAMED and (found := _NAMED.match(raw.text)):
        text = f"{found.group('name')}\n{found.group('office')}"
        return [replace(raw, text=text, looks=[], lines=[raw.line, raw.line])]
    if len(raw.text) <= _LONGEST_NAMED and len(parts := parted(raw.text)) > 1:
        return [replace(raw, text="\n".join(parts), looks=[], lines=[raw.line] * len(parts))]
    if found := _ANCHORS.match(raw.text) or _LINKED.match(raw.text) or _HIGHLIGHTS.match(raw.text):
        text = "\n".join(found.groups())
        return [replace(raw, text=text, looks=[], lines=[raw.line, raw.line])]
    return [raw]


def _lines_and_rest(raw: Raw, lines: list[str], rest: str) -> list[Raw]:
    head = replace(raw, text="\n".join(lines), looks=[], lines=[raw.line] * len(lines))
    return [head, replace(raw, text=rest, looks=[], lines=[])] if rest else [head]


def _told_together(text: str) -> tuple[list[str], str] | None:
    """The lines of a masthead that a dump ran together, and what is glued to the last of them.

    `Media NoteOffice of the SpokesmanWashington, DCMay 3, 2007The Department …`: each says by its words what it is,
    and one is a date.
    """
    lines: list[str] = []
    start = 0
    roles: set[str] = set()
    for found in _SEAMS.finditer(text, 0, _LONGEST_GLUED):
        piece = text[start : found.start()]
        role = read_line(piece).role
        if role not in _TOLD:
            continue  # `Robin McSample`
        lines.append(piece)
        roles.add(role)
        start = found.start()
    rest = text[start:]
    if len(rest) <= _LONGEST_NAMED and read_line(rest).role in _TOLD:
        lines, rest = [*lines, rest], ""
        roles.add(str(read_line(lines[-1]).role))
    return (lines, rest) if "date" in roles and len(roles) >= _FEWEST_TOLD else None


def parted(text: str) -> list[str]:
    """Who issues a page, of a line that runs them together: `Robin Example, SpokesmanOffice of the Spokesman`.

    >>> parted("Bureau of African AffairsOffice of the Spokesperson")
    ['Bureau of African Affairs', 'Office of the Spokesperson']
    """
    if len(words := text.split(" ")) > _FEWEST_OF_BOTH and text.startswith(_OFFICES) and not find_bureau(text):
        for count in (2, 3, 4):
            office, name = " ".join(words[:-count]), " ".join(words[-count:])
            if is_name(name) and find_bureau(office):
                return [office, name]
    for found in _SEAM.finditer(text):
        name, rest = text[: found.end()], text[found.end() :]
        person = read_person(name)
        if rest.startswith(_OFFICES) and find_bureau(rest) and (find_bureau(name) or (person and person.role)):
            return [name, rest]
    return [text]


def _name_before_text(text: str) -> tuple[list[str], str] | None:
    """The page's name to which its text is glued, what stands before it, and the text: `Bureau of WellsThe Bureau …`.

    It is a bureau's, or the text begins with it once more.
    """
    start = len(text) - len(text.lstrip("| "))
    for found in _SEAM.finditer(text, start, start + _LONGEST_NAMED):
        stop = found.end()
        name = text[start:stop]
        again = " " in name and text.startswith(f"{name} ", stop)
        if again or (name.startswith(_OFFICES) and find_bureau(name)):
            return [line for line in (text[:start].strip(), name) if line], text[stop:].lstrip()
    return None


def _note_before_text(text: str) -> tuple[list[str], str] | None:
    """A note in brackets, and the text on the same line."""
    noted = _NOTED.match(text)
    return ([noted["note"]], noted["rest"]) if noted and read_line(noted["note"]).role == "note" else None


def _one_line(raw: Raw, found: re.Match[str]) -> list[Raw]:
    """A page on one line: breadcrumb, `hide`, the title that the breadcrumb ends with, the bureau, and the rest."""
    crumbs, rest = found.group("crumbs"), found.group("rest")
    sizes = range(min(len(rest), len(crumbs)), 3, -1)
    title = next((rest[:size].rstrip() for size in sizes if crumbs.endswith(rest[:size].rstrip())), "")
    if len(title) < 4:
        return [raw]
    words = rest[len(title) :].split(" ")
    counts = range(min(len(words), _LONGEST_BUREAU), 1, -1)
    count = next((count for count in counts if find_bureau(" ".join(words[:count]))), 0)
    issuer, body = " ".join(words[:count]).strip(), " ".join(words[count:]).strip()
    lines = [f"{crumbs} hide", title, *([issuer] if issuer else [])]
    pieces = [replace(raw, text="\n".join(lines), looks=[], lines=[raw.line] * len(lines))]
    if body:
        pieces.append(replace(raw, text=body, looks=[], lines=[]))
    return pieces


def _record(raw: Raw) -> list[Raw]:
    head, mark, body = raw.text.partition(_TEXT)
    text = _LABEL.sub("\n", head.strip().replace("\n", " ")) + (f"\n{_TEXT}" if mark else "")
    lines = [raw.line] * (text.count("\n") + 1)
    pieces = [replace(raw, text=text, looks=[], lines=lines)]
    if body.strip():
        pieces.append(replace(raw, text=body.strip(), looks=[], lines=[]))
    return pieces
