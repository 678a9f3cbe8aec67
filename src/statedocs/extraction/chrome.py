"""What is no content: labelled in the tree, counted, put into the ledger under a named rule. Nothing is deleted."""

from collections.abc import Sequence
from itertools import islice
from typing import Any, Final

from lxml import etree

from statedocs.extraction.lookups import chrome_lookups
from statedocs.extraction.page import UNKNOWN_LINE, Element, Gone, Page, Raw
from statedocs.extraction.text import collapse, solid, solid_bytes
from statedocs.templates.index import IN_SVG, INVISIBLE

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NEAR: Final = 3
PREVIEW: Final = 120
"""Characters of its text that a ledger entry shows."""
_LARGE: Final = 1_000
"""Of an element with more bytes of text, the first texts are read one by one: it has very many."""


class Chrome:
    """Tells content from chrome while a page is walked, and keeps the ledger.

    Attributes:
        page: The page.
        hidden: Elements hidden by an attribute.
        gone: What was left out.
        crumbs: The breadcrumbs that were met.
        crumb_line: The line that is one by its words.
        telling: Tags that may be chrome, or invisible, by themselves.
        ids: Identifiers that make an element chrome.
        kinds_tell: Whether tag, class and these identifiers say all that makes an element chrome.
    """

    def __init__(self, page: Page, hidden: frozenset[Element]) -> None:
        self.page = page
        self.hidden = hidden
        self._is_text = page.is_text
        self._limit = None if page.keep_removed else PREVIEW
        self.gone: list[Gone] = [Gone(rule, solid(text), self._cut(text), line) for rule, text, line in page.gone]
        self.crumbs: list[Element] = []
        self.crumb_line: Raw | None = None
        self._rules, self._outside, self._crumb_rules = chrome_lookups(page)
        self._unseen, self._unseen_in = _measure_unseen(page.index.unshown, hidden)
        self._ordinary: set[tuple[str, str | None]] = set()
        self._labels = page.labels
        self._plain = not page.labels
        self.telling = INVISIBLE | IN_SVG | self._rules.tags | self._crumb_rules.tags
        self.ids = self._rules.ids | self._crumb_rules.ids
        self.kinds_tell = not (page.labels or self._rules.needs_attributes or self._crumb_rules.needs_attributes)

    def is_plain(self, element: Element, tag: str) -> bool:
        """Whether an element cannot be chrome or hidden: no attribute, and no tag that tells."""
        return self._plain and tag not in self.telling and not element.keys()

    def skips(self, element: Element, tag: str) -> bool:
        """Whether an element is not content; chrome and breadcrumbs go to the ledger."""
        if tag in INVISIBLE or element in self.hidden or (tag in IN_SVG and _inside_svg(element)):
            return True
        rule = self.rule(element, tag)
        if rule is None:
            return False
        self.remove(element, rule)
        return True

    def rule(self, element: Element, tag: str, *, outside: bool = False) -> str | None:
        """The rule that makes an element chrome; bare tags (`header`, `form`) are chrome only outside the content."""
        kind = (tag, element.get("class"))
        if not outside and kind in self._ordinary and element.get("id") not in self.ids:
            return None
        if self._labels and element in self._labels:
            rule: str | None = self._labels[element]
        elif self._crumb_rules and self._crumb_rules.find(element, tag):
            rule = "breadcrumb"
        else:
            rule = (self._outside if outside else self._rules).find(element, tag)
            if rule is not None and tag == "button" and _in_heading(element):
                return None
            if rule is None and not outside and self.kinds_tell and tag not in self.telling:
                self._ordinary.add(kind)
            return rule
        if rule == "breadcrumb":
            self.crumbs.append(element)
        return rule

    def rule_of_all(self, element: Element) -> str | None:
        """The rule of an element outside the content, or of the one element that holds all that it shows."""
        inner: Element | None = element
        while inner is not None:
            if (rule := self.rule(inner, inner.tag, outside=True)) is not None:
                return rule
            inner = _only_child(inner)
        return None

    def remove(self, element: Element, rule: str) -> None:
        """Puts an element's visible text into the ledger."""
        if element in self._unseen_in or self._is_text:
            chars = self._visible(element, _text_bytes(element))
            shown = self._shown(element) if chars else ""
        else:  # most: nothing in it is hidden
            text = _text_bytes(element)
            chars = solid_bytes(text)
            if not chars:
                return
            at_once = self._limit is None or len(text) <= _LARGE
            shown = _opening(_texts(element) if at_once else _first_texts(element, self._limit or 0), self._limit)
        if chars:
            self.gone.append(Gone(rule, chars, shown, self.line(element), element))

    def lose(self, text: str | None, rule: str, line: int | None = None) -> None:
        """Puts loose text into the ledger."""
        if text and (chars := solid(text)):
            self.gone.append(Gone(rule, chars, self._cut(collapse(text)), line))

    def count(self, element: Element) -> int:
        """Visible, non-white characters of an element."""
        if element is not self.page.root:
            return self._visible(element, _text_bytes(element))
        # Piece by piece, so that the head (styles and scripts) need not be counted to be taken off again.
        seen = [child for child in element if child not in self._unseen]
        return (
            solid(element.text or "") + sum(map(self.count, seen)) + sum(solid(child.tail or "") for child in element)
        )

    def _visible(self, element: Element, text: bytes) -> int:
        chars = solid_bytes(text) - self._unseen_in.get(element, 0)
        if self.page.is_text:
            chars += sum(solid(item.get("marker") or "") for item in element.iter("li"))
        return chars

    def _shown(self, element: Element) -> str:
        """The text that a ledger entry shows."""
        preview = _Preview(self._limit, self.hidden)
        preview.read(element)
        return " ".join(preview.parts)[: self._limit].rstrip()

    def line(self, element: Element) -> int | None:
        """The line of the input on which an element stands."""
        if self._is_text:
            line = element.get("line")
            if line is not None:
                return int(line)
        number: Any = element.sourceline
        return number if number and number < UNKNOWN_LINE else None

    def _cut(self, text: str) -> str:
        return text if self.page.keep_removed else text[:PREVIEW]


def _only_child(element: Element) -> Element | None:
    """The child that is all that an element holds; null where it holds words of its own, or more than one."""
    if len(element) != 1 or (element.text and not element.text.isspace()):
        return None
    tag: object = element[0].tag
    tail = element[0].tail
    return element[0] if isinstance(tag, str) and not (tail and not tail.isspace()) else None


def _in_heading(element: Element) -> bool:
    """Whether a heading is written as a button, as accordions do, to fold what is below it."""
    return any(above.tag in _HEADINGS for above in islice(element.iterancestors(), _NEAR))


_TEXTS: Final = etree.XPath("descendant::text()", smart_strings=False)


def _texts(element: Element) -> list[str]:
    """All texts in an element, in reading order."""
    found: Any = _TEXTS(element)
    return found if isinstance(found, list) else []


def _first_texts(element: Element, size: int) -> list[str]:
    """The first texts in an element that show something, until they are longer than a size."""
    found: list[str] = []
    for text in map(str, element.itertext()):
        if shown := collapse(text):
            found.append(shown)
            size -= len(shown) + 1
            if size < 0:
                break
    return found


def _opening(texts: Sequence[str], limit: int | None) -> str:
    """These texts, white space collapsed, apart from each other, up to a length: what `_Preview` reads."""
    return collapse(" ".join(texts))[:limit].rstrip()


def _text_bytes(element: Element) -> bytes:
    return etree.tostring(element, method="text", encoding="utf-8", with_tail=False)


def _inside_svg(element: Element) -> bool:
    return any(ancestor.tag == "svg" for ancestor in element.iterancestors())


def _is_invisible(element: Element) -> bool:
    tag = element.tag
    return tag in INVISIBLE or (tag in IN_SVG and _inside_svg(element))


class _Preview:
    """The first visible texts of an element, white space collapsed, as many as fill a length."""

    def __init__(self, length: int | None, hidden: frozenset[Element]) -> None:
        self.parts: list[str] = []
        self._room = length
        self._hidden = hidden

    def read(self, element: Element) -> bool:
        """Reads an element's texts; true where there is room for more."""
        if not self._takes(element.text):
            return False
        for child in element:
            tag: object = child.tag
            if isinstance(tag, str) and tag not in INVISIBLE and child not in self._hidden and not self.read(child):
                return False
            if not self._takes(child.tail):
                return False
        return True

    def _takes(self, text: str | None) -> bool:
        if text and (shown := collapse(text)):
            self.parts.append(shown)
            if self._room is not None:
                self._room -= len(shown) + 1
                return self._room >= 0
        return True


def _measure_unseen(
    unshown: Sequence[Element], hidden: frozenset[Element]
) -> tuple[frozenset[Element], dict[Element, int]]:
    """The outermost invisible elements, and how much text of theirs each element around them (but the root) holds."""
    invisible = hidden.union(element for element in unshown if _is_invisible(element))
    outermost: list[Element] = []
    inside: dict[Element, int] = {}
    for element in invisible:
        if element.getparent() in invisible:  # most: scripts and styles of the head
            continue
        around = list(element.iterancestors())
        if not invisible.isdisjoint(around):
            continue
        outermost.append(element)
        if len(around) > 1 and (chars := solid_bytes(_text_bytes(element))):
            for outer in around[:-1]:
                inside[outer] = inside.get(outer, 0) + chars
    return frozenset(outermost), inside
