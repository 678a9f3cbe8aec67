"""Heading elements of a site's frame, on pages of no known design: they do not say that the page marks its own."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.leading import Line
from statedocs.extraction.page import Raw
from statedocs.templates.text_chrome import match_line

_PROSE: Final = 110


def has_framed_headings(blocks: Sequence[Raw], title: str | None, lines: Sequence[Line]) -> bool:
    """Whether no heading element but the title's stands over prose: `Browse by`, `Stay connected` head menus."""
    below = next((line.line for line in lines if line.role == "title"), None) or 0
    over: Raw | None = None
    for raw in blocks:
        if raw.kind == "heading":
            over = raw if title is None or raw.text.casefold() != title.casefold() else None
        elif over is not None and _is_prose(raw) and not (over.line or 0) < below <= (raw.line or 0):
            return False
    return True


def _is_prose(raw: Raw) -> bool:
    """Whether a paragraph is long outside its links, and is not what a site says of itself."""
    linked = sum((anchor.stop or 0) - (anchor.start or 0) for anchor in raw.anchors)
    return raw.kind == "paragraph" and len(raw.text) - linked > _PROSE and not match_line(raw.text)
