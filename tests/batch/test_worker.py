"""What a worker does, in this process: messages in, messages out."""

import io
import logging
import signal
from pathlib import Path
from types import SimpleNamespace

import pytest

from statedocs.batch import worker
from statedocs.batch.conversion import answer, log_again
from statedocs.batch.fingerprint import fingerprint_of
from statedocs.batch.memory import memory_of
from statedocs.batch.process import WorkerProcess
from statedocs.batch.task import Answer, Instructions, Task
from statedocs.batch.wire import receive, send
from statedocs.batch.worker import READY, serve, set_alarm
from statedocs.sinks import Entry
from statedocs.snapshot import Snapshot

PAGE = Snapshot("a.txt", b"Fact Sheet\n\nPeru\nMarch 3, 2017\n\nPeru is a country of 29 million people in the west.\n")


def answers_to(*messages: object) -> list[object]:
    asked, answers = io.BytesIO(), io.BytesIO()
    for message in messages:
        send(asked, message)
    asked.seek(0)
    serve(asked, answers)
    end, found = answers.tell(), []
    answers.seek(0)
    while answers.tell() < end:
        found.append(receive(answers))
    return found


def answer_of(message: object) -> Answer:
    assert isinstance(message, Answer)
    return message


def entry_in(message: object) -> Entry:
    result = answer_of(message).result
    assert isinstance(result, Entry)
    return result


def test_a_worker_answers_page_by_page_until_nobody_asks() -> None:
    ready, *answers = answers_to(Instructions(basis=b"x"), [Task(3, PAGE), Task(4, PAGE)], [Task(5, PAGE)])
    assert ready == READY
    assert [answered.number for answered in map(answer_of, answers)] == [3, 4, 5]
    assert all(entry_in(answered).outcome.outcome == "document" for answered in answers)
    assert all(entry_in(answered).fingerprint == fingerprint_of(PAGE, b"x") for answered in answers)


def test_a_worker_that_has_grown_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_BLOATED", 0)
    monkeypatch.setattr(worker, "_SERVED", 2)
    assert len(answers_to(Instructions(), [Task(n, PAGE) for n in range(5)])) == 1 + 2


def test_a_page_that_needs_too_much_memory_is_a_failure_and_the_worker_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    def eats(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("statedocs.pipeline.to_record", eats)
    _, *answers = answers_to(Instructions(indented=True), [Task(n, PAGE) for n in range(5)])
    assert len(answers) == 1
    assert entry_in(answers[0]).outcome.reason == (
        "LimitExceeded: its conversion needs more than the 0 MB that a page may take"
    )
    assert entry_in(answers[0]).fingerprint == ""


def test_what_is_logged_over_a_page_comes_with_its_answer(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("statedocs.pipeline.to_record", broken)
    monkeypatch.setattr(logging.getLogger("statedocs"), "propagate", True)
    answered = answer(Task(1, PAGE), Instructions())
    assert entry_in(answered).outcome.outcome == "failure"
    assert caplog.text == ""
    log_again(answered)
    assert "a.txt: a bug in statedocs" in caplog.text
    assert "KeyError: 'x'" in caplog.text


def test_the_alarm_ends_a_process_and_can_be_taken_back() -> None:
    set_alarm(60)
    assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
    set_alarm(0)
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_the_first_page_of_a_process_may_last_as_its_start_did(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a start takes 3 s, 10 s for the page that loads all the rest are no reason to give up."""
    process = WorkerProcess(Instructions(), SimpleNamespace(stdin=None, stdout=None, pid=1))  # type: ignore[arg-type]  # no process is needed
    tasks = [Task(number, PAGE) for number in range(3)]
    monkeypatch.setattr("statedocs.batch.process.time", SimpleNamespace(monotonic=lambda: 110.0))
    process._rest, process._startup, process._since = list(tasks), 3.0, 100.0
    assert process.relieve(2.0) == []
    process._startup = 0.3
    assert process.relieve(2.0) == tasks[1:]
    process._rest, process._startup, process._page = list(tasks), 3.0, 1
    assert process.relieve(2.0) == tasks[1:]
    assert process.is_relieved
    process.give_back(9.0)
    process._rest = list(tasks)
    assert process.relieve(2.0) == []


def test_memory_of_a_process_that_is_no_more_is_not_known() -> None:
    assert memory_of(2**22 + 1) is None
    assert Path("/proc/self/statm").exists() == (memory_of(1) is not None)


def test_a_message_that_breaks_off_is_the_end() -> None:
    pipe = io.BytesIO()
    send(pipe, "all of it")
    with pytest.raises(EOFError):
        receive(io.BytesIO(pipe.getvalue()[:-1]))
