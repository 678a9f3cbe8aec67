"""Pages that go to the workers of a cluster as the place where their bytes are: who converts them reads them there."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace

from statedocs.batch.task import Chunk, Task
from statedocs.errors import StatedocsError
from statedocs.sources import bytes_at, is_remote


@dataclass(frozen=True, slots=True)
class Reference:
    """A page without its bytes.

    Attributes:
        task: The page; what its side-car or archive says of it goes with it.
        place: Where its bytes are: a whole path, or an address in a store.
        sha256: What they must be.
    """

    task: Task
    place: str
    sha256: str


def scheme_of(place: str) -> str:
    """Name what has to be within a worker's reach: `s3`, `gs`; `file` for the folders of this machine."""
    return place.partition("://")[0] if is_remote(place) else "file"


def referred(task: Task) -> Task | Reference:
    """Give a page as the place where its bytes are, if they are in one."""
    snapshot = task.snapshot
    if snapshot.place is None:
        return task
    place = snapshot.place if is_remote(snapshot.place) else os.path.abspath(snapshot.place)  # noqa: PTH100
    return Reference(replace(task, snapshot=replace(snapshot, data=b"")), place, snapshot.sha256)


def fetched(sent: Iterable[Task | Reference]) -> tuple[Chunk, list[int]]:
    """Read what is referred to.

    Returns:
        The pages with their bytes; the numbers of those whose bytes cannot be read here, or are others.
    """
    tasks: Chunk = []
    missing: list[int] = []
    for one in sent:
        if isinstance(one, Task):
            tasks.append(one)
        elif (data := _bytes(one)) is not None:
            tasks.append(replace(one.task, snapshot=replace(one.task.snapshot, data=data)))
        else:
            missing.append(one.task.number)
    return tasks, missing


def _bytes(reference: Reference) -> bytes | None:
    try:
        data = bytes_at(reference.place)
    except (StatedocsError, OSError, ValueError):
        return None
    return data if hashlib.sha256(data).hexdigest() == reference.sha256 else None
