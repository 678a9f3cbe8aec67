"""Lists of inputs: `@list.txt` names one a line."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from statedocs.sources.names import segment

_LOOK: Final = 64 * 2**10
_LONGEST: Final = 64 * 2**10
_UP: Final = re.compile(r"(?:\.{0,2}/+)*(?:\.\.?$)?")
_REMOTE: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list.

    Attributes:
        number: 1-based.
        path: As written, without blanks around it.
    """

    number: int
    path: str


def lines(file: BinaryIO) -> Iterator[Line]:
    """Give the lines that name an input; empty ones and comments (`# …`) are none.

    A list with a zero between its names (`find -print0`) has no comments, and names may hold anything.
    """
    is_zeroed = b"\0" in file.read(_LOOK)
    file.seek(0)
    for number, raw in enumerate(_split(file, b"\0") if is_zeroed else _split(file, b"\n"), 1):
        text = os.fsdecode(raw)
        if is_zeroed and text:
            yield Line(number, text)
        elif not is_zeroed and (path := text.removeprefix("\ufeff").strip()) and not path.startswith("#"):
            yield Line(number, path)


def is_remote(path: str) -> bool:
    """Tell whether a path is an address such as `s3://bucket/page.htm`."""
    return _REMOTE.match(path) is not None


def origin_in_list(path: str) -> str:
    """Give the origin of what a list names: the path as written, less what makes it absolute or leads upwards.

    >>> origin_in_list("../pages/./a.htm"), origin_in_list("/data/b.htm"), origin_in_list("s3://bucket/c.htm")
    ('pages/a.htm', 'data/b.htm', 'bucket/c.htm')
    """
    plain = _REMOTE.sub("", path).replace(os.sep, "/")
    parts = [part for part in _UP.sub("", plain, count=1).split("/") if part not in ("", ".")]
    return "/".join(map(segment, parts))


def _split(file: BinaryIO, end: bytes) -> Iterator[bytes]:
    kept = b""
    while block := file.read(_LONGEST):
        *whole, kept = (kept + block).split(end)
        yield from whole
    if kept:
        yield kept
