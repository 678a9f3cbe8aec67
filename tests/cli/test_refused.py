"""What a person may get wrong, and what a file system may hold: one clear line and an exit code, never a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.sinks import shown

Statedocs = Callable[..., tuple[int, str, str]]

REFUSED = [
    (["convert", "in", "-o", ""], "OUT has no name: the argument is empty"),
    (["convert", "", "-o", "out"], "an input has no name: the argument is empty"),
    (["convert", "in", "-o", "out", "-o", "./out/"], "./out/ is named twice as OUT"),
    (["convert", "in", "-o", "x.jsonl", "-o", "x.jsonl"], "x.jsonl is named twice as OUT"),
    (["convert", "in", "-o", "x.parquet", "-o", "x.parquet?layout=flat"], "?layout=flat is named twice as OUT"),
    (["export", "in", "-o", "x.csv", "-o", "./x.csv"], "./x.csv is named twice as OUT"),
    (["load", "in", "-o", "x.sqlite", "-o", "./x.sqlite"], "./x.sqlite is named twice as OUT"),
    (["load", "", "-o", "x.sqlite"], "RECORDS have no name: the argument is empty"),
    (["convert", "in", "-o", "x.sqlite?layout=flat"], "a folder of .parquet takes options, x.sqlite takes none"),
    (["convert", "in", "-o", "x.jsonl?a"], "x.jsonl?a: a folder of .parquet takes options, x.jsonl takes none"),
    (["convert", "in", "-o", "postgresql://me:word@[::1/x"], "postgresql://***@[::1/x: end of string reached"),
    (["convert", "in", "-o", "mysql://me:word@host/x"], "mysql://me:***@host/x: expected a place on this machine or"),
    (["convert", "in", "-o", "s3://bucket/x.sqlite"], "expected a place on this machine or postgresql://…, found s3://…"),
    (["convert", "in", "-o", "folder.jsonl"], "folder.jsonl is a folder, expected a file or nothing"),
    (["convert", "in", "-o", "folder.sqlite"], "folder.sqlite is a folder, expected a file or nothing"),
    (["convert", "in", "-o", "page.html/x"], "Not a directory"),
    (["convert", "circle.html", "-o", "out"], "no such input: circle.html"),
    (["convert", "broken.html", "-o", "out"], "no such input: broken.html"),
    (["convert", "in", "-o", "circle.html"], "circle.html ends in .html: name a folder"),
    (["convert", "pipe.html", "-o", "out"], "pipe.html is neither a file nor a folder"),
    (["convert", "@gone.txt", "-o", "out"], "the list gone.txt: cannot be read: No such file or directory"),
    (["report", "in", "-o", "r.html"], "in: expected a folder of records, found none in it"),
    (["editions", "in"], "in: expected a folder of records, found none in it"),
    (["compare", "in", "in"], "in: expected a folder of records, found none in it"),
    (["export", "in", "-o", "x.jsonl"], "in: expected a folder of records, found none in it"),
    (["load", "in", "-o", "x.sqlite"], "in: expected a folder of records, found none in it"),
]  # fmt: skip


@pytest.fixture
def place(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with what is asked for."""
    if sys.platform == "win32":
        pytest.skip("links and pipes are not made there")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text("<title>Peru</title><p>Peru lies on the coast.</p>")
    for name in ("folder.jsonl", "folder.sqlite"):
        (tmp_path / name).mkdir()
    (tmp_path / "circle.html").symlink_to("circle.html")
    (tmp_path / "broken.html").symlink_to("nowhere.html")
    os.mkfifo(tmp_path / "pipe.html")
    assert pages.is_dir()
    return tmp_path


@pytest.mark.parametrize(("arguments", "message"), REFUSED, ids=[" ".join(line) for line, _ in REFUSED])
def test_it_is_said_in_one_line(statedocs: Statedocs, place: Path, arguments: list[str], message: str) -> None:
    before = sorted(place.rglob("*"))
    code, out, err = statedocs(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert len(err.splitlines()) == 1
    assert "word@" not in err
    assert sorted(place.rglob("*")) == before


@pytest.mark.parametrize(
    "form", ["x.jsonl", "x.sqlite", "x.csv", "x.md", "x.parquet", "x.parquet?layout=nested", "out"]
)
def test_a_folder_may_have_any_name(statedocs: Statedocs, place: Path, form: str) -> None:
    assert statedocs("convert", "in", "-o", f"what?=1#2%20/{form}")[0] == 0
    code, out, _ = statedocs("export", f"what?=1#2%20/{form}", "-o", "-")
    assert (code, len(out.splitlines())) == (0, 2)
    assert sorted(path.name for path in place.glob("what*")) == ["what?=1#2%20"]


def test_names_that_are_no_text_are_written_as_their_bytes(statedocs: Statedocs, place: Path) -> None:
    (place / "list.txt").write_bytes(b"\xff\xfe.html\ngone.html\nin/peru.txt\n")
    code, _, err = statedocs("convert", "@list.txt", "-o", "out")
    assert code == 1
    assert "gone.html: SourceError: no such input: gone.html\n" in err
    lines = [json.loads(line) for line in (place / "out/manifest.jsonl").read_bytes().splitlines()]
    assert [line.get("outcome") for line in lines] == ["failure", "failure", "document", None]
    assert "\\udcff" in lines[0]["reason"]


@pytest.mark.parametrize("out", ["out", "out.jsonl", "out.sqlite"])
def test_a_page_of_any_name_is_a_page(statedocs: Statedocs, place: Path, out: str) -> None:
    """The longest names leave no room for a side-car's, and some are no text at all."""
    names = [b"x" * 250 + b".html", b"new\nline.html", b"bad\xff.html", b"-dash.html", b"a?b=c.html", b"#.html"]
    folder = os.fsencode(place / "odd")
    os.mkdir(folder)  # noqa: PTH102  (a name of bytes)
    for number, name in enumerate(names):
        with open(os.path.join(folder, name), "wb") as file:  # noqa: PTH118, PTH123
            file.write(b"<title>Peru</title><h1>Peru</h1><p>Peru lies on the Pacific coast, page %d.</p>" % number)
    code, _, err = statedocs("convert", "odd", "-o", out)
    assert (code, "6 pages" in err) == (0, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", [["schema"], ["templates"], ["convert", "in", "-o", "-"]], ids=" ".join)
def test_standard_output_may_be_full(place: Path, command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        line = [sys.executable, "-m", "statedocs", *command]
        run = subprocess.run(line, cwd=place, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert b"standard output cannot be written: No space left on device" in run.stderr
    assert b"Traceback" not in run.stderr


def test_a_password_is_not_said_of_an_address_that_is_none() -> None:
    assert shown("postgresql://me:word@[::1/x") == "postgresql://***@[::1/x"
