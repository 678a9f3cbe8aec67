"""The frame of a site around a page whose design nobody knows: menus and logos above the title, the footer below."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.page import Gone, Page, Raw
from statedocs.extraction.text import solid
from statedocs.extraction.title_parts import is_called

_FEWEST_LINKS: Final = 3
_LONGEST_LINE: Final = 160
_MOSTLY: Final = 0.6
_FRAMES: Final = frozenset({"heading", "list", "figure"})
_MENUS: Final = frozenset({"list", "paragraph", "table"})
_LONGEST_ENTRY: Final = 40
_BETWEEN: Final = re.compile(r"[|\u2022\u00b7\u00bb>-]")
"""What parts the entries of a menu."""
_RULE: Final = "generic/site-frame"
_FOOTER: Final = re.compile(
    r"(?:manages this site|site is managed by|External links to other Internet sites should not be construed)", re.I
)
_FOOTER_LINKS: Final = re.compile(
    r"FOIA|No FEAR Act(?: Data)?|Privacy(?: Policy| Notice)?|Copyright(?: Information| & Disclaimer)?|USA\.gov"
    r"|(?:Office of the )?Inspector General|Accessibility(?: Statement)?|External Link Policy"
    r"|Other U\.S\. Government Info.*"
)
_FEWEST_OF_FOOTER: Final = 2
_SHORT: Final = 60


def without_frame(page: Page, blocks: list[Raw], named: str | None) -> tuple[list[Raw], list[Gone]]:
    """Takes the frame of a site off a page of unknown design; any other page marks its own."""
    if page.is_text or not page.template.leading:
        return blocks, []
    left, menus = _without_menus(blocks, f"{page.template.name}/site-menu")
    if page.template.name != "generic":
        return left, menus
    left, above = _without_front(left, named)
    left, below = _without_footer(left)
    return left, menus + above + below


def _without_menus(blocks: list[Raw], rule: str) -> tuple[list[Raw], list[Gone]]:
    """Takes off what stands above everything else and holds links alone, where text that is none follows."""
    at = next((number for number, raw in enumerate(blocks) if not _is_menu(raw)), 0) or _entries(blocks)
    if not at or blocks[at].kind not in ("heading", "paragraph") or len(blocks[at].anchors) >= _FEWEST_LINKS:
        return blocks, []
    return blocks[at:], [Gone(rule, solid(raw.shown), raw.shown, raw.line) for raw in blocks[:at]]


def _entries(blocks: Sequence[Raw]) -> int:
    """How many blocks at the top are a link each, as the cells of a menu are read; none where they are but a few."""
    at = next((number for number, raw in enumerate(blocks) if not _is_entry(raw)), 0)
    return at if at > _FEWEST_LINKS else 0


def _is_entry(raw: Raw) -> bool:
    return (
        raw.kind == "paragraph" and len(raw.text) <= _LONGEST_ENTRY and [a.stop for a in raw.anchors] == [len(raw.text)]
    )


def _is_menu(raw: Raw) -> bool:
    if raw.kind not in _MENUS or len(raw.anchors) < _FEWEST_LINKS or any(a.start is None for a in raw.anchors):
        return False
    linked = [raw.text[anchor.start : anchor.stop] for anchor in raw.anchors]
    between = solid(_BETWEEN.sub("", raw.text)) - sum(solid(_BETWEEN.sub("", text)) for text in linked)
    return not between and max(map(len, linked)) <= _LONGEST_ENTRY


def _without_front(blocks: Sequence[Raw], named: str | None) -> tuple[list[Raw], list[Gone]]:
    """Takes off what stands above the heading that the `title` element names, where that can be nothing but a frame.

    A frame holds links, and no prose; and the title is a heading element.
    """
    at = next((number for number, raw in enumerate(blocks) if _is_title(raw, named)), 0)
    front = blocks[:at]
    if sum(len(raw.anchors) for raw in front) < _FEWEST_LINKS or not all(map(_is_frame, front)):
        return list(blocks), []
    return list(blocks[at:]), [Gone(_RULE, solid(raw.shown), raw.shown, raw.line) for raw in front if raw.text]


def _is_title(raw: Raw, named: str | None) -> bool:
    return raw.kind == "heading" and is_called(raw.text, named)


def _is_frame(raw: Raw) -> bool:
    """Whether a block may belong to a frame: a heading, list or picture, a short line, or one that is mostly links."""
    if raw.kind in _FRAMES:
        return True
    linked = sum((anchor.stop or 0) - (anchor.start or 0) for anchor in raw.anchors)
    return raw.kind == "paragraph" and (len(raw.text) <= _LONGEST_LINE or linked >= _MOSTLY * len(raw.text))


def _without_footer(blocks: Sequence[Raw]) -> tuple[list[Raw], list[Gone]]:
    """Takes off the footer of a site, from the first block that can be nothing else, where no prose follows."""
    at = len(blocks)
    for number in range(len(blocks) - 1, -1, -1):
        raw = blocks[number]
        if _is_footer(raw):
            at = number
        elif not (raw.kind in _FRAMES or len(raw.text) <= _SHORT):
            break
    if 0 < at < len(blocks) and blocks[at - 1].kind == "heading":
        at -= 1
    return list(blocks[:at]), [Gone(_RULE, solid(raw.shown), raw.shown, raw.line) for raw in blocks[at:] if raw.text]


def _is_footer(raw: Raw) -> bool:
    """Whether a block says who manages the site, or links to what every footer of the government does."""
    if raw.kind == "paragraph" and _FOOTER.search(raw.text):
        return True
    if raw.kind not in ("paragraph", "list") or len(raw.anchors) < _FEWEST_OF_FOOTER:
        return False
    linked = {raw.text[anchor.start or 0 : anchor.stop].strip() for anchor in raw.anchors}
    return sum(_FOOTER_LINKS.fullmatch(text) is not None for text in linked) >= _FEWEST_OF_FOOTER
