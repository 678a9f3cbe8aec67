"""Where the fields of head and masthead were read: the words that the record names, at the witness it names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from statedocs.extraction.page import Element
from statedocs.extraction.text import collapse
from statedocs.extraction.tracing.alignment import Range
from statedocs.extraction.tracing.stream import solid_text
from statedocs.extraction.tracing.texts import Kept
from statedocs.record import Document

_IN_LINES = ("masthead", "dateline", "title")
_IN_HEAD = {
    "meta": ("meta", "script"),
    "title": ("title", "meta", "script"),
    "canonical": ("link",),
    "og:url": ("meta",),
    "DC_identifier": ("meta",),
}
"""Which elements of the head may be the witness."""
_OF_CLASS = ("wp-post",)
"""Schemes of identifiers that stand in a class; all others stand in the masthead."""
_ELSEWHERE = ("masthead", "breadcrumb", "body", "title", "meta")
"""Where fields are looked for of which the record names no witness, and that are not where they mostly are."""
_UNNAMED = ("/series", "/identifiers/", "/places/", "/speakers/", "/description")


@dataclass(frozen=True, slots=True)
class Stated:
    """A field, the words that it was read from, and the witness."""

    pointer: str
    words: str
    evidence: str | None
    line: int | None = None


def stated_fields(document: Document) -> Iterator[Stated]:
    """Every field that names the words it was read from."""
    yield from _described(document)
    for number, issuer in enumerate(document.issuers):
        yield Stated(f"/issuers/{number}", issuer.as_written, issuer.evidence)
    for number, country in enumerate(document.countries):
        yield Stated(f"/countries/{number}", country.as_written, country.evidence)
    for number, subject in enumerate(document.subjects):
        yield Stated(f"/subjects/{number}", subject.term, subject.evidence)
    for number, crumb in enumerate(document.breadcrumb):
        yield Stated(f"/breadcrumb/{number}", crumb.text, "breadcrumb")
    masthead = {
        "speakers": [speaker.as_written for speaker in document.speakers],
        "places": document.places,
    }
    for number, each in enumerate(document.identifiers):
        evidence = "class" if each.scheme in _OF_CLASS else "masthead"
        yield Stated(f"/identifiers/{number}", each.as_written, evidence)
    for name, texts in masthead.items():
        yield from (Stated(f"/{name}/{number}", text, "masthead") for number, text in enumerate(texts))
    if date := document.published:
        yield Stated("/published", date.as_written, date.evidence, date.line)
    for number, date in enumerate(document.dates):
        yield Stated(f"/dates/{number}", date.as_written, date.evidence, date.line)


def _described(document: Document) -> Iterator[Stated]:
    if document.url is not None:
        yield Stated("/url", document.url, document.source.url_evidence)
    if document.page_key is not None:
        yield Stated("/page_key", document.url or document.page_key, document.source.url_evidence or "url")
    if document.language is not None:
        yield Stated("/language", document.language, "detected")
    if document.title is not None:
        yield Stated("/title", document.title, "title")
    if document.description is not None:
        yield Stated("/description", document.description, "meta")
    if kind := document.document_type:
        yield Stated("/document_type", kind.as_written, kind.evidence)
    if document.series:
        yield Stated("/series", document.series.name, "title")


class Witnesses:
    """The places where words may have been read.

    Args:
        masthead: Its lines.
        body: Headings and blocks.
        crumbs: Removed breadcrumbs.
        gone: All that was removed, lists of tags last.
        root: The tree; None for plain text.
    """

    def __init__(
        self,
        masthead: Sequence[Kept],
        body: Sequence[Kept],
        crumbs: Sequence[Kept],
        gone: Sequence[Kept],
        root: Element | None,
    ) -> None:
        self._masthead = masthead
        self._body = body
        self._crumbs = crumbs
        self._gone = gone
        self._root = root
        self._head = [] if root is None else list(_head_texts(root))
        self._classes = [] if root is None else [element for element in root.iter() if element.get("class")]

    def find(self, stated: Stated) -> tuple[Stated, list[Range], Element | None]:
        """Where the words stand: the witness, and its text or its element."""
        others = _ELSEWHERE if stated.pointer.startswith(_UNNAMED) else ()
        for evidence in (stated.evidence, *others):
            said = replace(stated, evidence=evidence)
            if ranges := self.in_page(said):
                return said, ranges, None
            if (element := self.in_head(said)) is not None:
                return said, [], element
        return stated, [], None

    def in_page(self, stated: Stated) -> list[Range]:
        """Where the words stand among the page's visible text."""
        if stated.evidence == "breadcrumb":
            return _first(self._crumbs, stated.words)
        if stated.evidence in _IN_LINES:
            return self._in_lines(stated) or _first(
                self._gone if stated.evidence == "title" else self._body, stated.words
            )
        if stated.evidence != "body":
            return []
        tag = self._tag(stated.words) if stated.pointer.startswith("/subjects/") else []
        found = tag or _first(self._body, stated.words)
        return found or (self._tag(stated.words) if stated.pointer.startswith("/countries/") else [])

    def _tag(self, words: str) -> list[Range]:
        """The last removed text that is these words alone: menus stand above the page, tags below it or in a list."""
        solid = solid_text(words)
        same = (part.ranges for kept in reversed(self._gone) for part in kept.parts if part.words == solid)
        return next((ranges for ranges in same if ranges), [])

    def _in_lines(self, stated: Stated) -> list[Range]:
        same = [kept for kept in self._masthead if stated.line is not None and kept.line == stated.line]
        found = _first(same, stated.words) or _first(self._masthead, stated.words)
        if found:
            return found
        lines = [line for line in (*stated.words.split("\n"),) if len(line) > 1]
        if len(lines) < 2:  # a title over several lines
            lines = [kept.text for kept in self._masthead if len(kept.text) > 1 and kept.text in stated.words]
        return sorted(found for line in lines for found in _first(self._masthead, line))

    def in_head(self, stated: Stated) -> Element | None:
        """The element of the head, or the class, that says the words; no text of the page shows them."""
        if stated.evidence in _IN_HEAD:
            return self._of_head(collapse(stated.words).casefold(), _IN_HEAD[stated.evidence])
        if stated.pointer == "/language" and self._root is not None:
            declared = self._root.get("lang") or self._root.get("xml:lang")
            return self._root if declared else self._of_head(stated.words.casefold(), ("meta",), whole=True)
        if stated.evidence == "class":
            written = stated.words.casefold().replace(" ", "-")
            named = (each for each in self._classes if written in str(each.get("class")).casefold())
            return next(named, None)
        return None

    def _of_head(self, words: str, tags: Sequence[str], *, whole: bool = False) -> Element | None:
        """The element that says the words and nothing else, or else the first that has them."""
        said = [(text, element) for text, element in self._head if words and element.tag in tags]
        same = (element for text, element in said if text == words)
        near = (element for text, element in said if words in text and not whole)
        return next(chain(same, near), None)


def _first(texts: Sequence[Kept], words: str) -> list[Range]:
    return next((found for kept in texts if (found := kept.find(words))), [])


def _head_texts(root: Element) -> Iterator[tuple[str, Element]]:
    """What the elements of the head say that a record may have read, with the element."""
    for element in root.iter("title", "meta", "link", "script"):
        if text := collapse(_said(element)):
            yield text.casefold(), element


def _said(element: Element) -> str:
    if element.tag == "title" or element.get("type") == "application/ld+json":
        return "".join(map(str, element.itertext()))
    if element.tag == "link":
        return (element.get("href") or "") if element.get("rel") == "canonical" else ""
    return element.get("content") or ""
