"""The index of a briefing that is a text: topics above the first turn of speech, regions in capitals over them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.extraction.capitals import is_capitals
from statedocs.extraction.leading_ends import is_turn
from statedocs.extraction.page import Raw

_INDEX: Final = re.compile(r"(?:index|i n d e x|index for today['\u2019]s briefing):?$", re.I)
_INDEX_FOR: Final = re.compile(r"index for today['\u2019]s briefing:?$", re.I)
_PART: Final = re.compile(r"[1I]\. [A-Z]")
_PROSE: Final = 70
_LONGEST_REGION: Final = 60
_FEWEST_PARTED: Final = 3
"""Lines of topics that strokes part (`Relief / Donors / Talks`), which no other text opens with."""
_MOST: Final = 150
"""Lines of an index at the most."""


@dataclass(frozen=True, slots=True)
class Index:
    """Where the index of a briefing stands among a text's pieces.

    Attributes:
        places: The pieces, up to the first turn of speech.
        named: Those behind the word `INDEX`, where it was not lost: there capitals head topics whatever is below.
    """

    places: range = range(0)
    named: range = range(0)


def is_index(text: str) -> bool:
    """Whether a line says that the index of a briefing stands below it."""
    return _INDEX.match(text.strip()) is not None


def heads_index(text: str) -> bool:
    """Whether a line heads the index of a briefing in a sentence's words: `Index for Today's Briefing`."""
    return _INDEX_FOR.match(text.strip()) is not None


def index_of(pieces: Sequence[Raw], *, indexed: bool = False) -> Index:
    """The index with which a text opens; empty where there is none.

    It ends with the first turn of speech. Where the text was cut before one, it begins behind the word `INDEX`, which
    may be `indexed` in the masthead.
    """
    stop = next((number for number, raw in enumerate(pieces[:_MOST]) if _is_turn(raw) or _is_prose(raw)), None)
    end = min(len(pieces), _MOST) if stop is None else stop
    start = next((number for number, raw in enumerate(pieces[:end]) if is_index(raw.text)), 0 if indexed else end)
    spoken = stop is not None and _is_turn(pieces[stop])
    spoken = spoken or sum(" / " in raw.text for raw in pieces[:end]) >= _FEWEST_PARTED
    return Index(range(end if spoken else 0) or range(start, end), range(start, end))


def heads_topics(pieces: Sequence[Raw], number: int, index: Index) -> bool:
    """Whether a line of an index is a region over its topics: `NORTH KOREA`."""
    text = pieces[number].text.strip()
    if heads_index(text) and pieces[number].kind == "paragraph":
        return True
    if number not in index.named or pieces[number].kind != "paragraph" or number + 1 >= len(pieces):
        return False
    if "\n" in text or len(text) > _LONGEST_REGION or not is_capitals(text):
        return False
    return not (_INDEX.match(text) or text[0] == "(" or text[-1] in ".:;," or any(map(str.isdigit, text)))


def is_part(raw: Raw, number: int, index: Index) -> bool:
    """Whether a line above the first turn heads a numbered part, as minutes have them: `1. Opening Remarks`."""
    return number not in index.named and _PART.match(raw.text) is not None


def _is_turn(raw: Raw) -> bool:
    return raw.kind == "paragraph" and is_turn(raw.text)


def _is_prose(raw: Raw) -> bool:
    return raw.kind == "paragraph" and len(raw.text) > _PROSE and raw.text.rstrip()[-1:] in '.?!\u201d"'
