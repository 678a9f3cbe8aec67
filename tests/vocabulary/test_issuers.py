import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.vocabulary.bureaus import all_bureaus
from statedocs.vocabulary.issuers import looks_like_bureau, split_issuers


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Bureau of African Affairs", ["Bureau of African Affairs"]),
        (
            "Released by the Office of Central African Affairs, Bureau of African\nAffairs.",
            ["Office of Central African Affairs", "Bureau of African\nAffairs"],
        ),
        (
            "Office of Public Communication, Bureau of Public Affairs",
            ["Office of Public Communication", "Bureau of Public Affairs"],
        ),
        (
            "Bureau of Public Affairs and the Bureau of African Affairs",
            ["Bureau of Public Affairs", "Bureau of African Affairs"],
        ),
        (
            "Bureau of Public Affairs: Office of Digital Engagement",
            ["Bureau of Public Affairs", "Office of Digital Engagement"],
        ),
        (
            "Department Of State. The Office of Website Management, Bureau of Public Affairs.",
            ["Office of Website Management", "Bureau of Public Affairs"],
        ),
        ("As released by the Office of the Spokesman, April 8, 1998", ["Office of the Spokesman"]),
        (
            "(As released by the Office of the Geographer and Global Issues, November 20, 2000)",
            ["Office of the Geographer and Global Issues"],
        ),
        ("Bureau of Public Affairs, Washington, DC", ["Bureau of Public Affairs"]),
        ("Bureau of Political-Military Affairs (PM)", ["Bureau of Political-Military Affairs (PM)"]),
        (
            "Office of Arctic Fisheries, Bureau of African Affairs",
            ["Office of Arctic Fisheries", "Bureau of African Affairs"],
        ),
        (
            "Bureau of Oceans and International Environmental and Scientific Affairs",
            ["Bureau of Oceans and International Environmental and Scientific Affairs"],
        ),
        ("PUBLSIHED BY THE BUREAU OF PUBLIC AFFIARS", ["BUREAU OF PUBLIC AFFIARS"]),
        ("Washington, DC", []),
        ("November 19, 2013", []),
        ("", []),
        ("Bureau of Public Affairs" + " " * 600, ["Bureau of Public Affairs"]),
        ("Bureau of Public Affairs, " * 40, []),
    ],
)
def test_a_line_is_cut_into_the_names_of_issuers(line: str, names: list[str]) -> None:
    assert split_issuers(line) == names


def test_no_known_name_is_cut() -> None:
    for bureau in all_bureaus():
        assert split_issuers(bureau.name)[0] in bureau.name
        assert len(split_issuers(bureau.name)) == 1


@given(st.lists(st.sampled_from([bureau.name for bureau in all_bureaus() if bureau.kind in ("bureau", "office")]),
                min_size=1, max_size=3), st.sampled_from([", ", "; ", " and ", "\n"]))  # fmt: skip
def test_joined_names_come_apart_again(names: list[str], separator: str) -> None:
    heads = [name for name in names if name.startswith(("Bureau", "Office"))]
    assert split_issuers(separator.join(heads)) == heads


@given(st.text(alphabet="Bureau of theOfficAfr ,.()\n-", max_size=60))
def test_names_are_pieces_of_the_line(line: str) -> None:
    assert all(name in line for name in split_issuers(line))


@pytest.mark.parametrize(
    "text",
    [
        "Bureau of Arctic Fisheries",
        "BUREAU OF ARCTIC FISHERIES",
        "Office for Counter-Piracy",
        "Office to Count the Fish",
        "The Office of Fish, Ships, and Ice",
        "Under Secretary for Fish",
        "Fish Planning Staff",
    ],
)
def test_names_of_unknown_bodies_have_their_shape(text: str) -> None:
    assert looks_like_bureau(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Staff",
        "Bureau",
        "Bureau of",
        "White House Chief of Staff",
        "Office of the Historian is open to all",
        "Office of Fish. It counts them.",
        "Office Space",
        "Remarks at the Bureau of Fisheries",
        "Bureau of " + "Very " * 15 + "Long Names",
    ],
)
def test_other_texts_have_not(text: str) -> None:
    assert not looks_like_bureau(text)
