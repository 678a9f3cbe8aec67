"""The breadcrumb: the page's place in the site, as printed."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from statedocs.extraction.address import Base, resolve
from statedocs.extraction.page import Element, Part, Raw
from statedocs.extraction.tags import steps_in
from statedocs.extraction.text import collapse

_TOGGLES: Final = frozenset({"hide", "\u2026", "...", ">", "/", "\u00bb", "|"})
_SILENT: Final = frozenset[object]({"script", "style", etree.Comment, etree.ProcessingInstruction})
_SEPARATORS: Final = re.compile(r"\s*(?:>|\u00bb|\u203a|\n|\s[/|]\s)\s*")
_STEPS: Final = re.compile(r"\s[>\u00bb\u203a|]\s")
_SIGN: Final = re.compile("[>\u00bb\u203a\u2026]|\\.\\.\\.")
_EDGE: Final = 55
"""How long a line is that the right edge broke."""
_LEFT_OUT: Final = re.compile(r"(?<=\w)\u2026(?=\w)")
_PIECE: Final = re.compile(r"[^>\u00bb\u203a\n]+")
_YOU_ARE_IN: Final = re.compile(r"^\s*You are (?:in|here)\s*:\s*", re.I)


def crumbs_of(elements: Sequence[Element], base: Base) -> list[Part]:
    """The breadcrumb as printed: links and the current page, toggles left out."""
    crumbs: list[Part] = []
    for number, element in enumerate(elements):
        if crumbs and number and _ends(elements[number - 1], element):
            crumbs[-1]["text"] += f" {collapse(_text(element))}"
            continue
        found = (
            list(_crumbs_in(element, base))
            if len(element) or element.tag == "a"
            else _crumbs_of_text(element.text or "")
        )
        if found != crumbs:  # some pages print it twice, for wide and for narrow screens
            crumbs += found
    return crumbs


def _ends(above: Element, element: Element) -> bool:
    """Whether a line of a text ends the long breadcrumb above, which has its signs; no blank line stands between."""
    if element.tag != "p" or element.get("before") is not None or element.getprevious() is not above:
        return False
    line, below = _text(above).strip(), _text(element).strip()
    return len(line) >= _EDGE and _SIGN.search(line[:-1]) is not None and not _SIGN.search(line[-1] + below)


def _text(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def _crumbs_of_text(written: str) -> list[Part]:
    pieces = _SEPARATORS.split(_YOU_ARE_IN.sub("", written))
    if len(pieces) == 1:
        pieces = steps_in(pieces[0]) or pieces
    return [{"text": text, "url": None} for piece in pieces if (text := collapse(piece)) and text not in _TOGGLES]


def crumbs_of_line(raw: Raw, base: Base) -> list[Part]:
    """The breadcrumb that a line prints, its entries with their links."""
    crumbs: list[Part] = []
    for piece in _PIECE.finditer(raw.text):
        text = collapse(_YOU_ARE_IN.sub("", piece.group()))
        spanned = (anchor for anchor in raw.anchors if anchor.start is not None and anchor.stop is not None)
        hrefs = [a.href for a in spanned if (a.start or 0) < piece.end() and (a.stop or 0) > piece.start()]
        if text and text not in _TOGGLES:
            crumbs.append({"text": text, "url": resolve(hrefs[0], base) if hrefs else None})
    return crumbs


def _crumbs_in(element: Element, base: Base) -> Iterator[Part]:
    for node in element.iter():
        if node.tag == "a" and node.get("href") is not None:
            yield from _linked(collapse("".join(map(str, node.itertext()))), resolve(node.get("href") or "", base))
        elif node.tag not in _SILENT and not _in_link(node, element):
            yield from (part for part in _unlinked(node.text) if not _YOU_ARE_IN.match(part["text"]))
        if node is not element and not _in_link(node.getparent(), element):
            yield from _unlinked(node.tail)


def _linked(written: str, url: str | None) -> Iterator[Part]:
    """A link; in a dump it may run on over steps left out to the current page: `Bureau of …\u2026Sample Programs`."""
    for number, piece in enumerate(_LEFT_OUT.split(written) if written else ()):
        yield {"text": piece, "url": None if number else url}


def _unlinked(written: str | None) -> Iterator[Part]:
    """The current page among links; what parts them, or leads to them, is none."""
    for piece in _STEPS.split(written or ""):
        text = collapse(piece).strip(" >\u00bb/|")
        if text and text not in _TOGGLES:
            yield {"text": text, "url": None}


def _in_link(node: Element | None, top: Element) -> bool:
    while node is not None and node is not top:
        if node.tag == "a" and node.get("href") is not None:
            return True
        node = node.getparent()
    return False
