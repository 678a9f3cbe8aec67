"""What is a record, and what holds records, told by looking."""

import json
from pathlib import Path


def holds_records(path: Path) -> bool:
    """Tell whether an input is what an earlier run wrote, and not pages.

    That is a `.jsonl` file, a folder with a manifest or with the traces of a run, and a folder whose first file is a
    record of JSON.
    """
    if not path.is_dir():
        return path.suffix == ".jsonl"
    if (path / "manifest.jsonl").exists() or (path / ".statedocs").is_dir():
        return True
    files = (found for found in path.rglob("*") if not found.name.startswith(".") and found.is_file())
    first = next(files, None)
    return first is not None and first.suffix == ".json" and not first.name.endswith(".source.json")


def is_record(path: Path) -> bool:
    """Tell whether a file is a record, or was one before it was damaged, and not something else of JSON."""
    try:
        value = json.loads(path.read_bytes())
    except ValueError:
        return True
    except OSError:
        return False
    return isinstance(value, dict) and "schema_version" in value
