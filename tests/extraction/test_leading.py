"""A masthead that nothing marks is cut off the front of the content, in any order of its lines."""

import itertools

import pytest

from statedocs.extraction.leading import Line, take_leading
from statedocs.extraction.masthead import speakers_of
from statedocs.extraction.page import Raw

BODY = (
    "This is the body of the sample, which says at some length that the wells were dug and the roads were paved again."
)
TITLE = "New Wells for the Sample Valley"


def paragraphs(*texts: str) -> list[Raw]:
    return [
        Raw("paragraph", text, number, looks=[frozenset()] * (text.count("\n") + 1))
        for number, text in enumerate(texts, 1)
    ]


def _taken(blocks: list[Raw], title: str | None) -> tuple[list[Line], list[Raw]]:
    leading = take_leading(blocks, title)
    return leading.lines, leading.left


def roles(lines: list[Line]) -> dict[str, str]:
    return {line.text: line.role for line in lines}


@pytest.mark.parametrize(
    "order", list(itertools.permutations([TITLE, "Press Statement", "Bureau of Public Affairs", "May 3, 1997"]))
)
def test_lines_may_stand_in_any_order(order: tuple[str, ...]) -> None:
    lines, left = _taken(paragraphs(*order, BODY), None)
    assert [line.text for line in lines] == list(order)
    assert roles(lines) == {
        TITLE: "title", "Press Statement": "type", "Bureau of Public Affairs": "issuer", "May 3, 1997": "date",
    }  # fmt: skip
    assert [raw.text for raw in left] == [BODY]


@pytest.mark.parametrize(
    "line", ["Remarks at the Sample Hall", "Background Note: Peru", "Daily Press Briefing", "Title: Wells"]
)
def test_a_type_that_says_more_is_the_title_and_the_next_line_is_not(line: str) -> None:
    lines, left = _taken(paragraphs(line, "May 3, 1997", "Wells and Roads", BODY), None)
    assert [line.role for line in lines] == ["title", "date"]
    assert [raw.text for raw in left] == ["Wells and Roads", BODY]


@pytest.mark.parametrize("glue", ["\n", None])
def test_lines_may_stand_in_one_block_or_each_in_its_own(glue: str | None) -> None:
    texts = [TITLE, "Jordan Example, Spokesman", "Washington, DC", "May 3, 1997"]
    blocks = paragraphs(*texts, BODY) if glue is None else paragraphs(glue.join(texts), BODY)
    lines, left = _taken(blocks, None)
    assert [line.role for line in lines] == ["title", "speaker", "place", "date"]
    assert [raw.text for raw in left] == [BODY]


def test_what_follows_the_masthead_in_its_block_is_left_with_its_links() -> None:
    text = f"{TITLE}\nMay 3, 1997\n{BODY}"
    [raw] = paragraphs(text)
    lines, left = _taken([raw], None)
    assert [line.text for line in lines] == [TITLE, "May 3, 1997"]
    assert [raw.text for raw in left] == [BODY]


@pytest.mark.parametrize("first", [BODY, "QUESTION: Is it so?", "MR. EXAMPLE: Good afternoon.", "PROFILE", "Geography"])
def test_a_body_that_begins_at_once_has_no_masthead(first: str) -> None:
    lines, left = _taken(paragraphs(first, BODY), None)
    assert lines == []
    assert [raw.text for raw in left] == [first, BODY]


def test_a_first_line_that_the_title_element_says_is_the_title() -> None:
    lines, _ = _taken(paragraphs("Wells", BODY), "Wells")
    assert roles(lines) == {"Wells": "title"}


def test_a_first_heading_is_the_title() -> None:
    lines, left = _taken([Raw("heading", "Wells and Roads", 1, level=1), *paragraphs(BODY)], None)
    assert roles(lines) == {"Wells and Roads": "title"}
    assert [raw.text for raw in left] == [BODY]


def test_nothing_gives_nothing() -> None:
    assert _taken([], None) == ([], [])


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4])
def test_every_line_is_kept_once(count: int) -> None:
    texts = ["Example Hall, Lima, Peru", "May 3, 1997", "1:30 p.m. EST", "(As delivered)"][:count]
    lines, left = _taken(paragraphs(TITLE, *texts, BODY), TITLE)
    assert [line.text for line in lines] + [raw.text for raw in left] == [TITLE, *texts, BODY]


def test_the_blocks_of_the_masthead_are_kept_for_their_links() -> None:
    blocks = paragraphs(TITLE, "May 3, 1997", BODY)
    assert [raw.text for raw in take_leading(blocks, None).heads] == [TITLE, "May 3, 1997"]


def test_a_heading_of_a_lower_rank_opens_the_body() -> None:
    blocks = [Raw("heading", TITLE, 1, level=1), Raw("heading", "Roads", 2, level=2), *paragraphs(BODY)]
    assert [raw.text for raw in take_leading(blocks, None).left] == ["Roads", BODY]


def test_a_type_that_says_more_is_the_title_where_the_type_stands_alone_too() -> None:
    title = "Remarks at the Opening of the Sample Library"
    lines, _ = _taken(paragraphs(title, "Remarks", "Friends of the Sample Library", "November 3, 2023", BODY), None)
    assert roles(lines)[title] == "title"
    assert roles(lines)["Remarks"] == "type"
    assert roles(lines)["Friends of the Sample Library"] != "title"


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("Palau", "Republic of Palau"),
        ("Sample Seed Bank Opens in Cusco", "Facebook"),
        ("Sample Seagrass Program: Report to the Congress", "Sample Seagrass Program"),
    ],
)
def test_what_is_no_part_of_a_title_does_not_carry_it_on(title: str, below: str) -> None:
    lines, _ = _taken(paragraphs(f"{title}\n{below}\nMay 21, 2019", BODY), None)
    assert [line.text for line in lines if line.role == "title"] == [title]


def test_the_date_of_a_travel_advisory_that_a_country_page_shows_is_not_the_pages_date() -> None:
    lines, left = _taken(paragraphs("Palau\nRepublic of Palau", "Travel Advisory\nMay 5, 2023", BODY), "Palau")
    assert "date" not in {line.role for line in lines}
    assert left[-1].text == BODY


def test_the_only_heading_is_the_title_though_it_might_be_a_name() -> None:
    """`Fact Sheet` stands above the heading of many pages, and three words in capitals may be anybody's name."""
    lines, _ = _taken(
        [*paragraphs("Fact Sheet"), Raw("heading", "Sample Quay Opens", 2, level=1), *paragraphs(BODY)], None
    )
    assert roles(lines) == {"Fact Sheet": "type", "Sample Quay Opens": "title"}
    lines, _ = _taken(paragraphs("Robin Sample", "Remarks", BODY), None)
    assert roles(lines)["Robin Sample"] == "speaker"


@pytest.mark.parametrize("head", ["Highlights", "Current Visa Bulletin", "Upcoming Visa Bulletin"])
def test_dates_of_other_pages_that_a_page_shows_are_not_its_own(head: str) -> None:
    lines, _ = _taken(paragraphs("Tonga", f"{head}\nJune 4, 2024", "Sample Kite Day", BODY), "Tonga")
    assert "date" not in {line.role for line in lines}


def test_an_office_that_is_glued_to_its_speaker_issues_nothing() -> None:
    office = "Assistant Secretary, Bureau of Educational and Cultural Affairs"
    lines, _ = _taken(paragraphs("Remarks at a Dinner", f"Dana Example{office}", "October 14, 2011", BODY), None)
    assert roles(lines)["Dana Example"] == roles(lines)[office] == "speaker"


def test_nobody_speaks_a_fact_sheet() -> None:
    lines, _ = _taken(paragraphs("Sample Tide Gauge Network", "Fact Sheet", "March 4, 2025", BODY), None)
    assert roles(lines)["Sample Tide Gauge Network"] == "title"
    assert roles(lines)["Fact Sheet"] == "type"


def test_a_kind_told_again_is_the_title_where_it_says_more() -> None:
    head = ["Remarks to the Press", "Remarks", "Jordan Example", "Secretary of State", "Example Wing", "Lima, Peru"]
    lines, _ = _taken(paragraphs(*head, "May 3, 2011", BODY), None)
    assert roles(lines)["Remarks to the Press"] == "title"
    assert roles(lines)["Remarks"] == "type"


def test_an_office_below_a_name_with_its_address_is_that_persons() -> None:
    office = "U.S. Permanent Representative to the Sample Nations"
    lines, _ = _taken(paragraphs(TITLE, "Ambassador Jordan Example", office, "New York, NY", "May 3, 2011", BODY), None)
    assert roles(lines)["Ambassador Jordan Example"] == roles(lines)[office] == "speaker"
    assert [(part["name"], part["role"]) for part in speakers_of(lines)] == [
        ("Jordan Example", f"Ambassador, {office}")
    ]
