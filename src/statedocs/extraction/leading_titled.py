"""The lines of a masthead that stand around or below a title which is known: each must tell what it is."""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.people import is_name, is_role, read_person

_HAPPENS: Final = re.compile(r"(?:Location|Event)s?\s*:", re.I)
"""Where an alert says that something happens, and what."""


def told_lines(candidates: Sequence[Candidate], above: int) -> list[Candidate]:
    """The first lines whose words tell what they are, in their roles; what stands above the title whatever it says.

    Args:
        candidates: The lines at the top of the content.
        above: The line on which the title stands.
    """
    taken: list[Candidate] = []
    for candidate, below in zip_longest(candidates, candidates[1:]):
        if _names_holder(candidate, below) or (taken and taken[-1].role == "speaker" and is_role(candidate.text)):
            candidate.role = "speaker"
        elif _is_told(candidate) or (candidate.line or above) < above:
            candidate.role = candidate.reading.role
        elif taken and _stands_among(candidate, candidates):
            candidate.role = "other"
        else:
            break
        taken.append(candidate)
    return taken


def _stands_among(line: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a line of a block tells nothing, a house say, and the next one of that block tells what it is."""
    at = candidates.index(line)
    below = candidates[at + 1] if at + 1 < len(candidates) else None
    return line.tight and below is not None and below.block == line.block and below.tight and _is_told(below)


def _is_told(candidate: Candidate) -> bool:
    return candidate.reading.role not in (None, "title") and not _HAPPENS.match(candidate.text)


def _names_holder(line: Candidate, below: Candidate | None) -> bool:
    """Whether a bare name stands over the office of its holder: `Robin Example` / `Department Spokesperson`."""
    return line.reading.role is None and is_name(line.text) and below is not None and is_role(below.text)


def is_in_office(text: str) -> bool:
    """Whether a line names a person with an office, or in the form of one."""
    person = read_person(text)
    return person is not None and (person.role is not None or is_role(text))


def holds_office(candidates: Sequence[Candidate], at: int) -> bool:
    """Whether a line is a name, and the one below it that person's office: `Robin Example` / `Secretary of State`."""
    below = candidates[at + 1].text if at + 1 < len(candidates) else ""
    return is_name(candidates[at].text.strip()) and is_role(below) and not below.isupper()
