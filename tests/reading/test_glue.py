"""What a dump without separators glued together."""

import pytest

from statedocs.pipeline import convert_text

BODY = "The towers of this sample are kept by four wardens, and all of them are open to readers in summer."
HEAD = "Skip to content\nSearch\nMenu\n"


def test_a_breadcrumb_with_the_page_glued_to_it_is_cut_off() -> None:
    record = convert_text(f"{HEAD}HomeCountries & Areas…BeninhideBenin{BODY}\n")
    assert record.title == "Benin"
    assert [block.text for section in record.sections for block in section.blocks] == [BODY]
    assert record.accounting.unaccounted == 0


@pytest.mark.parametrize("line", [f"Home rule and hideouts. {BODY}", f"HomeTowns hide much. {BODY}", BODY])
def test_other_lines_stay_whole(line: str) -> None:
    record = convert_text(f"Sample Wells\n\nMay 3, 2013\n\n{line}\n\n{BODY}\n")
    assert [block.text for section in record.sections for block in section.blocks][-2:] == [line, BODY]


def test_a_footer_glued_to_two_lines_is_one() -> None:
    text = (
        f"{HEAD}Bell Towers of the Sample\nFact Sheet\nMay 3, 2013\n{BODY}\n{BODY}\n\n"
        "White HouseUSA.govOffice of the Inspector GeneralArchivesContact Us\n"
        "Privacy PolicyAccessibility StatementCopyright Information\nA note kept off the screen.\n"
    )
    record = convert_text(text)
    assert [block.text for section in record.sections for block in section.blocks] == [BODY, BODY]
    assert record.accounting.unaccounted == 0


def test_the_foot_of_a_mobile_page_is_cut() -> None:
    foot = "[This is a mobile copy of Bell Towers]Short URL: http://m.state.gov/md1.htmHome | Search | Full Site"
    text = f"Fact Sheet\nMay 3, 2010\n{BODY}\n{foot}\n"
    record = convert_text(text)
    assert record.title == "Bell Towers"
    assert [block.text for section in record.sections for block in section.blocks] == [BODY]


def test_the_heads_of_an_advisory_are_cut_and_its_day_is_not_the_pages() -> None:
    text = (
        "Benin\nSkip to main content\nTravel.State.Gov > International Travel > Country Information > Benin\n"
        "BeninRepublic of Benin\n"
        f"Travel AdvisoryJuly 31, 2023Benin - Level 2: Exercise Increased CautionREAD MORE{BODY}\n"
        f"Quick Facts\nPASSPORT VALIDITY:Six months\nHealth\n{BODY}\n"
    )
    record = convert_text(text)
    assert record.title == "Benin"
    assert record.published is None
    assert record.accounting.unaccounted == 0
