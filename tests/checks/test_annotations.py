"""GitHub's workflow commands, read as its runner reads them."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from statedocs.checks import RUN, Annotations, Problem, Report, Verdict
from statedocs.cli import main

Check = Callable[..., tuple[int, str]]
COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>[^:\r\n]*))?::(?P<data>[^\r\n]*)")


def unescaped(text: str) -> str:
    for code, character in (("%2C", ","), ("%3A", ":"), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """Read a command as the runner does: properties parted by commas, everything percent-decoded."""
    match = COMMAND.fullmatch(line)
    assert match, line
    pairs = (pair.partition("=") for pair in (match["properties"] or "").split(",") if pair)
    return match["name"], {name: unescaped(value) for name, _, value in pairs}, unescaped(match["data"])


def said(*verdicts: Verdict, **environment: str) -> list[tuple[str, dict[str, str], str]]:
    lines: list[str] = []
    annotations, report = Annotations(lines.append, environment), Report()
    for verdict in verdicts:
        annotations.add(verdict)
        report.add(verdict)
    annotations.finish(report)
    return [parsed(line) for line in lines]


def page(*problems: Problem, origin: str = "a.htm", place: str | None = None) -> Verdict:
    return Verdict(origin=origin, kind="document", suite="s", place=place, problems=problems)


def test_what_fails_is_an_error_and_other_warnings_are_warnings() -> None:
    problems = (
        Problem(rule="date-conflict", message="two dates: A, B", line=7, fails=False),
        Problem(rule="record-differs", message="differs", detail="~ title: 50%\n+ b"),
        Problem(rule="date-missing", message="none", fails=False),
    )
    assert said(page(*problems, place="in/a,b:c.htm")) == [
        (
            "error",
            {"file": "in/a,b:c.htm", "line": "1", "title": "statedocs: record-differs"},
            "differs\n~ title: 50%\n+ b",
        ),
        ("warning", {"file": "in/a,b:c.htm", "line": "7", "title": "statedocs: date-conflict"}, "two dates: A, B"),
    ]


def test_a_file_is_named_as_the_repository_has_it(tmp_path: Path) -> None:
    place = str(tmp_path / "repo" / "in" / "a.htm")
    problem = Problem(rule="page-failed", message="x")
    [(_, properties, _)] = said(page(problem, place=place), GITHUB_WORKSPACE=str(tmp_path / "repo"))
    assert properties["file"] == "in/a.htm"


def test_what_is_said_of_the_run_has_no_file() -> None:
    verdict = Verdict(origin=RUN, kind="run", suite=RUN, problems=(Problem(rule="drift", message="x"),))
    assert said(verdict) == [("error", {"title": "statedocs: drift"}, "x")]


@pytest.mark.parametrize(("fails", "name"), [(True, "error"), (False, "warning")])
@pytest.mark.parametrize(("count", "shown"), [(9, 9), (10, 10), (11, 10), (500, 10)])
def test_ten_of_a_kind_at_most_and_the_rest_counted(fails: bool, name: str, count: int, shown: int) -> None:
    verdicts = [page(Problem(rule="date-conflict", message=str(n), fails=fails)) for n in range(count)]
    found = said(*verdicts)
    assert [kind for kind, _, _ in found] == [name] * shown
    if count > 10:
        assert found[-1][2] == f"{count - 9:,} more: the summary of this step counts them"


@given(st.text(), st.text())
def test_any_text_stays_on_its_line_and_comes_back(message: str, origin: str) -> None:
    [(name, properties, data)] = said(page(Problem(rule="page-failed", message=message), place=origin or "x"))
    assert (name, data) == ("error", message)
    assert set(properties) == {"file", "line", "title"}
    assert properties["title"] == "statedocs: page-failed"


def summary(tmp_path: Path, *verdicts: Verdict, before: bytes = b"") -> str:
    path = tmp_path / "summary.md"
    path.write_bytes(before)
    said(*verdicts, GITHUB_STEP_SUMMARY=str(path))
    return path.read_text("utf-8")


def test_the_summary_of_a_step_is_added_to_what_is_there(tmp_path: Path) -> None:
    problem = Problem(rule="record-differs", message="differs in title | and <b>more</b>", detail="~ title: ``` x")
    text = summary(tmp_path, page(problem, origin="a|b<i>.htm"), before=b"# Before\n")
    assert text.startswith("# Before\n### statedocs check: failed\n")
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(text)
    assert "<td>differs in title | and &lt;b&gt;more&lt;/b&gt;</td>" in html
    assert "<td>a|b&lt;i&gt;.htm</td>" in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert "~ title: ``` x" in html


def test_a_summary_stays_within_a_mebibyte_with_what_was_there(tmp_path: Path) -> None:
    problems = [Problem(rule="record-differs", message="ü" * 9_000, detail="x\n" * 9_000) for _ in range(300)]
    before = b"x" * 500_000 + b"\n"
    text = summary(tmp_path, *(page(problem) for problem in problems), before=before)
    assert len(text.encode()) <= 1024 * 1024
    assert text.endswith("The summary was cut here.\n")
    assert summary(tmp_path, page(problems[0]), before=b"x" * 1024 * 1024) == "x" * 1024 * 1024


def test_githubs_variables_switch_it_on(
    check: Check, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "gone.html").write_bytes(b"%PDF-1.4")
    assert "::error" not in check(pages)[1]
    assert "::error" in check(pages, "--annotations", "github")[1]
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    code, text = check(pages)
    assert code == 1
    [error] = [parsed(line) for line in text.splitlines() if line.startswith("::error")]
    assert error[1]["file"] == "pages/gone.html"
    assert (tmp_path / "summary.md").read_text("utf-8").startswith("### statedocs check: failed")
    assert "::error" not in check(pages, "--annotations", "none")[1]


def test_json_stays_json_where_annotations_are_printed(
    pages: Path, check: Check, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (pages / "gone.html").write_bytes(b"%PDF-1.4")
    capfd.readouterr()
    assert main(["check", str(pages), "--format", "json", "--annotations", "github"]) == 1
    out, err = capfd.readouterr()
    assert json.loads(out)["ok"] is False
    assert err.startswith("::error ")


def test_a_green_summary_says_so_and_names_what_else_was_found(tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    annotations, report = Annotations(lambda _: None, {"GITHUB_STEP_SUMMARY": str(path)}), Report()
    verdict: Any = page(Problem(rule="date-missing", message="none", fails=False))
    annotations.add(verdict)
    report.add(verdict)
    report.notes.append("a note")
    annotations.finish(report)
    text = path.read_text("utf-8")
    assert "### statedocs check: passed" in text
    assert "Also found: 1 `date-missing`" in text
    assert "a note" in text
