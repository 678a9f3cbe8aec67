"""A date found in a text, and how its digits are read."""

from typing import Final, NamedTuple

PIVOT: Final = 70
"""Two-digit years from here on are of the 20th century, those below of the 21st: `90` is 1990, `06` is 2006."""

_LETTERS: Final = str.maketrans("lIOo", "1100")

APOSTROPHES: Final = "'’‘"

LETTER_DIGIT: Final = "date-letter-digit"
MISSPELLED: Final = "date-misspelled"
IMPOSSIBLE: Final = "date-impossible"


class DateSpan(NamedTuple):
    """A date as it stands in a text: `as_written == text[start:stop]`.

    Attributes:
        value: EDTF, or nothing for a date that no calendar has.
        precision: As in the record: day, month, year, interval, decade, fiscal-year.
        as_written: The characters of the date.
        start: Where it begins, in code points.
        stop: Where it ends.
        findings: Codes of the record's findings.
        repeat_stop: Where the same date written a second time right behind ends (`Dec 15, 199012/15/90`).
    """

    value: str | None
    precision: str
    as_written: str
    start: int
    stop: int
    findings: tuple[str, ...] = ()
    repeat_stop: int | None = None


def span_of(text: str, start: int, stop: int, value: str | None, precision: str, *findings: str) -> DateSpan:
    """The date between two places of a text; without a value it is an impossible one."""
    if value is None:
        findings = (*findings, IMPOSSIBLE)
    return DateSpan(value, precision, text[start:stop], start, stop, findings)


def number(digits: str) -> int:
    """The number that digits mean, letters in the place of 1 and 0 read as these.

    >>> number("l995"), number("1O")
    (1995, 10)
    """
    return int(digits.translate(_LETTERS))


def has_letter(digits: str) -> bool:
    """Whether a letter stands in the place of a digit."""
    return not digits.lstrip(APOSTROPHES).isdecimal()


def full_year(digits: str) -> int:
    """The year that two or four digits mean.

    >>> full_year("95"), full_year("'06"), full_year("l999")
    (1995, 2006, 1999)
    """
    digits = digits.lstrip(APOSTROPHES)
    year = number(digits)
    if len(digits) > 2:
        return year
    return year + (1900 if year >= PIVOT else 2000)
