"""Pages that a capture wrote on one line come out as those with line ends do."""

# ruff: noqa: E501  (a case is a line)

import pytest

from statedocs.pipeline import convert_text
from statedocs.record import Document

PROSE = "The law provides for wells and the authorities generally respected it, although ropes were short in places. "
CONTENTS = "Section 1. Wells Dug a. Deep Wells b. Disappearance of Wells Rope Practices Section 2. Wells Filled a. Reasons for It "
REPORT = (
    f"EXECUTIVE SUMMARY {PROSE}Section 1. Wells Dug a. Deep Wells {PROSE * 4}b. Disappearance of Wells {PROSE}"
    f"Rope Practices {PROSE * 2}Section 2. Wells Filled a. Reasons for It {PROSE}"
)
CRUMBS = "HomeReportsBureau of African Affairs2024 Country Reports on Human Rights Practices…Chad hide "
HEAD = "2024 Country Reports on Human Rights Practices: Chad Download Report Translations In this section / "
TAIL = "View report by: Angola Chad Mali EXECUTIVE SUMMARY Tags Bureau of African Affairs Chad Back to Top Close 2024 Wells"
EXPECTED = [
    (None, "EXECUTIVE SUMMARY"), ("Section 1", "Wells Dug"), ("a", "Deep Wells"), ("b", "Disappearance of Wells"),
    (None, "Rope Practices"), ("Section 2", "Wells Filled"), ("a", "Reasons for It"),
]  # fmt: skip


def headings(record: Document) -> list[tuple[str | None, str | None]]:
    return [(section.number, section.heading) for section in record.sections[1:]]


@pytest.mark.parametrize("opening", ["EXECUTIVE SUMMARY EXECUTIVE SUMMARY ", "EXECUTIVE SUMMARY "])
@pytest.mark.parametrize("menu", ["", "Skip to content Policy Issues Countries AngolaBeninChad Bureaus "])
def test_a_report_on_one_line(opening: str, menu: str) -> None:
    record = convert_text(menu + CRUMBS + HEAD + opening + CONTENTS + REPORT + TAIL)
    assert record.title == "2024 Country Reports on Human Rights Practices: Chad"
    assert [country.code for country in record.countries] == ["TD"]
    assert headings(record) == EXPECTED
    text = "\n".join(block.text for section in record.sections for block in section.blocks)
    assert text.count(PROSE.strip()) == 9
    assert "View report" not in text
    assert record.accounting.unaccounted == 0


def test_a_line_without_breadcrumb_stays_whole() -> None:
    record = convert_text(PROSE * 20)
    assert [block.text for block in record.sections[0].blocks] == [(PROSE * 20).strip()]


def test_a_line_that_begins_like_chrome_and_holds_a_page_is_no_chrome() -> None:
    record = convert_text(
        "The Wayback Machine - https://web.archive.org/web/20200317161748/https://www.state.gov/ " + PROSE * 60
    )
    assert PROSE.strip() in record.sections[0].blocks[0].text


def test_a_sentence_that_begins_like_a_breadcrumb_is_none() -> None:
    said = "Home Affairs in this sample has nothing to hide about the wells. They are deep, and all may see them."
    document = convert_text(said)
    assert [block.text for section in document.sections for block in section.blocks] == [said]
    assert document.removed == ()
