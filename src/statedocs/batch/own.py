"""What a run writes, so that it does not read it where OUT lies in an input."""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from statedocs.errors import SinkError
from statedocs.sources import is_remote, origins_of

_BESIDE: Final = ("-wal", "-shm", "-journal", ".wal")
"""What databases put beside their file while they are open."""
_PARQUET: Final = re.compile(r"(\.parquet/?)\?.*")
"""What stands behind a `?` is no part of a name."""


def own_origins(out: str | os.PathLike[str], inputs: Sequence[str | os.PathLike[str]]) -> Iterator[str]:
    """Give the origins that OUT and what stands beside it would have in the inputs; they are no pages of anybody.

    Raises:
        SinkError: OUT is a folder that is an input.
    """
    if os.fspath(out) == "-" or "://" in os.fspath(out):
        return
    place = _real(_PARQUET.sub(r"\1", os.fspath(out)))
    for path in _files(place):
        for origin in origins_of(path, inputs):
            if origin:
                yield origin
            elif place.is_dir():
                raise SinkError(f"OUT is an input: {out}")


def parts_place(
    asked: str | None, outs: Sequence[str | os.PathLike[str]], inputs: Sequence[str | os.PathLike[str]]
) -> str | None:
    """Give the folder in which the workers of a cluster leave results for this run: the same one for the same OUT.

    Args:
        asked: What the user asks for; None means beside OUT.
        outs: The places of the records.
        inputs: What is read.

    Raises:
        SinkError: The folder that is asked for lies in an input.
    """
    names = [os.fspath(out) for out in outs]
    if asked is None:
        places = (_real(name) for name in names if name != "-" and "://" not in name)
        beside = (place for place in places if place.is_file() or place.is_dir() or not place.exists())
        return next((str(place.with_name(f".{place.name}.parts")) for place in beside), None)
    root = asked.rstrip("/") if is_remote(asked) else str(_real(asked))
    is_read = any(f"{root}/".startswith(os.fspath(path).rstrip("/") + "/") for path in inputs)
    if is_read or (not is_remote(root) and any(True for _ in origins_of(Path(root), inputs))):
        raise SinkError(f"{asked}, for the results of workers, lies in an input")
    told = [name if "://" in name else os.path.abspath(name) for name in names]  # noqa: PTH100
    return f"{root}/statedocs-{hashlib.sha256(json.dumps(told).encode()).hexdigest()[:16]}"


def _real(name: str) -> Path:
    """A place without links; links in a circle stay, and are refused where they are opened."""
    return Path(os.path.realpath(name))


def _files(place: Path) -> Iterator[Path]:
    yield place
    yield from (place.with_name(f".{place.name}.{kind}") for kind in ("statedocs", "lock", "parts"))
    yield from (place.with_name(place.name + ending) for ending in _BESIDE)
    stem, dot, rest = place.name.partition(".jsonl")
    if dot:
        yield from (
            place.with_name(f"{stem}.{kind}{dot}{end}") for kind in ("failures", "manifest") for end in ("", rest)
        )
    elif place.suffix:
        yield place.with_suffix(".metadata.json")
    if place.suffix == ".jsonld":
        yield place.with_suffix(".records.jsonl.gz")
