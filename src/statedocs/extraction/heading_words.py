"""Words and shapes by which a line can be a heading at all, wherever it stands."""

import re
from typing import Final

from statedocs.extraction.capitals import MOST_WORDS, SMALL_WORDS, is_numbered_capitals
from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.sections import split_number
from statedocs.extraction.word_lists import any_of, read_words

_WORDS: Final = read_words("headings")
_MOST_NUMBERED_WORDS: Final = 45
_ENDS: Final = (".", ",", ";", "?", "!", "\u2026", "-", "\u2013", "\u2014", ".\u201d", '."')
_NO_HEADING: Final = re.compile(any_of(_WORDS["never"]))
_DATED: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d|\d [AP]\.?M\b", re.I)
PART: Final = re.compile(r"(?:article|section|chapter|part|annex|appendix) (?:\d+|[IVXLC]+|[A-Z])$", re.I)
_TURN: Final = re.compile(r"[A-Z][A-Z .'\u2019-]+:$")
_PARTS: Final = re.compile(
    r"(?:TRANSCRIPT|SUMMARY|BACKGROUND|INTRODUCTION|CONCLUSION|RECOMMENDATIONS|CONTENTS|AGENDA):$"
)
"""No speaker, however it is written."""
_QUESTION: Final = re.compile(r"[QA][.:]? +[\"\u201c(A-Z].*[?.!]$")
_ABBREVIATION: Final = re.compile(r"(?:\b[A-Z]\.){1,4}$|\b(?:Inc|Jr|Sr|etc|Co|Ltd|St)\.$")
_ENTRY: Final = re.compile(r"\d{1,2}(?:(?:-|, ?)\d{1,2})+,? \S|[-\u2013]? ?\d{1,2}/\d{1,2}/\d\d(?:\d\d)?\s")
"""An entry of an index with its pages or its day before it: `3-4 Talks in Lusaka`, `-05/28/09 Remarks in Lusaka`."""
_DEPARTMENT: Final = re.compile(r"(?:The )?(?:U\.?S\.?|United States) Department of State", re.I)
"""Who issues every page."""
_LETTERS: Final = re.compile(r"[^\W\d_]")
_MANUAL: Final = re.compile(r"\d{1,2} (?:FAM|FAH-\d+ H-?) ?\d+(?:\.\d+)*\S*\s+[A-Z]")


def may_head(text: str) -> bool:
    """Whether a line can be a heading at all."""
    if _ENTRY.match(text) or (_NO_HEADING.search(text) and split_number(text)[0] is None and not PART.match(text)):
        return False
    words = text.split()
    if (
        len(words) > (_MOST_NUMBERED_WORDS if is_numbered_capitals(text) else MOST_WORDS)
        or (_TURN.match(text) and not _PARTS.match(text))
        or _QUESTION.match(text)
        or (text.rsplit(" ", 1)[-1].lower() in SMALL_WORDS and not PART.match(text))
    ):
        return False
    if text.endswith("\u00bb") or max(map(len, words), default=0) < 2:
        return False  # a link, or the letters of a key
    pointed = text.endswith(".") and is_numbered_capitals(text)  # `I. AIMS.`
    if text.endswith(_ENDS) and not (pointed or _ABBREVIATION.search(text) or text.endswith("?")):
        return False
    return bool(_LETTERS.search(text)) and not (_is_date(text) or _DEPARTMENT.fullmatch(text))


def _is_date(text: str) -> bool:
    """Whether a line is mostly a date: `WEDNESDAY, AUGUST 30, 1995, 1:50 P.M.`."""
    if not _DATED.search(text):
        return False
    return sum(span.stop - span.start for span in find_dates(text)) * 2 > len(text)


def is_manual_section(text: str) -> bool:
    """Whether a line heads a section of the Foreign Affairs Manual or its handbooks.

    >>> is_manual_section("7 FAM 1791  OVERVIEW"), is_manual_section("7 FAM 1790"), is_manual_section("See 7 FAM 1791.")
    (True, False, False)
    """
    return _MANUAL.match(text) is not None and text[-1] not in ".:;,"
