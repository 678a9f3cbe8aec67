"""Pages that go to the workers of a cluster as the place where their bytes are: who converts them reads them there."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace

from statedocs.batch.task import Chunk, Task
from statedocs.errors import StatedocsError
from statedocs.snapshot import Member, Snapshot
from statedocs.sources import bytes_at, is_remote


@dataclass(frozen=True, slots=True)
class Reference:
    """A page without its bytes.

    Attributes:
        task: The page, its bytes left out; what its side-car or archive says of it goes with it.
        place: Where its bytes are: a whole path, an address in a store, or a member of the file there.
        sha256: What they must be.
    """

    task: Task
    place: str | Member
    sha256: str


def referred(task: Task) -> Task | Reference:
    """Give a page as the place where its bytes are, if they are in one."""
    page = task.page
    if not isinstance(page, Snapshot) or page.place is None:
        return task
    at = page.place
    place = at._replace(file=_whole(at.file)) if isinstance(at, Member) else _whole(at)
    return Reference(replace(task, page=replace(page, data=b"")), place, page.sha256)


def _whole(path: str) -> str:
    return path if is_remote(path) else os.path.abspath(path)  # noqa: PTH100  (names of bytes that are no text stay)


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
        elif (page := _page(one)) is not None:
            tasks.append(replace(one.task, page=page))
        else:
            missing.append(one.task.number)
    return tasks, missing


def _page(reference: Reference) -> Snapshot | None:
    try:
        data = bytes_at(reference.place)
    except (StatedocsError, OSError, ValueError):
        return None
    page = reference.task.page
    if not isinstance(page, Snapshot) or hashlib.sha256(data).hexdigest() != reference.sha256:
        return None
    return replace(page, data=data)
