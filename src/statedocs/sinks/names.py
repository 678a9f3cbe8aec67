"""Which file in OUT is a page's: mirrored on its origin, on any file system, never outside."""

import hashlib
import re
import unicodedata
from itertools import chain, count
from typing import Final

from statedocs.sinks.index import Index

_MEMBER: Final = re.compile(
    r"(?P<archive>stdin|.*?\.(?:zip|tar|t[bgx]z2?|tzst|gz|bz2|xz|zst|warc|arc|wacz|wet|mhtml?|rss|atom|rdf|xml|"
    r"json|jsonl|ndjson))#",
    re.I | re.DOTALL,
)
_FORBIDDEN: Final = re.compile(r'[<>:"\\|?*\x00-\x1f\x7f]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_ROOM: Final = 255 - len(".failure.json")
"""Bytes that a name may have on the file systems in use, less what is added to it."""


def plain_stem(origin: str, page_id: str) -> str:
    """Give the path in OUT, without `.json`, that an origin asks for.

    >>> plain_stem("bgn/35762.htm", "0" * 32)
    'bgn/35762.htm'
    >>> plain_stem("crawl.warc.gz#<urn:uuid:1>", "0" * 32)
    'crawl.warc.gz/00000000000000000000000000000000'
    """
    member = _MEMBER.match(origin)
    path = f"{member['archive']}/{page_id}" if member else origin
    segments = [_safe(segment) for segment in path.split("/") if segment]
    stem = "/".join(segments) or "_"
    return stem if stem == path else _marked(stem, origin)


class Names:
    """The names that a run has given away.

    Two pages never share a file, also where `Peru.htm` and `peru.htm` are one name; a page never takes the
    name of a folder that another needs. A name that an earlier run gave to a page is not given to another.
    """

    def __init__(self, index: Index) -> None:
        self._index = index
        self._take_file("manifest.jsonl", "")

    def reserve(self, output: str, origin: str) -> None:
        """Keep the name that a page's record has since an earlier run."""
        for folder in _folders(output):
            self._index.remember("was " + _key(folder), "")
        self._index.remember("was " + _key(output), origin)

    def hold(self, output: str) -> None:
        """Take the name of one record that stays."""
        self._index.remember(_key(output), "file")

    def has(self, output: str) -> bool:
        """Tell whether a record of this run has the name."""
        return self._index.get(_key(output)) is not None

    def claim(self, origin: str, page_id: str) -> str:
        """Give a page's path in OUT without `.json` or `.failure.json`; whoever comes second gets a marked one."""
        stem, owner = plain_stem(origin, page_id), f"{origin}\n{page_id}"
        flat = stem.replace("/", "_")
        more = (_marked(flat, f"{owner}\n{number}") for number in count(2))
        names = chain((stem, _marked(stem, owner), _marked(flat, owner)), more)
        return next(name for name in names if self._is_free(name, origin))

    def _is_free(self, stem: str, origin: str) -> bool:
        """Take a page's two names and its folders' unless another thing has one of them, or had it before."""
        if not all(self._take_folder(path) for path in _folders(stem)):
            return False
        document, failure = (self._take_file(stem + end, origin) for end in (".json", ".failure.json"))
        return document and failure

    def _take_file(self, path: str, origin: str) -> bool:
        if self._index.get("was " + _key(path)) not in (None, origin):
            return False
        return self._index.remember(_key(path), "file") is None

    def _take_folder(self, path: str) -> bool:
        if self._index.get("was " + _key(path)):
            return False
        return self._index.remember(_key(path), "folder") in (None, "folder")


def _folders(path: str) -> list[str]:
    names = path.split("/")[:-1]
    return ["/".join(names[: depth + 1]) for depth in range(len(names))]


def _key(path: str) -> str:
    return "name " + unicodedata.normalize("NFC", path).casefold()


def _marked(stem: str, owner: str) -> str:
    """Tell a name from its likes by its owner's digest."""
    folder, slash, name = stem.rpartition("/")
    mark = "~" + hashlib.sha256(owner.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return folder + slash + _cut(name, _ROOM - len(mark)) + mark


def _safe(segment: str) -> str:
    """Give a name that every file system takes: no separators, reserved names, points or blanks at the end."""
    name = _FORBIDDEN.sub("_", segment.encode("utf-8", "replace").decode()).rstrip(". ") or "_"
    if _RESERVED.match(name) or name.casefold() == ".statedocs":
        name = "_" + name
    return _cut(name, _ROOM)


def _cut(name: str, room: int) -> str:
    data = name.encode()
    return name if len(data) <= room else data[:room].decode("utf-8", "ignore").rstrip(". ")
