"""Pages converted as in a run, and handed over."""

from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.batch import Limits, RunOptions, convert_items
from statedocs.errors import SinkError
from statedocs.sinks import Entry
from statedocs.sources import read


@pytest.mark.parametrize("workers", [0, 2])
def test_every_page_is_handed_over_in_order(tmp_path: Path, make_pages: Callable[..., Path], workers: int) -> None:
    folder = make_pages(tmp_path / "in", 60)
    (folder / "00000-again.txt").write_bytes((folder / "00000.txt").read_bytes())
    (folder / "x.css").write_text("p {}")
    taken: list[Entry] = []
    summary = convert_items(read(folder), RunOptions(workers=workers), taken.append)
    assert [entry.outcome.origin for entry in taken] == sorted(path.name for path in folder.iterdir())
    assert (summary.pages, summary.documents, summary.skipped) == (62, 61, 1)
    assert all(entry.data.startswith(b'{"schema_version"') for entry in taken if entry.outcome.outcome == "document")


def test_limits_hold(tmp_path: Path, make_pages: Callable[..., Path]) -> None:
    folder = make_pages(tmp_path / "in", 3, {1: "long " * 1000})
    taken: list[Entry] = []
    convert_items(read(folder), RunOptions(workers=0, limits=Limits(size=2000)), taken.append)
    assert [entry.outcome.outcome for entry in taken] == ["document", "failure", "document"]


def test_what_the_taker_raises_ends_it(tmp_path: Path, make_pages: Callable[..., Path]) -> None:
    def refuse(entry: Entry) -> None:
        raise SinkError("no room")

    with pytest.raises(SinkError, match="no room"):
        convert_items(read(make_pages(tmp_path / "in", 3)), RunOptions(workers=1), refuse)
