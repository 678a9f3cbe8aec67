"""Whole texts written for this project, as State published them and as dumps of pages read: what each field must hold.

Beside `written/NAME.txt` stands `written/NAME.json` with the fields that were thought of when the text was
written. They were not read off a record.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs.pipeline import convert_text
from statedocs.record import Document

TEXTS = sorted((Path(__file__).parent / "written").glob("*.txt"))


def said(record: Document) -> dict[str, Any]:
    """A record in few words."""
    blocks = [block for section in record.sections for block in section.blocks]
    items = [item for block in blocks if block.kind == "list" for item in block.items]
    return {
        "title": record.title,
        "published": record.published.value if record.published else None,
        "dates": [[date.value, date.role] for date in record.dates],
        "type": record.document_type.slug if record.document_type else None,
        "issuers": [issuer.name for issuer in record.issuers],
        "speakers": [[speaker.name, speaker.role] for speaker in record.speakers],
        "places": list(record.places),
        "countries": [country.code for country in record.countries],
        "series": [record.series.name, record.series.edition] if record.series else None,
        "identifiers": [[number.scheme, number.value] for number in record.identifiers],
        "breadcrumb": [crumb.text for crumb in record.breadcrumb],
        "headings": [f"{part.level} {part.number or '-'} {part.heading}" for part in record.sections if part.heading],
        "items": [f"{'  ' * item.depth}{item.marker or '*'} {item.text}" for item in items],
        "tables": [[list(row) for row in block.rows] for block in blocks if block.kind == "table"],
        "paragraphs": sum(block.kind == "paragraph" for block in blocks),
        "facts": [[fact.topic, fact.label, fact.qualifier, fact.value] for fact in record.facts],
        "contacts": [
            [one.kind, one.country, one.address, [p.as_written for p in one.phones]] for one in record.contacts
        ],
        "links": [link.href for link in record.links],
        "findings": sorted({finding.code for finding in record.findings}),
    }


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_text_becomes_what_it_says(path: Path) -> None:
    record = convert_text(path.read_bytes())
    wanted = json.loads(path.with_suffix(".json").read_text("utf-8"))
    found = said(record)
    text = "\n".join(block.text for section in record.sections for block in section.blocks)
    assert {field: found[field] for field in wanted if field != "kept"} == {
        field: value for field, value in wanted.items() if field != "kept"
    }
    assert [line for line in wanted.get("kept", ()) if line not in text] == []
    assert record.accounting.unaccounted == 0


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _trailing(text: str) -> str:
    return "\n".join(f"{line}  " if line.strip() else line for line in text.split("\n"))


def _spaced(text: str) -> str:
    return re.sub(r"\n[ \t]*\n", "\n\n\n", text)


def _indented(text: str) -> str:
    return "\n".join(f"   {line}" if line.strip() else line for line in text.split("\n"))


ALIKE = ("title", "published", "type", "issuers", "speakers", "places", "countries", "headings")


@pytest.mark.parametrize(
    "changed", [_crlf, _trailing, _spaced, _indented, str.rstrip], ids=lambda change: change.__name__
)
def test_a_copy_says_the_same(changed: Callable[[str], str]) -> None:
    """Line ends, blanks at the edges and blank lines say nothing of what a page is."""
    for path in TEXTS:
        text = path.read_bytes().decode()
        if text[0] in ">\ufeff" or "\f" in text or "\r" in text:
            continue
        one, other = said(convert_text(text)), said(convert_text(changed(text)))
        assert {field: one[field] for field in ALIKE} == {field: other[field] for field in ALIKE}, path.stem


def test_there_are_texts() -> None:
    assert len(TEXTS) >= 30
