"""The shape by which a heading that no element marks ranks: its numbering, its capitals, its looks."""

import re
from collections.abc import Container
from typing import Final

from statedocs.extraction.page import Raw
from statedocs.extraction.sections import split_number

Shape = tuple[str, bool, frozenset[str]]
"""How it is numbered, whether it is in capitals, how it looks."""

_SHAPES: Final = frozenset({"strong", "underline", "large", "italic"})
"""Italics alone make no heading, but tell bold ones apart: `<b>Section 2</b>`, `<b><i>Internet Freedom</i></b>`."""
_LETTERS: Final = re.compile(r"[^\W\d_]")
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")
"""Says more of what is in capitals, and is in none itself: `KENYA (Tier 2)`."""
_ACRONYM: Final = re.compile(r"[A-Z]{2,5}(?:[/&-][A-Z]{2,5})*$")
"""A word that is in capitals wherever it stands: `HIV/AIDS`."""


def shape_of(raw: Raw) -> Shape:
    """The shape of one heading."""
    number, heading, _ = split_number(raw.text)
    kind = ""
    if number is not None:
        kind = "word" if " " in number else "digit" if number[0].isdigit() else "letter"
    looks = raw.looks[0] & _SHAPES if raw.looks else frozenset()
    looks |= {"indented"} if kind and "indented" in raw.hints else looks  # an `A.` under the one at the margin
    return kind, _is_upper(_ASIDE.sub("", heading) or heading, numbered=number is not None), looks


def settled_shape(raw: Raw, seen: Container[Shape]) -> Shape:
    """The shape of a heading among those above it: whether an acronym is in capitals, only its neighbours say."""
    shape = shape_of(raw)
    plain = (shape[0], False, shape[2])
    return plain if shape not in seen and plain in seen and _ACRONYM.match(raw.text) else shape


def _is_upper(heading: str, *, numbered: bool) -> bool:
    """Whether a heading is in capitals; one with a number may hold a name that is not: `F. NEW 9 FAM-e`."""
    if not numbered:
        return heading.upper() == heading
    letters = _LETTERS.findall(heading)
    return sum(map(str.isupper, letters)) >= 0.8 * len(letters)
