"""Headings of texts that kept nothing but their lines."""

from statedocs.pipeline import convert_text

TITLE = "Bell Towers of the Sample Valley\n\nFact Sheet\nBureau of African Affairs\nMay 3, 2013\n\n"


def headings(text: str) -> list[str | None]:
    record = convert_text(TITLE + text)
    assert record.accounting.unaccounted == 0
    return [section.heading for section in record.sections if section.heading]


def test_short_lines_and_sentences_by_turns() -> None:
    text = (
        "The valley keeps four towers in this sample, and each of them is open in summer.\n"
        "Why are they counted?\nBecause the survey says so.\nTraining\nTwo courses were held.\n"
        "What comes next?\nOil comes next year.\n"
    )
    assert headings(text) == ["Why are they counted?", "Training", "What comes next?"]


def test_lines_apart_over_cells_and_entries() -> None:
    text = (
        "The valley keeps four towers in this sample.\n\n\n"
        "Who May Apply\n\n\nvillage schools\nparents' committees\n\n\n"
        "Notes\n\n\nThey are kept by the wardens of the towers, all through the year.\n\n\n"
    )
    assert headings(text) == ["Who May Apply", "Notes"]


def test_one_such_line_may_be_anything() -> None:
    text = (
        "The valley keeps four towers in this sample.\nA view of the towers\nThey are old.\nNobody counts them twice.\n"
    )
    assert headings(text) == []


def test_who_where_and_when_is_no_heading() -> None:
    text = (
        "The valley keeps four towers in this sample.\n"
        "Q Are they old?\nThey are very old.\nMay 4, 2013\nThey are kept well.\n"
        "Washington, DC\nNobody counts them.\nRead more\nThey are old.\nShare\nThey stand.\n"
    )
    assert headings(text) == []


def test_a_title_that_the_breadcrumb_names_ends_where_it_does() -> None:
    text = (
        "Mongolia\n\n\nSkip to content\nU.S. Department of State\nDiplomacy in Action\nBrowse by:\n\nHome\n» \n"
        "Bureau of African Affairs\n» \nMongolia\n\n\nMongolia\nShare\nGreat Seal of Mongolia\nBackground Notes\n» \n"
        "Background Note: Mongolia\nRemarks\n-06/30/11  \nKey Contacts\nU.S. Embassy\n\n\nBlog\nWhat's New\n"
    )
    assert convert_text(text).title == "Mongolia"
