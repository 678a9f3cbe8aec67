"""Headings of the Department's standing outlines: what its reports and country pages say year after year."""

import re
from functools import cache
from typing import Final, Literal

from statedocs.vocabulary.tables import read_table

Weight = Literal["strong", "weak"]

_NUMBER: Final = re.compile(r"(?:(?:section|chapter|part) )?(?:\d{1,2}|[ivxlc]{1,5}|[a-z])[.:)]? +", re.I)
_NAMED: Final = re.compile(
    r"U\.S\. Assistance to .{3,50}|.{3,50}['\u2019]s?\s?Membership in International Organizations"
    r"|U\.S\. (?:Recognition of .{3,60}|Legation at .{3,40})|Establishment of (?:Diplomatic|Consular) Relations.{0,40}"
    r"|(?:Establishment|Elevation|Opening|Closing) of (?:the )?(?:American|U\.S\.) "
    r"(?:Legation|Embassy|Consulate)\b.{0,60}",
    re.I,
)
"""Headings that name the country they are about."""
_OPEN_END: Final = re.compile(r"(?:including|from|recommendations|profile)\s?:\s*$", re.I)
"""Other lines that a colon ends are labels of the text behind them."""
_YEAR_END: Final = re.compile(r", \d{4}\.?$")
_LONGEST: Final = 200


def standing_heading(line: str) -> Weight | None:
    """How surely a line is a heading of a standing outline; null where none reads so.

    >>> standing_heading("Section 7. Worker Rights"), standing_heading("Women"), standing_heading("The wells")
    ('strong', 'weak', None)
    """
    if len(line) > _LONGEST or (line.rstrip().endswith(":") and not _OPEN_END.search(line)):
        return None
    bare = _bare(line)
    found = _standing().get(bare) or _standing().get(_NUMBER.sub("", bare, count=1))
    if found is None and _NAMED.fullmatch(_YEAR_END.sub("", line)):
        return "strong"
    return found


@cache
def _standing() -> dict[str, Weight]:
    return {
        _bare(row["heading"]): "strong" if row["weight"] == "strong" else "weak"
        for row in read_table("standing_headings")
    }


def _bare(line: str) -> str:
    return " ".join(line.replace("\u2019", "'").split()).casefold().rstrip(" :*")
