"""The first line of a content whose masthead holds nothing else that words tell: whether it is the title."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.capitals import is_capitals, is_title_case
from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.line_roles import SECTION_WORDS
from statedocs.extraction.page import Raw
from statedocs.extraction.people import find_place, is_office_alone, read_person
from statedocs.extraction.sections import split_number
from statedocs.extraction.title_lines import NEVER_TITLES, goes_on_below, is_numbered_title, never_title, opens_part
from statedocs.extraction.word_lists import any_of, read_words
from statedocs.templates.text_crumbs import is_standing_page
from statedocs.vocabulary import country_in, find_bureau, find_country, find_series, standing_heading

_WORDS: Final = read_words("titles")
_NO_END: Final = (".", ":", ";", ",")
_RELATIONS: Final = re.compile(r"U\.S\.\s?[-\u2013].{3,60} Relations$", re.I)
_NO_TITLE: Final = re.compile(rf"[\[\]|@\u00a9\u2022\t]| / |https?:|^{any_of(_WORDS['openings'])}\b", re.I)
"""Menus, captions, addresses, and how a speech or a letter begins."""
_HEADLINE: Final = re.compile(r"[a-z][\u2019']s? |\b(?:at|to|with|from|Remarks|Statement|Meeting|Visit)\b")
_PARTS: Final = frozenset({*_WORDS["parts"], "summary"})
_LONGEST: Final = 180
_FEWEST_WORDS: Final = 2
_FEWEST_LOWER: Final = 3
_REACH: Final = 6
_PROSE: Final = 70
_ENDED: Final = re.compile(r"[.?!:\u3002][\u201d\"\u2019')\]\u00bb]{0,2}$")


def may_be_title(
    candidates: Sequence[Candidate], blocks: list[Raw], page_title: str | None, *, plain_text: bool
) -> bool:
    """Whether a first line that no date or bureau follows is the title all the same."""
    first = candidates[0]
    text = first.text.strip()
    if text.lower() in NEVER_TITLES or text.endswith(_NO_END):
        return False
    below = candidates[1].text if len(candidates) > 1 else ""
    if opens_part(below) and text.count(" ") > 1 and (is_title_case(text) or is_capitals(text)):
        return True
    if find_country(text) and (below.strip().lower() in SECTION_WORDS or is_long_name(text, below)):
        return True
    if first.heading and ((blocks[first.block].level or 9) <= 2 or _heads_alone(first, blocks, page_title)):
        return True
    if page_title and is_about(text, page_title):
        return True
    if plain_text and (is_standing_page(text) or (find_country(text) and _tells_of(text, blocks[1:2]))):
        return True
    if find_series(text) or (country_in(text) and not find_country(text) and not text.isupper()):
        return True
    return plain_text and _opens_text(first, blocks)


def _tells_of(country: str, below: Sequence[Raw]) -> bool:
    """Whether running text below a country's name is about it: a travel sheet, whose title that is.

    In capitals it heads a report of a volume.
    """
    return not country.isupper() and any(_is_prose(raw) and country.casefold() in raw.text.casefold() for raw in below)


def _heads_alone(first: Candidate, blocks: Sequence[Raw], page_title: str | None) -> bool:
    """Whether a page without a title element opens with the highest of its heading elements, which no other equals."""
    level = blocks[first.block].level or 9
    below = (raw.level or 9 for raw in blocks[first.block + 1 :] if raw.kind == "heading")
    return page_title is None and all(other > level for other in below)


def is_long_name(country: str, below: str) -> bool:
    """Whether a line is the long name of the country that stands alone above it."""
    found = find_country(country)
    return bool(found) and find_country(below) == found


def is_about(text: str, page_title: str) -> bool:
    """Whether a line says what the `title` element says, or a part of it."""
    return text.casefold() in page_title.casefold() or page_title.casefold() in text.casefold()


def _opens_text(first: Candidate, blocks: Sequence[Raw]) -> bool:
    """Whether a text opens with its title: written as titles are, or apart from running text below it.

    A line that heads the parts of other pages, or has a number, is the first heading of a page whose title was lost.
    """
    text = first.text.strip()
    if first.block or "\n" in blocks[0].text or len(text) > _LONGEST or not _is_free(text):
        return False
    following = [raw for raw in blocks[1:_REACH] if raw.kind != "figure" and raw.text != text]
    if following and "before" not in following[0].hints and goes_on_below(text, following[0].text):
        following.pop(0)
    following = following[:2]
    if not following or following[0].kind not in ("paragraph", "list", "heading"):
        return False
    below = following[0]
    if below.text[:1].islower():
        return False
    apart = "before" in below.hints or below.kind == "list"
    if is_capitals(text):
        return apart and text.count(" ") >= _FEWEST_LOWER and not any(_is_like(raw, text) for raw in blocks[1:])
    if is_title_case(text):
        return apart or any(map(_is_prose, following))
    headed = apart and below.kind == "paragraph" and is_title_case(below.text)
    return text.count(" ") >= _FEWEST_LOWER - 1 and text[:1].isupper() and (headed or _is_prose(below))


def _is_free(text: str) -> bool:
    """Whether a line's words leave open what it is, and it has more words than the heading of a part."""
    words = text.casefold().split()
    number = split_number(text)[0]
    if len(words) < _FEWEST_WORDS or words[-1] in _PARTS or (number is not None and not is_numbered_title(text)):
        return False
    if never_title(text) or standing_heading(text) or _RELATIONS.match(text) or _NO_TITLE.search(text):
        return False
    person = read_person(text)
    told = bool((person and person.role) or names_office(text) or find_place(text, dated=True))
    told = told or bool(find_bureau(text) or find_country(text))
    return not told and not any(span.precision == "day" and span.start == 0 for span in find_dates(text))


def names_office(text: str) -> bool:
    """Whether a line is an office; `Ambassador Example\u2019s Remarks at the Wells` is none."""
    return is_office_alone(text) and not _HEADLINE.search(text)


def _is_prose(raw: Raw) -> bool:
    return raw.kind == "paragraph" and len(raw.text) >= _PROSE and _ENDED.search(raw.text.rstrip()[-4:]) is not None


def _is_like(raw: Raw, text: str) -> bool:
    """Whether another line in capitals stands further down: then the first is a heading as that one is."""
    return raw.kind == "paragraph" and len(raw.text) <= len(text) * 3 and is_capitals(raw.text)
