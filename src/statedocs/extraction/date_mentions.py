"""Dates in running text, headings and tables."""

import re
from typing import Final

from statedocs.extraction.date_reader import join_ranges, read_at
from statedocs.extraction.date_span import DateSpan
from statedocs.extraction.date_years import is_calendar, year_at

_LIKELY: Final = re.compile(
    r"""
    [0-9] (?:
        [0-9]{3} (?![0-9])                                       # 2011
      | (?<=9)[0-9]{2} (?![0-9])                                 # l995
      | 0 (?=['’]?s(?![A-Za-z]))                                 # '90s
      | [0-9]? (?= (?:st|nd|rd|th)?
            (?: (?:,|,?[ \n\xa0])['’12l]                         # 28, 2011
              | /[0-9] | -[0-9A-Z] | [–—][0-9A-Z]                # 7/28/2011, 3-5, 1996, 1-Jan-06
              | [A-Z][A-Za-z]{2}[0-9]                            # 22MAR05
              | [ \n\xa0](?:day\ )?(?:of\ )?[A-Z][A-Za-z]{2}     # 16 April 2026
              | \ (?:to|through|[-–])\ [0-9A-Z]                  # 3 to 5 March 1996
              | ,?\ (?:(?:and|or|&)\ )? [0-9]{1,2} (?:st|nd|rd|th)?
                (?:,|\ (?:and|or|&|[12][0-9]{3})\b) ) )           # 10 and 12, 2020
      | [0-9] (?![0-9])                                          # FY 99, FYs '06
        (?: (?<=FY..) | (?<=FY[sS\s'’]..) | (?<=FY[sS][\s'’]..) | (?<=FY\s['’]..) | (?<=FY[sS]\s['’]..) )
    )""",
    re.VERBOSE,
)
"""What a date may look like from its first digit on."""
_LETTER_DAY: Final = re.compile(r"(?<=[a-z.] )[lI](?:st)?, ?$")
"""A first of the month before a year with a letter too: `June l, l992`."""
_DIGITS: Final = bytes(ord("0") if chr(code) in "0123456789" else ord(" ") for code in range(256))


def find_mentions(text: str, latin: bytes | None = None) -> list[DateSpan]:
    """Every calendar date of a text, in the order written, none overlapping another.

    Days, months, fiscal years, decades, ranges, and years that stand alone; not what no calendar has, and not
    days without a year. In the text of a table, cells are parted by tabs and rows by line ends. `latin` is the text in
    one byte a character, where that is at hand.

    >>> [span.as_written for span in find_mentions("On July 28, 2011, 1700 people saw FY 2012 begin in 1999.")]
    ['July 28, 2011', 'FY 2012', '1999']
    """
    spans: list[DateSpan] = []
    # Digits are looked for in one byte a character, as C does in half a pattern's time.
    find = (latin or text.encode("latin-1", "replace")).translate(_DIGITS).find
    likely = _LIKELY.match
    done = 0
    place = find(b"0")
    while place >= 0:
        if likely(text, place) and (start := _digits_start(text, place)) >= done:
            span = _mention_at(text, start, spans[-1] if spans else None)
            if span is not None:
                done = span.repeat_stop or span.stop
                if span.value is not None:
                    spans.append(span)
        # No date begins in the midst of a number, nor in one that was read.
        stop = find(b" ", max(place, done - 1))
        place = find(b"0", stop) if stop >= 0 else -1
    return join_ranges(text, spans)


def _digits_start(text: str, start: int) -> int:
    """Where the digits begin; -1 in the midst of a longer number."""
    before = text[start - 1 : start]
    if before.isdigit():
        return -1
    if before not in ("l", "I", "O") or text[start - 2 : start - 1].isalnum():
        return start
    day = _LETTER_DAY.search(text, max(0, start - 6), start - 1)
    return day.start() if day else start - 1


def _mention_at(text: str, start: int, previous: DateSpan | None) -> DateSpan | None:
    span = read_at(text, start, previous)
    if span is None:
        return year_at(text, start)
    if span.precision != "day" and span.as_written[:4].isdigit() and span.as_written[-2:].isdigit():
        return span if is_calendar(text, span.start, span.stop) else None
    return span
