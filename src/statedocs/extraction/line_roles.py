"""What a masthead line is, told by its words alone: date, type, issuer, place, speaker …"""

import re
from dataclasses import dataclass
from typing import Final

from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.date_span import DateSpan
from statedocs.extraction.people import find_place
from statedocs.vocabulary import find_bureau, find_document_type, looks_like_bureau, split_issuers

NOTE: Final = re.compile(
    r"\(?(?:as (?:prepared|delivered|released|given|submitted|transcribed)\b|on the record\b|\(?on background\b|index for today|"
    r"view video|\[?this is a mobile copy|for the most current version|this is the basic text view|embargoed until|"
    r"for immediate release|note to our readers|begin transcript|\(?revised\)?$|\[text\]$|.*Background Notes A-Z$|Home\S.* hide$|via (?:digital |tele|video))",
    re.I,
)
SECTION_WORDS: Final = frozenset({
    "profile", "geography", "people", "government", "economy", "executive summary", "highlights", "summary",
    "overview", "introduction", "history", "contents", "table of contents", "preface", "appendix", "foreword",
})  # fmt: skip
"""Words that head a section of many pages; alone they are neither title nor document type."""
DEPARTMENT: Final = re.compile(
    r"(?:The )?(?:U\.? ?S\.?|United States) Department of State\.?,?|(?:The )?State Department", re.I
)
IDENTIFIER: Final = re.compile(
    r"(?:PRN|DPB|DPC)\b\s*[:#]?\s*#?\s*[\w/ -]{0,20}$|(?:Number|Volume|Vol\.|No\.|Press Release No\.?)\s+[\dIVXLC/,. -]+$|\(CT:[^)]*\)$"
    r"|(?:Publication|Pub\.) (?:No\. )?\d+$|\d{4}/\d{1,4}(?:-[A-Z]?\d+)?$",
    re.I,
)
TIME: Final = re.compile(
    r"\(?(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?\s?m\.?)?\s*(?:\(?(?:local|[ECMP][SD]?T|GMT|UTC|[A-Z]{2,4})\)?)?(?:\s+time)?\)?(?:\s*\([^)]*\))?[.,]?$",
    re.I,
)
LABEL: Final = re.compile(
    r"(?:PA/[A-Z]+ )?(?P<label>title|author|date|source|place|location|briefer|speaker|released by|for immediate release|category|region"
    r"|country|subject)\s*:\s*(?P<rest>\S.*)$",
    re.I,
)
_LABELS: Final = {
    "title": "title", "author": "issuer", "date": "date", "source": "issuer", "place": "place", "location": "place",
    "category": "other", "region": "other", "country": "other", "subject": "other", "briefer": "speaker", "speaker": "speaker", "released by": "issuer", "for immediate release": "note",
}  # fmt: skip
_REST_JUNK: Final = re.compile(
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?|[\W_]+",
    re.I,
)
_LONGEST: Final = 250


@dataclass(frozen=True, slots=True)
class Reading:
    """A line with its role and its dates; `rest` is what the dates leave."""

    role: str | None
    dates: tuple[DateSpan, ...]
    rest: str


def read_line(text: str) -> Reading:
    """Tells the role of a line; null where its words do not say.

    >>> read_line("Washington, D.C., January 13, 1998").role
    'date'
    """
    if len(text) > _LONGEST or not text.strip():
        return Reading(None, (), text)
    dates = tuple(find_dates(text)) if any(character.isdigit() for character in text) else ()
    rest = _without(text, dates)
    return Reading(_role(text, dates, rest), dates, rest)


def labelled(text: str) -> tuple[str, str] | None:
    """Role and value of a line such as `Date:  March 1996`."""
    match = LABEL.match(text)
    return (_LABELS[match.group("label").lower()], match.group("rest")) if match else None


def _role(text: str, dates: tuple[DateSpan, ...], rest: str) -> str | None:
    bare = text.strip()
    if (found := labelled(bare)) is not None:
        return found[0]
    if bare.lower().startswith("as released by") or bare.lower().startswith("(as released by"):
        return "note"
    if NOTE.match(bare):
        return "note"
    if DEPARTMENT.fullmatch(bare) or len(bare) < 3:
        return "other"
    if IDENTIFIER.match(bare):
        return "identifier"
    if TIME.match(bare):
        return "time"
    if dates:
        return _dated(rest)
    if find_bureau(bare) or split_issuers(bare):
        return "issuer"
    if bare.lower() not in SECTION_WORDS and find_document_type(bare):
        return "type"
    if find_place(bare):
        return "place"
    return "issuer" if looks_like_bureau(bare) else None


def _dated(rest: str) -> str | None:
    """The role of a line that holds dates, by what else it holds."""
    words = _REST_JUNK.sub(" ", rest).strip()
    if not words or TIME.match(rest.strip(" ,;.-()")) or find_place(rest, dated=True):
        return "date"
    if split_issuers(rest):
        return "issuer"
    if find_document_type(rest.strip(" ,;:-\u2013\u2014()")):
        return "type"
    return None


def _without(text: str, dates: tuple[DateSpan, ...]) -> str:
    """A line without its dates."""
    parts: list[str] = []
    last = 0
    for span in dates:
        parts.append(text[last : span.start])
        last = span.repeat_stop or span.stop
    parts.append(text[last:])
    return " ".join(part.strip() for part in parts if part.strip()).strip(" ,;")
