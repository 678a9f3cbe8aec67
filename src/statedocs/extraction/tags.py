"""Tags of a page: the pills that a WordPress page ends with, and the lines that a text dump makes of them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from statedocs.extraction.line_roles import is_department
from statedocs.extraction.page import Element, Gone
from statedocs.extraction.text import collapse
from statedocs.vocabulary import find_bureau, find_country
from statedocs.vocabulary.countries import Country

RULE: Final = "tags"
"""Under which the tags of a text are removed."""
_CUT: Final = re.compile(r"\u2026|\.\.\.")
"""Stands for steps that are left out."""
_LONGEST: Final = 14
"""Words of the longest name of a bureau."""


def tags_of(pills: Sequence[Element], gone: Sequence[Gone]) -> list[str]:
    """The tags of a page: of its pills, else of the lines below `Tags` in a text."""
    found = [text for pill in pills if (text := collapse("".join(map(str, pill.itertext()))))]
    if found:
        return found
    elements = [entry.element for entry in gone if entry.rule == RULE and entry.element is not None]
    lines = [text for element in elements if (text := collapse("".join(map(str, element.itertext()))))]
    lines = [line for line in lines if line.casefold() != RULE and not is_department(line)]
    if len(lines) == 1:
        return list(parted(lines[0]))
    return [tag for line in lines for tag in _parted_names(line)]


def _parted_names(line: str) -> list[str]:
    """The tags of one line of several: pills side by side where all of it is names of bureaus and countries."""
    tags = list(parted(line))
    return tags if all(_known(words := tag.split(), 0) == len(words) for tag in tags) else [line]


def parted(line: str) -> Iterator[str]:
    """The tags that a dump wrote on one line: bureaus and countries are known, the words between them are one tag.

    >>> list(parted("Bureau of African Affairs Lesotho Wells"))
    ['Bureau of African Affairs', 'Lesotho', 'Wells']
    """
    words = line.split()
    unknown: list[str] = []
    at = 0
    while at < len(words):
        count = _known(words, at)
        if not count:
            unknown.append(words[at])
        else:
            yield from [" ".join(unknown)] if unknown else []
            unknown = []
            yield " ".join(words[at : at + count])
        at += count or 1
    yield from [" ".join(unknown)] if unknown else []


def steps_in(line: str) -> list[str]:
    """The steps of a breadcrumb that a dump wrote without signs between; empty where no office follows `Home`.

    >>> steps_in("Home Office of the Spokesperson Press Releases \u2026 Sample Wells hide")
    ['Home', 'Office of the Spokesperson', 'Press Releases', 'Sample Wells']
    """
    words = line.split()
    count = _known(words, 1) if words[:1] == ["Home"] else 0
    if not count or not find_bureau(" ".join(words[1 : count + 1])):
        return []
    rest = " ".join(words[count + 1 :]).removesuffix(" hide")
    return ["Home", " ".join(words[1 : count + 1]), *(step.strip() for step in _CUT.split(rest) if step.strip())]


def _known(words: Sequence[str], at: int) -> int:
    """How many words from here on name a bureau or country; zero if they name none."""
    for count in range(min(_LONGEST, len(words) - at), 0, -1):
        name = " ".join(words[at : at + count])
        if find_country(name) or find_bureau(name):
            return count
    return 0


def countries_in(tags: Sequence[str]) -> list[tuple[Country, str]]:
    """The countries among the tags of a page, each with the tag."""
    return [(country, tag) for tag in tags for country in find_country(tag)]
