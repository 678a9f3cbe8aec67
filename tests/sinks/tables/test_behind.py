"""Batches that are brought in side by side: nothing is seen before what came before it, and none spoils another."""

from collections.abc import Callable, Sequence
from threading import Event, Thread, Timer
from time import monotonic, sleep
from typing import Any

import psycopg
import pytest

from statedocs import write
from statedocs.errors import SinkError
from statedocs.record import Document
from statedocs.sinks import Writer, entry_of, open_sink, open_stored
from statedocs.sinks.tables.postgresql import Postgresql
from statedocs.sinks.tables.shape import Table

Make = Callable[..., Document]


class _Gate:
    """Holds a load back where a lane is about to copy documents that a name is among."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        self.reached, self.opened = Event(), Event()
        insert = Postgresql.insert

        def held(database: Postgresql, table: Table, rows: Sequence[Any]) -> None:
            if table.name == "documents" and name in str(rows):
                self.reached.set()
                assert self.opened.wait(30)
            insert(database, table, rows)

        monkeypatch.setattr(Postgresql, "insert", held)


def origins(place: str) -> list[str]:
    return [document.source.origin for document in open_stored(place).documents()]


def test_two_batches_are_under_way_and_are_seen_in_the_order_they_came(
    postgresql: str, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = _Gate(monkeypatch, "a.htm")
    with Writer([open_sink(postgresql)]) as writer:
        writer.put(entry_of(make_document("a.htm")))
        writer.commit()
        assert gate.reached.wait(30)
        writer.put(entry_of(make_document("b.htm")))
        writer.commit()  # goes through the other lane; b is written, and waits for a
        sleep(0.3)
        assert origins(postgresql) == []
        gate.opened.set()
        writer.finish(2)
    assert origins(postgresql) == ["a.htm", "b.htm"]


def test_a_commit_of_nothing_takes_no_lane(
    postgresql: str, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = _Gate(monkeypatch, "a.htm")
    with Writer([open_sink(postgresql)]) as writer:
        writer.put(entry_of(make_document("a.htm")))
        writer.commit()
        assert gate.reached.wait(30)
        for _ in range(9):
            writer.commit()  # would wait for a lane, if there were something
        assert origins(postgresql) == []
        gate.opened.set()
        writer.finish(1)
    assert origins(postgresql) == ["a.htm"]


def test_what_comes_behind_a_batch_that_failed_is_not_brought_in(
    postgresql: str, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    insert = Postgresql.insert
    monkeypatch.setattr(Postgresql, "at_once", 0)  # a batch for each page

    def failing(database: Postgresql, table: Table, rows: Sequence[Any]) -> None:
        if "a.htm" in str(rows):
            sleep(0.3)
            raise SinkError("the server has no more room")
        insert(database, table, rows)

    monkeypatch.setattr(Postgresql, "insert", failing)
    with pytest.raises(SinkError, match="no more room"):
        write([make_document("a.htm"), make_document("b.htm")], postgresql)
    assert origins(postgresql) == []


def test_a_batch_waits_for_one_that_changes_the_same(
    postgresql: str, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is found under another name, and something else now has the name it had."""
    page = make_document("old.htm")
    with Writer([open_sink(postgresql)]) as writer:
        writer.put(entry_of(page))
        writer.finish(1)
    gate = _Gate(monkeypatch, "new.htm")
    moved = page.model_copy(update={"source": page.source.model_copy(update={"origin": "new.htm"})})
    with Writer([open_sink(postgresql)]) as writer:
        writer.put(entry_of(moved))
        writer.commit()
        assert gate.reached.wait(30)
        writer.put(entry_of(make_document("old.htm", capture="another")))
        going_on = Thread(target=writer.commit)  # would take old.htm's record away, which is new.htm's by now
        going_on.start()
        going_on.join(0.3)
        assert going_on.is_alive()
        gate.opened.set()
        going_on.join(30)
        writer.finish(2)
    assert origins(postgresql) == ["new.htm", "old.htm"]


def test_a_run_waits_for_the_last_transactions_of_one_that_died(
    postgresql: str, make_document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    with psycopg.connect(postgresql) as dying:
        dying.execute("SELECT pg_advisory_lock_shared(hashtext('statedocs lane'), hashtext(current_schema()))")
        monkeypatch.setattr("statedocs.sinks.tables.postgresql._PATIENCE", 0.2)
        with pytest.raises(SinkError, match="in use by another run"):
            open_sink(postgresql).__enter__()
        monkeypatch.setattr("statedocs.sinks.tables.postgresql._PATIENCE", 10)
        going = Timer(0.3, dying.close)
        going.start()
        with Writer([open_sink(postgresql)]) as writer:
            writer.put(entry_of(make_document("a.htm")))
            writer.finish(1)
        going.join()
    assert origins(postgresql) == ["a.htm"]


def test_no_connection_is_left(postgresql: str, make_document: Make) -> None:
    """Neither after a run that went well nor after one that did not."""
    lanes = (
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' "
        "AND classid::bigint = hashtext('statedocs lane')::bit(32)::bigint "
        "AND objid::bigint = hashtext(current_schema())::bit(32)::bigint"
    )
    with psycopg.connect(postgresql, autocommit=True) as db:
        with Writer([open_sink(postgresql)]) as writer:
            writer.put(entry_of(make_document("a.htm")))
            assert db.execute(lanes).fetchall() == [(2,)]
            writer.finish(1)
        with pytest.raises(SinkError, match="were seen"), Writer([open_sink(postgresql)]) as writer:
            writer.finish(1)
        until = monotonic() + 10  # the server needs a moment
        while db.execute(lanes).fetchall() != [(0,)]:
            assert monotonic() < until
            sleep(0.05)


def test_however_it_is_cut_the_rows_are_the_same(place: str, another: str, make_document: Make) -> None:
    """Pages come, move to other names, change and go; committed at once or every so often."""
    pages = [make_document(f"{number}.htm") for number in range(6)]
    moved = [
        page.model_copy(update={"source": page.source.model_copy(update={"origin": f"{(number + 3) % 6}.htm"})})
        for number, page in enumerate(pages)
    ]
    changed = [make_document(f"{number}.htm", capture=f"{number} again") for number in range(0, 6, 2)]
    for run in (pages, moved, changed, moved[::-1], changed[:2]):
        for where, every in ((place, 100), (another, 2)):
            with Writer([open_sink(where)]) as writer:
                for number, page in enumerate(run, 1):
                    writer.put(entry_of(page))
                    if number % every == 0:
                        writer.commit()
                writer.finish(len(run), prune=True)
        assert list(open_stored(place).documents()) == list(open_stored(another).documents())
        assert list(open_stored(place).manifest()) == list(open_stored(another).manifest())
    assert len(list(open_stored(place).documents())) == 2
