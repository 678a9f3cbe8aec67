"""`statedocs inspect PAGE --html FILE`."""

import re
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]


def test_a_page_is_written_beside_its_record(pages: Path, tmp_path: Path, statedocs: Run) -> None:
    code, out, err = statedocs("inspect", pages / "peru.txt", "--html", tmp_path / "page.html")
    assert (code, out, err) == (0, "", "")
    shown = (tmp_path / "page.html").read_text("utf-8")
    assert "<title>Peru – statedocs</title>" in shown
    assert 'sandbox="allow-same-origin"' in shown
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["page.html"]


def test_the_same_page_gives_the_same_bytes(pages: Path, tmp_path: Path, statedocs: Run) -> None:
    for name in ("a.html", "b.html"):
        statedocs("inspect", pages / "peru.txt", "--html", tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_page_that_is_none_is_shown_with_the_reason(damaged: Path, tmp_path: Path, statedocs: Run) -> None:
    code, _, _ = statedocs("inspect", damaged / "worse.html", "--html", tmp_path / "page.html")
    assert code == 1
    shown = (tmp_path / "page.html").read_text("utf-8")
    assert "Why there is no record" in shown
    assert re.search(r"<td[^>]*>\w+</td>", shown)


def test_a_place_that_cannot_be_written_is_said_in_a_line(pages: Path, tmp_path: Path, statedocs: Run) -> None:
    code, _, err = statedocs("inspect", pages / "peru.txt", "--html", tmp_path / "no" / "page.html")
    assert code == 2
    assert "page.html cannot be written" in err
    assert "Traceback" not in err


def test_one_page_of_many_is_named_as_the_manifest_names_it(damaged: Path, tmp_path: Path, statedocs: Run) -> None:
    code, out, _ = statedocs("inspect", f"{damaged}#chile.txt", "--json")
    assert (code, '"origin": "chile.txt"' in out) == (0, True)
    code, _, err = statedocs("inspect", f"{damaged}#absent.txt")
    assert (code, "holds no page of the origin" in err) == (2, True)
    code, _, err = statedocs("inspect", f"{damaged}#style.css")
    assert (code, "is no page" in err) == (2, True)
    code, _, err = statedocs("inspect", damaged)
    assert (code, "#ORIGIN" in err) == (2, True)
    (tmp_path / "a#b.txt").write_bytes((damaged / "peru.txt").read_bytes())
    assert statedocs("inspect", tmp_path / "a#b.txt", "--html", tmp_path / "page.html")[0] == 0
