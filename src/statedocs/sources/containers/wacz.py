"""WACZ: a zip of WARC files with an index of their records and digests of all.

Source: https://specs.webrecorder.net/wacz/1.1.1/, https://specs.webrecorder.net/wacz-auth/0.1.0/
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from statedocs.errors import StatedocsError
from statedocs.sources.archives.digests import KNOWN
from statedocs.sources.containers.contents import Contents
from statedocs.sources.items import Item
from statedocs.sources.names import web_archive
from statedocs.sources.packing.unreadable import Unreadable
from statedocs.sources.page import read_whole

PACKAGE: Final = "datapackage.json"
_SIGNED: Final = "datapackage-digest.json"
_ARCHIVES: Final = "archive/"
_PARTS: Final = {
    "indexes": "index",
    "pages": "list of pages",
    "logs": "log",
    "fuzzy": "rules",
    "lists": "list of pages",
}
_ENTRY: Final = b"indexed\0"
_MET: Final = b"met at\0"
_BLOCK: Final = 2**20
_LONGEST_LINE: Final = 2**20


def is_wacz(contents: Contents) -> bool:
    """Tell whether a zip is one."""
    if not contents.is_listed(PACKAGE):
        return False
    return contents.found.name.lower().endswith(".wacz") or next(contents.listed_under(_ARCHIVES), None) is not None


class Wacz:
    """What a WACZ says of its members.

    Args:
        contents: The members of the zip.
        open_member: Opens one that is listed, by its path.
        offset_of: Gives where it begins.
    """

    def __init__(
        self, contents: Contents, open_member: Callable[[str], BinaryIO], offset_of: Callable[[str], int]
    ) -> None:
        self._offset_of = offset_of
        self._contents = contents
        self._open = open_member

    @staticmethod
    def part(path: str) -> str | None:
        """Give the reason to skip a member that is no archive but tells of them."""
        if path in (PACKAGE, _SIGNED):
            return "part of the WACZ (description)"
        kind = _PARTS.get(path.partition("/")[0]) if "/" in path else None
        return f"part of the WACZ ({kind})" if kind else None

    def check(self) -> Iterator[Item]:
        """Give what is wrong with the members' digests, and read the index."""
        try:
            package = self._json(PACKAGE)
            if self._contents.is_listed(_SIGNED):
                yield from self._check_signed()
            for resource in package.get("resources") or ():
                yield from self._check_resource(resource)
        except (StatedocsError, OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
            yield self._failure(f"{PACKAGE} cannot be read: {error}", PACKAGE)
        for path in self._contents.listed_under("indexes/"):
            if ".idx" not in path:
                yield from self._read_index(path)

    def index_of(self, path: str) -> "Index | None":
        """Give what the index says of the records of a member."""
        if not path.startswith(_ARCHIVES) or web_archive(path) is None:
            return None
        return Index(self._contents, path, self._open)

    def _json(self, path: str) -> dict[str, Any]:
        with self._open(path) as file:
            found = json.loads(read_whole(file))
        if not isinstance(found, dict):
            raise TypeError(f"{path} is no object")
        return found

    def _check_signed(self) -> Iterator[Item]:
        """Check the digest that a signature speaks of; whose signature it is is not looked at."""
        signed = self._json(_SIGNED)
        data = signed.get("signedData")
        stated = {signed.get("hash"), data.get("hash") if isinstance(data, dict) else None} - {None}
        for digest in sorted(map(str, stated)):
            if self._contradicts(PACKAGE, digest):
                yield self._failure(f"{PACKAGE} does not have the digest {digest} that {_SIGNED} says", _SIGNED)

    def _check_resource(self, resource: dict[str, Any]) -> Iterator[Item]:
        path = str(resource.get("path") or "")
        stats = resource.get("stats")
        said = stats if isinstance(stats, dict) else resource
        digest = str(said.get("hash") or "")
        if ":" not in digest:
            digest = f"{resource.get('hashing') or 'sha256'}:{digest}"
        if not self._contents.is_listed(path):
            yield self._failure(f"{PACKAGE} names {path!r}, which is not there", PACKAGE)
        elif self._contradicts(path, digest):
            yield self._failure(f"{path!r} does not have the digest {digest} that {PACKAGE} says", path)

    def _contradicts(self, path: str, digest: str) -> bool:
        name, _, digits = digest.partition(":")
        if name not in KNOWN:
            return False
        found = hashlib.new(name, usedforsecurity=False)
        try:
            with self._open(path) as file:
                while block := file.read(_BLOCK):
                    found.update(block)
        except (Unreadable, StatedocsError):
            return False  # which is told where it is read
        return found.hexdigest() != digits.lower() and len(digits) == 2 * found.digest_size

    def _read_index(self, path: str) -> Iterator[Item]:
        try:
            with self._open(path) as file:
                is_packed = file.read(2) == b"\x1f\x8b"
                file.seek(0)
                lines = gzip.GzipFile(fileobj=file) if is_packed else file
                while line := lines.readline(_LONGEST_LINE):
                    self._keep(line)
        except (OSError, EOFError, zlib.error, StatedocsError) as error:
            yield self._failure(f"the index {path!r} cannot be read: {error}", path)

    def _keep(self, line: bytes) -> None:
        """Keep what a line of the index says of a record; one that says nothing readable is passed over."""
        try:
            said = json.loads(line[line.index(b"{") :])
            offset, length = int(said["offset"]), int(said["length"])
            name, digest = str(said["filename"]), str(said.get("recordDigest") or "")
        except (ValueError, KeyError, TypeError, RecursionError):
            return
        if 0 <= offset < 2**63 and 0 < length < 2**63:
            self._contents.names.add(_key(_ENTRY, name, offset), f"{length} {digest}".encode())

    def _failure(self, reason: str, path: str) -> Item:
        """Give what is wrong with a member, or with what one says."""
        return self._contents.failure(reason, self._offset_of(path))


class Index:
    """What the index of a WACZ says of the records of one WARC file.

    Args:
        contents: The members of the zip.
        path: Of the WARC file in it.
        open_member: Opens it.
    """

    def __init__(self, contents: Contents, path: str, open_member: Callable[[str], BinaryIO]) -> None:
        self._contents = contents
        self._name = path.rpartition("/")[2]
        self._path = path
        self._open = open_member
        self._file: BinaryIO | None = None

    def meet(self, offset: int) -> str | None:
        """Say that a record begins at an offset, and give what the index says against its bytes, or None."""
        names = self._contents.names
        names.add(_key(_MET, self._name, offset))
        said = names.get(_key(_ENTRY, self._name, offset))
        length, _, digest = (said or b"0 ").decode().partition(" ")
        name, _, digits = digest.partition(":")
        if not digits or name not in KNOWN:
            return None
        try:
            found = self._digest(name, offset, int(length))
        except (OSError, StatedocsError):
            return None  # which is told where the file is read
        return None if found == digits else f"the record does not have the digest {digest} of the index"

    def _digest(self, name: str, offset: int, left: int) -> str:
        self._file = self._file or self._open(self._path)
        self._file.seek(offset)
        found = hashlib.new(name, usedforsecurity=False)
        while left and (block := self._file.read(min(left, _BLOCK))):
            found.update(block)
            left -= len(block)
        return found.hexdigest()

    def unmet(self) -> Iterator[Item]:
        """Give the records that the index names and that were not met, once all were."""
        for key, _ in self._contents.names.under(_ENTRY + self._name.encode() + b"\0"):
            offset = int.from_bytes(key[-8:])
            if self._contents.names.get(_key(_MET, self._name, offset)) is None:
                reason = f"the index names a record of {self._path!r} at {offset:,}, but none begins there"
                yield self._contents.failure(reason, offset)
        if self._file:
            self._file.close()


def _key(kind: bytes, name: str, offset: int) -> bytes:
    return kind + name.encode("utf-8", "replace") + b"\0" + offset.to_bytes(8)
