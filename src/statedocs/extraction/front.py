"""The frame of a site above the title of a page whose design nobody knows: menus, logos, a nameless breadcrumb."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.page import Gone, Raw
from statedocs.extraction.text import collapse, solid
from statedocs.extraction.title_parts import names_page

_FEWEST_LINKS: Final = 3
_LONGEST_LINE: Final = 160
_MOSTLY: Final = 0.6
_FRAMES: Final = frozenset({"heading", "list", "figure"})
_RULE: Final = "generic/site-frame"


def without_front(blocks: Sequence[Raw], named: str | None) -> tuple[list[Raw], list[Gone]]:
    """Takes off what stands above the heading that the `title` element names, where that can be nothing but a frame.

    A frame holds links, and no prose; and the title is a heading element.
    """
    at = next((number for number, raw in enumerate(blocks) if _is_title(raw, named)), 0)
    front = blocks[:at]
    if sum(len(raw.anchors) for raw in front) < _FEWEST_LINKS or not all(map(_is_frame, front)):
        return list(blocks), []
    return list(blocks[at:]), [Gone(_RULE, solid(raw.text), raw.text, raw.line) for raw in front if raw.text]


def _is_title(raw: Raw, named: str | None) -> bool:
    if raw.kind != "heading" or named is None:
        return False
    return collapse(raw.text).casefold() == named.casefold() or names_page(raw.text, named)


def _is_frame(raw: Raw) -> bool:
    """Whether a block may belong to a frame: a heading, list or picture, a short line, or one that is mostly links."""
    if raw.kind in _FRAMES:
        return True
    linked = sum((anchor.stop or 0) - (anchor.start or 0) for anchor in raw.anchors)
    return raw.kind == "paragraph" and (len(raw.text) <= _LONGEST_LINE or linked >= _MOSTLY * len(raw.text))
