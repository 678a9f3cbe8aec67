"""Persons and places of a masthead: which lines are such, and how they are read."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from statedocs.extraction.capitals import SMALL_WORDS
from statedocs.extraction.word_lists import any_of, read_words
from statedocs.vocabulary import country_in, find_country, find_document_type, find_series

_CAPITAL: Final = r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017e]"
_NAME_WORD: Final = rf"(?:{_CAPITAL}[\w\u2019'.-]*\.?|(?:de|del|la|van|von|bin|al|el|da|di|du)\b)"
_NAMED_PART: Final = re.compile(rf"{_CAPITAL}[\w\u2019'.-]*(?: (?:of|the|for|and|{_CAPITAL}[\w\u2019'.-]*))*")
_NICKNAME: Final = rf"[\u201c\"(]{_CAPITAL}[\w.'-]{{0,15}}[\u201d\")]"
_NAME: Final = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_NAME_WORD}|{_NICKNAME})){{1,4}}(?:,? (?:Jr|Sr|II|III|IV)\.?)?$")
"""`Robin Example`; a name that its bearer goes by may stand within: `Robin \u201cRob\u201d Example`."""
_REGION: Final = re.compile(r"[A-Z][\w'\u2019.-]*(?: (?:of |the |and )*[A-Z][\w'\u2019.-]*){0,3}")
_SPLIT: Final = re.compile(r"\s*[,\n]\s*")
_JUNIOR: Final = re.compile(r",\s*((?:Jr|Sr)\.?|II|III|IV)(?=,|\n|$)")
_AND: Final = re.compile(r"\s+(?:and|And|AND|&)\s+")
_REMOTE: Final = re.compile(r"(?:Via|By) [A-Z]\w+|(?:Video |Tele|Virtual )", re.I)
_POSSESSIVE: Final = re.compile(r"['\u2019]s\b")
_WORDS: Final = 60
_ZIP: Final = re.compile(r"(?<=\.|C)\s+20[25]\d\d$")
"""The Department's own, which its letterhead prints."""
_LOOKED_INTO: Final = re.compile(r"(?:[\w-]+ ){0,3}(?:Inspection|Audit|Evaluation|Review) of ")
"""A report on a post: `Inspection of Embassy Sampleton, Peru`."""
_MANNERS: Final = frozenset("Dr. Mr. Mrs. Ms. Hon.".split()) | {"The Honorable"}
_ADDRESSES: Final = _MANNERS | frozenset("Ambassador General Admiral Senator".split())
_EN_ROUTE: Final = re.compile(r"(?i:en route) (?:to|from) [A-Z][^.:;?]{2,60}")
_SHORTEST_LOWERED: Final = 3
_MOST_PARTS: Final = 3
_HOUSE_AND_TOWN: Final = 2
_TOWNS: Final = frozenset({"Washington", "Washington DC", "Washington D.C.", "New York City"})
"""Towns that stand without a region."""
_SMALL_WORD: Final = re.compile(
    r"\b(?!(?:of|the|and|at|on|in|for|to|de|del|la|las|los|do|da|dos|das|du|des|le|les|al|el|en|y|e|d)\b)[a-z]{3,}"
)
_WORD_OF_LINE: Final = re.compile(r"[A-Z\u00c0-\u00de]+")
_ROMAN: Final = re.compile(r"[IVXLC]+\.\s")
_DEEDS: Final = re.compile(rf"(?<=[a-z] ){any_of(read_words('people')['deeds'])}(?= \S)")
_DONE: Final = re.compile(
    r"['\u2019]s? (?:\w+ )?"
    r"(?:Calls?|Meetings?|Travel|Visit|Trip|Remarks|Conversation|Participation|Interview|Statement|Speech|Address)\b"
)
_OF_OFFICE: Final = re.compile(r"$|,| ?[(/\u2013-]| (?:of|for|to|and|at|in|on|General|Designate)\b|-(?:at|in)\b")
_PARTED: Final = re.compile(r"[^,]* [\u2013\u2014-] |[^,]*: ")
_NOT_NAMES: Final = re.compile(rf"\b{any_of(read_words('people')['not_names'])}\b|['\u2019]s\b")


@dataclass(frozen=True, slots=True)
class Person:
    """A person as a masthead line names one."""

    name: str
    role: str | None


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"({_longest_first('titles')})(?:\s+(?:of|for|to)\s+[^,]+,|,)?\s+(?=[A-Z])")


@cache
def _offices() -> re.Pattern[str]:
    return re.compile(rf"(?:the |U\.S\. |{_NAME_WORD}\s)*{_longest_first('offices')}\b")


def _longest_first(kind: str) -> str:
    return any_of(map(re.escape, sorted(read_words("people")[kind], key=len, reverse=True)))


@cache
def _venues() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_CAPITAL}[\w\u2019'.-]* ){{1,5}}{any_of(read_words('people')['venues'])}$")


@cache
def _houses() -> re.Pattern[str]:
    return re.compile(rf"^(?:[\w\u2019'.&-]+ ){{1,6}}{any_of(read_words('people')['houses'])}$")


@cache
def _regions() -> frozenset[str]:
    lines = files("statedocs.extraction").joinpath("data/places.tsv").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split("\t"))


def is_venue(text: str) -> bool:
    """Whether a line names a room, a house or a line that people speak over, and no town.

    >>> is_venue("Press Briefing Room"), is_venue("Via Teleconference"), is_venue("Treaty Room, Washington, DC")
    (True, True, False)
    """
    return _is_house_in_house(text) or ("," not in text and bool(_venues().match(text) or _REMOTE.match(text)))


def _is_house_in_house(text: str) -> bool:
    """Whether a line names a house and whose it is: `The Example Institution, Sample University`."""
    parts = text.strip().split(", ")
    named = len(parts) == 2 and all(_houses().match(part) and _NAMED_PART.fullmatch(part) for part in parts)
    return named and find_document_type(text) is None


def names_house(text: str) -> bool:
    """Whether a text names a house or a part of one, and nothing else: `21st Street Entrance, Sample Building`."""
    parts = [part.strip() for part in text.strip(" ,;.").split(",")]
    return len(parts) <= _MOST_PARTS and all(_houses().match(part) for part in parts)


def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name: two to five capitalised words, initials allowed."""
    if (
        not _NAME.match(text)
        or "--" in text
        or _ROMAN.match(text)
        or text.startswith("U.S. ")
        or text.isupper()
        or len(text) >= _WORDS
        or _NOT_NAMES.search(text)
        or _offices().fullmatch(text)
    ):
        return False
    return not (find_series(text) or country_in(text) or find_document_type(text))


def read_person(line: str) -> Person | None:
    """The person that a masthead line names, with the office where it stands on the same line.

    >>> read_person("Jordan Example, Spokesman")
    Person(name='Jordan Example', role='Spokesman')
    """
    titled = in_title_case(line) if line.isupper() and "," in line else line
    if titled != line and (found := read_person(titled)) is not None and found.role is not None:
        return Person(found.name.upper(), found.role.upper())
    text = _JUNIOR.sub(r" \1", line.strip())
    parts = [part for part in _SPLIT.split(text, maxsplit=1) if part]
    if not parts or len(text) > 250 or any(character.isdigit() for character in parts[0]) or _DEEDS.search(parts[0]):
        return None
    title = _titles().match(parts[0])
    if title is not None and _is_name_or_word(parts[0][title.end() :]):
        role = title.group(1).rstrip(":")
        return Person(parts[0][title.end() :], join_office(role, parts[1]) if len(parts) > 1 else role)
    if (held := _behind_office(parts[0])) is not None:
        return Person(held.name, ", ".join([held.role or "", *parts[1:]]) if len(parts) > 1 else held.role)
    if not is_name(parts[0]):
        return None
    if len(parts) == 1:
        return Person(parts[0], None)
    return Person(parts[0], parts[1]) if _offices().match(parts[1]) else None


def in_title_case(text: str) -> str:
    """A line in capitals as it would be written otherwise; abbreviations of two letters stay."""
    return _WORD_OF_LINE.sub(_lowered, text)


def _lowered(match: re.Match[str]) -> str:
    word = match.group()
    if word.lower() in SMALL_WORDS:
        return word.lower()
    return word if len(word) < _SHORTEST_LOWERED else word.capitalize()


def _behind_office(text: str) -> Person | None:
    """The person whose office stands before the name: `Peruvian Foreign Minister Robin Example`.

    The office ends with its own word, one that no name holds, or a country: `Special Envoy for Iran`.
    """
    if not is_role(text) or find_document_type(text) is not None:
        return None  # `Remarks With Foreign Minister Example` is what the page is
    words = text.split()
    for stop in range(2, len(words) - 1):
        role, name = " ".join(words[:stop]), " ".join(words[stop:])
        last = words[stop - 1]
        if last.lower() in SMALL_WORDS or _POSSESSIVE.search(role) or _offices().fullmatch(words[stop]):
            # `Secretary Example's Meeting With …` is no office, `Defense` / `Minister Example` not all of one.
            continue
        ends = any(_offices().fullmatch(" ".join(words[stop - count : stop])) for count in (1, 2))
        ends = ends or _NOT_NAMES.fullmatch(last) is not None or bool(find_country(last))
        if ends and words[stop] != "General" and is_name(name):
            return Person(name, role)
    return None


def _is_name_or_word(text: str) -> bool:
    """A name behind a title may be one word: `Secretary Example`."""
    return is_name(text) or (bool(re.fullmatch(rf"{_CAPITAL}[\w\u2019'-]+", text)) and not _NOT_NAMES.search(text))


def is_shouted_person(text: str) -> bool:
    """Whether a line in capitals is a person in office: `SECRETARY ROBIN EXAMPLE`, as schedules head what each does.

    >>> is_shouted_person("SECRETARY ROBIN EXAMPLE"), is_shouted_person("SECRETARY EXAMPLE VISITS PERU")
    (True, False)
    """
    person = read_person(in_title_case(text)) if text.isupper() else None
    return person is not None and person.role is not None and " " in person.name


def read_people(line: str) -> list[Person]:
    """The persons of a line; two may stand on one: `Secretary Jordan Example And Foreign Minister Robin Example`."""
    found = [person for part in _AND.split(line) if (person := read_person(part)) is not None]
    several = len(found) > 1 and len(found) == len(_AND.split(line))
    person = read_person(line)
    if person is not None and not (several and all(one.role for one in found)):
        return [person]
    return found if several else []


def is_headline(line: str) -> bool:
    """Whether a line says what somebody does or has done: `Secretary Example\u2019s Call With \u2026`."""
    return bool(_DONE.search(line) or _DEEDS.search(line))


def is_office_alone(line: str) -> bool:
    """Whether a line is an office with what it is for, and nobody stands behind it who does something.

    >>> is_office_alone("Secretary of State"), is_office_alone("Secretary Example Closes the Wells")
    (True, False)
    """
    office = _offices().match(line) if is_role(line) and not is_headline(line) else None
    return office is not None and _OF_OFFICE.match(line[office.end() :]) is not None


def is_role(line: str) -> bool:
    """Whether a line is an office alone: `Secretary of State`, `Assistant Secretary, Bureau of …`."""
    text = in_title_case(line.strip()) if line.isupper() else line.strip()
    return len(line) < 200 and bool(_offices().match(text)) and not text.endswith((".", "?", ":"))


def join_office(address: str | None, office: str) -> str:
    """An office behind how its bearer is addressed, which stays where it is one itself: `Ambassador, Director of …`."""
    return office if address is None or address in _MANNERS else f"{address}, {office}"


def is_address(role: str | None) -> bool:
    """Whether an office is none, or only how its bearer is addressed: the office itself may stand on the next line."""
    return role is None or role in _ADDRESSES


def leaves_open(line: str) -> bool:
    """Whether a line is an office that the next line goes on with: `Under Secretary for Sample Affairs and`."""
    return line.rstrip().endswith(" and") and is_role(line) and read_person(line.rstrip()[: -len(" and")]) is None


def _is_headline(place: str, parts: list[str]) -> bool:
    """A headline that ends in a place, a caption (`Sample temple, Seoul, South Korea`), `Health Alert: Lima, Peru`."""
    caption = len(parts) > 1 and any(_SMALL_WORD.search(part) for part in parts)
    return caption or bool(is_headline(place) or (_PARTED.match(place) and find_document_type(place)))


def find_place(text: str, *, dated: bool = False) -> str | None:
    """The place that a masthead line names: `Washington, DC`; the venue before it stays.

    Beside a date (`dated`) any region will do: `Halifax, Nova Scotia`.

    >>> find_place("Hyatt Regency Hotel, Washington, DC")
    'Hyatt Regency Hotel, Washington, DC'
    """
    place = _ZIP.sub("", text.strip(" ,;.-\u2013\u2014()"))
    if _LOOKED_INTO.match(place):
        return None
    if place.endswith(("D.C", "N.Y", "N.J")):
        place += "."
    titled = in_title_case(place) if place.isupper() and "," in place else place
    if titled != place and find_place(titled, dated=dated):
        return place
    parts = [part.strip() for part in place.split(",")]
    if _is_headline(place, parts):
        return None
    if not 1 <= len(parts) <= 5 or any(not part or not part[0].isupper() for part in parts) or len(place) > 150:
        return None
    if len(parts) == 1:
        return place if _venues().search(place) or place in _TOWNS or _EN_ROUTE.fullmatch(place) else None
    where = _is_house_in_house(place) or _ends_in_region(parts)
    return place if where or (dated and len(parts) <= 3 and all(_REGION.fullmatch(part) for part in parts)) else None


def _ends_in_region(parts: list[str]) -> bool:
    """Whether the last part of a place is a region or a country, or a town behind a house: `Sample Hotel, Beijing`."""
    last = parts[-1]
    if last in _regions() or last.rstrip(".") in _regions() or find_country(last):
        return True
    return len(parts) == _HOUSE_AND_TOWN and bool(_venues().match(parts[0]) and _REGION.fullmatch(last))
