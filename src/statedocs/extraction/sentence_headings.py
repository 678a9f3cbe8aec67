"""Headings of texts that are written like sentences, `What the building holds`: told by what stands around them."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.page import Raw
from statedocs.extraction.people import find_place, is_role, read_person
from statedocs.templates.text_chrome import match_line
from statedocs.vocabulary import find_country

_LONGEST: Final = 60
_MOST_WORDS: Final = 9
_FEWEST_WORDS: Final = 2
_PROSE: Final = 45
_SHORT_PROSE: Final = 25
_SHAPE: Final = re.compile(r"[A-Z\u00c0-\u00de][^.:;?!|\t\d\[\]@/=]*\??$")
_ENDED: Final = re.compile(r"[.?!][\u201d\"\u2019')\]]{0,2}$")
_STARTS: Final = re.compile(r"[\"\u201c(]?[A-Z\u00c0-\u00de\d]")
_CLOSING: Final = re.compile(
    r"(?:Q|A|Sincerely|Respectfully|Yours|Thank|Dear|Applause|Laughter|Source|Photo|Image|Note)\b"
)


def is_sentence_heading(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether a short line between running text is a heading though only its first word has a capital.

    A paragraph that ends a sentence (or a heading, or a list) stands above it, a longer one below it.
    """
    raw = pieces[number]
    text = raw.text
    if len(text) > _LONGEST or not _SHAPE.match(text) or not _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS:
        return False
    if before is None or number + 1 >= len(pieces) or not (_is_above(before) and _is_below(pieces[number + 1])):
        return False
    if "--" in text or _CLOSING.match(text) or text[-1] in ",-\u2013\u2014\u2019\u201d":
        return False
    return not (
        match_line(text)
        or read_person(text.split(",")[0])
        or is_role(text)
        or find_place(text, dated=True)
        or find_country(text)
    )


def _is_above(before: Raw) -> bool:
    if before.kind in ("heading", "quote", "table"):
        return True
    return (
        before.kind in ("paragraph", "list")
        and len(before.text) >= _SHORT_PROSE
        and _ENDED.search(before.text[-4:]) is not None
    )


def _is_below(following: Raw) -> bool:
    if following.kind != "paragraph":
        return following.kind == "list"
    text = following.text
    return len(text) >= _PROSE and _STARTS.match(text) is not None and _ENDED.search(text[-4:]) is not None
