"""Text to one lxml tree: HTML through libxml2, what libxml2 refuses through a tolerant reader that does not recurse."""

import re
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from lxml import etree

from statedocs.errors import ParseError

Element = etree._Element

MAX_DEPTH: Final = 200
"""Deeper elements than this are flattened into their ancestor; their text stays."""

_PARSER_OPTIONS: Final = {"encoding": "utf-8", "remove_comments": True, "remove_pis": True}
_TAG: Final = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|title|meta|link|script|p|br|div|a|table|tbody|tr|td|th|b|i|u|strong|em|font|"
    r"center|h[1-6]|pre|ul|ol|li|span|img|hr|blockquote|section|article|main|nav|header|footer|form|frameset|dl)\b)[^<>]*>",
    re.I,
)
_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*$")
_FRAME: Final = frozenset({"html", "head", "body"})
_SNIFFED: Final = 65_536


def is_markup(text: str) -> bool:
    """Whether a page is HTML, told from its content alone.

    >>> is_markup("<p>Sample page"), is_markup("Write to <office@example.gov> or see a < b")
    (True, False)
    """
    head = text[:_SNIFFED].lstrip("\ufeff \t\n\f")
    first = head[:1]
    if first == "<" and (_TAG.match(head) or head.startswith(("<!--", "<?xml"))):
        return True
    seen = 0
    for seen, match in enumerate(_TAG.finditer(head), 1):
        if seen >= 5 or match.start() < 400 * seen and seen >= 3:
            return True
    return False


def parse(utf8: bytes, origin: str | None = None) -> tuple[Element, bool]:
    """Gives the root element of a page, and whether the tolerant reader was needed.

    libxml2 drops what is nested deeper than 256 and says so only in its log: then the page is read again.

    Raises:
        ParseError: Not even the tolerant reader finds an element.
    """
    parser = etree.HTMLParser(**_PARSER_OPTIONS)
    root = _libxml2(utf8, parser)
    if root is not None and not _truncated(parser):
        return root, False
    if b"XML_PARSE_HUGE" in _log(parser) and "depth" not in _log(parser).decode():
        parser = etree.HTMLParser(huge_tree=True, **_PARSER_OPTIONS)
        root = _libxml2(utf8, parser)
        if root is not None and not _truncated(parser) and not _too_deep(root):
            return root, False
    root = _tolerant(utf8.decode("utf-8", "replace"))
    if root is None:
        raise ParseError("expected HTML, found no element", origin=origin)
    return root, True


def _libxml2(utf8: bytes, parser: etree.HTMLParser) -> Element | None:
    try:
        return etree.fromstring(utf8, parser)
    except etree.XMLSyntaxError:
        return None


def _truncated(parser: etree.HTMLParser) -> bool:
    return any(entry.level_name == "FATAL" for entry in parser.error_log)


def _log(parser: etree.HTMLParser) -> bytes:
    return "\n".join(entry.message for entry in parser.error_log if entry.level_name == "FATAL").encode()


def _too_deep(root: Element) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _tolerant(text: str) -> Element | None:
    """Reads tag soup of any depth; what lies deeper than `MAX_DEPTH` is laid side by side, no text is lost."""
    soup = BeautifulSoup(text, "html.parser")
    builder = etree.TreeBuilder()
    builder.start("html", {})
    builder.start("body", {})
    path = ["body"]
    stack = [iter(soup.contents)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            if len(path) > 1:
                _leave(builder, path)
        elif isinstance(node, Tag):
            _enter(builder, path, node)
            stack.append(iter(node.contents))
        elif not isinstance(node, PreformattedString):
            builder.data(str(node))
    builder.end("body")
    builder.end("html")
    return builder.close()


def _enter(builder: etree.TreeBuilder, path: list[str], node: Tag) -> None:
    outer = node.name in _FRAME or not _NAME.match(node.name)
    name = "span" if outer else node.name
    if len(path) >= MAX_DEPTH:
        builder.end(path[-1])
    path.append(name)
    builder.start(name, {} if outer else _attributes(node))


def _leave(builder: etree.TreeBuilder, path: list[str]) -> None:
    builder.end(path.pop())
    if len(path) >= MAX_DEPTH:
        builder.start(path[-1], {})


def _attributes(node: Tag) -> dict[str, str]:
    pairs = ((name, " ".join(value) if isinstance(value, list) else value) for name, value in node.attrs.items())
    return {name: value or "" for name, value in pairs if _NAME.match(name)}
