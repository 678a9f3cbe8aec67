"""Proves that nothing visible was lost: counts the tree once more, on its own."""

from typing import Final

from lxml import etree

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.page import Element, Page, Part
from statedocs.extraction.text import solid
from statedocs.templates.selectors import elements

_HIDING: Final = ("display:none", "visibility:hidden")
_STYLED: Final = etree.XPath("//*[@style]")
_HIDDEN: Final = etree.XPath("//*[@hidden]")
_HIDDEN_ATTRIBUTE: Final = etree.XPath("//@hidden", smart_strings=False)


def hidden_elements(root: Element) -> frozenset[Element]:
    """Elements hidden by the `hidden` attribute or an inline style."""
    found: set[Element] = set()
    for styled in elements(_STYLED, root):
        folded = "".join((styled.get("style") or "").split()).lower()
        if any(hiding in folded for hiding in _HIDING):
            found.add(styled)
    if _HIDDEN_ATTRIBUTE(root):
        found.update(elements(_HIDDEN, root))
    return frozenset(found)


def visible(page: Page, chrome: Chrome) -> int:
    """Visible, non-white characters of the page, and what reading already took off.

    Counted over the whole tree in C, without looking at what extraction did with it.
    """
    return chrome.count(page.root) + sum(solid(text) for _, text, _ in page.gone)


def account(seen: int, kept: int, removed: int) -> Part:
    """The accounting part of a record."""
    return {"visible": seen, "kept": kept, "removed": removed, "unaccounted": seen - kept - removed}
