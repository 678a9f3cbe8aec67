"""The promise: published, unchanged, kept."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from statedocs.checks import breaking_changes
from statedocs.pipeline import convert_all
from statedocs.record import FINDINGS, SCHEMA_VERSION, Document, Failure
from statedocs.schema import schema_text, schemas
from statedocs.sinks import to_json
from statedocs.snapshot import Skipped
from statedocs.sources import read

NAMES = ("document", "failure")


def _objects(schema: Any) -> list[dict[str, Any]]:
    found = [schema] if isinstance(schema, dict) and "properties" in schema else []
    parts = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    return [*found, *(inner for part in parts for inner in _objects(part))]


@pytest.mark.parametrize("name", NAMES)
def test_the_committed_schema_is_the_models(root: Path, name: str) -> None:
    committed = (root / "schemas" / f"{name}.schema.json").read_text("utf-8")
    assert committed == schema_text(schemas()[name]), "run: statedocs schema -o schemas"


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_sound_closed_and_complete(name: str) -> None:
    schema = schemas()[name]
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"urn:statedocs:{name}:{SCHEMA_VERSION}"
    assert schema["properties"]["schema_version"]["const"] == SCHEMA_VERSION
    for part in _objects(schema):
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])


def test_the_schema_lists_every_finding_with_its_meaning() -> None:
    codes = schemas()["document"]["$defs"]["Finding"]["properties"]["code"]["oneOf"]
    assert {code["const"]: code["description"] for code in codes} == {
        code: f"{level}: {about}" for code, (level, about) in FINDINGS.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_no_release_of_this_major_version_is_broken(root: Path, name: str) -> None:
    major = SCHEMA_VERSION.partition(".")[0]
    released = sorted((root / "schemas" / "released").glob(f"{major}.*/{name}.schema.json"))
    assert released, "every release keeps its schemas under schemas/released/"
    for path in released:
        assert breaking_changes(json.loads(path.read_text("utf-8")), schemas()[name]) == [], path.parent.name


def test_records_satisfy_the_schema(
    make_document: Callable[..., Document], make_failure: Callable[..., Failure]
) -> None:
    validators = {name: Draft202012Validator(schema) for name, schema in schemas().items()}
    validators["document"].validate(json.loads(to_json(make_document("a.htm", findings=tuple(FINDINGS)))))
    validators["failure"].validate(json.loads(to_json(make_failure("a.htm"))))


def test_the_record_of_every_sample_satisfies_the_schema(root: Path) -> None:
    validators = {name: Draft202012Validator(schema) for name, schema in schemas().items()}
    validated = 0
    for result in convert_all(read(root / "raw")):
        if not isinstance(result, Skipped):
            validators[type(result).__name__.lower()].validate(json.loads(to_json(result)))
            validated += 1
    assert validated > 0


def test_the_schema_refuses_an_unknown_finding(make_document: Callable[..., Document]) -> None:
    record = json.loads(to_json(make_document("a.htm", findings=("date-missing",))))
    record["findings"][0]["code"] = "made-up"
    assert not Draft202012Validator(schemas()["document"]).is_valid(record)
