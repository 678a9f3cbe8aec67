"""Every date that a page states about itself, with its role and witness."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from statedocs.extraction import edtf
from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.date_roles import Candidate
from statedocs.extraction.date_span import DateSpan
from statedocs.extraction.date_stamps import parse_stamp
from statedocs.extraction.findings import Findings
from statedocs.extraction.foreign_dates import find_foreign
from statedocs.extraction.head import Head
from statedocs.extraction.leading import Line
from statedocs.extraction.leading_ends import is_entry
from statedocs.extraction.line_roles import is_mail_stamp, is_mailed, read_line
from statedocs.extraction.mail_days import days_of_copy
from statedocs.extraction.page import Part
from statedocs.extraction.title_lines import is_bare_type

_PUBLISHED_METAS: Final = ("article:published_time", "dcterms.issued", "dc.date.issued", "datepublished")
_UPDATED_METAS: Final = (
    "article:modified_time",
    "og:updated_time",
    "dcterms.modified",
    "last-modified",
    "datemodified",
)
_DC_DATES: Final = ("dc.date", "dcterms.date")
_OWN_DC_DATE: Final = "dc_date"
_STAMP_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_CLEARANCE: Final = re.compile(r"Dated:\s+(?=\S)|[A-Z][A-Z&]{0,6}(?:/[A-Z&-]{1,8}){1,4}\s*:\s*(?=\S)")
_ISSUED: Final = re.compile(r"Date issued:\s*(?=\S)", re.I)
_OPENING_SECTIONS: Final = 4
_RELEASED: Final = re.compile(r"Released on (?=\S)")
_CLOSING_BLOCKS: Final = 4
_DATELINE: Final = re.compile(
    r"(?P<place>[A-Z][A-Z.'\u2019 -]{2,30}(?:, [A-Z][A-Za-z.'\u2019 -]{1,30})?),? ?\(?"
    r"(?<![A-Za-z])(?P<date>[A-Z][A-Za-z]{2,8}\.? \d{1,2},? ?\d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})"
    r"\)?\.? ?(?:--?|[\u2013\u2014:]) ?(?=\S)"
)
_TOWN_DATELINE: Final = re.compile(
    r"(?P<place>(?!(?:On|In|As|At|By|From|Since|Until|After|Before|During|For|The|This|Last|Next|[A-Z][a-z]+day)\b)"
    r"[A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,2}(?:, [A-Z][\w.'\u2019 -]{1,30})?), "
    r"(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})"
    r" ?(?:--?|[\u2013\u2014:]) ?(?=[A-Z\u201c\"])"
)
"""`Lima, May 3, 2012 \u2013 The Ambassador \u2026`: as the first words of a page alone, for prose may read so too."""
_OPENING_BLOCKS: Final = 8
_INDEX_LINES: Final = 120
_BRIEFING: Final = re.compile(r"DP[BC] ?#? ?\d{1,3}")
"""The number of a daily briefing, on a line of its own above its day."""
_LAST_BLOCKS: Final = 30
_JOURNEY: Final = re.compile(r"(?:Secretary \S+ )?(?:Travels?|Trips?|Visits?)\b")
"""What happened in the days that such a title names is told before and after."""
_DATED_TITLE: Final = re.compile(r"[,(:\u2013\u2014-]\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s*)?$")
_LONGEST_CLEARANCE: Final = 60
_TERM: Final = re.compile(
    r"\bTerm of (?:Appointment|Office)\b|(?:[-\u2013\u2014]|\bto)\s*(?:the )?present\b|\bcurrent as of today\b", re.I
)
"""How long somebody held an office, as biographies print it, and the day a reader came: no dates of the page."""
_FROM_TO: Final = re.compile(r",?\s+(?:to|through|until)\s+")
"""Between the two ends of a period."""
_DAYS: Final = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_LONGEST_PERIOD: Final = 800
"""Days: what covers more years than two is the volume's period."""
_LONGEST_EVENT: Final = 45
"""Days: conferences and visits are shorter."""
_CHANGED: Final = re.compile(
    r"(?:(?:this )?(?:page|site|document) (?:was )?)?(?:last )?(?:updated?|reviewed|modified|changed)\b"
)
"""How a line begins that says when the page was changed; when it was published, it does not say."""
_NOTED_BLOCKS: Final = 3
_CORRECTED: Final = re.compile(
    r"(?:Note: )?(?:This|The) (?:report|section|chapter|page|document|text|version) (?:was|has been) (?:last )?"
    r"(?:updated|corrected|revised|amended) (?:on )?(?=\S)",
    re.I,
)
_PERIODS: Final = ("fiscal-year", "decade")
_MONTH_OR_DAY: Final = frozenset({"day", "month", "interval"})
_YEARS: Final = re.compile(r"\d{4}/\d{4}")
"""A life, a term, a volume's period: `Robin Sample (1901-1980)`."""
_DATED_ROLES: Final = frozenset({"date", "type", "issuer", "note", "other", "identifier"})


def masthead_dates(lines: Sequence[Line], findings: Findings, sections: Sequence[Part] = ()) -> Iterator[Candidate]:
    """Dates of masthead lines; what is doubtful about them, or impossible, becomes a finding.

    The month that an index of pages is for is none: `Remarks by Secretary Example: May 2009`.
    """
    if _is_index(sections):
        lines = [line for line in lines if line.role not in ("title", "type")]
    dated = any(line.role == "date" and not is_mail_stamp(line.text) for line in lines)
    copied = days_of_copy(lines)
    for number, line in enumerate(lines):
        for span, said, evidence in _spans(line):
            role = "as-released" if (dated and is_mail_stamp(line.text)) or number in copied else said
            for code in span.findings:
                findings.add(code, f"{span.as_written!r}", "dates", line.line)
            if span.value is not None:
                yield Candidate(span.value, span.precision, role, evidence, span.as_written, line.line)


def _is_index(sections: Sequence[Part]) -> bool:
    """Whether a page opens with entries of an index: other pages, each with its day."""
    opening = (block["text"] for section in sections[:2] for block in section["blocks"][:2])
    return any(is_entry(line) for text in opening for line in text.split("\n")[:2])


def _spans(line: Line) -> Iterator[tuple[DateSpan, str, str]]:
    """Dates of a line with role and witness."""
    if line.role in ("title", "type"):
        evidence = "title" if line.role == "title" else "masthead"
        spans = without_periods(line.text, find_dates(line.text))
        yield from ((span, "published", evidence) for span in spans if _dates_title(span, line.text))
    elif line.role in _DATED_ROLES and not _TERM.search(line.text):
        # An issue's day is its articles' own only where these print none.
        role = (
            "as-released"
            if line.role == "identifier" or is_mailed(line.text)
            else _role_of(line.text.lower().lstrip("( "))
        )
        reading = read_line(line.text)
        if line.role == "other" and reading.role is None and not (reading.dates and reading.dates[0].start == 0):
            return  # a line that no word tells: what is dated in it is not the page
        dates = reading.dates or tuple(find_foreign(line.text) if line.role == "date" else ())
        days = without_periods(line.text, dates)
        kept = (span for span in days if span.precision not in _PERIODS and not _is_term(span))
        yield from ((span, role, "masthead") for span in kept)


def without_periods(text: str, spans: Sequence[DateSpan]) -> list[DateSpan]:
    """The dates of a line but the first and last days of a period, which are no day of the page.

    >>> without_periods(line := "April 1, 2013 to September 30, 2013", find_dates(line))
    []
    """
    pairs = [pair for pair in pairwise(spans) if _FROM_TO.fullmatch(text, pair[0].stop, pair[1].start)]
    ends = {span.start for pair in pairs for span in pair}
    return [span for span in spans if span.start not in ends]


def _is_term(span: DateSpan) -> bool:
    """Whether a range of days is too long for what happened: an office held, a program run."""
    value = span.value or ""
    if span.precision != "interval" or not _DAYS.fullmatch(value):
        return span.precision == "interval" and (edtf.latest(value) - edtf.earliest(value)).days > _LONGEST_PERIOD
    return (edtf.latest(value) - edtf.earliest(value)).days > _LONGEST_EVENT


def _role_of(text: str) -> str:
    """What happened on the day that a line prints."""
    if text.startswith("as released"):
        return "as-released"
    return "updated" if _CHANGED.match(text) else "published"


def _dates_title(span: DateSpan, title: str) -> bool:
    """`Background Notes: Peru, March 1998` is dated; `Visa Bulletin For June 2019` names what it is for."""
    if span.precision == "month" and _lists_kind(title[: span.start].rstrip(" ,:\u2013\u2014-")):
        return False  # `Press Releases: January 2017`
    apart = span.start == 0 or _DATED_TITLE.search(title[: span.start]) is not None
    years = span.precision == "interval" and _YEARS.fullmatch(span.value or "") is not None
    if span.precision == "interval" and _JOURNEY.match(title):
        return False
    return apart and span.precision in _MONTH_OR_DAY and not years and not _is_term(span)


def _lists_kind(text: str) -> bool:
    """Whether a text names documents of one kind: a page that is called so lists them."""
    return text.endswith("s") and not text.endswith(("ss", "Notes", "Reports")) and is_bare_type(text)


def head_dates(head: Head, template: str) -> Iterator[Candidate]:
    """Dates of JSON-LD and meta elements; a `DC_date` is when an article was published, a landing page changed.

    A page of no known design may be a landing page of the Department too.
    """
    landing = "landing" in template
    stamps = [
        (head.stamps.get("datePublished"), "published"),
        *((head.metas.get(name), "published") for name in _PUBLISHED_METAS),
    ]
    stamps += [(head.metas.get(name), "updated" if landing else "published") for name in _DC_DATES]
    changed = landing or template == "generic"
    stamps.append((head.metas.get(_OWN_DC_DATE), "updated" if changed else "published"))
    stamps += [
        (head.stamps.get("dateModified"), "updated"),
        *((head.metas.get(name), "updated") for name in _UPDATED_METAS),
    ]
    seen: set[tuple[str | None, str]] = set()
    for written, role in stamps:
        span = parse_stamp(written) if written and role == "published" else _day_of(written)
        if span is not None and span.value is not None and (span.value, role) not in seen:
            seen.add((span.value, role))
            yield Candidate(span.value, span.precision, role, "meta", span.as_written, None)


def _day_of(stamp: str | None) -> DateSpan | None:
    """The day that a stamp of a change prints: migrations run by the clock of the server."""
    match = _STAMP_DAY.match(stamp) if stamp else None
    if stamp is None or match is None or parse_stamp(match.group()) is None:
        return None
    return DateSpan(match.group(), "day", stamp, 0, len(stamp))


def dateline_of(sections: Sequence[Part]) -> tuple[Candidate, str] | None:
    """Date and place of a dateline that opens the body: `DHAKA, JUNE 7, 2015 – The Ambassador …`."""
    opening = [block for section in sections[:3] for block in section["blocks"][:_OPENING_BLOCKS]]
    for number, block in enumerate(opening[:_OPENING_BLOCKS]):
        match = _DATELINE.match(block["text"]) if block["kind"] == "paragraph" else None
        if match is None and number == 0 and block["kind"] == "paragraph":
            match = _TOWN_DATELINE.match(block["text"])
        spans = find_dates(match.group("date")) if match else []
        if match is None or len(spans) != 1 or spans[0].value is None or spans[0].precision != "day":
            continue
        if spans[0].stop - spans[0].start < len(match.group("date").strip(" .,()")):
            continue
        found = Candidate(spans[0].value, "day", "published", "dateline", spans[0].as_written, block["line"])
        return found, match.group("place").strip(" ,(")
    return None


def released_date(sections: Sequence[Part]) -> Candidate | None:
    """The date of the line with which pages of 2001 to 2009 end: `Released on August 8, 2006`."""
    for block in reversed(sections[-1]["blocks"][-_CLOSING_BLOCKS:]):
        for text in reversed(block["text"].split("\n")):
            match = _RELEASED.match(text) if len(text) <= _LONGEST_CLEARANCE else None
            spans = find_dates(text[match.end() :]) if match else []
            if len(spans) == 1 and spans[0].start == 0 and spans[0].value is not None and spans[0].precision == "day":
                return Candidate(spans[0].value, "day", "as-released", "body", spans[0].as_written, block["line"])
    return None


def briefing_date(sections: Sequence[Part]) -> Candidate | None:
    """The day of a briefing whose index stands above it: `DPB #32` / `TUESDAY, MARCH 16, 1999, 12:35 P.M.`."""
    lines = [
        (text, block["line"]) for part in sections for block in part["blocks"] for text in block["text"].split("\n")
    ]
    for (above, _), (text, line) in pairwise(lines[:_INDEX_LINES]):
        spans = find_dates(text) if _BRIEFING.fullmatch(above.strip()) and len(text) <= _LONGEST_CLEARANCE else []
        if len(spans) == 1 and spans[0].value is not None and spans[0].precision == "day":
            return Candidate(spans[0].value, "day", "published", "body", spans[0].as_written, line)
    return None


def issued_date(sections: Sequence[Part]) -> Candidate | None:
    """The date of a line near the top that says when an advisory was issued: `Date issued: February 3, 2026`."""
    for section in sections[:_OPENING_SECTIONS]:
        for block in section["blocks"][:_OPENING_BLOCKS]:
            match = _ISSUED.match(block["text"])
            spans = find_dates(block["text"][match.end() : match.end() + _LONGEST_CLEARANCE]) if match else []
            if spans and spans[0].start == 0 and spans[0].value is not None and spans[0].precision == "day":
                return Candidate(spans[0].value, "day", "published", "body", spans[0].as_written, block["line"])
    return None


def changed_date(sections: Sequence[Part]) -> Candidate | None:
    """The date of a line that opens the body and says no more: `Last Updated: July 21, 2015`.

    Or of a note that opens a report: `Note: This report was updated 3/29/17; see Appendix F: Errata …`.
    """
    for block in [block for section in sections[:2] for block in section["blocks"][:_NOTED_BLOCKS]]:
        note = _CORRECTED.match(block["text"])
        dates = find_dates(block["text"][note.end() :]) if note else []
        if dates and dates[0].start == 0 and dates[0].value is not None and dates[0].precision == "day":
            return Candidate(dates[0].value, "day", "updated", "body", dates[0].as_written, block["line"])
    for block in sections[0]["blocks"][:_OPENING_BLOCKS]:
        text = block["text"].strip("()[] ")
        match = _CHANGED.match(text.lower()) if len(text) <= _LONGEST_CLEARANCE else None
        spans = find_dates(text) if match else []
        if match and len(spans) == 1 and spans[0].value is not None and spans[0].precision == "day":
            if text[match.end() : spans[0].start].strip(" :on") or text[spans[0].stop :].strip(" ."):
                continue
            return Candidate(spans[0].value, "day", "updated", "body", spans[0].as_written, block["line"])
    return None


def posted_date(lines: Iterable[str]) -> Candidate | None:
    """The date of the line with which posts of embassies end: `By U.S. Embassy Lima | 3 April, 2019 | Topics: News`."""
    for line in lines:
        parts = [part.strip() for part in line.split("|")]
        spans = find_dates(parts[1]) if len(parts) > 1 and parts[0].startswith("By ") else []
        if len(spans) == 1 and spans[0].value is not None and spans[0].as_written == parts[1]:
            return Candidate(spans[0].value, spans[0].precision, "published", "body", spans[0].as_written)
    return None


def clearance_date(sections: Sequence[Part]) -> Candidate | None:
    """The date of a clearance line that closes the body: `CA/VO: May 9, 2019`."""
    blocks = [block for section in sections[-5:] for block in section["blocks"]][-_LAST_BLOCKS:]
    for block in reversed(blocks):
        for text in reversed(block["text"].split("\n")):
            match = _CLEARANCE.match(text) if len(text) <= _LONGEST_CLEARANCE else None
            spans = find_dates(text[match.end() :]) if match else []
            if len(spans) == 1 and spans[0].start == 0 and spans[0].value is not None and spans[0].precision == "day":
                return Candidate(spans[0].value, "day", "published", "body", spans[0].as_written, block["line"])
    return None
