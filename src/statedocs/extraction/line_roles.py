"""What a masthead line is, told by its words alone: date, type, issuer, place, speaker and so on."""

import re
from dataclasses import dataclass
from typing import Final

from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.date_span import DateSpan
from statedocs.extraction.foreign_dates import find_foreign
from statedocs.extraction.people import find_place, is_headline, is_name, is_role, names_house, read_person
from statedocs.extraction.word_lists import any_of, read_words
from statedocs.vocabulary import find_bureau, find_country, find_document_type, looks_like_bureau, split_issuers

_WORDS: Final = read_words("masthead")
SECTION_WORDS: Final = frozenset(_WORDS["section_words"])
"""Words that head a section of many pages; alone they are neither title nor document type."""
_LABELS: Final[dict[str, str]] = _WORDS["labels"]
_LABEL: Final = re.compile(rf"(?:PA/[A-Z]+ )?(?P<label>{any_of(_LABELS)})\s*:\s*(?P<rest>\S.*)$", re.I)
_BYLINE: Final = re.compile(r"(?:Posted |Written |Authored )?By:? (?=[A-Z\u00c0-\u00de])", re.I)
"""How blogs and articles say who wrote them: `Posted by Robin Example`."""
_POSTED: Final = re.compile(
    r"By (?:the )?U\.S\. (?:Embassy|Mission|Consulate)[^|]{0,60}(?:\|[^|]*\d{4}[^|]*(?:\||$)|$)"
    r"|By [A-Z][^|\d]{2,40} [|\u2013-] ?[\w,. ]*\d{4}$"
    r"|(?:Posted|Published) on [\w,. ]{6,30}\d{4} ?(?:[|\u2013-]|at) ?\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?$",
    re.I,
)
"""What sites print under a title: `By U.S. Embassy Lima | 4 May, 2022 | Topics: News`, `By Example - May 4, 2021`.

Or `Posted on 4 May 2022 | 3:10 pm`.
"""
_READING_TIME: Final = re.compile(r"\d{1,2} minutes? read(?: time)?", re.I)
_PRESENT: Final = re.compile(r"(?:[-\u2013\u2014]|\bto)\s*(?:the )?present\b", re.I)
_SHORT_LABELS: Final = frozenset({"to", "from"})
_OPEN_LABELS: Final = frozenset({"source", "author", "description"})
"""What stands behind them tells more than they do: an office, a person, a place."""
_MAIL: Final = re.compile(r"Date: (?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d?:\d\d|>?From \S+@\S+ ")
"""The day on which a copy was mailed."""
_STAMPED: Final = re.compile(r"\s*\d{1,2}/\d{1,2}/\d{4},? \d{1,2}:\d\d [AP]M E[DS]T\s*$")
"""When a release was mailed, which may be the day after that of the page: `09/29/2017 06:35 PM EDT`."""
_UNDER: Final = re.compile("Under Secretary ")
_CALL: Final = re.compile(
    r"\b(?:Request for|Notice of|Call for|Announce(?:s|ment of)|Solicitation|Invitation (?:to|for)"
    r"|Statements? of Interest|Funding Opportunity|Annual Program Statement)\b"
)
"""What a bureau asks for, in the title of a notice that opens with its name."""
_ARCHIVES: Final = re.compile(
    r"\b(?:Files|Box \d|Lot File|National Archives|Record Group|RG \d|Presidential Library)\b"
)
"""Where a historical document lies."""
_LIES: Final = re.compile(r"Source:\s", re.I)
_BETWEEN: Final = frozenset({"to", "through", "until", "from to"})
"""Between the two days of a period, which is all that a line says."""
_JOINED: Final = re.compile(r"^(?:and|with|&)\s+|,?\s+and$", re.I)
_NOTE: Final = re.compile(rf"\(?{any_of(_WORDS['notes'])}", re.I)
_DEPARTMENT: Final = re.compile(any_of(_WORDS["department"]), re.I)
_STUDY: Final = re.compile(
    r"(?:(?:Limited|Targeted|Compliance|Follow-?up|Scope|Joint)[ -])*(?:Inspection|Audit|Review|Evaluation|Assessment)"
    r" (?:of|on) (?:the )?[A-Z]",
    re.I,
)
"""How the title of a report of the Inspector General begins."""
_IDENTIFIER: Final = re.compile(any_of(_WORDS["identifiers"]), re.I)
_TIME: Final = re.compile(
    r"\(?(?:at\s+)?\d{1,2}[:.]\d\d\s*(?:[ap]\.?\s?m\.?)?\s*(?:\(?(?:local|[ECMP][SD]?T|GMT|UTC|[A-Z]{2,4})\)?)?"
    r"(?:\s+time)?\)?(?:\s*\([^)]*\))?[.,]?$",
    re.I,
)
_FORMS: Final = (
    ("note", _NOTE.match),
    ("other", _DEPARTMENT.fullmatch),
    ("identifier", _IDENTIFIER.match),
    ("time", _TIME.match),
)
_REST_JUNK: Final = re.compile(
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b\.?|[\W_]+",
    re.I,
)
_RELEASED: Final = re.compile(r"(?:last )?(?:released?|issued|posted|published|updated?|revised)(?: on| in)?:?", re.I)
_YEAR_LAST: Final = re.compile(
    r"(?:[^\W\d_]|[^\W\d_] \d{1,2}),? (?:del? |n\u0103m )?\d{4}"
    r"(?: ?(?:\u0433\.|\u0433\u043e\u0434\u0430|\u0440\.|\u0440\u043e\u043a\u0443))?\.?$|\d\s?[\u65e5\uc77c]$",
    re.I,
)
"""How a date in another language ends: in a year, in Russian and Ukrainian with its word, in the day in Chinese."""
_TOWN: Final = re.compile(r"[A-Z\u00c0-\u00de][^\W\d_]+(?: [A-Z\u00c0-\u00de][^\W\d_]+){0,2}")
_FOREIGN_JUNK: Final = re.compile(
    r"(?i:\b(?:le|el|em|a|lunes|martes|mi[e\u00e9]rcoles|jueves|viernes|s[a\u00e1]bado|domingo|lundi|mardi|mercredi|jeudi|vendredi"
    r"|samedi|dimanche|(?:segunda|ter[c\u00e7]a|quarta|quinta|sexta)-feira)\b)[ ,]*"
    r"|\b(?:\u0433|\u0440)\.?$|\b(?:\u0433\u043e\u0434\u0430|\u0440\u043e\u043a\u0443)$"
)
_CAPTION: Final = re.compile(r"Date: \d.{6,25}? (?:Location|Description): ")
"""What State's picture server writes under each picture: the day of the picture, not of the page."""
_FRUS: Final = "Foreign Relations of the United States"
"""A series whose volumes are named for years."""
_PERIODS: Final = ("fiscal-year", "decade")
_YEARS: Final = re.compile(r"\d{4}/\d{4}")
"""What a page is about, not when it came out."""
_SENTENCE: Final = re.compile(r"[a-z]{3}\. [A-Z]|^[A-Z]{4,}: [A-Z\d][\w.]* (?:[a-z]+\b ){2}")
"""Running text: the end of a sentence, or what follows `ANNOUNCEMENT:`."""
_LONGEST: Final = 250
_LONGEST_END: Final = 40


@dataclass(frozen=True, slots=True)
class Reading:
    """A line with its role and its dates; `rest` is what the dates leave."""

    role: str | None
    dates: tuple[DateSpan, ...]
    rest: str


def read_line(text: str) -> Reading:
    """Tells the role of a line; null where its words do not say.

    >>> read_line("Washington, D.C., January 13, 1998").role
    'date'
    """
    if len(text) > _LONGEST or not text.strip() or is_caption(text):
        return Reading(None, (), text)
    dates = tuple(find_dates(text)) if any(character.isdigit() for character in text) else ()
    if not dates and (foreign := _foreign(text)):
        return Reading("date", foreign, _without(text, foreign))
    rest = _without(text, dates)
    return Reading(_role(text, dates, rest), dates, rest)


def _foreign(text: str) -> tuple[DateSpan, ...]:
    """The date of a line in another language that says nothing else, but where: `Lima, 4 de mayo de 2023`."""
    if not _YEAR_LAST.search(text):
        return ()
    dates = tuple(find_foreign(text))
    rest = _FOREIGN_JUNK.sub(" ", _without(text, dates)).strip(" ,.")
    return dates if dates and (not rest or find_place(rest, dated=True) or _TOWN.fullmatch(rest)) else ()


def labelled(text: str) -> tuple[str, str] | None:
    """Role and value of a line such as `Date:  March 1996`."""
    match = _LABEL.match(text)
    if match is None:
        return _byline(text)
    label, rest = match.group("label").lower(), match.group("rest")
    if label in _SHORT_LABELS and not rest[0].isalpha():
        return None  # a field of a form
    if label == "location" and not find_place(rest, dated=True):
        return None  # where an alert says that something happens
    told = _undated(rest.strip()) if label in _OPEN_LABELS else None
    if label == "source" and len(rest) > _LONGEST_END and (told is None or _ARCHIVES.search(rest)):
        return None  # where a historical document lies
    return told or _LABELS[label], rest


def _byline(text: str) -> tuple[str, str] | None:
    by = _BYLINE.match(text)
    if by and find_bureau(text[by.end() :]):
        return "issuer", text[by.end() :]
    person = read_person(text[by.end() :]) if by else None
    return ("speaker", text[by.end() :]) if by and person and (person.role or is_name(person.name)) else None


def ends_bureau(above: str, text: str) -> bool:
    """Whether a line ends the name of a bureau that the line above leaves open, `Bureau of African`."""
    name = above.rpartition(",")[2].strip() or above
    ends = len(text) <= _LONGEST_END and not is_department(text) and not is_department(name)
    return ends and bool(find_bureau(f"{name} {text}".rstrip(" .")))


def is_caption(text: str) -> bool:
    """Whether a line is what State's picture server writes under a picture: `Date: 01/20/2009 Description: …`."""
    return _CAPTION.match(text) is not None


def is_mailed(text: str) -> bool:
    """Whether a line of a mail's head says when it was sent: the page within has a day of its own."""
    return _MAIL.match(text) is not None


def is_mail_stamp(text: str) -> bool:
    """Whether a line is the stamp of the Department's mails, below which the release stands whole."""
    return _STAMPED.match(text) is not None


def is_department(text: str) -> bool:
    """Whether a text names the Department itself, which issues every page."""
    return _DEPARTMENT.fullmatch(text.strip()) is not None


def without_and(text: str) -> str:
    """A line without the `and` that joins it to its neighbour: `and Senator Robin Sample`."""
    return _JOINED.sub("", text.rstrip())


def _role(text: str, dates: tuple[DateSpan, ...], rest: str) -> str | None:
    bare = text.strip()
    if len(bare) < 3:
        return "other"
    if is_mailed(bare):
        return "other"
    if (found := labelled(bare)) is not None:
        return found[0]
    for role, matches in _FORMS:
        if matches(bare):
            return role
    if _LIES.match(bare) and _ARCHIVES.search(bare):
        return None
    if dates and _PRESENT.search(bare):
        return "other"  # how long somebody holds an office
    if _POSTED.match(bare) or _READING_TIME.fullmatch(bare):
        return "date" if dates else "other"
    return _dated(rest) if any(not _is_period(span, rest) for span in dates) else _undated(bare)


def _is_period(span: DateSpan, rest: str) -> bool:
    """Whether a date says what a page is about, not when it came out: a fiscal year, a decade, years alone."""
    return span.precision in _PERIODS or (not rest and _YEARS.fullmatch(span.value or "") is not None)


def _undated(bare: str) -> str | None:
    """The role of a line without dates, by what the vocabulary knows of it."""
    if _is_person_in_office(bare):
        return "speaker"
    if _STUDY.match(bare):
        return None  # `Inspection of the Office of …`: the office did not issue it
    runs = _SENTENCE.search(bare) is not None
    if find_bureau(bare) or (split_issuers(bare) and not (runs or is_headline(bare) or _CALL.search(bare))):
        return "issuer"
    if bare.lower() not in SECTION_WORDS and not runs and find_document_type(bare):
        return "type"
    if find_place(bare) and not (is_role(bare) or find_country(bare)):  # `Israel, West Bank and Gaza`
        return "place"
    return "issuer" if looks_like_bureau(bare) and not runs else None


def _is_person_in_office(bare: str) -> bool:
    text = without_and(bare)
    person = read_person(text)
    if person is None or person.role is None:
        return False
    office = person.role if _UNDER.match(text) else text  # `Under Secretary for Sample Affairs Robin Example`
    named = office != text and text.endswith(person.name)
    return (named or not looks_like_bureau(text)) and find_bureau(person.name) is None


def _dated(rest: str) -> str | None:
    """The role of a line that holds dates, by what else it holds."""
    words = _REST_JUNK.sub(" ", rest).strip()
    if _IDENTIFIER.match(rest.strip(" ,;")):
        return "identifier"  # `VOLUME 4, NUMBER 22, MAY 31, 1993`
    if rest.startswith(_FRUS):
        return "series"
    if words.lower() in _BETWEEN or not words or _TIME.match(rest.strip(" ,;.-()")) or find_place(rest):
        return "date"
    if not (telling := beside_date(rest)) or find_place(telling):
        return "date"
    if split_issuers(rest):
        return "issuer"
    if find_document_type(rest.strip(" ,;:-\u2013\u2014()")):
        return "type"
    return "date" if find_place(rest, dated=True) or names_house(rest) else None


def beside_date(rest: str) -> str:
    """What tells where, of what stands beside a date: not that it was released, by the Department, or at what time.

    >>> beside_date("U.S. Department of State, Washington, DC, 2:05 p.m.")
    'Washington, DC'
    """
    parts = (part.strip(" ;-\u2013\u2014()") for part in rest.split(","))
    return ", ".join(part for part in parts if part and not _says_no_place(part))


def _says_no_place(part: str) -> bool:
    return bool(_TIME.match(part) or _RELEASED.fullmatch(part)) or is_department(part)


def _without(text: str, dates: tuple[DateSpan, ...]) -> str:
    """A line without its dates."""
    parts: list[str] = []
    last = 0
    for span in dates:
        parts.append(text[last : span.start])
        last = span.repeat_stop or span.stop
    parts.append(text[last:])
    return " ".join(part.strip() for part in parts if part.strip()).strip(" ,;")
