"""Texts that a dump broke at every element, and what it put before them."""

import pytest

from statedocs.pipeline import convert_text
from statedocs.reading.plaintext import build

BROKEN = """The two countries signed the
Sample Treaty
, which is in force, and the
Sample Protocol
.
It was
renewed
in 2013, as the ministry said in a statement of that year, and it is
still
in force (see the
archive
).
The list:
potatoes
corn
"""


def texts(text: str) -> list[str]:
    return [" ".join(map(str, element.itertext())) for element in build(text)[0].iter("p", "li")]


def test_sentences_that_a_dump_broke_at_links_are_whole_again() -> None:
    assert texts(BROKEN)[0] == "The two countries signed the Sample Treaty, which is in force, and the Sample Protocol."
    assert "The list:" in texts(BROKEN)
    assert texts(BROKEN)[-1] == "corn"


def test_a_text_that_was_not_broken_keeps_its_lines() -> None:
    assert texts("Prices:\nwheat\ncorn\n\n.profile is a file.\n") == ["Prices:", "wheat", "corn", ".profile is a file."]


FRONT = """---
title: Sample Wells in Peru - United States Department of State
url: https://www.state.gov/sample-wells/
sitename: United States Department of State
date: "2023-11-30"
---
The wells of this sample were dug by hand and have given water for as long as anyone remembers.
"""


def test_front_matter_gives_the_title_and_no_date() -> None:
    record = convert_text(FRONT)
    assert record.title == "Sample Wells in Peru"
    assert record.published is None
    assert record.issuers == ()
    assert record.accounting.unaccounted == 0
    assert [gone.rule for gone in record.removed] == ["plain-text/front-matter"]


@pytest.mark.parametrize("text", ["---\nWells\n---\nThe wells.", "---\ntitle: x\nno end of it at all", "---", ""])
def test_what_is_no_front_matter_stays(text: str) -> None:
    assert "plain-text/front-matter" not in {rule for rule, _, _ in build(text)[1]}


def test_a_title_that_names_no_site_is_a_dumps_guess() -> None:
    record = convert_text(FRONT.replace("Sample Wells in Peru - United States Department of State", "External Link"))
    assert record.title is None


PRINTED = """11/26/26, 8:25 AM                       Sample Wells in Peru

Sample Wells in Peru
May 3, 2013

The wells of this sample were dug by hand and have given water for as long as anyone remembers.
https://www.state.gov/sample/                                                          1/2
\f11/26/26, 8:25 AM                       Sample Wells in Peru

They will be dug again when the first of them runs dry, which may well be in the sample's next year.
https://www.state.gov/sample/                                                          2/2
"""


def test_what_a_browser_prints_on_each_sheet_is_no_line_of_the_page() -> None:
    record = convert_text(PRINTED)
    assert record.title == "Sample Wells in Peru"
    assert record.published is not None
    assert record.published.value == "2013-05-03"
    assert [gone.rule for gone in record.removed] == ["plain-text/page-header"] * 4
    assert record.accounting.unaccounted == 0


def test_markdown_does_not_join_lines_that_had_room() -> None:
    text = "# Wells\n\n[Wells](https://www.state.gov/w)\n\nU.S. DEPARTMENT OF STATE\nDAILY PRESS BRIEFING\n"
    assert texts(text)[-2:] == ["U.S. DEPARTMENT OF STATE", "DAILY PRESS BRIEFING"]


KEPT = """This sample asks for the lists of wells, see the\x20
yearly list
 and the\x20
Sample Atlas
, each of which is a book.

Violence and Threats of\x20
Harassment
: There were no reports that the wells were hurt in the year under review.

E
xile
: The law does not send anybody away.

Who wrote it\x20
Jordan Example
"""


def test_blanks_that_were_kept_tell_what_was_broken_off() -> None:
    assert texts(KEPT) == [
        "This sample asks for the lists of wells, see the yearly list and the Sample Atlas, each of which is a book.",
        "Violence and Threats of Harassment: There were no reports that the wells were hurt in the year under review.",
        "Exile: The law does not send anybody away.",
        "Who wrote it",
        "Jordan Example",
    ]


STRIPPED = """It was dug by the
ministry
, and a
well
.
C.
THE WELLS OF THE YEAR
The newspaper of the town says in its sample of that year and month
El Comercio
that the wells are deep.
Section 7. Worker Rights
a. Freedom of Association
Sample Lighthouse Agreement of the Two Towns and Rivers
hide
Political Parties
and Political Participation
The detainees’
s families were there.
"""


def test_without_blanks_the_words_tell() -> None:
    assert texts(STRIPPED) == [
        "It was dug by the ministry, and a well.",
        "C. THE WELLS OF THE YEAR",
        "The newspaper of the town says in its sample of that year and month El Comercio that the wells are deep.",
        "Section 7. Worker Rights",
        "a. Freedom of Association",
        "Sample Lighthouse Agreement of the Two Towns and Rivers",
        "hide",
        "Political Parties and Political Participation",
        "The detainees’s families were there.",
    ]
