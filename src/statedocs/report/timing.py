"""How long a run took: only its own log knows, the records have no clock."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from statedocs.errors import SourceError
from statedocs.sinks.files import translated_reading


@dataclass(frozen=True, slots=True)
class Timing:
    """What the end of a log says."""

    pages: int
    seconds: float

    @property
    def pages_a_second(self) -> float:
        """How fast it went."""
        return self.pages / self.seconds if self.seconds else 0.0


def read_timing(path: Path) -> Timing:
    """Reads the log of a run, as `convert --verbose --log-format json` writes it: the last run in it counts.

    Raises:
        SourceError: The log does not say how long a run took.
        SinkError: It cannot be read.
    """
    found = None
    with translated_reading(path), path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            found = _end(line) or found
    if found is None:
        message = "expected a log of convert --verbose --log-format json that tells the end of a run, found none"
        raise SourceError(f"{path}: {message}")
    return found


def _end(line: str) -> Timing | None:
    try:
        value = json.loads(line)
    except ValueError:
        return None
    if not isinstance(value, dict) or value.get("event") != "end":
        return None
    figures: Mapping[str, Any] = value["figures"] if isinstance(value.get("figures"), dict) else value
    pages, seconds = figures.get("pages"), figures.get("seconds")
    if isinstance(pages, int) and isinstance(seconds, int | float):
        return Timing(pages, float(seconds))
    return None
