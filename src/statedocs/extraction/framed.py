"""Heading elements of a site's frame, on pages of no known design: they do not say that the page marks its own."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.leading import Line
from statedocs.extraction.page import Raw
from statedocs.templates.text_chrome import match_line

_PROSE: Final = 110
_TEXTS: Final = ("paragraph", "quote")


def has_framed_headings(blocks: Sequence[Raw], title: str | None, lines: Sequence[Line]) -> bool:
    """Whether there is prose, and no heading element over it but the title's: `Browse by`, say, heads a menu."""
    below = next((line.line for line in lines if line.role == "title"), None) or 0
    over: Raw | None = None
    elsewhere = False
    for raw in blocks:
        if raw.kind == "heading":
            over = raw if title is None or raw.text.casefold() != title.casefold() else None
        elif _is_prose(raw):
            if over is not None and not (over.line or 0) < below <= (raw.line or 0):
                return False
            elsewhere = True
    return elsewhere


def _is_prose(raw: Raw) -> bool:
    """Whether a text is long outside its links, and is not what a site says of itself."""
    linked = sum((anchor.stop or 0) - (anchor.start or 0) for anchor in raw.anchors)
    return raw.kind in _TEXTS and len(raw.text) - linked > _PROSE and not match_line(raw.text)
