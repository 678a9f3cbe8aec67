"""What a run knows about its records goes along: a later run into the same place converts nothing again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.batch.options import RunOptions
from statedocs.batch.runner import run
from statedocs.sinks import export, load, open_sink, open_stored
from statedocs.sinks.tables.sink import TableSink

ALONE = RunOptions(workers=0)
FRESH = RunOptions(workers=0, fresh=True)


def mark(place: str) -> None:
    """Give every document a title that no page has."""
    sink = open_sink(place)
    assert isinstance(sink, TableSink)
    database = sink._database.again()
    database.open_to_write()
    database.run("UPDATE documents SET title = 'as it was'")
    database.commit()
    database.close()


def titles(place: str) -> set[str | None]:
    return {document.title for document in open_stored(place).documents()}


@pytest.fixture
def pages(tmp_path: Path, root: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("wordpress-bilateral/norway-2020.html", "peru-2013.txt", "usembassy/seed-bank-cusco.html"):
        (folder / Path(name).name).write_bytes((root / "raw" / name).read_bytes())
    (folder / "copy.html").write_bytes((folder / "norway-2020.html").read_bytes())
    (folder / "empty.html").write_bytes(b"")
    (folder / "x.css").write_bytes(b"p {}")
    return folder


@pytest.mark.parametrize("form", ["records", "records.jsonl"])
def test_what_was_loaded_is_not_converted_again(tmp_path: Path, pages: Path, place: str, form: str) -> None:
    records = tmp_path / form
    run([pages], records, ALONE)
    load([records], [place])
    once = list(open_stored(place).manifest())
    mark(place)
    run([pages], place, ALONE)
    assert titles(place) == {"as it was"}
    assert list(open_stored(place).manifest()) == once
    (pages / "peru-2013.txt").write_bytes((pages / "peru-2013.txt").read_bytes() + b"\nMore.\n")
    run([pages], place, ALONE)
    assert titles(place) == {"as it was", "U.S. Relations With Peru"}
    run([pages], place, FRESH)
    assert "as it was" not in titles(place)


def test_through_a_database_and_back_nothing_is_forgotten(tmp_path: Path, pages: Path, place: str) -> None:
    run([pages], place, ALONE)
    mark(place)
    again = [str(tmp_path / "again"), str(tmp_path / "again.jsonl"), str(tmp_path / "again.sqlite")]
    export(place, again)
    run([pages], again, ALONE)
    for copy in again:
        assert titles(copy) == {"as it was"}


@pytest.mark.parametrize("form", ["records", "records.jsonl"])
def test_a_record_that_somebody_changed_is_not_taken_for_the_pages_own(
    tmp_path: Path, pages: Path, form: str, change: Callable[[Path], None]
) -> None:
    records, place = tmp_path / form, str(tmp_path / "x.sqlite")
    run([pages], records, ALONE)
    change(records)
    load([records], [place])
    assert "My own" in titles(place)
    run([pages], place, ALONE)
    assert "My own" not in titles(place)


@pytest.fixture
def change() -> Callable[[Path], None]:
    def in_place(records: Path) -> None:
        path = records if records.is_file() else records / "peru-2013.txt.json"
        path.write_bytes(path.read_bytes().replace(b'"U.S. Relations With Peru"', b'"My own"', 1))

    return in_place


def test_a_journal_that_is_damaged_or_anothers_costs_a_conversion_and_no_record(tmp_path: Path, pages: Path) -> None:
    records = tmp_path / "records"
    run([pages], records, ALONE)
    journal = records / ".statedocs" / "pages.jsonl"
    lines = journal.read_bytes().splitlines(keepends=True)
    for number, kept in enumerate(([b"{}\n", *lines], lines[1:], [])):
        journal.write_bytes(b"".join(kept))
        place = str(tmp_path / f"{number}.sqlite")
        load([records], [place])
        mark(place)
        run([pages], place, ALONE)
        assert "as it was" not in titles(place)
