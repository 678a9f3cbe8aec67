"""Real files and folders, read through the door."""

import hashlib
import json
import os
import socket
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import page, read, read_all
from statedocs.sources.dispatch import read_found
from statedocs.sources.files import found_file
from statedocs.sources.items import Item
from statedocs.sources.run import Run

PAGE = b"<html><title>Peru</title><p>Peru is a country.</p></html>"


def put(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def told(items: list[Item]) -> dict[str, str]:
    """What became of each origin, in a word."""
    return {item.origin: _told(item) for item in items}


def _told(item: Item) -> str:
    if isinstance(item, Snapshot):
        return "page"
    return item.reason if isinstance(item, Skipped) else f"{item.error}: {item.message}"


def test_a_file_is_its_own_root(tmp_path: Path) -> None:
    put(tmp_path, **{"deep/peru.html": PAGE})
    [item] = read(tmp_path / "deep" / "peru.html")
    assert item == Snapshot("peru.html", PAGE)


def test_a_folder_comes_in_the_order_of_the_bytes_of_its_origins(tmp_path: Path) -> None:
    names = ["a/x.html", "a-b.html", "a.html", "B.html", "a/b/c.txt", "a0.html", "ä.html"]
    put(tmp_path, **dict.fromkeys(names, PAGE))
    assert [item.origin for item in read(tmp_path)] == sorted(names, key=str.encode)


@settings(max_examples=30)
@given(st.sets(st.text("ab-./0é", min_size=1, max_size=8).map(lambda name: name.strip("./") or "x"), max_size=8))
def test_order_does_not_depend_on_how_folders_nest(tmp_path_factory: pytest.TempPathFactory, names: set[str]) -> None:
    folder = tmp_path_factory.mktemp("order")
    for name in names:
        path = folder / f"{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(PAGE)
    origins = [item.origin for item in read(folder)]
    assert origins == sorted(origins, key=str.encode)


@pytest.mark.parametrize(
    ("name", "data", "outcome"),
    [
        ("peru.html", PAGE, "page"),
        ("peru.HTM", PAGE, "page"),
        ("peru.shtml", PAGE, "page"),
        ("peru.aspx", PAGE, "page"),
        ("peru.txt", b"Fact Sheet\n", "page"),
        ("peru", PAGE, "page"),
        ("35762.htm?goMobile=0", PAGE, "page"),
        ("fs.2013", b"Fact Sheet\n", "page"),
        ("style.css", b"p {}", "style sheet (.css)"),
        ("seal.GIF", b"GIF89a", "image (.gif)"),
        ("report.pdf", b"%PDF-1.4", "document of another format (.pdf)"),
        ("README.md", b"# Samples", "notes (Markdown) (.md)"),
        ("pages.rar", b"Rar!\x1a\x07", "archive (.rar)"),
        (".htaccess", b"", "hidden file"),
        ("nameless", b"%PDF-1.4", "PDF"),
        ("peru.html", b"%PDF-1.4", "UnsupportedFormat: expected HTML or text, found PDF"),
        ("peru.html", b"", "NotADocument: empty file"),
        ("lost.html.source.json", b"{}", "side-car of a page that is not here"),
    ],
)
def test_a_name_says_whether_a_file_is_a_page(tmp_path: Path, name: str, data: bytes, outcome: str) -> None:
    put(tmp_path, **{name: data})
    assert told(list(read(tmp_path))) == {name: outcome}


def test_hidden_folders_and_the_parts_of_saved_pages_are_left_out_whole(tmp_path: Path) -> None:
    files = [".git/x.html", "peru.html", "peru_files/frame.html", "other_files/x.html"]
    put(tmp_path, **dict.fromkeys(files, PAGE))
    assert told(list(read(tmp_path))) == {
        ".git": "hidden folder",
        "other_files/x.html": "page",
        "peru.html": "page",
        "peru_files": "parts of the saved page peru.html",
    }


def test_patterns_are_compared_with_the_origin_and_the_name(tmp_path: Path) -> None:
    put(tmp_path, **dict.fromkeys(["bgn/1.htm", "bgn/2.txt", "old/1.htm", "x/old/3.htm"], PAGE))
    found = told(list(read(tmp_path, include=["*.htm"], exclude=["old"])))
    assert found == {
        "bgn/1.htm": "page",
        "bgn/2.txt": "not included",
        "old": "excluded by old",
        "x/old": "excluded by old",
    }


def test_origins_are_nfc_whatever_the_file_system_holds(tmp_path: Path) -> None:
    put(tmp_path, **{unicodedata.normalize("NFD", "Côte.html"): PAGE})
    assert [item.origin for item in read(tmp_path)] == [unicodedata.normalize("NFC", "Côte.html")]


def test_a_name_that_is_no_utf8_has_an_origin_that_is(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(bytes(tmp_path) + b"/c\xf4te.html")).write_bytes(PAGE)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert [item.origin for item in read(tmp_path)] == [r"c\xf4te.html"]


def test_links_are_followed_inside_the_input_only(tmp_path: Path) -> None:
    put(tmp_path, **{"in/peru.html": PAGE, "in/deep/x.html": PAGE, "out/secret.html": PAGE})
    inside = tmp_path / "in"
    (inside / "again.html").symlink_to(inside / "peru.html")
    (inside / "away.html").symlink_to(tmp_path / "out" / "secret.html")
    (inside / "dangling.html").symlink_to(inside / "nothing")
    (inside / "folder").symlink_to(inside / "deep")
    (inside / "loop").symlink_to(inside)
    assert told(list(read(inside))) == {
        "again.html": "page",
        "away.html": "link that leads out of the input",
        "dangling.html": "SourceError: cannot be read: No such file or directory",
        "deep/x.html": "page",
        "folder": "link to a folder",
        "loop": "link to a folder",
        "peru.html": "page",
    }


def test_pipes_and_sockets_never_make_a_run_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.html")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket.html")
        found = told(list(read(tmp_path)))
    assert set(found.values()) == {"no file (pipe, socket or device)"}
    with pytest.raises(SourceError, match="neither a file nor a folder"):
        read("pipe.html")


def test_a_pipe_that_takes_the_place_of_a_file_is_a_failure(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "late.html")
    [item] = read_found(found_file(str(tmp_path / "late.html"), "late.html"), Run(read_found))
    assert _told(item) == "SourceError: expected a file, found another kind of thing"


def test_what_cannot_be_opened_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, **{"a.html": PAGE, "b/c.html": PAGE})

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    items = list(read(tmp_path))
    assert set(told(items).values()) == {"SourceError: cannot be read: permission denied"}


def test_a_folder_that_cannot_be_listed_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, **{"a.html": PAGE, "b/c.html": PAGE})
    listed = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("b"):
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert told(list(read(tmp_path))) == {"a.html": "page", "b": "SourceError: cannot be listed: Permission denied"}


def test_a_page_over_the_limit_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MAX_BYTES", 100)
    put(tmp_path, **{"fits.html": b"x" * 100, "large.html": b"x" * 101})
    found = told(list(read(tmp_path)))
    assert found == {"fits.html": "page", "large.html": "LimitExceeded: more than 100 bytes, which a page may have"}


def test_a_missing_input_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such input"):
        read(tmp_path / "nothing")


def test_reading_is_lazy(tmp_path: Path) -> None:
    put(tmp_path, **{"a.html": PAGE, "b.html": PAGE})
    items = read(tmp_path)
    assert next(items).origin == "a.html"
    (tmp_path / "b.html").write_bytes(b"changed while reading")
    assert next(items) == Snapshot("b.html", b"changed while reading")


def test_a_side_car_witnesses_url_time_type_and_charset(tmp_path: Path) -> None:
    said = {
        "url": "http://www.state.gov/r/pa/ei/bgn/35762.htm",
        "captured_at": "2013-11-19T23:11:00-05:00",
        "media_type": "text/html; charset=iso-8859-1",
        "sha256": hashlib.sha256(PAGE).hexdigest().upper(),
        "origin": "State's archive",
        "licence": "public domain",
        "charset": None,
    }
    put(tmp_path, **{"peru.html": PAGE, "peru.html.source.json": json.dumps(said).encode()})
    [snapshot] = read(tmp_path)
    assert snapshot == Snapshot(
        "peru.html",
        PAGE,
        url=str(said["url"]),
        url_evidence="side-car",
        captured_at="2013-11-20T04:11:00Z",
        media_type="text/html",
        charset="iso-8859-1",
    )


@pytest.mark.parametrize(
    ("side_car", "message"),
    [
        ("{", "line 1, column 2: Expecting property name"),
        ('{"url": "x",\n "what": 1}', 'line 1, column 2: url is "x", expected an absolute address'),
        ('{\n "what": 1}', "line 2, column 2: unknown key 'what'"),
        ("[]", "line 1, column 1: expected an object"),
        ('{"sha256": "abc"}', 'sha256 is "abc", expected 64 hexadecimal digits'),
        ('{"licence": 1}', "licence is 1, expected a string or null"),
        ('{"captured_at": "2013-11-20"}', "expected a time such as"),
        ('{"captured_at": "2013-13-20T00:00:00Z"}', "which no calendar has"),
        (f'{{"sha256": "{"0" * 64}"}}', "the side-car says sha256 0000"),
        ("[" * 100_000, "nested too deep"),
        ('{"url": "http://\\ud800/"}', "expected an absolute address"),
    ],
)
def test_a_malformed_side_car_fails_its_page_and_says_where(tmp_path: Path, side_car: str, message: str) -> None:
    put(tmp_path, **{"peru.html": PAGE, "peru.html.source.json": side_car.encode()})
    [failure] = read(tmp_path)
    assert isinstance(failure, Failure)
    assert (failure.stage, failure.error, failure.origin) == ("source", "SourceError", "peru.html")
    assert message in failure.message
    assert failure.sha256 == hashlib.sha256(PAGE).hexdigest()


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\x80"])
def test_a_side_car_that_is_no_utf8_fails_its_page(tmp_path: Path, data: bytes) -> None:
    put(tmp_path, **{"peru.html": PAGE, "peru.html.source.json": data})
    [failure] = read(tmp_path)
    assert "no UTF-8 at byte 0" in _told(failure)


def test_a_side_car_that_is_a_folder_fails_its_page(tmp_path: Path) -> None:
    put(tmp_path, **{"peru.html": PAGE, "peru.html.source.json/x.txt": b""})
    assert "cannot be read" in told(list(read(tmp_path)))["peru.html"]


def test_a_side_car_that_names_another_media_type_skips_its_page(tmp_path: Path) -> None:
    put(tmp_path, **{"peru": PAGE, "peru.source.json": b'{"media_type": "application/pdf"}'})
    assert told(list(read(tmp_path))) == {"peru": "media type application/pdf"}


def test_several_inputs_come_one_after_the_other(tmp_path: Path) -> None:
    put(tmp_path, **dict.fromkeys(["b/1.html", "a/2.html", "a/3.html"], PAGE))
    assert [item.origin for item in read_all([tmp_path / "b", tmp_path / "a"])] == ["1.html", "2.html", "3.html"]


@pytest.mark.parametrize("inputs", [["a", "b"], ["a/same.html", "b/same.html"], ["a", "a"], ["b", "c", "a/same.html"]])
def test_two_inputs_with_one_origin_are_refused_by_name(tmp_path: Path, inputs: list[str]) -> None:
    put(tmp_path, **dict.fromkeys(["a/same.html", "a/x.html", "b/same.html", "b/a.html", "c/y.html"], PAGE))
    with pytest.raises(SourceError, match=r"two inputs hold 'same.html': .*[ab].* and .*[ab]"):
        read_all([tmp_path / name for name in inputs], exclude=["x.html", "a.html"])


def test_an_excluded_clash_is_none(tmp_path: Path) -> None:
    put(tmp_path, **dict.fromkeys(["a/same.html", "b/same.html"], PAGE))
    assert len(list(read_all([tmp_path / "a", tmp_path / "b"], exclude=["same.html"]))) == 2


def test_a_file_given_by_name_is_judged_by_its_name_too(tmp_path: Path) -> None:
    put(tmp_path, **{"style.css": b"p {}"})
    assert told(list(read(tmp_path / "style.css"))) == {"style.css": "style sheet (.css)"}


def test_a_folder_of_many_levels_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("x.html").write_bytes(PAGE)
    [item] = read(tmp_path)
    assert item.origin == "d/" * 300 + "x.html"
