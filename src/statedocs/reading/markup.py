"""Text to one lxml tree: HTML through libxml2, what libxml2 refuses through a tolerant reader that does not recurse."""

import re
from typing import Final

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree

from statedocs.errors import ParseError

Element = etree._Element

MAX_DEPTH: Final = 120
"""Deeper elements than this are laid side by side; their text stays. What walks the tree may recurse this far."""

_DEEP: Final = etree.XPath("/" + "/".join("*" * (MAX_DEPTH + 1)))
_LAST_LINE: Final = 65_535
_NOT_XML: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")
_FORM_FEED: Final = "\f"
_TAG: Final = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|title|meta|link|script|p|br|div|a|table|tbody|tr|td|th|b|i|u|strong|em|font|"
    r"center|h[1-6]|pre|ul|ol|li|span|img|hr|blockquote|section|article|main|nav|header|footer|form|frameset|dl)\b)[^<>]*>",
    re.I,
)
_MARKDOWN_SIGN: Final = re.compile(r"^(?:#{1,6} \S|.{0,200}\w\]\((?:https?://|/)[^()\s]+\))", re.M)
_BLOCK_TAG: Final = re.compile(
    r"<(?:!doctype|/?(?:html|head|body|title|meta|p|div|table|tr|td|h[1-6]|pre|ul|ol|li|blockquote|section|article|main)\b)[^<>]*>",
    re.I,
)
"""Markdown may hold tags for letters (`<u>`), never these."""
_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*\Z", re.A)
_FRAME: Final = frozenset({"html", "head", "body"})
_OF_HEAD: Final = frozenset(
    "base basefont bgsound link meta noframes noscript object script style template title".split()
)
"""What may stand in the head; anything else begins the body, as in browsers."""
_SNIFFED: Final = 65_536


def is_markup(text: str) -> bool:
    """Whether a page is HTML, told from its content alone.

    >>> is_markup("<p>Sample page"), is_markup("Write to <office@example.gov> or see a < b")
    (True, False)
    """
    head = text[:_SNIFFED].lstrip("\ufeff \t\n\f")
    if head.startswith("<?xml"):  # some dumps keep the declaration of the page
        rest = head.partition("?>")[2].lstrip()
        return not rest or rest[0] == "<" or is_markup(rest)
    first = head[:1]
    if first == "<" and (_TAG.match(head) or head.startswith("<!--")):
        return True
    if len(_MARKDOWN_SIGN.findall(head)) > 1 and not _BLOCK_TAG.search(head):
        return False
    seen = 0
    for seen, match in enumerate(_TAG.finditer(head), 1):
        if seen >= 5 or (match.start() < 400 * seen and seen >= 3):
            return True
    return False


def parse(utf8: bytes, origin: str | None = None) -> tuple[Element, bool]:
    """Gives the root element of a page, no deeper than `MAX_DEPTH`, and whether that had to be made so.

    libxml2 drops what is nested deeper than 256 (2,048 when told that the tree is huge) and what follows it, and says
    so only in its log: then the page is read again.

    Raises:
        ParseError: Not even the tolerant reader takes it.
    """
    for huge in (False, True):
        parser = etree.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=huge
        )
        root = _libxml2(utf8, parser)
        if root is not None and not _truncated(parser):
            _begin_body(root)
            _join(root)
            return (_flattened(root), True) if _DEEP(root) else (root, False)
    try:
        return _tolerant(utf8.decode("utf-8", "replace")), True
    except ParserRejectedMarkup as error:
        raise ParseError(f"expected HTML, found what no reader takes: {error}", origin=origin) from error


def _libxml2(utf8: bytes, parser: etree.HTMLParser) -> Element | None:
    try:
        return etree.fromstring(utf8, parser)
    except etree.XMLSyntaxError:
        return None


def _begin_body(root: Element) -> None:
    """Moves into the body what begins it without `<body>`: libxml2 leaves elements that it does not know in the head.

    A body that was opened within such an element becomes a part of it, and its attributes are the body's.
    """
    head = root.find("head")
    lost = [] if head is None else [child for child in head if child.tag not in _OF_HEAD]
    if not lost:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for inner in [inner for child in lost for inner in child.iter("body")]:
        for name, value in _attributes_of(inner).items():
            if body.get(name) is None:
                body.set(name, value)
        inner.tag = "div"
    opening, body.text = body.text, None
    for at, child in enumerate(lost):
        body.insert(at, child)
    lost[-1].tail = settable("".join(filter(None, (lost[-1].tail, opening))))


def _join(root: Element) -> None:
    """Brings what follows `</html>` into the body, as browsers do: libxml2 gives it roots of its own, side by side."""
    beside = list(root.itersiblings())
    if not beside:
        return
    body = root.find("body")
    home = root if body is None else body
    for other in beside:
        _begin_body(other)
        home.append(other)
        for frame in other.iter("html", "body"):
            frame.tag = "div"


def _truncated(parser: etree.HTMLParser) -> bool:
    return any(entry.level_name == "FATAL" for entry in parser.error_log)


def _flattened(root: Element) -> Element:
    """The same tree, what lies too deep laid side by side."""
    flat = _Flattener(root.tag, _attributes_of(root))
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if node is not root:
                flat.enter(_named(node.tag), _attributes_of(node), node.sourceline)
            flat.data(node.text)
        elif node is not root:
            flat.leave()
            flat.data(node.tail)
    return flat.finish()


def _attributes_of(element: Element) -> dict[str, str]:
    pairs = ((str(name), str(value)) for name, value in element.items())
    return {name: settable(value) for name, value in pairs if _NAME.match(name)}


def settable(text: str | None) -> str:
    """A text as a tree takes it from us: libxml2 reads more characters than may be set."""
    return _NOT_XML.sub("\ufffd", text).replace(_FORM_FEED, " ") if text else ""


def _named(tag: str) -> str:
    """The name of an element; what libxml2 took for one out of broken markup (`div<p`) and cannot make, is a `span`."""
    return tag if _NAME.match(tag) else "span"


def _tolerant(text: str) -> Element:
    """Reads tag soup of any depth, without recursion."""
    flat = _Flattener("html", {})
    flat.enter("body", {}, None)
    stack = [iter(BeautifulSoup(text, "html.parser").contents)]
    while stack:
        node = next(stack[-1], None)
        if node is None:
            stack.pop()
            flat.leave()
        elif isinstance(node, Tag):
            name = "span" if node.name in _FRAME else _named(node.name)
            flat.enter(name, {} if name != node.name else _attributes(node), node.sourceline)
            stack.append(iter(node.contents))
        elif not isinstance(node, PreformattedString):
            flat.data(str(node))
    return flat.finish()


class _Flattener:
    """Builds a tree of limited depth: what lies deeper than `MAX_DEPTH` is laid side by side, no text is lost."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.root = etree.Element(name, attributes)
        self._path = [self.root]
        self._left: Element | None = None
        self._texts: list[str] = []

    def enter(self, name: str, attributes: dict[str, str], line: int | None) -> None:
        """Opens an element."""
        self._write()
        parent = self._path[min(len(self._path), MAX_DEPTH - 1) - 1]
        element = etree.SubElement(parent, name, attributes)
        if line is not None:
            element.sourceline = min(line, _LAST_LINE)  # type: ignore[assignment]  # the stubs know only its reading
        self._path.append(element)
        self._left = None

    def data(self, text: str | None) -> None:
        """Adds text."""
        if text:
            self._texts.append(settable(text))

    def leave(self) -> None:
        """Closes the element that was opened last."""
        self._write()
        self._left = self._path.pop()

    def finish(self) -> Element:
        """Gives the root; what is open is closed."""
        self._write()
        return self.root

    def _write(self) -> None:
        text, self._texts = "".join(self._texts), []
        if not text:
            return
        if self._left is None:
            self._path[-1].text = text
        elif len(self._path) < MAX_DEPTH:
            self._left.tail = text
        else:
            again = etree.SubElement(self._path[MAX_DEPTH - 2], self._path[-1].tag)
            again.sourceline = self._left.sourceline
            again.text, self._path[-1], self._left = text, again, None


def _attributes(node: Tag) -> dict[str, str]:
    pairs = ((name, " ".join(value) if isinstance(value, list) else value) for name, value in node.attrs.items())
    return {name: settable(value or "") for name, value in pairs if _NAME.match(name)}
