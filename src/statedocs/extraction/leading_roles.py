"""The roles of lines that stand together in a masthead: what words leave open, neighbours tell."""

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.line_roles import SECTION_WORDS, is_mail_stamp
from statedocs.extraction.people import is_address, is_role, is_shouted_person, leaves_open, read_person
from statedocs.extraction.speaker_lines import is_unspoken, names_speaker, stands_over_speaker
from statedocs.extraction.text import collapse
from statedocs.extraction.title_lines import (
    PUT_OUT,
    carries_on,
    ends_long,
    ends_open,
    is_aside,
    is_bare_faq,
    is_bare_type,
    is_broken,
    is_listing,
    names_event,
    never_title,
)
from statedocs.extraction.title_parts import names_itself, names_page, opens_name, told_again
from statedocs.extraction.title_run import (
    OCCASION,
    POST,
    UNNAMED,
    continue_title,
    find_subject,
    leave_volume,
    says_before_whom,
)
from statedocs.extraction.word_lists import read_words
from statedocs.vocabulary import (
    find_bureau,
    find_country,
    find_document_type,
    find_series,
    is_part_above,
    looks_like_bureau,
)

_WORDS: Final = read_words("masthead")
_POST_PART: Final = re.compile(rf"(?:{POST.pattern}).*\b(?:Section|Office|Department)$", re.I)
"""An office of a post, which sends what stands below: `U.S. Embassy Lima Public Affairs Section`."""
_INDEX: Final = re.compile(r"index\b|i n d e x$", re.I)
"""What stands behind it is no title: the topics of a briefing."""
STATEMENT_BY: Final = re.compile(r"(?:press )?statement by (?:the )?(?=\w)", re.I)
"""Says who speaks; what about stands below it."""
_UNTITLED: Final = frozenset(
    {
        "fact-sheet",
        "remarks",
        "background-note",
        "press-statement",
        "media-note",
        "readout",
        "report",
        "interview",
        "testimony",
        "statement",
        "press-release",
        "address",
    }
)
"""Kinds whose name alone titles no page."""
_CURRENT: Final = re.compile(r"This information is current as of today\b", re.I)
"""What the travel site printed above the name of an announcement, below its kind."""
_SHELVES: Final = frozenset({"background notes", "fact sheets", "press statements", "media notes", "readouts"})
"""Pages that list documents of a kind."""
_ISSUE: Final = re.compile(r"\b(?:Dispatch|Bulletin|Supplement)\b.*\bVol(?:ume|\.) ?\d")
"""The issue of a periodical, over the article that a page holds."""
_NUMBERED: Final = re.compile(r"\bNo\.|#|\d{2,4}/\d|\bNumber\b", re.I)
"""A release's or a publication's number."""


def assign_roles(taken: Sequence[Candidate], page_title: str | None = None) -> None:
    """Gives every line its role; the title is the line that names the page, else the first that words do not tell."""
    for candidate in taken:
        candidate.role = candidate.reading.role
    _give_offices(taken, page_title)
    title = next((candidate for candidate in taken if is_named(candidate, page_title)), None)
    if title is not None and title.role == "type" and not title.heading and is_bare_type(title.text):
        title = next((line for line in taken if line.heading and not line.role and not never_title(line.text)), title)
    if title is not None and taken[0].role is None and is_part_above(taken[0].text, title.text):
        title = taken[0]
    title = title or find_subject(taken) or told_again(taken) or _find_headed(taken) or _find_title(taken)
    if title is not None and title.role == "type" and opens_name(title.text, page_title):
        title = None
    if title is None and len(taken) == 1 and POST.match(taken[0].text):
        title = taken[0]
    if title is None and (own := _own_page(taken)):
        title = own
    if title is not None:
        title.role = "title"
        continue_title(title, taken, page_title)
        leave_volume(taken)
    printed = title.text.strip().casefold() if title else None
    seen_speaker = False
    for candidate in taken:
        if candidate.role is None:
            again = candidate.text.strip().casefold() == printed
            candidate.role = "title" if again else _loose_role(candidate.text, seen_speaker=seen_speaker)
            seen_speaker = seen_speaker or candidate.role == "speaker"


def _own_page(taken: Sequence[Candidate]) -> Candidate | None:
    """The bureau whose own page it is: the masthead holds its name, whom it belongs to, and nothing else."""
    lines = [line for line in taken if not is_aside(line.text)]
    told = all(line.role == "issuer" and _is_office_name(line.text) for line in lines)
    return lines[0] if told and lines and (len(lines) == 1 or len(lines) < len(taken)) else None


def _find_headed(taken: Sequence[Candidate]) -> Candidate | None:
    """The heading element that states a kind and more, where no other one is among the lines."""
    if any(line.heading and line.role is None and not never_title(line.text) for line in taken):
        return None
    stated = [line for line in taken if line.heading and line.role == "type" and not is_bare_type(line.text)]
    return next((line for line in stated if not _ISSUE.search(line.text)), stated[0] if stated else None)


def _is_office_name(text: str) -> bool:
    return not PUT_OUT.match(text) and (find_bureau(text) is not None or looks_like_bureau(text))


def is_named(candidate: Candidate, page_title: str | None) -> bool:
    """Whether a line is what the `title` element says."""
    if page_title is None or candidate.role not in (None, "type", "title", "issuer"):
        return False  # an office's own page is named as it is
    named = collapse(candidate.text).casefold() == page_title.casefold()
    return named or (candidate.heading and names_page(candidate.text, page_title))


def _give_offices(taken: Sequence[Candidate], page_title: str | None) -> None:
    """An office below a bare name is that person's: `Jordan Example` / `Secretary of State` issues nothing."""
    for above, line in pairwise(taken):
        if above.heading and is_named(above, page_title):  # a biography
            continue
        if line.role is None and line.tight and above.role == "speaker" and leaves_open(above.text):
            line.role = "speaker"  # `Under Secretary for Sample Affairs and` / `Head of the U.S. Delegation`
            continue
        if line.role not in (None, "issuer") or above.role not in (None, "speaker") or not is_role(line.text):
            continue
        if line.role is None and read_person(line.text) is not None:
            continue
        person = read_person(above.text)
        envoy = (bureau := find_bureau(line.text)) is not None and bureau.kind == "envoy"  # whatever the name's title
        if person is not None and (is_address(person.role) or envoy) and not find_country(above.text):
            above.role = line.role = "speaker"


def _find_title(taken: Sequence[Candidate]) -> Candidate | None:
    if _opens_as_title(taken):
        return taken[0]
    below = next((line for above, line in pairwise(taken) if _CURRENT.match(above.text)), None)
    if below is not None and below.role in (None, "type"):
        return below
    unknown = _untold(taken)
    title = next((candidate for candidate in unknown if not _is_speaker_line(candidate, taken)), None)
    if title is None:
        stated = [candidate for candidate in taken if candidate.role in ("type", "title") and _may_title(candidate)]
        fuller = (candidate for candidate in stated if candidate.heading or not is_bare_type(candidate.text))
        return next(fuller, stated[0] if stated else None)
    typed = next((candidate for candidate in taken if candidate.role == "type"), None)
    if typed is not None and taken.index(typed) < taken.index(title) and (typed.heading or not title.heading):
        typed_again = any(line.role == "type" and is_bare_type(line.text) for line in taken if line is not typed)
        if STATEMENT_BY.match(typed.text):
            return title
        broken = ends_open(typed.text) or (title.tight and is_broken(typed.text, title.text))
        broken = broken or (title.tight and carries_on(title.text))
        broken = broken or (typed.text.rstrip().endswith(":") and taken.index(title) == taken.index(typed) + 1)
        broken = broken or (title.tight and ends_long(typed.text, title.text))
        broken = broken or (title.tight and names_event(title.text) and taken.index(title) == taken.index(typed) + 1)
        if typed.heading and not (title.heading or is_bare_type(typed.text)):
            return typed
        if broken or names_itself(typed.text) or (typed_again and not is_bare_type(typed.text)):
            return typed
        elsewhere = find_series(title.text) or POST.fullmatch(title.text.strip())
        if _heads_masthead(typed, title, taken) or (taken[0] is typed and elsewhere):
            return typed
    return title


def _untold(taken: Sequence[Candidate]) -> list[Candidate]:
    """The lines that words do not tell, of which one may be the title."""
    above = takewhile(lambda candidate: not _INDEX.match(candidate.text), taken)
    unknown = [candidate for candidate in above if candidate.role is None and not never_title(candidate.text)]
    unknown = [candidate for candidate in unknown if not _POST_PART.match(candidate.text)]
    if any(is_bare_faq(candidate.text) for candidate in taken):  # the first question is none of the page's names
        unknown = [candidate for candidate in unknown if candidate.heading or not candidate.text.endswith("?")]
    if len(taken) > 1:
        unknown = [candidate for candidate in unknown if not is_shouted_person(candidate.text)]
    unknown = [candidate for candidate in unknown if not names_speaker(candidate.text, taken)]
    below = next((line for above, line in pairwise(taken) if is_mail_stamp(above.text)), None)
    if below in unknown:  # the release's own line, where a copy has one of its own above
        return [below]
    unknown = [line for line in unknown if not says_before_whom(line, taken)]
    if any(candidate.is_large for candidate in unknown):
        unknown = [candidate for candidate in unknown if candidate.is_large]
    if any(candidate.heading for candidate in unknown):  # a heading element over loose lines beside it
        unknown = [candidate for candidate in unknown if candidate.heading]
    if any(line.heading and line.role == "type" and not is_bare_type(line.text) for line in taken):
        unknown = [candidate for candidate in unknown if not _ISSUE.search(candidate.text)]
    if any(not is_listing(candidate.text) for candidate in unknown):
        unknown = [candidate for candidate in unknown if not is_listing(candidate.text)]
    return unknown


def _heads_masthead(typed: Candidate, title: Candidate, taken: Sequence[Candidate]) -> bool:
    """Whether the first line states a kind and more, and the other line stands behind the date: a note, a venue.

    Not where its own words are a release's number; `Fact Sheet` or `Press Statement` alone leaves the title to others.
    """
    above = [line for line in taken[: taken.index(typed)] if not is_listing(line.text) and line.role != "other"]
    if above or (title.is_large and not typed.is_large) or _NUMBERED.search(typed.text):
        return False
    if is_bare_type(typed.text) and not (_is_briefing(typed) and typed.role == "type"):
        return False
    between = taken[taken.index(typed) + 1 : taken.index(title)]
    return any(line.role in ("date", "speaker", "place") for line in between)


def is_topic(candidate: Candidate, above: Sequence[Candidate]) -> bool:
    """Whether a line is a topic in the index of a briefing, `ANNOUNCEMENTS`, and no kind of document.

    The index stands behind the word, or behind the date where the word was lost.
    """
    if not any(_is_briefing(line) for line in above) or _is_briefing(candidate):
        return False
    return any(_INDEX.match(line.text.strip()) for line in above) or (
        above[0].reading.role == "type" and any(line.reading.role == "date" for line in above)
    )


def _is_briefing(candidate: Candidate) -> bool:
    kind = find_document_type(candidate.text) if candidate.reading.role == "type" else None
    return kind is not None and kind.slug.endswith("briefing")


def _may_title(line: Candidate) -> bool:
    """Whether a line that states a kind can be all the title there is: never a bare `Fact Sheet`."""
    kind = find_document_type(line.text) if is_bare_type(line.text) and not line.heading else None
    return kind is None or kind.slug not in _UNTITLED or line.text.strip().lower() in _SHELVES


def _opens_as_title(taken: Sequence[Candidate]) -> bool:
    """Whether a first line such as `Introduction` is the title: the series or bureau of the report follows."""
    if len(taken) < 2 or taken[0].role is not None or taken[0].text.strip().lower() not in SECTION_WORDS:
        return False
    if taken[1].role == "type" and not is_bare_type(taken[1].text):
        return False
    return taken[1].role is not None or find_series(taken[1].text) is not None


def _loose_role(text: str, *, seen_speaker: bool) -> str:
    """The role of a line that is neither told by its words nor the title."""
    if find_series(text):
        return "series"
    if is_aside(text):
        return "other"
    if _POST_PART.match(text):
        return "issuer"
    if read_person(text) is not None or text.rstrip().endswith(UNNAMED) or (seen_speaker and is_role(text)):
        return "speaker"
    return "occasion" if OCCASION.match(text) else "other"


def _is_speaker_line(candidate: Candidate, taken: Sequence[Candidate]) -> bool:
    """A person's name before the kind of document (`Jordan Example` / `Daily Press Briefing`) is no title."""
    person = read_person(candidate.text)
    if candidate.text.rstrip().endswith(UNNAMED):
        return any(other.reading.role == "type" for other in taken if other is not candidate)
    if person is None or find_country(candidate.text) or stands_over_speaker(candidate, taken):
        return False
    others = [other for other in taken if other is not candidate]
    fuller = any(other.reading.role == "type" and not is_bare_type(other.text) for other in others)
    if person.role is None and (candidate.heading or not fuller) and any(map(_is_in_office, others)):
        return False
    if any(is_unspoken(other) or STATEMENT_BY.match(other.text) for other in others):
        return False
    if candidate.heading and not any(other.heading for other in others):  # `Fact Sheet` above the heading names no page
        others = [other for other in others if not is_bare_type(other.text)]
    return any(_may_be_document(other) for other in others)


def _is_in_office(line: Candidate) -> bool:
    """Whether a line names a speaker with an office: a bare name elsewhere in the masthead is a title."""
    person = read_person(line.text)
    return person is not None and person.role is not None


def _may_be_document(line: Candidate) -> bool:
    """Whether a line may be, or states, what the page is: neither a person nor anything else that words tell."""
    return line.reading.role == "type" or (line.reading.role is None and read_person(line.text) is None)
