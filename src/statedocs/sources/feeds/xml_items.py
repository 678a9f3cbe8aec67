"""The items of an RSS or Atom feed, one at a time: a broken one costs no other.

Each is read for itself by the library of Python: so memory does not grow with the feed, entities cannot be declared
(no bombs), and what a strict reader refuses in one item (`&nbsp;`, a bare `&`) is mended in this one alone.
"""

import html
import html.entities
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from statedocs.sources.feeds.item import STRAY
from statedocs.sources.packing.members import Place
from statedocs.sources.packing.stream import Stream

_START: Final = re.compile(rb"<(?:[A-Za-z][\w.-]*:)?(?:item|entry)(?=[\s>])")
_END: Final = re.compile(
    rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->|(?P<end></(?:[A-Za-z][\w.-]*:)?(?:item|entry)\s*>)", re.DOTALL
)
_LONGEST_HEAD: Final = 2**20
_LONGEST_ITEM: Final = 16 * 2**20
_ENCODING: Final = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_ROOT: Final = re.compile(r"<(?!\?|!)(?P<name>[\w:.-]+)(?P<fields>[^>]*)>")
_NAMESPACE: Final = re.compile(r"""\bxmlns(?::([\w.-]+))?\s*=\s*("[^"]*"|'[^']*')""")
_PREFIX: Final = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")
_OUTSIDE_CDATA: Final = re.compile(r"(<!\[CDATA\[.*?\]\]>)", re.DOTALL)
_REFERENCE: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)(\w+;)?")
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LANGUAGE: Final = re.compile(r"<(?:dc:)?language>\s*([\w-]+)\s*<|\bxml:lang\s*=\s*[\"']([\w-]+)")
_BASE: Final = re.compile(r"""\bxml:base\s*=\s*("[^"]*"|'[^']*')""")
_KNOWN: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
}


@dataclass(frozen=True, slots=True)
class XmlItem:
    """An item as it stands in its feed."""

    place: Place
    element: ET.Element


@dataclass(frozen=True, slots=True)
class BrokenItem:
    """A part of a feed that cannot be read, and why not."""

    place: Place
    reason: str


class Feed:
    """A feed, read from its first item on.

    Args:
        stream: At its beginning.

    Attributes:
        language: As the feed declares it.
        base: What its addresses are relative to, as it declares that (`xml:base`).
    """

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        head = stream.peek(_LONGEST_HEAD)
        if found := _START.search(head):
            head = head[: found.start()]
        declared = _ENCODING.search(head)
        self._encoding = declared[1].decode() if declared else "utf-8"
        text = self._text(head)
        root = _ROOT.search(text)
        self._names = {key or "": value for key, value in _NAMESPACE.findall(root["fields"] if root else "")}
        base = _BASE.search(root["fields"] if root else "")
        self.base = html.unescape(base[1][1:-1]) if base else None
        language = _LANGUAGE.search(text)
        self.language = next(filter(None, language.groups()), None) if language else None

    def __iter__(self) -> Iterator[XmlItem | BrokenItem]:
        """Give every item that can be read, and every damage."""
        while self._stream.find(_START):
            place = self._stream.place()
            raw = self._raw()
            if raw is None:
                yield BrokenItem(place, "an item breaks off")
                self._stream.skip(1)
                continue
            element, reason = self._parse(self._text(raw))
            if element is None:
                yield BrokenItem(place, f"an item is no XML: {reason}")
                again = _START.search(raw, 1)
                self._stream.skip(again.start() if again else len(raw))
            else:
                yield XmlItem(place, element)
                self._stream.skip(len(raw))
        if self._stream.damage:
            yield BrokenItem(Place(self._stream.damage.offset), self._stream.damage.reason)

    def _raw(self) -> bytes | None:
        """Give the item that begins here, as written; None where it does not end."""
        size = 64 * 2**10
        while True:
            ahead = self._stream.peek(size)
            ends = (found.end() for found in _END.finditer(ahead) if found["end"])
            if (end := next(ends, None)) is not None:
                return ahead[:end]
            if len(ahead) < size or size >= _LONGEST_ITEM:
                return None
            size *= 4

    def _text(self, data: bytes) -> str:
        try:
            if self._encoding.lower().replace("-", "") in ("utf8", "usascii", "utf16"):
                return data.decode("utf-8", "surrogateescape").translate(STRAY)
            return data.decode(self._encoding, "replace")
        except LookupError:
            return data.decode("utf-8", "surrogateescape").translate(STRAY)

    def _parse(self, text: str) -> tuple[ET.Element | None, str]:
        try:
            return self._element(text, self._names), ""
        except ET.ParseError:
            pass
        prefixes = {name: f'"{_KNOWN.get(name, "urn:" + name)}"' for name in _PREFIX.findall(text) if name != "xml"}
        try:
            return self._element(_mended(text), {**prefixes, **self._names}), ""
        except ET.ParseError as error:
            return None, str(error)

    def _element(self, text: str, names: dict[str, str]) -> ET.Element:
        declared = "".join(f" xmlns{':' if key else ''}{key}={value}" for key, value in names.items() if key != "xml")
        parser = ET.XMLParser(encoding="utf-8")  # noqa: S314  (no item can declare an entity)
        parser.feed(f"<feed{declared}>{text}</feed>".encode("utf-8", "replace"))
        return next(iter(parser.close()))


def _mended(text: str) -> str:
    """Give XML of which the references are defined and the characters allowed."""
    parts = _OUTSIDE_CDATA.split(_NO_XML.sub("", text))
    return "".join(part if part.startswith("<![CDATA[") else _REFERENCE.sub(_defined, part) for part in parts)


def _defined(reference: re.Match[str]) -> str:
    name = reference[1] or ""
    return html.entities.html5.get(name, "&amp;" + name)
