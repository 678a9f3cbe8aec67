import pytest

from statedocs.vocabulary.bureaus import bureau_by_slug, find_bureau


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Bureau of Western Hemisphere Affairs", "WHA"),
        ("BUREAU OF AFRICAN AFFAIRS", "AF"),
        ("Bureau of Democracy, Human Rights and Labor", "DRL"),
        ("Bureau for Democracy, Human Rights, & Labor.", "DRL"),
        ("Democracy, Human Rights, and Labor", "DRL"),
        ("Bureau for International Narcotics and Law Enforcement Affairs", "INL"),
        ("Bureau of Political-Military Affairs (PM)", "PM"),
        ("Released by the Bureau of Inter-American Affairs.", "ARA"),
        ("PUBLISHED BY THE BUREAU OF PUBLIC AFFAIRS", "PA"),
        ("PUBLSIHED BY THE BUREAU OF PUBLIC AFFIARS", "PA"),
        ("Bureau of African", "AF"),
        ("U.S. Department of State, Bureau of Consular Affairs", "CA"),
        ("Bureau of Consular Affairs, U.S. Department of State", "CA"),
        ("Bureau of Arms Control, Verification and Compliance", "AVC"),
        ("Office to Monitor and Combat Trafficking in Persons", "J/TIP"),
        ("Office of the Under Secretary of State for Political Affairs", "P"),
        ("Global Public Affairs", "GPA"),
        ("Office of Nordic and Baltic Affairs", "EUR/NB"),
        ("Office of the Special Adviser to the Secretary for the New Independent States", "S/NIS"),
        ("U.S. Mission to the EU", "USEU"),
        ("Office of Global Women’s Issues", "S/GWI"),
    ],
)
def test_written_names_are_found(written: str, code: str) -> None:
    bureau = find_bureau(written)
    assert bureau is not None
    assert bureau.code == code


@pytest.mark.parametrize("name", ["Office of the Spokesman", "Office of the Spokesperson", "Office of the Historian"])
def test_a_body_without_symbol_has_none(name: str) -> None:
    bureau = find_bureau(name)
    assert bureau is not None
    assert (bureau.name, bureau.code) == (name, None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Washington, DC",
        "Fact Sheet",
        "Near East",
        "DRL",
        "Administration",
        "Bureau of Arctic Fisheries",
        "Peru",
        " " * 10**6,
    ],
)
def test_other_texts_are_no_bureau(text: str) -> None:
    assert find_bureau(text) is None


@pytest.mark.parametrize(
    ("old", "new", "year"),
    [
        ("Bureau of Inter-American Affairs", "Bureau of Western Hemisphere Affairs", 1999),
        ("Bureau of South Asian Affairs", "Bureau of South and Central Asian Affairs", 2006),
        ("Bureau of Public Affairs", "Bureau of Global Public Affairs", 2019),
        ("Office of the Spokesman", "Office of the Spokesperson", 2011),
        ("Office of the Coordinator for Counterterrorism", "Bureau of Counterterrorism", 2012),
        ("Bureau for Refugee Programs", "Bureau of Population, Refugees, and Migration", 1994),
    ],
)  # fmt: skip
def test_former_names_keep_their_own_row(old: str, new: str, year: int) -> None:
    bureau = find_bureau(old)
    assert bureau is not None
    assert (bureau.name, bureau.successor, bureau.last) == (old, new, year)


@pytest.mark.parametrize(
    ("slug", "name", "regional"),
    [
        ("bureau-of-western-hemisphere-affairs", "Bureau of Western Hemisphere Affairs", True),
        ("bureau-of-democracy-human-rights-and-labor", "Bureau of Democracy, Human Rights, and Labor", False),
        ("bureau-of-international-organization-affairs", "Bureau of International Organization Affairs", False),
        (
            "office-of-the-u-s-coordinator-for-the-arctic-region",
            "Office of the U.S. Coordinator for the Arctic Region",
            False,
        ),
    ],
)
def test_slugs_of_classes_are_found(slug: str, name: str, regional: bool) -> None:
    bureau = bureau_by_slug(slug)
    assert bureau is not None
    assert (bureau.name, bureau.regional) == (name, regional)


def test_an_unknown_slug_is_none() -> None:
    assert bureau_by_slug("human-rights") is None
