"""What a page prints twice: its title over the body, and its own table of contents."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.leading import Line
from statedocs.extraction.page import Gone, Raw
from statedocs.extraction.sections import split_number
from statedocs.extraction.text import collapse, solid

_FEWEST: Final = 3
_FEW: Final = 2
_PARTING: Final = "|"
_ANCHORS_END: Final = "Background Notes A-Z"
_GLUE: Final = re.compile(r"[a-z](?=[A-Z])")
"""Where the anchors of the Background Notes of 2008 were glued: `PeopleHistoryGovernment…Background Notes A-Z`."""


def without_title(title: str | None, blocks: list[Raw], *, near: int = 1) -> tuple[list[Raw], list[Gone]]:
    """Takes off the title where it is printed again over the body, among the first blocks (`near`)."""
    if title is None:
        return blocks, []
    folded = title.casefold()
    for number, raw in enumerate(blocks[: near if title.count(" ") >= _FEW else 1]):
        if raw.kind in ("heading", "paragraph") and collapse(raw.text).casefold() == folded:
            gone = Gone("masthead/duplicate-title", solid(raw.text), raw.text, raw.line)
            return blocks[:number] + blocks[number + 1 :], [gone]
    return blocks, []


def once_said(lines: Sequence[Line]) -> tuple[list[Line], list[Gone]]:
    """Masthead lines without the title where other lines part it from the first, and without anchors glued together."""
    kept: list[Line] = []
    gone: list[Gone] = []
    for line in lines:
        titles = [other.text.casefold() for other in kept if other.role == "title"]
        again = line.role == "title" and titles[:1] == [line.text.casefold()] and kept[-1].role != "title"
        if again:
            gone.append(Gone("masthead/duplicate-title", solid(line.text), line.text, line.line))
        elif line.text.endswith(_ANCHORS_END) and len(_GLUE.findall(line.text)) >= _FEWEST:
            gone.append(Gone("body/table-of-contents", solid(line.text), line.text, line.line))
        else:
            kept.append(line)
    return kept, gone


def without_title_again(lines: list[Line]) -> tuple[list[Line], list[Gone]]:
    """Takes off marked lines that print the title again: a feed's item, and the page in it."""
    first = next((line for line in lines if line.role == "title"), None)
    if first is None:
        return lines, []
    again = [line for line in lines if line is not first and line.role == "title" and line.text == first.text]
    gone = [Gone("masthead/duplicate-title", solid(line.text), line.text, line.line) for line in again]
    return [line for line in lines if line not in again or line is first], gone


def without_contents(blocks: list[Raw]) -> tuple[list[Raw], list[Gone]]:
    """Takes off a list before the first heading, or at the end, of three of the page's own headings or more."""
    first = next((number for number, raw in enumerate(blocks) if raw.kind == "heading"), len(blocks))
    if first == len(blocks):
        return blocks, []
    if not any(len(_entries(raw)) >= _FEWEST for raw in (*blocks[:first], blocks[-1])):
        return blocks, []
    headings = {form for raw in blocks if raw.kind == "heading" for form in _forms(raw.text)}
    gone: list[Gone] = []
    kept: list[Raw] = []
    for number, raw in enumerate(blocks):
        entries = _entries(raw) if number < first or number == len(blocks) - 1 else []
        if len(entries) >= _FEWEST and all(_forms(entry) & headings for entry in entries):
            markers = "".join(item["marker"] or "" for item in raw.data.get("items", ()))
            gone.append(Gone("body/table-of-contents", solid(raw.text) + solid(markers), raw.text, raw.line))
        else:
            kept.append(raw)
    return kept, gone


def _entries(raw: Raw) -> Sequence[str]:
    """The entries of a list, or of a line that parts them by bars: `Profile | People | Government`."""
    if raw.kind == "list":
        return [item["text"] for item in raw.data["items"]]
    if raw.kind == "paragraph" and _PARTING in raw.text and raw.anchors:
        return [entry for part in raw.text.split(_PARTING) if (entry := part.strip())]
    return []


def _forms(text: str) -> set[str]:
    """A heading as entries write it: with its number, or without."""
    return {text.casefold(), split_number(text)[1].casefold()}
