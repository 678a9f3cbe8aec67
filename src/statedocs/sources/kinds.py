"""What a file is: told by its first bytes, and by its name only where these say nothing."""

import re
import tarfile
from collections.abc import Callable
from typing import BinaryIO, Final

from statedocs.errors import StatedocsError
from statedocs.sources.archives import arc, warc
from statedocs.sources.names import claims_page, compression, ending, web_archive
from statedocs.sources.packing.codecs import MAGICS
from statedocs.sources.packing.stream import Stream
from statedocs.sources.sniff import has_markup, is_office, xml_root

LOOK: Final = 16 * 2**10
"""How many bytes are looked at."""

_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04", b"PK00PK\x03\x04")
_TAR_BLOCK: Final = 512
_TAR_NUMBERS: Final = re.compile(rb"[ 0-7\0]{8}")
_FEED_ROOTS: Final = frozenset({b"rss", b"feed", b"atom:feed", b"entry"})
_RDF_FEED: Final = re.compile(rb"purl\.org/rss/1\.0|my\.netscape\.com/rdf/simple/0\.9", re.IGNORECASE)
_POSTS: Final = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*[\[{].*?"(?:guid|title|content|excerpt)"\s*:\s*\{\s*"(?:rendered|raw)"', re.DOTALL
)
_MAIL_FIELD: Final = re.compile(rb"[A-Za-z][\w-]*:[ \t]")
_MHTML: Final = re.compile(
    rb"^Snapshot-Content-Location:|^Content-Type:\s*multipart/related", re.IGNORECASE | re.MULTILINE
)


def container_kind(name: str, opening: bytes, file: BinaryIO) -> str | None:
    """Tell what a file that holds pages is: `zip`, `warc` …; None where it is one page, or nothing known.

    Args:
        name: The file's own name.
        opening: Its first bytes.
        file: The file itself, to look into what is compressed; where it stands afterwards is not said.
    """
    if opening.startswith(MAGICS):
        return None if claims_page(name) else _packed(name, file)
    for kind, test in _TESTS:
        if test(opening):
            return kind
    if not opening or (_is_page(opening) and not web_archive(name)):
        return None
    return web_archive(name) or _BY_ENDING.get(ending(name)) or ("packed" if compression(name) else None)


def _is_page(opening: bytes) -> bool:
    return opening.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") and has_markup(opening)


def _packed(name: str, file: BinaryIO) -> str:
    """Tell what lies under a compression."""
    named = web_archive(name)
    file.seek(0)
    try:
        ahead = Stream(file).peek(LOOK)
    except StatedocsError:
        return named or "packed"
    if kind := next((kind for kind, test in _INSIDE if test(ahead)), None):
        return kind
    return named or ("tar" if _says_tar(name) and not ahead else "packed")


def _says_tar(name: str) -> bool:
    return bool(re.search(r"\.(?:tar\.\w+|t[gbx]z2?|tzst|taz)$", name, re.IGNORECASE))


def _is_zip(opening: bytes) -> bool:
    return opening.startswith(_ZIP) and not is_office(opening)


def _is_tar(opening: bytes) -> bool:
    return tar_head(opening[:_TAR_BLOCK]) is not None


def tar_head(block: bytes) -> tarfile.TarInfo | None:
    """Read 512 bytes as the head of a member of a tar file; None where their check sum says that they are none."""
    if len(block) < _TAR_BLOCK or not _TAR_NUMBERS.match(block, 148):
        return None
    try:
        head = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return None
    return head if head.size >= 0 else None


def _is_feed(opening: bytes) -> bool:
    if b"\0" in opening:  # UTF-16
        opening = opening.replace(b"\0", b"").lstrip(b"\xff\xfe")
    root = xml_root(opening)
    if root == b"rdf:rdf":
        return bool(_RDF_FEED.search(opening))
    return root in _FEED_ROOTS


def _is_mhtml(opening: bytes) -> bool:
    return bool(_MAIL_FIELD.match(opening)) and bool(_MHTML.search(opening.partition(b"\r\n\r\n")[0]))


_TESTS: Final[tuple[tuple[str, Callable[[bytes], object]], ...]] = (
    ("zip", _is_zip),
    ("warc", warc.FORM.opening.match),
    ("arc", arc.FORM.opening.match),
    ("tar", _is_tar),
    ("feed", _is_feed),
    ("posts", _POSTS.match),
    ("mhtml", _is_mhtml),
)
_INSIDE: Final = tuple((kind, test) for kind, test in _TESTS if kind in ("warc", "arc", "tar"))
_BY_ENDING: Final = {"zip": "zip", "wacz": "zip", "tar": "tar", "mht": "mhtml", "mhtml": "mhtml"}
"""What a name says counts where the bytes are damaged from the first on."""
