"""Rows give back the record that they were made from, byte for byte, whatever a valid record holds."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from statedocs.errors import SinkError
from statedocs.record import FINDINGS, Document, Failure
from statedocs.schema import schemas
from statedocs.sinks import open_stored, to_json, write
from statedocs.sinks.tables import TABLES, document_of, failure_of, failure_row, rows_of

SCHEMAS = schemas()
LARGEST = 2**63 - 1
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
YEARS = st.integers(1, 9999).map(lambda year: f"{year:04}")
POINTS = st.builds(lambda day, length: day.isoformat()[:length], st.dates(), st.sampled_from([4, 7, 10]))
INTERVALS = st.tuples(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10])).map(
    lambda drawn: f"{min(drawn[:2]).isoformat()[: drawn[2]]}/{max(drawn[:2]).isoformat()[: drawn[3]]}"
)
EDTF = st.one_of(POINTS, YEARS.filter(lambda year: year > "0010").map(lambda year: year[:3] + "X"), INTERVALS)


def values_of(schema: Mapping[str, Any], definitions: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Give every value that a schema allows, less what is too long to try."""
    if "$ref" in schema:
        return values_of(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return st.one_of([values_of(option, definitions) for option in schema[word]])
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "prefixItems" in schema:
        return st.tuples(*(values_of(item, definitions) for item in schema["prefixItems"])).map(list)
    made: dict[str, Callable[[], st.SearchStrategy[Any]]] = {
        "null": st.none,
        "boolean": st.booleans,
        "integer": lambda: st.integers(schema.get("minimum", -LARGEST), schema.get("maximum", LARGEST)),
        "string": lambda: _text(schema.get("pattern")),
        "array": lambda: st.lists(values_of(schema["items"], definitions), max_size=2),
        "object": lambda: st.fixed_dictionaries(
            {name: values_of(inner, definitions) for name, inner in schema["properties"].items()}
        ),
    }
    return made[schema["type"]]()


def _text(pattern: str | None) -> st.SearchStrategy[str]:
    if pattern is None:
        return TEXTS
    if pattern.startswith("^[0-9a-f]"):
        return st.from_regex(pattern.removesuffix("$"), fullmatch=True)
    return EDTF


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a valid document whose sections are numbered, and whose spans point to what is there."""
    value = draw(values_of(SCHEMAS["document"], SCHEMAS["document"]["$defs"]))
    for position, section in enumerate(value["sections"]):
        section["position"] = position
        if section["parent"] is not None:
            section["parent"] = 1 + section["parent"] % (position - 1) if position > 1 else None
    sizes = [len(section["blocks"]) for section in value["sections"]]
    value["facts"] = value["facts"] if any(sizes) else []
    value["date_mentions"] = value["date_mentions"] if sizes else []
    for item in (*value["links"], *value["date_mentions"], *value["facts"]):
        _point(item, sizes)
    for country in (*value["countries"], *value["contacts"]):
        name = "country" if "country" in country else "code"
        country[name] = draw(st.sampled_from([None, "PE", "XK", "SUHH"]))
    for contact in value["contacts"]:
        for phone in contact["phones"]:
            phone["e164"] = draw(st.sampled_from([None, "+5116182000", "+12"]))
    for finding in value["findings"]:
        finding["code"] = draw(st.sampled_from(sorted(FINDINGS)))
    return Document.model_validate_json(json.dumps(value))


def _point(item: dict[str, Any], sizes: list[int]) -> None:
    if item["section"] is not None and sizes:
        item["section"] %= len(sizes)
        if "label" in item:
            item["section"] = next(number for number, size in enumerate(sizes) if size)
        size = sizes[item["section"]]
        item["block"] = item["block"] % size if item["block"] is not None and size else None
    else:
        item["section"] = item["block"] = None
    if item.get("start") is None or item["stop"] is None:
        item.update({name: None for name in ("start", "stop") if name in item})
    else:
        item["start"], item["stop"] = sorted((item["start"], item["stop"]))


FILES = (
    "pages.parquet", "pages.parquet?layout=nested", "pages.parquet?partition=year", "pages.jsonl.gz", "pages.csv",
    "pages.md", "pages.jsonld",
)  # fmt: skip
FAILURES = values_of(SCHEMAS["failure"], SCHEMAS["failure"].get("$defs", {}))
THOROUGH = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


@THOROUGH
@given(documents())
def test_a_documents_rows_give_back_its_bytes(document: Document) -> None:
    rows = rows_of(json.loads(to_json(document)))
    assert set(rows) < set(TABLES)
    assert all(len(row) == len(TABLES[name].columns) for name, table in rows.items() for row in table)
    back = Document.model_validate_json(json.dumps(document_of(rows)))
    assert to_json(back) == to_json(document)


@THOROUGH
@given(FAILURES)
def test_a_failures_row_gives_back_its_bytes(value: dict[str, Any]) -> None:
    failure = Failure.model_validate_json(json.dumps(value))
    row = failure_row(json.loads(to_json(failure)), "0" * 32, 3)
    back = Failure.model_validate_json(json.dumps(failure_of(row)))
    assert to_json(back) == to_json(failure)


@settings(THOROUGH, max_examples=8)
@given(st.lists(documents(), min_size=1, max_size=4, unique_by=lambda document: document.id))
def test_every_engine_gives_back_what_a_valid_record_may_hold(place: str, drawn: list[Document]) -> None:
    given_now = {document.id: to_json(document) for document in drawn}
    write(drawn, place)
    back = {document.id: to_json(document) for document in open_stored(place).documents()}
    assert {key: back[key] for key in given_now} == given_now


@settings(THOROUGH, max_examples=8)
@given(st.lists(documents(), min_size=1, max_size=4, unique_by=lambda document: document.id))
def test_every_file_gives_back_what_a_valid_record_may_hold(tmp_path: Path, drawn: list[Document]) -> None:
    for form in FILES:
        place = str(tmp_path / form)
        write(drawn, place)
        assert sorted(map(to_json, open_stored(place).documents())) == sorted(map(to_json, drawn))


def test_the_samples_come_back(root: Path) -> None:
    paths = [path for path in (root / "tests" / "expected").rglob("*.json") if ".failure" not in path.name]
    assert len(paths) > 30
    for path in paths:
        value = {**json.loads(path.read_text("utf-8")), "converter": {"name": "statedocs", "version": "0"}}
        assert document_of(rows_of(value)) == value


def test_a_record_that_contradicts_itself_is_refused_by_name(root: Path) -> None:
    path = root / "tests" / "expected" / "peru-2013.txt.json"
    value = {**json.loads(path.read_text("utf-8")), "converter": {"name": "statedocs", "version": "0"}}
    value["date_mentions"][0]["section"] = 99
    with pytest.raises(SinkError, match=r"peru-2013\.txt: date_mentions\[0\] points to block \S+ of section 99"):
        rows_of(value)
    value["sections"][1]["parent"] = 1
    with pytest.raises(SinkError, match=r"peru-2013\.txt: sections\[1\] lies under 1, which is none before"):
        rows_of(value)
    value["sections"][0]["position"] = 7
    with pytest.raises(SinkError, match="expected sections numbered 0, 1, 2"):
        rows_of(value)
