"""Results put away in several places, in one order: each capture once."""

import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from types import TracebackType
from typing import Final, Self

from statedocs.errors import SinkError
from statedocs.sinks.index import Index
from statedocs.sinks.outcome import Outcome, Summary, Tally, kept_of
from statedocs.sinks.sink import Entry, Paced, Sink

Watch = Callable[[Outcome], None]

_COMMIT_PAGES: Final = 256
_COMMIT_SECONDS: Final = 0.5


class Writer:
    """The sinks of a run. A page that one of them lacks is put into all of them.

    Args:
        sinks: The places, opened here; the first one's names of outputs go to `watch`.
        watch: Called with each page's outcome once it is put away; a file has its name with the next commit.
    """

    def __init__(self, sinks: Sequence[Sink], watch: Watch = lambda _: None) -> None:
        self._sinks = sinks
        self._watch = watch
        self._tally = Tally()
        self._since = 0
        self._seconds = max((sink.pace for sink in sinks if isinstance(sink, Paced)), default=_COMMIT_SECONDS)

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            self._index = opened.enter_context(Index())
            for sink in self._sinks:
                opened.enter_context(sink)
            self._opened = opened.pop_all()
        self._time = time.monotonic()
        return self

    @property
    def wants_indented(self) -> bool:
        """Whether entries are to have their records as people read them."""
        return any(sink.wants_indented for sink in self._sinks)

    def earlier(self, origin: str, fingerprint: str) -> tuple[Entry, ...] | None:
        """Give what every sink has of this very capture, None where one has nothing."""
        found = [sink.earlier(origin, fingerprint) for sink in self._sinks]
        entries = tuple(entry for entry in found if entry)
        return entries if len(entries) == len(found) else None

    def known(self, origin: str) -> dict[str, tuple[Entry, ...]]:
        """Give what every sink has of a page's captures, by their fingerprints."""
        found = {fingerprint: self.earlier(origin, fingerprint) for fingerprint in self._sinks[0].fingerprints(origin)}
        return {fingerprint: entries for fingerprint, entries in found.items() if entries}

    def keep(self, entries: tuple[Entry, ...]) -> bool:
        """Let what `earlier` gave stay; False where the page must be converted after all, and nothing is done.

        That is so where it was the duplicate of a page that this run has not met.
        """
        first = entries[0]
        if first.outcome.outcome == "failure":
            self._keep(entries)
            return True
        other = self._index.get("id " + first.key)
        if other is not None:
            self._put(_duplicate(first, other))
        elif any(entry.outcome.outcome == "skipped" for entry in entries):
            return False
        else:
            self._index.remember("id " + first.key, first.outcome.origin)
            self._keep(entries)
        return True

    def _keep(self, entries: tuple[Entry, ...]) -> None:
        for sink, entry in zip(self._sinks, entries, strict=True):
            sink.keep(entry)
        self._count(kept_of(entries[0].outcome))

    def put(self, entry: Entry) -> None:
        """Put a result away, or note that another page was the same capture."""
        if entry.outcome.outcome == "document":
            other = self._index.remember("id " + entry.key, entry.outcome.origin)
            self._put(entry if other is None else _duplicate(entry, other))
        else:
            self._put(entry)

    def _put(self, entry: Entry) -> None:
        was_read = entry.outcome.outcome == "skipped" and bool(entry.outcome.sha256)
        outputs = []
        for sink in self._sinks:
            if was_read:
                sink.drop(entry)
            outputs.append(sink.put(entry))
        self._count(replace(entry.outcome, output=outputs[0]))

    def _count(self, outcome: Outcome) -> None:
        self._tally.add(outcome)
        self._since += 1
        if self._since >= _COMMIT_PAGES or time.monotonic() - self._time > self._seconds:
            self.commit()
        self._watch(outcome)

    def commit(self) -> None:
        """Let what was put away survive the end of the process."""
        for sink in self._sinks:
            sink.commit()
        self._since, self._time = 0, time.monotonic()

    def finish(self, seen: int, *, prune: bool = False) -> Summary:
        """Report what is gone, and complete the manifests.

        Args:
            seen: How many pages the inputs had.
            prune: Whether records of pages that are gone are taken away.

        Raises:
            SinkError: Not every page seen has its line.
        """
        met = self._tally.summary()
        if met.pages != seen:
            raise SinkError(f"{seen} pages were seen, and {met.pages} have a line in the manifest: this is a bug")
        gone = [self._finish_one(sink, met, prune=prune) for sink in self._sinks]
        return _with_gone(met, gone[0])

    def _finish_one(self, sink: Sink, met: Summary, *, prune: bool) -> int:
        gone = 0
        for entry in sink.gone():
            (sink.prune if prune else sink.keep)(entry)
            gone += 1
            if sink is self._sinks[0]:
                self._watch(entry.outcome)
        sink.finish(_with_gone(met, gone))
        return gone

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._opened.__exit__(kind, error, at)


def _with_gone(summary: Summary, gone: int) -> Summary:
    return replace(summary, pages=summary.pages + gone, gone=gone)


def _duplicate(entry: Entry, other: str) -> Entry:
    """Give what becomes of a page whose capture stands elsewhere."""
    reason = f"duplicate of {other}"
    outcome = replace(entry.outcome, outcome="skipped", reason=reason, id=None, output=None, template=None, findings={})
    return Entry(outcome, entry.key, b"", entry.fingerprint)
