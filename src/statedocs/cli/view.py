"""A record as a person reads it in a terminal."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from statedocs.cli.style import LEVELS, counted, listing
from statedocs.record import Document, Section

_LINKS_SHOWN: Final = 5
_MENTIONS_SHOWN: Final = 8


def show_document(console: Console, document: Document) -> None:
    """Print a record in the order in which a page is read."""
    for part in (_head, _masthead, _fields, _dates, _outline, _links, _more, _removed, _findings):
        table = part(document)
        if table.row_count:
            console.print(table)
            console.print()
    console.print(_accounting(document), soft_wrap=True)


def _head(document: Document) -> Table:
    source, template = document.source, document.template
    design = f" ({template.design})" if template.design else ""
    replaced = f", {counted(source.replaced, 'byte')} replaced" if source.replaced else ""
    table = listing("", "", "")
    table.show_header = False
    _row(table, "page", source.origin)
    _row(table, "url", _because(document.url, source.url_evidence))
    _row(table, "captured", source.captured_at)
    _row(table, "bytes", f"{source.bytes:,}, {source.media_type}")
    _row(table, "encoding", f"{source.encoding} (by {source.encoding_evidence}{replaced})")
    _row(table, "template", f"{template.name}{design}: {template.evidence}")
    _row(table, "id", document.id)
    return table


def _masthead(document: Document) -> Table:
    table = listing("Masthead", "line", "role", "text")
    for line in document.masthead:
        _row(table, _line(line.line), line.role, line.text)
    return table


def _fields(document: Document) -> Table:
    table = listing("Fields", "field", "value", "as written", "evidence")
    for field, value, as_written, evidence in _field_rows(document):
        if value:
            _row(table, field, value, as_written if as_written != value else "", evidence)
    return table


def _field_rows(document: Document) -> Iterator[tuple[str, str | None, str, str]]:
    yield "title", document.title, "", ""
    yield "description", document.description, "", ""
    if kind := document.document_type:
        yield "type", kind.slug or "(not in the vocabulary)", kind.as_written, kind.evidence
    for issuer in document.issuers:
        yield "issuer", _coded(issuer.name, issuer.code), issuer.as_written, issuer.evidence
    for speaker in document.speakers:
        yield "speaker", ", ".join(filter(None, (speaker.name, speaker.role))), speaker.as_written, ""
    for place in document.places:
        yield "place", place, "", ""
    for country in document.countries:
        yield "country", _coded(country.name, country.code), country.as_written, country.evidence
    for subject in document.subjects:
        yield "subject", _coded(subject.term, subject.scheme), subject.term, subject.evidence
    if series := document.series:
        yield "series", _coded(series.name, series.edition), "", ""
    for identifier in document.identifiers:
        yield identifier.scheme, identifier.value, identifier.as_written, ""
    yield "breadcrumb", " › ".join(crumb.text for crumb in document.breadcrumb), "", ""
    yield "language", document.language, "", ""
    yield "published", document.published.value if document.published else "(unknown)", "", ""


def _dates(document: Document) -> Table:
    table = listing("Dates", "line", "value", "precision", "role", "evidence", "as written")
    for date in document.dates:
        _row(table, _line(date.line), date.value, date.precision, date.role, date.evidence, date.as_written)
    return table


def _outline(document: Document) -> Table:
    table = listing("Outline", "line", "level", "heading", "blocks")
    for section in document.sections:
        _row(table, _line(section.line), str(section.level), _heading(section), _blocks(section))
    return table


def _heading(section: Section) -> str:
    words = " ".join(filter(None, (section.number, section.heading))) or "(lead)"
    return "  " * max(section.level - 1, 0) + words


def _blocks(section: Section) -> str:
    kinds = Counter(block.kind for block in section.blocks)
    return ", ".join(f"{count} {kind}" for kind, count in kinds.items())


def _links(document: Document) -> Table:
    table = listing("Links", "kind", "count", "first ones")
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for link in document.links:
        kinds[link.kind].append(link.url or link.href or link.text)
    for kind, targets in sorted(kinds.items(), key=lambda item: -len(item[1])):
        more = [f"and {len(targets) - _LINKS_SHOWN} more"] if len(targets) > _LINKS_SHOWN else []
        _row(table, kind, str(len(targets)), "\n".join([*targets[:_LINKS_SHOWN], *more]))
    return table


def _more(document: Document) -> Table:
    table = listing("Also", "what", "")
    if mentions := document.date_mentions:
        values = ", ".join(mention.value for mention in mentions[:_MENTIONS_SHOWN])
        _row(table, counted(len(mentions), "date mention"), values + (" …" if mentions[_MENTIONS_SHOWN:] else ""))
    for fact in document.facts:
        label = f"{fact.label} ({fact.qualifier})" if fact.qualifier else fact.label
        _row(table, "fact", f"{label}: {fact.value}")
    for contact in document.contacts:
        _row(table, contact.kind, ", ".join([contact.name, *(phone.as_written for phone in contact.phones)]))
    return table


def _removed(document: Document) -> Table:
    table = listing("Left out", "rule", "pieces", "characters", "first one")
    rules: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for removed in document.removed:
        rules[removed.rule].append((removed.chars, removed.text))
    for rule, pieces in rules.items():
        chars = sum(chars for chars, _ in pieces)
        _row(table, rule, str(len(pieces)), f"{chars:,}", " ".join(pieces[0][1].split())[:60])
    return table


def _findings(document: Document) -> Table:
    table = listing("Findings", "level", "code", "line", "message")
    for finding in document.findings:
        level = Text(finding.level, style=LEVELS[finding.level])
        table.add_row(level, Text(finding.code), Text(_line(finding.line)), Text(finding.message))
    return table


def _accounting(document: Document) -> Text:
    counts = document.accounting
    share = f" ({counts.removed / counts.visible:.0%})" if counts.visible else ""
    kept = f"{counts.visible:,} characters: {counts.kept:,} kept, {counts.removed:,} left out{share}, "
    return Text(kept).append(f"{counts.unaccounted:,} unaccounted", style="bold red" if counts.unaccounted else "green")


def _row(table: Table, *cells: str | None) -> None:
    """Add a row of plain text; a page's brackets are no markup. A row whose last cell is absent is left out."""
    if cells[-1] is not None:
        table.add_row(*(Text(cell or "") for cell in cells))


def _line(line: int | None) -> str:
    return str(line) if line else ""


def _coded(name: str, code: str | None) -> str:
    return f"{name} ({code})" if code else name


def _because(value: str | None, evidence: str | None) -> str | None:
    return f"{value} (by {evidence})" if value and evidence else value
