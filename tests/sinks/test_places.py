"""Places that are no plain files: links, pipes, devices (of which none is ever touched here)."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from statedocs.errors import SinkError
from statedocs.record import Document
from statedocs.sinks import open_sink, open_stored, write

Make = Callable[..., Document]

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders on this system")


@pytest.mark.parametrize("name", ["x.jsonl", "x.jsonl.gz", "x.sqlite", "x.csv", "x.md", "x.parquet", "x.jsonld"])
def test_a_link_stays_and_what_it_leads_to_is_written(make_document: Make, tmp_path: Path, name: str) -> None:
    """Also where nothing is there yet."""
    for folder in ("links", "files"):
        (tmp_path / folder).mkdir()
    link, target = tmp_path / "links" / name, tmp_path / "files" / f"real-{name}"
    link.symlink_to(target)
    for number in (1, 2):
        write([make_document(f"{count}.htm") for count in range(number)], link)
        assert link.is_symlink()
        assert target.exists()
        assert [path.name for path in (tmp_path / "links").iterdir()] == [name]
    if name not in ("x.csv", "x.md", "x.jsonld"):
        assert len(list(open_stored(link).documents())) == 2
        assert len(list(open_stored(link).manifest())) == 2


def test_a_linked_folder_is_written(make_document: Make, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    write([make_document("1.htm")], tmp_path / "out")
    assert (tmp_path / "out").is_symlink()
    assert (tmp_path / "real" / "1.htm.json").is_file()


def test_a_link_to_another_form_or_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").symlink_to(tmp_path / "x.sqlite")
    with pytest.raises(SinkError, match="whose name means another form"):
        open_sink(tmp_path / "x.jsonl")
    (tmp_path / "y.jsonl").symlink_to(tmp_path / "y.jsonl")
    with pytest.raises(SinkError, match=r"y\.jsonl"):
        open_sink(tmp_path / "y.jsonl").__enter__()


@pytest.mark.parametrize("name", ["x.jsonl", "x.sqlite", "x.csv", "pipe"])
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_is_refused_and_left(tmp_path: Path, name: str, linked: bool) -> None:
    pipe = tmp_path / ("real" if linked else name)
    os.mkfifo(pipe)
    if linked:
        (tmp_path / name).symlink_to(pipe)
    with pytest.raises(SinkError, match="is a pipe, a socket or a device"):
        open_sink(tmp_path / name)
    assert pipe.is_fifo()
    assert len(list(tmp_path.iterdir())) == 1 + linked


def test_standard_output_has_a_name_too(root: Path, tmp_path: Path) -> None:
    """Into a pipe and into a file."""
    page = next((root / "raw").rglob("*.html"))
    command = [sys.executable, "-m", "statedocs", "convert", str(page), "--workers", "0", "-q", "-o"]
    expected = subprocess.run([*command, "-"], capture_output=True, check=True).stdout
    assert expected.startswith(b'{"schema_version"')
    assert subprocess.run([*command, "/dev/stdout"], capture_output=True, check=True).stdout == expected
    with (tmp_path / "x.txt").open("wb") as file:
        subprocess.run([*command, "/dev/stdout"], stdout=file, check=True)
    assert (tmp_path / "x.txt").read_bytes() == expected
    assert [path.name for path in tmp_path.iterdir()] == ["x.txt"]


def test_a_pipe_takes_what_is_printed(root: Path, tmp_path: Path) -> None:
    """As the message says: `-o - > PIPE`."""
    page = next((root / "raw").rglob("*.html"))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    with pipe.open("wb") as file:
        command = [sys.executable, "-m", "statedocs", "convert", str(page), "--workers", "0", "-q", "-o", "-"]
        subprocess.run(command, stdout=file, check=True)
    reader.join(60)
    assert got[0].endswith(b"}\n")
