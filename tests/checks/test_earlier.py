"""`statedocs check` on records made earlier: everything that can have happened to them since is told."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs.checks import CheckOptions, Problems, check
from statedocs.checks.differences import differences
from statedocs.checks.published import schema_of
from statedocs.cli import main
from statedocs.record import Document, Failure
from statedocs.sinks import open_stored

Check = Callable[..., tuple[int, str]]
Edit = Callable[[Path, Callable[[Any], object]], None]


@pytest.fixture
def out(pages: Path, tmp_path: Path) -> Path:
    """What `convert` wrote of the pages."""
    assert main(["convert", str(pages), "-q", "-o", str(tmp_path / "out")]) == 0
    return tmp_path / "out"


@pytest.fixture
def lines(pages: Path, tmp_path: Path) -> Path:
    """The same as lines, with a failure."""
    (pages / "worse.html").write_bytes(b"%PDF-1.4")
    assert main(["convert", str(pages), "-q", "-o", str(tmp_path / "out.jsonl")]) == 1
    return tmp_path / "out.jsonl"


def rules_of(*places: Path, **options: Any) -> dict[str, str]:
    """Check places and give each failing rule with its first message."""
    problems = Problems()
    check(places, CheckOptions(**options), [problems])
    found: dict[str, str] = {}
    for _, problem in problems.failing:
        found.setdefault(problem.rule, problem.message)
    return found


def test_what_convert_wrote_is_green(check: Check, out: Path, pages: Path) -> None:
    code, said = check(out, "--inputs", pages)
    assert code == 0, said
    assert "OK: " in said


def test_lines_are_green_but_for_their_failures(check: Check, lines: Path, pages: Path) -> None:
    assert rules_of(lines, originals=(pages,)) == {"page-failed": "UnsupportedFormat: expected HTML or text, found PDF"}
    (lines.parent / "out.failures.jsonl").write_bytes(b"")
    assert "manifest-wrong" in rules_of(lines)


def test_records_of_every_sample_are_consistent(root: Path, tmp_path: Path) -> None:
    main(["convert", str(root / "raw"), "-q", "-o", str(tmp_path / "out.jsonl")])
    assert rules_of(tmp_path / "out.jsonl", fail_on="never", originals=(root / "raw",)) == {}


def change_text(record: Any) -> None:
    record["sections"][0]["blocks"][0]["text"] += " More"


def change_parent(record: Any) -> None:
    record["sections"][1]["parent"] = 1


def change_span(record: Any) -> None:
    record["date_mentions"][0]["start"] += 1


CHANGES: list[tuple[Callable[[Any], object], str, str]] = [
    (change_text, "record-inconsistent", "content_sha256: is not the digest of title, headings and texts"),
    (change_parent, "record-inconsistent", "sections[1].parent: is 1, the nearest section above of smaller level is"),
    (change_span, "record-inconsistent", "date_mentions[0]: cuts out "),
    (lambda r: r["accounting"].update(kept=1), "record-inconsistent", "visible is not 1 kept"),
    (lambda r: r["removed"].clear(), "record-inconsistent", "accounting.removed: is "),
    (lambda r: r["sections"][0].update(position=5), "record-inconsistent", "sections[0].position: is 5"),
    (lambda r: r["sections"][0].update(level=2), "record-inconsistent", "sections[0].level: is 2; 0 is the lead's"),
    (lambda r: r.update(url="https://www.state.gov/other"), "record-inconsistent", "id: is not that of the address"),
    (lambda r: r.update(published={**r["published"], "value": "1999"}), "record-inconsistent", "published: is none of"),
    (
        lambda r: r["date_mentions"][0].update(section=99),
        "record-inconsistent",
        "date_mentions[0].section: there is no",
    ),
    (lambda r: r["date_mentions"][0].update(block=99), "record-inconsistent", "date_mentions[0].block: section"),
    (lambda r: r["links"][0].update(section=99, start=None, stop=None), "record-inconsistent", "links[0].section: "),
    (lambda r: r["links"][0].update(start=0, stop=None), "record-inconsistent", "links[0]: a span has a section"),
    (
        lambda r: r["findings"].append(
            {"code": "date-missing", "level": "error", "field": None, "message": "", "line": 1}
        ),
        "record-inconsistent",
        "date-missing is info, not error",
    ),
    (
        lambda r: r["accounting"].update(visible=r["accounting"]["visible"] + 1, unaccounted=1),
        "record-inconsistent",
        "findings: text-unaccounted stands there if and only if",
    ),
    (lambda r: r.update(title=5), "schema-violation", "schema 1.0: title: 5 is not valid under any of the schemas"),
    (lambda r: r.pop("title"), "schema-violation", '"title" is a required property'),
    (lambda r: r.update(extra=1), "schema-violation", "extra"),
    (
        lambda r: r.update(schema_version="7.3"),
        "schema-violation",
        "schema_version: '7.3' is no version that was published",
    ),
    (lambda r: r.update(schema_version="../x"), "schema-violation", "schema_version: '../x' is no version"),
    (lambda r: r.update(schema_version=None), "schema-violation", "schema_version: expected a version, found none"),
    (lambda r: r["source"].update(sha256="0" * 64), "manifest-wrong", "sha256: the manifest says "),
    (lambda r: r["template"].update(name="other"), "manifest-wrong", 'template: the manifest says "plain-text"'),
    (lambda r: r["source"].update(origin="other.txt"), "manifest-wrong", "origin: the manifest says "),
    (lambda r: r.update(id="0" * 32), "manifest-wrong", "the manifest has no line of this record"),
]


@pytest.mark.parametrize(("change", "rule", "message"), CHANGES)
def test_a_record_that_was_changed_is_told(
    out: Path, edit: Edit, change: Callable[[Any], object], rule: str, message: str
) -> None:
    edit(out / "peru-2013.txt.json", change)
    problems = Problems()
    check([out], CheckOptions(), [problems])
    said = [problem.message for _, problem in problems.failing if problem.rule == rule]
    assert any(message in one for one in said), [problem.message for _, problem in problems.failing]


def test_lists_tables_and_pointers_are_held_against_their_parts(root: Path, tmp_path: Path, edit: Edit) -> None:
    main(["convert", str(root / "raw"), "-q", "-o", str(tmp_path / "out")])
    changed: set[str] = set()

    def change(record: Any) -> None:
        for section in record["sections"]:
            for block in section["blocks"]:
                if block["kind"] in ("list", "table"):
                    block["text"] += "x"
                    changed.add(block["kind"])
        for fact in record["facts"]:
            fact["block"] = 999
            changed.add("fact")
        for contact in record["contacts"]:
            contact["blocks"] = [[999, 0]]
            changed.add("contact")

    for path in (tmp_path / "out").rglob("*.json"):
        edit(path, change)
    problems = Problems()
    check([tmp_path / "out"], CheckOptions(), [problems])
    said = "\n".join(problem.message for _, problem in problems.failing)
    assert changed == {"list", "table", "fact", "contact"}
    for message in ("text: is not its parts joined", "facts[0].block: section ", "contacts[0].section: there is no"):
        assert message in said


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[1]", b"null"])
def test_a_damaged_record_is_told_and_those_behind_it_are_judged(out: Path, data: bytes) -> None:
    (out / "classic-2010-article").joinpath("bookbinders-remarks.html.json").write_bytes(data)
    problems = Problems()
    report = check([out], CheckOptions(), [problems])
    rules = {problem.rule for _, problem in problems.failing}
    assert rules & {"record-damaged", "schema-violation"}
    assert report.pages == len(list(open_stored(out).manifest())) - 1
    assert not [problem.message for _, problem in problems.failing if "not there" in problem.message]


def test_a_record_that_is_away_from_a_file_of_lines_is_named_by_its_origin(lines: Path) -> None:
    first, broken, *rest = lines.read_text("utf-8").splitlines(keepends=True)
    lines.write_text("".join([broken.replace('"title"', '"titel"', 1), *rest]), "utf-8")
    problems = Problems()
    check([lines], CheckOptions(), [problems])
    away = json.loads(first)["source"]["origin"]
    assert [problem.message for _, problem in problems.failing if problem.rule == "manifest-wrong"] == [
        f"the manifest names a record that is not there: {away}"
    ]


def test_a_damaged_line_is_named_by_its_number(lines: Path) -> None:
    text = lines.read_text("utf-8").splitlines(keepends=True)
    lines.write_text("".join([*text[:1], "{\n", *text[1:]]), "utf-8")
    problems = Problems()
    check([lines], CheckOptions(), [problems])
    [(verdict, problem)] = [pair for pair in problems.failing if pair[1].rule == "record-damaged"]
    assert verdict.where(problem) == f"{lines}:2"
    assert problem.message.startswith("expected JSON, ")


def test_a_record_that_is_away_or_came_from_elsewhere_is_told(out: Path) -> None:
    (out / "peru-2013.txt.json").rename(out / "chile-2013.txt.json")
    (out / "notes.json").write_text("{}")
    problems = Problems()
    check([out], CheckOptions(), [problems])
    said = [problem.message for _, problem in problems.failing]
    assert "the manifest names a record that is not there: peru-2013.txt.json" in said
    assert "no line of the manifest names chile-2013.txt.json" in said


def test_a_manifest_that_does_not_add_up_is_told(out: Path) -> None:
    path = out / "manifest.jsonl"
    first, *rest = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(rest), "utf-8")
    problems = Problems()
    check([out], CheckOptions(), [problems])
    said = [problem.message for _, problem in problems.failing]
    documents = len(list(out.rglob("*.json")))
    assert said[0] == f"totals.documents: is {documents}, the lines before have {documents - 1}"
    assert said[1].startswith("totals.pages: is ")
    assert said[2].startswith("no line of the manifest names classic-2010-article/")
    path.write_text(first + "".join(rest[:-1]), "utf-8")
    problems = Problems()
    check([out], CheckOptions(), [problems])
    assert "the manifest has no totals at its end: it was cut off" in [p.message for _, p in problems.failing]
    path.write_text(first + "{\n", "utf-8")
    assert rules_of(out) == {"manifest-wrong": f"{path}, line 2: no line of a manifest"}


def test_a_run_that_broke_off_is_told(out: Path) -> None:
    (out / "manifest.jsonl").unlink()
    assert rules_of(out) == {"manifest-wrong": "there is no manifest: the run broke off, or still lasts"}


def test_a_folder_of_records_without_a_manifest_is_checked(out: Path) -> None:
    (out / "manifest.jsonl").unlink()
    shutil.rmtree(out / ".statedocs")
    assert rules_of(out) == {}


def test_inputs_that_changed_are_gone_or_new_are_told(out: Path, pages: Path) -> None:
    (pages / "peru-2013.txt.source.json").unlink()
    (pages / "peru-2013.txt").write_text("Another text of another page.\n" * 9)
    gone = next((pages / "wordpress-press").glob("*.html"))
    gone.rename(pages / "new.html")
    problems = Problems()
    check([out], CheckOptions(originals=(pages,)), [problems])
    said = {(verdict.origin, problem.rule) for verdict, problem in problems.failing}
    assert said == {
        ("peru-2013.txt", "input-changed"),
        (f"wordpress-press/{gone.name}", "input-gone"),
        ("new.html", "input-unrecorded"),
    }


def test_duplicates_need_no_record(pages: Path, tmp_path: Path) -> None:
    page = next((pages / "wordpress-press").glob("*.html"))
    shutil.copy(page, page.with_name("again.html"))
    shutil.copy(f"{page}.source.json", page.with_name("again.html.source.json"))
    main(["convert", str(pages), "-q", "-o", str(tmp_path / "out")])
    assert any("duplicate of" in (outcome.reason or "") for outcome in open_stored(tmp_path / "out").manifest())
    assert rules_of(tmp_path / "out", originals=(pages,)) == {}


def test_inputs_of_another_folder_are_told_once(out: Path, pages: Path) -> None:
    assert rules_of(out, originals=(pages / "wordpress-press",)).keys() == {"input-gone"}
    problems = Problems()
    check([out], CheckOptions(originals=(pages / "wordpress-press",)), [problems])
    assert (
        problems.failing[-1][1].message == "no record names one of the inputs: they are not those that were converted"
    )


def test_records_are_compared_with_expected_ones(
    check: Check, out: Path, pages: Path, tmp_path: Path, edit: Edit
) -> None:
    assert check(pages, "--expected", tmp_path / "expected", "--accept")[0] == 1
    assert check(out, "--expected", tmp_path / "expected")[0] == 0
    edit(tmp_path / "expected" / "peru-2013.txt.json", lambda record: record.update(title="Chile"))
    assert rules_of(out, expected=tmp_path / "expected") == {
        "record-differs": "differs from the expected record in title"
    }


def test_pages_and_records_are_not_mixed(check: Check, out: Path, pages: Path) -> None:
    code, said = check(pages, out)
    assert code == 2
    assert "check pages or records, not both at once" in said
    code, said = check(out, "--include", "*.txt")
    assert code == 2
    assert "records are checked as a whole" in said


def test_without_the_validator_the_models_judge_and_a_note_says_so(
    out: Path, monkeypatch: pytest.MonkeyPatch, edit: Edit
) -> None:
    monkeypatch.setattr("statedocs.checks.published._maker", lambda: None)
    monkeypatch.setattr("statedocs.checks.published._errors", lambda kind, version: lambda record: iter(()))
    edit(out / "peru-2013.txt.json", lambda record: record.update(title=5))
    report = check([out], CheckOptions())
    assert report.failing["record-damaged"] == 1
    assert "install statedocs[checks]" in report.notes[0]


class _Held:
    """Records that are no files, as in a database."""

    def __init__(self, documents: list[Document], failures: list[Failure]) -> None:
        self._documents, self._failures = documents, failures

    def documents(self) -> Any:
        return iter(self._documents)

    def failures(self) -> Any:
        return iter(self._failures)

    def manifest(self) -> Any:
        return iter(())


def test_records_that_are_no_files_are_judged_too(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    out: Path,
    make_failure: Callable[..., Failure],
) -> None:
    documents = list(open_stored(out).documents())
    held = _Held(documents, [make_failure("bad.htm")])
    monkeypatch.setattr("statedocs.checks.earlier.open_stored", lambda place: held)
    place = tmp_path / "records.jsonl"
    problems = Problems()
    report = check([place], CheckOptions(), [problems])
    assert report.kinds == {"document": len(documents), "failure": 1}
    assert [problem.rule for _, problem in problems.failing] == ["page-failed"]


def test_the_schema_of_every_release_is_at_hand(root: Path) -> None:
    for folder in (root / "schemas" / "released").iterdir():
        assert schema_of("document", folder.name) is not None
    assert schema_of("document", "99.0") is None


def test_json_on_a_terminal_has_no_end_of_its_own(check: Check, out: Path) -> None:
    _, said = check(out, "--format", "json")
    assert json.loads(said)["documents"] == len(list(out.rglob("*.json")))


@pytest.mark.parametrize("form", ["sqlite", "duckdb", "parquet", "jsonl.gz"])
def test_a_database_is_checked_as_files_are(pages: Path, tmp_path: Path, form: str) -> None:
    (pages / "worse.html").write_bytes(b"%PDF-1.4")
    place = tmp_path / f"out.{form}"
    assert main(["convert", str(pages), "-q", "-o", str(place)]) == 1
    assert rules_of(place, originals=(pages,)) == {"page-failed": "UnsupportedFormat: expected HTML or text, found PDF"}
    next(pages.rglob("*.txt")).unlink()
    assert "input-gone" in rules_of(place, originals=(pages,))


def test_a_row_that_was_changed_is_told(pages: Path, tmp_path: Path) -> None:
    place = tmp_path / "out.sqlite"
    main(["convert", str(pages), "-q", "-o", str(place)])
    with sqlite3.connect(place) as database:
        database.execute("UPDATE blocks SET text = 'changed' WHERE section = 0 AND position = 0")
    database.close()
    assert rules_of(place)["record-inconsistent"].startswith("content_sha256: is not the digest")


def test_a_record_that_cannot_be_read_is_told(out: Path) -> None:
    (out / "peru-2013.txt.json").unlink()
    (out / "peru-2013.txt.json").mkdir()
    assert "cannot be read: Is a directory" in rules_of(out)["record-damaged"]


def test_what_was_a_record_and_is_damaged_has_no_line_either(out: Path) -> None:
    (out / "stray.json").write_text("{")
    assert rules_of(out) == {"manifest-wrong": "no line of the manifest names stray.json"}


def test_fields_that_are_absent_are_told() -> None:
    assert list(differences({"a": None}, {})) == ["a: was null, is gone"]
    assert list(differences(1, 2)) == ["(record): was 1, is 2"]
