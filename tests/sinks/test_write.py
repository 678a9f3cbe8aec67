"""Records written through the door, to every kind of place."""

import errno
import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import Outcome, to_json, write
from statedocs.sinks.names import plain_stem
from statedocs.sinks.outcome import Result
from statedocs.snapshot import Skipped

Make = Callable[..., Document]
Fail = Callable[..., Failure]


def files_of(folder: Path) -> dict[str, bytes]:
    """Give all files but those that a next run needs to go on."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.parent.name.endswith(".statedocs"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def manifest_of(path: Path) -> tuple[list[dict[str, object]], dict[str, object]]:
    *lines, last = map(json.loads, path.read_text("utf-8").splitlines())
    return lines, last


def test_a_folder_mirrors_the_inputs(tmp_path: Path, make_document: Make, make_failure: Fail) -> None:
    results: list[Result] = [
        make_document("bgn/peru.htm", text="Perú"),
        make_failure("bad.htm"),
        Skipped("x.css", "style sheet"),
    ]
    summary = write(results, tmp_path / "deep" / "out")
    written = files_of(tmp_path / "deep" / "out")
    assert set(written) == {"bgn/peru.htm.json", "bad.htm.failure.json", "manifest.jsonl"}
    text = written["bgn/peru.htm.json"].decode()
    assert text.startswith('{\n  "schema_version": "1.0",\n')
    assert text.endswith("\n}\n")
    assert "Perú" in text
    assert Document.model_validate_json(text) == results[0]
    assert Failure.model_validate_json(written["bad.htm.failure.json"]) == results[1]
    assert (summary.pages, summary.documents, summary.failures, summary.skipped, summary.gone) == (3, 1, 1, 1, 0)


def test_the_manifest_has_a_line_for_every_page_and_adds_up(
    tmp_path: Path, make_document: Make, make_failure: Fail
) -> None:
    page = make_document("a.htm", findings=("title-missing", "date-missing", "title-missing"))
    write([Skipped("s.css", "style sheet (.css)", "b" * 64), page, make_failure("f.htm")], tmp_path)
    assert (tmp_path / "manifest.jsonl").read_text("utf-8").splitlines() == [
        '{"origin":"s.css","sha256":"' + "b" * 64 + '","outcome":"skipped","reason":"style sheet (.css)","id":null,'
        '"output":null,"template":null,"findings":{}}',
        '{"origin":"a.htm","sha256":"' + page.source.sha256 + f'","outcome":"document","reason":null,"id":"{page.id}",'
        '"output":"a.htm.json","template":"plain-text","findings":{"date-missing":1,"title-missing":2}}',
        '{"origin":"f.htm","sha256":"' + "a" * 64 + '","outcome":"failure","reason":"NotADocument: error page",'
        '"id":null,"output":"f.htm.failure.json","template":null,"findings":{}}',
        (
            '{"totals":{"pages":3,"documents":1,"failures":1,"skipped":1,"gone":0},"complete":true,'
            f'"converter":{{"name":"statedocs","version":"{page.converter.version}"}}}}'
        ),
    ]


def test_two_runs_give_the_same_bytes(tmp_path: Path, make_document: Make, make_failure: Fail) -> None:
    results: list[Result] = [make_document("a.htm"), make_failure("b.htm"), Skipped("c", "hidden file")]
    for name in ("one", "two", "two"):
        write(results, tmp_path / name)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_a_page_is_a_document_or_a_failure_never_both(tmp_path: Path, make_document: Make, make_failure: Fail) -> None:
    for result in (make_failure("a.htm"), make_document("a.htm"), make_failure("a.htm")):
        write([result], tmp_path)
        end = ".json" if isinstance(result, Document) else ".failure.json"
        assert set(files_of(tmp_path)) == {"a.htm" + end, "manifest.jsonl"}


def test_the_same_capture_twice_is_one_document(tmp_path: Path, make_document: Make) -> None:
    write([make_document("b.htm", capture="earlier")], tmp_path)
    summary = write([make_document("a.htm", capture="same"), make_document("b.htm", capture="same")], tmp_path)
    assert set(files_of(tmp_path)) == {"a.htm.json", "manifest.jsonl"}
    lines, last = manifest_of(tmp_path / "manifest.jsonl")
    assert [(line["outcome"], line["reason"], line["output"]) for line in lines] == [
        ("document", None, "a.htm.json"),
        ("skipped", "duplicate of a.htm", None),
    ]
    assert summary.reasons == {"duplicate of another page": 1}
    assert last["totals"] == {"pages": 2, "documents": 1, "failures": 0, "skipped": 1, "gone": 0}


def test_a_duplicate_in_a_folder_of_its_own_leaves_no_folder(tmp_path: Path, make_document: Make) -> None:
    write([make_document("a.htm", capture="same"), make_document("mirror/a.htm", capture="same")], tmp_path)
    assert set(files_of(tmp_path)) == {"a.htm.json", "manifest.jsonl"}
    assert not (tmp_path / "mirror").exists()


def test_a_page_no_longer_in_the_inputs_is_gone_and_its_record_stays(
    tmp_path: Path, make_document: Make, make_failure: Fail
) -> None:
    write([make_document("a.htm"), make_failure("b.htm"), Skipped("c.css", "style sheet")], tmp_path)
    for _ in range(2):
        summary = write([make_document("d.htm")], tmp_path)
        assert (summary.pages, summary.documents, summary.gone) == (3, 1, 2)
        assert set(files_of(tmp_path)) == {"a.htm.json", "b.htm.failure.json", "d.htm.json", "manifest.jsonl"}
    lines, _ = manifest_of(tmp_path / "manifest.jsonl")
    assert [(line["origin"], line["outcome"], line["output"]) for line in lines] == [
        ("d.htm", "document", "d.htm.json"),
        ("a.htm", "gone", "a.htm.json"),
        ("b.htm", "gone", "b.htm.failure.json"),
    ]


def test_an_interrupted_run_has_no_manifest_and_the_next_one_knows_the_one_before(
    tmp_path: Path, make_document: Make
) -> None:
    write([make_document("a.htm")], tmp_path)

    def interrupted() -> Iterator[Result]:
        yield make_document("b.htm")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(interrupted(), tmp_path)
    visible = {name for name in files_of(tmp_path) if not name.startswith(".")}
    assert visible == {"a.htm.json", "b.htm.json"}
    assert write([make_document("b.htm")], tmp_path).gone == 1
    assert not [name for name in files_of(tmp_path) if name.startswith(".")]


def test_a_damaged_manifest_is_refused(tmp_path: Path, make_document: Make) -> None:
    (tmp_path / "manifest.jsonl").write_text("{}\n")
    with pytest.raises(SinkError, match="line 1: no line of a manifest"):
        write([make_document("a.htm")], tmp_path)


def test_names_that_collide_are_told_apart(tmp_path: Path, make_document: Make) -> None:
    origins = [
        "peru.htm", "Peru.HTM", "a.htm.json/b.htm", "a.htm", "c.htm", "c.htm.json/d.htm", "e.htm.failure", "e.htm",
        "manifest.jsonl/f.htm", "peru.htm",
    ]  # fmt: skip
    write([make_document(origin, capture=f"{n}{origin}") for n, origin in enumerate(origins)], tmp_path)
    lines, _ = manifest_of(tmp_path / "manifest.jsonl")
    outputs = [str(line["output"]) for line in lines]
    assert len({output.casefold() for output in outputs}) == len(origins)
    assert outputs[0] == "peru.htm.json"
    assert outputs[1].startswith("Peru.HTM~")
    for output, origin in zip(outputs, origins, strict=True):
        assert json.loads((tmp_path / output).read_text("utf-8"))["source"]["origin"] == origin


HOSTILE = [
    "../up.htm", "/etc/passwd", "a/../../b.htm", "..", "C:\\x.htm", "a\\..\\b.htm", "nul.htm", "a/con", "x.htm?y=1",
    "line\nend.htm", "é" * 300, "dot. ", "", "a//b.htm", "\ud800.htm", ".statedocs-1.tmp", "x.zip#../../etc/passwd",
]  # fmt: skip


@pytest.mark.parametrize("origin", HOSTILE)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, make_failure: Fail, origin: str) -> None:
    out = tmp_path / "deep" / "out"
    failure = make_failure("x").model_copy(update={"origin": origin.encode("utf-8", "replace").decode()})
    write([failure], out)
    written = {path.parent.resolve().is_relative_to(out) for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {True}
    assert len(list(out.rglob("*.failure.json"))) == 1


@given(st.lists(st.sampled_from(["..", ".", "", "a", "é", "con", "x?y", "\\", "a" * 300, "\x00"]), max_size=5))
def test_any_origin_gives_a_safe_name(parts: list[str]) -> None:
    stem = plain_stem("/".join(parts), "0" * 32)
    for segment in stem.split("/"):
        assert segment not in ("", ".", "..")
        assert len(f"{segment}.failure.json".encode()) <= 255
        assert not set(segment) & set('<>:"\\|?*\x00')


@pytest.mark.parametrize(
    ("origin", "stem"),
    [
        ("bgn/35762.htm", "bgn/35762.htm"),
        ("a#b.htm", "a#b.htm"),
        ("old/crawl.warc.gz#<urn:uuid:1>", "old/crawl.warc.gz/" + "0" * 32),
        ("pages.zip#bgn/1.htm", "pages.zip/" + "0" * 32),
    ],
)
def test_pages_of_archives_are_named_by_their_id(origin: str, stem: str) -> None:
    assert plain_stem(origin, "0" * 32) == stem


def test_several_failures_of_one_origin_are_all_kept(tmp_path: Path, make_failure: Fail) -> None:
    messages = ["length is wrong", "breaks off", "other bytes"]
    write([make_failure("crawl.warc.gz", message=message) for message in messages], tmp_path / "out")
    kept = [Failure.model_validate_json(path.read_bytes()) for path in (tmp_path / "out").glob("*.failure.json")]
    assert sorted(failure.message for failure in kept) == sorted(messages)


def test_a_link_inside_out_is_not_followed(tmp_path: Path, make_document: Make) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "bgn").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(SinkError, match="linked to a place outside"):
        write([make_document("bgn/a.htm")], tmp_path / "out")
    assert not files_of(tmp_path / "elsewhere")


def test_jsonl_has_a_record_a_line_and_its_companions(tmp_path: Path, make_document: Make, make_failure: Fail) -> None:
    documents = [make_document("b.htm"), make_document("a.htm", text="two\nlines\u2028")]
    write([documents[0], make_failure("f.htm"), documents[1], Skipped("s", "hidden")], tmp_path / "x.jsonl")
    assert set(files_of(tmp_path)) == {"x.jsonl", "x.failures.jsonl", "x.manifest.jsonl"}
    lines = (tmp_path / "x.jsonl").read_bytes().split(b"\n")
    assert [Document.model_validate_json(line) for line in lines[:-1]] == documents
    assert lines[-1] == b""
    assert len((tmp_path / "x.failures.jsonl").read_bytes().splitlines()) == 1
    outcomes, last = manifest_of(tmp_path / "x.manifest.jsonl")
    assert [line["output"] for line in outcomes] == ["x.jsonl", "x.failures.jsonl", "x.jsonl", None]
    assert last["complete"] is True


def test_jsonl_is_replaced_as_a_whole(tmp_path: Path, make_document: Make, make_failure: Fail) -> None:
    out = tmp_path / "x.jsonl"
    write([make_document("a.htm"), make_failure("f.htm")], out)
    before = out.read_bytes()

    def broken() -> Iterator[Result]:
        yield make_document("b.htm")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(broken(), out)
    assert out.read_bytes() == before
    summary = write([make_document("b.htm")], out)
    assert summary.gone == 2
    first, second = (Document.model_validate_json(line) for line in out.read_bytes().splitlines())
    assert (first.source.origin, second.source.origin) == ("b.htm", "a.htm"), "what is gone stays, behind the rest"
    assert len(files_of(tmp_path)) == 3


def test_standard_output_gets_the_documents(
    capsysbinary: pytest.CaptureFixture[bytes], make_document: Make, make_failure: Fail
) -> None:
    document = make_document("a.htm")
    duplicate = make_document("b.htm", capture="a.htm")
    summary = write([document, make_failure("f.htm"), duplicate], "-")
    assert capsysbinary.readouterr().out == to_json(document)
    assert (summary.documents, summary.failures, summary.skipped) == (1, 1, 1)


@pytest.mark.parametrize("error", [OSError(errno.EIO, "Input/output error"), BrokenPipeError()])
def test_standard_output_that_breaks_is_told_from_a_reader_that_has_gone(
    monkeypatch: pytest.MonkeyPatch, make_document: Make, error: OSError
) -> None:
    class Broken:
        buffer: object

        def write(self, _: bytes) -> None:
            raise error

        def flush(self) -> None: ...

    broken = Broken()
    broken.buffer = broken
    monkeypatch.setattr("sys.stdout", broken)
    expected = BrokenPipeError if isinstance(error, BrokenPipeError) else SinkError
    with pytest.raises(expected):
        write([make_document("a.htm")], "-")


@pytest.mark.parametrize("name", ["out.json", "facts.sql", "x.tsv", "x.ndjson", "x.html"])
def test_a_file_that_is_not_written_is_refused_by_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(SinkError, match="name a folder, a file that ends in"):
        write([], tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["taken", "taken/out", "taken/x.jsonl"])
def test_a_place_that_cannot_be_written_is_a_sink_error(tmp_path: Path, make_document: Make, name: str) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(SinkError, match="cannot be written"):
        write([make_document("a.htm")], tmp_path / name)


def test_a_full_disk_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_document: Make
) -> None:
    write_bytes = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        write_bytes(path, data[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(SinkError, match="No space left on device"):
        write([make_document("a.htm")], tmp_path)
    assert not files_of(tmp_path)


def test_an_earlier_record_survives_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_document: Make
) -> None:
    write([make_document("a.htm", text="first")], tmp_path)
    before = (tmp_path / "a.htm.json").read_bytes()

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SinkError):
        write([make_document("a.htm", text="second")], tmp_path)
    assert (tmp_path / "a.htm.json").read_bytes() == before


def test_whoever_watches_sees_each_outcome(tmp_path: Path, make_document: Make, make_failure: Fail) -> None:
    seen: list[Outcome] = []
    write([make_document("a.htm"), make_failure("b.htm")], tmp_path, watch=seen.append)
    assert [outcome.origin for outcome in seen] == ["a.htm", "b.htm"]
    assert all((tmp_path / str(outcome.output)).exists() for outcome in seen)


def test_the_summary_counts_what_people_ask_for(tmp_path: Path, make_document: Make, make_failure: Fail) -> None:
    documents = [make_document(f"{n}.htm", findings=("date-missing",)) for n in range(3)]
    skipped = [Skipped("a_files", "parts of the saved page a.htm"), Skipped("b_files", "parts of the saved page b.htm")]
    summary = write([*documents, make_failure("f.htm"), *skipped], tmp_path)
    assert summary.templates == {"plain-text": 3}
    assert summary.findings == {"date-missing": 3}
    assert summary.errors == {"NotADocument": 1}
    assert summary.reasons == {"parts of a saved page": 2}


def test_many_pages_in_one_folder_and_many_folders(tmp_path: Path, make_document: Make) -> None:
    document = make_document("x.htm")

    def pages() -> Iterator[Result]:
        for number in range(5000):
            source = document.source.model_copy(update={"origin": f"{number}/x.htm"})
            yield document.model_copy(update={"id": f"{number:032x}", "source": source})

    assert write(pages(), tmp_path / "out").documents == 5000
    assert len(files_of(tmp_path / "out")) == 5001


def test_origins_that_differ_in_normal_form_only_do_not_collide(tmp_path: Path, make_document: Make) -> None:
    names = [unicodedata.normalize(form, "é.htm") for form in ("NFC", "NFD")]
    write([make_document(name) for name in names], tmp_path)
    assert len(list(tmp_path.glob("*.json"))) == 2
