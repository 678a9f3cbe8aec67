"""What a run writes, so that it does not read it where OUT lies in an input."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from statedocs.errors import SinkError
from statedocs.sources import origins_of

_BESIDE: Final = ("-wal", "-shm", "-journal", ".wal")
"""What databases put beside their file while they are open."""


def own_origins(out: str | os.PathLike[str], inputs: Sequence[str | os.PathLike[str]]) -> Iterator[str]:
    """Give the origins that OUT and what stands beside it would have in the inputs; they are no pages of anybody.

    Raises:
        SinkError: OUT is a folder that is an input.
    """
    if os.fspath(out) == "-" or "://" in os.fspath(out):
        return
    place = Path(out).resolve()
    for path in _files(place):
        for origin in origins_of(path, inputs):
            if origin:
                yield origin
            elif place.is_dir():
                raise SinkError(f"OUT is an input: {out}")


def _files(place: Path) -> Iterator[Path]:
    yield place
    yield from (place.with_name(f".{place.name}.{kind}") for kind in ("statedocs", "lock"))
    yield from (place.with_name(place.name + ending) for ending in _BESIDE)
    stem, dot, rest = place.name.partition(".jsonl")
    if dot:
        yield from (
            place.with_name(f"{stem}.{kind}{dot}{end}") for kind in ("failures", "manifest") for end in ("", rest)
        )
    elif place.suffix:
        yield place.with_suffix(".metadata.json")
