"""What is done when reading a file goes wrong in a way that nobody foresaw."""

import io
import logging
from collections.abc import Iterator
from typing import BinaryIO, cast

import pytest

from statedocs.record import Failure
from statedocs.sources import dispatch
from statedocs.sources.items import Found, Item
from statedocs.sources.packing.spool import Shared, Spool, spooled
from statedocs.sources.run import Run


def items_of(found: Found) -> list[Item]:
    return list(dispatch.read_found(found, Run(dispatch.read_found)))


def test_a_bug_on_one_file_is_its_failure(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def buggy(*_: object) -> Iterator[Item]:
        raise KeyError("x")

    monkeypatch.setattr(dispatch, "container_kind", buggy)
    with caplog.at_level(logging.CRITICAL):
        [failure] = items_of(Found("x.zip", "x.zip", lambda: cast("BinaryIO", io.BytesIO(b"PK"))))
    assert isinstance(failure, Failure)
    assert (failure.stage, failure.message) == ("bug", "a bug in statedocs: KeyError('x')")


def test_a_file_that_cannot_be_read_is_a_failure() -> None:
    class Failing(io.BytesIO):
        def read(self, count: int | None = -1, /) -> bytes:
            raise OSError(5, "Input/output error")

        def seek(self, offset: int, whence: int = 0, /) -> int:
            raise OSError(5, "Input/output error")

    [failure] = items_of(Found("x.htm", "x.htm", lambda: cast("BinaryIO", Failing())))
    assert isinstance(failure, Failure)
    assert failure.message == "cannot be read: Input/output error"


def test_a_spool_is_a_file_over_what_comes_once() -> None:
    class Once:
        def __init__(self) -> None:
            self.parts = [b"abc", b"defg", b""]

        def read(self, count: int, /) -> bytes:
            if not self.parts:
                raise OSError(5, "Input/output error")
            return self.parts.pop(0)

    file = Spool(Once())
    assert (file.readable(), file.seekable(), file.tell()) == (True, True, 0)
    assert (file.read(2), file.tell()) == (b"ab", 2)
    assert (file.seek(1, io.SEEK_CUR), file.read()) == (3, b"defg")
    assert (file.seek(-2, io.SEEK_END), file.read(9), file.read(1)) == (5, b"fg", b"")
    assert (file.seek(0), file.read(None)) == (0, b"abcdefg")
    file.close()
    file.close()

    class Broken(Once):
        def __init__(self) -> None:
            self.parts = [b"abc"]

    broken = spooled(Broken())
    assert broken.read(9) == b"abc"
    for _ in range(2):
        with pytest.raises(OSError, match="Input/output error"):
            broken.read(1)
    broken.close()
    Shared(lambda: spooled(Once())).close()
