"""WACZ: a zip of WARC files with an index of their records and digests of all.

Source: https://specs.webrecorder.net/wacz/1.1.1/, https://specs.webrecorder.net/wacz-auth/0.1.0/
"""

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Final

from statedocs.errors import StatedocsError
from statedocs.sources.archives.digests import contradicts, is_contradicted, pieces_of
from statedocs.sources.containers.cdx import Block, Line, blocks_in, index_lines
from statedocs.sources.containers.contents import Contents
from statedocs.sources.containers.signature import signer
from statedocs.sources.items import Item
from statedocs.sources.names import web_archive
from statedocs.sources.packing.stream import Stream
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
        self._signature = "wrong"

    def part(self, path: str) -> str | None:
        """Give the reason to skip a member that is no archive but tells of them."""
        if path == PACKAGE:
            return "part of the WACZ (description)"
        if path == _SIGNED:
            return f"part of the WACZ (signature: {self._signature})"
        kind = _PARTS.get(path.partition("/")[0]) if "/" in path else None
        return f"part of the WACZ ({kind})" if kind else None

    def check(self) -> Iterator[Item]:
        """Give what is wrong with the members' digests, and read the index."""
        try:
            package = self._json(PACKAGE)
            for resource in package.get("resources") or ():
                yield from self._check_resource(resource)
        except (StatedocsError, OSError, ValueError, TypeError, AttributeError, RecursionError) as error:
            yield self._failure(f"{PACKAGE} cannot be read: {error}", PACKAGE)
        try:
            if self._contents.is_listed(_SIGNED):
                yield from self._check_signed()
        except (StatedocsError, OSError, ValueError, TypeError, RecursionError) as error:
            yield self._failure(f"{_SIGNED}: {error}", _SIGNED)
        for path in self._contents.listed_under("indexes/"):
            yield from self._check_blocks(path) if ".idx" in path else self._read_index(path)

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
        """Check the digest that a signature speaks of, and that it is of this digest."""
        signed = self._json(_SIGNED)
        data = signed.get("signedData")
        stated = {signed.get("hash"), data.get("hash") if isinstance(data, dict) else None} - {None}
        for digest in sorted(map(str, stated)):
            if self._contradicts(PACKAGE, digest):
                yield self._failure(f"{PACKAGE} does not have the digest {digest} that {_SIGNED} says", _SIGNED)
        self._signature = signer(data) if isinstance(data, dict) else "absent"

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
        try:
            with self._open(path) as file:
                return is_contradicted(digest, pieces_of(file, 0, None))
        except (Unreadable, StatedocsError):
            return False  # which is told where it is read

    def _read_index(self, path: str) -> Iterator[Item]:
        try:
            with self._open(path) as file:
                for found in index_lines(Stream(file)):
                    if isinstance(found, Line):
                        key = _key(_ENTRY, found.filename.rpartition("/")[2], found.offset)
                        self._contents.names.add(key, f"{found.length} {found.record} {found.payload}".encode())
                    else:
                        yield self._failure(f"the index {path!r} cannot be read: {found.reason}", path)
        except (OSError, StatedocsError) as error:
            yield self._failure(f"the index {path!r} cannot be read: {error}", path)

    def _check_blocks(self, path: str) -> Iterator[Item]:
        """Check the digests that the index of an index says of its blocks."""
        try:
            with self._open(path) as file:
                for block in blocks_in(Stream(file), path):
                    if self._is_other(block):
                        where = f"{block.length:,} bytes of {block.path!r} at {block.offset:,}"
                        yield self._failure(f"{where} do not have the digest {block.digest} that {path!r} says", path)
        except (OSError, StatedocsError) as error:
            yield self._failure(f"the index {path!r} cannot be read: {error}", path)

    def _is_other(self, block: Block) -> bool:
        if not self._contents.is_listed(block.path):
            return True
        with self._open(block.path) as file:
            file.seek(block.offset)
            return contradicts(block.digest, file.read(block.length))

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
        length, digest, _ = self._entry(offset)
        try:
            self._file = self._file or self._open(self._path)
            is_other = bool(digest) and is_contradicted(digest, pieces_of(self._file, offset, length))
        except (OSError, StatedocsError):
            return None  # which is told where the file is read
        return f"the record does not have the digest {digest} of the index" if is_other else None

    def payload_digest(self, offset: int) -> str | None:
        """Give the digest that the index says of what a record holds."""
        return self._entry(offset)[2] or None

    def places(self) -> Iterator[tuple[int, int]]:
        """Give the offset and length of each record, in the order of the offsets."""
        for key, kept in self._contents.names.under(_ENTRY + self._name.encode() + b"\0"):
            yield int.from_bytes(key[-8:]), int(kept.split(b" ")[0])

    def _entry(self, offset: int) -> tuple[int, str, str]:
        """Give the length of a record, its digest and that of its payload, as the index says them."""
        kept = self._contents.names.get(_key(_ENTRY, self._name, offset)) or b"0  "
        length, record, payload = kept.decode().split(" ")
        return int(length), record, payload

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
