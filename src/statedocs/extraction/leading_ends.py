"""Where a masthead ends: lines of the body, of other pages that a page shows, and of a letterhead above."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.capitals import is_title_case
from statedocs.extraction.leading_roles import Candidate
from statedocs.extraction.line_roles import read_line
from statedocs.extraction.word_lists import any_of, read_words
from statedocs.vocabulary import find_country

_WORDS: Final = read_words("masthead")
_TURN: Final = re.compile(rf"{any_of(_WORDS['turns'])}\b[A-Z .'\u2019-]*:\s")
_BODY: Final = re.compile(rf"{any_of(_WORDS['bodies'])}\b\s*:?", re.I)
_NUMBERS: Final = re.compile(r"(?:TEL|FAX|PHONE|TELEPHONE)\b\.?\s*:\s*[\d(+]", re.I)
_ADVISORY: Final = re.compile(r"Travel Advisory\b")
_OTHERS: Final = frozenset({"highlights", "current visa bulletin", "upcoming visa bulletin"})
"""Heads of what a page shows of other pages, with their dates."""
_LONG: Final = 150
_LONG_SENTENCE: Final = 70
_ENDS_OF_SENTENCES: Final = (".", ".\u201d", '."')


def shows_others(text: str, first: str) -> bool:
    """Whether a line heads what a page shows of others, whose dates are not its own."""
    return text.strip().lower() in _OTHERS or (_ADVISORY.match(text) is not None and bool(find_country(first)))


def is_letterhead(text: str, found: Sequence[Candidate]) -> bool:
    """Whether a line is of the numbers that an embassy prints above everything else: `TEL: …` / `FAX: …`."""
    return _NUMBERS.match(text) is not None and all(_NUMBERS.match(candidate.text) for candidate in found)


def is_body(text: str) -> bool:
    """Whether a line is running text, or opens it: a turn of speech, a profile, a sentence."""
    if _TURN.match(text) or _BODY.match(text):
        return True
    sentence = len(text) > _LONG_SENTENCE and text.rstrip().endswith(_ENDS_OF_SENTENCES)
    if not sentence and len(text) <= _LONG:
        return False
    role = read_line(text).role
    if role == "speaker":
        return sentence and (len(text) > _LONG or ": " in text)
    if role == "type" and sentence and not is_title_case(text):
        return True
    return role is None or (role == "type" and ": " in text)
