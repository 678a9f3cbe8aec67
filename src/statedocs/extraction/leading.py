"""The masthead of pages that do not mark it: the first lines of the content, told by their words."""

import re
from dataclasses import dataclass, field
from typing import Final

from statedocs.extraction.glued import unglue
from statedocs.extraction.line_roles import SECTION_WORDS, Reading, read_line
from statedocs.extraction.page import Raw
from statedocs.extraction.people import is_role, read_person
from statedocs.vocabulary import country_in, find_country, find_document_type, find_series

_MOST_BLOCKS: Final = 16
_MOST_LINES: Final = 30
_LONG: Final = 150
_TURN: Final = re.compile(
    r"(?:(?:MR|MRS|MS|DR)\.?|QUESTION|SECRETARY|AMBASSADOR|ASSISTANT|UNDER|DEPUTY|SENIOR|MODERATOR|PRESIDENT|PRIME)\b[A-Z .'\u2019-]*:\s"
)
_BODY: Final = re.compile(
    r"(?:official name|profile|geography|area|cities|capital|more information about|the united states established)\b\s*:?",
    re.I,
)
_INDEX_WORDS: Final = frozenset({"index", "i n d e x", "index:", "share", "notice", "skip to content"})
_NEVER_TITLES: Final = SECTION_WORDS | _INDEX_WORDS | {"learn more"}
_OCCASION: Final = re.compile(
    r"(?:remarks|interview|press|statement|address|testimony|opening|closing|before|to|at|with)\b", re.I
)


@dataclass(slots=True)
class Line:
    """A line of the masthead."""

    role: str
    text: str
    line: int | None


@dataclass(slots=True)
class _Candidate:
    block: int
    text: str
    line: int | None
    looks: frozenset[str]
    reading: Reading
    heading: bool
    tight: bool
    role: str | None = field(default=None)


def take_leading(
    blocks: list[Raw], page_title: str | None, *, plain_text: bool = False
) -> tuple[list[Line], list[Raw]]:
    """Cuts the masthead off the front of the content.

    Args:
        blocks: The content's blocks.
        page_title: What the `title` element says, to know the title line by.
        plain_text: Whether lines without a blank line between stand in blocks of their own.

    Returns:
        The masthead lines in order, and the blocks that are left.
    """
    blocks = [piece for raw in blocks[:_MOST_BLOCKS] for piece in unglue(raw)] + blocks[_MOST_BLOCKS:]
    candidates = _candidates(blocks, plain_text=plain_text)
    stop = _end(candidates, blocks, page_title)
    taken = candidates[:stop]
    _assign(taken)
    lines = [Line(candidate.role or "other", candidate.text, candidate.line) for candidate in taken]
    return lines, _left(blocks, taken, candidates)


def _candidates(blocks: list[Raw], *, plain_text: bool) -> list[_Candidate]:
    found: list[_Candidate] = []
    for number, raw in enumerate(blocks[:_MOST_BLOCKS]):
        if raw.kind == "figure" and found:
            continue
        if raw.kind not in ("paragraph", "heading"):
            if raw.kind == "figure":
                continue
            break
        texts = raw.text.split("\n")
        if any(_is_body(text) for text in texts) and not (len(texts) > 1 and not _is_body(texts[0])):
            break
        for index, text in enumerate(texts):
            if _is_body(text):
                return found
            line = raw.lines[index] if index < len(raw.lines) else raw.line
            looks = raw.looks[index] if index < len(raw.looks) else frozenset()
            tight = index > 0 or (plain_text and "before" not in raw.hints)
            found.append(_Candidate(number, text, line, looks, read_line(text), raw.kind == "heading", tight))
        if len(found) >= _MOST_LINES:
            break
    return found


def _is_body(text: str) -> bool:
    if len(text) > _LONG and not read_line(text).role:
        return True
    if _TURN.match(text) or _BODY.match(text):
        return True
    return len(text) > 70 and text.rstrip().endswith((".", ".\u201d", '."')) and read_line(text).role is None


def _end(candidates: list[_Candidate], blocks: list[Raw], page_title: str | None) -> int:
    """How many lines belong to the masthead: up to the last that its words tell."""
    last = 0
    title = dated = False
    loose = 0
    for index, candidate in enumerate(candidates):
        role = candidate.reading.role
        if role is None and candidate.text.strip().lower() in _INDEX_WORDS:
            continue
        if role is None and not (title and dated) and not _never_title(candidate.text):
            loose += 1
            if loose > 5:
                break
            title = True
            continue
        if role is None:
            person = read_person(candidate.text)
            if person is not None and (person.role or is_role(candidate.text)):
                last = index + 1
                continue
            break
        dated = dated or role == "date"
        last = index + 1
    if last:
        return last + _title_closes(candidates, last)
    first = candidates[0] if candidates else None
    if first is None or not _may_be_title(first, blocks, page_title):
        return 0
    stop = 1
    while stop < len(candidates) and candidates[stop].block == first.block and candidates[stop].looks == first.looks:
        stop += 1
    return stop


def _title_closes(candidates: list[_Candidate], last: int) -> bool:
    """Whether the title stands between the other lines and the body: `May 3, 1997` / `Press Statement` / `New Wells`."""
    if last >= len(candidates):
        return False
    line, before, after = candidates[last], candidates[:last], candidates[last + 1 : last + 2]
    if line.reading.role is not None or _never_title(line.text) or line.text.rstrip().endswith((".", ":", ";", ",")):
        return False
    if any(_may_have_titled(candidate) for candidate in before):
        return False
    return not after or _never_title(after[0].text)


def _may_have_titled(candidate: _Candidate) -> bool:
    """Whether a line is a title, or a type that says more than a type: `Remarks at the Sample Hall`."""
    role, text = candidate.reading.role, candidate.text.strip()
    if role is None:
        return read_person(text) is None and not is_role(text)
    kind = find_document_type(text) if role == "type" else None
    if kind is None:
        return role in ("title", "type") and not candidate.reading.dates
    names = {name.casefold() for name in (kind.name, *kind.spellings)}
    return text.casefold() not in names or kind.slug.endswith("briefing")


def _may_be_title(first: _Candidate, blocks: list[Raw], page_title: str | None) -> bool:
    """Whether a first line that no date or bureau follows is the title all the same."""
    text = first.text.strip()
    if text.lower() in _NEVER_TITLES or text.endswith((".", ":", ";", ",")):
        return False
    if first.heading and (blocks[first.block].level or 9) <= 2:
        return True
    if page_title and (text.casefold() in page_title.casefold() or page_title.casefold() in text.casefold()):
        return True
    return bool(find_series(text) or (country_in(text) and not find_country(text) and not text.isupper()))


def _assign(taken: list[_Candidate]) -> None:
    """Gives every line its role; the first that words do not tell is the title."""
    for candidate in taken:
        candidate.role = candidate.reading.role
    unknown = [candidate for candidate in taken if candidate.role is None and not _never_title(candidate.text)]
    title = next((candidate for candidate in unknown if not _is_speaker_line(candidate, taken)), None)
    typed = next((candidate for candidate in taken if candidate.role == "type"), None)
    if (
        typed is not None
        and title is not None
        and taken.index(typed) < taken.index(title)
        and _names_itself(typed.text)
    ):
        title = typed
    if title is None:
        title = next((candidate for candidate in taken if candidate.role in ("type", "title")), None)
    if title is not None:
        title.role = "title"
        _continue_title(title, taken)
    seen_speaker = False
    for candidate in taken:
        if candidate.role is not None:
            continue
        if candidate.text.strip().casefold() == (title.text.strip().casefold() if title else None):
            candidate.role = "title"
        elif find_series(candidate.text):
            candidate.role = "series"
        elif read_person(candidate.text) is not None or (seen_speaker and is_role(candidate.text)):
            candidate.role = "speaker"
            seen_speaker = True
        else:
            candidate.role = "occasion" if _OCCASION.match(candidate.text) else "other"


def _names_itself(text: str) -> bool:
    """Whether a line that states a document type says more: `Background Notes: Peru`, `Visa Bulletin For June 2019`."""
    return bool(country_in(text)) or bool((series := find_series(text)) and series.edition)


def _never_title(text: str) -> bool:
    return text.strip().lower() in _NEVER_TITLES or sum(character.isalpha() for character in text) < 3


def _is_speaker_line(candidate: _Candidate, taken: list[_Candidate]) -> bool:
    """A person's name before the kind of document (`Jordan Example` / `Daily Press Briefing`) is no title."""
    person = read_person(candidate.text)
    if person is None:
        return False
    others = [
        other
        for other in taken
        if other is not candidate and other.reading.role is None and not read_person(other.text)
    ]
    typed = any(other.reading.role == "type" for other in taken)
    return bool(others or typed) and not find_country(candidate.text)


def _continue_title(title: _Candidate, taken: list[_Candidate]) -> None:
    """A title may run over lines that look alike, with no blank line between."""
    at = taken.index(title)
    for candidate in taken[at + 1 :]:
        same = candidate.tight and candidate.looks == title.looks
        if candidate.role is not None or not same or not (title.looks or title.heading or _goes_on(candidate.text)):
            break
        candidate.role = "title"


def _goes_on(text: str) -> bool:
    """Whether an unmarked line below the title belongs to it: it is no person, series, occasion or place."""
    return not (read_person(text) or find_series(text) or _OCCASION.match(text) or text[:1] in "([")


def _left(blocks: list[Raw], taken: list[_Candidate], candidates: list[_Candidate]) -> list[Raw]:
    """The blocks without the lines that were taken."""
    if not taken:
        return blocks
    last = taken[-1].block
    gone = {candidate.block for candidate in taken}
    out: list[Raw] = []
    for number, raw in enumerate(blocks):
        if number not in gone:
            out.append(raw)
        elif number == last:
            count = sum(1 for candidate in taken if candidate.block == last)
            lines = raw.text.split("\n")
            if count < len(lines):
                out.append(_tail(raw, count, lines))
    return out


def _tail(raw: Raw, count: int, lines: list[str]) -> Raw:
    """What a block keeps when its first lines are masthead."""
    cut = sum(len(line) + 1 for line in lines[:count])
    anchors = []
    for anchor in raw.anchors:
        if anchor.start is None or anchor.stop is None:
            anchors.append(anchor)
        elif anchor.start >= cut:
            anchor.start, anchor.stop = anchor.start - cut, anchor.stop - cut
            anchors.append(anchor)
    line = raw.lines[count] if count < len(raw.lines) else raw.line
    return Raw(
        raw.kind,
        raw.text[cut:],
        line,
        anchors,
        raw.looks[count:],
        raw.lines[count:],
        raw.level,
        raw.role,
        raw.data,
        raw.hints,
    )
