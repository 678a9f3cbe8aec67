"""What a run does, written down as it does it, so that the next one can go on: for places that are files."""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from statedocs.converter import CONVERTER
from statedocs.errors import SinkError
from statedocs.sinks.disk import sync, sync_names
from statedocs.sinks.earlier import Earlier, Unmet
from statedocs.sinks.files import close_all, translated
from statedocs.sinks.line import Line
from statedocs.sinks.lock import Lock
from statedocs.sinks.outcome import Outcome, Summary
from statedocs.sinks.rendering import to_line

_TOTALS: Final = ("pages", "documents", "failures", "skipped", "gone")


class Journal:
    """The lines of a run, and those of the runs before it.

    The folder holds `pages.jsonl`, the lines of the last complete run in the manifest's order; while a run lasts or
    when it broke off also `journal.jsonl`, its own lines so far, and `broken-N.jsonl`, those of runs that broke off
    before it. The manifest appears when the run is complete, and what was complete before goes when a run begins.

    Args:
        folder: Where the journal is kept.
        manifest: Where the manifest goes.
        place: What is written, as messages call it.
    """

    def __init__(self, folder: Path, manifest: Path, place: str) -> None:
        self.folder = folder
        self._manifest = manifest
        self._place = place
        self._pages = folder / "pages.jsonl"
        self._journal = folder / "journal.jsonl"
        self._aside = folder / "manifest.part"
        self._rewritten = folder / "journal.part"
        self._count = 0

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            with translated(self.folder):
                self.folder.mkdir(parents=True, exist_ok=True)
            opened.enter_context(Lock(self.folder / "lock", self._place))
            with translated(self._journal):
                if not self._pages.exists():
                    self._take_over_manifest()
                self._put_broken_aside()
                self.earlier = opened.enter_context(
                    Earlier([self._pages] if self._pages.exists() else [], self._broken())
                )
                self._lines = opened.enter_context(self._journal.open("wb"))
                self._outcomes = opened.enter_context(self._aside.open("wb"))
                self._manifest.unlink(missing_ok=True)
                self._sync_names()
            self._opened = opened.pop_all()
        return self

    def _take_over_manifest(self) -> None:
        """Let the manifest of a program that kept no journal say which records are here."""
        lines = [line.to_bytes() for line in _lines_of(self._manifest)]
        if lines:
            part = self.folder / "pages.part"
            part.write_bytes(b"".join(lines))
            sync(part)
            part.replace(self._pages)

    def _put_broken_aside(self) -> None:
        if self._journal.exists():
            self._journal.replace(self.folder / f"broken-{len(self._broken()) + 1}.jsonl")

    def _broken(self) -> list[Path]:
        return sorted(self.folder.glob("broken-*.jsonl"), key=lambda path: int(path.stem.rpartition("-")[2]))

    def add(self, line: Line) -> None:
        """Write a page's line down."""
        with translated(self._journal):
            self._lines.write(line.to_bytes())
            self._outcomes.write(to_line(line.outcome))
        self._count += 1

    def commit(self) -> None:
        """Bring what was written to the disk: from here on it survives."""
        with translated(self._journal):
            self._lines.flush()
            os.fsync(self._lines.fileno())

    def rewrite(self, changed: Callable[[Line], Line]) -> None:
        """Write aside what is made of each of this run's lines; `take_rewritten` lets it count."""
        self.commit()
        aside = self._rewritten
        with translated(self._journal), self._journal.open("rb") as lines, aside.open("wb") as file:
            for data in lines:
                file.write(changed(Line.from_bytes(data)).to_bytes())
            file.flush()
            os.fsync(file.fileno())

    def take_rewritten(self) -> None:
        """Replace this run's lines by those written aside."""
        with translated(self._journal):
            self._lines.close()
            self._rewritten.replace(self._journal)
            sync_names(self.folder)
            self._lines = self._opened.enter_context(self._journal.open("ab"))

    def gone(self) -> Iterator[Unmet]:
        """Give what earlier runs left and this one did not renew, and what one that broke off took away."""
        return (unmet for unmet in self.earlier.unmet() if unmet.line.outcome.output or _is_pruned(unmet))

    def finish(self, summary: Summary) -> None:
        """Complete the manifest.

        Raises:
            SinkError: The lines do not add up to the summary.
        """
        counts = asdict(summary)
        totals = {name: counts[name] for name in _TOTALS}
        if self._count != totals["pages"] or sum(totals.values()) != 2 * totals["pages"]:
            raise SinkError(f"{self._manifest}: {self._count} lines do not add up to {totals}")
        with translated(self._manifest):
            self._outcomes.write(to_line({"totals": totals, "complete": True, "converter": CONVERTER.model_dump()}))
            for file in (self._lines, self._outcomes):
                file.flush()
                os.fsync(file.fileno())
        self._name_files()

    def _name_files(self) -> None:
        """Give the new lines their names: the journal last, so that a run that breaks off here is told once more."""
        broken = self._broken()
        with translated(self._manifest):
            for file in (self._lines, self._outcomes):
                file.close()
            self.earlier.close()
            self._aside.replace(self._manifest)
            self._journal.replace(self._pages)
            for path in broken:
                path.unlink(missing_ok=True)
            self._sync_names()

    def _sync_names(self) -> None:
        for folder in (self._manifest.parent, self.folder):
            sync_names(folder)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        close_all(self._opened, self._journal, is_failing=kind is not None)


def _is_pruned(unmet: Unmet) -> bool:
    return unmet.line.outcome.outcome == "gone" and not unmet.is_told and not unmet.is_stale


def gone_line(line: Line) -> Line:
    """Give the line of a page that is no longer in the inputs while its record stays."""
    return replace(line, outcome=replace(line.outcome, outcome="gone", reason="no longer in the inputs"))


def pruned_line(line: Line) -> Line:
    """Give the line of a record that was taken away because its page is no longer in the inputs."""
    outcome = replace(line.outcome, outcome="gone", reason="no longer in the inputs; its record was removed")
    return Line(replace(outcome, output=None), line.key, b"", "")


def _lines_of(manifest: Path) -> Iterator[Line]:
    """Read a manifest as a journal that knows neither fingerprints nor digests.

    Raises:
        SinkError: It is damaged.
    """
    if not manifest.exists():
        return
    for number, data in enumerate(manifest.read_bytes().splitlines(), 1):
        try:
            value = json.loads(data)
            outcome = None if "totals" in value else Outcome(**value)
        except (ValueError, TypeError) as error:
            raise SinkError(f"{manifest}, line {number}: no line of a manifest") from error
        if outcome:
            yield Line(outcome, outcome.id or "", b"", "")
