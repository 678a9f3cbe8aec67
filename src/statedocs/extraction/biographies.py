"""Pages about a person, in texts: a name above, and its bearer's life below."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.leading import Line
from statedocs.extraction.leading_ends import is_turn
from statedocs.extraction.page import Part

_OPENING: Final = 120
"""Within how many characters the first sentence says whom it is about."""


def take_subject(lines: Sequence[Line], below: Sequence[Part]) -> str | None:
    """Whom a text is about whose masthead holds a name and nothing else, where the first sentence says it again.

    The name is the title then, and nobody speaks: the lines' roles are changed.
    """
    opening = str(below[0]["text"])[:_OPENING] if below and below[0]["kind"] == "paragraph" else ""
    if not lines or is_turn(opening) or any(line.role != "speaker" for line in lines):
        return None
    name = lines[0].text.split()[-1].strip(",.")
    if name.casefold() not in opening.casefold():
        return None
    for line in lines:
        line.role = "title" if line.text == lines[0].text else "other"
    return lines[0].text
