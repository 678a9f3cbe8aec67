"""Which of a page's dates is the one it was published on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from statedocs.extraction import edtf
from statedocs.extraction.date_forms import find_periods

TOLERANCE: Final = 2
"""Days that a printed date and a stamp may lie apart: a release is often entered the evening before or a day later."""

_ISSUED_ANEW: Final = frozenset({"travel-warning", "travel-alert", "worldwide-caution"})
_FIRST_YEAR: Final = 1975
"""Older texts are printed anew by the Historian, who dates them by what happened."""
_PRINTED: Final = ("masthead", "dateline", "title", "body")
_WITNESSES: Final = (*_PRINTED, "meta")
_ROLES: Final = ("published", "delivered", "as-released")
_PRECISIONS: Final = ("day", "month", "year", "interval")
# Pages that are published ahead of the period that they name.
_AHEAD: Final = re.compile(
    r"(?:^|-)(?:bulletins?|budgets?|justifications?|plans?|planning|strateg(?:y|ies|ic)|commercial-guides?|schedules?|calendars?|agendas?|forecasts?)(?:-|$)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A date that the page states about itself; the fields are those of the record."""

    value: str
    precision: str
    role: str
    evidence: str
    as_written: str
    line: int | None = None


Doubt = tuple[str, str]
"""A finding: its code and its message."""


def issued_when_changed(candidates: list[Candidate], document_type: str | None) -> list[Candidate]:
    """The dates of a page; a warning to travelers, which is issued anew as it changes, is of the day of its change.

    `Sample Land Travel Warning` / `LAST UPDATED: DECEMBER 9, 2015` prints no other day.
    """
    if document_type not in _ISSUED_ANEW or any(candidate.role == "published" for candidate in candidates):
        return candidates
    return [
        replace(one, role="published") if one.role == "updated" and one.evidence in _PRINTED else one
        for one in candidates
    ]


def choose_published(
    candidates: Sequence[Candidate], *, captured: date | None, edition: str | None, document_type: str | None
) -> tuple[Candidate | None, list[Doubt]]:
    """The date that the page was published on, and what speaks against the others.

    A printed date wins over a stamp, whatever it says. Of printed ones the role decides, then where it stands:
    `published`, then `delivered`, since remarks are dated by the day they were given, then `as-released`, which is
    often a later day and the page's own only when it prints no other. A printed date that cannot be true leaves
    nothing: a stamp would then be no better. Addresses, file names, classes and the capture never date a page,
    nor do editions, updates, decades and fiscal years.

    Args:
        candidates: In reading order; impossible dates, which have no value, are the caller's findings.
        captured: The day of the capture; nothing lies after it.
        edition: The period reported on as printed (`2019`, `FY 2006`, `1999-2000`); nothing lies before it.
        document_type: Slug; plans, budgets and bulletins may be older than the period they name.
    """
    able = [
        c
        for c in candidates
        if c.role in _ROLES and c.evidence in _WITNESSES and c.precision in _PRECISIONS and not _is_historical(c)
    ]
    floor = None if document_type and _AHEAD.search(document_type) else _edition_floor(edition)
    against = {candidate: _against(candidate, captured, floor, edition) for candidate in able}
    sound = [candidate for candidate in able if against[candidate] is None]
    doubts = list(dict.fromkeys(doubt for doubt in against.values() if doubt))
    printed = [candidate for candidate in able if candidate.evidence in _PRINTED]
    eligible = [candidate for candidate in sound if candidate.evidence in _PRINTED or not printed]
    if not eligible:
        return None, doubts
    chosen = _finer(min(eligible, key=lambda candidate: _rank(candidate, eligible, edition)), eligible)
    return chosen, doubts + _conflicts(chosen, sound)


def _finer(chosen: Candidate, eligible: Sequence[Candidate]) -> Candidate:
    """The day of the month or year that was chosen, where the page prints one too: `Revised May 1995`, `95/05/02`."""
    days = (one for one in eligible if one.role == chosen.role and one.value.startswith(f"{chosen.value}-"))
    return next((day for day in days if day.precision == "day"), chosen)


def _is_historical(candidate: Candidate) -> bool:
    """Whether a date is of the document that a page reprints, of history: no page is that old."""
    return edtf.latest(candidate.value).year < _FIRST_YEAR


def late_changes(candidates: Sequence[Candidate], captured: date | None) -> list[Doubt]:
    """What speaks against dates of changes: a page was not changed after it was captured."""
    changes = dict.fromkeys(candidate for candidate in candidates if candidate.role == "updated")
    return [doubt for change in changes if (doubt := _against(change, captured, None, None))]


def _against(candidate: Candidate, captured: date | None, floor: date | None, edition: str | None) -> Doubt | None:
    if captured is not None and edtf.earliest(candidate.value) > captured:
        return "date-after-capture", f"{candidate.as_written!r} lies after the capture of {captured.isoformat()}"
    if floor is not None and edtf.latest(candidate.value) < floor:
        return "date-before-edition", f"{candidate.as_written!r} lies before the edition reported on, {edition}"
    return None


def _rank(candidate: Candidate, rivals: list[Candidate], edition: str | None) -> tuple[int, bool, int]:
    """Less is better. Of contradicting dates the one that follows the period reported on is the likelier."""
    too_early = (
        edition is not None and any(_apart(candidate, other) for other in rivals) and _within(candidate, edition)
    )
    return _ROLES.index(candidate.role), too_early, _WITNESSES.index(candidate.evidence)


def _conflicts(chosen: Candidate, sound: list[Candidate]) -> list[Doubt]:
    """The first other date of the same kind that lies too far off; delivery and release may differ by nature."""
    for other in sound:
        if _apart(chosen, other) and (other.evidence == "meta" or other.role == chosen.role):
            return [
                ("date-conflict", f"{chosen.as_written!r} ({chosen.evidence}), {other.as_written!r} ({other.evidence})")
            ]
    return []


def _apart(a: Candidate, b: Candidate) -> bool:
    return edtf.apart(a.value, b.value) > TOLERANCE


def _within(candidate: Candidate, edition: str) -> bool:
    periods = [span.value for span in find_periods(edition) if span.value]
    return bool(periods) and edtf.latest(candidate.value) <= edtf.latest(periods[-1])


def _edition_floor(edition: str | None) -> date | None:
    """The first day on which an edition can have come out, nothing where the edition is no period.

    An edition is named for the year it reports on or comes out in. One named for a month may come out some weeks
    before it. One named for a fiscal year or a range may plan ahead: from January of the year before.
    """
    periods = [(span.value, span.precision) for span in find_periods(edition or "") if span.value]
    if not periods:
        return None
    value, precision = periods[0]
    first = edtf.earliest(value)
    if precision in ("year", "decade"):
        return first
    if precision == "month":
        return date(first.year - 1, first.month + 9, 1) if first.month < 4 else date(first.year, first.month - 3, 1)
    return date((first.year if first.month == 1 else first.year + 1) - 1, 1, 1)
