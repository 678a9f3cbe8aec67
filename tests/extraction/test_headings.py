"""Headings of pages without heading elements are told by their looks, and nothing else is taken for one."""

from collections.abc import Callable

import pytest

from statedocs.pipeline import convert_html, convert_text
from statedocs.record import Document

BODY = (
    "This paragraph says at some length what the line above it has promised, so that nobody mistakes it for a heading."
)
Page = Callable[..., Document]


def read(markup: str, page: Page) -> Document:
    return page(f"<p>{BODY}</p>{markup}")


def outline(document: Document) -> list[tuple[str | None, int]]:
    return [(section.heading, section.level) for section in document.sections[1:]]


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


@pytest.fixture
def bare() -> Callable[[str], Document]:
    """A page whose only heading element is none: told by its looks."""

    def convert(markup: str) -> Document:
        return convert_html(
            f"<title>Sample page</title><p><b>Sample page</b></p><p>May 3, 1997</p><p>{BODY}</p>{markup}"
        )

    return convert


@pytest.mark.parametrize(
    "line",
    [
        "<p><b>Economy and Trade</b></p>",
        "<p><strong>Economy and Trade</strong><br></p>",
        "<p><u>Economy and Trade</u></p>",
        "<b>Economy and Trade</b><br><br>",
        "<p>ECONOMY AND TRADE</p>",
        "<p><font size='+1'>Economy and Trade</font></p>",
    ],
)
def test_lines_that_look_like_headings_are(bare: Callable[[str], Document], line: str) -> None:
    document = bare(f"{line}<p>{BODY}</p>")
    assert [(heading or "").casefold() for heading, _ in outline(document)] == ["economy and trade"]
    assert "headings-inferred" in codes(document)


def test_a_bold_first_line_over_plain_ones_is_a_heading_and_its_paragraph(bare: Callable[[str], Document]) -> None:
    document = bare(f"<p><b>Economy</b><br>{BODY} <a href='/x'>More</a></p>")
    assert outline(document) == [("Economy", 2)]
    [block] = document.sections[1].blocks
    assert block.text == f"{BODY} More"
    [link] = [link for link in document.links if link.section is not None]
    assert block.text[link.start : link.stop] == "More"


@pytest.mark.parametrize(
    "line",
    [
        "<p>A short plain line</p>",
        "<p><b>MR. EXAMPLE:</b> Good afternoon.</p>",
        "<p>QUESTION: Is it so?</p>",
        "<p><b>This sentence is printed in bold to make a point of it.</b></p>",
        "<p>Tel: (202) 555-0100</p>",
        "<p>(begin text)</p>",
        "<p>$1,000</p>",
        "<p>* * *</p>",
        "<ul><li><b>An entry</b></ul>",
        "<p><b>Area:</b> 12 sq. km.</p>",
        "<p>desk@example.gov</p>",
    ],
)
def test_other_short_lines_are_none(bare: Callable[[str], Document], line: str) -> None:
    document = bare(f"{line}<p>{BODY}</p>")
    assert outline(document) == []
    assert "headings-inferred" not in codes(document)


def test_the_shape_that_comes_first_ranks_2_the_next_under_it_3(bare: Callable[[str], Document]) -> None:
    one, two = "<p><b>FIRST RANK</b></p>", "<p><b>Second Rank</b></p>"
    document = bare(f"{one}<p>{BODY}</p>{two}<p>{BODY}</p>{two}<p>{BODY}</p>{one}<p>{BODY}</p>")
    assert [level for _, level in outline(document)] == [2, 3, 3, 2]
    assert [section.parent for section in document.sections[1:]] == [None, 1, 1, None]


def test_pages_with_heading_elements_are_left_as_they_are(page: Page) -> None:
    document = read(f"<h2>Told</h2><p>{BODY}</p><p><b>Bold line</b></p><p>{BODY}</p>", page)
    assert outline(document) == [("Told", 2)]
    assert "headings-inferred" not in codes(document)


@pytest.mark.parametrize("line", ["Economy and Trade", "ECONOMY AND TRADE", "Section 2. Economy and trade"])
def test_in_a_text_title_case_alone_will_do(line: str) -> None:
    document = convert_text(f"Sample page\n\nMay 3, 1997\n\n{BODY}\n\n{line}\n\n{BODY}\n")
    assert len(outline(document)) == 1
    assert "headings-inferred" in codes(document)


def test_in_a_text_a_short_sentence_is_no_heading() -> None:
    document = convert_text(f"Sample page\n\nMay 3, 1997\n\n{BODY}\n\nThat was all.\n\n{BODY}\n")
    assert outline(document) == []


def test_capitals_that_count_on_are_a_heading_over_short_lines_too() -> None:
    prose = (
        "The bulletin says what is to be said of the wells of this month, and of their ropes, at some length indeed."
    )
    opening = f"Wells\n\nMay 3, 2019\n\nA. STATUTORY WELLS\n\n{prose}\n\nB. ROPES OF THE MONTH\n\n{prose}\n\n"
    text = opening + "C. FOR MORE WELLS SEE THE WELLS OFFICE\n\nPublication 9514\n"
    assert [section.number for section in convert_text(text).sections[1:]] == ["A", "B", "C"]


def test_parts_of_a_profile_and_its_officials(page: Page) -> None:
    """The years behind a bold name are not bold; entries with a single hyphen are no headings (notes of 1990)."""
    document = read(f"<p><b>Economy</b> (1996-97)<br><b>GDP:</b> $7.<br>Trade: None.</p><p>{BODY}</p>", page)
    assert outline(document) == [("Economy (1996-97)", 2)]
    names = "Principal Government Officials\nKeeper of Wells-Ana Doe\nKeeper of Lamps-Bo Doe\n\nAmbassador-Cy Doe\n\n"
    text = convert_text(f"Sample page\n\nMay 3, 1997\n\nHISTORY\n\n{BODY}\n\n{names}{BODY}\n")
    assert [heading for heading, _ in outline(text)] == ["HISTORY", "Principal Government Officials"]


def test_a_heading_that_is_a_button_is_a_heading() -> None:
    """Accordions write their headings so; other buttons are no text of the page."""
    document = convert_html(
        "<title>Wells</title><main><h1>Wells</h1><p>It opens with a sentence that is long enough to be the body.</p>"
        "<h3 class='accordion__title'><button>Who digs them?</button></h3><p>We do.</p><button>Print</button></main>"
    )
    assert [section.heading for section in document.sections] == [None, "Who digs them?"]
    assert [part.rule for part in document.removed] == ["form-control"]


def test_an_underlined_label_among_labels_that_run_on_heads_nothing(bare: Callable[[str], Document]) -> None:
    labels = (
        "<p><u>Visa First</u>: &nbsp; The category will remain Current.</p><p><u>Visa Second</u>:</p>"
        "<p style='margin-left: 40px;'>Peru:&nbsp; Up to four weeks</p>"
        "<p><u>Visa Third – Others</u>:</p><p>Peru: Current</p>"
    )
    assert outline(bare(f"<p><b>Availability</b></p><p>{BODY}</p>{labels}<p>{BODY}</p>")) == [("Availability", 2)]


@pytest.mark.parametrize("label", ["<u>Visa Second:</u>", "<u>Visa Second</u>:", "<b><u>Visa Second</u></b>:"])
def test_an_underlined_line_that_ends_with_a_colon_heads_what_is_below_it(
    bare: Callable[[str], Document], label: str
) -> None:
    assert outline(bare(f"<p>{label}</p><p>{BODY}</p>")) == [("Visa Second:", 2)]


def test_a_sentence_in_bold_that_leads_to_a_list_is_no_heading() -> None:
    lead = "More information about the sample is available from other sources, some of which are listed here:"
    page = (
        f"<title>x</title><p><b>Deep Wells</b></p><p>{'They are deep. ' * 9}</p><p><b>{lead}</b></p><ul><li>A Page</ul>"
    )
    assert [section.heading for section in convert_html(page).sections if section.heading] == ["Deep Wells"]


def test_a_new_look_ranks_next_under_the_heading_that_it_stands_under(bare: Page) -> None:
    document = bare(
        f"<p><b>A. <u>SAMPLE NUMBERS</u></b></p><p>{BODY}</p><p><b><u>SAMPLE CHARTS</u></b></p><p>{BODY}</p>"
        f"<p><b><i>Sample Rows</i></b></p><p>{BODY}</p><p><b>B. <u>SAMPLE DATES</u></b></p><p>{BODY}</p>"
        f"<p><b>Sample Mail</b></p><p>{BODY}</p><p><b><u>MORE CHARTS</u></b></p><p>{BODY}</p>"
    )
    assert outline(document) == [
        ("SAMPLE NUMBERS", 2),
        ("SAMPLE CHARTS", 3),
        ("Sample Rows", 4),
        ("SAMPLE DATES", 2),
        ("Sample Mail", 3),
        ("MORE CHARTS", 3),
    ]


def test_an_underlined_label_over_lines_of_its_own_paragraph_heads_nothing(bare: Page) -> None:
    document = bare(
        "<p><b>Sample Forecast</b></p><p><u>Sample dates</u>: &nbsp;<br>S1: Up to two weeks<br>S2: Up to a month</p>"
        "<p><b><u>Sample First</u>:</b> &nbsp;Open to most.</p>"
        "<p><b><u>Sample Second</u>:</b><br>Northland: Open to all.</p>"
        f"<p><b><u>Sample Gatherings</u></b><br>{BODY}</p>"
    )
    assert outline(document) == [("Sample Forecast", 2), ("Sample Gatherings", 3)]
    texts = [block.text for section in document.sections for block in section.blocks]
    assert "Sample dates:\nS1: Up to two weeks\nS2: Up to a month" in texts
    assert "Sample Second:\nNorthland: Open to all." in texts
