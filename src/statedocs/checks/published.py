"""The schemas that records were promised to keep, and whether they do."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal, cast

from statedocs.checks.verdict import Problem
from statedocs.record import SCHEMA_VERSION
from statedocs.schema import schemas

Kind = Literal["document", "failure"]

_SHOWN: Final = 5
_PLACES: Final = (files("statedocs") / "released", Path(__file__).parents[3] / "schemas" / "released")
"""Where released schemas are: in what was installed; in a checkout."""


def schema_of(kind: Kind, version: str) -> dict[str, Any] | None:
    """Give the schema of a kind of record in a version, as it was published, or None when there is no such version."""
    if version == SCHEMA_VERSION:
        return schemas()[kind]
    if not version.replace(".", "").isdigit():
        return None
    paths = (place / version / f"{kind}.schema.json" for place in _PLACES)
    found = next((path for path in paths if path.is_file()), None)
    return cast("dict[str, Any]", json.loads(found.read_text("utf-8"))) if found else None


def can_validate() -> bool:
    """Tell whether the independent validator is installed; without it the models alone judge a record's shape."""
    return _maker() is not None


def violations(kind: Kind, record: Any) -> Iterator[Problem]:
    """Give the first ways in which a record breaks the schema of the version that it names."""
    version = record.get("schema_version") if isinstance(record, dict) else None
    if not isinstance(version, str):
        yield Problem(rule="schema-violation", message="schema_version: expected a version, found none")
        return
    errors = _errors(kind, version)
    if errors is None:
        yield Problem(rule="schema-violation", message=f"schema_version: {version!r} is no version that was published")
        return
    for message in islice(errors(record), _SHOWN):
        yield Problem(rule="schema-violation", message=f"schema {version}: {message}")


@cache
def _errors(kind: Kind, version: str) -> Callable[[Any], Iterator[str]] | None:
    schema, maker = schema_of(kind, version), _maker()
    if schema is None:
        return None
    return maker(schema) if maker else lambda _: iter(())


@cache
def _maker() -> Callable[[dict[str, Any]], Callable[[Any], Iterator[str]]] | None:
    try:
        make = import_module("statedocs.checks.validator").make_validator
    except ImportError:
        return None
    return cast("Callable[[dict[str, Any]], Callable[[Any], Iterator[str]]]", make)
