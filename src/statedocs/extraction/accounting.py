"""Proves that nothing visible was lost: counts the tree once more, on its own."""

from typing import Any, Final

from lxml import etree

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.page import Element, Page, Part
from statedocs.extraction.text import solid

_HIDING: Final = ("display:none", "visibility:hidden")
_STYLES: Final = etree.XPath("descendant-or-self::*/@style")
_HIDDEN: Final = etree.XPath("descendant-or-self::*/@hidden")
"""Attributes know their elements; to look for these would take thrice the time, and `//` would look at texts too."""


def hidden_elements(root: Element) -> frozenset[Element]:
    """Elements hidden by the `hidden` attribute or an inline style."""
    hidden = {_owner(attribute) for attribute in _values(_STYLES, root) if _hides(attribute)}
    return frozenset(hidden.union(map(_owner, _values(_HIDDEN, root))))


def _values(path: etree.XPath, root: Element) -> list[Any]:
    found = path(root)
    return found if isinstance(found, list) else []


def _owner(attribute: Any) -> Element:
    owner: Element = attribute.getparent()
    return owner


def _hides(style: str) -> bool:
    folded = "".join(style.split()).lower()
    return any(hiding in folded for hiding in _HIDING)


def visible(page: Page, chrome: Chrome) -> int:
    """Visible, non-white characters of the page, and what reading already took off.

    Counted over the whole tree in C, before extraction does anything with it, and while a processor's cache holds it.
    """
    return chrome.count(page.root) + sum(solid(text) for _, text, _ in page.gone)


def account(seen: int, kept: int, removed: int) -> Part:
    """The accounting part of a record."""
    return {"visible": seen, "kept": kept, "removed": removed, "unaccounted": seen - kept - removed}
