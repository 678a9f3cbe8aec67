"""The data files are sound: every row complete, every spelling one meaning, every code of a valid shape."""

import re

import pytest

from statedocs.extraction.page_key import page_key
from statedocs.vocabulary.bureaus import all_bureaus, find_bureau
from statedocs.vocabulary.countries import all_countries, country_by_note, find_country
from statedocs.vocabulary.document_types import all_document_types
from statedocs.vocabulary.series import all_series
from statedocs.vocabulary.spelling import fold
from statedocs.vocabulary.tables import Row, choices, read_table

TABLES = {
    "adjectives": "code",
    "bureau_addresses": "address",
    "bureaus": "name",
    "countries": "name",
    "country_groups": "spelling",
    "document_marks": "mark",
    "document_types": "slug",
    "lead_ins": "phrase",
    "series": "name",
    "title_frames": "words",
}
FORMER_COUNTRIES = {
    "AIDJ", "ANHH", "BUMM", "BYAA", "CSHH", "CSXX", "DDDE", "DYBJ", "GEHH", "HVBF", "NHVU", "NTHH", "PCHH", "PZPA",
    "RHZW", "SKIN", "SUHH", "TPTL", "VDVN", "YDYE", "YUCS", "ZRCD",
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_a_key_of_its_own_and_a_source(table: str) -> None:
    rows = read_table(table)
    keys = [(row.get("place", row.get("witness", "")), row[TABLES[table]]) for row in rows]
    assert rows
    assert len(keys) == len(set(keys))
    assert all(row["source"].strip() for row in rows)


@pytest.mark.parametrize("table", TABLES)
def test_no_cell_has_blanks_at_its_edges_or_an_empty_choice(table: str) -> None:
    for row in read_table(table):
        for cell in row.values():
            assert cell == cell.strip()
            assert all(part == part.strip() and part for part in choices(cell)), cell


def spellings(row: Row, columns: list[str]) -> list[str]:
    return [row[column] for column in columns if row[column]] + list(choices(row["spellings"]))


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("bureaus", ["name"]),
        ("countries", ["name", "long_name"]),
        ("document_types", ["name"]),
        ("series", ["name"]),
    ],
)
def test_a_spelling_stands_once_and_means_one_row(table: str, columns: list[str]) -> None:
    seen: dict[str, str] = {}
    for row in read_table(table):
        for spelling in spellings(row, columns):
            folded = fold(spelling.replace("{country}", "country"))
            assert folded not in seen, f"{spelling!r} of {row[columns[0]]} is also {seen.get(folded)!r}"
            seen[folded] = row[columns[0]]


@pytest.mark.parametrize("column", ["openings", "endings"])
def test_an_opening_or_ending_means_one_kind(column: str) -> None:
    folded = [fold(text) for row in read_table("document_types") for text in choices(row[column])]
    assert len(folded) == len(set(folded))


def test_years_are_in_order() -> None:
    years = [(bureau.first, bureau.last) for bureau in all_bureaus()]
    years += [(country.first, country.last) for country in all_countries()]
    years += [(entry.first, entry.last) for entry in all_series()]
    for first, last in years:
        assert first is None or 1776 < first < 2030
        assert last is None or (first or 0) <= last < 2030


def test_bureaus_have_valid_codes_and_known_successors() -> None:
    names = {bureau.name for bureau in all_bureaus()}
    for bureau in all_bureaus():
        assert bureau.code is None or re.fullmatch(r"[A-Z][A-Za-z/-]{0,14}", bureau.code)
        assert bureau.successor is None or (bureau.successor in names and bureau.last)
        assert not bureau.regional or (bureau.kind == "bureau" and bureau.code)


def test_addresses_are_of_bureaus_under_the_names_of_the_list() -> None:
    names = {bureau.name for bureau in all_bureaus()}
    for row in read_table("bureau_addresses"):
        assert row["name"] in names
        assert page_key(f"https://{row['address']}/") == row["address"]


def test_succession_ends() -> None:
    following = {bureau.name: bureau.successor for bureau in all_bureaus()}
    for name in following:
        met = [name]
        while following[met[-1]]:
            met.append(str(following[met[-1]]))
            assert len(met) == len(set(met))


def test_every_name_and_spelling_finds_its_bureau() -> None:
    for bureau in all_bureaus():
        for spelling in (bureau.name, *bureau.spellings):
            assert find_bureau(spelling) is bureau


def test_country_codes_are_iso_codes_or_kosovo() -> None:
    codes = [country.code for country in all_countries() if country.code]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[A-Z]{2}|[A-Z]{4}", code) for code in codes)
    assert {code for code in codes if len(code) == 4} == FORMER_COUNTRIES
    assert "XK" in codes
    assert all(country.last for country in all_countries() if country.code in FORMER_COUNTRIES)


def test_every_name_and_spelling_finds_its_country() -> None:
    for country in all_countries():
        for spelling in (country.name, country.long_name, *country.spellings):
            assert spelling is None or find_country(spelling) == (country,)


def test_notes_have_numbers_of_their_own() -> None:
    numbers = [country.note for country in all_countries() if country.note]
    assert len(numbers) == len(set(numbers)) > 150
    assert all(country_by_note(number) for number in numbers)
    assert all(number.isdigit() for number in numbers)


def test_groups_name_several_countries_each() -> None:
    for row in read_table("country_groups"):
        assert [country.code for country in find_country(row["spelling"])] == row["codes"].split()
        assert len(row["codes"].split()) >= 2


def test_document_types_are_slugs_and_marks_point_to_them() -> None:
    slugs = {kind.slug for kind in all_document_types()}
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", slug) for slug in slugs)
    assert {row["slug"] for row in read_table("document_marks")} <= slugs | {""}
    assert {row["witness"] for row in read_table("document_marks")} == {"class", "path"}


def test_frames_and_editions_are_of_known_kinds() -> None:
    assert {row["place"] for row in read_table("title_frames")} == {"before", "after", "around", "area"}
    assert all("..." in row["words"] for row in read_table("title_frames") if row["place"] == "around")
    assert {entry.edition for entry in all_series()} == {
        "", "year", "years", "fiscal-year", "month", "volume", "number",
    }  # fmt: skip
