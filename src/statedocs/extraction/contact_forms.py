"""The two forms in which pages print contacts: sentences that say where an office is, and blocks of lines."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from statedocs.extraction.phones import EMAIL, LABEL_ALONE, LABELLED, URL, Reach, read_reach

_WORD: Final = r"(?:(?:[A-Z]\.)+|St\.|[^\s.;:,()]+)"
_IN_US: Final = r"(?:\s(?:in|to)\s(?:the\s(?:United\sStates|U\.?S\.?)(?:\sof\sAmerica)?|Washington(?:,?\sD\.?C\.?)?))?"
_US: Final = r"(?:U\.S\.|US|American|United\sStates)"
_POST: Final = (
    rf"(?:{_US}\s(?:[Ee]mbassy|[Cc]onsulate(?:\s[Gg]eneral)?|Consular\s(?:Agency|Agent)|Mission|Interests\sSection|Branch\sOffice"
    r"|Liaison\sOffice)|Embassy\sof\sthe\sUnited\sStates(?:\sof\sAmerica)?)"
)
_OPENING: Final = r"(?:^|(?<=[.;]\s)|(?<=\n)|(?<=\s\s))"
_MAINTAINS: Final = re.compile(
    rf"{_OPENING}(?P<who>{_WORD}(?:\s{_WORD}){{0,7}}?)\s(?:maintains|has|operates)\s(?:an?|its)\s"
    rf"(?:[Pp]ermanent\s[Mm]ission\sto\sthe\sUnited\sNations\sand\s(?:an?|its)\s)?(?:embassy|chancery){_IN_US},?\s(?:located\s)?at\s"
)
_EMBASSY_OF: Final = re.compile(
    rf"\b(?P<name>(?:[Ee]mbassy|Chancery)\sof\s(?!the\sUnited\sStates)(?P<who>{_WORD}(?:\s{_WORD}){{0,6}}?)){_IN_US}"
    r"(?:,?\s(?:is\s)?(?:located\s)?at\s|[,:]? (?=\d{2,5}\s))"
)
_ITS_EMBASSY: Final = re.compile(
    rf"{_OPENING}(?:The\s)?(?P<name>(?!{_US})(?P<who>[A-Z][^\s.;:,()]*(?:\s{_WORD}){{0,3}}?)(?:['’]s)?\s[Ee]mbassy)"
    rf"{_IN_US}\sis\s(?:located\s)?at\s"
)
_US_POST: Final = re.compile(
    rf"\b(?P<name>{_POST}(?:\sand\s[Cc]onsulate(?:\s[Gg]eneral)?)?(?:\s(?:in|to)\s(?P<who>{_WORD}(?:\s{_WORD}){{0,4}}?))?)\s"
    r"(?:(?:is|are)\s(?:currently\s)?(?:at\s|(?:located|situated)\s(?:at\s|on\s|(?=near\s)))|(?P<bare>at)\s)"
)
_ADDRESS_OF: Final = re.compile(
    rf"\b[Aa]ddress\sof\sthe\s(?P<name>{_POST}(?:\s(?:in|to)\s(?P<who>{_WORD}(?:\s{_WORD}){{0,4}}?))?)\sis:?\s(?P<bare>)"
)
_LISTED_POST: Final = re.compile(
    rf"(?:^|(?<=[.;:]\s)|(?<=\n))(?P<name>{_POST}(?: (?P<who>[A-Z]{_WORD}(?: [A-Z]{_WORD}){{0,2}}?))?)[,:] (?P<bare>)"
)
"""`U.S. Embassy Alda, 4 Duke Street, Alda, tel. …`: name, address and number on one line."""
_US_CITY: Final = r"(?:Washington,?\sD\.?\s?C\b\.?|New\sYork,?\sN\.?Y\b\.?)(?:,?\s\d{5}(?:-\d{4})?)?"
_US_ADDRESS: Final = re.compile(
    rf"[^;()]{{5,110}}?{_US_CITY}|[^;()]{{5,60}}?\b[NS]\.?[EW]\b\.?(?=\s*[;,(.]+\s?(?:tel|phone))", re.IGNORECASE
)
_ADDRESS_END: Final = re.compile(
    r"[\s;,.(\[]+\b(?:tel(?!\sAviv)|telephone|phone|fax|mailing|e-?mail)\b|;|\n\s*\n|\s*$"
    r"|\.(?=\s+[A-Z\"]|\s*$)(?<!\b(?:No|St|Av|Dr|Rd)\.)(?<!\bAve\.)(?<!\b(?:Blvd|Cdra)\.)(?<!\b[A-Z]\.)",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(
    r"\.(?<!\b[A-Z]\.)\s+(?=[A-Z])(?!(?:The\s|Its\s)?(?:(?:[Ee]mbassy|[Mm]ission)(?:['’]s)?\s)?(?:[Tt]el|[Ff]ax|[Pp]hone"
    r"|offices\scan\sbe\sreached))|\bconsulates?\b"
)
_ANOTHERS: Final = re.compile(r"[\s.;,]*(?:and\s)?(?:the|its|an?)\s(?:[\w.]+\s)?consul", re.IGNORECASE)
"""Goes on about a consulate, whose the numbers are then."""
POSTS: Final = ("mbassy", "onsula", "hancery", "U.S. Mi")
"""One of these is in every sentence that states a contact."""
_NEARBY: Final = 160
_LONGEST_ADDRESS: Final = 250
_PLACED: Final = ("Washington", "New York", "located", "situated", " NW", " N.W", "tel", "Tel")
_REACHED: Final = ("el:", "el.", "EL:", "EL.", "hone", "HONE", "ax:", "AX:", "Fax", "Tel", "tel", "@")
_ANY_REACHED: Final = re.compile("|".join(map(re.escape, _REACHED)))
"""For short lines; in long texts the marks are found sooner one by one."""

_NAME_LINE: Final = re.compile(
    rf"(?:The\s)?(?P<name>{_POST}(?:(?:,|\s-|\sin|\sto)?\s[^\s\d:]+){{0,7}}"
    r"|American\sInstitute\sin\sTaiwan(?:\s[^\s\d:]+){0,4}"
    r"|Embassy\sof\s[^:\d]{3,60}|(?:Bureau|Office)\sof\s[A-Z][^:\d]{3,90})"
)
_PROSE: Final = re.compile(
    r"\b(?:is|are|was|were|will|has|have|can|may|should|please|contact|visit|click)\b", re.IGNORECASE
)
_ADDRESS_LABEL: Final = re.compile(r"(?:street |physical |mailing )?address\s?:?\s*", re.IGNORECASE)
_DEPARTMENT: Final = re.compile(r"\b(?:Department|Ministry|Agency|Commission)\b")
_OFFICE: Final = re.compile(r"(?:Bureau|Office) of ")
"""Below a department's name its office is a line of the address."""
_OTHERS: Final = re.compile(
    r"(?:U\.S\.\s)?Department\sof\s(?!State\b)[A-Z][a-z]+(?:(?:,|\sand|\s&)?\s[A-Z][a-z]+){0,3}"
    r"|(?:The\s)?American\sChamber\sof\sCommerce[^:\d]{0,60}"
)
"""Whom notes on a country name beside the Department: a block of theirs may stand line by line."""
_LONGEST_LINE: Final = 140
_MOST_ADDRESS_LINES: Final = 7
_LEAD_IN: Final = re.compile(r"(?:web ?site|home ?page|internet|e-?mail)\s?:?\s*", re.IGNORECASE)


@dataclass(slots=True)
class Found:
    """A contact while it is read; `hint` is what its words say of the country."""

    kind: str
    name: str
    hint: str
    address: str | None
    reach: Reach
    blocks: list[list[int]]
    says_whose: bool = False
    officials: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A line of a page; a heading has no block, `opens` is true for the first line of a block."""

    section: int
    block: int | None
    text: str
    opens: bool


def sentences(section: int, block: int, text: str) -> Iterator[Found]:
    """Contacts that a running text states, each with the numbers that follow its address."""
    if not any(post in text for post in POSTS) or not any(word in text for word in _PLACED):
        return
    for form in (_MAINTAINS, _EMBASSY_OF, _ITS_EMBASSY):
        for match in form.finditer(text):
            address = _US_ADDRESS.match(text, match.end())
            if address is not None and not (form is _EMBASSY_OF and "\n" in match["name"]):
                who = " ".join(match["who"].split())
                name = match["name"] if form is not _MAINTAINS else f"Embassy of {_lower_article(who)}"
                kind = "embassy-in-washington" if "New" not in address[0][-24:] else "other"
                yield Found(
                    kind, " ".join(name.split()), who, _clean(address[0]), _reach_after(text, address.end()),
                    [[section, block]], form is _MAINTAINS,
                )  # fmt: skip
    for match in (match for form in (_US_POST, _ADDRESS_OF, _LISTED_POST) for match in form.finditer(text)):
        yield from _us_post(match, section, block)


def _us_post(match: re.Match[str], section: int, block: int) -> Iterator[Found]:
    text = match.string
    limit = match.end() + _LONGEST_ADDRESS
    end = _ADDRESS_END.search(text, match.end(), limit)
    if end is None or end.start() >= limit or (match.re is _LISTED_POST and "\n" in text[match.end() : end.start()]):
        return
    address = _clean(text[match.end() : end.start()])
    numbered = any(map(str.isdigit, address))
    reach = read_reach(text, end.start()) if match["bare"] is not None else _reach_after(text, end.start())
    if (reach and numbered) or (match["bare"] is None and (reach or numbered)):
        name = " ".join(match["name"].split())
        yield Found(post_kind(name), name, match["who"] or "", address, reach, [[section, block]], match["who"] is None)


_NOTHING: Final = re.compile(r"[A-Z][A-Za-z -]{2,40}:\s*(?:[Nn]one|[Nn]/?[Aa]|[Nn]ot (?:available|applicable)|--?)?\.?")
"""A label that nothing is said behind, `Fax: None`: the block goes on."""
_ONE_NUMBER: Final = r"(?:\+\s?\(?\d[\d() .-]{6,22}\d|\(\d{1,4}\)[\d() .-]{5,18}\d)"
_BARE_NUMBER: Final = re.compile(
    rf"{_ONE_NUMBER}(?:\s?(?:or|and|[,;/])\s?{_ONE_NUMBER}){{0,2}}(?:\s(?:after|during|for)\s[a-z -]{{3,30}})?",
    re.IGNORECASE,
)
"""Telephone numbers alone on their line, with the plus of their country or the brackets of their area."""


def blocks(sections: Sequence[Mapping[str, Any]], taken: set[tuple[int, int]]) -> Iterator[Found]:
    """Contacts printed line by line under a name; blocks that sentences were read from are left alone."""
    if not any(_may_hold(block) for section in sections for block in section["blocks"]):
        return
    lines = list(_lines(sections))
    labelled = [index for index, line in enumerate(lines) if _is_labelled(line.text)]
    names = sorted({index - step for index in labelled for step in range(1, _MOST_ADDRESS_LINES + 2) if index >= step})
    done = 0
    for index in names:
        name = _name_of(lines, index, taken) if index >= done else None
        contact, stop = _read_block(lines, index, name) if name else (None, 0)
        if contact is not None:
            done = stop
            yield contact


def _may_hold(block: Mapping[str, Any]) -> bool:
    """Cheap: a short block or one of several lines, with a word or mark of a number or address in it."""
    text = block["text"]
    if (len(text) > _LONGEST_LINE and "\n" not in text) or block["kind"] in ("table", "figure"):
        return False
    return any(mark in text for mark in _REACHED)


def _lines(sections: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """Headings, lines of paragraphs and list items in reading order; tables and figures have none."""
    for section in sections:
        if section["heading"]:
            yield Line(section["position"], None, section["heading"], opens=True)
        for index, block in enumerate(section["blocks"]):
            if block["kind"] not in ("table", "figure"):
                opens = True
                for text in filter(None, map(str.strip, block["text"].split("\n"))):
                    yield Line(section["position"], index, text, opens)
                    opens = False


def post_kind(name: str) -> str:
    """The kind of contact that a name stands for."""
    words = " ".join(name.split())
    if re.match(_POST, words) or "American Institute" in words:
        return "us-consulate" if "Consul" in words and "mbassy and" not in words else "us-embassy"
    return "bureau" if words.startswith(("Bureau of ", "Office of ")) else "other"


def _name_of(lines: Sequence[Line], index: int, taken: set[tuple[int, int]]) -> str | None:
    line = lines[index]
    if (line.section, line.block) in taken or len(line.text) > _LONGEST_LINE or _is_labelled(line.text):
        return None
    text = line.text.rstrip(" ,")
    match = _NAME_LINE.fullmatch(text) or _NAME_LINE.fullmatch(_ADDRESS_LABEL.sub("", text, count=1))
    if match is not None and not _PROSE.search(line.text) and not line.text.endswith("."):
        return match["name"]
    if _OTHERS.fullmatch(text):
        return text
    plain = line.opens and line.block is not None and not _PROSE.search(line.text) and line.text[0].isupper()
    followed = [other for other in lines[index + 1 : index + 2 + _MOST_ADDRESS_LINES] if other.block == line.block]
    labelled = any(LABELLED.match(other.text) and other.section == line.section for other in followed)
    return line.text.rstrip(" ,") if plain and labelled and not any(map(str.isdigit, line.text)) else None


def _read_block(lines: Sequence[Line], index: int, name: str) -> tuple[Found | None, int]:
    start, reach, waiting = lines[index], Reach(), ""
    address: list[str] = []
    own: list[list[int]] = [] if start.block is None else [[start.section, start.block]]
    stop = index + 1
    for line in lines[index + 1 :]:
        if line.section != start.section or line.block is None or len(line.text) > _LONGEST_LINE:
            break
        text = f"{waiting} {line.text}".strip()
        said = _said(text)
        waiting = text if not said and LABEL_ALONE.fullmatch(text) else ""
        if not said and not waiting and _NOTHING.fullmatch(text) is None:
            part = _DEPARTMENT.search(name) and _OFFICE.match(text)
            if reach or len(address) == _MOST_ADDRESS_LINES or (_ends_block(line.text) and not part):
                break
            address += filter(None, [_ADDRESS_LABEL.sub("", text, count=1)])
        reach.add(said)
        own += [[line.section, line.block]] if [line.section, line.block] not in own else []
        stop += 1
    if not reach.phones and not (reach.emails and address):
        return None, index + 1
    place = ", ".join(part.rstrip(" ,") for part in address) or None
    kind = (
        "embassy-in-washington" if name.startswith("Embassy of") and "Washington" in (place or "") else post_kind(name)
    )
    return Found(kind, name, name, place, reach, own), stop


def _said(text: str) -> Reach:
    """The numbers and addresses that a line is made of; empty for a line of other words."""
    line = _LEAD_IN.sub("", text, count=1)
    if EMAIL.match(line):
        return Reach(emails=EMAIL.findall(line))
    if URL.match(line):
        return Reach(urls=URL.findall(line))
    if _BARE_NUMBER.fullmatch(line):
        return read_reach(f"Telephone: {line}")
    return read_reach(text) if LABELLED.search(text) else Reach()


def _is_labelled(text: str) -> bool:
    if len(text) > _LONGEST_LINE or _ANY_REACHED.search(text) is None:
        return False
    return bool(LABELLED.search(text) or LABEL_ALONE.fullmatch(text) or EMAIL.search(text))


def _ends_block(text: str) -> bool:
    return bool(_NAME_LINE.fullmatch(text) or (_PROSE.search(text) and (text.endswith(".") or len(text.split()) > 6)))


def _reach_after(text: str, start: int) -> Reach:
    """Numbers right after an address, or after a mailing address in the same sentence."""
    reach = read_reach(text, start)
    if reach:
        return Reach() if _ANOTHERS.match(text, start) else reach
    end = _SENTENCE_END.search(text, start, start + _NEARBY)
    label = LABELLED.search(text, start, end.start() if end else start + _NEARBY)
    return read_reach(text, label.start()) if label else Reach()


def _lower_article(who: str) -> str:
    return f"the {who[4:]}" if who.startswith("The ") else who


def _clean(address: str) -> str:
    return " ".join(address.split()).strip(" ,;(")
