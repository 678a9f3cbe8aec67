"""`statedocs diff`, as somebody types it."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

PAGE = """Fact Sheet

Peru
March 3, 2017

Peru is a country of {people} million people on the west coast of South America. It lies between Chile and the sea.
"""


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """One page in two editions."""
    paths = tmp_path / "old.txt", tmp_path / "new.txt"
    for path, people in zip(paths, (29, 31), strict=True):
        path.write_text(PAGE.format(people=people))
    return paths


@pytest.fixture
def out(statedocs: Run, two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a run wrote, in the folder that commands start in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "out"
    assert statedocs("convert", *two, "-o", folder, "-q")[0] == 0
    return folder


def test_one_word_is_said_to_have_changed(statedocs: Run, two: tuple[Path, Path]) -> None:
    code, shown, _ = statedocs("diff", *two)
    assert code == 1
    assert "Peru is a country of [-29-]{+31+} million people" in shown
    assert "--- old.txt" in shown
    assert "+++ new.txt" in shown


def test_a_page_and_itself_are_the_same(statedocs: Run, two: tuple[Path, Path]) -> None:
    assert statedocs("diff", two[0], two[0])[:1] == (0,)
    assert statedocs("diff", two[0], two[0], "--all")[:1] == (0,)


def test_the_same_content_under_another_name_differs_only_with_all(
    statedocs: Run, two: tuple[Path, Path], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(two[0].read_bytes())
    code, shown, said = statedocs("diff", two[0], copy)
    assert code == 0
    assert "no difference" in shown
    assert "not shown: the captures (2 fields)" in said
    code, shown, said = statedocs("diff", two[0], copy, "--all")
    assert code == 1
    assert "source.origin: [-old.txt-]{+copy.txt+}" in shown
    assert said == ""


def test_records_are_named_in_every_way(statedocs: Run, two: tuple[Path, Path], out: Path, tmp_path: Path) -> None:
    lines = tmp_path / "all.jsonl"
    assert statedocs("convert", *two, "-o", lines, "-q")[0] == 0
    record = json.loads((out / "new.txt.json").read_text())
    found = {
        statedocs("diff", two[0], new)[1].partition("\n")[2]
        for new in (
            two[1], out / "new.txt.json", f"{out}#new.txt", f"{out}#new.txt.json", f"{out}#{record['id']}",
            f"{out}#{record['id'][:10]}", f"{lines}#new.txt", f"{lines}#{record['id']}", f"{lines}#{record['id'][:10]}",
        )
    }  # fmt: skip
    assert len(found) == 1


def test_a_name_that_several_records_have_is_refused(statedocs: Run, two: tuple[Path, Path], out: Path) -> None:
    lines = (out / "manifest.jsonl").read_text().splitlines()
    first, second = (json.loads(line) for line in lines[:2])
    second["id"] = first["id"][:12] + "0" * 20
    (out / "manifest.jsonl").write_text("\n".join(map(json.dumps, (first, second))))
    code, _, said = statedocs("diff", two[0], f"{out}#{first['id'][:10]}")
    assert code == 2
    assert "names 2 records" in said


def test_tables_are_read_as_well(statedocs: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    assert statedocs("convert", *two, "-o", tmp_path / "all.sqlite", "-q")[0] == 0
    assert "[-29-]{+31+}" in statedocs("diff", two[0], f"{tmp_path / 'all.sqlite'}#new.txt")[1]


def test_standard_input_and_addresses_are_pages(
    process: Callable[..., subprocess.Popen[bytes]], two: tuple[Path, Path], tmp_path: Path
) -> None:
    with process("diff", two[0], "https://127.0.0.1:1/page.html#part") as run:
        _, said = run.communicate(timeout=60)
    assert run.returncode == 2
    assert b"127.0.0.1:1/page.html" in said
    command = [sys.executable, "-m", "statedocs", "diff", "-", str(two[1])]
    done = subprocess.run(command, input=two[0].read_bytes(), capture_output=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "[-29-]{+31+}" in done.stdout.decode()


def test_a_folder_of_records_without_a_manifest_will_do(statedocs: Run, two: tuple[Path, Path], out: Path) -> None:
    (out / "manifest.jsonl").unlink()
    assert statedocs("diff", two[0], f"{out}#new.txt")[0] == 1


def test_captures_in_archives_are_named_by_their_records(statedocs: Run, tmp_path: Path) -> None:
    html = "<title>Peru</title><h1>Peru</h1><p>Peru has {} million people, and most of them live near the sea.</p>"
    archive = tmp_path / "crawl.warc"
    with archive.open("wb") as file:
        for number, people in enumerate((29, 31)):
            body = html.format(people).encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
                f"WARC-Date: 201{number}-01-01T00:00:00Z\r\nWARC-Target-URI: http://www.state.gov/peru/\r\n"
                f"Content-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            file.write(head.encode() + body + b"\r\n\r\n")
    code, shown, said = statedocs("diff", f"{archive}#urn:uuid:0", f"{archive}#urn:uuid:1")
    assert (code, said.count("Error")) == (1, 0)
    assert "[-29-]{+31+}" in shown
    assert statedocs("diff", archive, archive)[2].startswith(f"Error: {archive} holds several pages: name one of them")
    assert "holds no page none" in statedocs("diff", f"{archive}#none", f"{archive}#urn:uuid:1")[2]
    assert "captured 2010-01-01T00:00:00Z" in shown


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("none.html", "no such"),
        (".", "is a folder: name a page"),
        ("out#0", "holds no record of the id, origin or output 0"),
        ("gone#x", "no such"),
        ("out#none.txt", "holds no record of the id, origin or output none.txt"),
        ("style.css", "is no page"),
        ("bad.html", "PDF"),
        ("bad.json", "expected a record of statedocs"),
        ("out/worse.html.failure.json", "expected a record of statedocs"),
    ],
)
def test_what_cannot_be_compared_is_said_in_a_line(
    statedocs: Run, two: tuple[Path, Path], out: Path, given: str, said: str
) -> None:
    assert out.parent == Path.cwd()
    Path("style.css").write_text("p {}")
    Path("bad.html").write_bytes(b"%PDF-1.4")
    Path("bad.json").write_text('{"schema_version": "1.0"}')
    Path("worse.html").write_bytes(b"%PDF-1.4")
    statedocs("convert", "worse.html", "-o", "out", "-q")
    code, shown, error = statedocs("diff", two[0].name, given)
    assert (code, shown) == (2, "")
    assert said in error
    assert "Traceback" not in error


def test_json_has_everything(statedocs: Run, two: tuple[Path, Path]) -> None:
    code, shown, _ = statedocs("diff", *two, "--json")
    value = json.loads(shown)
    assert code == 1
    assert {change["concern"] for change in value["fields"]} == {"reading", "capture"}
    assert [section["kinds"] for section in value["sections"]] == [["rewritten"]]
    pieces = value["sections"][0]["blocks"][0]["pieces"]
    assert "".join(piece["text"] for piece in pieces if piece["op"] != "deleted").startswith("Peru is a country of 31")


HOSTILE = (
    "<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><h1>&lt;img src=x onerror=alert(2)&gt;</h1>"
    '<p>&lt;style&gt;body{{}}&lt;/style&gt; "quoted" &lt;iframe src=javascript:alert(3)&gt; and {} more words stay.</p>'
    '<p><a href="javascript:alert(4)">go to &lt;svg onload=alert(5)&gt;</a> in the year {}, people of the sea say.</p>'
)


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {*attrs}


def test_the_page_is_harmless_whatever_the_pages_hold(statedocs: Run, tmp_path: Path) -> None:
    for name, word in (("old", "few"), ("new", "many <b>new</b>")):
        (tmp_path / f"{name}.html").write_text(HOSTILE.format(word, name))
    page = tmp_path / "changes.html"
    assert statedocs("diff", tmp_path / "old.html", tmp_path / "new.html", "--html", page)[:2] == (1, "")
    text = page.read_text()
    parsed = Tags()
    parsed.feed(text)
    assert not parsed.tags & {"script", "img", "iframe", "svg", "link", "base", "form", "object", "b"}
    names = {name for name, _ in parsed.attributes}
    assert not [name for name in names if name.startswith("on") or name in {"src", "style", "srcdoc"}]
    assert {value for name, value in parsed.attributes if name == "href"} <= {f"#s{number}" for number in range(9)}
    assert re.search(r"default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'", text)
    assert "<ins>many new</ins>" in text
    assert "&lt;iframe" in text


def test_the_page_cannot_be_written(statedocs: Run, two: tuple[Path, Path], tmp_path: Path) -> None:
    code, _, said = statedocs("diff", *two, "--html", tmp_path / "none" / "x.html")
    assert code == 2
    assert "cannot be written" in said


@pytest.mark.parametrize(
    ("variables", "marked"), [({"TERM": "xterm"}, False), ({"TERM": "xterm", "NO_COLOR": "1"}, True)]
)
def test_a_terminal_has_colours_unless_they_are_off(
    two: tuple[Path, Path], variables: dict[str, str], marked: bool
) -> None:
    here, there = pty.openpty()
    command = [sys.executable, "-m", "statedocs", "diff", *map(str, two)]
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "TERM", "FORCE_COLOR"}}
    run = subprocess.Popen(
        command, stdout=there, stderr=subprocess.DEVNULL, env={**plain, **variables, "COLUMNS": "50"}
    )
    os.close(there)
    shown = b""
    while True:
        try:
            part = os.read(here, 4096)
        except OSError:
            break
        if not part:
            break
        shown += part
    assert run.wait(timeout=60) == 1
    assert (b"[-29-]" in shown) is marked
    assert (b"\x1b[31" in shown or b"\x1b[9;31" in shown) is not marked
    lines = re.sub(rb"\x1b\[[0-9;]*m", b"", shown).decode().split("\r\n")
    assert max(map(len, lines[3:])) <= 50
