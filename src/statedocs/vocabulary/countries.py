"""Countries and areas under the Department's own names, with ISO 3166 codes."""

from dataclasses import dataclass
from functools import cache

from statedocs.vocabulary.spelling import fold
from statedocs.vocabulary.tables import choices, read_table, year

_POSTS = ("usembassy.gov", "usconsulate.gov", "usmission.gov", "usembassy-china.org.cn")
"""Where the sites of posts were."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or area.

    Attributes:
        code: ISO 3166-1 alpha-2, `XK` for Kosovo, ISO 3166-3 for former countries; None for areas without one.
        note: Number of its Background Note, as in `/r/pa/ei/bgn/35762.htm`.
    """

    name: str
    code: str | None
    long_name: str | None
    first: int | None
    last: int | None
    note: str | None
    spellings: tuple[str, ...]
    source: str


@cache
def all_countries() -> tuple[Country, ...]:
    """Every row of the data, in its order."""
    return tuple(
        Country(
            name=row["name"],
            code=row["code"] or None,
            long_name=row["long_name"] or None,
            first=year(row["first"]),
            last=year(row["last"]),
            note=row["note"] or None,
            spellings=choices(row["spellings"]),
            source=row["source"],
        )
        for row in read_table("countries")
    )


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in all_countries() if country.code}


def country_by_host(host: str) -> Country | None:
    """The country of a post's site, whose first label is its code (the United Kingdom's is `uk`), its name or a town.

    >>> country_by_host("pe.usembassy.gov").name
    'Peru'
    """
    site = next((site for site in _POSTS if host.lower().endswith(f".{site}")), None)
    if site is None:
        return None
    label = host.lower().removesuffix(f".{site}").rpartition(".")[2]  # `spanish.peru.usembassy.gov` is Peru's
    if site == "usembassy.gov" and (found := _by_code().get({"uk": "GB"}.get(label, label.upper()))):
        return found
    named = _by_stem().get(label, ())
    return named[0] if len(named) == 1 else _by_code().get(_towns().get(label, ""))


@cache
def _towns() -> dict[str, str]:
    """Country code by the town that sites of posts were called by."""
    return {row["town"]: row["code"] for row in read_table("post_hosts")}


@cache
def _by_spelling() -> dict[str, tuple[Country, ...]]:
    index: dict[str, tuple[Country, ...]] = {}
    for country in all_countries():
        for spelling in (country.name, country.long_name, *country.spellings):
            if spelling:
                index.setdefault(fold(spelling), (country,))
    by_code = {country.code: country for country in all_countries()}
    for row in read_table("country_groups"):
        index.setdefault(fold(row["spelling"]), tuple(by_code[code] for code in row["codes"].split()))
    return index


@cache
def _by_stem() -> dict[str, tuple[Country, ...]]:
    stems = {folded.replace(" ", ""): found for folded, found in _by_spelling().items()}
    for folded, found in _by_spelling().items():  # an address drops `&`: `trinidad-tobago`
        stems.setdefault(folded.replace(" and ", " ").replace(" ", ""), found)
    return stems


@cache
def _by_note() -> dict[str, Country]:
    return {country.note: country for country in all_countries() if country.note}


def countries_of(folded: str) -> tuple[Country, ...]:
    """The countries of a name that `fold` has folded; the look-up under `find_country`."""
    return _by_spelling().get(folded, ())


def find_country(text: str) -> tuple[Country, ...]:
    """The country of which the whole text is a written name; two for a combined name; none if unknown.

    >>> [country.code for country in find_country("Israel, West Bank and Gaza")]
    ['IL', 'PS']
    >>> find_country("Congo")  # two countries
    ()
    """
    found = countries_of(fold(text))
    if not found and "(" in text:  # `Burma (Myanmar)`, `China (Includes Hong Kong and Macau)`
        outer, _, inner = text.partition("(")
        inner, _, behind = inner.partition(")")
        if behind.strip(" ."):
            return ()  # `China (Includes Hong Kong and Macau) - Macau` names one of these
        named, aside = countries_of(fold(outer)), fold(inner)
        found = named if aside.startswith("includ") or named == countries_of(aside) else ()
    return found


def country_by_stem(stem: str) -> tuple[Country, ...]:
    """The country of a name written in one word, as old file names do: `southafrica`."""
    return _by_stem().get(stem) or _by_stem().get(stem.removeprefix("the"), ())


def country_by_note(number: str) -> Country | None:
    """The country of a Background Note's number: `35762` in `/r/pa/ei/bgn/35762.htm`."""
    return _by_note().get(number)
