"""Texts that programs dumped from pages: one line a block, one line an element, tables a cell a line."""

import pytest

from statedocs.extraction.named_countries import country_in_tags
from statedocs.extraction.tags import steps_in
from statedocs.pipeline import convert_text
from statedocs.record import Document

BODY = "The reading rooms of this sample hold 12,400 books and three pianos, and all of them are open to readers."


def headings(document: Document) -> list[str]:
    return [
        f"{section.number}. {section.heading}" if section.number else section.heading
        for section in document.sections
        if section.heading
    ]


def read(*lines: str) -> Document:
    record = convert_text("Sample Library\nMay 3, 2013\n" + "\n".join(lines) + "\n")
    assert record.accounting.unaccounted == 0
    return record


def test_a_heading_of_a_standing_outline_stands_behind_a_short_line() -> None:
    record = read(BODY, "Police", "911", "Boats", "Local Laws & Special Circumstances", "Swim where the flags are.")
    assert headings(record) == ["Local Laws & Special Circumstances"]


def test_a_heading_that_names_a_country_and_ends_in_a_year_is_one() -> None:
    record = read(BODY, "Establishment of Diplomatic Relations, 1903.", BODY, "U.S. Recognition of Peru, 1826.", BODY)
    assert headings(record) == ["Establishment of Diplomatic Relations, 1903.", "U.S. Recognition of Peru, 1826."]


def test_a_menu_of_such_headings_has_none() -> None:
    menu = ["Safety and Security", "Quick Facts", "Destination Description", "Travel and Transportation"]
    assert headings(read(BODY, *menu)) == []


def test_a_weak_one_needs_text_below_it() -> None:
    assert headings(read(BODY, "Resources", "Lists of wells", "Lists of reeds")) == []
    assert headings(read(BODY, "page 4 of the sample", "Women", BODY)) == ["Women"]


def test_the_parts_of_a_country_page_are_told_by_what_is_below() -> None:
    record = read(BODY, "Bureau", "Bureau of African Affairs", "Travel", "International Travel Information: Learn More")
    assert headings(record) == ["Bureau", "Travel"]
    assert headings(read(BODY, "Bureau", "Desk", "Chair")) == []


CELLS = ["Region", "All Areas", "AFRICA", "37,200", "ASIA", "CURRENT", "EUROPE", "CURRENT", "OCEANIA", "1,025"]


def test_cells_of_a_table_are_no_headings() -> None:
    record = read(BODY, "A. DATES OF THE SAMPLE TABLES", BODY, *CELLS, BODY, "B. OBTAINING THE TABLES", BODY)
    assert headings(record) == ["A. DATES OF THE SAMPLE TABLES", "B. OBTAINING THE TABLES"]


def test_what_heads_the_text_behind_a_table_is_a_heading() -> None:
    assert headings(read(BODY, *CELLS, "OTHER TABLES OF THE YEAR", BODY)) == ["OTHER TABLES OF THE YEAR"]
    assert headings(read(BODY, *CELLS, "CURRENT", BODY)) == []


def test_a_numbered_heading_in_capitals_runs_over_lines() -> None:
    record = read(BODY, "A. DATES FOR FILING FAMILY-SPONSORED", "SAMPLE APPLICATIONS", BODY)
    assert headings(record) == ["A. DATES FOR FILING FAMILY-SPONSORED SAMPLE APPLICATIONS"]
    assert [section.line for section in record.sections if section.heading] == [4]
    apart = read(
        BODY,
        "A. DATES FOR FILING FAMILY-SPONSORED",
        BODY,
        "B. SAMPLE APPLICATIONS OF THE YEAR",
        "and of the next",
        BODY,
    )
    assert len(headings(apart)) == 2


@pytest.mark.parametrize(
    "entries", [["potatoes", "white", "blue"], ["Rowing", "Sailing"], ["Read each gauge once a day."]]
)
def test_a_line_over_the_entries_of_a_list_is_a_heading(entries: list[str]) -> None:
    assert headings(read(BODY, "What it keeps", *entries)) == ["What it keeps"]


@pytest.mark.parametrize(
    "entries", [["June 15, 2011", "June 16, 2011"], ["(three meters)", "Wells"], ["Wells:", "Rivers."]]
)
def test_a_line_over_other_lines_is_none(entries: list[str]) -> None:
    assert headings(read(BODY, "What it keeps", *entries)) == []


def test_an_address_is_no_heading() -> None:
    record = read(BODY, "U.S. Consulate Sampletown", "Sample House, Sample Road", "Tel: +676 000 0000", BODY)
    assert headings(record) == []


def test_run_in_labels_of_an_outline_are_no_headings() -> None:
    assert headings(read(BODY, "Rape and Domestic Violence:", BODY)) == []
    assert headings(
        read(BODY, "Section 1. Respect for the Integrity of the Person, Including Freedom from:", BODY)
    ) == ["Section 1. Respect for the Integrity of the Person, Including Freedom from:"]


def test_the_title_of_the_window_is_the_title_of_a_text_that_has_no_other() -> None:
    record = convert_text(
        f"Sample Wells - United States Department of State\n\nBack to Top\n\n{BODY}\n\nRivers\n\n{BODY}\n"
    )
    assert record.title == "Sample Wells"
    assert "title-inferred" not in [finding.code for finding in record.findings]


def test_the_name_of_the_site_is_no_part_of_a_title() -> None:
    assert convert_text(f"Sample Wells - U.S. Embassy in Peru\nMay 3, 2013\n\n{BODY}\n").title == "Sample Wells"
    assert convert_text(f"[no-title]\nMay 3, 2013\n\n{BODY}\n").title is None


def test_a_button_is_no_part_of_a_title() -> None:
    record = convert_text(f"U.S. Relations With ZambiaShare\nBureau of African Affairs\nMay 3, 2013\n\n{BODY}\n")
    assert record.title == "U.S. Relations With Zambia"
    assert "share" in [gone.rule for gone in record.removed]
    assert convert_text(f"Market Share\nMay 3, 2013\n\n{BODY}\n").title == "Market Share"


def test_a_line_below_a_marked_title_does_not_belong_to_it() -> None:
    record = convert_text(f"**** A Sample Road ****\nOffice of the Spokesperson\nRemarks\nMay 3, 2013\n\n{BODY}\n")
    assert record.title == "A Sample Road"
    assert [issuer.name for issuer in record.issuers] == ["Office of the Spokesperson"]


def test_a_breadcrumb_on_lines_of_its_own_is_one() -> None:
    crumbs = [
        "You are in:",
        "Under Secretary for Sample Affairs",
        ">",
        "Bureau of Samples",
        "> Sample Papers >",
        "2008",
    ]
    record = convert_text("\n".join(["Home", *crumbs, "Sample Wells", "May 3, 2008", BODY]) + "\n")
    assert record.title == "Sample Wells"
    rest = convert_text(f"You are in:\nthe wrong place\nMay 3, 2008\n{BODY}\n")
    assert rest.accounting.unaccounted == 0


def test_what_elinks_writes_around_a_page_is_chrome() -> None:
    text = f"   Link: [1]canonical\n   Search: [2] [3]Search\n\n   Sample Wells\n\n   May 3, 2013\n\n   {BODY}\n"
    references = "\nReferences\n\n   Visible links\n   1. Wells\n\tfile:///wells.html\n   3. https://www.state.gov/\n"
    record = convert_text(text + references)
    assert record.title == "Sample Wells"
    assert not any("[" in block.text for section in record.sections for block in section.blocks)


def test_a_centred_title_below_a_list_is_no_part_of_it() -> None:
    lines = [
        "     • Visa Statistics", "", "     • Laws & Regulations", "",
        "                          Sample Wells of June 2019",
        "", "   Number 30", "", f"   {BODY[:70]}", f"   {BODY[70:]}", "", f"   {BODY[:70]}", f"   {BODY[70:]}",
        "", f"   {BODY[:70]}", f"   {BODY[70:]}",
    ]  # fmt: skip
    record = convert_text("\n".join(lines) + "\n")
    assert not any("Sample Wells" in gone.text for gone in record.removed)
    items = [block.text for section in record.sections for block in section.blocks if block.kind == "list"]
    assert not any("Sample Wells" in text for text in items)


def test_a_table_in_double_lines_is_one() -> None:
    box = ["╔═════╦═════╗", "║Town ║Wells║", "╠═════╬═════╣", "║Lima ║1,200║", "╚═════╩═════╝"]
    record = convert_text("\n".join([f"Sample Wells\n\nMay 3, 2013\n\n{BODY}\n", *box]) + "\n")
    [table] = [block for section in record.sections for block in section.blocks if block.kind == "table"]
    assert table.rows == (("Town", "Wells"), ("Lima", "1,200"))


def test_empty_brackets_and_signs_that_fold_are_no_text() -> None:
    assert headings(convert_text(f"Sample Wells\n\nMay 3, 2013\n\n{BODY}\n\nThe Wells []\n\n{BODY}\n")) == ["The Wells"]
    marked = f"# Sample Wells\n\n## The Wells ![Open or Close](/sign.png)\n\n{BODY}\n\n# # #\n"
    record = convert_text(marked)
    assert headings(record) == ["The Wells"]
    assert record.accounting.unaccounted == 0


def test_a_breadcrumb_goes_up_to_the_title_that_ends_with_its_last_step() -> None:
    title = "A Guide to the United States\u2019 History of Recognition, by Country, since 1776: Luxembourg"
    steps = ["Home", "Countries", "Luxembourg"]
    text = "\n".join(["MenuMenu", "Guide to Countries", "Luxembourg - Countries", *steps, title, "Summary", BODY])
    record = convert_text(text + "\n")
    assert record.title == title
    assert [crumb.text for crumb in record.breadcrumb] == steps
    assert [country.code for country in record.countries] == ["LU"]


def test_the_topics_of_an_index_are_no_title() -> None:
    lines = ["Daily Press Briefing", "Lou Example, Spokesman", "Washington, DC", "September 16, 2008", "INDEX:"]
    record = convert_text(
        "\n".join([*lines, "MISCELLANEOUS", "1", "Lost Umbrellas", "MR. EXAMPLE: Good afternoon."]) + "\n"
    )
    assert record.title == "Daily Press Briefing"


def test_what_a_page_shows_of_others_neither_names_nor_dates_it() -> None:
    record = convert_text(f"Highlights\nJune 4, 2024\nSample Kite Day\n{BODY}\n")
    assert record.title is None
    assert record.published is None


def test_what_stands_far_right_of_an_item_is_none_of_it() -> None:
    lines = [
        "  * Wells",
        "  * Rivers",
        "",
        "                    Sample Lakes",
        "",
        "      They are deep, and all of them are open.",
    ]
    record = convert_text("\n".join(["Sample Waters\n\nMay 3, 2013\n", BODY, "", *lines]) + "\n")
    [items] = [block for section in record.sections for block in section.blocks if block.kind == "list"]
    assert items.text == "Wells\nRivers"


def test_the_steps_of_a_breadcrumb_stand_above_the_sign_that_hides_them() -> None:
    crumbs = "Home Office of the Spokesperson Press Releases … Sample Wells of Peru"
    record = convert_text(f"Menu\n{crumbs}\nhide\n\nSample Wells of Peru\n\nMedia Note\n\nMay 3, 2023\n\n{BODY}\n")
    assert record.title == "Sample Wells of Peru"
    assert [issuer.name for issuer in record.issuers] == ["Office of the Spokesperson"]


def test_a_tag_of_the_united_states_does_not_say_whom_a_page_is_about() -> None:
    assert country_in_tags(["U.S.", "Wells"]) == []
    assert [part["code"] for part in country_in_tags(["Lesotho", "U.S."])] == ["LS"]
    assert steps_in("Home Sample Wells … Peru") == []


def test_one_marked_heading_with_blank_lines_around_it_is_enough() -> None:
    assert convert_text(f"# Sample Wells\n\nMay 3, 2013\n\n{BODY}\n").title == "Sample Wells"
    assert convert_text(f"# wells in all: 4\n\nMay 3, 2013\n\n{BODY}\n").title != "wells in all: 4"


def test_a_text_that_is_quoted_whole_is_read_without_the_marks() -> None:
    lines = ["Sample Wells", "", "May 3, 2013", "", BODY, "", "Rivers of the Town", "", BODY]
    record = convert_text("\n".join(f"> {line}".rstrip() for line in lines) + "\n")
    assert (record.title, headings(record)) == ("Sample Wells", ["Rivers of the Town"])


def test_a_line_in_columns_is_no_heading() -> None:
    row = "Course Title          Students          Location"
    text = f"Sample Courses\n\nMay 3, 2013\n\n{BODY}\n\n{row}\n\n{BODY}\n"
    assert headings(convert_text(text)) == []
    assert headings(convert_text(text.replace(row, "Course Title and Location"))) == ["Course Title and Location"]


@pytest.mark.parametrize(("kind", "title"), [("Fact Sheet", None), ("Daily Press Briefing", "Daily Press Briefing")])
def test_the_bare_name_of_a_kind_titles_briefings_alone(kind: str, title: str | None) -> None:
    assert convert_text(f"{kind}\n\nMay 3, 2013\n\n{BODY}\n").title == title


def test_the_department_above_a_title_on_its_line_is_no_part_of_it() -> None:
    written = "U.S. Department of State Background Notes: Bhutan, October 1998"
    assert convert_text(f"{written}\n\nOctober 1998\n\n{BODY}\n").title == "Background Notes: Bhutan, October 1998"
    dispatch = "U.S. Department of State Dispatch, Volume 7, Number 37, September 9, 1996"
    assert convert_text(f"{dispatch}\n\nBureau of Public Affairs\n\n{BODY}\n").title == dispatch


def test_the_bars_of_a_layout_are_no_part_of_a_title() -> None:
    assert convert_text(f"| Sample Wells\n\nMay 3, 2013\n\n{BODY}\n").title == "Sample Wells"


def test_towns_and_dashes_head_nothing() -> None:
    assert headings(read(BODY, "Fort Sample, GA", BODY, "- FY 2006 Sample Training", BODY)) == []


TURNS = ["MS EXAMPLE: Hello, everyone.", "QUESTION: On Malawi. Who counts?", "MS EXAMPLE: Observers do, at the lake."]


def test_topics_above_the_first_turn_head_nothing() -> None:
    topics = ["MALAWI", "Sample Rail Survey", "Observers at the Sample Regatta", "REGION: EAST ASIA"]
    assert headings(read(*topics, *TURNS)) == []
    assert headings(read(BODY, "Sample Rail Survey", BODY * 2, *TURNS)) == ["Sample Rail Survey"]


def test_a_numbered_heading_over_cells_is_one() -> None:
    assert headings(read(BODY, "A. DATES OF THE SAMPLE TABLES", *CELLS, BODY)) == ["A. DATES OF THE SAMPLE TABLES"]


def test_a_region_over_topics_with_their_pages_is_a_heading() -> None:
    topics = ["DEPARTMENT", "Statement on Sample Wells 1", "JAPAN", "Talks on Sample Wells 1-2"]
    assert "JAPAN" in headings(read(*topics, *TURNS))


def test_a_step_of_a_menu_above_the_masthead_hides_nothing() -> None:
    record = convert_text(f"News\nSample Kite Exchange\nJune 15, 2011\n{BODY}\n")
    assert record.title == "Sample Kite Exchange"
    assert record.published is not None
