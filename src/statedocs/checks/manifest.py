"""Whether a manifest says what is there, and what is there is what the manifest says."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from statedocs.checks.ledger import Ledger
from statedocs.checks.recognition import is_record
from statedocs.checks.verdict import Problem
from statedocs.record import Document, Failure
from statedocs.sinks import Outcome, Stored, StoredAsFiles, StoredRecord
from statedocs.sinks.files import translated_reading

_JOURNALS: Final = ".statedocs"
_TOTALS: Final = {
    "documents": "document", "failures": "failure", "skipped": "skipped", "gone": "gone"
}  # fmt: skip


class ManifestCheck:
    """Compares the records of a place with its manifest.

    Args:
        place: The folder or file of records.
        stored: The same, opened.
        lines: Where the manifest's lines are kept.

    Attributes:
        exists: Whether there is a manifest.
    """

    def __init__(self, place: Path, stored: Stored, lines: Ledger) -> None:
        self._place = place
        self._path = place / "manifest.jsonl" if place.is_dir() else place.with_suffix(".manifest.jsonl")
        self._is_file = isinstance(stored, StoredAsFiles)
        self._lines = lines
        self._counts: Counter[str] = Counter()
        for outcome in stored.manifest():
            self._counts[outcome.outcome] += 1
            self._remember(outcome)
        self.exists = bool(self._counts) or (self._is_file and self._path.exists())

    def _remember(self, outcome: Outcome) -> None:
        if outcome.outcome == "skipped":
            self._lines.say("skipped " + outcome.origin, "", met=True)
        elif outcome.output:
            key = f"document {outcome.id}" if outcome.id else f"failure {outcome.origin}"
            self._lines.say("output " + outcome.output, key, met=True)
            self._lines.say(key, json.dumps([outcome.origin, *_told(outcome), outcome.output]))

    def skips(self, origin: str) -> bool:
        """Tell whether a page was skipped."""
        return self._lines.meet("skipped " + origin) is not None

    def judge(self, record: Document | Failure) -> Iterator[Problem]:
        """Compare a record with its line."""
        if not self.exists:
            return
        key = f"failure {record.origin}" if isinstance(record, Failure) else f"document {record.id}"
        line = self._lines.meet(key)
        if line is None:
            yield self._wrong("the manifest has no line of this record")
            return
        if isinstance(record, Document):
            source, template = record.source, record.template.name
            findings = dict(sorted(Counter(finding.code for finding in record.findings).items()))
            found = [source.origin, source.sha256, template, findings]
            names = ("origin", "sha256", "template", "findings")
            for name, said, is_ in zip(names, json.loads(line), found, strict=False):
                if said != is_:
                    yield self._wrong(f"{name}: the manifest says {_text(said)}, the record {_text(is_)}")

    def meet_damaged(self, stored: StoredRecord, value: Any) -> None:
        """Know that a record is there although it cannot be read: by its file, or by the name that it still says."""
        key: str | None = None
        if stored.line is None:
            key = self._lines.meet("output " + stored.output)
        elif isinstance(value, dict):
            key = f"document {value.get('id')}" if stored.kind == "document" else f"failure {value.get('origin')}"
        if key:
            self._lines.meet(key)

    def rest(self) -> Iterator[Problem]:
        """Say what is wrong with the whole, once every record was judged."""
        if not self.exists:
            if self._place.is_dir() and (self._place / _JOURNALS).is_dir():
                yield self._wrong("there is no manifest: the run broke off, or still lasts")
            return
        yield from self._totals()
        for key, value in self._lines.unmet():
            if key.startswith(("document ", "failure ")):
                origin, *_, output = json.loads(value)
                name = output if self._place.is_dir() else origin
                yield self._wrong(f"the manifest names a record that is not there: {name}")
        yield from self._strays()

    def _totals(self) -> Iterator[Problem]:
        last = _last_line(self._path) if self._is_file else None
        if last is None:
            return
        totals = last.get("totals")
        if not isinstance(totals, dict) or last.get("complete") is not True:
            yield self._wrong("the manifest has no totals at its end: it was cut off")
            return
        counted = {name: self._counts[outcome] for name, outcome in _TOTALS.items()}
        counted["pages"] = sum(counted.values())
        for name, count in counted.items():
            if totals.get(name) != count:
                yield self._wrong(f"totals.{name}: is {totals.get(name)}, the lines before have {count}")

    def _strays(self) -> Iterator[Problem]:
        if not self._place.is_dir():
            return
        for path in self._place.rglob("*.json"):
            name = path.relative_to(self._place)
            hidden = any(part.startswith(".") for part in name.parts)
            if not hidden and self._lines.meet("output " + name.as_posix()) is None and is_record(path):
                yield Problem(rule="manifest-wrong", message=f"no line of the manifest names {name}", place=str(path))

    def _wrong(self, message: str) -> Problem:
        place = self._path if self._is_file else self._place
        return Problem(rule="manifest-wrong", message=message, place=str(place))


def _told(outcome: Outcome) -> list[Any]:
    findings: Mapping[str, int] = outcome.findings
    return [outcome.sha256, outcome.template, dict(findings)]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _last_line(path: Path) -> dict[str, Any] | None:
    """Read the end of a manifest; nothing where the place keeps none as a file."""
    if not path.is_file():
        return None
    last = b""
    with translated_reading(path), path.open("rb") as lines:
        for line in lines:
            last = line if line.strip() else last
    try:
        value = json.loads(last)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
