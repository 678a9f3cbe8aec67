"""Records go from any form into any other, and back, byte for byte."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.record import Document, Failure
from statedocs.sinks import open_stored, to_json, write
from statedocs.snapshot import Skipped

Run = Callable[..., tuple[int, str, str]]
Make = Callable[..., Document]
Fail = Callable[..., Failure]
FORMS = (
    "folder", "pages.jsonl", "pages.jsonl.gz", "pages.jsonl.zst", "pages.sqlite", "pages.duckdb", "pages.parquet",
    "nested.parquet?layout=nested", "part.parquet?partition=template", "pages.csv", "pages.md", "pages.jsonld",
)  # fmt: skip


@pytest.fixture
def records(tmp_path: Path, make_document: Make, make_failure: Fail) -> Path:
    path = tmp_path / "records.jsonl"
    twice = [make_document("b.htm", text="Perú"), make_document("copy.htm", capture="b.htm")]
    write([*twice, make_failure("bad.htm"), Skipped("x.css", "style sheet"), make_document("a.htm")], path)
    return path


def files(path: Path) -> list[bytes]:
    return [path.with_suffix(end).read_bytes() for end in (".jsonl", ".failures.jsonl", ".manifest.jsonl")]


@pytest.mark.parametrize("form", FORMS)
def test_through_any_form_and_back_nothing_changes(statedocs: Run, tmp_path: Path, records: Path, form: str) -> None:
    middle, back = tmp_path / form, tmp_path / "back.jsonl"
    assert statedocs("export", records, "-o", middle, "-q") == (0, "", "")
    code, out, err = statedocs("export", middle, "-o", back)
    assert (code, out) == (0, "")
    assert err.startswith("2 documents, 1 failure to ")
    before, after = files(records), files(back)
    assert after[:2] == before[:2]
    assert after[2].replace(b"back.", b"records.") == before[2]


def test_a_chain_of_all_forms_ends_where_it_began(statedocs: Run, tmp_path: Path, records: Path) -> None:
    place = records
    for form in (*FORMS, *FORMS[:3]):
        following = tmp_path / f"{len(list(tmp_path.iterdir()))}-{form}"
        assert statedocs("export", place, "-o", following, "-q")[0] == 0
        place = following
    assert statedocs("export", place, "-o", tmp_path / "back.jsonl", "-q")[0] == 0
    assert files(tmp_path / "back.jsonl")[:2] == files(records)[:2]


def test_one_run_fills_several_places_with_the_same(statedocs: Run, tmp_path: Path, pages: Path) -> None:
    """Places of every kind; one that comes later gets what the others have already."""
    places = [tmp_path / form for form in FORMS[:7]]
    asked = [argument for place in places for argument in ("-o", place)]
    assert statedocs("convert", pages, "-q", *asked[:-2])[0] == 0
    assert statedocs("convert", pages, "-q", *asked)[0] == 0
    expected = [to_json(document) for document in open_stored(str(places[0])).documents()]
    assert len(expected) == 2
    for place in places:
        assert [to_json(document) for document in open_stored(str(place)).documents()] == expected
        assert [outcome.outcome for outcome in open_stored(str(place)).manifest()].count("skipped") == 1


def test_load_adds_and_replaces_and_lets_the_rest_alone(
    statedocs: Run, tmp_path: Path, records: Path, make_document: Make
) -> None:
    more, database = tmp_path / "more.jsonl", tmp_path / "pages.sqlite"
    new = [make_document("a.htm", capture="later", text="A later Peru"), make_document("c.htm")]
    write(new, more)
    for _ in range(2):
        assert statedocs("load", records, "-o", database)[0] == 0
        assert statedocs("load", more, records, more, "-o", database, "-o", tmp_path / "pages.duckdb", "-q")[0] == 0
    for place in (database, tmp_path / "pages.duckdb"):
        stored = open_stored(place)
        assert {document.source.origin for document in stored.documents()} == {"a.htm", "b.htm", "c.htm"}
        assert len(list(stored.failures())) == 1
        assert {outcome.origin for outcome in stored.manifest()} == {
            "a.htm",
            "b.htm",
            "bad.htm",
            "c.htm",
            "copy.htm",
            "x.css",
        }


def test_records_without_a_manifest_are_taken_too(statedocs: Run, tmp_path: Path, records: Path) -> None:
    records.with_suffix(".manifest.jsonl").unlink()
    assert statedocs("load", records, "-o", tmp_path / "pages.db", "-q")[0] == 0
    expected = list(map(to_json, open_stored(records).documents()))
    assert list(map(to_json, open_stored(tmp_path / "pages.db").documents())) == expected


def test_standard_output_has_the_documents(statedocs: Run, records: Path) -> None:
    code, out, err = statedocs("export", records, "-o", "-", "-q")
    assert (code, err) == (0, "")
    assert out.encode() == records.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("load", "records.jsonl", "-o", "folder"), "folder: expected a database to load into"),
        (("load", "nothing.sqlite", "-o", "x.sqlite"), "no such records: nothing.sqlite"),
        (("export", "records.jsonl", "-o", "records.jsonl"), "records.jsonl is what is read"),
        (
            ("export", "page.htm", "-o", "x.sqlite"),
            "page.htm: expected a folder of records or a file that ends in .jsonl",
        ),
        (("export", "-", "-o", "x.sqlite"), "no such records: -"),
    ],
)
def test_what_cannot_be_done_is_said(
    statedocs: Run, records: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(records.parent)
    (records.parent / "page.htm").write_text("<p>Peru</p>")
    code, out, err = statedocs(*arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_missing_driver_is_an_extra_with_a_name(
    statedocs: Run, records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = tmp_path / "there.jsonl.zst"
    assert statedocs("export", records, "-o", packed, "-q")[0] == 0
    for form, driver, extra in (
        ("x.duckdb", "duckdb", "duckdb"),
        ("x.duckdb", "pyarrow", "duckdb"),
        ("postgresql://x", "psycopg", "postgres"),
        ("x.parquet", "pyarrow", "parquet"),
        ("x.jsonl.zst", "zstandard", "archives"),
    ):
        place = form if "://" in form else tmp_path / form
        commands = [("export", records, "-o", place), ("convert", records.parent, "-o", place)]
        commands += [("export", packed, "-o", tmp_path / "y.jsonl")] if driver == "zstandard" else []
        for command in commands:
            with monkeypatch.context() as patch:
                _forget(patch, driver)
                code, _, err = statedocs(*command)
            assert code == 2, command
            assert f"needs the extra `{extra}`: pip install 'statedocs[{extra}]'" in err


def _forget(patch: pytest.MonkeyPatch, driver: str) -> None:
    """Let a driver be one that is not installed."""
    for name in [name for name in sys.modules if name.startswith("statedocs.sinks.tables.")]:
        patch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.partition(".")[0] == driver]:
        patch.delitem(sys.modules, name)
    patch.setitem(sys.modules, driver, None)


def test_a_database_that_cannot_have_its_index_is_loaded_and_says_why(
    statedocs: Run, tmp_path: Path, records: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("statedocs.sinks.tables.duckdb.load_extension", lambda _: False)
    code, out, err = statedocs("load", records, "-o", tmp_path / "pages.duckdb")
    assert (code, out) == (0, "")
    assert err.count("has no full-text index") == 1
    assert err.startswith("statedocs: ")
    assert statedocs("load", records, "-o", tmp_path / "again.duckdb", "-q") == (0, "", "")
