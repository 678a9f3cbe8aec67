"""The day of a sheet on a country for travelers: alone on its line, above the country's description."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.date_roles import Candidate
from statedocs.extraction.page import Part

_DESCRIPTION: Final = re.compile(r"Country Description\s*:", re.I)
_REACH: Final = 12


def sheet_date(sections: Sequence[Part]) -> Candidate | None:
    """The day on the line above `COUNTRY DESCRIPTION:`, whatever announcements stand over it."""
    blocks = [block for section in sections[:2] for block in section["blocks"]]
    for day, block in pairwise(blocks[:_REACH]):
        if _DESCRIPTION.match(block["text"]):
            spans = find_dates(day["text"])
            if len(spans) == 1 and spans[0].as_written == day["text"].strip() and spans[0].value is not None:
                return Candidate(spans[0].value, spans[0].precision, "published", "body", day["text"], day["line"])
    return None
