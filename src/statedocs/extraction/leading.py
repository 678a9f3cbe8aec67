"""The masthead of pages that do not mark it: the first lines of the content, told by their words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from statedocs.extraction.briefing_index import heads_index
from statedocs.extraction.candidate import Candidate
from statedocs.extraction.closing_titles import title_closes
from statedocs.extraction.first_titles import is_about, is_long_name, may_be_title
from statedocs.extraction.flat import cut_flat
from statedocs.extraction.glued import unglue
from statedocs.extraction.leading_blocks import join_issuer, join_offices, join_title, split_blocks
from statedocs.extraction.leading_ends import (
    ends_line,
    first_country,
    first_entry,
    is_body,
    is_letterhead,
    is_sentence,
    is_town_and_day,
    name_of_speech,
    opens_manual,
    says_nothing,
    shelf_over,
    shows_others,
    stands_in_town,
)
from statedocs.extraction.leading_roles import (
    assign_roles,
    is_named,
    is_topic,
)
from statedocs.extraction.leading_titled import holds_office, is_in_office, told_lines
from statedocs.extraction.line_roles import SECTION_WORDS, Reading, ends_bureau, is_department, is_mail_stamp, read_line
from statedocs.extraction.margins import is_placed
from statedocs.extraction.page import Raw
from statedocs.extraction.title_lines import (
    CHAPTER,
    INDEX_WORDS,
    TERM,
    goes_on_below,
    is_bare_type,
    is_broken,
    never_title,
)
from statedocs.extraction.title_parts import is_called
from statedocs.extraction.word_lists import read_words
from statedocs.vocabulary import find_country, find_series

_WORDS: Final = read_words("masthead")
_LABELS_ABOVE: Final[dict[str, str]] = _WORDS["labels_above"]
_ADVISED: Final = re.compile(r" [-\u2013\u2014] Level \d: ")
_INDEX: Final = re.compile(r"index\b", re.I)
_BRIEFER: Final = re.compile(r"\s*briefer:", re.I)
_BAR: Final = re.compile(r"(?:Blue|Flag)[ -]?(?:Bar|Line)(?: rule)?", re.I)
_MOST_ABOVE: Final = 10
_MOST_BLOCKS: Final = 16
_MOST_LINES: Final = 30
_MOST_LOOSE: Final = 5
_PART_AT: Final = 2
"""Lines at the top among which a part of a report is named: `Preface`, or `Annual Report` / `Executive Summary`."""
_SHORTEST_TOLD: Final = 3


@dataclass(slots=True)
class Line:
    """A line of the masthead."""

    role: str
    text: str
    line: int | None


@dataclass(frozen=True, slots=True)
class Leading:
    """A masthead that was cut off the content.

    Attributes:
        lines: Its lines in order.
        heads: The blocks in which they stand, with their links.
        left: The blocks that are left.
    """

    lines: list[Line]
    heads: list[Raw]
    left: list[Raw]


def take_leading(
    blocks: list[Raw], page_title: str | None, *, plain_text: bool = False, titled: bool = False, above: int = 0
) -> Leading:
    """Cuts the masthead off the front of the content.

    Args:
        blocks: The content's blocks.
        page_title: What the `title` element says, to know the title line by.
        plain_text: Whether lines without a blank line between stand in blocks of their own.
        titled: Whether the title is known: then only lines whose words tell what they are belong to the masthead.
        above: The line on which a marked title stands: what stands above it belongs to the masthead whatever it says.
    """
    blocks = join_offices(join_title(cut_flat(blocks), page_title)) if plain_text else blocks
    blocks = [piece for raw in join_issuer(blocks[:_MOST_BLOCKS]) for piece in unglue(raw)] + blocks[_MOST_BLOCKS:]
    candidates = _candidates(blocks, plain_text=plain_text, page_title=page_title, titled=titled)
    if titled:
        return _around_title(blocks, candidates, above)
    stop = max(_end(candidates, blocks, page_title, plain_text=plain_text), _above_bar(candidates, blocks))
    taken, named = candidates[:stop], name_of_speech(candidates, stop) if plain_text else []
    if taken and CHAPTER.match(taken[-1].text) and find_series(taken[0].text):
        page_title = taken[-1].text  # a chapter is a page; the report's name above is no title of it
    assign_roles(taken, page_title)
    lines = [Line(candidate.role or "other", candidate.text, candidate.line) for candidate in taken]
    lines += [Line(candidate.reading.role or "title", candidate.text, candidate.line) for candidate in named]
    return _behind_index(Leading(lines, *split_blocks(blocks, [*taken, *named])), plain_text=plain_text)


def _around_title(blocks: list[Raw], candidates: list[Candidate], above: int) -> Leading:
    """The lines with which a content opens whose title stands above it, or among them."""
    taken = told_lines(candidates, above)
    lines = [Line(candidate.role or "other", candidate.text, candidate.line) for candidate in taken]
    return Leading(lines, *split_blocks(blocks, taken))


def _behind_index(leading: Leading, *, plain_text: bool) -> Leading:
    """Adds the lines that stand behind the index of a briefing: speaker, office, kind, place and date once more."""
    named = bool(leading.lines and leading.left) and heads_index(leading.left[0].text)
    indexed = named or (bool(leading.lines) and _INDEX.match(leading.lines[-1].text) is not None)
    start = next((number for number, raw in enumerate(leading.left) if raw.kind != "list" and number >= named), 0)
    if not indexed or not start:
        return leading
    rest = leading.left[start:]
    candidates = _candidates(rest, plain_text=plain_text)
    taken = candidates[: _last_told(candidates)]
    roles = {candidate.reading.role for candidate in taken}
    if "date" not in roles or not roles & {"place", "type"}:
        return leading
    assign_roles(taken)
    lines = [Line("type" if line.role == "title" else line.role or "other", line.text, line.line) for line in taken]
    heads, left = split_blocks(rest, taken)
    return Leading(leading.lines + lines, leading.heads + heads, leading.left[:start] + left)


def _candidates(
    blocks: list[Raw], *, plain_text: bool, page_title: str | None = None, titled: bool = False
) -> list[Candidate]:
    """The lines above the first that is body, or that is neither paragraph nor heading; figures aside."""
    found: list[Candidate] = []
    headed = False
    stops = [stop for stop in (first_entry(blocks), first_country(blocks)) if stop is not None] if plain_text else []
    stop = min(stops, default=None)
    for number, raw in enumerate(blocks[: _MOST_BLOCKS if stop is None else min(stop, _MOST_BLOCKS)]):
        if raw.kind == "figure":
            continue
        if raw.kind not in ("paragraph", "heading") or len(found) >= _MOST_LINES:
            break
        if raw.kind == "heading" and not is_called(raw.text, page_title) and _heads_body(raw, blocks, found):
            break
        dated = any(line.reading.role == "date" for line in found)
        if is_placed(raw) and headed and dated and not _ADVISED.search(raw.text):
            break  # the first of the body's
        headed = headed or is_placed(raw) or "centred" in raw.hints
        for index, text in enumerate(raw.text.split("\n")):
            if plain_text and heads_index(text) and not _is_boxed(found):
                return found
            if is_body(text) or shows_others(text, found[0].text if found else "") or opens_manual(text, found):
                return found
            line = raw.lines[index] if index < len(raw.lines) else raw.line
            looks = raw.looks[index] if index < len(raw.looks) else frozenset()
            tight = index > 0 or (plain_text and "before" not in raw.hints)
            reading = shelf_over(text, blocks[number + 1 :]) or _reading(text, found, titled=titled)
            found.append(Candidate(number, text, line, looks, reading, raw.kind == "heading", tight))
            if _BRIEFER.match(text) and any(above.text.strip().lower() in INDEX_WORDS for above in found):
                return found  # topics are below
    return found


def _is_boxed(found: Sequence[Candidate]) -> bool:
    """Whether the index of a briefing is no part of its text: it opens the page, or is the site's box (since 2017)."""
    return not found or any(line.text.startswith("Department Press Briefing") for line in found)


def _reading(text: str, found: Sequence[Candidate], *, titled: bool) -> Reading:
    """What a line says by its words and by the line above."""
    if is_letterhead(text, found):
        return Reading("other", (), text)
    if found and found[-1].reading.role == "issuer" and ends_bureau(found[-1].text, text):
        return Reading("issuer", (), text)
    if (value := _below_label(text, found)) is not None:
        return value
    reading = read_line(text)
    if (found or titled) and reading.role is None and is_town_and_day(text):
        return Reading("date", reading.dates, reading.rest)
    return reading


def _below_label(text: str, found: Sequence[Candidate]) -> Reading | None:
    """What a line is that stands below its label, or is one: `Report Date` / `March 4, 2024`."""
    if text.strip(" :").lower() in _LABELS_ABOVE:
        return Reading("other", (), text)
    role = _LABELS_ABOVE.get(found[-1].text.strip(" :").lower()) if found else None
    reading = read_line(text) if role else None
    if reading is None or (role == "date" and not reading.dates):
        return None
    return replace(reading, role=role)


def _heads_body(raw: Raw, blocks: list[Raw], found: list[Candidate]) -> bool:
    """Whether a heading element ranks below the one that opened the masthead, and is no line of it by its words."""
    named = (one for one in found if one.heading and one.reading.role != "other" and not is_department(one.text))
    first = next((blocks[one.block].level for one in named), None)
    if first is None or (find_country(raw.text) and any(one.heading and is_bare_type(one.text) for one in found)):
        return False  # `Travel Warning` / `CHAD`
    return (raw.level or 9) > first and read_line(raw.text).role is None


def _end(candidates: list[Candidate], blocks: list[Raw], page_title: str | None, *, plain_text: bool) -> int:
    """How many lines belong to the masthead."""
    last = _last_told(candidates)
    named = next((count for count, line in enumerate(candidates, 1) if is_named(line, page_title)), 0)
    if named and named >= last:
        return named + _last_told(candidates[named:])
    if last:
        last += title_closes(candidates, last)
        while last < len(candidates) and candidates[last].reading.role is None and _is_broken_off(candidates, last):
            last += 1
        return last
    first = candidates[0] if candidates else None
    if first is None or not may_be_title(candidates, blocks, page_title, plain_text=plain_text):
        return 0
    if not first.heading and page_title:  # a breadcrumb above, say
        headed = (count for count, line in enumerate(candidates, 1) if line.heading and is_about(line.text, page_title))
        if count := next(headed, 0):
            return count
    stop = 2 if len(candidates) > 1 and is_long_name(first.text, candidates[1].text) else 1
    while stop < len(candidates) and candidates[stop].looks == first.looks and _carries_on(candidates, stop):
        stop += 1
    return stop


def _above_bar(candidates: Sequence[Candidate], blocks: Sequence[Raw]) -> int:
    """How many lines stand above the picture of a bar with which pages of the 1990s end a masthead."""
    bars = (at for at, raw in enumerate(blocks) if raw.kind == "figure" and _BAR.fullmatch(raw.data["alt"] or ""))
    bar = next(bars, 0)
    above = [candidate for candidate in candidates if candidate.block < bar]
    whole = sum(raw.kind != "figure" for raw in blocks[:bar]) == len({candidate.block for candidate in above})
    told = len(above) <= _MOST_ABOVE and not any(is_sentence(candidate.text) for candidate in above)
    return len(above) if whole and told else 0


def _carries_on(candidates: Sequence[Candidate], at: int) -> bool:
    """Whether a line is of the block of the line above, or carries on what that leaves open."""
    above, line = candidates[at - 1], candidates[at]
    return (
        above.block == line.block
        or _is_broken_off(candidates, at)
        or (line.tight and goes_on_below(above.text, line.text))
    )


def _is_broken_off(candidates: Sequence[Candidate], at: int) -> bool:
    above, line = candidates[at - 1], candidates[at]
    return line.tight and is_broken(above.text, line.text)


def _last_told(candidates: list[Candidate]) -> int:
    """How many lines there are up to the last that words tell; a few before it may say nothing."""
    last = loose = 0
    dated = False
    first = candidates[0].text.strip() if candidates else ""
    for count, candidate in enumerate(candidates, 1):
        role, text = candidate.reading.role, candidate.text
        if role == "type" and is_topic(candidate, candidates[: count - 1]):
            break
        if (role is not None and len(text.strip()) >= _SHORTEST_TOLD) or TERM.match(text):
            dated = (dated or role == "date") and not is_mail_stamp(text)  # a release stands whole below
            last = count
        elif says_nothing(text.strip(), first) or (dated and stands_in_town(candidates, count)):
            continue
        elif text.strip().lower() in SECTION_WORDS and (count <= _PART_AT or ends_line(candidates, count)):
            loose += 1
        elif dated and is_sentence(text):
            break
        elif not (loose and dated) and not never_title(text):
            loose += 1
            if loose > _MOST_LOOSE:
                break
        elif is_in_office(text) or holds_office(candidates, count - 1):
            last = count
        else:
            break
    return last
