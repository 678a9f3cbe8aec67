"""The manifest: a line for every input page in input order, and their sum."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from statedocs.converter import CONVERTER
from statedocs.errors import SinkError
from statedocs.sinks.files import GrowingFile, translated
from statedocs.sinks.index import Index
from statedocs.sinks.outcome import Outcome, Summary
from statedocs.sinks.rendering import to_line


class Manifest:
    """The manifest of a run; under its name it is complete, while the run lasts the one before is put aside.

    Args:
        path: Where it goes; None keeps none.
        index: Where the origins seen are kept.
    """

    def __init__(self, path: Path | None, index: Index) -> None:
        self._file = GrowingFile(path) if path else None
        self._previous = path.with_name(f".{path.name}.previous") if path else None
        self._index = index

    def __enter__(self) -> Self:
        if self._file and self._previous:
            with translated(self._file.path):
                if self._file.path.exists():
                    self._file.path.replace(self._previous)
            self._file.__enter__()
        return self

    def add(self, outcome: Outcome) -> None:
        """Append a page."""
        self._index.remember("origin " + outcome.origin, "")
        if self._file:
            self._file.add(to_line(outcome))

    def gone(self) -> Iterator[Outcome]:
        """Give the pages of the run before that this run did not meet.

        Raises:
            SinkError: The earlier manifest is damaged.
        """
        if not self._previous or not self._previous.exists():
            return
        with self._previous.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                outcome = self._earlier(number, line)
                if outcome and outcome.outcome != "skipped" and self._index.get("origin " + outcome.origin) is None:
                    yield replace(outcome, outcome="gone", reason="no longer in the inputs")

    def _earlier(self, number: int, line: str) -> Outcome | None:
        try:
            value = json.loads(line)
            return None if "totals" in value else Outcome(**value)
        except (ValueError, TypeError) as error:
            raise SinkError(f"{self._previous}, line {number}: no line of a manifest") from error

    def finish(self, summary: Summary) -> None:
        """Append the sum."""
        counts = asdict(summary)
        totals = {name: counts[name] for name in ("pages", "documents", "failures", "skipped", "gone")}
        if self._file:
            self._file.add(to_line({"totals": totals, "complete": True, "converter": CONVERTER.model_dump()}))

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._file and self._previous:
            self._file.__exit__(kind, error, at)
            if kind is None:
                self._previous.unlink(missing_ok=True)
