"""`statedocs compare`, as somebody types it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]
Process = Callable[..., subprocess.Popen[bytes]]


@pytest.fixture
def runs(statedocs: Run, pages: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two runs over the same pages; in the new one records are as another version would have made them."""
    (pages / "gone.txt").write_text((pages / "peru.txt").read_text().replace("Peru", "Mali"))
    (pages / "worse.html").write_bytes(b"%PDF-1.4")
    (pages / "mended.html").write_bytes(b"%PDF-1.4 again")
    old, new = tmp_path / "old", tmp_path / "new"
    assert statedocs("convert", pages, "-o", old, "-q")[0] == 1
    (pages / "mended.html").write_text(
        "<title>Mended</title><h1>Mended</h1><p>A page that can be read now, by all.</p>"
    )
    (pages / "gone.txt").unlink()
    (pages / "come.txt").write_text((pages / "peru.txt").read_text().replace("Peru", "Fiji"))
    assert statedocs("convert", pages, "-o", new, "-q")[0] == 1
    change(new / "peru.txt.json", lambda record: record.update(published=None, title="Peru!"))
    change(new / "chile.txt.json", lambda record: record["converter"].update(version="99"))
    return old, new


def change(path: Path, how: Callable[[dict[str, Any]], None]) -> None:
    record = json.loads(path.read_text())
    how(record)
    path.write_text(json.dumps(record))


def test_what_differs_is_sorted_by_kind(statedocs: Run, runs: tuple[Path, Path]) -> None:
    code, shown, _ = statedocs("compare", *runs)
    assert code == 1
    assert "OLD  3 documents, 2 failures, 1 skipped" in shown
    assert "NEW  4 documents, 1 failure, 1 skipped" in shown
    assert "1 document the same, 1 differ" in shown
    assert "failure → document" in shown
    assert "document only in OLD" in shown
    assert "title changed  (content)" in shown
    assert "peru.txt: title: Peru{+!+}" in shown
    assert "published removed  (content)" in shown
    assert "converter" not in shown


def test_json_has_counts_and_examples(statedocs: Run, runs: tuple[Path, Path]) -> None:
    value = json.loads(statedocs("compare", *runs, "--json")[1])
    assert [*value] == ["old", "new", "same", "changed", "pages", "kinds"]
    assert value["old"] == {"document": 3, "failure": 2, "skipped": 1}
    assert {(group["what"], group["pages"]) for group in value["pages"]} == {
        ("failure → document", 1),
        ("document only in OLD", 1),
        ("document only in NEW", 1),
    }
    kinds = {kind["what"]: kind for kind in value["kinds"]}
    assert kinds["title changed"]["documents"] == kinds["title changed"]["changes"] == 1
    assert kinds["title changed"]["examples"] == [{"origin": "peru.txt", "text": "title: Peru{+!+}"}]


def test_markdown_is_fit_for_a_release_note(statedocs: Run, runs: tuple[Path, Path]) -> None:
    shown = statedocs("compare", *runs, "--markdown")[1]
    assert "| 1 | 1 | `title changed` | content |" in shown
    assert "* `peru.txt` `title: Peru{+!+}`" in shown
    assert statedocs("compare", *runs, "--markdown", "--examples", "0")[1].count("peru.txt") == 0


def test_the_same_run_does_not_differ_in_whatever_form(statedocs: Run, runs: tuple[Path, Path], pages: Path) -> None:
    lines = pages.parent / "new.jsonl"
    other = pages.parent / "other"
    assert statedocs("convert", pages, "-o", lines, "-q")[0] == 1
    assert statedocs("convert", pages, "-o", other, "-q")[0] == 1
    for old, new in ((runs[0], runs[0]), (lines, other), (other, lines)):
        code, shown, said = statedocs("compare", old, new)
        assert (code, said) == (0, "")
        assert "0 differ" in shown


def test_what_counts_can_be_chosen(statedocs: Run, runs: tuple[Path, Path], tmp_path: Path) -> None:
    old = runs[1]
    new = tmp_path / "copy"
    new.mkdir()
    for path in old.glob("*.json*"):
        (new / path.name).write_bytes(path.read_bytes())
    change(new / "peru.txt.json", lambda record: record["template"].update(evidence="x"))
    assert statedocs("compare", old, new, "--only", "content")[0] == 0
    code, shown, _ = statedocs("compare", old, new, "--only", "reading", "--only", "capture")
    assert (code, "template.evidence changed  (reading)" in shown) == (1, True)


def test_a_page_of_another_name_is_known_by_its_id(statedocs: Run, runs: tuple[Path, Path], tmp_path: Path) -> None:
    """The inputs were read from a folder above: every origin is longer, and every page with an address the same."""
    old, new = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    record = json.loads((runs[0] / "peru.txt.json").read_text())
    old.write_text(json.dumps(record))
    record["source"]["origin"] = "pages/peru.txt"
    new.write_text(json.dumps(record))
    value = json.loads(statedocs("compare", old, new, "--json")[1])
    assert (value["pages"], value["changed"]) == ([], 1)
    assert [kind["what"] for kind in value["kinds"]] == ["source.origin changed"]


def test_as_a_process(process: Process, runs: tuple[Path, Path]) -> None:
    with process("compare", *runs, "--json") as run:
        shown, said = run.communicate(timeout=60)
    assert (run.returncode, said) == (1, b"")
    assert json.loads(shown)["changed"] == 1


def test_what_cannot_be_read_is_said(statedocs: Run, runs: tuple[Path, Path]) -> None:
    (runs[1] / "peru.txt.json").write_text("{")
    for new in (runs[1], "none"):
        code, shown, said = statedocs("compare", runs[0], new)
        assert (code, shown) == (2, "")
        assert "peru.txt.json" in said or "none" in said
