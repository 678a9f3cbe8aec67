"""`statedocs check` on pages: what turns it red, and that the reason is one line."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs.checks import CheckOptions
from statedocs.checks import check as run_check
from statedocs.cli import main

Check = Callable[..., tuple[int, str]]
Edit = Callable[[Path, Callable[[Any], object]], None]

ERROR_PAGE = "<html><head><title>Page Not Found</title></head><body><h1>Page Not Found</h1></body></html>"


def last(said: str) -> str:
    return said.rstrip("\n").rpartition("\n")[2]


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def expected(check: Check, pages: Path, tmp_path: Path) -> Path:
    """Accepted records of the pages."""
    folder = tmp_path / "expected"
    code, said = check(pages, "--expected", folder, "--accept")
    assert code == 1
    assert "accepted: read it before it is committed" in said
    return folder


def test_good_pages_are_green_and_nothing_is_written(check: Check, pages: Path, tmp_path: Path) -> None:
    before = files_of(tmp_path)
    code, said = check(pages)
    assert code == 0
    assert last(said).startswith("OK: ")
    assert "1 skipped" in last(said)
    assert files_of(tmp_path) == before


def test_every_sample_is_what_is_expected(check: Check, root: Path) -> None:
    code, said = check(root / "raw", "--expected", root / "tests" / "expected")
    assert (code, last(said)[:3]) == (0, "OK:"), said


def test_a_page_that_fails_is_named_with_its_reason_in_the_last_line(check: Check, pages: Path) -> None:
    (pages / "gone.html").write_text(ERROR_PAGE)
    code, said = check(pages)
    assert code == 1
    assert re.fullmatch(
        r"FAILED: 1 of \d+ pages: 1 page-failed; first .*gone\.html: page-failed: NotADocument: .*", last(said)
    )


def test_findings_fail_from_the_level_asked_for(check: Check, pages: Path) -> None:
    (pages / "unknown.html").write_text("<title>T</title><h1>Some agency</h1><p>A page of nobody's design.</p>" * 3)
    assert check(pages)[0] == 0
    code, said = check(pages, "--fail-on", "warning")
    assert code == 1
    assert "unknown.html: template-unknown: No design claims the page" in said
    assert check(pages, "--fail-on", "info")[0] == 1
    assert check(pages, "--fail-on", "never")[0] == 0
    assert check(pages, "--strict")[0] == 1


def test_a_record_that_differs_is_shown_by_field_section_and_word(
    check: Check, pages: Path, expected: Path, edit: Edit
) -> None:
    def change(record: Any) -> None:
        record["title"] = record["title"].replace("Peru", "Chile")
        record["sections"][0]["blocks"][0]["text"] = "Old words. " + record["sections"][0]["blocks"][0]["text"]

    edit(expected / "peru-2013.txt.json", change)
    code, said = check(pages, "--expected", expected)
    assert code == 1
    assert "peru-2013.txt: record-differs: differs from the expected record in title, sections" in said
    assert "[-Chile-]{+Peru+}" in said
    assert "[-Old words. -]" in said
    assert last(said).count("\n") == 0


def test_who_made_the_expected_record_does_not_count(check: Check, pages: Path, expected: Path, edit: Edit) -> None:
    edit(expected / "peru-2013.txt.json", lambda record: record.update(converter={"name": "x", "version": "0"}))
    assert check(pages, "--expected", expected)[0] == 0


def test_what_convert_wrote_can_be_expected(check: Check, pages: Path, tmp_path: Path) -> None:
    assert main(["convert", str(pages), "-q", "-o", str(tmp_path / "out")]) == 0
    code, said = check(pages, "--expected", tmp_path / "out")
    assert code == 0, said


def test_missing_and_stale_expectations_fail_and_are_accepted(check: Check, pages: Path, expected: Path) -> None:
    (pages / "peru-2013.txt").rename(pages / "peru-2014.txt")
    (pages / "peru-2013.txt.source.json").unlink()
    code, said = check(pages, "--expected", expected)
    assert code == 1
    assert "peru-2014.txt: expectation-missing: has no expected record" in said
    assert "peru-2013.txt.json: expectation-stale: expected record without a page" in said
    assert check(pages, "--expected", expected, "--accept")[0] == 1
    assert (expected / "peru-2014.txt.json").exists()
    assert not (expected / "peru-2013.txt.json").exists()
    assert check(pages, "--expected", expected, "--accept")[0] == 0


def test_other_files_beside_the_expected_records_stay(check: Check, pages: Path, expected: Path) -> None:
    (expected / "baseline.json").write_text('{"baseline": 1}')
    (expected / "README.md").write_text("notes")
    assert check(pages, "--expected", expected, "--accept")[0] == 0
    assert (expected / "baseline.json").exists()


def test_a_part_of_the_pages_says_nothing_of_the_others(check: Check, pages: Path, expected: Path) -> None:
    assert check(pages, "--expected", expected, "--include", "*.txt")[0] == 0
    assert check(pages / "peru-2013.txt", "--expected", expected)[0] == 0


def test_a_page_that_is_to_fail_has_an_expected_failure(check: Check, pages: Path, expected: Path) -> None:
    (pages / "gone.html").write_text(ERROR_PAGE)
    assert check(pages, "--expected", expected)[0] == 1
    code, said = check(pages, "--expected", expected, "--accept")
    assert code == 1
    assert "page-failed" in said
    assert (expected / "gone.html.failure.json").exists()
    assert check(pages, "--expected", expected)[0] == 0
    (pages / "gone.html").write_text("<title>T</title><h1>Back again</h1><p>A page of nobody's design.</p>")
    code, said = check(pages, "--expected", expected)
    assert code == 1
    assert "gone.html: expectation-missing: is a document and is expected to fail" in said
    assert check(pages, "--expected", expected, "--accept")[0] == 1
    assert sorted(path.name for path in expected.glob("gone*")) == ["gone.html.json"]


def test_a_document_that_fails_now_is_told_as_such(check: Check, pages: Path, expected: Path) -> None:
    (pages / "peru-2013.txt.source.json").unlink()
    (pages / "peru-2013.txt").write_bytes(b"%PDF-1.4")
    code, said = check(pages, "--expected", expected)
    assert code == 1
    assert "page-failed: UnsupportedFormat: expected HTML or text, found PDF, and is expected to be a document" in said


def test_another_failure_than_the_expected_one_differs(check: Check, pages: Path, expected: Path, edit: Edit) -> None:
    (pages / "gone.html").write_text(ERROR_PAGE)
    check(pages, "--expected", expected, "--accept")
    edit(expected / "gone.html.failure.json", lambda record: record.update(error="ParseError"))
    code, said = check(pages, "--expected", expected)
    assert code == 1
    assert 'error: was "ParseError", is "NotADocument"' in said


def test_a_finding_that_was_read_and_accepted_fails_nothing(check: Check, pages: Path, expected: Path) -> None:
    (pages / "unknown.html").write_text("<title>T</title><h1>Some agency</h1><p>A page of nobody's design.</p>" * 3)
    check(pages, "--expected", expected, "--accept")
    assert check(pages, "--expected", expected, "--fail-on", "info")[0] == 0


@pytest.mark.parametrize("damage", ["{", "[]", ""])
def test_a_damaged_expectation_is_named(check: Check, pages: Path, expected: Path, damage: str) -> None:
    (expected / "peru-2013.txt.json").write_text(damage)
    code, said = check(pages, "--expected", expected)
    assert code == 1
    assert "expected/peru-2013.txt.json: expectation-damaged: expected a record, found no JSON" in said


def test_an_expected_record_of_another_schema_is_compared_by_field(
    check: Check, pages: Path, expected: Path, edit: Edit
) -> None:
    edit(expected / "peru-2013.txt.json", lambda record: record.update(later_field=[1], title=3))
    code, said = check(pages, "--expected", expected)
    assert code == 1
    assert "later_field: was [1], is gone" in said
    assert 'title: was 3, is "U.S. Relations With Peru"' in said


def test_files_of_a_root_keep_their_names_in_it(
    check: Check, pages: Path, expected: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = next((pages / "wordpress-press").glob("*.html"))
    assert check(page, "--expected", expected)[0] == 1, "named alone, it is not found under its folder"
    monkeypatch.chdir(pages.parent)
    inside = page.relative_to(pages.parent)
    sidecar = f"{inside}.source.json"
    code, said = check(inside, sidecar, "--root", "pages", "--expected", expected)
    assert code == 0, said
    assert last(said).startswith("OK: 1 page,")


def test_worker_processes_find_the_same(
    check: Check, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STATEDOCS_WORKERS")
    (pages / "gone.html").write_bytes(b"%PDF-1.4")
    found = {}
    for workers in ("0", "2"):
        code, said = check(pages, "--workers", workers, "--format", "json")
        value = json.loads(said)
        found[workers] = {**value, "seconds": code}
    assert found["0"] == found["2"]
    assert found["2"]["seconds"] == 1


def test_a_duplicate_is_skipped_as_convert_does(check: Check, pages: Path, tmp_path: Path) -> None:
    page = next((pages / "wordpress-press").glob("*.html"))
    for end in ("", ".source.json"):
        shutil.copy(f"{page}{end}", page.with_name(f"again.html{end}"))
    junit = tmp_path / "junit.xml"
    assert check(pages, "--junit", junit)[0] == 0
    assert f"duplicate of wordpress-press/{min(page.name, 'again.html')}" in junit.read_text("utf-8")
    report = run_check([pages], CheckOptions())
    assert report.kinds["skipped"] == 2


def test_a_check_that_is_interrupted_writes_nothing(pages: Path, tmp_path: Path) -> None:
    for number in range(3000):
        (pages / f"{number:04}.txt").write_text(f"Fact Sheet\n\nPeru {number}\nMarch 3, 2017\n\nPeru is a country.\n")
    expected = tmp_path / "expected"
    options = ["--junit", str(tmp_path / "j.xml"), "--expected", str(expected), "--accept"]
    command = [sys.executable, "-m", "statedocs", "check", str(pages), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        for _ in range(600):
            if len(list(expected.rglob("*.json"))) > 5:
                break
            time.sleep(0.1)
        run.send_signal(signal.SIGTERM)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 130, err.decode()
    assert err.decode().strip() == "statedocs: interrupted"
    assert not list(tmp_path.glob("*j.xml*"))


def test_a_name_that_is_no_utf_8_is_shown_in_every_output(check: Check, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.html")
    (tmp_path / name).write_bytes(b"%PDF-1.4")
    outputs = ("--junit", tmp_path / "j.xml", "--sarif", tmp_path / "s.sarif", "--annotations", "github")
    for place in (tmp_path, tmp_path / name):
        code, said = check(place, "--include", "*.html", *outputs)
        assert code == 1
        assert "caf\\xe9.html: page-failed: " in said
        code, said = check(place, "--include", "*.html", "--format", "json", "--annotations", "none")
        assert json.loads(said)["problems"][0]["origin"] == "caf\\xe9.html"


def test_an_empty_argument_is_no_input(check: Check) -> None:
    assert check("") == (2, "Error: an input has no name: the argument is empty\n")


def test_no_page_at_all_is_red(check: Check, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "x.css").write_text("p {}")
    code, said = check(tmp_path / "empty")
    assert code == 1
    assert (
        last(said) == "FAILED: 0 pages: 1 no-pages; first (run): no-pages: there is no page in the inputs (1 skipped)"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nothing"], "no such input: nothing"),
        (["pages", "--expected", "nothing"], "--expected nothing: no such folder; --accept makes it"),
        (["pages", "--expected", "pages/notes.md"], "expected a folder, found a file"),
        (["pages", "--accept"], "--accept: name the folder with --expected DIR"),
        (["pages", "--write-baseline"], "--write-baseline: name the file with --baseline FILE"),
        (["pages", "--baseline", "nothing.json"], "nothing.json cannot be read: No such file"),
        (["pages", "--baseline", "pages"], "--baseline pages cannot be read: Is a directory"),
        (["pages", "--inputs", "pages"], "--inputs says what records were made from"),
        (["pages/notes.md", "--root", "elsewhere"], "is not in elsewhere (--root)"),
        (["pages/wordpress-press", "--root", "pages"], "is a folder: with --root name its files"),
        (["pages", "--junit", "pages/notes.md/x.xml"], "cannot be written"),
        (["pages", "--sarif", "pages"], "cannot be written"),
        (["pages", "--fail-on", "nothing"], "is not one of"),
    ],
)
def test_what_cannot_run_is_exit_code_2_with_a_message(
    check: Check, pages: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(pages.parent)
    code, said = check(*arguments)
    assert code == 2
    assert message in " ".join(said.split())


def test_the_json_summary_says_it_all(check: Check, pages: Path) -> None:
    (pages / "gone.html").write_text(ERROR_PAGE)
    code, said = check(pages, "--format", "json")
    value = json.loads(said)
    assert code == 1
    assert (value["check"], value["ok"], value["failing"]) == (1, False, {"page-failed": 1})
    assert value["pages"] == value["documents"] + value["failures"]
    [problem] = [problem for problem in value["problems"] if problem["fails"]]
    assert (problem["origin"], problem["rule"], problem["level"]) == ("gone.html", "page-failed", "error")
    assert problem["file"] == os.fspath(pages / "gone.html")
    assert value["problems_left_out"] == 0


def test_quiet_prints_the_reason_alone(check: Check, pages: Path) -> None:
    (pages / "gone.html").write_text(ERROR_PAGE)
    code, said = check(pages, "-q")
    assert code == 1
    assert said.count("\n") == 1
    assert said.startswith("FAILED: ")


def test_many_problems_are_counted_after_the_first_hundred(check: Check, pages: Path) -> None:
    for number in range(120):
        (pages / f"{number:03}.html").write_bytes(b"%PDF-1.4")
    _, said = check(pages)
    assert said.count(": page-failed: ") == 100 + 1
    assert "and 20 more: --format json, --junit and --sarif list them" in said
