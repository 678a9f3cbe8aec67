"""`statedocs editions`, as somebody types it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.editions.replays import replayed

Run = Callable[..., tuple[int, str, str]]
Process = Callable[..., subprocess.Popen[bytes]]

URL = "http://www.state.gov/r/pa/ei/bgn/35762.htm"
PAGE = (
    "<html><head><title>Peru</title></head><body><div>{chrome}</div><main><h1>Peru</h1><p>Peru is a country of "
    "{people} million people on the west coast of South America. It lies between Chile and the sea.</p>"
    "</main></body></html>"
)


@pytest.fixture
def out(statedocs: Run, tmp_path: Path) -> Path:
    """One page captured four times, in two editions and from several places; another page; a page without address."""
    pages = tmp_path / "in"
    pages.mkdir()

    def put(name: str, html: str, **said: str) -> None:
        (pages / name).write_text(html)
        if said:
            (pages / f"{name}.source.json").write_text(json.dumps(said))

    put("a.html", PAGE.format(chrome="", people=29), url=URL, captured_at="2011-05-01T00:00:00Z")
    put("b.html", PAGE.format(chrome="", people=31), url=URL + "?utm_source=x", captured_at="2014-05-01T00:00:00Z")
    put("c.html", replayed(PAGE.format(chrome="", people=29), URL))
    archived = URL.replace("http://www.", "https://2009-2017.")
    put("d.html", PAGE.format(chrome="", people=31), url=archived, captured_at="2018-05-01T00:00:00Z")
    put("other.html", PAGE.replace("Peru", "Fiji").format(chrome="", people=1), url="http://www.state.gov/fiji/")
    put("lost.html", PAGE.replace("Peru", "Mali").format(chrome="", people=15))
    assert statedocs("convert", pages, "-o", tmp_path / "out", "-q")[0] == 0
    return tmp_path / "out"


def test_pages_with_captures_and_editions(statedocs: Run, out: Path) -> None:
    code, shown, said = statedocs("editions", out)
    assert code == 0
    assert shown.split("\n\n")[1].splitlines() == [
        "state.gov/r/pa/ei/bgn/35762.htm",
        "  4 captures, 2 editions, seen 2011-05-01T00:00:00Z to 2026-03-14T11:22:33Z",
        "  1. Peru, seen 2011-05-01T00:00:00Z to 2026-03-14T11:22:33Z",
        "     2011-05-01T00:00:00Z  a.html",
        "     2026-03-14T11:22:33Z  c.html",
        "  2. Peru, seen 2014-05-01T00:00:00Z to 2018-05-01T00:00:00Z",
        "     2014-05-01T00:00:00Z  b.html",
        "     2018-05-01T00:00:00Z  d.html",
    ]
    assert "(unknown address)" in shown
    assert said.strip() == "6 captures of 3 pages, 1 in more than one edition, 1 capture of unknown address"


@pytest.mark.parametrize(
    "asked",
    [["--changed"], ["--page", "state.gov/r/pa/ei/bgn/35762.htm"], ["--page", URL], ["--page", "www." + URL[11:]]],
)
def test_pages_can_be_asked_for(statedocs: Run, out: Path, asked: list[str]) -> None:
    lines = [json.loads(line) for line in statedocs("editions", out, "--json", *asked)[1].splitlines()]
    assert [line["page_key"] for line in lines] == ["state.gov/r/pa/ei/bgn/35762.htm"]
    assert [edition["captures"] for edition in lines[0]["editions"]] == [2, 2]


def test_what_changed_from_edition_to_edition(statedocs: Run, out: Path) -> None:
    shown = statedocs("editions", out, "--changed", "--diff")[1]
    assert shown.count("[-29-]{+31+}") == 1
    assert shown.count("[-31-]{+29+}") == 1
    [line] = statedocs("editions", out, "--changed", "--diff", "--json")[1].splitlines()
    changes = json.loads(line)["changes"]
    assert [change["old"]["captured_at"] for change in changes] == ["2011-05-01T00:00:00Z", "2018-05-01T00:00:00Z"]


def test_every_form_of_out_is_read(statedocs: Run, out: Path, tmp_path: Path) -> None:
    lines = tmp_path / "all.jsonl"
    assert statedocs("convert", tmp_path / "in", "-o", lines, "-q")[0] == 0
    assert statedocs("editions", lines, "--json")[1] == statedocs("editions", out, "--json")[1]


def test_as_a_process(process: Process, out: Path) -> None:
    with process("editions", out, "--json") as run:
        shown, said = run.communicate(timeout=60)
    assert run.returncode == 0
    assert [json.loads(line)["page_key"] for line in shown.splitlines()] == [
        "state.gov/fiji",
        "state.gov/r/pa/ei/bgn/35762.htm",
        None,
    ]
    assert b"6 captures" in said


@pytest.mark.parametrize("place", ["none", "style.css"])
def test_no_such_records(statedocs: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "style.css").write_text("p {}")
    code, shown, said = statedocs("editions", tmp_path / place)
    assert (code, shown) == (2, "")
    assert place in said
