"""What a file's name says: its origin, and whether it claims to be a page or another kind."""

import os
import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SIDECAR: Final = ".source.json"
"""What the name of a page's side-car adds to the page's."""

_PAGE: Final = frozenset(
    "ascii asp aspx cfm cgi do htm html jhtml jsp jspx phtml php shtm shtml text txt xht xhtml".split()
)
_KINDS: Final = MappingProxyType({
    "archive": "7z ace arj cab dmg iso lha lzh lzma rar sit z",
    "audio or video": "avi flv m3u m4a mov mp3 mp4 mpeg mpg ogg ram rm swf wav webm wmv",
    "configuration": "cfg ini lock toml yaml yml",
    "data": "db duckdb map parquet pickle sqlite",
    "document of another format": "doc docx eps epub odp ods odt pdf pps ppt pptx ps rtf wpd",
    "font": "eot otf ttf woff woff2",
    "image": "avif bmp gif ico jpe jpeg jpg png psd svg tif tiff webp",
    "log": "log",
    "notes (Markdown)": "markdown md rst",
    "program": "bat bin class dll exe jar py sh so",
    "script": "js mjs ts vbs",
    "style sheet": "css less scss xsl xslt",
    "table of values": "csv tsv xls xlsx",
})  # fmt: skip
_OTHER: Final[Mapping[str, str]] = {ending: kind for kind, endings in _KINDS.items() for ending in endings.split()}

_HOLDERS: Final = MappingProxyType({
    "archive": "bz2 gz mht mhtml tar tbz tbz2 tgz txz tzst wacz xz zip zst",
    "data": "json jsonl ndjson rdf",
    "feed": "atom rss xml",
})  # fmt: skip
"""Names of what may hold pages: their bytes decide."""
_MAYBE: Final[Mapping[str, str]] = {ending: kind for kind, endings in _HOLDERS.items() for ending in endings.split()}

_WEB_ARCHIVE: Final = re.compile(r"\.(?:(warc|arc)(?:\.wet|\.wat)?|wet)(?:\.gz|\.zst)?$", re.IGNORECASE)
"""Crawlers write `x.warc.gz`; the texts of a crawl are `x.warc.wet.gz`."""

_ENDING: Final = re.compile(r"\.([A-Za-z0-9]{1,8})(?:[?@].*)?$", re.DOTALL)
"""The last ending; `35762.htm?goMobile=0` (a mirror's name) ends in `htm`."""


def segment(name: str) -> str:
    r"""Give a file's name as origins write it: NFC; bytes that are no UTF-8 as `\xe9`.

    >>> segment("Cote\u0302.html") == "Cot\u00ea.html"
    True
    """
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "backslashreplace"))


def ending(name: str) -> str:
    """Give the ending of a file's name in lower case, without the point; empty when it has none.

    >>> ending("35762.HTM?goMobile=0")
    'htm'
    """
    found = _ENDING.search(name)
    return found[1].lower() if found else ""


def claims_page(name: str) -> bool:
    """Tell whether the name says that the file is a page (HTML or text)."""
    return ending(name) in _PAGE


def web_archive(name: str) -> str | None:
    """Give the kind of web archive that the name says, `warc` or `arc`, else None.

    >>> web_archive("CC-MAIN-00000.warc.wet.gz")
    'warc'
    """
    found = _WEB_ARCHIVE.search(name)
    return (found[1] or "warc").lower() if found else None


def compression(name: str) -> str | None:
    """Give the ending that says that a file is compressed, without the point.

    >>> compression("peru.html.gz")
    'gz'
    """
    return ending(name) if ending(name) in ("gz", "bz2", "xz", "zst") else None


def other_kind(name: str) -> str | None:
    """Give the kind of file that the name says when that is no page and holds none, else None.

    >>> other_kind("peru_files/main.css")
    'style sheet (.css)'
    """
    kind = None if web_archive(name) else _OTHER.get(ending(name))
    return f"{kind} (.{ending(name)})" if kind else None


def maybe_kind(name: str) -> str | None:
    """Give the kind of thing that the name says when it is one that may hold pages, else None.

    >>> maybe_kind("posts.json")
    'data (.json)'
    """
    kind = _MAYBE.get(ending(name))
    return f"{kind} (.{ending(name)})" if kind else None
