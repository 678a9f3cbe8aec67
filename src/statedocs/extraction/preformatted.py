"""Preformatted text: its spaces and line ends matter."""

import re
from typing import Final

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.inline import BLOCKS
from statedocs.extraction.page import Element
from statedocs.extraction.text import Anchor

_EMPTY_START: Final = re.compile(r"(?:[ \t\f]*\n)+")


def preformatted(element: Element, chrome: Chrome) -> tuple[str, list[Anchor]]:
    """Gives an element's visible text with its spaces, empty lines at its edges left out, and its links."""
    reader = _Reader(chrome)
    reader.read(element)
    text = "".join(reader.parts)
    start = _EMPTY_START.match(text)
    cut = start.end() if start else 0
    text = text[cut:].rstrip()
    return text, [_trimmed(anchor, text, cut) for anchor in reader.anchors]


class _Reader:
    def __init__(self, chrome: Chrome) -> None:
        self.parts: list[str] = []
        self.anchors: list[Anchor] = []
        self._chrome = chrome
        self._size = 0

    def read(self, element: Element) -> None:
        self._add(element.text)
        for child in element:
            tag: object = child.tag
            if isinstance(tag, str) and not self._chrome.skips(child, tag):
                self._enter(child, tag)
            self._add(child.tail)

    def _enter(self, element: Element, tag: str) -> None:
        href = element.get("href") if tag == "a" else None
        anchor = Anchor(href, self._size, None) if href is not None else None
        if tag == "br":
            self._add("\n")
        elif tag in BLOCKS:
            self._own_line()
            self.read(element)
            self._own_line()
        else:
            self.read(element)
        if anchor is not None:
            anchor.stop = self._size
            self.anchors.append(anchor)

    def _own_line(self) -> None:
        if self.parts and not self.parts[-1].endswith("\n"):
            self._add("\n")

    def _add(self, text: str | None) -> None:
        if text and (shown := text.replace("\xa0", " ").replace("\xad", "")):
            self.parts.append(shown)
            self._size += len(shown)


def _trimmed(anchor: Anchor, text: str, cut: int) -> Anchor:
    """A link with blanks at its edges left out; without span where nothing is left."""
    start, stop = max(0, (anchor.start or 0) - cut), max(0, (anchor.stop or 0) - cut)
    inner = text[start:stop]
    start += len(inner) - len(inner.lstrip())
    inner = inner.strip()
    return Anchor(anchor.href, start, start + len(inner)) if inner else Anchor(anchor.href, None, None, "")
