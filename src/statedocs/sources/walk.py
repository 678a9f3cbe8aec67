"""A folder in order: every name in it comes out once, as a file to read or with the reason why not."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped
from statedocs.sources.files import found_file
from statedocs.sources.items import Found, failure_of_input
from statedocs.sources.names import SIDECAR, claims_page, other_kind, segment
from statedocs.sources.patterns import Patterns

_SAVED: Final = "_files"
"""A browser puts the parts of `peru.html` into `peru_files`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name in a folder; `owner` is the page that it is a part of."""

    path: str
    origin: str
    name: str
    is_folder: bool
    owner: str | None


def walk(root: str, patterns: Patterns) -> Iterator[Found | Skipped | Failure]:
    """Give everything under a folder in the order of its origins' bytes, holding one listing a level.

    Links are read when they lead to a file under `root`; linked folders are never entered.
    """
    real_root = os.path.realpath(root)
    levels = [_listing(root, "")]
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif isinstance(entry, Failure):
            yield entry
        elif found := _refused(entry, real_root, patterns):
            yield found
        elif entry.is_folder:
            levels.append(_listing(entry.path, entry.origin + "/"))
        else:
            yield found_file(entry.path, entry.origin, is_wanted=not patterns.refuse(entry.origin))


def _listing(folder: str, prefix: str) -> Iterator[_Entry | Failure]:
    """List a folder; a folder's name sorts with its `/`, so that origins come out in the order of their bytes."""
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError as error:
        return iter([failure_of_input(SourceError(f"cannot be listed: {error.strerror}"), prefix[:-1] or "/")])
    names = {entry.name for entry in entries}
    listed = [
        _Entry(
            path=entry.path,
            origin=prefix + segment(entry.name),
            name=entry.name,
            is_folder=entry.is_dir(follow_symlinks=False),
            owner=_owner(entry.name, names),
        )
        for entry in entries
    ]
    listed = [entry for entry in listed if not (entry.owner and entry.name == entry.owner + SIDECAR)]
    return iter(sorted(listed, key=lambda entry: ((entry.origin + "/" * entry.is_folder).encode(), entry.path)))


def _owner(name: str, names: set[str]) -> str | None:
    """Give the page that this name belongs to: as its side-car, or as the folder of its parts."""
    if name.endswith(SIDECAR):
        page = name.removesuffix(SIDECAR)
        return page if page in names else None
    if name.endswith(_SAVED):
        stem = name.removesuffix(_SAVED)
        return next((page for page in sorted(names) if Path(page).stem == stem and claims_page(page)), None)
    return None


def _refused(entry: _Entry, real_root: str, patterns: Patterns) -> Skipped | Failure | None:
    try:
        reason = _folder_reason(entry, patterns) if entry.is_folder else _reason(entry, real_root, patterns)
    except OSError as error:
        return failure_of_input(SourceError(f"cannot be read: {error.strerror}"), entry.origin)
    return Skipped(entry.origin, reason) if reason else None


def _folder_reason(entry: _Entry, patterns: Patterns) -> str | None:
    if entry.name.startswith("."):
        return "hidden folder"
    if entry.owner:
        return f"parts of the saved page {segment(entry.owner)}"
    return patterns.refuse_folder(entry.origin)


def refused_by_name(name: str, origin: str, patterns: Patterns) -> str | None:
    """Give the reason of the user's patterns to leave a file out; one that may hold pages is looked into first."""
    reason = patterns.refuse(origin)
    if reason and (patterns.refuse_folder(origin) or claims_page(name) or other_kind(name)):
        return reason
    return None


def _reason(entry: _Entry, real_root: str, patterns: Patterns) -> str | None:
    if entry.name.startswith("."):
        return "hidden file"
    if reason := refused_by_name(entry.name, entry.origin, patterns):
        return reason
    real = os.path.realpath(entry.path)
    if os.path.commonpath([real_root, real]) != real_root:
        return "link that leads out of the input"
    mode = Path(entry.path).stat().st_mode
    if stat.S_ISDIR(mode):
        return "link to a folder"
    if not stat.S_ISREG(mode):
        return "no file (pipe, socket or device)"
    if entry.name.endswith(SIDECAR):
        return "side-car of a page that is not here"
    return other_kind(entry.name)
