"""Where something was said or released, as masthead lines have it."""

import re
from collections.abc import Sequence
from typing import Final

from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.leading import Line
from statedocs.extraction.line_roles import beside_date, labelled, read_line
from statedocs.extraction.masthead import value_of
from statedocs.extraction.people import find_place, is_venue
from statedocs.vocabulary import find_bureau, find_document_type, looks_like_bureau

_TOWN_AND_DATE: Final = re.compile(
    r"(?P<town>(?!(?i:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-zA-Z]*,|(?:Last )?Updated|Re(?:leas|vis|view)ed|Published|Posted)"
    r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,2}), [^,]*\d[^,]*,? \d{4}\.?$"
)
_WHAT_AT: Final = re.compile(
    r"^(?:[A-Z]\w+ ){0,3}(?:Conference|Availability|Remarks|Briefing|Address|Speech|Statement|Interview|Roundtable)"
    r" (?:at|in) (?:the )?(?=[A-Z][^,]*,)"
)
"""What was held at a place, told before it: `Press Conference at the Royal Palace, Amman, Jordan`."""
_ZIP: Final = re.compile(r"(?<=\.|C) +20[25]\d\d$")
"""The Department's own, which its letterhead prints behind the town."""


def places_of(lines: Sequence[Line]) -> list[str]:
    """Places of delivery or release; a room or a telephone line without a town is none."""
    found: list[str] = []
    named = [value_of(line.text).strip() for line in lines if line.role == "place"]
    towns = any(find_place(name) and not is_venue(name) for name in named)
    for line in lines:
        if line.role == "place":
            written = value_of(line.text).strip()
            written = _ZIP.sub("", written)
            found += [] if is_venue(written) or (towns and not find_place(written)) else [written]
        elif (line.role == "date" and (place := _place_beside(line))) or (
            line.role == "issuer" and (place := _place_behind(line.text))
        ):
            found.append(place)
    return list(dict.fromkeys(found))


def _place_told(line: Line) -> str | None:
    """The place that stands on a line of another role: beside a date, behind a bureau."""
    if line.role == "date":
        return _place_beside(line)
    return _place_behind(line.text) if line.role == "issuer" else None


def _place_behind(text: str) -> str | None:
    """The place behind a bureau's name: `Bureau of Consular Affairs, Washington, DC`."""
    parts = text.split(", ")
    cuts = ((", ".join(parts[:at]), ", ".join(parts[at:])) for at in range(1, len(parts) - 1))
    return next((place for name, place in cuts if find_bureau(name) and find_place(place)), None)


def _place_beside(line: Line) -> str | None:
    """The place of a date line: `Halifax, Nova Scotia, May 3, 2011`; a town alone only where the date ends the line."""
    if place := find_place(beside_date(read_line(line.text).rest), dated=True):
        return _WHAT_AT.sub("", place, count=1)
    town = _TOWN_AND_DATE.match(line.text)
    name = town.group("town") if town else ""
    alone = bool(name) and not (find_document_type(name) or looks_like_bureau(name) or labelled(line.text))
    return name if alone and len(find_dates(line.text)) == 1 else None
