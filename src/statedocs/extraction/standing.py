"""Headings of standing outlines in texts: such a line is a heading whatever is above it."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.page import Raw
from statedocs.extraction.profile_lines import DATED_PART
from statedocs.vocabulary import standing_heading

_REACH: Final = 6
_PROSE: Final = 40
_MOST_IN_A_ROW: Final = 3
_BELOW: Final = {
    "Bureau": re.compile(r"Bureau of [A-Z]"),
    "Travel": re.compile(r"International Travel Information\b"),
    "U.S. Embassy": re.compile(r"(?:U\.S\. )?(?:Embassy|Consulate|Mission) [A-Z]"),
    "U.S. Relationship": re.compile(r"U\.S\.[- \u2013].{3,60}Relations\b|U\.S\. Relations With "),
}
_RELATIONS: Final = re.compile(
    r"(?:U\.S\. Assistance to .{3,50}|Bilateral (?:Economic (?:Relations|Issues)|Representation)"
    r"|.{3,50} Membership in International Organizations|Principal (?:U\.S\. )?(?:Embassy |Government )?Officials)$"
)
"""Headings of one series on every country: they are such whatever stands below, an entry or nothing."""
_DOCUMENT: Final = re.compile(r"\d{1,4}\. [A-Z].{5,250}[^.]$")
_SOURCE: Final = re.compile(r"Source: [A-Z]")
_NESTED: Final = "U.S. Relationship"
_POST: Final = re.compile(r"U\.S\. (?:Embassy|Consulate)\b|(?:Telephone|Phone|Fax|Email)\b")
_ENDS: Final = (".", "!", "?", ":", "\u201d", '"', ")")


def stands_alone(pieces: Sequence[Raw], number: int) -> bool:
    """Whether a line is a heading of a standing outline, and text stands below it.

    In a list of such headings alone, a menu or a table of contents, none is one.
    """
    raw = pieces[number]
    text = raw.text.split(" (")[0] if DATED_PART.match(raw.text) else raw.text  # `People (2010 est.)`
    weight = standing_heading(text) if raw.kind == "paragraph" and "\n" not in raw.text else None
    if weight is None:
        return raw.kind == "paragraph" and _heads_link(pieces, number)
    if weight == "weak":
        return number + 1 < len(pieces) and _is_text(pieces[number + 1])
    for count, following in enumerate(pieces[number + 1 : number + 1 + _REACH]):
        if _is_text(following) or following.text.rstrip().endswith(_ENDS) or _POST.match(following.text):
            return True
        if count + 1 >= _MOST_IN_A_ROW and standing_heading(following.text):
            return False
    return False


def _heads_link(pieces: Sequence[Raw], number: int) -> bool:
    """Whether a line heads a part of a country page, told by what is below: `Bureau` / `Bureau of African Affairs`."""
    below = _BELOW.get(pieces[number].text.strip())
    return below is not None and number + 1 < len(pieces) and below.match(pieces[number + 1].text) is not None


def heads_source(pieces: Sequence[Raw], number: int) -> bool:
    """Whether a line heads a document that is listed with where it lies: `83. Memorandum` / `Source: \u2026`."""
    raw = pieces[number]
    if raw.kind != "paragraph" or "\n" in raw.text or not _DOCUMENT.match(raw.text) or number + 1 >= len(pieces):
        return False
    below = pieces[number + 1]
    return below.kind == "paragraph" and _SOURCE.match(below.text) is not None


def heads_relations(raw: Raw) -> bool:
    """Whether a line behind a blank one heads a part of a page on relations, which is such whatever stands below."""
    return "before" in raw.hints and _RELATIONS.match(raw.text) is not None


def is_headed_link(raw: Raw, before: Raw | None) -> bool:
    """Whether a line is what the part of a country page above it shows, `Bureau of African Affairs` below `Bureau`."""
    below = _BELOW.get(before.text.strip()) if before is not None and before.kind == "heading" else None
    return below is not None and before is not None and before.text != _NESTED and below.match(raw.text) is not None


def _is_text(raw: Raw) -> bool:
    if raw.kind != "paragraph":
        return raw.kind in ("list", "table", "quote", "preformatted")
    return len(raw.text) >= _PROSE and raw.text.rstrip().endswith(_ENDS)
