"""Web archives: captures of pages, each with its address and time."""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import PurePath
from typing import BinaryIO, Final

from statedocs.errors import NotADocument, StatedocsError
from statedocs.snapshot import Skipped
from statedocs.sources.archives import arc, warc
from statedocs.sources.archives.arc import ArcReader
from statedocs.sources.archives.codecs import GZIP, ZSTD, ZSTD_DICTIONARY
from statedocs.sources.archives.headers import require_library
from statedocs.sources.archives.stream import Stream
from statedocs.sources.archives.warc import WarcReader
from statedocs.sources.items import Found, Item, failure_of_input
from statedocs.sources.names import claims_page, web_archive
from statedocs.sources.page import open_file

_OPENINGS: Final = (GZIP, ZSTD, ZSTD_DICTIONARY, b"WARC/", b"filedesc:")
_LOOK: Final = 16 * 2**10
_READERS: Final[Mapping[str, type[WarcReader | ArcReader]]] = {"warc": WarcReader, "arc": ArcReader}
_FORMS: Final = {"warc": warc.FORM, "arc": arc.FORM}


def read_archive(found: Found) -> Iterator[Item] | None:
    """Read the captures of a WARC or ARC file; None for a file that is neither by its name or its bytes."""
    name = PurePath(found.path).name
    kind = web_archive(name)
    if kind is None and claims_page(name):
        return None
    try:
        with open_file(found.path) as file:
            kind = _kind_of(file) or kind
            if kind and not os.fstat(file.fileno()).st_size:
                raise NotADocument("empty file")
        if kind is None:
            return None
        require_library()
    except StatedocsError as error:
        return iter([failure_of_input(error, found.origin)]) if kind else None
    return _items(_READERS[kind](partial(open_file, found.path), found.origin), found.origin)


def _kind_of(file: BinaryIO) -> str | None:
    """Tell a web archive by its bytes."""
    opening = file.read(9)
    if not opening.startswith(_OPENINGS):
        return None
    file.seek(0)
    ahead = Stream(file).peek(_LOOK)
    return next((kind for kind, form in _FORMS.items() if form.opening.match(ahead)), None)


def _items(reader: WarcReader | ArcReader, origin: str) -> Iterator[Item]:
    """Give all items of an archive; one that gives none is an item itself."""
    is_empty = True
    try:
        for item in reader:
            is_empty = False
            yield item
    except StatedocsError as error:
        yield failure_of_input(error, origin)
        return
    if is_empty:
        yield Skipped(origin, "archive without a page")
