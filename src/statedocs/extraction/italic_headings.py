"""Headings in italics alone, on pages that mark none: a habit of some reports (`<p><i>Legal Framework</i></p>`)."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.capitals import is_title_case
from statedocs.extraction.heading_words import may_head
from statedocs.extraction.page import Raw
from statedocs.extraction.people import is_name, read_person

_ITALIC: Final = frozenset({"italic"})
_LONGEST: Final = 90
_SHORTEST_BELOW: Final = 40
"""Characters of a paragraph that has something to say: what is above it is no caption, credit or byline."""
_ENDS: Final = ".?!:;\u201d\"')"
_HABIT: Final = 2
"""One line in italics is a note or a name; more of them, each over prose, are the author's headings."""


def italic_headings(pieces: Sequence[Raw]) -> frozenset[int]:
    """Which paragraphs are such headings, by their numbers; none where only one looks so."""
    found = [number for number in range(1, len(pieces) - 1) if _heads(pieces, number)]
    return frozenset(found if len(found) >= _HABIT else ())


def _heads(pieces: Sequence[Raw], number: int) -> bool:
    above, raw, below = pieces[number - 1 : number + 2]
    text = raw.text
    if raw.kind != "paragraph" or list(raw.looks) != [_ITALIC] or len(text) > _LONGEST or above.kind == "figure":
        return False
    if below.kind != "paragraph" or len(below.text) < _SHORTEST_BELOW or (below.looks and "italic" in below.looks[0]):
        return False
    if below.text.rstrip()[-1] not in _ENDS:
        return False
    person = read_person(text)
    return may_head(text) and is_title_case(text) and not is_name(text) and (person is None or person.role is None)
