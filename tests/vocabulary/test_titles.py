import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.vocabulary.countries import Country, all_countries
from statedocs.vocabulary.titles import country_by_path, country_by_slug, country_in

GUIDE = (
    "A Guide to the United States’ History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776"
)
FRAMES = [
    "{}",
    "U.S. Relations With {}",
    "U.S.-{} Relations",
    "Background Note: {}",
    "Background Notes:  {}, March 1998",
    "{} (05/03)",
    "2019 Country Reports on Human Rights Practices: {}",
    "Country Reports on Human Rights Practices for 2011: {}",
    "{} Travel Advisory",
    "{} - Level 4: Do Not Travel",
    "{} 2013 Human Rights Report",
    "U.S.-{} Joint Statement",
    GUIDE + ": {}",
]

ISRAEL = "Israel, Golan Heights, West Bank, and Gaza – Israel and the Golan Heights"


@pytest.mark.parametrize(
    ("title", "codes", "written"),
    [
        ("Peru", ["PE"], "Peru"),
        ("BACKGROUND NOTES: MALI, APRIL 1993", ["ML"], "MALI"),
        ("Background Notes: Republic of Rwanda", ["RW"], "Republic of Rwanda"),
        ("U.S. Relations With The Gambia", ["GM"], "The Gambia"),
        ("U.S. Relations With the Netherlands", ["NL"], "Netherlands"),
        ("Gambia, The (08/05)", ["GM"], "Gambia, The"),
        ("2017 Country Reports on Human Rights Practices: Congo, Republic of the", ["CG"], "Congo, Republic of the"),
        ("Background Note: Congo, Democratic Republic of the", ["CD"], "Congo, Democratic Republic of the"),
        (f"2018 Country Reports on Human Rights Practices: {ISRAEL}", ["IL"], ISRAEL),
        ("U.S.-CÔTE D’IVOIRE RELATIONS", ["CI"], "CÔTE D’IVOIRE"),
        ("2023 Country Reports on Human Rights Practices: Turkey (Türkiye)", ["TR"], "Turkey (Türkiye)"),
        ("Burma (Myanmar) Travel Advisory", ["MM"], "Burma (Myanmar)"),
        ("Israel, The West Bank and Gaza Travel Advisory", ["IL", "PS"], "Israel, The West Bank and Gaza"),
        (GUIDE + ": Hungary", ["HU"], "Hungary"),
        (GUIDE + ": Kingdom of Ruritania", [None], "Kingdom of Ruritania"),
        (GUIDE + ": Duchy of Ruritania (1848–49)*", [None], "Duchy of Ruritania (1848–49)*"),
        ("A Guide to … since 1776: Hungary", ["HU"], "Hungary"),
        ("Peru’s Independence Day", ["PE"], "Peru"),
        ("Tibet Travel Warning", [None], "Tibet"),
        ("2024 Fiscal Transparency Report: Peru", ["PE"], "Peru"),
        (
            "2018 Report on International Religious Freedom: China (Includes Hong Kong and Macau)—Hong Kong",
            ["HK"],
            "China (Includes Hong Kong and Macau)—Hong Kong",
        ),
        (
            "2021 Report on International Religious Freedom: Israel, West Bank and Gaza—Israel",
            ["IL"],
            "Israel, West Bank and Gaza—Israel",
        ),
    ],
)
def test_titles_tell_their_country(title: str, codes: list[str | None], written: str) -> None:
    found = country_in(title)
    assert [match.country.code for match in found] == codes
    assert {match.as_written for match in found} == {written}


@pytest.mark.parametrize(
    "title",
    [
        "",
        "May 2010",
        "IV. Country Training Activities--Africa",
        "Daily Press Briefing",
        "Georgia Tech Commencement",
        "Remarks With Jordanian Friends",
        "Remarks in Peru",
        "Peru - Chile Relations With Bolivia",
        "United States – Peru Consultations",
        "Worldwide Caution",
        "U.S. Relations With Congo",
        "Trafficking in Persons Report 2011",
        "Bilateral Relations",
        "Visa Bulletin For March 2023",
        "Travel Advisory",
        "U.S. Relations",
        "Peru " * 41,
    ],
)
def test_other_titles_tell_none(title: str) -> None:
    assert country_in(title) == ()


@given(st.sampled_from(FRAMES), st.sampled_from(all_countries()), st.data())
def test_every_spelling_is_found_in_every_frame(frame: str, country: Country, data: st.DataObject) -> None:
    written = data.draw(st.sampled_from([country.name, *country.spellings]))
    found = country_in(frame.format(written))
    assert [match.country for match in found] == [country]
    assert found[0].as_written in frame.format(written)


@pytest.mark.parametrize(
    ("slug", "codes"),
    [
        ("cote-divoire", ["CI"]),
        ("turkey-turkiye", ["TR"]),
        ("u-s-relations-with-turkey-turkiye", ["TR"]),
        ("trinidad-tobago", ["TT"]),
        ("burma", ["MM"]),
        ("turkey", ["TR"]),
        ("israel-west-bank-and-gaza", ["IL", "PS"]),
        ("bahamas-the", ["BS"]),
        ("thebahamas", ["BS"]),
        ("china-includes-tibet-hong-kong-and-macau", ["CN"]),
        ("china-includes-hong-kong-macau-tibet-and-xinjiang", ["CN"]),
        ("u-s-relations-with-kenya", ["KE"]),
        ("united-states", ["US"]),
        ("malaysia-2", ["MY"]),
        ("cuba__trashed", ["CU"]),
        ("peru9803", ["PE"]),
        ("italy9507", ["IT"]),
        ("southafrica9501", ["ZA"]),
        ("haiti-travel-advisory", ["HT"]),
        ("950512db", []),
        ("35762", []),
        ("__trashed", []),
        ("human-rights", []),
    ],
)
def test_slugs_and_file_names_tell_their_country(slug: str, codes: list[str]) -> None:
    assert [country.code for country in country_by_slug(slug)] == codes


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("/r/pa/ei/bgn/35762.htm", ["PE"]),
        ("/r/pa/ei/bgn/1.htm", []),
        ("/countries-areas/peru/", ["PE"]),
        ("/reports/2019-country-reports-on-human-rights-practices/cote-divoire/?x=1", ["CI"]),
        ("/ERC/bgnotes/wha/peru9411.html", ["PE"]),
        ("/countries/peru/index.html", ["PE"]),
        ("/p/wha/rls/fs/", []),
        ("/", []),
    ],
)
def test_addresses_tell_their_country(path: str, codes: list[str]) -> None:
    assert [country.code for country in country_by_path(path)] == codes


def test_a_list_of_countries_is_about_each() -> None:
    found = country_in("Custom Report Excerpts: Cuba, Trinidad and Tobago, and Mali")
    assert [(match.country.code, match.as_written) for match in found] == [
        ("CU", "Cuba"),
        ("TT", "Trinidad and Tobago"),
        ("ML", "Mali"),
    ]
    assert country_in("Travel to Peru and Chile") == ()
    assert country_in("Jordan, Example") == ()
