"""Records as bytes: JSON in UTF-8, keys in the order of the models, the same bytes for the same record."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from statedocs.record import Document, Failure
from statedocs.sinks.outcome import Outcome


def to_json(record: Document | Failure, *, indent: int | None = None) -> bytes:
    """Render a record, with a line end after it; on one line unless `indent` is given."""
    return record.__pydantic_serializer__.to_json(record, indent=indent) + b"\n"


def to_line(outcome: Outcome | Mapping[str, object]) -> bytes:
    """Render a line of the manifest."""
    value = asdict(outcome) if isinstance(outcome, Outcome) else outcome
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
