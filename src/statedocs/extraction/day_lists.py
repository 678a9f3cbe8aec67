"""Days that share one month and year: `March 10 and 12, 2020`, `May 5, 7, and 9, 2018`."""

import re
from typing import Final

from statedocs.extraction import date_numbers as numbers
from statedocs.extraction import edtf
from statedocs.extraction.date_span import DateSpan, full_year, span_of
from statedocs.extraction.date_words import month_of

_DAY: Final = r"[0-3]?[0-9](?:st|nd|rd|th)?(?![0-9A-Za-z])"
_AND: Final = r",?\s(?:and|or|&)\s"
_LONGEST: Final = 60
_BEFORE: Final = re.compile(
    rf"(?<![A-Za-z])(?P<month>[A-Z][a-z]{{2,8}})\.?\s{{1,2}}(?P<days>(?:{_DAY}(?:,\s|{_AND}))*)$"
)
_BEHIND: Final = re.compile(
    rf"(?P<day>{_DAY})(?P<more>(?:,\s{_DAY})*{_AND}{_DAY})?(?:,\s?|\s)(?P<year>[12][0-9]{{3}})(?![0-9])"
)
_BETWEEN: Final = " \n\xa0"
_CLOSE: Final = frozenset(",dr&")
"""What ends before a later day of a list: a comma, `and`, `or`, `&`."""


def read_listed_day(text: str, start: int) -> DateSpan | None:
    """One day of a list, whose digits begin at `start`: the first with the month, the last with the year.

    >>> text = "on March 10 and 12, 2020"
    >>> [(span.value, text[span.start : span.stop]) for at in (9, 16) if (span := read_listed_day(text, at))]
    [('2020-03-10', 'March 10'), ('2020-03-12', '12, 2020')]
    """
    match = _BEHIND.match(text, start)
    if match is None or not numbers.is_free(text, start, match.end()):
        return None
    before = _BEFORE.search(text, max(0, start - _LONGEST), start)
    month = month_of(before["month"]) if before else 0
    if before is None or not month or not (before["days"] or match["more"]):
        return None
    value = edtf.day(full_year(match["year"]), month, int(re.sub(r"\D", "", match["day"])))
    begin = start if before["days"] else numbers.weekday_start(text, before.start("month"))
    return span_of(text, begin, match.end("day") if match["more"] else match.end(), value, "day") if value else None


def may_be_listed(text: str, start: int) -> bool:
    """Whether the end of what stands before makes a later day of a list possible: cheap, for every number is asked."""
    return text[max(0, start - 3) : start].rstrip(_BETWEEN)[-1:] in _CLOSE
