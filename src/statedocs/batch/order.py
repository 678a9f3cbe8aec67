"""Pages in the order of the inputs: sent out in chunks, answered in any order, written in theirs."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from statedocs.batch.conversion import log_again
from statedocs.batch.crew import Crew
from statedocs.batch.spill import Spill
from statedocs.batch.task import Chunk, Task
from statedocs.errors import LimitExceeded
from statedocs.pipeline import failure_of
from statedocs.sinks import Entry, Writer, entry_of
from statedocs.snapshot import Snapshot
from statedocs.sources.items import Item

_CHUNK_PAGES: Final = 16
_CHUNK_BYTES: Final = 2**19
_CHUNK_SECONDS: Final = 0.02
"""How long a chunk may wait to be filled while a worker has nothing to do."""
_SLOTS: Final = 20_000
"""How many pages may be read before the first of them is written."""
_BYTES: Final = 24 * 2**20
"""How many bytes of pages may be out at a time, unless that leaves workers without two chunks each."""


@dataclass(slots=True)
class _Slot:
    """A page on its way; one of three is set, none while it is being converted."""

    number: int
    entry: Entry | None = None
    kept: tuple[Entry, ...] | None = None
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """How items become entries.

    Attributes:
        fingerprint: Takes the fingerprint of a capture.
        size: How many bytes a page may have.
        fresh: Whether nothing of an earlier run is kept.
    """

    fingerprint: Callable[[Snapshot], str]
    size: int
    fresh: bool


class Line:
    """The pages between reading and writing.

    Args:
        plan: How items become entries.
        crew: Who converts.
        writer: Where the results go.
        spill: Where answers wait.
    """

    def __init__(self, plan: Plan, crew: Crew, writer: Writer, spill: Spill) -> None:
        self._plan, self._crew, self._writer, self._spill = plan, crew, writer, spill
        self._slots: deque[_Slot] = deque()
        self._chunk: Chunk = []
        self._chunk_bytes = 0
        self._chunk_time = 0.0
        self._out: dict[int, int] = {}
        self._out_bytes = 0
        self.seen = 0

    def run(self, items: Iterable[Item]) -> int:
        """Take every item through, and give how many there were."""
        for item in items:
            self._slots.append(self._slot(item))
            self.seen += 1
            self._send()
            self._write()
            while self._is_full():
                self._send(at_once=True)
                self._listen(0.1)
                self._write()
        while self._slots:
            self._send(at_once=True)
            self._listen(0.1)
            self._write()
        return self.seen

    def _slot(self, item: Item) -> _Slot:
        indented = self._writer.wants_indented
        if not isinstance(item, Snapshot):
            return _Slot(self.seen, entry_of(item, indented=indented))
        if len(item.data) > self._plan.size:
            error = LimitExceeded(f"{len(item.data):,} bytes; a page may have {self._plan.size:,}")
            return _Slot(self.seen, entry_of(failure_of(error, item), indented=indented))
        task = Task(self.seen, item, self._plan.fingerprint(item))
        kept = None if self._plan.fresh else self._writer.earlier(item.origin, task.fingerprint)
        if kept is None:
            self._add(task)
            return _Slot(self.seen)
        is_duplicate = any(entry.outcome.outcome == "skipped" for entry in kept)
        return _Slot(self.seen, kept=kept, task=task if is_duplicate else None)

    def _add(self, task: Task) -> None:
        """Put a page into the chunk that is being filled."""
        size = len(task.snapshot.data)
        if self._chunk and self._chunk_bytes + size > _CHUNK_BYTES:
            self._submit()
        if not self._chunk:
            self._chunk_time = time.monotonic()
        self._chunk.append(task)
        self._chunk_bytes += size
        self._out[task.number] = size
        self._out_bytes += size

    def _send(self, *, at_once: bool = False) -> None:
        """Send the chunk out if it is full, or if somebody waits for it."""
        is_due = self._crew.is_hungry and (at_once or time.monotonic() - self._chunk_time > _CHUNK_SECONDS)
        if len(self._chunk) >= _CHUNK_PAGES or self._chunk_bytes >= _CHUNK_BYTES or (self._chunk and is_due):
            self._submit()

    def _submit(self) -> None:
        self._crew.submit(self._chunk)
        self._chunk, self._chunk_bytes = [], 0

    def _is_full(self) -> bool:
        """Whether what was read must be written before more is."""
        is_busy = self._crew.waiting > 2 * self._crew.count
        is_much = self._out_bytes > max(_BYTES, 2 * _CHUNK_BYTES * self._crew.count)
        return is_busy or is_much or len(self._slots) > _SLOTS or self._spill.is_full

    def _listen(self, timeout: float) -> None:
        """Take the answers that are there, waiting for the first one if pages are out."""
        answer = self._crew.answer(timeout if self._out else 0.0)
        while answer:
            log_again(answer)
            self._out_bytes -= self._out.pop(answer.number)
            self._spill.put(answer)
            answer = self._crew.answer(0.0)

    def _write(self) -> None:
        """Write what is ready, from the first page on."""
        self._listen(0.0)
        while self._slots and self._write_one(self._slots[0]):
            self._slots.popleft()

    def _write_one(self, slot: _Slot) -> bool:
        if slot.kept is not None:
            if not self._writer.keep(slot.kept):
                assert slot.task
                slot.kept, task = None, slot.task
                self._add(task)
                self._submit()
                return False
            return True
        answer = None if slot.entry else self._spill.take(slot.number)
        entry = slot.entry or (answer.entry if answer else None)
        if entry is None:
            return False
        self._writer.put(entry)
        return True
