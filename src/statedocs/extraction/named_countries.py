"""The countries that the lines of a page name where neither title nor address does: by label, heading, fact or tag."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from statedocs.extraction.leading import Line
from statedocs.extraction.page import Part
from statedocs.extraction.tags import countries_in
from statedocs.vocabulary import Country, country_in, find_country

_COUNTRY_LINE: Final = re.compile(r"Country:\s*(?P<name>[^,;]{2,60})$")
_POST: Final = re.compile(
    r"(?:Embassy|Consulate(?: General)?) of the United States,? [^|,]{2,30}, (?P<town>[^|,]{3,40})$"
    r"|U\.S\. (?:Embassy|Mission|Consulate)(?: General)?(?:(?: &| and) Consulates?)? (?:in|to) (?:the )?"
    r"(?P<country>[^|,]{3,40})$"
)
"""How the sites of posts name themselves at the head of each page."""
_LONGEST_NAME: Final = 100
_FEW: Final = 2
_MOST_TAGGED: Final = 12
"""As many as a page's classes may name."""
_HEADED: Final = 2
"""Sections before a country's name that may head a whole text: the lead and a region."""
_LEAD: Final = re.compile(r"More information about (?P<name>.{2,60}?) is available (?:on|from|at)\b", re.I)


def country_part(country: Country, as_written: str, evidence: str) -> Part:
    """A country of the record, and the words that name it."""
    return {"code": country.code, "name": country.name, "as_written": as_written, "evidence": evidence}


def country_in_lines(lines: Iterable[Line]) -> list[Part]:
    """The country that a line states, `Country: Egypt`, or that is one: `CHAD` below `Travel Warning`."""
    for line in lines:
        if line.role == "other" and len(alone := find_country(line.text.strip())) == 1:
            return [country_part(alone[0], line.text.strip(), "masthead")]
        if match := _COUNTRY_LINE.match(line.text):
            name = match.group("name").strip(" .").removesuffix(" (former)")
            found = [country_part(country, name, "masthead") for country in find_country(name)]
            return found or [{"code": None, "name": name, "as_written": name, "evidence": "masthead"}]
    return []


def country_in_body(sections: Sequence[Part]) -> list[Part]:
    """The country that the lead line or the first headings of an untitled page name."""
    if _of_several(sections):
        return []
    for section in sections[:4]:
        for block in section["blocks"][:3]:
            name = lead.group("name") if (lead := _LEAD.search(block["text"])) else ""
            if found := find_country(name) or find_country(name.removeprefix("the ")):
                return [country_part(country, name, "body") for country in found]
        heading = section["heading"]
        if heading and not find_country(heading) and (matches := country_in(heading)):
            return [country_part(match.country, match.as_written, "body") for match in matches]
    return _country_above(sections)


def _of_several(sections: Sequence[Part]) -> bool:
    """Whether headings name several countries in one form, `PERU (TIER 2)`: the page is about none of them alone."""
    named: set[str | None] = set()
    for section in sections:
        if section["heading"] and not find_country(section["heading"]):
            named.update(match.country.code for match in country_in(section["heading"]))
        if len(named) > _FEW:
            return True
    return False


def _country_above(sections: Sequence[Part]) -> list[Part]:
    """The country whose name alone heads the whole text, over sections of its own, and no other country's does.

    A chapter of a report prints region and country over its text: `South and Central Asia` / `Afghanistan`.
    """
    named = [number for number, section in enumerate(sections) if find_country(section["heading"] or "")]
    if len(named) != 1 or named[0] > _HEADED or any(section["blocks"] for section in sections[: named[0] + 1]):
        return []
    heading = sections[named[0]]["heading"]
    return [country_part(country, heading, "body") for country in find_country(heading)]


def country_heading(sections: Sequence[Part]) -> list[Part]:
    """The country whose name alone opens a chapter of a series right below the masthead."""
    named = [section for section in sections if section["heading"] and find_country(section["heading"])]
    if len(named) != 1 or sections[0]["blocks"] or named[0] is not sections[1]:
        return []
    return [country_part(country, named[0]["heading"], "body") for country in find_country(named[0]["heading"])]


def country_of_site(chrome: Iterable[str]) -> list[Part]:
    """The country whose post's site a text was dumped from, by the name of the site among what was removed."""
    for line in chrome:
        if len(line) <= _LONGEST_NAME and (post := _POST.match(line)):
            name = post["town"] or post["country"]
            if found := find_country(name):
                return [country_part(country, name, "body") for country in found]
    return []


def country_in_facts(facts: Sequence[Part]) -> list[Part]:
    """The country whose official name a profile gives."""
    for fact in facts:
        if fact["label"].lower().startswith(("official name", "country name")):
            value = fact["value"].rstrip(". ")
            return [country_part(country, value, "body") for country in find_country(value)]
    return []


def country_in_tags(tags: Sequence[str]) -> list[Part]:
    """The countries that a text is tagged with, where they are no long list of everybody."""
    found = [country_part(country, tag, "body") for country, tag in countries_in(tags) if country.code != "US"]
    return found if len(found) <= _MOST_TAGGED else []
