"""Pages in the order of the inputs: sent out in chunks, answered in any order, written in theirs."""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from statedocs.batch.conversion import log_again
from statedocs.batch.crew import Crew
from statedocs.batch.fingerprint import fingerprint_of
from statedocs.batch.spill import Spill
from statedocs.batch.task import Chunk, Known, Task, Unmade
from statedocs.sinks import Entry, Writer, entry_of
from statedocs.snapshot import Snapshot
from statedocs.sources import Unread
from statedocs.sources.items import Item

_CHUNK_PAGES: Final = 16
_CHUNK_BYTES: Final = 2**19
_CHUNK_SECONDS: Final = 0.02
"""How long a chunk may wait to be filled while a worker has nothing to do."""
_SLOTS: Final = 20_000
"""How many pages may be listed before the first of them is written."""
_BYTES: Final = 24 * 2**20
"""How many bytes of pages may be out at a time, unless that leaves workers without two chunks each."""

Kept = tuple[Entry, ...]


@dataclass(slots=True)
class _Slot:
    """A page on its way; it is being converted as long as none of `entry`, `kept` and `holder` is set.

    Attributes:
        number: Its place among all that was sent out.
        task: What somebody is asked, or would be if what is kept turned out to be of no use.
        known: What the sinks have of it, by fingerprint.
        entry: Its result, where nobody has to convert it.
        kept: What the sinks have, and stays.
        holder: The file, where that holds pages instead of being one.
    """

    number: int
    task: Task | None = None
    known: Mapping[str, Kept] = field(default_factory=dict)
    entry: Entry | None = None
    kept: Kept | None = None
    holder: Unread | None = None

    @property
    def held(self) -> int:
        """How many bytes of the page are in memory."""
        return len(self.task.page.data) if self.task and isinstance(self.task.page, Snapshot) else 0


@dataclass(frozen=True, slots=True)
class Plan:
    """How items become entries.

    Attributes:
        basis: What decides all records alike.
        fresh: Whether nothing of an earlier run is kept.
        read_holder: Reads a file that turns out to hold pages.
    """

    basis: bytes
    fresh: bool
    read_holder: Callable[[Unread], Iterator[Item]]


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
        self._out: dict[int, _Slot] = {}
        self._out_bytes = 0
        self._number = 0
        self._seen = 0

    def run(self, items: Iterable[Item | Unread]) -> int:
        """Take every item through, and give how many pages there were."""
        for item in items:
            self._slots.append(_Slot(self._number))
            self._number += 1
            self._seen += 1
            self._begin(self._slots[-1], item)
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
        return self._seen

    def _begin(self, slot: _Slot, item: Item | Unread | None) -> None:
        """See to what an item needs."""
        if isinstance(item, Unread):
            slot.known = {} if self._plan.fresh else self._writer.known(item.origin)
            self._ask(slot, Task(slot.number, item, tuple(slot.known)))
        elif isinstance(item, Snapshot):
            slot.task = Task(slot.number, item)
            slot.kept = None if self._plan.fresh else self._earlier(slot, item)
            if slot.kept is None:
                self._ask(slot, slot.task)
        elif item is None:
            slot.holder = slot.task.page if slot.task and isinstance(slot.task.page, Unread) else None
        else:
            slot.entry = entry_of(item, indented=self._writer.wants_indented)

    def _earlier(self, slot: _Slot, page: Snapshot) -> Kept | None:
        fingerprint = fingerprint_of(page, self._plan.basis)
        return slot.known.get(fingerprint) or self._writer.earlier(page.origin, fingerprint)

    def _ask(self, slot: _Slot, task: Task) -> None:
        """Put a page into the chunk that is being filled."""
        slot.task = task
        size = task.page.size if isinstance(task.page, Unread) else len(task.page.data)
        if self._chunk and (self._chunk_bytes + size > _CHUNK_BYTES or len(self._chunk) >= _CHUNK_PAGES):
            self._submit()
        if not self._chunk:
            self._chunk_time = time.monotonic()
        self._chunk.append(task)
        self._chunk_bytes += size
        self._out[task.number] = slot
        self._out_bytes += slot.held

    def _send(self, *, at_once: bool = False) -> None:
        """Send the chunk out if it is full, or if somebody waits for it."""
        is_due = self._crew.is_hungry and (at_once or time.monotonic() - self._chunk_time > _CHUNK_SECONDS)
        if len(self._chunk) >= _CHUNK_PAGES or self._chunk_bytes >= _CHUNK_BYTES or (self._chunk and is_due):
            self._submit()

    def _submit(self) -> None:
        self._crew.submit(self._chunk)
        self._chunk, self._chunk_bytes = [], 0

    def _is_full(self) -> bool:
        """Whether what was listed must be written before more is."""
        is_busy = self._crew.waiting > 2 * self._crew.count
        is_much = self._out_bytes > max(_BYTES, 2 * _CHUNK_BYTES * self._crew.count)
        return bool(self._slots) and (is_busy or is_much or len(self._slots) > _SLOTS or self._spill.is_full)

    def _listen(self, timeout: float) -> None:
        """Take the answers that are there, waiting for the first one if pages are out."""
        answer = self._crew.answer(timeout if self._out else 0.0)
        while answer:
            log_again(answer)
            slot = self._out.pop(answer.number)
            self._out_bytes -= slot.held
            if isinstance(answer.result, Entry):
                self._spill.put(answer)
            else:
                self._end_unmade(slot, answer.result)
            answer = self._crew.answer(0.0)

    def _end_unmade(self, slot: _Slot, result: Known | Unmade) -> None:
        """See to a page of which nothing was made: what another cannot read is read here."""
        assert slot.task
        assert isinstance(slot.task.page, Unread)
        if isinstance(result, Known):
            slot.kept = slot.known[result.fingerprint]
        elif result is Unmade.HOLDER:
            slot.holder = slot.task.page
        else:
            item = slot.task.page.read()
            self._begin(slot, replace(item, place=None) if isinstance(item, Snapshot) else item)

    def _write(self) -> None:
        """Write what is ready, from the first page on."""
        self._listen(0.0)
        while self._slots and self._write_one(self._slots[0]):
            self._slots.popleft()

    def _write_one(self, slot: _Slot) -> bool:
        if slot.kept is not None:
            if not self._writer.keep(slot.kept):
                assert slot.task
                slot.kept = None
                self._ask(slot, replace(slot.task, known=()))
                self._submit()
                return False
            return True
        if slot.holder:
            self._write_holder(slot.holder)
            return True
        answer = None if slot.entry else self._spill.take(slot.number)
        entry = slot.entry or (answer and answer.result)
        if not isinstance(entry, Entry):
            return False
        self._writer.put(entry)
        return True

    def _write_holder(self, holder: Unread) -> None:
        """Take the pages of a file through before those of the files behind it, some of which are out already."""
        behind, self._slots = self._slots, deque()
        self._seen -= 1
        self.run(self._plan.read_holder(holder))
        self._slots = behind
