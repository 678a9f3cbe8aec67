"""Dates that are digits and marks alone, and what may touch a date."""

import re
from functools import lru_cache
from typing import Final

from statedocs.extraction import date_grammar as grammar
from statedocs.extraction import edtf
from statedocs.extraction.date_span import LETTER_DIGIT, DateSpan, full_year, has_letter, number, span_of
from statedocs.extraction.date_stamps import parse_stamp
from statedocs.extraction.date_words import NUMBERED

_NEVER_BEFORE: Final = frozenset("/\\_=#&@$€£¥%+~§№")
_NEVER_BEHIND: Final = frozenset("_@=%\\°")
_DASHES: Final = frozenset("-–")
_NOTE: Final = re.compile(r"[0-9]{1,3}(?![0-9])")
_LONGEST_SHORT_RANGE: Final = 40
_LONGEST_WEEKDAY: Final = 13
_FIRST_FAR_DECADE: Final = 2030
_MOST_KNOWN: Final = 4096
"""Tables print the same days again and again."""


def read_year_led(text: str, start: int) -> DateSpan | None:
    """The date, decade or range whose four-digit year begins at `start`; not a year alone."""
    behind = text[start + 4 : start + 5]
    if not behind or behind not in "-–—/ '’s" or (behind == " " and text[start + 5 : start + 6] not in _DASHES):
        return None
    return _iso(text, start) or _years(text, start) or _decade(text, start)


def read_slashed(text: str, start: int, *, day_first: bool) -> DateSpan | None:
    """The day or month in digits with slashes from `start` on."""
    return _three_parts(text, start, day_first) or _month_slash_year(text, start)


def read_hyphened(text: str, start: int, *, day_first: bool) -> DateSpan | None:
    """The day in digits with hyphens from `start` on, or the short decade behind an apostrophe."""
    return _three_parts(text, start, day_first) or _decade(text, start)


def read_edition(text: str, start: int) -> DateSpan | None:
    """The month of a title's edition in brackets, `Peru (06/04)`; `start` is where its digits begin."""
    match = grammar.EDITION.match(text, start)
    if match is None or text[start - 1 : start] != "(":
        return None
    return span_of(text, start, match.end(), edtf.month(full_year(match["year"]), int(match["month"])), "month")


def is_free(text: str, start: int, stop: int) -> bool:
    """Whether what touches a date lets it be one: it is no part of an address, a file name or a longer number."""
    if start and not _may_precede(text, start):
        return False
    behind = text[stop : stop + 1]
    if not behind or behind.isspace():
        return True
    if behind.isalpha():
        return behind.isupper()
    if behind in "/.":
        after = text[stop + 1 : stop + 2]
        if behind == "." and after.isdigit() and text[start].isalpha():  # a note's number: `July 17, 1878.1`
            return _NOTE.match(text, stop + 1) is not None
        return not (after.isdigit() or after.islower() or (behind == "/" and after.isalpha()))
    return behind not in _NEVER_BEHIND


def is_numbered(text: str, start: int) -> bool:
    """Whether the word before makes the digits a number and no date: `Law 4/2015`, `Number 3 March 1996`."""
    words = text[max(0, start - _LONGEST_WEEKDAY) : start].split()
    return bool(words) and words[-1].strip(".:(#").lower() in NUMBERED


def weekday_start(text: str, start: int) -> int:
    """Where a date begins when the day of the week before it is counted in."""
    if not text[start - 1 : start].isspace():
        return start
    match = grammar.WEEKDAY_BEFORE.search(text, max(0, start - _LONGEST_WEEKDAY), start)
    return match.start() if match else start


def with_repeat(text: str, span: DateSpan) -> DateSpan:
    """The date with the end of its second writing, where the same day follows at once in digits."""
    match = grammar.NUMERIC.match(text, span.stop + (text[span.stop : span.stop + 1] == " "))
    if match is None or span.value is None or _day(*match.group("a", "b", "c")) != span.value:
        return span
    return span._replace(repeat_stop=match.end())


def later_year(first: int, digits: str) -> int:
    """The last year of a range: four digits as they stand, two digits as the next year that ends in them.

    >>> later_year(2008, "12"), later_year(1998, "03")
    (2012, 2003)
    """
    if len(digits) == 4:
        return int(digits)
    year = first // 100 * 100 + int(digits)
    return year if year > first else year + 100


def _may_precede(text: str, start: int) -> bool:
    before = text[start - 1]
    if before.isspace():
        return True
    if before in _NEVER_BEFORE:
        return False
    if text[start].isdigit():
        return not (before.isalnum() or (before == "." and text[start - 2 : start - 1].isdigit()))
    return True


def _hangs(text: str, start: int, stop: int) -> bool:
    """Whether a hyphen ties digits to a word or number, as in `report-2019-04-19` and `202-647-2000`."""
    if (
        text[start - 1 : start] == "-"
        and text[max(0, start - 2)].isalnum()
        and "/" not in text[max(0, start - 6) : start]
    ):
        return True
    return text[stop : stop + 1] == "-" and text[stop + 1 : stop + 2].isalnum() and "/" not in text[stop : stop + 4]


def _stands_alone(text: str, start: int, stop: int) -> bool:
    return not _hangs(text, start, stop) and is_free(text, start, stop)


def _iso(text: str, start: int) -> DateSpan | None:
    match = grammar.ISO.match(text, start)
    if match is None or not _stands_alone(text, start, match.end()):
        return None
    if match["time"]:
        stamp = parse_stamp(match[0])
        return span_of(text, start, match.end(), stamp.value if stamp else None, "day")
    year, month, day = int(match["year"]), int(match["month"]), match["day"]
    return span_of(text, start, match.end(), edtf.day(year, month, int(day)), "day")


def _three_parts(text: str, start: int, day_first: bool) -> DateSpan | None:
    match = grammar.NUMERIC.match(text, start)
    if match is None:
        return None
    a, mark, b, c = match.groups()
    if (mark == "-" and len(c) == 2) or not _stands_alone(text, start, match.end()):
        return None
    begin = weekday_start(text, start) if text[start - 1 : start] == " " else start
    return span_of(text, begin, match.end(), _day_first(a, b, c) if day_first else _day(a, b, c), "day")


@lru_cache(maxsize=_MOST_KNOWN)
def _day(first: str, second: str, third: str) -> str | None:
    """American order unless only another can be meant: `96/06/28` begins with the year, `28/6/1996` with the day."""
    a, b = int(first), int(second)
    if len(third) == len(first) == 2 and (a > 31 or a == 0):
        return edtf.day(full_year(first), b, int(third))
    return edtf.day(full_year(third), b, a) if a > 12 else edtf.day(full_year(third), a, b)


def _day_first(first: str, second: str, third: str) -> str | None:
    """The same where the day comes first."""
    if len(third) == len(first) == 2 and not 0 < int(first) <= 31:
        return _day(first, second, third)
    return edtf.day(full_year(third), int(second), int(first)) if int(second) <= 12 else _day(first, second, third)


def _month_slash_year(text: str, start: int) -> DateSpan | None:
    match = grammar.MONTH_SLASH_YEAR.match(text, start)
    if match is None or is_numbered(text, start) or not _stands_alone(text, start, match.end()):
        return None
    return span_of(text, start, match.end(), edtf.month(int(match["year"]), int(match["month"])), "month")


def _decade(text: str, start: int) -> DateSpan | None:
    match = grammar.DECADE.match(text, start)
    if match is None or (start and not _may_precede(text, start)):
        return None
    first = number(match["long"]) if match["long"] else full_year(match["short"])
    if match["short"] and first >= _FIRST_FAR_DECADE:  # nobody writes of the 2060s as "the '60s"
        first -= 100
    doubts = (LETTER_DIGIT,) if match["long"] and has_letter(match["long"]) else ()
    if first % 100 == 0 and first < 2000:  # "the 1800s" are a century
        return span_of(text, start, match.end(), f"{first}/{first + 99}", "interval")
    return span_of(text, start, match.end(), f"{first // 10}X", "decade", *doubts)


def _years(text: str, start: int) -> DateSpan | None:
    match = grammar.YEARS.match(text, start)
    if match is None or is_numbered(text, start) or not _stands_alone(text, start, match.end()):
        return None
    first = int(match["first"])
    last = later_year(first, match["long"] or match["short"])
    if match["mark"] == "/" and last != first + 1:
        return None
    if match["short"] and last - first > _LONGEST_SHORT_RANGE:  # 2008-05 is a month
        value = edtf.month(first, int(match["short"])) if match["mark"] == "-" else None
        return span_of(text, start, match.end(), value, "month") if value else None
    value = edtf.interval(match["first"], str(last))
    return span_of(text, start, match.end(), value, "interval") if value else None
