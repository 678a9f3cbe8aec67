"""Blocks to sections: split headings joined, numbers taken off, ranks and parents."""

import re
from dataclasses import dataclass
from typing import Final

from statedocs.extraction.page import Part, Raw
from statedocs.extraction.text import Anchor

_NUMBER: Final = re.compile(
    r"(?P<number>(?i:section|chapter|part|article)\s+(?:\d+|[IVXLC]+)\b|[A-Za-z](?= ?[.)]\s)|[IVXLC]+(?= ?[.)]\s)"
    r"|\d{1,2}(?:\.\d{1,2})*(?= ?[.)]\s)|\d{3}(?=\. [A-Z])"
    r"|\d{1,2}(?:\.\d{1,2})+(?=\s)|[A-Z](?=\.[A-Z]{3,} )|[a-z](?=\.[A-Z][a-z]{2,} ))"
    r"(?P<point> ?[.):])?(?:\s+(?=\S)|(?<=\b[A-Z]\.)(?=[A-Z]{3,} )|(?<=\b[a-z]\.)(?=[A-Z][a-z]{2,} ))"
)
_SECTION_WORD: Final = re.compile(r"section\s+\d+", re.I)
ONLY_NUMBER: Final = re.compile(
    r"(?:(?i:section|chapter|part|article)\s+(?:\d+|[IVXLC]+)[.:]?|(?:[A-Za-z]|[IVXLC]+|\d{1,2})[.)])$"
)
"""A line that holds the number of a heading and nothing else."""
_MAX_LEVEL: Final = 6


@dataclass(slots=True)
class Place:
    """Where a raw block went: a section, and its block or (null) its heading."""

    raw: Raw
    section: int
    block: int | None
    shift: int = 0


def build(blocks: list[Raw]) -> tuple[list[Part], list[Place]]:
    """Gives the sections, and where each raw block went."""
    sections: list[Part] = [_section(0, None, 0)]
    places: list[Place] = []
    path: list[tuple[int, int]] = []
    for raw in _join_split_headings(blocks):
        if raw.kind == "heading":
            level = min(raw.level or 1, _MAX_LEVEL)
            while path and path[-1][1] >= level:
                path.pop()
            number, heading, shift = split_number(raw.text)
            position = len(sections)
            named = {"number": number, "heading": heading, "line": raw.line}
            sections.append({**_section(position, path[-1][0] if path else None, level), **named})
            path.append((position, level))
            places.append(Place(raw, position, None, shift))
        elif raw.kind == "area":
            places.append(Place(raw, len(sections) - 1, None))
        else:
            home = sections[-1]
            places.append(Place(raw, home["position"], len(home["blocks"])))
            home["blocks"].append(_block(raw))
    return sections, places


def _section(position: int, parent: int | None, level: int) -> Part:
    """A section without a heading."""
    return {
        "position": position,
        "parent": parent,
        "level": level,
        "number": None,
        "heading": None,
        "line": None,
        "blocks": [],
    }


def _block(raw: Raw) -> Part:
    """A raw block in the shape of the record."""
    block = {"kind": raw.kind, "text": raw.text, "line": raw.line}
    return {**block, **raw.data} if raw.data else block


def split_number(text: str) -> tuple[str | None, str, int]:
    """A heading's number (closing point off), the rest, and where the rest begins.

    >>> split_number("Section 1. Respect for the Integrity of the Person")
    ('Section 1', 'Respect for the Integrity of the Person', 11)
    """
    match = _NUMBER.match(text)
    if match is None:
        return None, text, 0
    number = match.group("number")
    if match.group("point") is None and not _SECTION_WORD.fullmatch(number) and "." not in number:
        return None, text, 0
    return number, text[match.end() :], match.end()


def _join_split_headings(blocks: list[Raw]) -> list[Raw]:
    """A heading split in its number and its words (`Section 1.` before `Respect for …`) is one heading."""
    out: list[Raw] = []
    for raw in blocks:
        last = out[-1] if out and raw.kind == "heading" else None
        if last is not None and last.kind in ("heading", "paragraph") and ONLY_NUMBER.match(last.text):
            out[-1] = _joined(last, raw)
        else:
            out.append(raw)
    return out


def _joined(first: Raw, second: Raw) -> Raw:
    by = len(first.text) + 1
    anchors = [*first.anchors]
    for anchor in second.anchors:
        if anchor.start is None or anchor.stop is None:
            anchors.append(anchor)
        elif anchors and anchors[-1].href == anchor.href and anchors[-1].stop == len(first.text) and anchor.start == 0:
            anchors[-1] = Anchor(anchor.href, anchors[-1].start, anchor.stop + by)
        else:
            anchors.append(Anchor(anchor.href, anchor.start + by, anchor.stop + by))
    level = min(first.level or 9, second.level or 9) if first.kind == "heading" else second.level
    return Raw("heading", f"{first.text} {second.text}", first.line, anchors, level=level)
