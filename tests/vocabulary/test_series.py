import pytest

from statedocs.vocabulary.series import all_series, find_series

RIGHTS = "Country Reports on Human Rights Practices"
FAITH = "International Religious Freedom Report"
DRUGS = "International Narcotics Control Strategy Report"
GUIDE = (
    "A Guide to the United States' History of Recognition, Diplomatic, and Consular Relations, by Country, since 1776"
)
TRAINING = "Foreign Military Training and DoD Engagement Activities of Interest"


@pytest.mark.parametrize(
    ("title", "name", "edition"),
    [
        ("2019 Country Reports on Human Rights Practices: Cuba", RIGHTS, "2019"),
        ("2019 Country Report on Human Rights Practices: Dominican Republic", RIGHTS, "2019"),
        ("Country Reports on Human Rights Practices - 2005", RIGHTS, "2005"),
        ("Country Reports on Human Rights Practices -2000", RIGHTS, "2000"),
        ("Country Reports on Human Rights Practices for 2011", RIGHTS, "2011"),
        ("Peru 2013 Human Rights Report", RIGHTS, "2013"),
        ("2010 Human Rights Report: Peru", RIGHTS, "2010"),
        ("2019 Report on International Religious Freedom: Peru", FAITH, "2019"),
        ("International Religious Freedom Report 2005", FAITH, "2005"),
        ("Annual Report on International Religious Freedom for 1999: Peru", FAITH, "1999"),
        ("2020 Trafficking in Persons Report: Peru", "Trafficking in Persons Report", "2020"),
        ("International Narcotics Control Strategy Report   -2007", DRUGS, "2007"),
        ("2005 Investment Climate Statement - Peru", "Investment Climate Statements", "2005"),
        ("Country Reports on Terrorism 2019: Peru", "Country Reports on Terrorism", "2019"),
        ("Background Notes: Peru, March 1998", "Background Notes", "March 1998"),
        ("Background Note: Zambia", "Background Notes", None),
        ("U.S. Relations With Peru", "U.S. Bilateral Relations Fact Sheets", None),
        ("Visa Bulletin For June 2019", "Visa Bulletin", "June 2019"),
        ("Dispatch Vol. 4, No. 23, June 7, 1993", "U.S. Department of State Dispatch", "Vol. 4, No. 23"),
        (
            "Dispatch, Volume 7, Number 37, September 9, 1996",
            "U.S. Department of State Dispatch",
            "Volume 7, Number 37",
        ),
        ("Foreign Military Training Report FY 1999 and 2000", TRAINING, "FY 1999 and 2000"),
        ("Foreign Military Training and DoD Engagement Activities of Interest, Volume I", TRAINING, None),
        (
            "Foreign Relations of the United States, 1969–1976, Volume I",
            "Foreign Relations of the United States",
            "1969–1976",
        ),
        ("Country Reports on Human Rights Practices: Peru, March 8, 2006", RIGHTS, None),
        ("A Guide to … since 1776: Hungary", GUIDE, None),
    ],
)
def test_titles_name_their_series_and_edition(title: str, name: str, edition: str | None) -> None:
    found = find_series(title)
    assert found is not None
    assert (found.name, found.edition) == (name, edition)
    assert found.as_written in title


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Cuba",
        "Remarks on the Release of the 2011 Human Rights Report",
        "Trafficking in Persons Report Launch Ceremony",
        "U.S. Relations With Allies",
        "Dispatch of Troops",
        "IV. Country Training Activities--Africa",
        "Country Reports on Human Rights Practices " * 20,
    ],
)
def test_other_titles_name_none(title: str) -> None:
    assert find_series(title) is None


@pytest.mark.parametrize(
    ("title", "parents", "edition", "written"),
    [
        ("Cuba", ["Home", "Reports", "2023 Country Reports on Human Rights Practices", "Cuba"], "2023", RIGHTS),
        ("Cuba", ["Home", "Human Rights Reports", "2005"], "2005", "Human Rights Reports"),
        (RIGHTS + ": Cuba", ["2004", "Country Reports"], "2004", RIGHTS),
        (RIGHTS + " - 2005", ["2004"], "2005", RIGHTS),
        ("Cuba", ["2016 " + RIGHTS, "2017 " + RIGHTS], "2017", RIGHTS),
    ],
)
def test_parents_name_what_the_title_does_not(title: str, parents: list[str], edition: str, written: str) -> None:
    found = find_series(title, parents)
    assert found is not None
    assert (found.name, found.edition, found.as_written) == (RIGHTS, edition, written)


def test_a_year_above_is_no_edition_where_a_series_has_none() -> None:
    found = find_series("U.S. Relations With Peru", ["2013"])
    assert found is not None
    assert found.edition is None


def test_every_series_is_found_by_its_own_name() -> None:
    for entry in all_series():
        found = find_series(entry.name)
        assert found is not None
        assert found.name == entry.name
