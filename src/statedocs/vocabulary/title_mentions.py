"""Countries that a title names among other words, in forms that leave no doubt whom it is about."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from statedocs.vocabulary.adjectives import any_adjective, code_of_adjective
from statedocs.vocabulary.countries import all_countries, find_country
from statedocs.vocabulary.title_words import countries_anywhere
from statedocs.vocabulary.titles import CountryMatch

_MOST_WORDS: Final = 6
_SMALL: Final = re.compile(r"(?<= )(?:And|By|For|From|In|Of|On|The|To|With)(?= )")
_OWNER: Final = re.compile(r"(?P<name>[A-Z\u00c0-\u00de][^,:;()\u2013\u2014]*?)[\u2019']s?(?= )")
_PARTNER: Final = re.compile(
    r"\b(?:U\.S\.|United States)(?: and (?:the )?| ?[-\u2013\u2014\u2011] ?)"
    r"(?P<name>[A-Z\u00c0-\u00de][^,:;()\u2013\u2014]*)"
)
_ASIDE: Final = re.compile(r"\((?P<name>[^()]{3,40})\)$")
_POST: Final = re.compile(
    r"\b(?:Embassy|Consulate(?: General)?) [A-Z\u00c0-\u00de][^,:;]{1,30}, (?P<name>[^,:;()]{3,40})$"
)
_JOURNEY: Final = re.compile(r"\b(?:Travel|Trip|Visit)s? to (?P<names>[A-Z\u00c0-\u00de][^:;()]*)$")
_DAY: Final = re.compile(
    r"(?P<name>[A-Z\u00c0-\u00de][^,:;()\u2013\u2014]*) (?:National|Independence|Republic|Constitution|Liberation) Day$"
)
_NAME_LAST: Final = r"(?:the )?(?P<name>[A-Z\u00c0-\u00de][^,:;()\u2013\u2014]{2,50})$"
_NAME_GIVEN: Final = (
    r"(?:the )?(?P<name>[A-Z\u00c0-\u00de][^,:;()\u2013\u2014]{2,50}?)"
    r"(?:$| (?:After|Against|Amid|Before|During|Following|for|For|Since|Through|Under|in|In) )"
)
_BEFALLS: Final = re.compile(
    r"\b(?:Abuses?|Violations?|Violence|Elections?|Crisis|Situation|Conflict|Attacks?|Bombings?|Fighting|Killings|Unrest"
    r"|Casualties|Famine|Drought|Flooding|Floods|Earthquakes?|Ceasefire|Coup|Human Rights|Religious Freedom|Democracy"
    r"|Demining|Destruction|Adoptions?|Trafficking|Refugees|Reforms?|Transition|Peace|Genocide|Atrocities|Cholera|Ebola"
    r"|Assistance|Developments?|Progress|Programs|Services|Fees|Doing Business|Investment Climate|War|Operations)"
    rf" (?:[Ii]n) {_NAME_LAST}"
)
"""What happens in a country whose name ends the title: `\u2026 Human Rights Abuses in Burundi`."""
_WITHIN: Final = re.compile(
    r"\b[Ii]n (?P<names>(?:[Tt]he )?[A-Z\u00c0-\u00de][^:;()]*?)"
    r"(?:$|:| (?:After|Against|Amid|Before|by|By|During|Following|for|For|Since|Through|Under|Without) )"
)
"""Where all that the title tells of is: `Arrest of Two Reporters in Sample Land`."""
_GATHERED: Final = re.compile(
    r"\b(?:Address(?:es)?|Appearances?|Arrives?|Arrivals?|Attends|Availability|Briefings?|Celebrations?|Commencement"
    r"|Ceremon(?:y|ies)|Conferences?|Consultations|Conversations?|Dedication|Delegation|Dialogues?|Dinner|Discussions?|Events?|Exhibit(?:ion)?s?"
    r"|Exercises?|Expo|Fairs?|Festivals?|Forums?|Games|Gatherings?|Greetings|Hosts|Interviews?|Joins|Keynote|Leads|Lectures?"
    r"|Lunch(?:eon)?|Meets|Meetings?|Ministerials?|Negotiations|Olympics?|Opening|Panel|Participates|Q&A"
    r"|Reception|Remarks|Retreat|Rounds?|Roundtables?|Seminars?|Sessions?|Signing|Speaks|Speech|Stops?|Summits?|Symposium"
    r"|Talks|Testimony|Toasts?|Tours?|Town(?: ?[Hh]all)?|Training|Travels?|Trips?|Visits?|Week|Workshops?"
    r"|Secretary|With)\b"
)
"""What is held at a place, or who came there: the place is none that the title says something of."""
_GIVEN: Final = re.compile(
    r"(?=\b(?:(?:People|Government) of|(?:Assistance|Aid|Relief|Support|Plan|Funding) (?:to|for)"
    r"|Sanctions (?:on|against|Against)"
    r"|(?:Agreement|Alliance|Chapter|Consultations|Cooperation|Dialogue|Engagement|Friendship|Partnership|Talks|Trade)"
    r" [Ww]ith"
    rf"|(?:Departure|Evacuation|Refugees|Removal\b.*|Withdrawal) [Ff]rom) {_NAME_GIVEN})"
)
"""To whom something is given, with whom shared, whence taken: `\u2026 Assistance for the People of South Sudan`."""
_TOPIC: Final = re.compile(r"\bon (?:the )?(?=(?P<name>[A-Z\u00c0-\u00de][^,:;()\u2013\u2014]*))")
"""What something is on, whatever follows: `Background Briefing on the Iran Nuclear Negotiations`."""
_BETWEEN: Final = re.compile(
    r"\b[Bb]etween (?P<names>(?:the )?[A-Z\u00c0-\u00de][^:;()]*? and (?:the )?[A-Z\u00c0-\u00de][^:;(),]*)$"
)
_SUBJECT: Final = re.compile(r"\bon (?:the )?(?P<names>[A-Z\u00c0-\u00de][^:;()]*)$")
"""What a briefing, a statement, talks are on: `Briefing With Ambassador Example on Sample Land`."""
_LEADER: Final = (
    r"(?:President|Premier|Chancellor|King|Queen|Emir|Amir|Sultan|Prince|Ministers?|Secretary|Ambassador|Envoy|Speaker|Leaders?"
    r"|Counterpart|PM|FM|Officials?|Authorities|Government|Parliament|Delegation)"
)
_OF: Final = re.compile(
    rf"\b{_LEADER}\b(?P<between>[^;:()]*?)\bof (?:the )?"
    r"(?=(?P<name>[A-Z\u00c0-\u00de][^,:;()\u2013\u2014]*))"
)
"""Who leads a country, by its name: `Remarks With Foreign Minister Example of Mali`."""
_ELSEWHERE: Final = re.compile(
    r"\b(?:Academy|Association|Banks?|Board|Chamber|Church|Club|College|Commission|Company|Conference|Corporation|Council|Fund"
    r"|Embassy|Gulf|Institute|Mission|Organization|School|Society|Union|University)\b"
)
"""What else has a president."""
_STATE: Final = (
    rf"(?:{_LEADER}|Ambassadors|Armed Forces|Army|Ceasefire|Civil Society|Constitution|Crisis|Elections?|Independence"
    r"|Adoptions?|Earthquake|Emergency|Hostages|Sanctions|Talks|Update"
    r"|Military|Negotiations|Opposition|People|Referendum|Refugees|Regime|Revolution|Transition)"
)
_QUALIFIED: Final = (
    r"(?:(?:Acting|Affairs|Agriculture|Civil|Commerce|Crown|Defen[cs]e|Deputy|Development|Economic|Economics|Economy|Education"
    r"|Energy|Environment|External|Finance|First|Foreign|Former|General|Health|Humanitarian|Interim|Interior|Internal|Justice"
    r"|Legislative|Local|National|Nuclear|Parliamentary|Peace|Political|Presidential|Prime|Security|State|Trade|Transitional"
    r"|Vice|and|of) )*"
)
_NAMED: Final = re.compile(rf"(?<=[a-z]) {_QUALIFIED}{_STATE}\b")
"""The same behind a country's name: `Tajikistan Foreign Minister`."""
_OTHER: Final = (
    r"(?:Americans?|Channel|Language|Marshall|New Year|Ocean|Quarter|School|Speakers|Text|Translation|Version)\b"
)
"""What is called so without being of the country: `German Marshall Fund`."""
_OF_LAST: Final = re.compile(rf"\bof {_NAME_LAST}")
_US: Final = re.compile(
    r"(?:the )?United States(?: of America)?(?:,| and) ?| and (?:the )?United States(?: of America)?$"
)
_JOINT: Final = re.compile(r"(?:, and|,| and) ")
_ENDED: Final = re.compile(
    r"(?::| [-\u2013\u2014]) (?:the |The )?(?P<name>[A-Z\u00c0-\u00de][^:;()\u2013\u2014]{2,50})$"
)
"""What a title ends with behind a mark: `The Sample Initiative: Honduras`."""
_WATERS: Final = re.compile(r" (?:Basin|Delta|Lake|River|Sea|Strait|Worm)s?\b")
_TOWN: Final = 2
_PARTED: Final = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
_OWNED_BY_OTHERS: Final = frozenset({"GE", "JO", "TD"})
"""Whose short names are those of persons, or of a state of the Union; a partner or a post is the country."""
_PART: Final = frozenset(
    "new north south east west northern southern eastern western central upper lower greater".split()
)
"""Before a country's name they make another place of it: `New Mexico`, `South China Sea`."""


def countries_named(title: str) -> tuple[CountryMatch, ...]:
    """The countries of which a title says something: as owner, partner, goal of a journey, place of a post, or aside.

    >>> [match.country.code for match in countries_named("Further Measures on Cuba’s Ports")]
    ['CU']
    >>> [match.country.code for match in countries_named("Joint Statement on the U.S.-Serbia Dialogue")]
    ['RS']
    >>> countries_named("Remarks in Lima, Peru")
    ()
    """
    said = in_title_case(title) if title.isupper() else title
    found = {(match.country.code, match.country.name): match for match in _mentions(said)}
    for country, name in countries_anywhere(said, held=_GATHERED.search(said) is not None):
        found.setdefault((country.code, country.name), CountryMatch(country, name))
    if said != title:
        return tuple(CountryMatch(one.country, _in(title, one.as_written)) for one in found.values())
    return tuple(found.values())


def in_title_case(title: str) -> str:
    """A title in capitals as others are written, letter for letter: `U.S. ASSISTANCE TO HAITI`."""
    small = title.title()
    return _SMALL.sub(lambda word: word[0].lower(), small.replace("\u2019S", "\u2019s").replace("'S", "'s"))


def _in(title: str, name: str) -> str:
    start = title.casefold().find(name.casefold())
    return title[start : start + len(name)] if start >= 0 else name


def _mentions(title: str) -> Iterator[CountryMatch]:
    for owner in _OWNER.finditer(title):
        yield from _last_words(owner.group("name"))
    for partner in _PARTNER.finditer(title):
        yield from _first_words(partner.group("name"))
    for listed in filter(None, (_JOURNEY.search(title), _SUBJECT.search(title))):
        visited = [_matches(name.removeprefix("the ")) for name in _PARTED.split(listed.group("names"))]
        yield from (match for matches in visited for match in matches if all(visited))
    yield from _told(title)
    yield from _led(title)
    if day := _DAY.search(title):
        yield from _last_words(day.group("name"))
    for subject in (*_BEFALLS.finditer(title), *_GIVEN.finditer(title)):
        yield from _matches(subject.group("name"))
    if post := _POST.search(title):
        yield from _matches(post.group("name"))
    if aside := _ASIDE.search(title):
        yield from _matches(aside.group("name"))


def _told(title: str) -> Iterator[CountryMatch]:
    """What something is on, and where something happens."""
    yield from _first_of(title)
    if ended := _ENDED.search(title):
        yield from _matches(ended["name"])
    for topic in _TOPIC.finditer(title):
        yield from _whole_words(topic["name"])
    if (within := _WITHIN.search(title)) and not _GATHERED.search(title, 0, within.start()):
        yield from _places(within["names"])
    if between := _BETWEEN.search(title):
        yield from _places(_US.sub("", between["names"]))


def _first_of(title: str) -> Iterator[CountryMatch]:
    """The countries with whose names a title begins: `Burma Sample Requirements`, `Peru and Chile Sign …`."""
    rest = title
    while found := _whole_words(rest.removeprefix("the ")):
        yield from found
        rest = rest.removeprefix("the ")[len(found[0].as_written) :]
        joint = _JOINT.match(rest)
        rest = rest[joint.end() :] if joint else ""


def _places(names: str) -> Iterator[CountryMatch]:
    """The countries of a list of nothing else; the last of a town and its country: `Lima, Peru`."""
    parts = [re.sub("^[Tt]he ", "", name) for name in _PARTED.split(names)]
    places = [_matches(part) for part in parts]
    if all(places):
        yield from (match for matches in places for match in matches)
    elif len(parts) == _TOWN and "," in names and not places[0] and not _is_of_others(places[1]):
        yield from places[1]


def _led(title: str) -> Iterator[CountryMatch]:
    """Whose leader, or what of a state."""
    for leader in _OF.finditer(title):
        if not _ELSEWHERE.search(leader["between"]):
            yield from _whole_words(leader["name"])
    if (last := _OF_LAST.search(title)) and not _ELSEWHERE.search(title, 0, last.start()):
        yield from _matches(last["name"])
    for native in _native().finditer(title):
        yield from _matches_of(native.group("adjective"))
    for named in _NAMED.finditer(title):
        yield from _last_words(title[: named.start()])


def _is_of_others(found: Sequence[CountryMatch]) -> bool:
    return any(match.country.code in _OWNED_BY_OTHERS for match in found)


def _last_words(text: str) -> tuple[CountryMatch, ...]:
    """The country whose name ends the words before an apostrophe, the longest that is one."""
    words = text.split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        if found := _matches(" ".join(words[-count:])):
            part = count < len(words) and words[-count - 1].lower() in _PART
            return () if part or _is_of_others(found) else found
    return ()


def _first_words(text: str) -> tuple[CountryMatch, ...]:
    words = text.split()
    heads = (" ".join(words[:count]) for count in range(min(len(words), _MOST_WORDS), 0, -1))
    return next((found for head in heads if (found := _matches(head.removesuffix("\u2019s")))), ())


@cache
def _native() -> re.Pattern[str]:
    """Whoever or whatever is told by an adjective: `Turkish Foreign Minister`, `Kyrgyz Displaced Persons`."""
    return re.compile(rf"(?<!\w)(?P<adjective>{any_adjective()})(?=[ -][A-Z])(?! {_OTHER})")


def _matches_of(adjective: str) -> tuple[CountryMatch, ...]:
    code = code_of_adjective(adjective)
    return tuple(CountryMatch(country, adjective) for country in all_countries() if country.code == code)


def _whole_words(text: str) -> tuple[CountryMatch, ...]:
    """The country that words begin with, unless what follows may be more of a name: `President of Georgia Tech`."""
    found = _first_words(text)
    rest = text[len(found[0].as_written) :] if found else ""
    more = rest[1:2].isupper() and _is_of_others(found)
    return () if more or _WATERS.match(rest) else found


def _matches(name: str) -> tuple[CountryMatch, ...]:
    return tuple(CountryMatch(country, name) for country in find_country(name) if country.code != "US")
