"""What is a record, and what holds records, told by looking."""

import json
import os
import re
from pathlib import Path
from typing import Final

from statedocs.sinks.forms import FORMS

_FOLDERS: Final = frozenset({"statedocs.sinks.markdown", "statedocs.sinks.tables.csv"})
"""What is a folder of records; a file of such a name is somebody's notes or figures."""
_ONE_WAY: Final = "statedocs.sinks.stdout"
"""What is written for others, and not read again."""


def holds_records(place: str | os.PathLike[str]) -> bool:
    """Tell whether an input is what an earlier run wrote, and not pages.

    That is whatever has the form of a file or a database of records, a folder with a manifest or with the traces of a
    run, and a folder whose first file is a record of JSON.
    """
    text, path = os.fspath(place), Path(place)
    form = next((form for form in FORMS if re.fullmatch(form.pattern, text)), None)
    if form and form.module != _ONE_WAY and (form.module not in _FOLDERS or path.is_dir()):
        return True
    if not path.is_dir():
        return False
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
