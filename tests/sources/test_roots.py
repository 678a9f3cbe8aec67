"""Lists of inputs and standard input."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import origins_of, read, read_all
from statedocs.sources.items import Item

PAGE = b"<html><title>Peru</title><p>Peru is a country.</p></html>"


def told(items: list[Item]) -> dict[str, str]:
    return {item.origin: "page" if isinstance(item, Snapshot) else _reason(item) for item in items}


def _reason(item: Skipped | Failure) -> str:
    return item.reason if isinstance(item, Skipped) else item.message


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("pages/a.htm", "pages/sub/a.htm", "pages/b.txt", "c.htm"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE)


@pytest.fixture
def pipe(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: object) -> int:
            raise io.UnsupportedOperation

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(data)))

    return put


def test_a_list_names_files_and_folders_one_a_line(tmp_path: Path) -> None:
    absolute = tmp_path / "c.htm"
    Path("list.txt").write_text(f"# pages\n\npages/sub\r\n  ./pages/a.htm \n{absolute}\npages/gone.htm\npages/a.htm\n")
    found = told(list(read("@list.txt")))
    assert found == {
        "pages/sub/a.htm": "page",
        "pages/a.htm": "page",
        str(absolute).lstrip("/"): "page",
        "pages/gone.htm": "no such input: pages/gone.htm",
    }


def test_what_a_list_names_twice_is_read_once() -> None:
    Path("list.txt").write_text("pages/a.htm\npages\npages/sub/a.htm\n")
    assert [item.origin for item in read("@list.txt")] == ["pages/a.htm", "pages/b.txt", "pages/sub/a.htm"]


def test_two_files_of_one_origin_are_told_apart_by_their_lines(tmp_path: Path) -> None:
    (tmp_path / "deep" / "pages").mkdir(parents=True)
    os.chdir("deep")
    Path("pages/a.htm").write_bytes(PAGE)
    Path("list.txt").write_text("../pages/a.htm\npages/a.htm\n")
    assert told(list(read("@list.txt"))) == {
        "pages/a.htm": "page",
        "list.txt#2": "pages/a.htm: another file of the list has the same origin",
    }


def test_names_with_zeros_between_them_may_hold_anything() -> None:
    Path("#odd\nname.htm").write_bytes(PAGE)
    Path("list.txt").write_bytes(b"#odd\nname.htm\0c.htm\0")
    assert [item.origin for item in read("@list.txt")] == ["#odd\nname.htm", "c.htm"]


def test_patterns_hold_for_lists() -> None:
    Path("list.txt").write_text("pages\nc.htm\n")
    found = told(list(read_all(["@list.txt"], include=["*.htm"], exclude=["pages/sub"])))
    assert found == {
        "c.htm": "page",
        "pages/a.htm": "page",
        "pages/b.txt": "not included",
        "pages/sub": "excluded by pages/sub",
    }


def test_a_list_that_is_not_there_is_refused_at_once() -> None:
    with pytest.raises(SourceError, match=r"the list gone\.txt: cannot be read"):
        read("@gone.txt")


def test_a_file_whose_name_begins_with_an_at_is_a_file() -> None:
    Path("@c.htm").write_bytes(PAGE)
    assert [item.origin for item in read("@c.htm")] == ["@c.htm"]


def test_lists_clash_with_other_inputs() -> None:
    Path("list.txt").write_text("c.htm\n")
    with pytest.raises(SourceError, match=r"two inputs hold 'c.htm': @list.txt and c.htm"):
        read_all(["@list.txt", "c.htm"])


def test_a_page_on_standard_input(pipe: Callable[[bytes], None]) -> None:
    pipe(PAGE)
    assert list(read("-")) == [Snapshot("stdin", PAGE)]
    with Path("c.htm").open("rb") as file:
        sys.stdin = io.TextIOWrapper(file)
        assert list(read("-")) == [Snapshot("stdin", PAGE)]


def test_a_list_on_standard_input(pipe: Callable[[bytes], None]) -> None:
    pipe(b"pages/a.htm\nc.htm\n")
    assert [item.origin for item in read("@-")] == ["pages/a.htm", "c.htm"]


@pytest.mark.parametrize(
    ("inputs", "place", "origins"),
    [
        (["pages"], "pages/out", ["out"]),
        (["pages", "c.htm"], "out", []),
        (["."], "out", ["out"]),
        (["pages"], "pages", [""]),
        (["-", "s3://bucket/x", "@-"], "out", []),
        (["@list.txt"], "pages/sub/out", ["pages/sub/out"]),
        (["@list.txt"], "out", []),
    ],
)
def test_where_a_place_lies_in_the_inputs(inputs: list[str], place: str, origins: list[str]) -> None:
    Path("list.txt").write_text("pages\ns3://bucket/x\n")
    assert list(origins_of(Path(place).resolve(), inputs)) == origins
