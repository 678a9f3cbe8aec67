"""The one way a page goes: bytes, text, tree, template, parts, record. Pure: no files, no clock, no network."""

import gc
import hashlib
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import ValidationError

from statedocs.converter import CONVERTER
from statedocs.errors import AmbiguousTemplate, InvalidRecord, StatedocsError, UnknownTemplate
from statedocs.extraction import Extracted, Findings, Page, extract
from statedocs.extraction.tracing import Pair, Token, trace_text, trace_tree
from statedocs.reading import Reading, read_page
from statedocs.reading.markup import parse
from statedocs.record import SCHEMA_VERSION, Document, Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.templates import Match, label_tree, match_plain_text, recognise, refuse_impostor, refuse_remainder

_LOG: Final = logging.getLogger("statedocs")


@dataclass(frozen=True, slots=True)
class Options:
    """How pages are converted.

    Attributes:
        strict: Whether a page that no design or two designs claim is a failure.
        keep_removed: Whether `removed` entries keep their whole text.
    """

    strict: bool = False
    keep_removed: bool = False


DEFAULTS: Final = Options()


def convert(snapshot: Snapshot, options: Options = DEFAULTS) -> Document:
    """Converts one page.

    Raises:
        StatedocsError: The page is no document, or cannot be read; the subclass says at which stage.
    """
    with _named(snapshot), _without_collector():
        return Document.model_validate(_record(snapshot, options))


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page beside its record.

    Attributes:
        document: The record, removed texts whole.
        page: The page in reading order: its elements, and its visible texts with the pairs that they belong to.
        pairs: Fields of the record and their places; no part of the record.
    """

    document: Document
    page: tuple[Token, ...]
    pairs: tuple[Pair, ...]


def explain(snapshot: Snapshot, options: Options = DEFAULTS) -> Explanation:
    """Converts one page and says where in it each part of its record stands.

    >>> page = Snapshot("peru.html", b"<title>Peru</title><h1>Peru</h1><p>Peru lies on the Pacific.</p>")
    >>> [(pair.field, pair.element) for pair in explain(page).pairs if pair.field.endswith("blocks/0")]
    [('/sections/0/blocks/0', '/html/body/p')]

    Raises:
        StatedocsError: As `convert`.
    """
    with _named(snapshot):
        way = _go(snapshot, replace(options, keep_removed=True))
        reading, gone = way.reading, way.extracted.gone
        document = Document.model_validate(_in_order(snapshot, reading, way.match, way.design, way.extracted))
    if not reading.has_lines:
        return Explanation(document, *trace_tree(way.page, gone, document))
    is_text = reading.media_type == "text/plain"
    source = reading.decoded.text if is_text else parse(reading.decoded.utf8)[0]
    return Explanation(document, *trace_text(way.page, source, gone, document))


@contextmanager
def _named(snapshot: Snapshot) -> Iterator[None]:
    """Lets errors say which page they speak of."""
    try:
        yield
    except StatedocsError as error:
        error.origin = error.origin or snapshot.origin
        error.url = error.url or snapshot.url
        raise
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        message = f"expected a valid record, found {place}: {first['msg']}"
        raise InvalidRecord(message, origin=snapshot.origin, url=snapshot.url) from error


@contextmanager
def _without_collector() -> Iterator[None]:
    """Holds the garbage collector off while one page is converted.

    A record is many small objects without a cycle; the collector would go through all of them again and again, which
    is half of the time that a long page takes.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def convert_all(
    snapshots: Iterable[Snapshot | Skipped | Failure], options: Options = DEFAULTS
) -> Iterator[Document | Skipped | Failure]:
    """Converts pages one after the other; each ends as exactly one document or failure, and none stops the others."""
    for snapshot in snapshots:
        if not isinstance(snapshot, Snapshot):
            yield snapshot
            continue
        try:
            yield convert(snapshot, options)
        except StatedocsError as error:
            yield failure_of(error, snapshot)
        except Exception as error:  # noqa: BLE001  # a bug on one page must not cost the pages behind it
            _LOG.exception("%s: a bug in statedocs", snapshot.origin)
            yield failure_of(error, snapshot)


def failure_of(error: Exception, snapshot: Snapshot) -> Failure:
    """The record of a page that could not be converted; an error that is none of ours is a bug."""
    known = error if isinstance(error, StatedocsError) else None
    message = known.message if known else f"a bug in statedocs: {error}"
    return Failure(
        schema_version=SCHEMA_VERSION,
        origin=_without_surrogates(snapshot.origin),
        url=_without_surrogates(snapshot.url) if snapshot.url else None,
        captured_at=snapshot.captured_at,
        record_id=snapshot.record_id,
        offset=None,
        sha256=snapshot.sha256,
        stage=known.stage if known else "bug",
        error=type(error).__name__,
        message=_without_surrogates(message),
        line=known.line if known else None,
        converter=CONVERTER,
    )


def _without_surrogates(text: str) -> str:
    """A text that UTF-8 can hold: addresses may have, and errors quote, halves of characters."""
    return text.encode("utf-8", "replace").decode("utf-8")


def convert_html(page: bytes | str, url: str | None = None, *, origin: str = "page.html") -> Document:
    """Converts one HTML page that is at hand.

    >>> convert_html("<h1>Sample</h1><p>A page of no known design.</p>").title
    'Sample'

    Raises:
        StatedocsError: As `convert`.
    """
    return convert(_snapshot(page, url, origin, "text/html"))


def convert_text(page: bytes | str, url: str | None = None, *, origin: str = "page.txt") -> Document:
    """Converts one plain-text page that is at hand.

    Raises:
        StatedocsError: As `convert`.
    """
    return convert(_snapshot(page, url, origin, "text/plain"))


def _snapshot(page: bytes | str, url: str | None, origin: str, media_type: str) -> Snapshot:
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    charset = "utf-8" if isinstance(page, str) else None
    return Snapshot(origin, data, url, "caller" if url else None, media_type=media_type, charset=charset)


@dataclass(frozen=True, slots=True)
class _Way:
    """What a page was on its way to a record."""

    reading: Reading
    match: Match
    design: str | None
    page: Page
    extracted: Extracted


def _record(snapshot: Snapshot, options: Options) -> dict[str, Any]:
    way = _go(snapshot, options)
    return _in_order(snapshot, way.reading, way.match, way.design, way.extracted)


def _go(snapshot: Snapshot, options: Options) -> _Way:
    reading = read_page(snapshot)
    labels, design = label_tree(reading.root) if reading.has_lines else ({}, None)
    match = (
        match_plain_text(reading.root, design)
        if reading.media_type == "text/plain"
        else recognise(reading.root, reading.decoded.utf8)
    )
    refuse_impostor(reading.root, match, labels)
    _check(match, options)
    replay = reading.replay
    page = Page(
        root=reading.root,
        is_text=reading.has_lines,
        index=match.index,
        template=match.template,
        content=match.content,
        labels=labels,
        chrome=replay.chrome,
        gone=reading.gone,
        captured_at=snapshot.captured_at or replay.captured_at,
        addresses=_addresses(snapshot, reading),
        keep_removed=options.keep_removed,
    )
    extracted = extract(page, replay.archive_url)
    refuse_remainder(extracted.parts)
    _add_reading_findings(extracted.findings, reading, match)
    return _Way(reading, match, design, page, extracted)


def _check(match: Match, options: Options) -> None:
    if not options.strict or len(match.claims) == 1:
        return
    if match.claims:
        raise AmbiguousTemplate(f"expected one design, found {' and '.join(match.claims)}")
    raise UnknownTemplate("expected a known design, found none that claims the page")


def _addresses(snapshot: Snapshot, reading: Reading) -> list[tuple[str, str]]:
    pairs = [
        (snapshot.url, snapshot.url_evidence or "caller"),
        (reading.replay.url, reading.replay.url_evidence or "wayback"),
    ]
    return [(address, witness) for address, witness in pairs if address]


def _add_reading_findings(findings: Findings, reading: Reading, match: Match) -> None:
    decoded = reading.decoded
    if decoded.replaced:
        findings.add("encoding-replaced", f"{decoded.replaced} characters", "source.replaced")
    if decoded.mislabelled:
        findings.add("encoding-label-wrong", f"labelled {decoded.mislabelled}, valid utf-8", "source.encoding")
    if decoded.mojibake:
        findings.add("mojibake", f"{len(decoded.mojibake)} places", "sections", decoded.mojibake[0])
    if decoded.controls:
        findings.add("control-characters", None, "removed", decoded.controls[0][0])
    if reading.tolerant:
        findings.add("markup-deep")
    if not match.claims:
        findings.add("template-unknown", None, "template")
    elif len(match.claims) > 1:
        findings.add("template-ambiguous", f"claimed by {' and '.join(match.claims)}", "template")


def _in_order(
    snapshot: Snapshot, reading: Reading, match: Match, design: str | None, extracted: Extracted
) -> dict[str, Any]:
    """The record's fields, in any order: the model gives them theirs."""
    identity = extracted.identity
    key = f"v1\n{identity.url or snapshot.origin}\n{identity.captured_at or ''}\n{snapshot.sha256}"
    return {
        **extracted.parts,
        "schema_version": SCHEMA_VERSION,
        "id": hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32],
        "page_key": identity.key,
        "url": identity.url,
        "findings": extracted.findings.parts,
        "template": {"name": match.template.name, "design": design, "evidence": match.evidence},
        "source": {
            "origin": snapshot.origin,
            "sha256": snapshot.sha256,
            "bytes": len(snapshot.data),
            "media_type": reading.media_type,
            "encoding": reading.decoded.encoding,
            "encoding_evidence": reading.decoded.evidence,
            "replaced": reading.decoded.replaced,
            "captured_at": identity.captured_at,
            "url_evidence": identity.evidence,
            "archive_url": identity.archive_url,
            "record_id": snapshot.record_id,
        },
        "converter": CONVERTER,
    }
