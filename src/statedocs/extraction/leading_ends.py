"""Where a masthead ends: lines of the body, of other pages that a page shows, and of a letterhead above."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.capitals import SMALL_WORDS, is_title_case
from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.heading_words import is_manual_section
from statedocs.extraction.line_roles import Reading, is_caption, read_line
from statedocs.extraction.page import Raw
from statedocs.extraction.title_lines import INDEX_WORDS, NO_END, is_aside, is_bare_type, is_shelf, never_title
from statedocs.extraction.word_lists import any_of, read_words
from statedocs.vocabulary import find_country, find_document_type, standing_heading

_WORDS: Final = read_words("masthead")
_TURN: Final = re.compile(rf"{any_of(_WORDS['turns'])}\b[A-Z .'\u2019-]*:\s")
_SALUTATION: Final = re.compile(
    r"(?:Mr\. |Madam )?(?:Co-)?(?:Chair(?:man|woman|person)?|Ranking Member)\b"
    r"[^:]*\b(?:Members? of|[Tt]hank)\b[^:]*[.,:]$"
)
"""Whom a testimony greets: `Chairman Example, Ranking Member Sample, and Members of the Committee, thank you.`."""
_PAGED: Final = re.compile(r"\d{1,2}(?:[-,]\d{1,2})*[A-Z][a-z]{2}")
"""A topic of a briefing's index to which its pages are glued: `1,4Anniversary of …`."""
_ENTRY: Final = re.compile(r"-\d\d/\d\d/\d\d(?:\d\d)?\b|\d\d/\d\d/\d\d(?:\d\d)?\s+[^;]{3,}; *\S")
"""An entry of an index of pages: `-12/31/03  Earthquake in …; Adam Example, Spokesman; Washington, DC`."""
_EVENT: Final = re.compile(
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?: ?[-\u2013] ?\d{1,2})?"
    r"(?::| [\u2013\u2014]|--) ?\S"
)
"""An entry of a chronology: `June 25: Samples are recognized.`."""
_BODY: Final = re.compile(rf"{any_of(_WORDS['bodies'])}\b\s*:?", re.I)
_NUMBERS: Final = re.compile(r"(?:TEL|FAX|PHONE|TELEPHONE)\b\.?\s*:\s*[\d(+]", re.I)
_ADVISORY: Final = re.compile(r"Travel Advisory\b")
_OTHERS: Final = frozenset({"highlights", "current visa bulletin", "upcoming visa bulletin"})
"""Heads of what a page shows of other pages, with their dates."""
_TOWN_AND_DAY: Final = re.compile(
    r"[A-Z\u00c0-\u00de][^\W\d_]+(?:[ -][A-Z\u00c0-\u00de][^\W\d_]+){0,2}, (?=[A-Z][a-z]+\.? \d|\d)"
)
_FEWEST_ENTRIES: Final = 3
_FEWEST_DAYS: Final = 2
_SHORTEST_HEADLINE: Final = 12
_LONGEST_DAY: Final = 30
_MOST_OF_ENTRY: Final = 3
"""Lines of an entry above its day: kind, headline, who speaks."""
_DAY: Final = re.compile(r"\d{4}$|^\d{4}-\d\d-\d\d$|^\d{1,2}/\d{1,2}/\d\d$")
_HEADLINES: Final = (None, "type", "title")
_ORIGIN: Final = re.compile(r"\(Office of Origin:")
_REACH: Final = 60
_FAR: Final = 200
_LONG: Final = 150
_SENTENCE_BLANKS: Final = 4
_QUOTES: Final = ('"', "\u201c", "\u201d")
_MOST_QUOTED: Final = 4
_LONG_SENTENCE: Final = 70
_TITLED: Final = 0.75
_GOES_ON: Final = re.compile(r"[a-z\d]{3}\. [A-Z][a-z]* [a-z]")
"""One sentence behind another: `… in Praia. He was earlier …`."""
_ENDS_OF_SENTENCES: Final = (".", ".\u201d", '."')


def shows_others(text: str, first: str) -> bool:
    """Whether a line heads what a page shows of others, whose dates are not its own, or the first part of its body."""
    if text.strip().lower() in _OTHERS or (_ADVISORY.match(text) is not None and bool(find_country(first))):
        return True
    return bool(first) and standing_heading(text.strip()) == "strong" and find_document_type(text) is None


def opens_manual(text: str, found: Sequence[Candidate]) -> bool:
    """Whether a line is the first section of a chapter of the Foreign Affairs Manual: `7 FAM 1791  OVERVIEW`."""
    return is_manual_section(text) and any(_ORIGIN.match(candidate.text) for candidate in found)


def shelf_over(text: str, below: Sequence[Raw]) -> Reading | None:
    """A line that names the year's documents of a kind, over the heading of one: no title; null for any other."""
    return Reading("other", (), text) if is_shelf(text) and any(raw.kind == "heading" for raw in below[:2]) else None


def is_letterhead(text: str, found: Sequence[Candidate]) -> bool:
    """Whether a line is of the numbers that an embassy prints above everything else: `TEL: …` / `FAX: …`."""
    if _NUMBERS.match(text) is None:
        return False
    return all(_NUMBERS.match(above.text) or is_bare_type(above.text) or is_shelf(above.text) for above in found)


def is_town_and_day(text: str) -> bool:
    """Whether a line is a town and a day: `Guatemala City, March 16 2023`; what the vocabulary lists are regions."""
    town = _TOWN_AND_DAY.match(text)
    if town is None or find_document_type(text[: town.end() - 2]):
        return False
    spans = find_dates(text)
    whole = len(spans) == 1 and spans[0].precision == "day" and spans[0].start == town.end()
    return whole and not text[spans[0].stop :].strip(" .")


def first_entry(blocks: Sequence[Raw]) -> int | None:
    """The block of the first date of a list of news, the latest first: no day is the page's own.

    A headline stands under each day, and text between them; or each day stands below its headline, and only lines of a
    headline between them. Three such days, or two that differ, are a list.
    """
    lines = [
        (number, line)
        for number, raw in enumerate(blocks[:_REACH])
        if raw.kind in ("paragraph", "heading", "list")
        for line in raw.text.split("\n")
    ]
    days = [(at, day) for at, (_, line) in enumerate(lines) if (day := _day_of(line))]
    if not days or any(later[1] > day[1] for day, later in pairwise(days)):
        return None
    several = len(days) >= _FEWEST_ENTRIES or len({day for _, day in days}) >= _FEWEST_DAYS
    headed = all(at + 1 < len(lines) and _is_headline(lines[at + 1][1]) for at, _ in days)
    told = all(any(_runs(line) for _, line in lines[at + 1 : stop]) for (at, _), (stop, _) in pairwise(days))
    below = several and len({day for _, day in days}) >= _FEWEST_DAYS and _stand_below(lines, days)
    return lines[days[0][0]][0] if (several and headed and told) or below else None


def _stand_below(lines: Sequence[tuple[int, str]], days: Sequence[tuple[int, str]]) -> bool:
    """Whether each day stands below a headline and little else: `Call With Oman` / `May 31, 2023`."""
    starts = [0, *(at + 1 for at, _ in days)]
    entries = [lines[start:at] for start, (at, _) in zip(starts, days, strict=False)]
    short = all(0 < len(entry) <= _MOST_OF_ENTRY for entry in entries[1:])
    return short and all(len(line) <= _LONG and not _runs(line) for entry in entries for _, line in entry)


def first_country(blocks: Sequence[Raw]) -> int | None:
    """The block of the first country of several that a page treats one after the other: none is the page's own."""
    found = [number for number, raw in enumerate(blocks[:_FAR]) if raw.kind == "paragraph" and find_country(raw.text)]
    names = {blocks[number].text for number in found}
    told = all(any(_runs(raw.text) for raw in blocks[at + 1 : stop]) for at, stop in pairwise(found[:_FEWEST_ENTRIES]))
    return found[0] if len(names) >= _FEWEST_ENTRIES and told else None


def _day_of(line: str) -> str | None:
    """The day that a line is, and nothing else."""
    text = line.strip().removeprefix("(").removesuffix(")")
    if len(text) > _LONGEST_DAY or not _DAY.search(text):
        return None
    spans = find_dates(text)
    whole = len(spans) == 1 and spans[0].precision == "day" and len(spans[0].as_written) == len(text)
    return spans[0].value if whole else None


def _is_headline(text: str) -> bool:
    short = _SHORTEST_HEADLINE <= len(text) <= _LONG
    return short and not text.rstrip().endswith((*_ENDS_OF_SENTENCES, ":")) and read_line(text).role in _HEADLINES


def _runs(text: str) -> bool:
    return len(text) > _LONG_SENTENCE and text.rstrip().endswith(_ENDS_OF_SENTENCES)


def name_of_speech(candidates: Sequence[Candidate], stop: int) -> list[Candidate]:
    """The lines behind a masthead that say in quotation marks what a speech is called, and the time below them."""
    rest = list(candidates[stop : stop + _MOST_QUOTED])
    if not rest or stop < _FEWEST_ENTRIES or rest[0].text[:1] not in _QUOTES or rest[0].heading:
        return []
    size = next((size for size, line in enumerate(rest, 1) if line.text.rstrip()[-1:] in _QUOTES), 0)
    text = " ".join(line.text.strip() for line in rest[:size])
    whole = size > 0 and sum(text.count(quote) for quote in _QUOTES) == len(_QUOTES[:2])
    if not whole or len(text) > _LONG or not all(line.tight for line in rest[1:size]):
        return []
    if text[:-1].rstrip().endswith((".", "?", "!", ",")) or any(line.reading.role for line in rest[:size]):
        return []
    below = rest[size : size + 1]
    return rest[: size + (bool(below) and below[0].reading.role == "time")]


def is_turn(text: str) -> bool:
    """Whether a text is a turn of speech: `MR. SAMPLE: Good morning.`."""
    return _TURN.match(text) is not None


def is_entry(text: str) -> bool:
    """Whether a line is an entry of an index: another page with its day, which is not this one's.

    >>> is_entry("-12/31/03  Sample Bridge; Robin Example, Spokesman"), is_entry("12/31/03 Daily Press Briefing")
    (True, False)
    """
    return _ENTRY.match(text) is not None


def is_body(text: str) -> bool:
    """Whether a line is running text, or opens it: a turn of speech, a profile, a sentence, a caption."""
    if (
        is_turn(text)
        or is_entry(text)
        or _EVENT.match(text)
        or _BODY.match(text)
        or _PAGED.match(text)
        or _SALUTATION.match(text)
        or is_caption(text)
    ):
        return True
    sentence = len(text) > _LONG_SENTENCE and text.rstrip().endswith(_ENDS_OF_SENTENCES)
    if not sentence and len(text) <= _LONG:
        return False
    role = read_line(text).role
    if role == "speaker":
        return sentence and (len(text) > _LONG or ": " in text)
    if sentence and ((role == "type" and not is_title_case(text)) or (len(text) > _LONG and _GOES_ON.search(text))):
        return True
    return role is None or (role == "type" and ": " in text and not _is_long_title(text))


def _is_long_title(text: str) -> bool:
    """Whether a line that states a kind is written as titles are, however long: `On-the-Record Briefing: …`."""
    words = [word for word in text.split() if word[0].isalpha() and word not in SMALL_WORDS]
    return text[-1] not in ".:;," and sum(word[0].isupper() for word in words) >= _TITLED * len(words)


def ends_line(candidates: Sequence[Candidate], count: int) -> bool:
    """Whether a line ends the one above: `Annual Report on Sample Freedom:` / `Executive Summary`."""
    above, line = candidates[count - 2 : count]
    return line.tight and above.text.rstrip().endswith(":") and above.reading.role in (None, "type")


def stands_in_town(candidates: Sequence[Candidate], count: int) -> bool:
    """Whether a line names a house whose town is on the next line: `Sample Museum of History` / `Washington, D.C.`."""
    text, below = candidates[count - 1].text, candidates[count : count + 1]
    there = bool(below) and below[0].tight and below[0].reading.role == "place"
    return there and not text.rstrip().endswith(NO_END) and not never_title(text)


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence of some words."""
    return text.endswith(_ENDS_OF_SENTENCES) and text.count(" ") >= _SENTENCE_BLANKS


def says_nothing(text: str, first: str) -> bool:
    """Whether a line is passed over: navigation, the first line again, a small word alone (`BY`)."""
    small = text.lower() in INDEX_WORDS or text.lower() in SMALL_WORDS or text.isdigit()
    return small or text == first or is_aside(text)
