"""Every command as a user types it."""

import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from jsonschema import Draft202012Validator

from statedocs.cli import main, program
from statedocs.cli.console import results
from statedocs.schema import schema_text, schemas
from statedocs.templates.catalogue import ALL
from statedocs.version import VERSION

Statedocs = Callable[..., tuple[int, str, str]]


def test_convert_gives_a_folder_and_a_summary(statedocs: Statedocs, pages: Path, tmp_path: Path) -> None:
    code, out, err = statedocs("convert", pages, "-o", tmp_path / "out")
    assert (code, out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".statedocs",
        "chile.txt.json",
        "manifest.jsonl",
        "peru.txt.json",
    ]
    assert err.startswith("3 pages to ")
    for said in ("a second", "2 documents", "0 failures", "1 skipped 1 style sheet (.css)", "Templates"):
        assert said in " ".join(err.split())
    assert "\x1b" not in err


def test_a_failed_page_is_exit_code_1_and_named(statedocs: Statedocs, damaged: Path, tmp_path: Path) -> None:
    code, _, err = statedocs("convert", damaged, "-o", tmp_path / "out")
    assert code == 1
    assert "1 UnsupportedFormat" in err
    assert "worse.html: UnsupportedFormat: expected HTML or text, found PDF" in err
    assert (tmp_path / "out" / "worse.html.failure.json").exists()


def test_the_summary_shows_the_first_failures_only(statedocs: Statedocs, pages: Path, tmp_path: Path) -> None:
    for number in range(13):
        (pages / f"{number}.html").write_bytes(b"%PDF-1.4")
    _, _, err = statedocs("convert", pages, "-o", tmp_path / "out")
    assert err.count("found PDF") == 10
    assert "and 3 more" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["convert", "nothing", "-o", "out"], "no such input: nothing"),
        (["convert", "in", "in", "-o", "out"], "two inputs hold 'chile.txt': in and in"),
        (["convert", "in", "-o", "in"], "OUT is an input"),
        (["convert", "in", "-o", "in/peru.txt/out"], "cannot be written"),
        (["convert", "in", "-o", "out.xml"], "name a folder, a file that ends in .jsonl, "),
        (["convert", "in"], "Missing option"),
        (["convert", "-o", "out"], "Missing argument"),
        (["inspect", "nothing"], "no such input: nothing"),
        (["inspect", "in"], "in is a folder: inspect takes one page"),
        (["inspect", "in/style.css"], "in/style.css is no page: style sheet (.css)"),
        (["schema", "-o", "in/peru.txt/x"], "cannot be written"),
        (["sing"], "No such command 'sing'"),
        (["convert", "--loud"], "No such option"),
    ],
)
def test_what_cannot_run_is_exit_code_2_and_said(
    statedocs: Statedocs, pages: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(pages.parent)
    code, out, err = statedocs(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_quiet_says_nothing(statedocs: Statedocs, damaged: Path, tmp_path: Path) -> None:
    assert statedocs("convert", damaged, "-q", "-o", tmp_path / "out") == (1, "", "")


def test_verbose_says_each_failure(statedocs: Statedocs, damaged: Path, tmp_path: Path) -> None:
    code, _, err = statedocs("convert", damaged, "-v", "-o", tmp_path / "out")
    assert (code, err.splitlines()[0]) == (
        1,
        "statedocs: worse.html: UnsupportedFormat: expected HTML or text, found PDF",
    )


def test_standard_output_is_json_lines_and_nothing_else(statedocs: Statedocs, damaged: Path) -> None:
    code, out, err = statedocs("convert", damaged, "-o", "-")
    assert code == 1
    validator = Draft202012Validator(schemas()["document"])
    records = [json.loads(line) for line in out.splitlines()]
    for record in records:
        validator.validate(record)
    assert [record["source"]["origin"] for record in records] == ["chile.txt", "peru.txt"]
    assert "4 pages to standard output" in err
    assert err.count("worse.html: UnsupportedFormat") == 2


def test_the_log_can_be_read_by_programs(statedocs: Statedocs, damaged: Path, tmp_path: Path) -> None:
    _, _, err = statedocs("convert", damaged, "-v", "--log-format", "json", "-o", tmp_path / "out")
    start, failure, end = map(json.loads, err.splitlines())
    assert (start["event"], start["workers"], start["out"]) == ("start", 1, [str(tmp_path / "out")])
    assert (failure["event"], failure["level"], failure["origin"], failure["message"]) == (
        "failure",
        "info",
        "worse.html",
        "worse.html: UnsupportedFormat: expected HTML or text, found PDF",
    )
    assert (end["event"], end["pages"], end["documents"], end["failures"]) == ("end", 4, 2, 1)
    assert 0 < 4 / end["pages_a_second"] <= end["seconds"] + 0.001  # what follows the last page is no pace


def test_a_defect_is_logged_with_its_traceback(
    statedocs: Statedocs, pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("an unforeseen page")

    monkeypatch.setattr("statedocs.pipeline.to_record", broken)
    code, _, err = statedocs("convert", pages, "-q", "--log-format", "json", "-o", tmp_path / "out")
    line = json.loads(err.splitlines()[0])
    assert code == 1
    assert line["level"] == "error"
    assert "ZeroDivisionError: an unforeseen page" in line["traceback"]


def test_patterns_choose_pages(statedocs: Statedocs, pages: Path, tmp_path: Path) -> None:
    statedocs("convert", pages, "--include", "*.txt", "--exclude", "chile*", "-q", "-o", tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").glob("*.json")] == ["peru.txt.json"]


def test_a_second_run_tells_what_is_gone(statedocs: Statedocs, pages: Path, tmp_path: Path) -> None:
    statedocs("convert", pages, "-o", tmp_path / "out")
    (pages / "peru.txt").unlink()
    code, _, err = statedocs("convert", pages, "-o", tmp_path / "out")
    assert code == 0
    assert "1 gone" in " ".join(err.split())


def test_inspect_json_is_the_record_as_written(statedocs: Statedocs, pages: Path, tmp_path: Path) -> None:
    statedocs("convert", pages, "-o", tmp_path / "out")
    code, out, err = statedocs("inspect", pages / "peru.txt", "--json")
    assert (code, err) == (0, "")
    assert out == (tmp_path / "out" / "peru.txt.json").read_text("utf-8")


def test_inspect_explains_the_page(statedocs: Statedocs, pages: Path) -> None:
    code, out, _ = statedocs("inspect", pages / "peru.txt")
    assert code == 0
    for said in ("page ", "encoding ", "plain-text", "Outline", "characters:", "0 unaccounted"):
        assert said in out


@pytest.mark.parametrize(
    ("data", "error"), [(b"%PDF-1.4", "UnsupportedFormat (stage source)"), (b"", "NotADocument (stage template)")]
)
def test_inspect_shows_a_failure(statedocs: Statedocs, tmp_path: Path, data: bytes, error: str) -> None:
    (tmp_path / "x.html").write_bytes(data)
    code, out, _ = statedocs("inspect", tmp_path / "x.html")
    assert code == 1
    assert error in out


def test_inspect_shows_a_failure_of_the_conversion(
    statedocs: Statedocs, pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from statedocs.errors import NotADocument  # noqa: PLC0415

    def refuse(*_: object) -> None:
        raise NotADocument("an error page: [bold]Technical Difficulties[/]", line=7)

    monkeypatch.setattr("statedocs.cli.inspect.convert", refuse)
    code, out, _ = statedocs("inspect", pages / "peru.txt")
    assert code == 1
    assert "NotADocument (stage template, line 7)" in out
    assert "[bold]Technical Difficulties[/]" in out
    code, out, _ = statedocs("inspect", pages / "peru.txt", "--json")
    assert (code, json.loads(out)["error"]) == (1, "NotADocument")


def test_templates_lists_every_design(statedocs: Statedocs) -> None:
    code, out, _ = statedocs("templates")
    assert code == 0
    assert all(template.name in out for template in ALL)
    rows = json.loads(statedocs("templates", "--json")[1])
    assert [row["name"] for row in rows] == [template.name for template in ALL]
    assert set(rows[0]) == {"name", "about", "years", "hosts", "signs", "seen"}


def test_schema_prints_and_writes(statedocs: Statedocs, tmp_path: Path) -> None:
    assert statedocs("schema") == (0, schema_text(schemas()["document"]), "")
    assert statedocs("schema", "failure") == (0, schema_text(schemas()["failure"]), "")
    assert statedocs("schema", "-o", tmp_path / "new") == (0, "", "")
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / "new").iterdir()}
    models = {f"{name}.schema.json": schema_text(schema) for name, schema in schemas().items()}
    assert {name: text for name, text in written.items() if name in models} == models
    engines = {f"tables.{engine}.sql" for engine in ("sqlite", "duckdb", "postgresql")}
    assert set(written) == {*models, *engines, "questions.sql"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(statedocs: Statedocs, shell: str) -> None:
    code, out, _ = statedocs("completion", shell)
    assert code == 0
    assert "_STATEDOCS_COMPLETE" in out


def test_version(statedocs: Statedocs) -> None:
    assert statedocs("--version") == (0, f"statedocs, version {VERSION}\n", "")


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    context = click.Context(program)
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(100) == program._lines[name]
        assert command.name == name


def test_an_interruption_is_exit_code_130(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("statedocs.pipeline.to_record", interrupted)
    assert main(["convert", str(pages), "--workers", "0", "-o", str(tmp_path / "out")]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_help_lists_the_commands(statedocs: Statedocs) -> None:
    code, out, err = statedocs("--help")
    assert (code, err) == (0, "")
    assert all(f"  {name}  " in out for name in program.list_commands(click.Context(program)))
    assert "Exit codes: 0" in out


def test_a_reader_that_has_gone_is_exit_code_141(
    pages: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise BrokenPipeError

    turned: list[int] = []
    monkeypatch.setattr("statedocs.cli.inspect.show_document", gone)
    monkeypatch.setattr("os.dup2", lambda _, to: turned.append(to))
    assert main(["inspect", str(pages / "peru.txt")]) == 141
    assert turned == [sys.stdout.fileno()], "what is still buffered has somewhere to go"
    assert capfd.readouterr() == ("", "")


def test_a_console_whose_reader_has_gone_says_so() -> None:
    with pytest.raises(BrokenPipeError):
        results().on_broken_pipe()


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["inspect", "nothing"], 2)])
def test_the_module_is_the_program(monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int) -> None:
    monkeypatch.setattr("sys.argv", ["statedocs", *arguments])
    with pytest.raises(SystemExit) as left:
        runpy.run_module("statedocs", run_name="__main__")
    assert left.value.code == code
