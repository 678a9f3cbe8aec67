"""Text that a broken step loses is found by the accounting, and turns a check red: shown on pages, not on records."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from statedocs.extraction import assemble
from statedocs.extraction.fake_lists import make_lists

Check = Callable[..., tuple[int, str]]
LAST = "The paragraph that nobody may lose closes the page."
PAGE = f"<title>Peru</title><h1>Peru</h1><p>Peru lies on the Pacific, and its capital is Lima.</p><p>{LAST}</p>"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step of extraction that loses the last block of a page."""

    def losing(blocks: Sequence[Any], **how: Any) -> list[Any]:
        return list(make_lists(blocks, **how))[:-1]

    monkeypatch.setattr(assemble, "make_lists", losing)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "peru.html"
    path.write_text(PAGE, "utf-8")
    return path


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("level", ["error", "never"])
def test_a_block_that_is_lost_turns_the_check_red_in_a_line(check: Check, page: Path, level: str) -> None:
    code, said = check(page, "--fail-on", level)
    lost = len("".join(LAST.split()))
    assert code == 1
    assert f"{lost} characters" in said
    assert "text-unaccounted" in said.rstrip("\n").rpartition("\n")[2]
    assert "Traceback" not in said


@pytest.mark.usefixtures("broken")
def test_every_sample_would_show_it(check: Check, root: Path) -> None:
    code, said = check(
        root / "raw" / "wordpress-press", "--expected", root / "tests" / "expected", "--root", root / "raw"
    )
    assert code != 0
    code, said = check(root / "raw" / "wordpress-press")
    assert (code, said.count("text-unaccounted") > 1) == (1, True)


def test_the_same_page_read_by_whole_steps_is_green(check: Check, page: Path) -> None:
    assert check(page)[0] == 0
