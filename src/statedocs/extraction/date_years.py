"""Years that stand alone: which numbers of four digits are years, and which are amounts, laws, rooms or prices."""

import re
from typing import Final

from statedocs.extraction import edtf
from statedocs.extraction.date_span import LETTER_DIGIT, DateSpan, has_letter, number, span_of
from statedocs.extraction.date_words import (
    BOXES,
    CALENDAR,
    COMPARING,
    COUNTED,
    MEASURES,
    NUMBERED,
    QUANTITY,
    SHARED,
    STREETS,
)

_YEAR: Final = re.compile(r"(?:1[7-9]|20|l9)[0-9]{2}(?![0-9])")
_FISCAL_BEHIND: Final = re.compile(r"\s(?i:fiscal\syears?)\b")
_MAY_PRECEDE: Final = frozenset(" \t\n\r\f\v\xa0([{<|\"“”‘’':;—–,*•")
_MAY_FOLLOW: Final = frozenset(" \t\n\r\f\v\xa0)]}>|\"“”‘’'.,:;!?—–-*†‡…(")
_NO_DIGIT_BEHIND: Final = frozenset(".,:-–—")
_PREFIX: Final = re.compile(r"(?i:mid|pre|post|early|late|end|non|since)-$")
_PUNCTUATION: Final = "()[].,:;“”\"'’‘*"
_LOOK_BACK: Final = 40
_WIDEST_ROW: Final = 2000  # how far a number's row is looked at: the cost of a table stays linear
_NUMBERED_LIST: Final = re.compile(
    r"([A-Za-z]+)\.?\s(?:[0-9]{1,4}(?:\s\([0-9]{4}\))?(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|through)\s))+$"
)
_BEHIND: Final = re.compile(
    r"[\s-](?P<other>(?:to|and|or|[-–])\s[0-9][0-9,]*\s)?\(?(?P<word>[A-Za-z]+)\b(?!['’])(?:[\s-](?P<second>[A-Za-z]+)\b(?!['’]))?"
)
_ADDRESS: Final = re.compile(
    rf"\s(?:[A-Z0-9][\w.'’-]*\s){{1,4}}(?:{'|'.join(STREETS)})\b\.?(?:[,;)\n]|$|\s(?:[NSEW]|[^A-Z]))"
)
_MORE_DIGITS: Final = re.compile(r"[ \xa0][0-9]{3}(?![0-9])")
_STEPS_BESIDE: Final = frozenset((1, 2, 5, 10))
_STEPS_UNDER: Final = frozenset((1,))  # a column of amounts has near numbers too


def year_at(text: str, start: int) -> DateSpan | None:
    """The year that stands alone at `start`, if the number there is one.

    >>> year_at("The TPA was signed in 2009.", 22).value
    '2009'
    >>> year_at("an area of 2009 hectares", 11)
    """
    match = _YEAR.match(text, start)
    if match is None or not is_calendar(text, start, match.end()):
        return None
    year = number(match[0])
    doubts = (LETTER_DIGIT,) if has_letter(match[0]) else ()
    if fiscal := _FISCAL_BEHIND.match(text, match.end()):
        return span_of(text, start, fiscal.end(), edtf.fiscal_year(year), "fiscal-year", *doubts)
    return span_of(text, start, match.end(), str(year), "year", *doubts)


def is_calendar(text: str, start: int, stop: int) -> bool:
    """Whether no unit, count, currency or number sign touches the year or range of years between two places."""
    if not (_may_stand_behind(text, start) and _may_stand_before(text, stop)):
        return False
    before = _same_cell(text, start)
    words = before.split()
    year = number(text[start : start + 4])
    if words and _is_number_of(words, year, before):
        return False
    if _is_amount(text, stop, year, words[-1].strip(_PUNCTUATION).lower() if words else ""):
        return False
    return not _is_alone_in_cell(text, start, stop) or _is_year_cell(text, start, year)


def _same_cell(text: str, start: int) -> str:
    """The text before a number, as far as it stands in one cell of a table."""
    before = text[max(0, start - _LOOK_BACK) : start].rpartition("\t")[2]
    return before.rpartition("\n")[2] if "\n" in before and _is_in_table(text, start) else before


def _may_stand_behind(text: str, start: int) -> bool:
    if not start:
        return True
    before = text[start - 1]
    if before == "-":
        return _PREFIX.search(text, max(0, start - 6), start) is not None or not text[start - 2 : start - 1].isalnum()
    return before in _MAY_PRECEDE and not (before in ",:–—" and text[start - 2 : start - 1].isdigit())


def _may_stand_before(text: str, stop: int) -> bool:
    behind, after = text[stop : stop + 1], text[stop + 1 : stop + 2]
    if not behind:
        return True
    if behind not in _MAY_FOLLOW or (after.isdigit() and behind in _NO_DIGIT_BEHIND):
        return False
    return not (after.isalpha() and (after.islower() if behind == "." else behind == "-" and after.isupper()))


def _is_number_of(words: list[str], year: int, before: str) -> bool:
    """Whether the words before make it a law, a page, an amount: `Resolution 1973`, `laws 1990 and 1991`."""
    last = words[-1].strip(_PUNCTUATION).lower()
    if last in NUMBERED or last in BOXES:
        return last != "no" or "." in words[-1]
    if last in QUANTITY and year % 50 == 0:
        earlier = [word.strip(_PUNCTUATION).lower() for word in words[-3:-1] if word != "at"]
        return not (last in SHARED and earlier and earlier[-1] in COMPARING)
    if len(words[-1]) == 3 and words[-1].isdecimal():  # the groups of a telephone number
        return True
    if words[-1][-1] in ",)0123456789" or last in ("and", "or", "to", "through"):
        listed = _NUMBERED_LIST.search(before)
        return listed is not None and listed[1].lower() in NUMBERED
    return False


def _is_amount(text: str, stop: int, year: int, last: str) -> bool:
    """Whether what follows is measured, counted, a street, or the rest of a longer number."""
    dated = last in CALENDAR
    match = _BEHIND.match(text, stop)
    if match is not None and not (dated and match["other"]):
        word, second = match["word"].lower(), (match["second"] or "").lower()
        if word in MEASURES or (word in COUNTED and not (dated and year % 50)):
            return True
        if year % 50 == 0 and second in COUNTED and not dated:
            return True
    if dated:
        return False
    after = text[stop + 1 : stop + 2]
    if not (after.isupper() or after.isdigit()):  # most: a word follows
        return False
    return _ADDRESS.match(text, stop) is not None or _MORE_DIGITS.match(text, stop) is not None


def _is_alone_in_cell(text: str, start: int, stop: int) -> bool:
    if text[start - 1 : start] not in ("", "\t", "\n") or text[stop : stop + 1] not in ("", "\t", "\n"):
        return False
    return _is_in_table(text, start)


def _is_year_cell(text: str, start: int, year: int) -> bool:
    """Whether a number alone in a table's cell is a year: in the first row, beside a near year, under the word."""
    row = _line_start(text, start)
    column = text.count("\t", row, start)
    cells = text[row : _line_end(text, start)].split("\t")
    if row == 0 and all(_YEAR.fullmatch(cell) for cell in cells if cell.isdecimal()):
        return True
    above = text[_line_start(text, max(0, row - 1)) : max(0, row - 1)].split("\t")
    under = _line_end(text, start) + 1
    below = text[under : _line_end(text, under)].split("\t")
    beside = [*cells[max(0, column - 1) : column], *cells[column + 1 : column + 2]]
    over_and_under = [*above[column : column + 1], *below[column : column + 1]]
    return any(_is_near(cell, year, _STEPS_BESIDE) for cell in beside) or any(
        _is_near(cell, year, _STEPS_UNDER) for cell in over_and_under
    )


def _is_near(cell: str, year: int, steps: frozenset[int]) -> bool:
    return cell.lower().endswith("year") or (_YEAR.fullmatch(cell) is not None and abs(number(cell) - year) in steps)


def _is_in_table(text: str, start: int) -> bool:
    return text.find("\t", max(0, start - _WIDEST_ROW), start + _WIDEST_ROW) >= 0


def _line_start(text: str, place: int) -> int:
    first = max(0, place - _WIDEST_ROW)
    return max(first, text.rfind("\n", first, place) + 1)


def _line_end(text: str, place: int) -> int:
    last = min(len(text), place + _WIDEST_ROW)
    stop = text.find("\n", place, last)
    return stop if stop >= 0 else last
