"""The adjectives of countries: `Malian` and Mali."""

import re
from collections.abc import Mapping
from functools import cache

from statedocs.vocabulary.tables import choices, read_table


@cache
def _by_code() -> Mapping[str, frozenset[str]]:
    return {row["code"]: frozenset(choices(row["adjectives"])) for row in read_table("adjectives")}


@cache
def _by_adjective() -> Mapping[str, str]:
    return {adjective: code for code, adjectives in _by_code().items() for adjective in adjectives}


def adjectives_of(code: str) -> frozenset[str]:
    """The adjectives of the country with a code; none where the file has none.

    >>> sorted(adjectives_of("NL"))
    ['Dutch', 'Netherlands']
    """
    return _by_code().get(code, frozenset())


def code_of_adjective(word: str) -> str | None:
    """The code of the country whose adjective words are, capitals and all."""
    return _by_adjective().get(word)


@cache
def any_adjective() -> str:
    """A pattern that matches every adjective, the longest first."""
    return "(?:" + "|".join(map(re.escape, sorted(_by_adjective(), key=len, reverse=True))) + ")"
