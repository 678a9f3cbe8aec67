"""Headings of texts over very little: `Limits on Foreign Control` / `None.`, told by the headings above them."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.capitals import is_title_case
from statedocs.extraction.heading_words import may_head
from statedocs.extraction.line_roles import read_line
from statedocs.extraction.page import Raw
from statedocs.extraction.people import is_name
from statedocs.extraction.sections import split_number

_LONGEST: Final = 80
_LONGEST_BELOW: Final = 110
_ENDS: Final = (".", "?", "!", "\u201d", '."', ")")
_OTHERS: Final = ("heading", "list", "table", "quote")


def heads_short_text(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether a line apart, in Title Case, stands between the end of a part and one short sentence.

    Only where a heading of its shape stands above: by itself such a line may be anything.
    """
    raw = pieces[number]
    text = raw.text
    if raw.kind != "paragraph" or "\n" in text or len(text) > _LONGEST or "before" not in raw.hints or before is None:
        return False
    if before.kind not in _OTHERS and not before.text.endswith(_ENDS):
        return False
    if not is_title_case(text) or not may_head(text) or text.endswith(":") or split_number(text)[0] is not None:
        return False
    below = pieces[number + 1] if number + 1 < len(pieces) else None
    if below is None or below.kind != "paragraph" or "before" not in below.hints or len(below.text) > _LONGEST_BELOW:
        return False
    sentence = below.text[:1].isupper() and below.text.endswith((".", ".\u201d"))
    return sentence and not is_name(text) and read_line(text).role is None
