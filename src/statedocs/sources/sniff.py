"""What a file's bytes say when they are no page.

A table of our own and not a library: the known ones tell hundreds of binary formats apart and none of the
textual ones (style sheets, scripts, JSON, tables of values) that are met under a page's name.
"""

import csv
import json
import re
from collections.abc import Callable
from typing import Final

from statedocs.wide import wide_encoding

_HEAD: Final = 4096

_MAGIC: Final[tuple[tuple[bytes, str], ...]] = (
    (b"%PDF-", "PDF"),
    (b"%!PS", "PostScript"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office (OLE)"),
    (b"\xffWPC", "WordPerfect"),
    (b"\xdb\xa5-\x00", "Microsoft Word"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh91AY&SY", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"WARC/1.", "WARC archive"),
    (b"filedesc://", "ARC archive"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"OggS", "Ogg"),
    (b"FLV\x01", "Flash video"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"\x00\x01\x00\x00", "font"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x7fELF", "program"),
)

_MAGIC_IN_LETTERS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"RIFF", "RIFF (image, audio or video)"),
    (b"ID3", "MP3 audio"),
    (b"CWS", "Flash"),
    (b"OTTO", "font"),
)
"""Marks that a text could open with: they count when bytes follow that no text has."""

_MARKS: Final = tuple(mark for mark, _ in _MAGIC + _MAGIC_IN_LETTERS)

_TAG: Final = re.compile(rb"<(?:!doctype|html|head|body|title|meta|p|div|table|a|br|h[1-6])\b", re.IGNORECASE)
_XML_ROOT: Final = re.compile(
    rb"(?>\s+|<\?[^>]*>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<([A-Za-z_][\w:.-]*)",
    re.DOTALL,
)
_XML_NOT_PAGE: Final = frozenset(
    b"atom error feed kml listbucketresult opml plist rdf rdf:rdf rss sitemapindex svg urlset".split()
)
_COMMENT: Final = rb"(?>\s+|/\*.*?\*/)*+"
_STYLE: Final = re.compile(
    _COMMENT + rb"(?:@(?:charset|import|media|font-face|namespace)\b|[.#*\w][^{}<;]{0,300}\{\s*[\w-]+\s*:[^{}<]*\})",
    re.DOTALL,
)
_SCRIPT: Final = re.compile(
    _COMMENT
    + rb"(?:[!;]?\(?function\b[^<]{0,80}\(|\"use strict\"|'use strict'|(?:var|let|const)\s+[\w$]+\s*=|window\.)",
    re.DOTALL,
)
_JSON_OBJECT: Final = re.compile(rb'\s*\{\s*"(?:[^"\\]|\\.){0,200}"\s*:')
_MAIL: Final = re.compile(rb"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,12}MIME-Version:\s*1\.0", re.IGNORECASE)
_GOPHER_ROW: Final = re.compile(rb"[0-9+TIghis][^\t]*\t[^\t]*\t[^\t]+\t\d+\s*$")
_CONTROL: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1a\x1b"))


def foreign_kind(data: bytes) -> str | None:
    r"""Name the kind of `data` when it is neither HTML nor text, else None.

    >>> foreign_kind(b"%PDF-1.4\n")
    'PDF'
    >>> foreign_kind(b"<p>Fact Sheet")
    """
    body = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if kind := _by_magic(body) or _by_magic(data):
        return _office(data) if kind == "zip" else kind
    head = body[:_HEAD]
    return next((kind for test, kind in _TESTS if test(head, data)), None) or _xml(head)


def has_markup(data: bytes) -> bool:
    """Tell whether bytes have an element of HTML among their first."""
    return _TAG.search(data[:_HEAD]) is not None


def is_office(data: bytes) -> bool:
    """Tell whether a zip is a document of Office, OpenDocument or EPUB, by its first members."""
    return b"[Content_Types].xml" in data[: 4 * _HEAD] or data[30:38] == b"mimetype"


def xml_root(data: bytes) -> bytes | None:
    """Give the name of the root element in lower case, where bytes are XML or HTML."""
    found = _XML_ROOT.match(data.removeprefix(b"\xef\xbb\xbf"))
    return found[1].lower() if found else None


def _by_magic(data: bytes) -> str | None:
    opening = data[:32]
    if not opening.startswith(_MARKS):
        return None
    marks = _MAGIC if opening.translate(None, _CONTROL) == opening else _MAGIC + _MAGIC_IN_LETTERS
    return next((kind for magic, kind in marks if opening.startswith(magic)), None)


def _office(data: bytes) -> str:
    for mark, kind in ((b"word/", "Word (OOXML)"), (b"xl/", "Excel (OOXML)"), (b"ppt/", "PowerPoint (OOXML)")):
        if mark in data[: 16 * _HEAD]:
            return kind
    return "zip"


def _is_binary(head: bytes, data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or not head:
        return False
    zeros = head.count(0)
    if zeros and wide_encoding(head):
        return False
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls * (25 if zeros else 10) > len(head)  # old texts hold some rubbish, but seldom zeros


def _is_json(head: bytes, data: bytes) -> bool:
    if _JSON_OBJECT.match(head):
        return True
    if not head.startswith(b"["):
        return False
    try:
        json.loads(data)
    except (ValueError, RecursionError):
        return False
    return True


def _is_values(head: bytes, data: bytes) -> bool:
    lines = head.splitlines()[: 20 if len(head) == len(data) else -1][:20]
    if len(lines) < 4 or _TAG.search(head):
        return False
    if all(_GOPHER_ROW.match(line) for line in lines):
        return False  # a menu is text, and is told from a document where documents are read
    return any(_is_regular(lines, delimiter) for delimiter in ",;\t|")


def _is_regular(lines: list[bytes], delimiter: str) -> bool:
    rows = csv.reader((line.decode("latin-1") for line in lines), delimiter=delimiter)
    widths = {len(row) for row in rows}
    return len(widths) == 1 and widths.pop() >= 3


def _xml(head: bytes) -> str | None:
    found = _XML_ROOT.match(head)
    if not found or found[1].lower() not in _XML_NOT_PAGE:
        return None
    return f"XML ({found[1].decode()})"


_TESTS: Final[tuple[tuple[Callable[[bytes, bytes], object], str], ...]] = (
    (_is_binary, "binary data"),
    (lambda head, _: _MAIL.match(head), "MIME message"),
    (_is_json, "JSON"),
    (lambda head, _: _STYLE.match(head) and not _TAG.search(head), "style sheet"),
    (lambda head, _: _SCRIPT.match(head) and not _TAG.search(head), "script"),
    (_is_values, "table of values"),
)
"""What is asked of text, in order."""
