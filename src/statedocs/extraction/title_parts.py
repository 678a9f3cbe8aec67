"""What a `title` element says of a page, and what of the parts of the site that hold it."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.text import collapse
from statedocs.extraction.title_lines import is_bare_type
from statedocs.vocabulary import country_in, find_bureau, find_document_type, find_series, looks_like_bureau

_LISTED: Final = re.compile(r"\d\d/\d\d/\d\d (?=\S)")
"""The day in a directory that a copy put before a title: `95/08/31 Fact Sheet: Sample Dam`."""
_DAILY: Final = frozenset({"daily-press-briefing", "department-press-briefing", "public-schedule"})
"""Kinds of which there is one a day: with the day they are told."""
_LONGEST_DAY: Final = 40
_AFTER_DAY: Final = (":", "-", "\u2013", "\u2014")
_DASHES: Final = (" - ", " | ", " \u2013 ", " \u2014 ")


def names_page(text: str, page_title: str | None) -> bool:
    """Whether a heading is what the `title` element says first, before the parts of the site.

    >>> names_page("The Sample Treaty", "The Sample Treaty - Milestones - Office of the Historian")
    True
    """
    named = collapse(text).casefold()
    return page_title is not None and page_title.casefold().startswith(tuple(named + dash for dash in _DASHES))


def is_called(text: str, page_title: str | None) -> bool:
    """Whether a heading is what the `title` element says, alone or before the parts of the site."""
    same = page_title is not None and collapse(text).casefold() == page_title.casefold()
    return same or names_page(text, page_title)


def names_itself(text: str) -> bool:
    """Whether a line that states a document type says more: `Background Notes: Peru`, `Visa Bulletin For June 2019`."""
    kind = find_document_type(text)
    if kind is not None and (kind.slug == "dispatch" or (kind.slug in _DAILY and find_dates(text))):
        return True
    return bool(country_in(text)) or bool((series := find_series(text)) and series.edition)


def undated_title(title: str) -> str:
    """A title without the day with which it opens: `May 9, 2019: Demonstration Alert`; a directory's day too."""
    if listed := _LISTED.match(title):
        return title[listed.end() :]
    day = next((span for span in find_dates(title[:_LONGEST_DAY]) if span.start == 0 and span.precision == "day"), None)
    rest = title[day.stop :].lstrip() if day else ""
    return rest[1:].lstrip() if rest[:1] in _AFTER_DAY and rest[1:].strip() else title


def names_parts_above(title: str, above: Sequence[str]) -> bool:
    """Whether a title is that of a part of the site, one step of a breadcrumb or two.

    >>> names_parts_above("Milestones: 1945-1952", ["Home", "Milestones", "1945-1952"])
    True
    """
    return title in above or title.replace(":", "") == " ".join(above[-2:])


def names_one_page(step: str) -> bool:
    """Whether the last step of a breadcrumb can name the page; a bureau or a kind of document is what holds it.

    >>> [names_one_page(step) for step in ("Remarks at the Sample Hall", "Remarks", "Bureau of Consular Affairs")]
    [True, False, False]
    """
    return not (is_bare_type(step) or find_bureau(step) or looks_like_bureau(step))


def opens_name(text: str, page_title: str | None) -> bool:
    """Whether a line is a kind and nothing more, where the page is known to be called for more: `Interview With …`."""
    known = (page_title or "").casefold()
    return known.startswith(text.strip().casefold() + " ") and is_bare_type(text)


def told_again(taken: Sequence[Candidate]) -> Candidate | None:
    """The line that states a kind and more, right over the kind alone: `Remarks to the Press` / `Remarks`."""
    lines = [line for line in taken if line.role != "other"][:2]
    if [line.role for line in lines] != ["type", "type"]:
        return None
    first, second = lines
    fuller, bare = (line.text.strip().casefold() for line in lines)
    alike = find_document_type(first.text) == find_document_type(second.text) and is_bare_type(second.text)
    says_more = fuller.startswith(f"{bare} ") or fuller.endswith(f" {bare}")
    return first if alike and says_more else None
