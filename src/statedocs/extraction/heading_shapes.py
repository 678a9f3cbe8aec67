"""The shape by which a heading that no element marks ranks: its numbering, its capitals, its looks."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from statedocs.extraction.page import Raw
from statedocs.extraction.sections import split_number

Shape = tuple[str, bool, frozenset[str]]
"""How it is numbered, whether it is in capitals, how it looks."""

FIRST_LEVEL: Final = 2
_LAST_LEVEL: Final = 6
_SHAPES: Final = frozenset({"strong", "underline", "large", "italic"})
"""Italics tell bold ones apart: `<b>Section 2</b>`, `<b><i>Internet Freedom</i></b>`."""
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


def ranked(raw: Raw, shapes: dict[Shape, int], lettered: dict[Shape, str], above: int) -> Raw:
    """A line as a heading, its rank that of its shape, which is remembered.

    Args:
        raw: The line.
        shapes: The rank of each shape above.
        lettered: The last number of each shape above.
        above: The rank of the heading above; a shape that is new ranks next under it.
    """
    shape = settled_shape(raw, lettered)
    lettered[shape] = split_number(raw.text)[0] or ""
    level = shapes.setdefault(shape, min(above + 1, _LAST_LEVEL))
    return replace(raw, kind="heading", text=raw.text.replace("\n", " "), level=level)


def settled_shape(raw: Raw, last: Mapping[Shape, str]) -> Shape:
    """The shape of a heading among those above it.

    A letter or number that goes on from another heading's ranks with it, though it looks a little different (`G.` is
    not underlined as `F.` was). Whether an acronym is in capitals, only its neighbours say.

    Args:
        raw: The heading.
        last: The last number of each shape above.
    """
    shape = shape_of(raw)
    plain = (shape[0], False, shape[2])
    if shape not in last and plain in last and _ACRONYM.match(raw.text):
        return plain
    number = split_number(raw.text)[0] or ""
    if not number or _goes_on(number, last.get(shape, "")):
        return shape
    return next((other for other in last if _alike(other, shape) and _goes_on(number, last[other])), shape)


def _alike(one: Shape, other: Shape) -> bool:
    """Whether two shapes differ in their looks alone, and neither stands to the right of the other."""
    return one[:2] == other[:2] and ("indented" in one[2]) == ("indented" in other[2])


def _goes_on(number: str, last: str) -> bool:
    """Whether a letter or a number is the next one: `G` after `F`."""
    if number.isdecimal() and last.isdecimal():
        return int(number) == int(last) + 1
    return len(number) == len(last) == 1 and number.isalpha() and ord(number) == ord(last) + 1


def _is_upper(heading: str, *, numbered: bool) -> bool:
    """Whether a heading is in capitals; one with a number may hold a name that is not: `F. NEW 9 FAM-e`."""
    if not numbered:
        return heading.upper() == heading
    letters = _LETTERS.findall(heading)
    return sum(map(str.isupper, letters)) >= 0.8 * len(letters)
