"""Capitals of a text that are headings because headings of their shape stand above them, whatever is below."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.capitals import is_capitals
from statedocs.extraction.heading_shapes import Shape, shape_of
from statedocs.extraction.heading_words import may_head
from statedocs.extraction.page import Raw
from statedocs.extraction.sections import split_number
from statedocs.extraction.short_headings import heads_short_text

_LONGEST: Final = 110
_LONGEST_LETTERED: Final = 200
_SENTENCE: Final = 40


def follows_suit(
    pieces: Sequence[Raw], number: int, before: Raw | None, shapes: dict[Shape, int], lettered: dict[Shape, str]
) -> bool:
    """Whether a line is a heading because headings of its shape stand above it: capitals, or Title Case over little."""
    raw = pieces[number]
    return (
        _heads_entries(pieces, number, shapes)
        or _counts_on(raw, lettered)
        or _closes_outline(pieces, number, before, shapes)
        or (shape_of(raw) in shapes and heads_short_text(pieces, number, before))
    )


def _counts_on(raw: Raw, lettered: dict[Shape, str]) -> bool:
    """Whether capitals with a letter follow the last heading of their shape, whatever is below: `F. …` after `E. …`."""
    if raw.kind != "paragraph" or raw.text[1:2] != "." or not is_capitals(raw.text):
        return False
    letter, last = split_number(raw.text)[0] or "", lettered.get(shape_of(raw), "")
    follows = len(letter) == len(last) == 1 and letter.isalpha() and ord(letter) == ord(last) + 1
    follows = follows and len(raw.text) <= _LONGEST_LETTERED
    return follows and may_head(raw.text.replace("\n", " "))


def _closes_outline(pieces: Sequence[Raw], number: int, before: Raw | None, shapes: dict[Shape, int]) -> bool:
    """Whether capitals behind running text are such, whatever short line is below: `SCHEDULE` / `No Briefing`."""
    raw = pieces[number]
    if raw.kind != "paragraph" or "\n" in raw.text or len(raw.text) > _LONGEST or shape_of(raw) not in shapes:
        return False
    if before is None or before.kind != "paragraph" or len(before.text) < _SENTENCE or before.text[-1] not in ".)?!":
        return False
    below = pieces[number + 1] if number + 1 < len(pieces) else None
    over = below is not None and below.kind == "paragraph" and below.text[:1].isupper() and not is_capitals(below.text)
    return over and is_capitals(raw.text) and may_head(raw.text)


def _heads_entries(pieces: Sequence[Raw], number: int, shapes: dict[Shape, int]) -> bool:
    """Whether capitals stand over entries right below, as an earlier heading of this shape did: regions of an index."""
    raw = pieces[number]
    if raw.kind != "paragraph" or "before" not in raw.hints or "after" in raw.hints or "\n" in raw.text:
        return False
    following = pieces[number + 1] if number + 1 < len(pieces) else None
    if following is None or (following.kind == "paragraph" and is_capitals(following.text)):
        return False
    return len(raw.text) <= _LONGEST and is_capitals(raw.text) and may_head(raw.text) and shape_of(raw) in shapes
