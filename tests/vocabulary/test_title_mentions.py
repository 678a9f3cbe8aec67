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
        ("Remarks With the Minister of Senegal", ["SN"]),
        ("Remarks with Foreign Minister Robin Example of Mali Following Their Meeting", ["ML"]),
        ("Joint Press Conference with President Example of the Republic of Kazakhstan", ["KZ"]),
        ("Joint Press Availability With Turkish Foreign Minister Example", ["TR"]),
        ("Meeting With Indian Minister of External Affairs Example", ["IN"]),
        ("Remarks With the President of Georgia and Others", ["GE"]),
        ("Remarks With the President of Georgia Tech", []),
        ("Remarks at the University of Zambia", []),
        ("Meeting With the President of the Bank of China", []),
        ("Remarks With French Bakers", []),
        ("Dominican Elections", []),
        ("The Secretary\u2019s Meeting with Tajikistan Foreign Minister Example", ["TJ"]),
        ("Congratulating Peruvian President-elect Example", ["PE"]),
        ("Meeting with New Mexico Secretary of State Example", []),
        ("Deputy Secretary\u2019s Meeting with North Macedonia Minister of Foreign Affairs Example", ["MK"]),
        ("Background Briefing on the Iran Nuclear Negotiations", ["IR"]),
        ("Statement on Jordan Example", []),
        ("Statement on the South China Sea", []),
        ("U.S. Policy in Ukraine: Sample Reform", ["UA"]),
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
        ("Violence in Lima, Peru", ["PE"]),
        ("Violence in Atlanta, Georgia", []),
        ("FACT SHEET: U.S. ASSISTANCE TO HAITI", ["HT"]),
        ("U.S. Support for Mexico Under the Sample Initiative", ["MX"]),
        ("Background Briefing on the Talks Between Armenia and Azerbaijan", ["AM", "AZ"]),
        ("Agreement Between the United States and Peru", ["PE"]),
        ("Notice of Sanctions Under the Iran Sanctions Act", ["IR"]),
    ],
)
def test_a_title_names_whom_it_is_about(title: str, codes: list[str]) -> None:
    assert [match.country.code for match in countries_named(title)] == codes
