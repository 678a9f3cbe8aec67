"""Bytes of which two make a character, without a mark that says so."""

from typing import Final

_HEAD: Final = 2048
_SHORTEST: Final = 8
_FEWEST: Final = 0.05
"""Share of the characters that are of ASCII at least: blanks, line ends, markup."""
_ASTRAY: Final = 0.1
"""Zeros in the other bytes, for one in these."""
_MOST_READABLE: Final = 0.5
"""Where so many of the other pairs are two characters of ASCII, the bytes are a text with zeros in it."""
_WHITE: Final = b"\t\n\x0c\r"
_READABLE: Final = frozenset(_WHITE + bytes(range(0x20, 0x7F)))
_CONTROL: Final = bytes(set(range(0x20)) - set(_WHITE)) + b"\x7f"


def wide_encoding(data: bytes) -> str | None:
    r"""Names the UTF-16 that bytes are in, None where they are in no such encoding: told by where zeros stand.

    Blanks and markup are of ASCII in all languages: one of their two bytes is zero, the other is no control.

    >>> wide_encoding("<p>Text".encode("utf-16-le")), wide_encoding(b"<p>Te\0xt")
    ('utf-16-le', None)
    """
    head = data[:_HEAD]
    head = head[: len(head) // 2 * 2]
    if len(head) < _SHORTEST or 0 not in head:
        return None
    even, odd = head[0::2], head[1::2]
    for high, low, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        zeros = high.count(0)
        if zeros >= _FEWEST * len(high) and low.count(0) < _ASTRAY * zeros and _is_text(high, low):
            return encoding
    return None


def _is_text(high: bytes, low: bytes) -> bool:
    narrow = bytes(second for first, second in zip(high, low, strict=True) if first == 0)
    if len(narrow.translate(None, _CONTROL)) < (1 - _ASTRAY) * len(narrow):
        return False
    readable = sum(pair[0] in _READABLE and pair[1] in _READABLE for pair in zip(high, low, strict=True))
    return readable <= _MOST_READABLE * (len(high) - len(narrow))
