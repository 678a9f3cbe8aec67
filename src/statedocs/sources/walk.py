"""A folder in order: every name in it comes out once, as a file to read or with the reason why not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped
from statedocs.sources.items import Found, failure_of_input
from statedocs.sources.names import SIDECAR, claims_page, other_kind, segment
from statedocs.sources.patterns import Patterns
from statedocs.sources.tree import Leaf, Tree

_SAVED: Final = "_files"
"""A browser puts the parts of `peru.html` into `peru_files`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A name in a folder; `owner` is the page that it is a part of."""

    leaf: Leaf
    origin: str
    owner: str | None
    has_sidecar: bool


def walk(tree: Tree, root: str, patterns: Patterns, prefix: str = "") -> Iterator[Found | Skipped | Failure]:
    """Give everything under a folder in the order of its origins' bytes, holding one listing a level.

    Args:
        tree: Where the folder is.
        root: The folder.
        patterns: What of it is wanted.
        prefix: What origins begin with.
    """
    levels = [_listing(tree, root, prefix)]
    while levels:
        entry = next(levels[-1], None)
        if entry is None:
            levels.pop()
        elif isinstance(entry, Failure):
            yield entry
        elif found := _refused(tree, entry, patterns):
            yield found
        elif entry.leaf.is_folder:
            levels.append(_listing(tree, entry.leaf.path, entry.origin + "/"))
        else:
            is_wanted = not patterns.refuse(entry.origin)
            yield tree.found(entry.leaf, entry.origin, is_wanted=is_wanted, has_sidecar=entry.has_sidecar)


def refused_by_name(name: str, origin: str, patterns: Patterns) -> str | None:
    """Give the reason of the user's patterns to leave a file out; one that may hold pages is looked into first."""
    reason = patterns.refuse(origin)
    if reason and (patterns.refuse_folder(origin) or claims_page(name) or other_kind(name)):
        return reason
    return None


def _listing(tree: Tree, folder: str, prefix: str) -> Iterator[_Entry | Failure]:
    """List a folder; a folder's name sorts with its `/`, so that origins come out in the order of their bytes."""
    try:
        leaves = tree.names(folder)
    except SourceError as error:
        return iter([failure_of_input(error, prefix[:-1] or "/")])
    names = {leaf.name for leaf in leaves}
    pages: Mapping[str, str] = {}
    if any(name.endswith(_SAVED) for name in names):
        pages = {PurePath(name).stem: name for name in sorted(names, reverse=True) if claims_page(name)}
    listed = []
    for leaf in leaves:
        owner = _owner(leaf.name, names, pages)
        if owner is None or leaf.name != owner + SIDECAR:
            listed.append(_Entry(leaf, prefix + segment(leaf.name), owner, leaf.name + SIDECAR in names))
    return iter(sorted(listed, key=_order))


def _order(entry: _Entry) -> tuple[bytes, str]:
    return (entry.origin + "/" * entry.leaf.is_folder).encode(), entry.leaf.path


def _owner(name: str, names: set[str], pages: Mapping[str, str]) -> str | None:
    """Give the page that this name belongs to: as its side-car, or as the folder of its parts."""
    if name.endswith(SIDECAR):
        page = name.removesuffix(SIDECAR)
        return page if page in names else None
    return pages.get(name.removesuffix(_SAVED)) if name.endswith(_SAVED) else None


def _refused(tree: Tree, entry: _Entry, patterns: Patterns) -> Skipped | Failure | None:
    try:
        reason = _folder_reason(entry, patterns) if entry.leaf.is_folder else _reason(tree, entry, patterns)
    except OSError as error:
        return failure_of_input(SourceError(f"cannot be read: {error.strerror}"), entry.origin)
    return Skipped(entry.origin, reason) if reason else None


def _folder_reason(entry: _Entry, patterns: Patterns) -> str | None:
    if entry.leaf.name.startswith("."):
        return "hidden folder"
    if entry.owner:
        return f"parts of the saved page {segment(entry.owner)}"
    return patterns.refuse_folder(entry.origin)


def _reason(tree: Tree, entry: _Entry, patterns: Patterns) -> str | None:
    name = entry.leaf.name
    if name.startswith("."):
        return "hidden file"
    if reason := refused_by_name(name, entry.origin, patterns) or tree.reason(entry.leaf.path):
        return reason
    return "side-car of a page that is not here" if name.endswith(SIDECAR) else other_kind(name)
