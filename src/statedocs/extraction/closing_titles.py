"""The title that stands between the other lines of a masthead and the body: `May 3, 1997` / `New Wells`."""

import re
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.first_titles import names_office
from statedocs.extraction.leading_ends import is_sentence
from statedocs.extraction.leading_roles import STATEMENT_BY
from statedocs.extraction.people import is_shouted_person, read_person
from statedocs.extraction.title_lines import (
    CHAPTER,
    ends_as_text,
    is_bare_faq,
    is_bare_type,
    is_listing,
    never_title,
    opens_part,
)
from statedocs.extraction.title_run import says_before_whom
from statedocs.vocabulary import find_document_type, find_series

_HEADLINE_BLANKS: Final = 3
_BEFORE: Final = re.compile(r"\b(?:testimony|statement|remarks) before (?:the )?\S", re.I)
"""Says before whom something is said; what it is called stands below, set larger."""


def title_closes(candidates: list[Candidate], last: int) -> bool:
    """Whether the title stands between other lines and the body: `May 3, 1997` / `Press Statement` / `New Wells`."""
    if last >= len(candidates):
        return False
    line, before, after = candidates[last], candidates[:last], candidates[last + 1 : last + 2]
    if line.reading.role is not None or _never_closes(line.text):
        return False
    if line.text.endswith("?") and any(is_bare_faq(above.text) for above in before):
        return False  # the first question
    chapter = CHAPTER.match(line.text)  # the name of the whole report stands above it
    titles = [above for above in before if not (chapter and find_series(above.text))]
    if line.is_large and not any(above.is_large for above in before):
        titles = [above for above in titles if not (_BEFORE.search(above.text) or says_before_whom(above, before))]
    if any(_may_have_titled(candidate) for candidate in titles) or (after and after[0].text[:1].islower()):
        return False
    if find_series(line.text):
        return True
    if not after or _opens_body(after[0].text):
        return True
    if _stands_alone(candidates, last):
        return True
    headline = [above.reading.role for above in before] == ["date"] and line.text.count(" ") >= _HEADLINE_BLANKS
    return headline and not line.tight and len(candidates) == last + 2  # with its second line, as wire services write


def _stands_alone(candidates: list[Candidate], last: int) -> bool:
    """Whether a line is apart from a masthead with kind and date above it and from the one first heading below."""
    roles = {above.reading.role for above in candidates[:last]}
    if len(candidates) != last + 2 or not {"type", "date"} <= roles:
        return False
    return not (candidates[last].tight or candidates[last + 1].tight)


def _opens_body(text: str) -> bool:
    """Whether a line is the first of what a title stands over."""
    return text[:1] == "(" or never_title(text) or opens_part(text) or is_sentence(text)


def _never_closes(text: str) -> bool:
    """Whether a line behind all others is no title: it ends openly, opens a part, or names who does something."""
    return ends_as_text(text) or never_title(text) or opens_part(text) or is_shouted_person(text)


def _may_have_titled(candidate: Candidate) -> bool:
    """Whether a line is a title, or a type that says more than a type: `Remarks at the Sample Hall`."""
    role, text = candidate.reading.role, candidate.text.strip()
    if role == "type" and STATEMENT_BY.match(text):
        return False
    if role is None:
        return not (read_person(text) or names_office(text) or is_listing(text) or never_title(text))
    kind = find_document_type(text) if role == "type" else None
    if kind is None:
        return role in ("title", "type") and not candidate.reading.dates
    return not is_bare_type(text) or kind.slug.endswith("briefing")
