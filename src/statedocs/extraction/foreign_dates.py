"""Dates in Spanish, French and Portuguese, where a line is known to be one: translations print no other."""

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


def find_foreign(text: str) -> Iterator[DateSpan]:
    """The first date of a line in one of these languages.

    >>> [span.value for span in find_foreign("Lima, 4 de mayo de 2023")]
    ['2023-05-04']
    """
    match = next((match for form in _FORMS if (match := form.search(text))), None)
    if match is not None:
        value = edtf.day(int(match["year"]), _MONTHS[match["month"].lower()], int(match["day"]))
        yield span_of(text, match.start(), match.end(), value, "day")
