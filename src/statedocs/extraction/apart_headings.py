"""Headings of texts that keep their blank lines: a line apart, over a sentence however short, a question, a year."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.heading_words import may_head
from statedocs.extraction.leading_ends import is_turn
from statedocs.extraction.line_roles import read_line
from statedocs.extraction.page import Raw
from statedocs.vocabulary import find_country

_LONGEST: Final = 80
_LONGEST_ASKED: Final = 120
_SENTENCE: Final = re.compile(r"[\"\u201c(]?[A-Z\u00c0-\u00de\d][^\n]*[\w)%][.?!][\u201d\"\u2019')\]]{0,2}$")
_LINK: Final = re.compile(r"(?<=[.?!]) (?:(?:Read|Learn) )?[Mm]ore$")
_ABBREVIATION: Final = re.compile(r"(?:\b[A-Z]\.)+$|\b(?:Inc|Jr|Sr|Co|Ltd|St|Ave|No)\.$")
_Q: Final = re.compile(r"(?:Q|A|Question|QUESTION|Answer|ANSWER)\b[.:)]?\s")
"""Who asks and who answers, in a transcript."""
_QUESTION: Final = re.compile(r"[A-Z][^|\t\[\]@:]{5,}\?$")
_FEWEST_ASKED: Final = 2
_ASKED_OF: Final = 5
_YEAR: Final = re.compile(r"(?:1[789]|20)\d\d$")
_FEWEST_YEARS: Final = 2
_TRANSCRIPT: Final = re.compile(r"(?:TRANSCRIPT|Transcript):?$")
_TIMES: Final = 3
"""Lines between the word `TRANSCRIPT` and the first turn: the hour, the room."""
_LEVEL: Final = re.compile(
    r"[A-Z\u00c0-\u00de][^.?!:]{2,80} [-\u2013\u2014] (?:Level [1-4]: [A-Z].{5,60}|See Summary)$"
)
"""How an advisory says what it advises: `Benin - Level 2: Exercise Increased Caution`."""
_ADVISED: Final = re.compile(r"Travel Advisory\n[A-Z][a-z]{2,8} \d{1,2}, 20\d\d$")
_POSTS: Final = re.compile(r"Embass(?:y|ies) (?:and|&) Consulates?$", re.I)
_POST: Final = re.compile(r"U\.S\. (?:Embassy|Consulate(?: General)?|Mission|Consular Agency)\b[^.,:|]{2,60}$")
_LONGEST_ANNOUNCING: Final = 40
_BEGINS: Final = re.compile(r"(?:Begin|Start of) [A-Za-z ]+:$", re.I)
_ADDRESSES: Final = re.compile(r"(?:Mr|Mrs|Ms|Madam|Madame|Dear|Ladies|Members|Chairman)\b")
"""How a speaker turns to those who listen: `Mr. Chairman, members of the committee:`."""
_MORE: Final = re.compile(r"(?:(?:Read|Learn|See|View) (?:[Mm]ore|[Aa]ll)\b.{0,80}|READ MORE|Website)$")
"""A link that ends what stands above it."""


def apart_headings(pieces: Sequence[Raw]) -> frozenset[int]:
    """The lines between blank ones that are headings by what they say and what stands below, whatever is above."""
    apart = [number for number, raw in enumerate(pieces[:-1]) if _is_apart(raw)]
    spoken = any(_Q.match(raw.text) or is_turn(raw.text) for raw in pieces)
    asked = [] if spoken else [number for number in apart if _asks(pieces[number], pieces[number + 1])]
    years = [number for number in apart if _YEAR.match(pieces[number].text) and _is_text(pieces[number + 1])]
    found = {number for number in apart if _LEVEL.match(pieces[number].text) or _heads_transcript(pieces, number)}
    found |= {number for number in range(len(pieces)) if _ADVISED.match(pieces[number].text)}
    if len(asked) >= _FEWEST_ASKED and len(asked) * _ASKED_OF >= len(pieces):
        found.update(asked)  # a speech asks now and then
    if len({pieces[number].text for number in years}) >= _FEWEST_YEARS:
        found.update(years)
    return frozenset(found)


def heads_post(raw: Raw, above: Sequence[Raw]) -> bool:
    """Whether a post is named over its address, below the heading under which such stand, or the one before it."""
    if not _POST.match(raw.text) or not _is_apart(raw):
        return False
    last = next((heading.text for heading in reversed(above) if heading.kind == "heading"), "")
    return (_POSTS.match(last) or _POST.match(last)) is not None


def is_over_sentence(raw: Raw, below: Raw) -> bool:
    """Whether blank lines stand above and below a line, and a sentence, however short, behind them."""
    if not _is_apart(raw) or len(raw.text) > _LONGEST or below.kind != "paragraph":
        return False
    text = _LINK.sub("", below.text)
    said = _SENTENCE.match(text) is not None and not (_ABBREVIATION.search(text) or may_head(text))
    return (
        said
        and not is_turn(text)
        and (read_line(raw.text).role is None or ("," not in raw.text and bool(find_country(raw.text))))
    )


def announces(text: str) -> bool:
    """Whether a short line announces what is below it; `Begin Text:` only says that a document begins."""
    if _BEGINS.match(text) or _ADDRESSES.match(text):
        return False
    return text.endswith(":") and len(text) < _LONGEST_ANNOUNCING


def ends_part(text: str) -> bool:
    """Whether a short line is a link that ends what stands above it: `Read more`."""
    return _MORE.match(text) is not None


def _is_apart(raw: Raw) -> bool:
    return raw.kind == "paragraph" and "before" in raw.hints and "after" in raw.hints and "\n" not in raw.text


def _heads_transcript(pieces: Sequence[Raw], number: int) -> bool:
    below = pieces[number + 1 : number + 1 + _TIMES]
    return _TRANSCRIPT.match(pieces[number].text) is not None and any(is_turn(raw.text) for raw in below)


def _is_text(raw: Raw) -> bool:
    return raw.kind == "list" or (raw.kind == "paragraph" and _SENTENCE.match(raw.text) is not None)


def _asks(raw: Raw, below: Raw) -> bool:
    """Whether a line asks, and what stands below it answers."""
    if len(raw.text) > _LONGEST_ASKED or not _QUESTION.match(raw.text):
        return False
    return below.kind == "list" or _is_answer(below)


def _is_answer(raw: Raw) -> bool:
    return raw.kind == "paragraph" and raw.text[-1] in '.:\u201d")' and raw.text[:1].isupper()
