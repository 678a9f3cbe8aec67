"""Dates in the languages of translations, where a line is known to be one: translations print no other."""

import re
from collections.abc import Iterator
from typing import Final

from statedocs.extraction import edtf
from statedocs.extraction.date_span import DateSpan, span_of
from statedocs.extraction.word_lists import any_of, read_words

_MONTHS: Final = {name: number for number, names in enumerate(read_words("dates")["foreign"], 1) for name in names}
_MONTH: Final = rf"(?P<month>{any_of(_MONTHS)})\b"
_FORMS: Final = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:er|[.\u00ba\u00b0])?\s+(?:de\s+)?{_MONTH},?\s+(?:del?\s+)?(?P<year>\d{{4}})\b", re.I
    ),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}}),?\s+(?:del?\s+)?(?P<year>\d{{4}})\b", re.I),
)
_NUMBERED: Final = (
    re.compile(
        r"(?P<year>\d{4})\s?[\u5e74\ub144]\s?(?P<month>\d{1,2})\s?[\u6708\uc6d4]\s?(?P<day>\d{1,2})\s?[\u65e5\uc77c]"
    ),
    re.compile(
        r"\b(?:ng\u00e0y\s+)?(?P<day>\d{1,2})\s+th\u00e1ng\s+(?P<month>\d{1,2}),?\s+(?:n\u0103m\s+)?(?P<year>\d{4})\b",
        re.I,
    ),
)
"""Months by their numbers: Chinese, Japanese and Korean (year, month, day); Vietnamese."""


def find_foreign(text: str) -> Iterator[DateSpan]:
    """The first date of a line in one of these languages.

    >>> [span.value for span in find_foreign("Lima, 4 de mayo de 2023")]
    ['2023-05-04']
    """
    match = next((match for form in (*_FORMS, *_NUMBERED) if (match := form.search(text))), None)
    if match is not None:
        month = match["month"].lower()
        number = int(month) if month.isdecimal() else _MONTHS[month]
        value = edtf.day(int(match["year"]), number, int(match["day"]))
        yield span_of(text, match.start(), match.end(), value, "day")
