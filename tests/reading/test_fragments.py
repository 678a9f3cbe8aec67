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
