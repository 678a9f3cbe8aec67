"""Bureaus and offices of the Department: names, symbols, years, and how pages write them."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from statedocs.vocabulary.spelling import fold, fold_slug
from statedocs.vocabulary.tables import choices, read_table, year

BureauKind = Literal[
    "bureau", "office", "staff", "mission", "commission", "agency",
    "secretary", "under-secretary", "envoy", "official",
]  # fmt: skip

_LONGEST_NAME = 300
_SYMBOL = re.compile(r"\s*\([A-Z][A-Za-z/&-]{0,15}\)[\s.]*$")


@dataclass(frozen=True, slots=True)
class Bureau:
    """A bureau or office under one of its names.

    A body that was renamed has a row for every name, so that a page of 1998 keeps `Bureau of Inter-American
    Affairs`. The kinds secretary, under-secretary, envoy and official name a post too: under a person's name they
    are that person's role.
    """

    name: str
    code: str | None
    kind: BureauKind
    regional: bool
    """Regional bureaus say what a page is about, functional ones that they issue it (classes of WordPress)."""
    first: int | None
    last: int | None
    successor: str | None
    spellings: tuple[str, ...]
    source: str


@cache
def all_bureaus() -> tuple[Bureau, ...]:
    """Every row of the data, in its order."""
    return tuple(
        Bureau(
            name=row["name"],
            code=row["code"] or None,
            kind=cast("BureauKind", row["kind"]),
            regional=row["scope"] == "regional",
            first=year(row["first"]),
            last=year(row["last"]),
            successor=row["successor"] or None,
            spellings=choices(row["spellings"]),
            source=row["source"],
        )
        for row in read_table("bureaus")
    )


@cache
def _by_spelling() -> dict[str, Bureau]:
    index: dict[str, Bureau] = {}
    for bureau in all_bureaus():
        for spelling in (bureau.name, *bureau.spellings):
            index.setdefault(fold(spelling), bureau)
    for bureau in all_bureaus():
        short = fold(bureau.name).removeprefix("bureau of ")
        if bureau.kind == "bureau" and " " in short:  # menus write `Global Public Affairs`
            index.setdefault(short, bureau)
    return index


@cache
def lead_ins() -> tuple[str, ...]:
    """Phrases before the name of an issuing body (`Released by`), longest first."""
    return tuple(sorted((row["phrase"] for row in read_table("lead_ins")), key=len, reverse=True))


@cache
def _folded_lead_ins() -> tuple[str, ...]:
    return tuple(fold(phrase) + " " for phrase in lead_ins())


def find_bureau(text: str) -> Bureau | None:
    """The body of which the whole text is a written name, if it is in the vocabulary.

    Lead-ins (`Released by the`), a symbol in parentheses and the Department's own name around it may stand there.

    >>> find_bureau("Released by the Bureau for Democracy, Human Rights & Labor (DRL)").code
    'DRL'
    >>> find_bureau("Human rights in Peru") is None
    True
    """
    if len(text) > _LONGEST_NAME:
        return None
    index = _by_spelling()
    folded = fold(_SYMBOL.sub("", text))
    found = index.get(folded)
    if found is None:
        for phrase in _folded_lead_ins():
            folded = folded.removeprefix(phrase)
        found = index.get(folded.removesuffix(" us department of state"))
    return found


def bureau_by_slug(slug: str) -> Bureau | None:
    """The body that a WordPress class or address names, without its prefix `state_bureaus-`.

    >>> bureau_by_slug("bureau-of-african-affairs").code
    'AF'
    """
    return _by_spelling().get(fold_slug(slug))


@cache
def _by_code() -> dict[str, Bureau]:
    return {bureau.code: bureau for bureau in reversed(all_bureaus()) if bureau.code}


def bureau_by_code(code: str) -> Bureau | None:
    """The body of a symbol, as the Foreign Affairs Manual names an office of origin.

    >>> bureau_by_code("CA/VO").name
    'Office of Visa Services'
    """
    return _by_code().get(code)
