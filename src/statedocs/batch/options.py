"""What a user may ask of a run."""

import os
from dataclasses import dataclass, field
from typing import Final

from statedocs.pipeline import Options

MEGABYTE: Final = 2**20


def cores() -> int:
    """Give how many cores this process may use, which may be fewer than the machine has."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one page may take. A page that takes more is a failure, `LimitExceeded`.

    Attributes:
        seconds: How long its conversion may last.
        memory: How many bytes its worker process may have in memory meanwhile.
        size: How many bytes it may have.
    """

    seconds: float = 60.0
    memory: int = 1024 * MEGABYTE
    size: int = 64 * MEGABYTE


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What a user may ask of a run.

    Attributes:
        convert: How each page is converted.
        include: Patterns of the pages wanted; none means all.
        exclude: Patterns of files and folders to leave out.
        workers: How many processes convert; None means one a core. 0 converts in this process, where the limits of
            time and memory do not hold: for those who look for a defect.
        limits: What one page may take.
        fresh: Whether pages that an earlier run has done are done again.
        prune: Whether records of pages that are no longer in the inputs are taken away.
        copies: Whether workers may begin as copies of this process, which is quick, where that is safe; else each loads
            the program. For callers whose process does nothing but the run.
        cluster: The address of a Dask scheduler whose workers convert.
        cluster_parts: A folder, or an address of a store, in which those workers leave their results; None means beside
            OUT, where they see it.
    """

    convert: Options = field(default_factory=Options)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    workers: int | None = None
    limits: Limits = field(default_factory=Limits)
    fresh: bool = False
    prune: bool = False
    copies: bool = False
    cluster: str | None = None
    cluster_parts: str | None = None
