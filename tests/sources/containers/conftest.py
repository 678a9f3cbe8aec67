"""Small archives of files, made in a line."""

import io
import random
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from statedocs.sources import read
from statedocs.sources.items import Item


class _Pipe(io.RawIOBase):
    """Takes bytes and cannot go back, so that a zip is written as to standard output."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += memoryview(data)  # type: ignore[arg-type]
        return len(memoryview(data))  # type: ignore[arg-type]


def zipped(
    members: Mapping[str, bytes] | Iterable[tuple[str, bytes]],
    method: int = zipfile.ZIP_DEFLATED,
    *,
    is_streamed: bool = False,
) -> bytes:
    """Make a zip file; names may come twice."""
    pipe = _Pipe()
    whole = io.BytesIO()
    pairs = members.items() if isinstance(members, Mapping) else members
    with zipfile.ZipFile(pipe if is_streamed else whole, "w", method) as archive:
        for name, data in pairs:
            info = zipfile.ZipInfo(name, (2013, 11, 19, 0, 0, 0))
            info.compress_type = method
            archive.writestr(info, data)
    return bytes(pipe.data) if is_streamed else whole.getvalue()


def tarred(members: Mapping[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    """Make a tar file."""
    whole = io.BytesIO()
    with tarfile.open(fileobj=whole, mode="w", format=form) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return whole.getvalue()


def pages(count: int = 6) -> dict[str, bytes]:
    """Make pages of several lengths that do not compress to nothing."""
    made = {}
    for number in range(count):
        noise = random.Random(number).randbytes(80 * number).hex().encode()
        made[f"bgn/{number}.htm"] = b"<html><title>%d</title><h1>Sample %d</h1><p>%b</p></html>" % (
            number,
            number,
            noise,
        )
    return made


@pytest.fixture(scope="session")
def make(make: SimpleNamespace) -> SimpleNamespace:
    """The builders above and those of web archives, by name."""
    return SimpleNamespace(**vars(make), tarred=tarred, zipped=zipped, pages=pages)


@pytest.fixture
def items_of(tmp_path: Path) -> Callable[..., list[Item]]:
    """Write a file and give all that is read from it."""

    def items(data: bytes, name: str = "x.zip", **patterns: list[str]) -> list[Item]:
        (tmp_path / name).write_bytes(data)
        return list(read(tmp_path / name, **patterns))

    return items
