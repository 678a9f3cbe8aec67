"""How far a title runs: over lines that look alike, and from the number of its own chapter."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.people import is_name, read_person
from statedocs.extraction.title_lines import INDEX_WORDS, TERM, ends_long, is_broken
from statedocs.extraction.word_lists import any_of, read_words
from statedocs.templates.text_chrome import match_line
from statedocs.vocabulary import find_country, find_series

_WORDS: Final = read_words("masthead")
OCCASION: Final = re.compile(rf"{any_of(_WORDS['occasions'])}\b", re.I)
POST: Final = re.compile(
    r"(?:The )?(?:Embassy|Consulate(?: General)?) of the United States\b"
    r"|(?:The )?U\.?S\.? (?:Embassy|Consulate|Mission|Interests Section)\b",
    re.I,
)
UNNAMED: Final = (" Official", " Officials")

_SYMBOL: Final = re.compile(r"[A-Z]{1,4}(?:/[A-Z]{1,5}){1,3}")
"""An office's symbol alone: `PA/PC`."""
_MANUAL: Final = re.compile(r"\d{1,2} (?:FAM|FAH-\d+ H-?) ?\d+(?:\.\d+)*\b")


def continue_title(title: Candidate, taken: Sequence[Candidate], page_title: str | None = None) -> None:
    """A title may run over lines that look alike, with no blank line between, unless the page is named by the first."""
    at = taken.index(title)
    whole = page_title is not None and title.text.strip().casefold() == page_title.strip().casefold()
    for candidate in taken[at + 1 :]:
        above = taken[taken.index(candidate) - 1].text
        apart = above.isupper() and is_broken(above, candidate.text)  # capitals in the middle, line by line
        same = (candidate.tight or apart) and candidate.looks == title.looks and candidate.heading == title.heading
        broken = is_broken(above, candidate.text) or ends_long(above, candidate.text)
        marked = title.looks or title.heading or broken
        numbered = candidate.role == "identifier" and bool(candidate.reading.dates)  # an issue of the Dispatch
        and_others = candidate.role == "speaker" and title.role == "title" and above.endswith(" and")
        if not (candidate.role is None or numbered or and_others) or not same or _shares(candidate.text):
            break
        if and_others:  # `Briefing by Spokesman Example and` / `Director Sample`
            candidate.role = "title"
            continue
        if not (marked or (not whole and _goes_on(candidate.text, title.text))):
            break
        candidate.role = "title"


def _shares(text: str) -> bool:
    """Whether a line is a button by which a page is sent on: `Facebook`."""
    known = match_line(text)
    return known is not None and known.rule in ("share", "social-links")


def leave_volume(taken: Sequence[Candidate]) -> None:
    """A chapter of the Foreign Affairs Manual is titled by its own number, not by that of the volume above it."""
    numbered = [at for at, line in enumerate(taken) if line.role == "title" and _MANUAL.match(line.text)]
    for line in taken[: numbered[-1]] if len(numbered) > 1 else ():
        line.role = "other" if line.role == "title" else line.role


def _goes_on(text: str, title: str) -> bool:
    """Whether an unmarked line below the title belongs to it: it is no person, series, occasion, place or chrome.

    Nor does a country's long name below its short one, nor what the title says already.
    """
    if text.strip().casefold() in title.casefold() or (find_country(text) and find_country(title)):
        return False
    if text.strip().lower() in INDEX_WORDS or _SYMBOL.fullmatch(text.strip()) or text.rstrip().endswith(UNNAMED):
        return False
    if POST.match(text) and not POST.search(title):
        return False
    return not (read_person(text) or find_series(text) or OCCASION.match(text) or text[:1] in "([" or match_line(text))


def says_before_whom(line: Candidate, taken: Sequence[Candidate]) -> bool:
    """Whether a line carries on with whom a testimony is given before: `… Subcommittee on Wells,` / `House …`."""
    if line is taken[0] or not line.tight:
        return False
    above = taken[taken.index(line) - 1]
    return above.reading.role == "type" and above.looks == line.looks and above.text.rstrip().endswith(",")


def find_subject(taken: Sequence[Candidate]) -> Candidate | None:
    """Whom a biography is about: the name above the terms of office."""
    if not any(TERM.match(line.text) for line in taken):
        return None
    return next((line for line in taken if line.role in (None, "speaker") and is_name(line.text)), None)
