"""Headings of texts that are written like sentences, `What the building holds`: told by what stands around them."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.page import Raw
from statedocs.extraction.people import find_place, is_role, read_person
from statedocs.templates.text_chrome import match_line
from statedocs.vocabulary import find_country, standing_heading

_LONGEST: Final = 60
_MOST_WORDS: Final = 9
_FEWEST_WORDS: Final = 2
_PROSE: Final = 45
_LONG_PROSE: Final = 120
_SHORT_PROSE: Final = 25
_ENTRY: Final = 20
_LONGEST_ENTRY: Final = 40
_FEWEST_ENTRIES: Final = 2
_FEWEST_OVER_LIST: Final = 3
_SHAPE: Final = re.compile(r"[A-Z\u00c0-\u00de][^.:;?!|\t\d\[\]@/=]*\??$")
_ENDED: Final = re.compile(r"[.?!][\u201d\"\u2019')\]]{0,2}$")
_STARTS: Final = re.compile(r"[\"\u201c(]?[A-Z\u00c0-\u00de\d]")
_SAID: Final = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b(?!.*\?$)")
"""What somebody says of himself is speech; a question may ask so: `How do I apply?`."""
_ASKS: Final = re.compile(
    r"(?:Wh(?:at|en|ere|o|om|ose|ich|y)|How|Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Must|May|Has|Have|If)"
    r"\b[^|\t\[\]@]{8,180}\?$"
)
_FEWEST_QUESTIONS: Final = 3
_QUESTIONS_OF: Final = 5
"""One paragraph in so many is a question, at least, where the page answers questions and does not ask rhetorically."""
_CLOSING: Final = re.compile(
    r"(?:Q|A|Sincerely|Respectfully|Yours|Thank|Dear|Applause|Laughter|Source|Photo|Image|Note)\b"
)


def is_sentence_heading(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether a short line between running text is a heading though only its first word has a capital.

    A paragraph that ends a sentence (or a heading, or a list) stands above it, a longer one below it.
    """
    raw = pieces[number]
    text = raw.text
    if (len(text) > _LONGEST or text.count(" ") >= _MOST_WORDS) and _is_question(pieces, number):
        return _answers_questions(pieces)
    if len(text) > _LONGEST or not _SHAPE.match(text) or not _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS:
        return False
    if number + 1 >= len(pieces):
        return False
    below = pieces[number + 1]
    over = _stands_over(raw, below)
    if not (over or (_is_above(before) if before is not None else _opens(pieces, number))):
        return False
    asks = text.endswith("?") and "before" in raw.hints and below.kind == "paragraph" and len(below.text) >= _PROSE
    if not (
        asks
        or over
        or _hangs(raw, before, below)
        or _is_below(below, long=before is None or len(before.text) >= _PROSE)
        or _heads_list(pieces, number, before)
    ):
        return False
    if "--" in text or _CLOSING.match(text) or _SAID.search(text) or text[-1] in ",-\u2013\u2014\u2019\u201d":
        return False
    return not (
        match_line(text)
        or read_person(text.split(",")[0])
        or is_role(text)
        or find_place(text, dated=True)
        or find_country(text)
    )


def _stands_over(raw: Raw, below: Raw) -> bool:
    """Whether a line of some words, between blank lines, stands over a list: what announces one ends with a colon."""
    apart = "before" in raw.hints and "after" in raw.hints and below.kind == "list"
    return apart and raw.text.count(" ") + 1 >= _FEWEST_OVER_LIST


def _hangs(raw: Raw, before: Raw | None, below: Raw) -> bool:
    """Whether a line stands left of the text above and below it, as terminals set headings of the second rank."""
    around = before is not None and before.kind == below.kind == "paragraph"
    if not around or before is None or "indent" in raw.hints or "before" not in raw.hints or "after" not in raw.hints:
        return False
    indented = "indent" in before.hints and "indent" in below.hints
    return indented and len(below.text) >= _ENTRY and _ENDED.search(below.text[-4:]) is not None


def _is_question(pieces: Sequence[Raw], number: int) -> bool:
    """Whether a line that stands apart asks, and the text below answers."""
    raw = pieces[number]
    if number + 1 >= len(pieces) or not raw.text.endswith("?") or "before" not in raw.hints:
        return False
    below = pieces[number + 1]
    answered = below.kind == "list" or (below.kind == "paragraph" and len(below.text) >= _PROSE)
    return answered and _ASKS.match(raw.text) is not None


def _answers_questions(pieces: Sequence[Raw]) -> bool:
    """Whether the page is one of questions and answers: a speech asks now and then."""
    asked = sum(1 for number in range(len(pieces)) if _is_question(pieces, number))
    return asked >= _FEWEST_QUESTIONS and asked * _QUESTIONS_OF >= len(pieces)


def _is_above(before: Raw) -> bool:
    if before.kind in ("heading", "quote", "table"):
        return True
    return (
        before.kind in ("paragraph", "list")
        and len(before.text) >= _SHORT_PROSE
        and _ENDED.search(before.text[-4:]) is not None
    )


def _opens(pieces: Sequence[Raw], number: int) -> bool:
    """Whether a first line, below the masthead, is apart from it and from long running text."""
    below = pieces[number + 1]
    apart = number == 0 and "before" in pieces[number].hints and "before" in below.hints
    return apart and below.kind == "paragraph" and len(below.text) >= _LONG_PROSE


def _heads_list(pieces: Sequence[Raw], number: int, before: Raw | None) -> bool:
    """Whether the entries of a list, that a dump without blank lines wrote like any line, stand below."""
    if before is None or before.kind != "paragraph" or len(before.text) < _PROSE or "before" in pieces[number].hints:
        return False
    entries = [raw for raw in pieces[number + 1 : number + 3] if raw.kind == "paragraph" and "before" not in raw.hints]
    if len(entries) < _FEWEST_ENTRIES or match_line(entries[0].text) or standing_heading(entries[0].text):
        return False
    return entries[0].text[:1].islower() or all(_is_entry(raw.text) for raw in entries)


def _is_entry(text: str) -> bool:
    return len(text) <= _LONGEST_ENTRY and text[-1] not in ".:;,?!" and text[:1] not in "[(" and not find_dates(text)


def _is_below(following: Raw, *, long: bool) -> bool:
    """Whether text stands below; under a paragraph and without a blank line also a short entry of a list will do."""
    if following.kind != "paragraph":
        return following.kind in ("list", "table")
    text = following.text
    least = _ENTRY if long and "before" not in following.hints else _PROSE
    return len(text) >= least and _STARTS.match(text) is not None and _ENDED.search(text[-4:]) is not None
