"""Dates of short texts: masthead lines, record lines, titles, stamps of meta elements, file names."""

import re
from typing import Final

from statedocs.extraction.date_numbers import read_edition
from statedocs.extraction.date_reader import join_ranges, read_at
from statedocs.extraction.date_span import PIVOT, DateSpan
from statedocs.extraction.date_stamps import parse_file_name_date, parse_stamp
from statedocs.extraction.date_years import year_at

__all__ = ["PIVOT", "DateSpan", "find_dates", "find_periods", "parse_file_name_date", "parse_stamp"]

_DIGITS: Final = re.compile(r"(?<![A-Za-z0-9])(?:[lI]9?[0-9]|O[0-9]|l(?=,\s?[12lI]))[0-9OolI]*|[0-9]+")


def find_dates(text: str, *, day_first: bool = False) -> list[DateSpan]:
    """Every date of a masthead line, in the order written.

    All forms are read, glued ones, letters for digits and misspelled months too. `4/7/2025` is American unless
    `day_first`. A date that no calendar has comes without a value. Years that stand alone are none.

    >>> [span.value for span in find_dates("Washington, D.C., January 13, l998")]
    ['1998-01-13']
    """
    spans: list[DateSpan] = []
    position = 0
    while match := _DIGITS.search(text, position):
        span = read_at(text, match.start(), spans[-1] if spans else None, day_first=day_first)
        span = span or read_edition(text, match.start())
        position = match.end()
        if span is not None:
            spans.append(span)
            position = span.repeat_stop or span.stop
    return join_ranges(text, spans)


def find_periods(text: str) -> list[DateSpan]:
    """As `find_dates`, years that stand alone too: the period that a title names.

    >>> [span.value for span in find_periods("Country Reports on Human Rights Practices - 2005")]
    ['2005']
    """
    spans = find_dates(text)
    taken = [(span.start, span.repeat_stop or span.stop) for span in spans]
    for match in _DIGITS.finditer(text):
        if not any(start <= match.start() < stop for start, stop in taken) and (span := year_at(text, match.start())):
            spans.append(span)
    return sorted(spans, key=lambda span: span.start)
