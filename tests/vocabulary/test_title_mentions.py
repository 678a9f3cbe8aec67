"""Countries that a title names among other words."""

import pytest

from statedocs.vocabulary.title_mentions import countries_named


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Reports of Mass Graves and Serious Human Rights Abuses in Burundi", ["BI"]),
        ("Additional Humanitarian Assistance for the People of South Sudan", ["SS"]),
        ("US Support for the UN Action Plan for Libya", ["LY"]),
        ("Secretary Example\u2019s Statement on Nigeria National Day", ["NG"]),
        ("Condemning the Attacks in Burkina Faso", ["BF"]),
        ("Sanctions on Belarus", ["BY"]),
        ("A New Partnership With Senegal", ["SN"]),
        ("Removal of Sample Fuel From the Slovak Republic", ["SK"]),
        ("Remarks With the Minister of Senegal", []),
        ("U.S. Conventional Weapons Destruction in Angola", ["AO"]),
        ("Opening of the Sample Services in Lima, Peru", []),
        ("A Workshop on Sample Wells in Peru", []),
        ("Assistance for the People of the Sample Wells", []),
        ("Meeting With the Minister in Peru", []),
        ("Sample Wells Day", []),
        ("Arrest of Two Reporters in the Kyrgyz Republic", ["KG"]),
        ("Floods in Kenya and Tanzania", ["KE", "TZ"]),
        ("A Fair of Sample Wells in Peru", []),
        ("The Secretary Meets Sample Growers in Peru", []),
        ("Sample Wells in New Mexico", []),
        ("Sample Wells in Cairo, Peru, and Mali", []),
        ("Violence in Lima, Peru", []),
    ],
)
def test_a_title_names_whom_it_is_about(title: str, codes: list[str]) -> None:
    assert [match.country.code for match in countries_named(title)] == codes
