"""Answers that wait for their turn: in memory, on the disk, in memory again where there is no disk."""

import errno

import pytest

from statedocs.batch.spill import Spill
from statedocs.batch.task import Answer
from statedocs.sinks import Entry, Outcome


def answer(number: int) -> Answer:
    outcome = Outcome(
        origin=str(number), sha256=None, outcome="failure", reason="", id=None, output=None, template=None, findings={}
    )
    return Answer(number, Entry(outcome, "k", bytes([number]) * 1000, ""))


def test_what_was_put_is_taken_in_any_order() -> None:
    with Spill(in_memory=2500, on_disk=100_000) as spill:
        for number in range(20):
            spill.put(answer(number))
        assert spill.take(99) is None
        assert not spill.is_full
        for number in (3, 0, 19, *range(4, 19), 1, 2):
            assert spill.take(number) == answer(number)
            assert spill.take(number) is None
        spill.put(answer(7))
        assert spill.take(7) == answer(7)


def test_the_disk_is_bounded_too() -> None:
    with Spill(in_memory=0, on_disk=5000) as spill:
        for number in range(10):
            spill.put(answer(number))
        assert spill.is_full
        for number in range(10):
            assert spill.take(number) == answer(number)
        assert not spill.is_full


def test_memory_has_to_do_where_the_disk_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    with Spill(in_memory=0) as spill:

        class Full:
            def seek(self, _: int) -> None:
                raise OSError(errno.ENOSPC, "No space left on device")

            def close(self) -> None: ...

        spill._file.close()
        monkeypatch.setattr(spill, "_file", Full())
        spill.put(answer(1))
        assert spill.take(1) == answer(1)
