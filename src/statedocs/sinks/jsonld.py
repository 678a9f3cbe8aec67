"""Documents as linked data: a graph of schema.org, in one file of JSON-LD.

A page of a series is a `Report`: it has an edition and a number. Any other page that says what kind of document it is,
who speaks or when it was published is an `Article`; the rest (country pages, indexes) are `WebPage`. What issues is a
`GovernmentOrganization`, a post abroad or an office at home a `GovernmentOffice`. `GovernmentService` is none of them:
no page is a service.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from statedocs.record import Document
from statedocs.sinks.files import translated_reading
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.packed import open_packed
from statedocs.sinks.rendering import to_json, to_line
from statedocs.sinks.sink import Entry
from statedocs.sinks.stored import StoredLines
from statedocs.sinks.views import StoredView
from statedocs.sinks.whole import Whole, state_beside

Record = Mapping[str, Any]
Node = dict[str, Any]

_CONTEXT: Final = "https://schema.org/"
RECORDS: Final = ".records.jsonl.gz"
_ISO: Final = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
"""The EDTF values that schema.org's `Date` takes too."""


def open_sink(place: str) -> "JsonLd":
    """Give the file to write to."""
    return JsonLd(Path(place))


def open_stored(place: str) -> StoredView:
    """Give the file to read from."""
    path = Path(place)
    nodes = _nodes(path)

    def shown(document: Document, outcome: Outcome | None) -> str | None:  # noqa: ARG001  (a node needs no line)
        return None if next(nodes, b"") == _json(to_node(json.loads(to_json(document)))) else f"{path}: {document.id}"

    return StoredView(path.with_suffix(RECORDS), StoredLines(path), shown, path)


def _nodes(path: Path) -> Iterator[bytes]:
    """Give the lines of the graph that are nodes."""
    with translated_reading(path), path.open("rb") as lines:
        for line in lines:
            if line.startswith(b'{"@id"'):
                yield line.rstrip(b",\n")


class JsonLd(Whole):
    """`x.jsonld` with a node a line, `x.failures.jsonl` and `x.manifest.jsonl` beside it.

    The documents themselves are in `x.records.jsonl.gz`, for the graph leaves out what schema.org has no word for.
    """

    is_folder = False

    def __init__(self, path: Path) -> None:
        super().__init__(path.parent, state_beside(path), str(path))
        self._path = path

    def begin(self, part: Path, opened: ExitStack) -> None:
        """Open the files and the graph."""
        names = [self._path.name, *(self._path.with_suffix(end).name for end in (".failures.jsonl", ".manifest.jsonl"))]
        self._graph, self._failures, self._manifest = (opened.enter_context((part / name).open("wb")) for name in names)
        self._failures_name = names[1]
        self._records = open_packed(part / self._path.with_suffix(RECORDS).name, opened)
        self._graph.write(b'{"@context":' + _json(_CONTEXT) + b',"@graph":[')
        self._before = b"\n"

    def add(self, entry: Entry) -> str:
        """Write a document's node, or a failure's line."""
        if entry.outcome.outcome != "document":
            self._failures.write(entry.data)
            return self._failures_name
        self._graph.write(self._before + _json(to_node(json.loads(entry.data))))
        self._before = b",\n"
        self._records.write(entry.data)
        return self._path.name

    def add_line(self, entry: Entry, outcome: Outcome) -> None:  # noqa: ARG002
        """Write a line of the manifest."""
        self._manifest.write(to_line(outcome))

    def end(self, totals: dict[str, object]) -> None:
        """Close the graph, and write the sum."""
        self._graph.write(b"\n]}\n")
        self._manifest.write(to_line(totals))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def to_node(document: Record) -> Node:
    """Give a document's node; what the page does not say is left out."""
    kind, series, source = document["document_type"], document["series"], document["source"]
    node = {
        "@id": f"urn:statedocs:{document['id']}",
        "@type": _type(document),
        "url": document["url"],
        "name": document["title"],
        "description": document["description"],
        "genre": kind and (kind["slug"] or kind["as_written"]),
        "inLanguage": document["language"],
        "datePublished": _day(document["published"]),
        "dateModified": next(
            filter(None, (_day(date) for date in document["dates"] if date["role"] == "updated")), None
        ),
        "publisher": [
            _named("GovernmentOrganization", issuer["name"], issuer["code"]) for issuer in document["issuers"]
        ],
        "author": [
            _filled({"@type": "Person", "name": it["name"], "jobTitle": it["role"]}) for it in document["speakers"]
        ],
        "locationCreated": [{"@type": "Place", "name": place} for place in document["places"]],
        "about": [_named("Country", country["name"], country["code"]) for country in document["countries"]],
        "keywords": [subject["term"] for subject in document["subjects"]],
        "isPartOf": series and {"@type": "CreativeWorkSeries", "name": series["name"]},
        "version": series and series["edition"],
        "identifier": [_property(it["scheme"], it["value"]) for it in document["identifiers"]],
        "mentions": [_office(contact) for contact in document["contacts"]],
        "text": "\n\n".join(_texts(document["sections"])),
        "archivedAt": source["archive_url"],
        "citation": sorted({link["url"] for link in document["links"] if link["url"] and link["kind"] == "document"}),
    }
    return _filled(node)


def _type(document: Record) -> str:
    if document["series"]:
        return "Report"
    says = document["document_type"] or document["speakers"] or document["published"]
    return "Article" if says else "WebPage"


def _day(date: Record | None) -> str | None:
    return date["value"] if date and _ISO.fullmatch(date["value"]) else None


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, [], "")}


def _named(kind: str, name: str, code: str | None) -> Node:
    return _filled({"@type": kind, "name": name, "identifier": code})


def _property(scheme: str, value: str) -> Node:
    return {"@type": "PropertyValue", "propertyID": scheme, "value": value}


def _office(contact: Record) -> Node:
    phones = contact["phones"]
    return _filled(
        {
            "@type": "GovernmentOffice",
            "name": contact["name"],
            "address": contact["address"],
            "telephone": [it["e164"] or it["as_written"] for it in phones if it["kind"] != "fax"],
            "faxNumber": [it["e164"] or it["as_written"] for it in phones if it["kind"] == "fax"],
            "email": list(contact["emails"]),
            "url": list(contact["urls"]),
            "employee": [
                _filled({"@type": "Person", "name": it["name"], "jobTitle": it["role"]}) for it in contact["officials"]
            ],
        }
    )


def _texts(sections: Sequence[Record]) -> Iterator[str]:
    for section in sections:
        words = ". ".join(part for part in (section["number"], section["heading"]) if part)
        yield from filter(None, (words, *(block["text"] for block in section["blocks"])))
