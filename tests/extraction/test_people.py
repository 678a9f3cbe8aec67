"""Persons, offices and places of a masthead."""

import pytest

from statedocs.extraction.people import find_place, is_name, is_role, read_person


@pytest.mark.parametrize(
    ("line", "name", "role"),
    [
        ("Jordan Example", "Jordan Example", None),
        ("Jordan Q. Example", "Jordan Q. Example", None),
        ("Jordan Example, Spokesman", "Jordan Example", "Spokesman"),
        ("Jordan Example, Jr., Spokesman", "Jordan Example Jr.", "Spokesman"),
        (
            "Jordan Example\nAssistant Secretary, Bureau of Samples",
            "Jordan Example",
            "Assistant Secretary, Bureau of Samples",
        ),
        ("Secretary Example", "Example", "Secretary"),
        ("Secretary of State Jordan Example", "Jordan Example", "Secretary of State"),
        ("Ambassador Maria van Muster", "Maria van Muster", "Ambassador"),
        (
            "Robin \u201cRob\u201d Sample, Principal Deputy Spokesperson",
            "Robin \u201cRob\u201d Sample",
            "Principal Deputy Spokesperson",
        ),
        ("Peruvian Foreign Minister Robin Example", "Robin Example", "Peruvian Foreign Minister"),
        ("Special Envoy for Peru Robin Example", "Robin Example", "Special Envoy for Peru"),
        (
            "Assistant Secretary for African Affairs Robin Example",
            "Robin Example",
            "Assistant Secretary for African Affairs",
        ),
        ("NATO Secretary General Robin Example", "Robin Example", "NATO Secretary General"),
        ("Peruvian External Affairs Minister R. Example", "R. Example", "Peruvian External Affairs Minister"),
        ("Dr. Robin Example, Director of Samples", "Robin Example", "Director of Samples"),
        ("Ambassador Robin Example, Director of Samples", "Robin Example", "Ambassador, Director of Samples"),
    ],
)
def test_persons(line: str, name: str, role: str | None) -> None:
    person = read_person(line)
    assert person is not None
    assert (person.name, person.role) == (name, role)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "A",
        "a line of words",
        "THE WHOLE LINE",
        "Jordan Example, of Sampletown",
        "Room 12, Hall",
        "Wells Dug in 1997",
    ],
)
def test_no_persons(line: str) -> None:
    assert read_person(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Assistant Secretary of State for Samples", True),
        ("Deputy Spokesman", True),
        ("U.S. Ambassador to Peru", True),
        ("Wells and Roads", False),
        ("The Secretary said so.", False),
        ("Secretary:", False),
    ],
)
def test_offices(line: str, expected: bool) -> None:
    assert is_role(line) is expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Washington, DC", "Washington, DC"),
        ("Washington, D.C.", "Washington, D.C."),
        ("Washington", "Washington"),
        ("(New York, New York)", "New York, New York"),
        ("Example Hotel, Lima, Peru", "Example Hotel, Lima, Peru"),
        ("Example Hotel, Lima", "Example Hotel, Lima"),
        ("En Route to Lima", "En Route to Lima"),
        ("Lima", None),
        ("Wells, roads, Peru", None),
        ("Wells, Roads, Bridges", None),
        ("", None),
    ],
)
def test_places(text: str, place: str | None) -> None:
    assert find_place(text) == place


def test_a_name_has_two_to_five_words() -> None:
    assert is_name("Jordan Example")
    assert not is_name("Jordan")
    assert not is_name("Jordan Example Who Has Too Many Names")


def test_letters_alone_are_no_person() -> None:
    assert read_person("Z,.-") is None
    assert find_place("Z,1") is None


def test_a_meeting_with_somebody_is_no_office() -> None:
    assert read_person("Secretary Sample's Meeting With Peruvian Foreign Minister Ejemplo") is None
