"""What a folder of CSV files holds, said as a Data Package: types, keys, sizes, digests.

Source: https://specs.frictionlessdata.io/tabular-data-package/
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from statedocs.errors import SinkError
from statedocs.sinks.files import translated_reading
from statedocs.sinks.tables.shape import Column, Kind, Table

PACKAGE: Final = "datapackage.json"

_TYPES: Final[Mapping[Kind, str]] = {
    "text": "string",
    "integer": "integer",
    "boolean": "boolean",
    "date": "date",
    "texts": "array",
    "json": "any",  # in `manifest` an object, elsewhere an array
}


def package(folder: Path, tables: Iterable[Table], totals: Mapping[str, object]) -> bytes:
    """Give the description of files that are complete."""
    said = {
        "profile": "tabular-data-package",
        "name": "statedocs",
        "title": "Pages of the U.S. Department of State",
        "statedocs": totals,
        "resources": [_resource(folder, table) for table in tables],
    }
    return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"


def check_files(folder: Path, name: Path) -> None:
    """See to it that files are as they were written; where nobody says how that was, they are believed.

    Args:
        folder: Where they are.
        name: What messages call it.

    Raises:
        SinkError: One is missing or has changed.
    """
    path = folder / PACKAGE
    if not path.exists():
        return
    for file, size, digest in _stated(path, name / PACKAGE):
        with translated_reading(name / file):
            is_same = (folder / file).stat().st_size == size and _digest(folder / file) == digest
        if not is_same:
            raise SinkError(
                f"{name / file} is not as it was written: {PACKAGE} has another size or digest "
                f"(without {PACKAGE} files are read as they are)"
            )


def _stated(path: Path, name: Path) -> Iterator[tuple[str, int, str]]:
    try:
        with translated_reading(name):
            resources = json.loads(path.read_bytes())["resources"]
        yield from [(Path(it["path"]).name, int(it["bytes"]), str(it["hash"])) for it in resources]
    except (ValueError, KeyError, TypeError) as error:
        raise SinkError(f"{name}: expected the description of CSV files by statedocs") from error


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return "sha256:" + hashlib.file_digest(file, "sha256").hexdigest()


def _resource(folder: Path, table: Table) -> dict[str, Any]:
    path = folder / f"{table.name}.csv"
    keys = [
        {"fields": list(it.columns), "reference": {"resource": it.table, "fields": list(it.targets)}}
        for it in table.references
    ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": path.name,
        "description": table.about,
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": _digest(path),
        "dialect": {"lineTerminator": "\n", "doubleQuote": True, "header": True},
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    kept = {
        "required": not column.null,
        "enum": list(column.choices),
        "pattern": column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    is_stated = {name: value for name, value in kept.items() if value not in (None, [], False)}
    said = {"name": column.name, "type": _TYPES[column.kind], "description": column.about}
    return {**said, **({"constraints": is_stated} if is_stated else {})}
