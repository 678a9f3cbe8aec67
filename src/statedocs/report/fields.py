"""The fields of a record that name what they were read from, as rows."""

from collections.abc import Iterator

from statedocs.record import Document

Row = tuple[str, str, str, str, str]
"""Pointer, name, value, as written, evidence."""


def field_rows(document: Document) -> Iterator[Row]:
    """Gives every field that has a value, in the record's order; of `published` also that it has none."""
    if document.url:
        yield "/url", "url", document.url, document.url, document.source.url_evidence or ""
    yield from _described(document)
    yield from _listed(document)
    if series := document.series:
        yield "/series", "series", _coded(series.name, series.edition), series.name, "title"
    if document.language:
        yield "/language", "language", document.language, document.language, ""


def _described(document: Document) -> Iterator[Row]:
    if document.title is not None:
        yield "/title", "title", document.title, document.title, ""
    if document.description is not None:
        yield "/description", "description", document.description, document.description, "meta"
    if kind := document.document_type:
        yield "/document_type", "type", kind.slug or "(not in the vocabulary)", kind.as_written, kind.evidence
    if date := document.published:
        yield "/published", "published", date.value, date.as_written, date.evidence
    else:
        yield "/published", "published", "(the page does not say)", "(the page does not say)", ""


def _listed(document: Document) -> Iterator[Row]:
    for number, issuer in enumerate(document.issuers):
        yield f"/issuers/{number}", "issuer", _coded(issuer.name, issuer.code), issuer.as_written, issuer.evidence
    for number, speaker in enumerate(document.speakers):
        value = ", ".join(filter(None, (speaker.name, speaker.role)))
        yield f"/speakers/{number}", "speaker", value, speaker.as_written, "masthead"
    for number, place in enumerate(document.places):
        yield f"/places/{number}", "place", place, place, "masthead"
    for number, country in enumerate(document.countries):
        value = _coded(country.name, country.code)
        yield f"/countries/{number}", "country", value, country.as_written, country.evidence
    for number, subject in enumerate(document.subjects):
        yield f"/subjects/{number}", "subject", _coded(subject.term, subject.scheme), subject.term, subject.evidence
    for number, each in enumerate(document.identifiers):
        evidence = "class" if each.scheme == "wp-post" else "masthead"
        yield f"/identifiers/{number}", each.scheme, each.value, each.as_written, evidence
    for number, crumb in enumerate(document.breadcrumb):
        yield f"/breadcrumb/{number}", "breadcrumb", crumb.text, crumb.text, "breadcrumb"


def _coded(name: str, code: str | None) -> str:
    return f"{name} ({code})" if code else name
