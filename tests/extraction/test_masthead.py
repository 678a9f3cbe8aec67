"""Fields of the masthead are read from its lines, and each line is kept once, verbatim."""

# ruff: noqa: E501  (a case is a line)

import pytest

from statedocs.extraction.leading import Line
from statedocs.extraction.masthead import (
    document_type_of,
    identifiers_of,
    issuers_of,
    marked_lines,
    speakers_of,
    title_of,
)
from statedocs.extraction.masthead_places import places_of
from statedocs.extraction.page import Raw


def lines(*pairs: tuple[str, str]) -> list[Line]:
    return [Line(role, text, number) for number, (role, text) in enumerate(pairs, 1)]


def test_marked_lines_are_kept_verbatim_in_their_order() -> None:
    blocks = [
        Raw("paragraph", "Wells and\nRoads", 3, role="title"),
        Raw("paragraph", "Bureau of Public Affairs\nOffice of Samples", 4, role="issuer", lines=[4, 5]),
        Raw("figure", "", 6, role="issuer"),
        Raw("paragraph", "May 3, 1997", 7, role="other"),
        Raw("paragraph", "Nothing to tell it by", 8, role="other"),
    ]
    assert [(line.role, line.text, line.line) for line in marked_lines(blocks)] == [
        ("title", "Wells and Roads", 3),
        ("issuer", "Bureau of Public Affairs", 4),
        ("issuer", "Office of Samples", 5),
        ("date", "May 3, 1997", 7),
        ("other", "Nothing to tell it by", 8),
    ]


def test_a_person_in_the_place_of_the_bureau_is_a_speaker() -> None:
    blocks = [Raw("paragraph", "Jordan Example\nAssistant Secretary for Samples", 1, role="issuer")]
    assert [line.role for line in marked_lines(blocks)] == ["speaker", "speaker"]


@pytest.mark.parametrize(
    ("found", "title"),
    [
        (lines(("title", "Wells")), "Wells"),
        (lines(("title", "Wells"), ("title", "and Roads"), ("date", "x")), "Wells and Roads"),
        (lines(("date", "x"), ("title", "Wells"), ("title", "WELLS")), "Wells"),
        (lines(("title", "Wells"), ("date", "x"), ("title", "Other")), "Wells"),
        (lines(("title", "Title: Wells")), "Wells"),
        (lines(("date", "x")), None),
    ],
)
def test_the_title_is_its_lines_joined_once(found: list[Line], title: str | None) -> None:
    assert title_of(found) == title


def test_the_document_type_is_the_masthead_s_else_the_title_s() -> None:
    said = document_type_of(lines(("type", "Press Statement, May 3, 1997")), "Fact Sheet")
    assert said is not None
    assert (said["as_written"], said["evidence"], said["slug"] is not None) == ("Press Statement", "masthead", True)
    unknown = document_type_of(lines(("type", "Sample of a Kind")), None)
    assert unknown == {"slug": None, "as_written": "Sample of a Kind", "evidence": "masthead"}
    by_title = document_type_of([], "Background Note: Peru")
    assert by_title is not None
    assert by_title["evidence"] == "title"
    assert document_type_of([], "Wells and Roads") is None


def test_issuers_are_canonical_with_codes_in_order_and_once() -> None:
    found = list(
        issuers_of(lines(
            ("issuer", "Bureau of Western Hemisphere Affairs"), ("date", "Bureau of Public Affairs, May 3, 1997"),
            ("issuer", "Bureau of Western Hemisphere Affairs"), ("issuer", "Bureau of Wells"), ("title", "Bureau of Energy Resources"),
        ))
    )  # fmt: skip
    assert [(part["as_written"], part["code"], part["evidence"]) for part in found] == [
        ("Bureau of Western Hemisphere Affairs", "WHA", "masthead"),
        ("Bureau of Public Affairs", "PA", "masthead"),
        ("Bureau of Wells", None, "masthead"),
    ]
    assert found[2]["name"] == "Bureau of Wells"


@pytest.mark.parametrize(
    ("found", "speakers"),
    [
        (lines(("speaker", "Jordan Example")), [("Jordan Example", None, "Jordan Example")]),
        (
            lines(("speaker", "Jordan Example"), ("speaker", "Assistant Secretary for Samples")),
            [("Jordan Example", "Assistant Secretary for Samples", "Jordan Example\nAssistant Secretary for Samples")],
        ),
        (
            lines(("speaker", "Jordan Example, Spokesman"), ("speaker", "Kim Muster")),
            [("Jordan Example", "Spokesman", "Jordan Example, Spokesman"), ("Kim Muster", None, "Kim Muster")],
        ),
        (lines(("speaker", "Briefer: Jordan Example")), [("Jordan Example", None, "Briefer: Jordan Example")]),
        (lines(("title", "Jordan Example")), []),
    ],
)
def test_speakers(found: list[Line], speakers: list[tuple[str, str | None, str]]) -> None:
    assert [(part["name"], part["role"], part["as_written"]) for part in speakers_of(found)] == speakers


def test_places_stand_alone_or_before_a_date() -> None:
    found = lines(
        ("place", "Example Hall"),
        ("date", "Washington, DC, May 3, 1997"),
        ("place", "Example Hall"),
        ("date", "May 3, 1997"),
    )
    assert places_of(found) == ["Washington, DC"]


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("Press Briefing Room", []),
        ("Via Teleconference", []),
        ("Hyatt Regency Hotel, Washington, DC", ["Hyatt Regency Hotel, Washington, DC"]),
        ("Doha, Qatar", ["Doha, Qatar"]),
    ],
)
def test_a_room_without_a_town_is_no_place(place: str, named: list[str]) -> None:
    assert places_of(lines(("place", place))) == named


def test_an_office_below_the_department_issues() -> None:
    found = lines(("other", "U.S. Department of State"), ("issuer", "Office of the Spokesman"), ("date", "May 3, 1997"))
    assert [part["as_written"] for part in issuers_of(found)] == ["Office of the Spokesman"]


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("PRN: 2011/317", "prn", "2011/317"),
        ("PRN 2012/14-2", "prn", "2012/14-2"),
        ("PRN: 2010/T18-5", "prn", "2010/T18-5"),
        ("2007/T1-12", "prn", "2007/T1-12"),
        ("PRN:2012/ 1234", "prn", "2012/1234"),
        ("Public Notice 7654", "other", "Public Notice 7654"),
        ("DPB # 42", "dpb", "42"),
        ("DPC #42", "dpb", "42"),
        ("Volume 9", "volume", "9"),
        ("Number 10", "number", "10"),
    ],
)
def test_identifiers(text: str, scheme: str, value: str) -> None:
    assert [(part["scheme"], part["value"]) for part in identifiers_of([text])] == [(scheme, value)]


def test_a_line_may_hold_two_identifiers() -> None:
    assert [(part["scheme"], part["value"]) for part in identifiers_of(["Vol. 9, No. 10"])] == [
        ("volume", "9"),
        ("number", "10"),
    ]


def test_office_and_country_of_a_biography_issue_nothing() -> None:
    blocks = [
        Raw("paragraph", "Chargé d’Affaires\nPeru", 1, role="issuer"),
        Raw("paragraph", "Office of Samples", 2, role="issuer"),
    ]
    assert [line.role for line in marked_lines(blocks)] == ["other", "other", "issuer"]


def test_an_office_alone_names_no_speaker() -> None:
    lines = [Line("title", "Sam Example", 1), Line("speaker", "Deputy Assistant Secretary", 2)]
    assert speakers_of(lines) == []
    assert speakers_of([Line("speaker", "Sam Example", 1), *lines[1:]])[0]["role"] == "Deputy Assistant Secretary"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kampala, December 20, 2014", ["Kampala"]),
        ("Port Louis, 5 May 2011", ["Port Louis"]),
        ("Press Release, May 5, 2011", []),
        ("Friday, May 5, 2011", []),
        ("Last Updated, May 5, 2011", []),
        ("Kampala, May 5, 2011, May 6, 2011", []),
        ("Press Conference at the Example Palace, Amman, Jordan, May 5, 2001", ["Example Palace, Amman, Jordan"]),
    ],
)
def test_a_town_beside_a_date_is_the_place(text: str, places: list[str]) -> None:
    assert places_of([Line("date", text, 1)]) == places


def test_an_unmarked_name_over_an_office_speaks() -> None:
    texts = ("Robin Example", "Secretary of State", "Washington, DC")
    blocks = [Raw("paragraph", text, 3) for text in texts]
    assert [line.role for line in marked_lines(blocks)] == ["speaker", "speaker", "place"]


def test_officials_without_a_name_are_speakers_though_they_are_counted() -> None:
    raw = Raw("paragraph", "Senior State Department Official 1\nSenior State Department Official Two", 1, role="issuer")
    assert [line.role for line in marked_lines([raw])] == ["speaker", "speaker"]
