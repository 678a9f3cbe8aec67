"""The one reader of dates with a month or a form of their own: what date stands where these digits begin?"""

import re
from typing import Final

from statedocs.extraction import date_grammar as grammar
from statedocs.extraction import date_numbers as numbers
from statedocs.extraction import edtf
from statedocs.extraction.date_span import (
    APOSTROPHES,
    LETTER_DIGIT,
    MISSPELLED,
    DateSpan,
    full_year,
    has_letter,
    number,
    span_of,
)
from statedocs.extraction.date_words import MONTH_ENDS, is_misspelled, month_of
from statedocs.extraction.day_lists import may_be_listed, read_listed_day

_LOOK_BACK: Final = 16
_BETWEEN: Final = " ,.-\n\r\xa0"
_MONTH_ENDS: Final = MONTH_ENDS | {"of"}
_FISCAL_ENDS: Final = frozenset(("fy", "ys", ".y", "ar", "rs", "al", "y)", "s)"))
_FISCAL_BACK: Final = 20
"""`fiscal years (FYs) `"""


def read_at(text: str, start: int, previous: DateSpan | None = None, *, day_first: bool = False) -> DateSpan | None:
    """The date whose digits begin at `start`, its month, weekday or `FY` before them included.

    A year that stands alone is none. `previous` is the date found before it: behind a fiscal year `and 2000`
    is one too. `day_first` reads `4/7/2025` as the fourth of July.
    """
    if "/" in text[start + 1 : start + 3]:
        return numbers.read_slashed(text, start, day_first=day_first)
    if start and text[start - 1] in APOSTROPHES and not text[start + 2 : start + 3].isdecimal():
        start -= 1
    ending = text[max(0, start - _LOOK_BACK) : start].rstrip(_BETWEEN)[-2:].lower()
    if ending in _MONTH_ENDS and (span := _month_led(text, start) or read_listed_day(text, start)):
        return span
    if (ending in _FISCAL_ENDS or (previous and previous.precision == "fiscal-year")) and (
        span := _fiscal(text, start, previous)
    ):
        return span
    if text[start : start + 4].isdecimal():
        return numbers.read_year_led(text, start)
    return (
        _day_led(text, start)
        or _short(text, start)
        or numbers.read_hyphened(text, start, day_first=day_first)
        or (read_listed_day(text, start) if may_be_listed(text, start) else None)
    )


def join_ranges(text: str, spans: list[DateSpan]) -> list[DateSpan]:
    """The same dates, those of one precision with a dash between them as one interval: `July 2011-June 2012`."""
    joined: list[DateSpan] = []
    for span in spans:
        if (
            joined
            and text[joined[-1].stop : span.start] in grammar.RANGE_MARKS
            and (both := _joined(text, joined[-1], span))
        ):
            joined[-1] = both
        else:
            joined.append(span)
    return joined


def _joined(text: str, first: DateSpan, last: DateSpan) -> DateSpan | None:
    if first.value is None or last.value is None or first.precision != last.precision:
        return None
    if first.precision not in ("day", "month", "year", "fiscal-year"):
        return None
    value = edtf.interval(first.value.partition("/")[0], last.value.rpartition("/")[2])
    findings = tuple(dict.fromkeys(first.findings + last.findings))
    return span_of(text, first.start, last.stop, value, "interval", *findings) if value else None


def _month_led(text: str, start: int) -> DateSpan | None:
    word = grammar.WORD_BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    month = month_of(word[1]) if word else 0
    match = grammar.AFTER_MONTH.match(text, start) if month else None
    if word is None or match is None or not numbers.is_free(text, _opening(text, word, match), match.end()):
        return None
    year = full_year(match["year"] or match["only_year"])
    findings = _doubts([word[1]], match.group("day", "day2", "year", "only_year"))
    begin = word.start(1)
    if match["only_year"]:
        return _month_year(text, (begin, match.end()), (year, month), findings)
    month2 = month_of(match["month2"]) if match["month2"] else month
    value, precision = _days((year, month, match["day"]), (year, month2, match["day2"]))
    begin = numbers.weekday_start(text, begin)
    return numbers.with_repeat(text, span_of(text, begin, match.end(), value, precision, *findings))


def _opening(text: str, word: re.Match[str], match: re.Match[str]) -> int:
    """Where a month and year begin, an earlier month with a slash counted in: `May/June 1999`."""
    begin = word.start(1)
    slashed = match["only_year"] and text[begin - 1 : begin] == "/"
    earlier = grammar.MONTH_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin) if slashed else None
    return earlier.start(1) if earlier and month_of(earlier[1]) else begin


def _month_year(text: str, place: tuple[int, int], date: tuple[int, int], findings: tuple[str, ...]) -> DateSpan | None:
    year, month = date
    if not 1500 <= year <= 2099:
        return None
    begin, stop = place
    value = edtf.month(year, month)
    earlier = grammar.MONTH_BEFORE.search(text, max(0, begin - _LOOK_BACK), begin)
    if (
        earlier
        and (first := edtf.month(year, month_of(earlier[1])))
        and value
        and (both := edtf.interval(first, value))
    ):
        return span_of(text, earlier.start(1), stop, both, "interval", *findings)
    return span_of(text, begin, stop, value, "month", *findings)


def _day_led(text: str, start: int) -> DateSpan | None:
    match = grammar.DAY_LED.match(text, start)
    if match is None or numbers.is_numbered(text, start) or not numbers.is_free(text, start, match.end()):
        return None
    month, year = month_of(match["month"]), full_year(match["year"])
    month1 = month_of(match["month1"]) if match["month1"] else month
    if not month or not month1:
        return None
    findings = _doubts([match["month"], match["month1"]], match.group("day", "day2", "year"))
    value, precision = _days((year, month1, match["day"]), (year, month, match["day2"]))
    begin = numbers.weekday_start(text, start)
    return numbers.with_repeat(text, span_of(text, begin, match.end(), value, precision, *findings))


def _short(text: str, start: int) -> DateSpan | None:
    match = grammar.DAY_MONTH_SHORT.match(text, start)
    if match is None or not numbers.is_free(text, start, match.end()):
        return None
    month = month_of(match["month"])
    if not month or (match["mark"] == " " and not match["month"].isupper()):
        return None
    value = edtf.day(full_year(match["year"]), month, int(match["day"]))
    return span_of(text, start, match.end(), value, "day")


def _days(first: tuple[int, int, str], last: tuple[int, int, str | None]) -> tuple[str | None, str]:
    start = edtf.day(first[0], first[1], number(first[2]))
    if last[2] is None:
        return start, "day"
    stop = edtf.day(last[0], last[1], number(last[2]))
    return (edtf.interval(start, stop) if start and stop else None), "interval"


def _doubts(months: list[str | None], digits: tuple[str | None, ...]) -> tuple[str, ...]:
    doubts = [MISSPELLED] if any(word and is_misspelled(word) for word in months) else []
    if any(part and has_letter(part) for part in digits):
        doubts.append(LETTER_DIGIT)
    return tuple(doubts)


def _fiscal(text: str, start: int, previous: DateSpan | None) -> DateSpan | None:
    match = grammar.FISCAL.match(text, start)
    before = grammar.FISCAL_BEFORE.search(text, max(0, start - _FISCAL_BACK), start)
    if match is None or not numbers.is_free(text, before.start() if before else start, match.end()):
        return None
    if before is None and not _goes_on(text, start, previous):
        return None
    begin = before.start() if before else start
    first = full_year(match["first"])
    value = edtf.fiscal_year(first)
    if not match["last"]:
        return span_of(text, begin, match.end(), value, "fiscal-year")
    last = numbers.later_year(first, match["last"])
    if match["mark"] == "/":
        both = edtf.interval(str(first), str(last))
    else:
        both = edtf.interval(value.partition("/")[0], edtf.fiscal_year(last).partition("/")[2])
    return span_of(text, begin, match.end(), both, "interval") if both else None


def _goes_on(text: str, start: int, previous: DateSpan | None) -> bool:
    return bool(
        previous and previous.precision == "fiscal-year" and grammar.FISCAL_LIST.fullmatch(text, previous.stop, start)
    )
