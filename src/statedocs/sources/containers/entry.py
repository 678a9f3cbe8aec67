"""A member of an archive of files, and the name that it may have."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final

from statedocs.snapshot import Member

_DRIVE: Final = re.compile(r"[A-Za-z]:")
_CONTROL: Final = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as its archive lists it.

    Attributes:
        name: As the archive writes it.
        offset: Where it begins in the archive's file, or in what that holds compressed.
        open: Opens its bytes.
        is_folder: Whether it is a folder.
        refusal: Why it cannot be read, when it cannot.
        packed: How many bytes it takes in the archive, where it is compressed by itself.
        place: Where others find it who open the archive, if they can.
    """

    name: str
    offset: int
    open: Callable[[], BinaryIO]
    is_folder: bool = False
    refusal: str | None = None
    packed: int | None = None
    place: Member | None = None


def inner_path(name: str) -> str:
    r"""Give a member's name as origins write it: `/`-separated, NFC, control characters as `\x07`.

    >>> inner_path("./bgn//35762.htm")
    'bgn/35762.htm'
    """
    parts = [part for part in name.split("/") if part not in ("", ".")]
    path = ("/" if name.startswith("/") else "") + "/".join(parts)
    return unicodedata.normalize("NFC", _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", path))


def unsafe_name(path: str) -> str | None:
    """Give what is wrong with a member's name that would lead out of a folder into which it were put.

    >>> unsafe_name("../../etc/passwd")
    'its name leads out of the archive'
    """
    if not path or path == "/":
        return "it has no name"
    if path.startswith("/") or _DRIVE.match(path):
        return "its name is absolute"
    return "its name leads out of the archive" if ".." in path.split("/") else None
