"""The promise as JSON Schema 2020-12, made from the models."""

import json
from typing import Any, Final

from statedocs.record import FINDINGS, SCHEMA_VERSION, Document, Failure, Finding

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ABOUT: Final = {
    "document": "One archived page of the U.S. Department of State, as statedocs reads it.",
    "failure": "One page that statedocs could not read, and why.",
}


def schemas() -> dict[str, dict[str, Any]]:
    """Give the schema of every kind of record by its name: `document` and `failure`."""
    return {
        "document": _published("document", Document.model_json_schema(mode="serialization")),
        "failure": _published("failure", Failure.model_json_schema(mode="serialization")),
    }


def schema_text(schema: dict[str, Any]) -> str:
    """Give a schema as its file holds it."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _published(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema.get("$defs", {})
    if Finding.__name__ in definitions:
        definitions[Finding.__name__]["properties"]["code"] = _codes()
    head = {"$schema": _DIALECT, "$id": f"urn:statedocs:{name}:{SCHEMA_VERSION}", "description": _ABOUT[name]}
    return {**head, **{key: _untitled(value) for key, value in schema.items() if key not in head}}


def _codes() -> dict[str, Any]:
    """Give the closed list of findings, each with its level and meaning."""
    return {
        "description": "What was found; each code has one level",
        "type": "string",
        "oneOf": [{"const": code, "description": f"{level}: {about}"} for code, (level, about) in FINDINGS.items()],
    }


def _untitled(value: Any) -> Any:
    """Leave out the titles that only repeat a field's name."""
    if isinstance(value, list):
        return [_untitled(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {key: item for key, item in value.items() if not (key == "title" and isinstance(item, str))}
    return {key: _untitled(item) for key, item in kept.items()}
