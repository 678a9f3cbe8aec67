"""Where a line begins anew although the one above it is full: what a masthead prints line by line, and labels."""

import re

from statedocs.reading.plaintext import shapes
from statedocs.reading.plaintext.lines import Line

_SMALL = 4
_WORD = re.compile(r"[^\W\d_][\w\u2019'-]*")
LABEL = re.compile(r"[A-Z][\w.'’/-]*(?: [\w.,'’/&-]+){0,5}(?: \([^()]{1,40}\))?\*?:(?:\s|$)")
_RELEASED = re.compile(r"(?:As |Fact sheet )?(?:[Rr]eleased|PUBLISHED|Published) [Bb][Yy]\b|From: (?:The )?[A-Z]")
_OFFICE = re.compile(r"(?:(?:Bureau|Office) (?:of|for) (?:the )?|(?:BUREAU|OFFICE) (?:OF|FOR) )[A-Z]")
_WHOLE_OFFICE = re.compile(rf"{_OFFICE.pattern}.*\b(?i:affairs|labor|spokes(?:man|person)|security|counterterrorism)$")
_DEPARTMENT = re.compile(r"(?:U\.S\.|United States) Department of State", re.IGNORECASE)
_OPEN_CAPITALS = frozenset({"THE", "BY", "OF", "AND", "FOR", "TO", "IN", "&"})
_PLACE_OR_DATE = re.compile(
    r"Washington,? D\. ?C\.?$|Washington,? DC$"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}, )?\d{4}$"
)
_SPEAKER = re.compile(
    r"(?:(?:Acting |Deputy |Under |Assistant )*Secretary|(?:Vice )?President|Ambassador|(?:Prime|Foreign) Minister)"
    r"(?: [A-Z][\w.'\u2019-]+){1,3}$"
)
"""Who speaks, on a line of its own under the title of an address."""
_CRUMBS = re.compile(r"(?:^|\s)[>\u00bb](?:\s|$)")
_LEAST_CRUMBS = 60
"""Where a breadcrumb that goes on below may end."""


def begins_anew(body: str, following: str) -> bool:
    """Whether a line begins a paragraph although the one before it is full.

    A labelled line (`Climate: …`, `MR. BURNS: …`) after another that ended its sentence does, and in a masthead the
    line that names who released the page, or stands below the whole name of an office.
    """
    if (_OFFICE.match(following) or _PLACE_OR_DATE.match(following)) and body[-1].isalnum():
        last = body.rsplit(" ", 1)[-1]
        return not (last.islower() or last in _OPEN_CAPITALS or _is_sentence(body))
    if _DEPARTMENT.fullmatch(following) and (body[-1].isdigit() or _RELEASED.match(body) or _OFFICE.match(body)):
        return True
    if _WHOLE_OFFICE.match(body) and following[0].isupper():
        return True
    if _SPEAKER.match(following) and body[-1].isalnum() and is_titled(body):
        return True
    if _RELEASED.match(following) and body[-1].isalnum() and not body.rsplit(" ", 1)[-1].islower():
        return True
    return (
        ":" in following[:60]
        and shapes.PROSE_END.search(body[-5:]) is not None
        and LABEL.match(following) is not None
        and LABEL.match(body) is not None
    )


def goes_on_as_crumbs(line: Line, following: Line) -> bool:
    """Whether a breadcrumb that runs to the right edge goes on below: `Home > Sites > Country` / `Lists > Wells`."""
    if line.end < _LEAST_CRUMBS or _CRUMBS.search(line.body) is None:
        return False
    return _CRUMBS.search(following.body) is not None or (_CRUMBS.search(line.body[-2:]) is not None)


def stands_under(line: Line, following: Line) -> bool:
    """Whether a line stands under what is right of a gap in the line above: a picture's name was left of that."""
    at = following.indent - line.indent
    return at > 1 and line.body[at - 2 : at].isspace() and line.body[at : at + 1].strip() != ""


def _is_sentence(body: str) -> bool:
    """Whether most words of a line are small."""
    words = body.split()
    return sum(word[0].islower() for word in words) * 2 > len(words)


def is_titled(body: str) -> bool:
    """Whether a line is written as titles are: the longer words with capitals, no mark at its end."""
    if shapes.PROSE_END.search(body[-5:]) or not body[0].isalnum():
        return False
    words = [word for word in _WORD.findall(body) if len(word) > _SMALL]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.9 * len(words)
