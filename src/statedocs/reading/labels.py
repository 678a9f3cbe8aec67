"""What names an encoding: the labels that a page declares, what the web means by them, and a guess where none does."""

import re
from collections.abc import Iterator
from typing import Final

import webencodings
from bs4.dammit import EncodingDetector
from charset_normalizer import from_bytes

Codec = tuple[str, str]
"""The name of an encoding as the web has it, and that of the Python codec which reads it."""

_OPENING: Final = 2048
_OPENING_SHARE: Final = 0.05
_COMMENT: Final = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_XML_DECLARATION: Final = re.compile(rb"\s*<\?xml\b[^>]*>", re.I)
_READ_AS: Final = {"x-user-defined": "windows-1252"}
"""What a page means that labels itself so. Source: https://html.spec.whatwg.org/#prescan-a-byte-stream-to-determine-its-encoding"""
_REFUSED: Final = frozenset({"replacement"})
"""Labels of encodings that no browser reads."""
_WIDER: Final = {"big5": "big5hkscs", "euc-kr": "cp949", "gbk": "gb18030", "shift_jis": "cp932"}
"""The web means more characters by these names than Python's codecs of the same name have."""
_WESTERN_SHARE: Final = 0.1
"""Below this share of bytes above 0x7F an unlabelled page is Western: accents, quotes and dashes."""
_WESTERN: Final = ("windows-1252", "windows-1252")
_SAMPLE: Final = 65_536


def declared(data: bytes, *, anywhere: bool) -> Iterator[tuple[str, str]]:
    """Gives the labels that a page declares, each with its witness: its meta element first, as in browsers.

    What stands in a comment declares nothing.

    Args:
        data: The page.
        anywhere: Whether to look beyond the opening where that has none; browsers do, and so lose nothing.

    >>> list(declared(b'<!-- <meta charset="koi8-r"> --><meta charset="big5">', anywhere=False))
    [('big5', 'meta')]
    """
    opening = data[: max(_OPENING, int(len(data) * _OPENING_SHARE))]
    found = _meta(opening) or (_meta(data) if anywhere else None)
    if found:
        yield found, "meta"
    if found := EncodingDetector.find_declared_encoding(opening):
        yield found, "xml"


def _meta(data: bytes) -> str | None:
    """The label of the first meta element that has one."""
    page = _XML_DECLARATION.sub(b"", data, count=1) if _XML_DECLARATION.match(data) else data
    bare = _COMMENT.sub(b"", page) if b"<!--" in page else page
    return EncodingDetector.find_declared_encoding(bare, is_html=True, search_entire_document=True)


def web_codec(label: str | None) -> Codec | None:
    """Gives the encoding that a label names; a page readable as bytes cannot be UTF-16, whatever it declares.

    >>> web_codec("latin1"), web_codec("Shift_JIS"), web_codec("utf-16"), web_codec("hz-gb-2312")
    (('windows-1252', 'cp1252'), ('shift_jis', 'cp932'), ('utf-8', 'utf-8'), None)

    Source: https://encoding.spec.whatwg.org/#names-and-labels
    """
    found = webencodings.lookup(label.strip()) if label else None
    if found is None or found.name in _REFUSED:
        return None
    if found.name.startswith("utf-16"):
        return "utf-8", "utf-8"
    if found.name in _READ_AS:
        return web_codec(_READ_AS[found.name])
    return found.name, _WIDER.get(found.name, found.codec_info.name)


def detect(data: bytes, beyond_ascii: int) -> Codec:
    """Guesses the encoding of bytes that no label names, of which so many are beyond ASCII."""
    if beyond_ascii < _WESTERN_SHARE * len(data):
        return _WESTERN
    best = from_bytes(data[:_SAMPLE]).best()
    names = (best.encoding, *best.encoding_aliases) if best and not best.encoding.startswith("utf_16") else ()
    return next(filter(None, map(_known, names)), _WESTERN)


def _known(codec: str) -> Codec | None:
    """The encoding of the web that a Python codec reads."""
    named = next((name for name, wider in _WIDER.items() if wider == codec), codec)
    return web_codec(named) or web_codec(named.replace("_", "-"))
