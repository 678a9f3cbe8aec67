import pytest

from statedocs.vocabulary.countries import all_countries, country_by_note, country_by_stem, find_country


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Peru", ["PE"]),
        ("PERU", ["PE"]),
        ("Republic of Rwanda", ["RW"]),
        ("Arab Republic of Egypt", ["EG"]),
        ("Cote d'Ivoire", ["CI"]),
        ("Côte d’Ivoire", ["CI"]),
        ("Burma", ["MM"]),
        ("Myanmar", ["MM"]),
        ("Burma (Myanmar)", ["MM"]),
        ("The Gambia", ["GM"]),
        ("Gambia, The", ["GM"]),
        ("Swaziland", ["SZ"]),
        ("Macedonia", ["MK"]),
        ("Holy See", ["VA"]),
        ("Congo (Brazzaville)", ["CG"]),
        ("Congo, Democratic Republic of the", ["CD"]),
        ("Zaire", ["ZRCD"]),
        ("Korea, North", ["KP"]),
        ("Republic of Korea", ["KR"]),
        ("Turkey (Türkiye)", ["TR"]),
        ("Türkiye", ["TR"]),
        ("Czechia", ["CZ"]),
        ("Cape Verde", ["CV"]),
        ("East Timor", ["TL"]),
        ("St. Vincent & the Grenadines", ["VC"]),
        ("Kosovo", ["XK"]),
        ("Hong Kong S.A.R.", ["HK"]),
        ("Tibet", [None]),
        ("Golan Heights", [None]),
        ("West Bank", ["PS"]),
        ("Western Sahara", ["EH"]),
        ("Soviet Union", ["SUHH"]),
        ("Yugoslavia", ["YUCS"]),
        ("Serbia and Montenegro", ["CSXX"]),
        ("Netherlands Antilles", ["ANHH"]),
        ("German Democratic Republic", ["DDDE"]),
        ("Georgia", ["GE"]),
        ("United States of America", ["US"]),
        ("Israel, West Bank and Gaza", ["IL", "PS"]),
        ("Israel, Golan Heights, West Bank, and Gaza", ["IL", "PS"]),
        ("Israel and The Occupied Territories", ["IL", "PS"]),
        ("China (Includes Hong Kong, Macau, and Tibet)", ["CN"]),
        ("China (Includes Hong Kong, Macau, and Tibet) - Macau", []),
        ("North Korea (Democratic People's Republic of Korea)", ["KP"]),
        ("Congo, Dem. Rep. of the", ["CD"]),
        ("Russia-Occupied Areas of Ukraine", ["UA"]),
        ("Crimea", [None]),
        ("Mainland China, Hong Kong & Macau", ["CN", "HK", "MO"]),
        ("Kampuchea", ["KH"]),
        ("Upper Volta", ["HVBF"]),
        ("Panama Canal Zone", ["PZPA"]),
        ("Macedonia, FYR", ["MK"]),
        ("Curaçao", ["CW"]),
        ("Åland Islands", ["AX"]),
    ],
)
def test_written_names_are_found(written: str, codes: list[str | None]) -> None:
    assert [country.code for country in find_country(written)] == codes


@pytest.mark.parametrize(
    "text", ["", "Congo", "Korea", "Africa", "Worldwide", "Peru (Chile)", "Georgia Tech", "Lima, Peru"]
)
def test_other_and_ambiguous_names_are_not(text: str) -> None:
    assert find_country(text) == ()


def test_every_country_and_area_of_iso_3166_is_here() -> None:
    """ISO 3166-1 has 249; Kosovo's `XK` is none of them."""
    codes = {country.code for country in all_countries() if country.code and len(country.code) == 2}
    assert len(codes - {"XK"}) == 249


def test_a_stem_is_a_name_in_one_word() -> None:
    assert [country.name for stem in ("southafrica", "thebahamas") for country in country_by_stem(stem)] == [
        "South Africa",
        "The Bahamas",
    ]
    assert country_by_stem("africa") == ()


def test_background_notes_have_numbers() -> None:
    country = country_by_note("35762")
    assert country is not None
    assert country.name == "Peru"
    assert country_by_note("1") is None
