"""Where the fields of head and masthead were read: the words that the record names, at the witness it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from statedocs.extraction.page import Element
from statedocs.extraction.text import collapse
from statedocs.extraction.tracing.alignment import Range
from statedocs.extraction.tracing.texts import Kept
from statedocs.record import Document

_IN_LINES = ("masthead", "dateline", "title")
_IN_HEAD = ("meta", "title", "canonical", "og:url")


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
        "identifiers": [identifier.as_written for identifier in document.identifiers],
    }
    for name, texts in masthead.items():
        yield from (Stated(f"/{name}/{number}", text, "masthead") for number, text in enumerate(texts))
    if date := document.published:
        yield Stated("/published", date.as_written, date.evidence, date.line)
    for number, date in enumerate(document.dates):
        yield Stated(f"/dates/{number}", date.as_written, date.evidence, date.line)


def _described(document: Document) -> Iterator[Stated]:
    if document.url is not None:
        yield Stated("/url", document.url, document.source.url_evidence)
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
        root: The tree; None for plain text.
    """

    def __init__(
        self, masthead: Sequence[Kept], body: Sequence[Kept], crumbs: Sequence[Kept], root: Element | None
    ) -> None:
        self._masthead = masthead
        self._body = body
        self._crumbs = crumbs
        self._root = root
        self._head = {} if root is None else _head_texts(root)
        self._classes = [] if root is None else [element for element in root.iter() if element.get("class")]

    def in_page(self, stated: Stated) -> list[Range]:
        """Where the words stand among the page's visible text."""
        if stated.evidence == "breadcrumb":
            return _first(self._crumbs, stated.words)
        if stated.evidence in _IN_LINES:
            return self._in_lines(stated) or (_first(self._body, stated.words) if stated.evidence != "title" else [])
        return _first(self._body, stated.words) if stated.evidence == "body" else []

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
            words = collapse(stated.words).casefold()
            near = (element for text, element in self._head.items() if words and words in text)
            return self._head[words] if words in self._head else next(near, None)
        if stated.pointer == "/language" and self._root is not None:
            declared = self._root.get("lang") or self._root.get("xml:lang")
            return self._root if declared else self._head.get(stated.words.casefold())
        if stated.evidence == "class":
            written = stated.words.casefold().replace(" ", "-")
            named = (each for each in self._classes if written in str(each.get("class")).casefold())
            return next(named, None)
        return None


def _first(texts: Sequence[Kept], words: str) -> list[Range]:
    return next((found for kept in texts if (found := kept.find(words))), [])


def _head_texts(root: Element) -> Mapping[str, Element]:
    """What the elements of the head say that a record may have read, with the element."""
    found: dict[str, Element] = {}
    for element in root.iter("title", "meta", "link", "script"):
        if text := collapse(_said(element)):
            found.setdefault(text.casefold(), element)
    return found


def _said(element: Element) -> str:
    if element.tag == "title" or element.get("type") == "application/ld+json":
        return "".join(map(str, element.itertext()))
    if element.tag == "link":
        return (element.get("href") or "") if element.get("rel") == "canonical" else ""
    return element.get("content") or ""
