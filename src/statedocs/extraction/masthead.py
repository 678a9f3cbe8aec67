"""The masthead: its lines, each kept once in its role, and the fields that are read from them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from statedocs.extraction.glued import parted
from statedocs.extraction.leading import Line
from statedocs.extraction.line_roles import (
    ends_bureau,
    is_department,
    labelled,
    read_line,
    without_and,
)
from statedocs.extraction.page import Part, Raw
from statedocs.extraction.people import (
    Person,
    in_title_case,
    is_address,
    is_name,
    is_role,
    join_office,
    leaves_open,
    read_people,
    read_person,
)
from statedocs.extraction.title_lines import PUT_OUT, is_aside, is_bare_type
from statedocs.extraction.title_parts import undated_title
from statedocs.vocabulary import (
    DocumentType,
    bureau_by_code,
    find_bureau,
    find_country,
    find_document_type,
    looks_like_bureau,
    split_issuers,
)

_SAID_BY: Final = re.compile(
    r"(?:(?:special|joint) )?(?:press )?(?:statement|remarks|address|speech|testimony|toast|intervention|briefing) by "
    r"(?:the )?(?=\w)",
    re.I,
)
_BY: Final = re.compile(r"\s*(?:remarks|address|speech|statement|testimony|toast)(?: delivered)? by(?: the)?\s*", re.I)
_UNNAMED: Final = re.compile(r"Officials?(?: (?:#?\d|One|Two|Three|Four))?$")
_NAMED_WITHIN: Final = 4
_SPACE: Final = re.compile(r"\s*\n\s*")
_TELLING: Final = frozenset({"type", "date", "speaker", "series", "place", "occasion"})
"""Roles of lines that stand above a document, not above the page of a bureau."""
_ISSUING: Final = frozenset({"issuer", "date", "note", "type"})
_KIND_ENDS: Final = re.compile(r",| (?:released|issued|prepared) by ", re.I)
_NOTE_OF: Final = re.compile(r"(?<=version of this Note, see )Background Notes(?: A-Z)?")
_IDENTIFIERS: Final = (
    (
        "prn",
        re.compile(r"(?:PRN|Press Release No\.?|PRN:)\s*[:#]?\s*(\d{2,4}/ ?[A-Z]{0,2}\d+(?:-[A-Z]?\d+)?|\d+)", re.I),
    ),
    ("prn", re.compile(r"^(\d{4}/(?:T\d{1,2}-\d{1,3}|(?!(?:19|20)\d\d$)\d{2,4}(?:-[A-Z]?\d+)?))$")),
    ("dpb", re.compile(r"D[P]?[BC]\s*#\s*(\d+)", re.I)),
    ("other", re.compile(r"^\(?(CT:[A-Z]+-\d+)\b")),
    (
        "other",
        re.compile(
            r"^(?:Report (?:Number|No\.?) )?((?:ISP|AUD|ESP|INV|EVAL)-[A-Z]{1,6}(?:-[A-Z]+)?-\d\d-\d\d[A-Z]?)(?=$|,)"
        ),
    ),  # the Inspector General's
    ("other", re.compile(r"^\[?(Public Notice:? \d+)\b", re.I)),
    ("volume", re.compile(r"\bVol(?:ume|\.)\s+([\dIVXLC]+)", re.I)),
    ("number", re.compile(r"\b(?:Number|No\.)\s+(\d+)", re.I)),
)


def marked_lines(blocks: Sequence[Raw]) -> list[Line]:
    """Lines that the template marks; `other` ones are told by their words where these say it."""
    lines: list[Line] = []
    unmarked: list[Line] = []
    for raw in blocks:
        if raw.kind == "figure":
            continue
        role = raw.role or "other"
        texts = [_SPACE.sub(" ", raw.text)] if role == "title" else raw.text.split("\n")
        if raw.kind == "table" and raw.data["caption"]:
            lines.append(Line(role, _SPACE.sub(" ", raw.data["caption"]), raw.line))
        for number, text in enumerate(texts):
            known = raw.lines[number] if number < len(raw.lines) else raw.line
            told = (read_line(text).role or role) if role == "other" else role
            lines += [Line(told, part, known) for part in (parted(text) if told == "issuer" else [text])]
            if role == "other":
                unmarked.append(lines[-1])
    for above, line in pairwise(unmarked):
        if above.role == "other" and line.role in ("other", "issuer") and _holds_office(above.text, line.text):
            above.role = line.role = "speaker"
    return _speakers_among_issuers(lines)


def _holds_office(above: str, below: str) -> bool:
    """Whether a bare name stands over the office of its holder: `Robin Example` / `Secretary of State`."""
    person = read_person(above)
    return person is not None and person.role is None and not find_country(above) and is_role(below)


def _speakers_among_issuers(lines: list[Line]) -> list[Line]:
    """The WordPress designs have one element for bureau or speaker: a person's name there is a speaker."""
    for number, line in enumerate(lines):
        if line.role == "issuer":
            above = lines[number - 1].text if number > 0 and lines[number - 1].role == "speaker" else None
            open_name = above is not None and (named := read_person(above)) is not None and named.role is None
            office = above is not None and is_role(line.text) and (open_name or not looks_like_bureau(line.text))
            if _is_person(line.text) or office or (not split_issuers(line.text) and _names_people(line.text)):
                line.role = "speaker"
            elif _says_where(line.text):
                line.role = "other"
    return lines


def _says_where(text: str) -> bool:
    """An office or a country, as biographies print them below the name: neither issues the page."""
    if find_bureau(text) or looks_like_bureau(text):
        return False
    return is_role(text) or bool(find_country(text))


def _is_person(text: str) -> bool:
    """A name with an office; the office may be one that issues pages too (`Deputy Secretary of State`)."""
    person = read_person(text)
    return person is not None and find_bureau(person.name) is None and not looks_like_bureau(text)


def _names_people(text: str) -> bool:
    """Two persons on one line, or officials who are not named."""
    return bool(read_people(text)) or _UNNAMED.search(text.rstrip()) is not None


def title_of(lines: Sequence[Line]) -> str | None:
    """The title: its lines joined; the first where it is printed again."""
    parts: list[str] = []
    for line in lines:
        if line.role == "title":
            text = value_of(line.text)
            if parts and text.casefold() == parts[0].casefold():
                break
            parts.append(text)
        elif parts:
            break
    return " ".join(parts) or _bureau_page(lines)


def _bureau_page(lines: Sequence[Line]) -> str | None:
    """The name of the bureau that opens its own page: no other line of the masthead says what the page is."""
    first = next((line for line in lines if line.role != "other"), None)
    if first is None or first.role != "issuer" or any(line.role in _TELLING for line in lines):
        return None
    told = PUT_OUT.match(first.text) or labelled(first.text)
    return first.text if find_bureau(first.text) and not told else None


def value_of(text: str) -> str:
    """What a line says, its label off."""
    found = labelled(text)
    return found[1].rstrip("_") if found else text


def document_type_of(lines: Sequence[Line], title: str | None) -> Part | None:
    """The document type as the masthead prints it, else as the title states it."""
    for line in lines:
        if line.role == "type":
            reading = read_line(line.text)
            written = reading.rest.strip(" ,;:-\u2013\u2014()") if reading.dates else value_of(line.text)
            kind = find_document_type(written)
            return {"slug": kind.slug if kind else None, "as_written": written, "evidence": "masthead"}
    for line in lines:
        first = _KIND_ENDS.split(line.text, maxsplit=1)[0].strip()
        if line.role in ("issuer", "date") and first != line.text and (kind := find_document_type(first)):
            return {"slug": kind.slug, "as_written": first, "evidence": "masthead"}
    for line in lines:
        if line.role == "note" and (found := _NOTE_OF.search(line.text)):
            return {"slug": "background-note", "as_written": found.group(), "evidence": "masthead"}
    if title and (kind := _stated_kind(title) or _stated_kind(undated_title(title))):
        return {"slug": kind.slug, "as_written": title, "evidence": "title"}
    return None


def _stated_kind(title: str) -> DocumentType | None:
    """The kind that a title states, before a colon too: `Media Note: Sample Visit`."""
    label, colon, _ = title.partition(":")
    return find_document_type(title) or (find_document_type(label) if colon and is_bare_type(label) else None)


def issuers_of(lines: Sequence[Line]) -> Iterator[Part]:
    """Bureaus and offices that masthead lines name, in order, none twice."""
    seen: set[str] = set()
    for number, line in enumerate(lines):
        own = line.role == "title" and _is_bureau(line.text) and _stands_by_itself(lines)  # the bureau's own page
        if not (own or line.role in _ISSUING) or (number and ends_bureau(lines[number - 1].text, line.text)):
            continue
        rest = read_line(line.text).rest
        said = value_of(rest.strip("()") if line.text[:1] == "(" else rest)
        names = split_issuers(said)
        if not names and line.role == "issuer":
            names = [said.strip(" .,;")]
        for written in names:
            bureau = find_bureau(written) or bureau_by_code(written)
            if bureau is None and is_department(written):
                continue
            name = bureau.name if bureau else written
            if name not in seen and written in line.text:
                seen.add(name)
                code = bureau.code if bureau else None
                yield {"name": name, "code": code, "as_written": written, "evidence": "masthead"}


def _stands_by_itself(lines: Sequence[Line]) -> bool:
    """Whether a masthead holds one line, the names of pictures aside."""
    return sum(not is_aside(line.text) for line in lines) == 1


def _is_bureau(text: str) -> bool:
    """Whether a title is a bureau's name; `Bureau of Samples: What We Do` names one and says more."""
    return find_bureau(text) is not None or (looks_like_bureau(text) and ":" not in text)


def speakers_of(lines: Sequence[Line]) -> list[Part]:
    """Who speaks or signs: a name, and its office on the same or the next line; nobody twice."""
    found: list[Part] = _named_below(lines)
    opened = False
    for number, line in enumerate(lines):
        found += _said_by(lines, number)
        if line.role != "speaker":
            continue
        text = without_and(value_of(line.text))
        people = read_people(text)
        person = people[0] if people else None
        goes_on, opened = opened, leaves_open(line.text)
        if goes_on and found and found[-1]["role"] and not people:
            found[-1]["role"] += f" and {text}"
            found[-1]["as_written"] += "\n" + line.text
        elif found and (person is None or person.role is None) and is_role(text) and is_address(found[-1]["role"]):
            found[-1]["role"] = join_office(found[-1]["role"], text)
            found[-1]["as_written"] += "\n" + line.text
        elif people:
            found += [{"name": person.name, "role": person.role, "as_written": line.text} for person in people]
        elif not is_role(text):  # an office alone, as biographies print it below the title, names nobody
            found.append({"name": text, "role": None, "as_written": line.text})
    return list({(part["name"], part["role"]): part for part in reversed(found)}.values())[::-1]


def _said_by(lines: Sequence[Line], number: int) -> list[Part]:
    """Whom a title or a type names as speaking: `Statement by …`; it may go on in the next line."""
    line = lines[number]
    by = _SAID_BY.match(line.text) if line.role in ("type", "title") else None
    if by is None:
        return []
    written = line.text
    if written.endswith(" and") and [below.role for below in lines[number + 1 : number + 2]] == ["title"]:
        written += f" {lines[number + 1].text}"
    said = without_and(written[by.end() :])
    people = read_people(said) or [person for person in [_read_named(said)] if person]
    return [{"name": person.name, "role": person.role, "as_written": written} for person in people]


def _read_named(text: str) -> Person | None:
    """A person, in capitals too: `SECRETARY OF STATE JORDAN EXAMPLE`."""
    return read_person(text) or (read_person(in_title_case(text)) if text.isupper() else None)


def _named_below(lines: Sequence[Line]) -> list[Part]:
    """Who speaks where a title is broken before the name: `REMARKS BY` / `UNDER SECRETARY …` / `JORDAN EXAMPLE`."""
    at = next(
        (at for at, line in enumerate(lines) if line.role in ("type", "title") and _BY.fullmatch(line.text)), None
    )
    if at is None:
        return []
    role: str | None = None
    for line in lines[at + 1 : at + _NAMED_WITHIN]:
        text = in_title_case(line.text.strip())
        if line.role != "title":
            break
        if is_name(text):
            written = "\n".join(other.text for other in lines[at : lines.index(line) + 1])
            return [{"name": line.text.strip(), "role": role, "as_written": written}]
        role = line.text.strip()
    return []


def identifiers_of(texts: Sequence[str]) -> Iterator[Part]:
    """Numbers and symbols in masthead lines, or in the closing lines of the body."""
    for text in texts:
        for scheme, pattern in _IDENTIFIERS:
            if match := pattern.search(text):
                number = match.group(1).replace("/ ", "/")
                yield {
                    "scheme": scheme,
                    "value": number,
                    "as_written": match.group().strip(),
                }
