"""Results of a cluster's workers as files, in a place that they share with the run. Loaded with the cluster."""

import hashlib
import logging
import pickle
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

import fsspec

from statedocs.batch.task import Answer
from statedocs.errors import SinkError

_LOG: Final = logging.getLogger("statedocs")
_MARK: Final = "run"
_ENDINGS: Final = (".part", ".part.new", f"/{_MARK}")


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of one run's parts.

    Attributes:
        url: A path, or an address in a store.
        mark: What the file `run` in it says: another machine may have another folder of that name.
    """

    url: str
    mark: str


@dataclass(frozen=True, slots=True)
class Part:
    """A file in the folder: some answers."""

    name: str
    sha256: str


def write_part(place: Place, answers: Sequence[Answer]) -> Part | None:
    """Write answers into a file, whole or not at all; None where this machine cannot, or has another folder there."""
    data = pickle.dumps(list(answers), protocol=5)
    name = f"{uuid.uuid4().hex}.part"
    try:
        store, path = fsspec.core.url_to_fs(place.url)
        if store.cat_file(f"{path}/{_MARK}") != place.mark.encode():
            return None
        store.pipe_file(f"{path}/{name}.new", data)
        store.mv(f"{path}/{name}.new", f"{path}/{name}")
    except Exception:  # noqa: BLE001  (each store has errors of its own; the answers go another way)
        return None
    return Part(name, hashlib.sha256(data).hexdigest())


class Parts:
    """The run's side of the folder.

    What a run before left there, killed as it was, is taken away when the folder is first needed: by then this run
    has the lock on OUT. What is lost there nobody misses: its pages are converted again.

    Args:
        url: The folder.
        is_asked: Whether the user named it, and is to know that it is of no use.
    """

    def __init__(self, url: str, *, is_asked: bool) -> None:
        self._url = url
        self._is_asked = is_asked
        self._opened: tuple[Any, str, Place] | None = None
        self._is_tried = False

    @property
    def place(self) -> Place | None:
        """The folder, as workers are told of it; None where there is none.

        Raises:
            SinkError: The user named it, and it cannot be made.
        """
        if not self._is_tried:
            self._is_tried = True
            try:
                self._opened = self._open()
            except Exception as error:
                if self._is_asked:
                    raise SinkError(f"{self._url} cannot be written, for the results of workers: {error}") from error
        return self._opened[2] if self._opened else None

    def _open(self) -> tuple[Any, str, Place]:
        store, path = fsspec.core.url_to_fs(self._url)
        place = Place(self._url, uuid.uuid4().hex)
        store.makedirs(path, exist_ok=True)
        _clear(store, path)
        store.pipe_file(f"{path}/{_MARK}", place.mark.encode())
        return store, path, place

    def take(self, part: Part) -> list[Answer] | None:
        """Give the answers of a part and delete it; None where it is not here, or not as it was written."""
        assert self._opened
        store, path, _ = self._opened
        try:
            data = store.cat_file(f"{path}/{part.name}")
            store.rm_file(f"{path}/{part.name}")
        except Exception:  # noqa: BLE001  (each store has errors of its own; the pages are converted again)
            return None
        if hashlib.sha256(data).hexdigest() != part.sha256:
            return None
        answers: list[Answer] = pickle.loads(data)  # noqa: S301  (the worker has said its digest)
        return answers

    def tell_unseen(self) -> None:
        """Say, once, that a worker does not see the folder that the user named."""
        if self._is_asked:
            self._is_asked = False
            _LOG.warning("%s is not seen by a worker of the cluster: its results come by the scheduler", self._url)

    def close(self, *, is_own: bool) -> None:
        """Take the folder away; one that was not needed is there after a killed run, if OUT `is_own`."""
        if self._opened or (is_own and not self._is_tried):
            with suppress(Exception):  # what stays is hidden, and the next run's to clear away
                store, path = fsspec.core.url_to_fs(self._url)
                _clear(store, path)
                store.rmdir(path)


def _clear(store: Any, path: str) -> None:
    """Delete the parts in a folder, and nothing else that may be there."""
    store.invalidate_cache()
    with suppress(FileNotFoundError):
        for name in store.ls(path, detail=False):
            if str(name).endswith(_ENDINGS):
                store.rm_file(name)
