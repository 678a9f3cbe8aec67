"""Lines of a masthead beside a speaker: a picture's name, and a title that reads as a name."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.title_lines import is_bare_type
from statedocs.vocabulary import find_document_type

_UNSPOKEN: Final = frozenset({"fact-sheet", "media-note", "report"})
_NAMED: Final = ("speaker", "speaker")


def names_speaker(text: str, taken: Sequence[Candidate]) -> bool:
    """Whether a line is a picture's name: who speaks with the office, which two lines of the masthead say again."""
    pairs = ((above, line) for above, line in pairwise(taken) if (above.role, line.role) == _NAMED)
    said = text.strip().casefold()
    return any(f"{above.text.strip()} {line.text.strip()}".casefold() == said for above, line in pairs)


def stands_over_speaker(candidate: Candidate, taken: Sequence[Candidate]) -> bool:
    """Whether kind, speaker and office follow on a line: `Sample Wells Day` / `Press Statement` / name / office."""
    kind, *speaker = taken[taken.index(candidate) + 1 :][:3] or [candidate]
    told = kind.reading.role == "type" and is_bare_type(kind.text)
    return told and tuple(line.role for line in speaker) == _NAMED


def is_unspoken(line: Candidate) -> bool:
    """Whether a line is a kind of document that nobody speaks: what stands above it names no speaker."""
    kind = find_document_type(line.text) if line.reading.role == "type" and is_bare_type(line.text) else None
    return kind is not None and kind.slug in _UNSPOKEN
