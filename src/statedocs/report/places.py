"""Addresses of record files, as the report's own place sees them."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from statedocs.report.html import Html, el
from statedocs.sinks import shown


@dataclass(frozen=True, slots=True)
class Places:
    """Where the records are, and where the report will be.

    Attributes:
        out: The folder in which the records' names are looked up; None where they are no files.
        report: The report's file.
    """

    out: Path | None
    report: Path

    def link(self, output: str | None, words: str) -> Html | None:
        """A link to a record's file."""
        if self.out is None or output is None:
            return None
        file = (self.out / output).resolve()
        try:
            address = quote(Path(os.path.relpath(file, self.report.resolve().parent)).as_posix())
        except ValueError:  # another drive
            address = file.as_uri()
        return el("a", {"href": address if "/" in address else f"./{address}"}, words)


def places_of(out: str | os.PathLike[str], report: Path) -> Places:
    """Where the records of OUT are: in a folder under their names, beside a file of lines; a database has no files."""
    if _is_address(out):
        return Places(None, report)
    path = Path(out)
    if path.is_dir():
        return Places(path, report)
    return Places(path.parent if ".jsonl" in path.name else None, report)


def name_of(out: str | os.PathLike[str]) -> str:
    """What a heading calls OUT: the last part of a path, an address without its password."""
    return shown(out) if _is_address(out) else Path(out).resolve().name or "a run"


def _is_address(out: str | os.PathLike[str]) -> bool:
    return "://" in os.fspath(out)
