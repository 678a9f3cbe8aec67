"""Where a page goes before it is validated: bytes, text, tree, template, parts."""

import hashlib
from dataclasses import dataclass
from typing import Any, Final

from statedocs.converter import CONVERTER
from statedocs.errors import AmbiguousTemplate, UnknownTemplate
from statedocs.extraction import Extracted, Findings, Page, extract
from statedocs.reading import Reading, read_page
from statedocs.record import SCHEMA_VERSION
from statedocs.snapshot import Snapshot
from statedocs.templates import Match, label_tree, match_plain_text, recognise, refuse_impostor, refuse_remainder

_CONVERTER: Final = CONVERTER.model_dump()


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


@dataclass(frozen=True, slots=True)
class Way:
    """What a page was on its way to a record."""

    reading: Reading
    match: Match
    design: str | None
    page: Page
    extracted: Extracted


def go(snapshot: Snapshot, options: Options) -> Way:
    """Takes a page along.

    Raises:
        StatedocsError: The page is no document, or cannot be read.
    """
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
    return Way(reading, match, design if reading.media_type == "text/plain" else None, page, extracted)


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


def fields_of(snapshot: Snapshot, way: Way) -> dict[str, Any]:
    """The record's fields, in any order: what validates them gives them theirs."""
    reading, match, extracted = way.reading, way.match, way.extracted
    identity = extracted.identity
    key = f"v1\n{identity.url or snapshot.origin}\n{identity.captured_at or ''}\n{snapshot.sha256}"
    return {
        **extracted.parts,
        "schema_version": SCHEMA_VERSION,
        "id": hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:32],
        "page_key": identity.key,
        "url": identity.url,
        "findings": extracted.findings.parts,
        "template": {"name": match.template.name, "design": way.design, "evidence": match.evidence},
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
        "converter": _CONVERTER,
    }
