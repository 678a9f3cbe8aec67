"""The elements of pictures, which no text shows."""

from collections import defaultdict
from typing import Any

from statedocs.extraction.page import Element
from statedocs.record import Document, Figure

_PICTURES = ("img", "input", "image")


def pictures_of(document: Document, root: Element | None) -> dict[str, Element]:
    """For the figures of a record, their pictures: the same address, in the same order."""
    if root is None:
        return {}
    by_address: defaultdict[str | None, list[Element]] = defaultdict(list)
    for picture in root.iter(*_PICTURES):
        by_address[picture.get("src")].append(picture)
    found = {}
    for section in document.sections:
        for number, block in enumerate(section.blocks):
            if isinstance(block, Figure) and (same := by_address[block.src]):
                near = next((each for each in same if _line(each) == block.line), same[0])
                same.remove(near)
                found[f"/sections/{section.position}/blocks/{number}"] = near
    return found


def _line(element: Element) -> int | None:
    line: Any = element.sourceline  # the stubs give it no type
    return line if isinstance(line, int) else None
