"""Inputs at addresses: object stores and web servers, read by fsspec. Loaded when an input is one.

fsspec and not the stores' own libraries: one way for all of them, with ranges, so that archives stream from there.
"""

import io
import time
from collections.abc import Iterator
from functools import partial
from typing import Any, BinaryIO, Final, cast

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped
from statedocs.sources.items import Found, nothing_beside
from statedocs.sources.names import SIDECAR, other_kind, segment
from statedocs.sources.packing.spool import spooled
from statedocs.sources.packing.unreadable import Unreadable
from statedocs.sources.patterns import Patterns
from statedocs.sources.tree import Leaf
from statedocs.sources.walk import refused_by_name, walk

try:
    import fsspec
except ImportError:
    fsspec = None

_EXTRA: Final = "pip install 'statedocs[remote]'"
_TRIES: Final = 3
_PAUSE: Final = 0.2
_BLOCK: Final = 2**20
"""What is read ahead where a member is wanted: stores would read fifty times as much."""
_WEB: Final = ("http", "https")
Files = Iterator[Found | Skipped | Failure]


def files(address: str, origin: str | None, patterns: Patterns) -> Files:
    """Give the files at an address: one, or all under it.

    Args:
        address: Such as `s3://bucket/pages`.
        origin: What its origin is instead of its own name; a folder's stands before those of its files.
        patterns: What is wanted.

    Raises:
        SourceError: At once, when there is none, or it cannot be asked for.
    """
    store, path = _store(address)
    is_web = address.split(":", maxsplit=1)[0].lower() in _WEB
    try:
        is_folder = not is_web and store.isdir(path)
        if not is_folder:
            store.info(path)
    except Exception as error:
        raise SourceError(f"no such input: {address}: {_said(error)}") from error
    tree = RemoteTree(store)
    if is_folder:
        return walk(tree, path, patterns, f"{origin}/" if origin else "")
    name = segment(address.split("?", maxsplit=1)[0].rstrip("/").rpartition("/")[2]) or "index"
    origin = origin or (segment(address.rstrip("/").rpartition("/")[2]) if is_web else name)
    if reason := refused_by_name(name, origin, patterns) or (None if is_web else other_kind(name)):
        return iter([Skipped(origin, reason)])
    leaf = Leaf(path, name, is_folder=False)
    found = tree.found(leaf, origin, is_wanted=not patterns.refuse(origin), has_sidecar=not is_web)
    return iter([found.at(address) if is_web else found])


def open_at(address: str) -> BinaryIO:
    """Open the file at an address.

    Raises:
        SourceError: There is none, or it cannot be read.
    """
    return _open(*_store(address), block_size=_BLOCK)


def found_at(address: str, origin: str, *, is_wanted: bool) -> Found:
    """Give a file of a store as an input, without asking for it.

    Raises:
        SourceError: The store cannot be asked.
    """
    store, path = _store(address)
    leaf = Leaf(path, path.rpartition("/")[2], is_folder=False)
    return RemoteTree(store).found(leaf, origin, is_wanted=is_wanted, has_sidecar=True)


def _store(address: str) -> tuple[Any, str]:
    if fsspec is None:
        raise SourceError(f"{address} is read with the extra `remote`: {_EXTRA}")
    try:
        store, path = fsspec.core.url_to_fs(address)
    except ImportError as error:
        raise SourceError(f"{address} is read with the extra `remote`, or one of fsspec's: {error}") from error
    except Exception as error:
        raise SourceError(f"{address} cannot be asked for: {_said(error)}") from error
    return store, str(path)


class RemoteTree:
    """Folders of a store.

    Args:
        store: A file system of fsspec.
    """

    def __init__(self, store: Any) -> None:
        self._store = store

    def names(self, folder: str) -> list[Leaf]:
        """List a folder, in any order."""
        try:
            listed = self._store.ls(folder, detail=True)
        except Exception as error:
            raise SourceError(f"cannot be listed: {_said(error)}") from error
        finally:
            self._store.invalidate_cache()  # else it keeps every listing, and memory grows
        leaves = []
        for entry in listed:
            path = str(entry["name"])
            if name := path.rstrip("/").rpartition("/")[2]:
                leaves.append(Leaf(path, name, entry["type"] == "directory"))
        return [leaf for leaf in leaves if leaf.path.strip("/") != folder.strip("/")]

    def reason(self, path: str) -> str | None:  # noqa: ARG002  (a store has files and folders only)
        """Give no reason."""
        return None

    def found(self, leaf: Leaf, origin: str, *, is_wanted: bool, has_sidecar: bool) -> Found:
        """Give a file as an input."""
        return Found(
            origin=origin,
            name=leaf.name,
            open=partial(_open, self._store, leaf.path),
            sidecar=partial(_beside, self._store, leaf.path) if has_sidecar else nothing_beside,
            is_wanted=is_wanted,
            place=str(self._store.unstrip_protocol(leaf.path)),
        )


def _open(store: Any, path: str, **asked: int) -> BinaryIO:
    opened = partial(store.open, path, "rb", **asked)
    try:
        file = opened()
    except Exception as error:
        raise SourceError(f"cannot be read: {_said(error)}") from error
    if type(file).__name__ == "HTTPStreamFile":  # of a server that gives no parts
        return spooled(_Guarded(file, None))
    return cast("BinaryIO", _Guarded(file, opened))


def _beside(store: Any, path: str) -> bytes | None:
    try:
        return bytes(store.cat_file(path + SIDECAR))
    except FileNotFoundError:
        return None
    except Exception as error:
        raise SourceError(f"its side-car cannot be read: {_said(error)}") from error


class _Guarded(io.BufferedIOBase):
    """A file of a store; what goes wrong with it is told as of any file, once it was tried again.

    Args:
        file: As fsspec opened it.
        opened: Opens it again; None where it comes once.
    """

    def __init__(self, file: Any, opened: Any) -> None:
        self._file = file
        self._opened = opened

    def readable(self) -> bool:
        """Tell that one can read."""
        return True

    def seekable(self) -> bool:
        """Tell that one can go back."""
        return self._opened is not None

    def tell(self) -> int:
        """Give the place of the next byte."""
        return int(self._file.tell())

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place."""
        return int(self._file.seek(offset, whence))

    def read(self, count: int | None = -1, /) -> bytes:
        """Give the next bytes."""
        place = self.tell()
        for attempt in range(1, _TRIES + 1):
            try:
                return bytes(self._file.read(-1 if count is None else count))
            except Exception as error:
                if attempt == _TRIES or self._opened is None:
                    raise Unreadable(f"cannot be read behind {place:,} bytes: {_said(error)}") from error
                time.sleep(_PAUSE * attempt)
                self._again(place)
        raise AssertionError  # the loop returns or raises

    def _again(self, place: int) -> None:
        try:
            file = self._opened()
            file.seek(place)
        except Exception:  # noqa: BLE001  (then the old one is tried again, and what it raises is told)
            return
        self._file = file

    def close(self) -> None:
        """Let go of it."""
        if not self.closed:
            self._file.close()
            super().close()


def _said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".strip(": ")
