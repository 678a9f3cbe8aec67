"""Lines of Background Notes that look like headings and are none, or the other way round."""

import re
from typing import Final

from statedocs.extraction.page import Raw
from statedocs.vocabulary import find_country

_PROFILES: Final = frozenset({"profile", "country profile"})

DATED_PART: Final = re.compile(r"(?:Geography|People|Government|Economy)\*? \([^()\n]{2,40}\)\*?$")
"""A part of a profile with the years that its figures are of, which are not printed bold: `Economy (1996-97)`."""
_OFFICIALS: Final = re.compile(r"Principal (?:[A-Z]\S* ){0,2}Officials$", re.I)
_HYPHENED: Final = re.compile(r"^[A-Z][^\n.;:-]{2,60}[a-z]-[A-Z][^\n.;:]{2,40}$")


def is_listed_official(raw: Raw, before: Raw | None) -> bool:
    """Whether a line is an entry below `Principal Officials`, with a single hyphen: `President-Ana Doe`."""
    if before is None or not _HYPHENED.search(raw.text):
        return False
    return bool(_OFFICIALS.match(before.text) if before.kind == "heading" else _HYPHENED.search(before.text))


def is_official_name(raw: Raw, before: Raw | None) -> bool:
    """Whether a line under `PROFILE` is the country's long name, its label lost."""
    profiled = before is not None and before.kind == "heading" and before.text.lower().rstrip("*: ") in _PROFILES
    return profiled and any(country.name.casefold() != raw.text.casefold() for country in find_country(raw.text))


def is_long_name(text: str) -> bool:
    """Whether a line is a country's long name, whose label (`Official Name:`) was lost: `Republic of Zambia`."""
    return " of " in text and any(country.long_name == text for country in find_country(text))
