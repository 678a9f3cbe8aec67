"""A page and its record to tokens and pairs."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from statedocs.extraction.page import Element, Gone, Page
from statedocs.extraction.tracing.alignment import Range
from statedocs.extraction.tracing.explanation import Explanation
from statedocs.extraction.tracing.pictures import pictures_of
from statedocs.extraction.tracing.placing import Placed
from statedocs.extraction.tracing.source import Place, Source
from statedocs.extraction.tracing.stream import Stream, solid_text, stream_of_text, stream_of_tree
from statedocs.extraction.tracing.texts import joined
from statedocs.extraction.tracing.tokens import Cover
from statedocs.extraction.tracing.witnesses import Stated, Witnesses, stated_fields
from statedocs.extraction.tracing.written import written_markup, written_text
from statedocs.record import Document


def trace(page: Page, source: str, root: Element | None, gone: Sequence[Gone], document: Document) -> Explanation:
    """Finds where each part of a record stands.

    Args:
        page: The page as it was extracted from.
        source: The decoded input.
        root: The tree of the input. It is the page's own, but where that was built from text: then it is None, or the
            tree of the page in which the text was wrapped in `pre`.
        gone: What the record's removed entries were made from.
        document: The record, removed texts whole.
    """
    removed = {entry.element: number for number, entry in enumerate(gone) if entry.element is not None}
    stream = stream_of_tree(page.root, removed, of_text=page.is_text)
    placed = Placed(stream, document, gone, len(page.gone))
    if root is not page.root:
        stream = stream_of_text(source) if root is None else stream_of_tree(root, {}, of_text=False)
        placed.move(stream)
    written = written_text(source) if root is None else written_markup(source)
    return _Trace(stream, document, placed, Source(written, stream, root)).run()


class _Trace:
    def __init__(self, stream: Stream, document: Document, placed: Placed, source: Source) -> None:
        self._stream = stream
        self._document = document
        self._placed = placed
        self._source = source
        self._root = source.root
        self._places: list[Place] = []
        self._covers: list[Cover] = []
        self._by_pointer = {kept.pointer: kept for kept in (*placed.masthead, *placed.body)}

    def run(self) -> Explanation:
        pictures = pictures_of(self._document, self._root)
        for kept in self._by_pointer.values():
            stated = Stated(kept.pointer, kept.text, _witness(kept.pointer), kept.line)
            self._add(stated, kept.ranges(), pictures.get(kept.pointer))
        for kept, removed in zip(self._placed.removed, self._document.removed, strict=True):
            self._add(Stated(kept.pointer, removed.text, removed.rule, removed.line), kept.ranges())
        self._add_spans()
        self._add_links()
        self._add_fields()
        self._add_findings()
        return self._source.explain(self._document, self._places, self._covers)

    # -- kinds -------------------------------------------------------------------------------------------------

    def _add_spans(self) -> None:
        for number, mention in enumerate(self._document.date_mentions):
            ranges = self._span(mention.section, mention.block, mention.start, mention.stop)
            self._add(Stated(f"/date_mentions/{number}", mention.as_written, "body"), ranges)
        for number, fact in enumerate(self._document.facts):
            kept = self._by_pointer[_pointer(fact.section, fact.block)]
            ranges = joined(sorted([*kept.find(fact.label), *kept.find(fact.value)]))
            stated = Stated(f"/facts/{number}", f"{fact.label}: {fact.value}", "body", kept.line)
            self._add(stated, ranges or kept.ranges())
        for number, contact in enumerate(self._document.contacts):
            blocks = [self._by_pointer[_pointer(section, block)] for section, block in contact.blocks]
            self._add(
                Stated(f"/contacts/{number}", contact.name, "body"),
                joined(sorted(each for kept in blocks for each in kept.ranges())),
            )

    def _span(self, section: int | None, block: int | None, start: int | None, stop: int | None) -> list[Range]:
        if section is None or start is None or stop is None:
            return []
        return self._by_pointer[_pointer(section, block)].span(start, stop)

    def _add_links(self) -> None:
        """Links by their spans; those without one (images, the masthead) by their elements."""
        elements: dict[str | None, list[Element]] = defaultdict(list)
        for anchor in () if self._root is None else self._root.iter("a", "area"):
            elements[anchor.get("href")].append(anchor)
        inside: dict[Element | None, list[int]] = defaultdict(list)
        for number, piece in enumerate(self._stream.pieces):
            inside[piece.element].append(number)
        for number, link in enumerate(self._document.links):
            ranges = self._span(link.section, link.block, link.start, link.stop)
            element = elements[link.href].pop(0) if elements[link.href] else None
            if not ranges and element is not None:
                within = sorted(at for each in element.iter() for at in inside[each])
                ranges = joined(found for at in within if (found := self._range(at))[0] < found[1])
            witness = "masthead" if link.section is None else "body"
            self._add(Stated(f"/links/{number}", link.text or link.href or "", witness, link.line), ranges, element)

    def _add_fields(self) -> None:
        both = list(zip(self._placed.removed, self._document.removed, strict=True))
        crumbs = [kept for kept, removed in both if removed.rule == "breadcrumb"]
        gone = [kept for kept, _ in sorted(both, key=lambda pair: pair[1].rule.rpartition("/")[2] == "tags")]
        witnesses = Witnesses(self._placed.masthead, self._placed.body, crumbs, gone, self._root)
        for stated in stated_fields(self._document):
            said, ranges, element = witnesses.find(stated)
            self._add(replace(said, evidence=_evidence(said, ranges, element)), ranges, element)

    def _add_findings(self) -> None:
        """Findings point at a line; the first text on it shows them."""
        first: dict[int, int] = {}
        for number, piece in enumerate(self._stream.pieces):
            if piece.line is not None and solid_text(piece.text):
                first.setdefault(piece.line, number)
        for number, finding in enumerate(self._document.findings):
            ranges = [self._range(first[finding.line])] if finding.line in first else []
            self._add(Stated(f"/findings/{number}", finding.message, finding.code, finding.line), ranges)

    # -- pairs -------------------------------------------------------------------------------------------------

    def _add(self, stated: Stated, ranges: Sequence[Range], element: Element | None = None) -> None:
        number = len(self._places)
        self._covers += [(start, stop, number) for start, stop in ranges]
        self._places.append(Place(stated, ranges, element))

    def _range(self, number: int) -> Range:
        piece = self._stream.pieces[number]
        return piece.start, piece.start + len(solid_text(piece.text))


def _pointer(section: int, block: int | None) -> str:
    return f"/sections/{section}/heading" if block is None else f"/sections/{section}/blocks/{block}"


def _witness(pointer: str) -> str:
    return "masthead" if pointer.startswith("/masthead") else "body"


def _evidence(stated: Stated, ranges: Sequence[Range], element: Element | None) -> str | None:
    """The title and the language name no witness in the record: it is where they were found."""
    if stated.pointer == "/title" and ranges:
        return "masthead"
    return "declared" if stated.pointer == "/language" and element is not None else stated.evidence
