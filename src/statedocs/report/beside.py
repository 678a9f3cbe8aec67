"""The record of one page, field by field, each pointing at its place in the page."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from statedocs.record import Block, Document, Figure, List, Quote, Section, Table
from statedocs.report.fields import field_rows
from statedocs.report.html import Html, el, join, outward, text
from statedocs.report.marks import Marks
from statedocs.report.shell import details
from statedocs.report.spans import marked, spans_of

_DEEPEST: Final = 6
_MANY: Final = 40
"""Longer lists are closed at first."""
_WHERE: Final = "at"
_LONG_WORD: Final = 24


class Beside:
    """The right side of the page."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self._document = document
        self._marks = marks
        self._spans = spans_of(document)

    def parts(self) -> Iterator[tuple[str, str, Html]]:
        """Gives (identifier, title, content) of every part that the record has."""
        document = self._document
        yield "fields", "Fields", self._fields()
        if document.findings:
            yield "findings", f"Findings ({len(document.findings)})", self._findings()
        if document.masthead:
            yield "masthead", "Masthead", self._masthead()
        if len(document.sections) > 1:
            yield "outline", "Outline", self._outline()
        yield "body", "Body", join(map(self._section, document.sections))
        if document.dates:
            yield "dates", "Dates", self._dates()
        if document.links:
            yield "links", f"Links ({len(document.links):,})", self._links()
        if document.facts:
            yield "facts", f"Facts ({len(document.facts)})", self._facts()
        if document.contacts:
            yield "contacts", f"Contacts ({len(document.contacts)})", self._contacts()
        yield "left-out", f"Left out ({len(document.removed):,})", self._removed()
        yield "source", "Source", self._source()

    # -- pieces ------------------------------------------------------------------------------------------------

    def _point(self, pointer: str, said: str) -> dict[str, str | int | float | bool | None]:
        """The attributes that tie an element to its pair."""
        number = self._marks.number_of.get(pointer)
        if number is None:
            return {}
        line = self._line(pointer)
        return {"data-p": number, "data-s": f"{said}, line {line}" if line else said, "class": _WHERE}

    def _line(self, pointer: str) -> str:
        number = self._marks.number_of.get(pointer)
        line = self._marks.pairs[number].line if number is not None else None
        return str(line) if line else ""

    def _evidence(self, pointer: str) -> str:
        number = self._marks.number_of.get(pointer)
        return (self._marks.pairs[number].evidence or "") if number is not None else ""

    def _row(self, pointer: str, said: str, *cells: str | Html | None) -> Html:
        first, *rest = cells
        return el("tr", self._point(pointer, said), _cell("th", first), (_cell("td", cell) for cell in rest))

    # -- parts -------------------------------------------------------------------------------------------------

    def _fields(self) -> Html:
        rows = []
        for pointer, name, value, as_written, evidence in field_rows(self._document):
            evidence = evidence or self._evidence(pointer)  # noqa: PLW2901  # the record names none, the place does
            said = f"{name}, by {evidence}" if evidence else name
            shown = as_written if as_written != value else ""
            rows.append(self._row(pointer, said, name, value, shown, evidence, self._line(pointer)))
        return _table(("field", "value", "as written", "evidence", "line"), rows)

    def _findings(self) -> Html:
        rows = []
        for number, found in enumerate(self._document.findings):
            level = el("span", {"class": f"level {found.level}"}, found.level)
            pointer = f"/findings/{number}"
            line = str(found.line or "")
            rows.append(self._row(pointer, f"{found.level}: {found.code}", found.code, level, found.message, line))
        return _table(("finding", "level", "message", "line"), rows)

    def _masthead(self) -> Html:
        rows = []
        for number, line in enumerate(self._document.masthead):
            pointer = f"/masthead/{number}"
            rows.append(self._row(pointer, f"masthead: {line.role}", line.role, line.text, self._line(pointer)))
        return _table(("role", "text", "line"), rows)

    def _outline(self) -> Html:
        items = [
            el("li", {"class": f"depth-{section.level}"}, el("a", {"href": f"#s{section.position}"}, _heading(section)))
            for section in self._document.sections[1:]
        ]
        return el("ol", {"class": "outline"}, items)

    def _section(self, section: Section) -> Html:
        blocks = [self._block(section.position, number, block) for number, block in enumerate(section.blocks)]
        if section.heading is None:
            return join(blocks)
        pointer = f"/sections/{section.position}/heading"
        spans = self._spans.get((section.position, None), ())
        number = el("span", {"class": "number"}, section.number, " ") if section.number else None
        tied = {**self._point(pointer, f"heading, level {section.level}"), "id": f"s{section.position}"}
        tag = f"h{min(section.level + 1, _DEEPEST)}"
        return join(el(tag, tied, number, marked(section.heading, spans, self._marks)), blocks)

    def _block(self, section: int, number: int, block: Block) -> Html:
        spans = self._spans.get((section, number), ())
        said = f"{block.kind} {number + 1} of section {section}"
        tied = self._point(f"/sections/{section}/blocks/{number}", said)
        if isinstance(block, List):
            return el("div", tied, self._list(block, spans))
        if isinstance(block, Table):
            return el("div", {**tied, "class": "at wide"}, self._table(block, spans))
        if isinstance(block, Figure):
            named = block.alt or (block.src or "").rpartition("/")[2] or "no name"
            return el(
                "div",
                {**tied, "class": "at figure"},
                f"Picture: {named}",
                el("br"),
                marked(block.text, spans, self._marks),
            )
        tag = "blockquote" if isinstance(block, Quote) else "pre" if block.kind == "preformatted" else "p"
        return el(tag, tied, marked(block.text, spans, self._marks))

    def _list(self, block: List, spans: Sequence) -> Html:  # type: ignore[type-arg]
        offset = 0
        items = []
        for item in block.items:
            words = marked(item.text, spans, self._marks, offset)
            mark = el("span", {"class": "number"}, item.marker, " ") if item.marker else None
            css = f"depth-{min(item.depth, _DEEPEST)}" + (" own-mark" if item.marker else "")
            items.append(el("li", {"class": css}, mark, words))
            offset += len(item.text) + 1
        return el("ol" if block.ordered else "ul", {}, items)

    def _table(self, block: Table, spans: Sequence) -> Html:  # type: ignore[type-arg]
        offset = 0
        rows = []
        for number, row in enumerate(block.rows):
            cells = []
            for cell in row:
                tag = "th" if number < block.header_rows and cell else "td"
                cells.append(
                    el(tag, {"scope": "col" if tag == "th" else None}, marked(cell, spans, self._marks, offset))
                )
                offset += len(cell) + 1
            rows.append(el("tr", {}, cells))
        caption = el("caption", {}, block.caption) if block.caption else None
        return el("table", {"class": "data"}, caption, el("tbody", {}, rows))

    def _dates(self) -> Html:
        rows = []
        for number, date in enumerate(self._document.dates):
            pointer = f"/dates/{number}"
            said = f"date, {date.role}, by {date.evidence}"
            cells = (date.value, date.role, date.precision, date.as_written, date.evidence, self._line(pointer))
            rows.append(self._row(pointer, said, *cells))
        count = len(self._document.date_mentions)
        more = el("p", {"class": "quiet"}, f"{count:,} more in the body, underlined with dots.") if count else None
        return join(_table(("date", "role", "precision", "as written", "evidence", "line"), rows), more)

    def _links(self) -> Html:
        rows = []
        for number, link in enumerate(self._document.links):
            pointer = f"/links/{number}"
            address = outward(link.url, link.url or link.href or "(none)")
            line = self._line(pointer)
            rows.append(self._row(pointer, f"{link.kind} link", link.text or "(no text)", link.kind, address, line))
        table = _table(("text", "kind", "address", "line"), rows)
        return details(f"All {len(rows):,}", table) if len(rows) > _MANY else table

    def _facts(self) -> Html:
        rows = []
        for number, fact in enumerate(self._document.facts):
            label = f"{fact.label} ({fact.qualifier})" if fact.qualifier else fact.label
            rows.append(self._row(f"/facts/{number}", "fact", label, fact.value, fact.topic))
        return _table(("label", "value", "topic"), rows)

    def _contacts(self) -> Html:
        rows = []
        for number, contact in enumerate(self._document.contacts):
            phones = [f"{phone.kind} {phone.as_written}" for phone in contact.phones]
            people = [", ".join(filter(None, (person.name, person.role))) for person in contact.officials]
            reached = "\n".join([*filter(None, [contact.address]), *phones, *contact.emails, *contact.urls, *people])
            pointer = f"/contacts/{number}"
            rows.append(
                self._row(pointer, f"contact, {contact.kind}", contact.name, contact.kind, contact.country, reached)
            )
        return _table(("name", "kind", "country", "address"), rows)

    def _removed(self) -> Html:
        if not self._document.removed:
            return el("p", {"class": "quiet"}, "Nothing: all of the page is kept.")
        numbered = sorted(enumerate(self._document.removed), key=lambda pair: self._marks.rules[pair[1].rule])
        parts = []
        for rule, entries in groupby(numbered, key=lambda pair: pair[1].rule):
            rows = []
            for number, entry in entries:
                pointer = f"/removed/{number}"
                words = " ".join(entry.text.split())
                shown = words if len(words) <= 160 else words[:159] + "…"
                chars = f"{entry.chars:,}"
                rows.append(self._row(pointer, f"left out under {rule}", shown, chars, self._line(pointer)))
            swatch = el("span", {"class": f"swatch {self._marks.colour(rule)}"})
            title = join(swatch, " ", rule, el("span", {"class": "quiet"}, f" {len(rows)}"))
            table = _table(("text", "characters", "line"), rows)
            parts.append(details(title, table, is_open=len(rows) <= _MANY))
        return join(parts)

    def _source(self) -> Html:
        source, template = self._document.source, self._document.template
        replaced = f", {source.replaced:,} characters replaced" if source.replaced else ""
        rows = (
            ("origin", source.origin),
            ("bytes", f"{source.bytes:,}, {source.media_type}"),
            ("encoding", f"{source.encoding}, by {source.encoding_evidence}{replaced}"),
            ("sha256", source.sha256),
            ("archive", source.archive_url),
            ("record", source.record_id),
            ("design", f"{template.name}: {template.evidence}"),
            ("id", self._document.id),
        )
        shown = [el("tr", {}, el("th", {"scope": "row"}, name), el("td", {}, value)) for name, value in rows if value]
        return el("table", {"class": "rows"}, el("tbody", {}, shown))


def _heading(section: Section) -> str:
    return " ".join(filter(None, (section.number, section.heading))) or "(no words)"


def _cell(tag: str, words: str | Html | None) -> Html:
    """A cell; one with a very long word may break it."""
    is_long = any(len(word) > _LONG_WORD for word in (words or "").split())
    return el(tag, {"scope": "row" if tag == "th" else None, "class": "long" if is_long else None}, words)


def _table(columns: Sequence[str], rows: Sequence[Html]) -> Html:
    head = el("tr", {}, (el("th", {"scope": "col"}, text(column)) for column in columns))
    inner = el("table", {"class": "rows"}, el("thead", {}, head), el("tbody", {}, rows))
    return el("div", {"class": "wide"}, inner)
