"""Bullets, dashes and numbers with which a text writes its lists."""

import re
from collections.abc import Sequence
from typing import Final

BULLET: Final = re.compile(
    r"(?P<mark>[\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u25ba\u25a0\u00a7*]|o(?= )|-{1,2}(?!\d)|[\u2013\u2014](?!\d))"
    r"\s*(?=\S)"
)
NUMBERED: Final = re.compile(r"(?P<mark>\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_OUTER: Final = frozenset("\u2022\u00b7\u25cf\u25a0\u25ba\u2023*")
_INNER: Final = frozenset(("o", "\u25e6", "\u25aa", "-", "--"))
"""Bullets of entries below those of the outer ones, where neither is indented."""
_LONGEST_NUMBERED: Final = 160
_FEWEST_NUMBERED: Final = 3
_FEWEST_BULLETS: Final = 2


def is_marked(text: str) -> bool:
    """Whether a text begins with a bullet, a dash or a number."""
    return BULLET.match(text) is not None or NUMBERED.match(text) is not None


def goes_on(first: str, length: int, text: str) -> bool:
    """Whether a text may be the next entry of a list: by the bullet of its `first`, or by the number after `length`."""
    if bullet := BULLET.match(first):
        return text[:1] == first[:1] or _is_lower(text, bullet["mark"])
    return _ordinal(text) == length + 1


def count_marked(texts: Sequence[str], start: int = 0, indents: Sequence[int] = ()) -> int:
    """How many texts from `start` on are entries of one list; zero if none.

    Texts that are indented more than the first may have a bullet of their own.
    """
    first = BULLET.match(texts[start])
    fewest = _FEWEST_NUMBERED if first is None else _FEWEST_BULLETS
    end = start
    mark = first["mark"] if first else ""
    while end < len(texts) and (
        _is_entry(texts[end], end - start + 1, first)
        or _is_inner(texts, end, start, indents)
        or _is_lower(texts[end], mark)
    ):
        end += 1
    if mark and end - start > 1 and _is_lower(texts[end - 1], mark) and not _is_lower(texts[end - 2], mark):
        end -= 1  # one alone at the end may be anything: who said it, say
    return end - start if end - start >= fewest else 0


def _is_entry(text: str, number: int, first: re.Match[str] | None) -> bool:
    """Whether a text is the entry of this number in a list that begins with `first`."""
    if first is None:
        return len(text) <= _LONGEST_NUMBERED and _ordinal(text) == number
    match = BULLET.match(text)
    return match is not None and match["mark"][0] == first["mark"][0]


def _is_inner(texts: Sequence[str], at: int, start: int, indents: Sequence[int]) -> bool:
    """Whether a text is an entry below another one, by its bullet and its indent."""
    return len(indents) == len(texts) and at > start and indents[at] > indents[start] and bool(BULLET.match(texts[at]))


def _is_lower(text: str, outer: str) -> bool:
    """Whether a text is an entry below one with the bullet `outer`, by its own bullet: `o` below `\u2022`."""
    match = BULLET.match(text) if outer in _OUTER else None
    return match is not None and match["mark"] in _INNER


def _ordinal(text: str) -> int | None:
    """The number before a text: `3.`, `(c)`."""
    match = NUMBERED.match(text)
    if match is None:
        return None
    mark = match.group("mark").strip("().")
    if mark.isdigit():
        return int(mark)
    return ord(mark) - ord("a") + 1 if len(mark) == 1 else None
