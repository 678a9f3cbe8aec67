"""Blocks become sections: split headings joined, numbers taken off, ranks and parents."""

# ruff: noqa: E501  (a case is a line)

from collections.abc import Callable

import pytest

from statedocs.extraction.page import Raw
from statedocs.extraction.sections import build, split_number
from statedocs.extraction.text import Anchor
from statedocs.record import Document

Page = Callable[..., Document]


@pytest.mark.parametrize(
    ("text", "number", "heading"),
    [
        ("Section 1. Respect for Samples", "Section 1", "Respect for Samples"),
        ("Section 1 Respect for Samples", "Section 1", "Respect for Samples"),
        ("SECTION 2: Samples", "SECTION 2", "Samples"),
        ("Chapter IV. Samples", "Chapter IV", "Samples"),
        ("a. Arbitrary Samples", "a", "Arbitrary Samples"),
        ("II. Samples", "II", "Samples"),
        ("12. Samples", "12", "Samples"),
        ("1.2 Samples", "1.2", "Samples"),
        ("1.2.3. Samples", "1.2.3", "Samples"),
        ("b) Samples", "b", "Samples"),
        ("B . SAMPLES", "B", "SAMPLES"),
        ("d.Arbitrary Samples of Wells", "d", "Arbitrary Samples of Wells"),
        ("e.g. Samples", None, "e.g. Samples"),
        ("12 . Samples", "12", "Samples"),
        ("Samples", None, "Samples"),
        ("A Sample of Wells", None, "A Sample of Wells"),
        ("I Came by Boat", None, "I Came by Boat"),
        ("1994 Samples", None, "1994 Samples"),
        ("U.S. Samples", None, "U.S. Samples"),
        ("Section 3.", None, "Section 3."),
        ("Chapter and Verse", None, "Chapter and Verse"),
        ("40 Wells Were Dug", None, "40 Wells Were Dug"),
    ],
)
def test_numbers_are_taken_off_as_written(text: str, number: str | None, heading: str) -> None:
    found, rest, shift = split_number(text)
    assert (found, rest) == (number, heading)
    assert text[shift:] == rest


def outline(document: Document) -> list[tuple[str | None, str | None, int, int | None]]:
    return [(part.number, part.heading, part.level, part.parent) for part in document.sections[1:]]


def test_the_lead_has_no_heading_and_level_0(page: Page) -> None:
    lead = page("<p>More.").sections[0]
    assert (lead.position, lead.level, lead.parent, lead.heading, lead.number) == (0, 0, None, None, None)


def test_parents_are_the_nearest_earlier_sections_of_smaller_level(page: Page) -> None:
    document = page(
        "<h3>Wells</h3><h4>Deep</h4><h2>Roads</h2><h4>Paved</h4><h3>Bridges</h3><h3>Ferries</h3><h1>Costs</h1><p>Few."
    )
    assert outline(document) == [
        (None, "Wells", 3, None), (None, "Deep", 4, 1), (None, "Roads", 2, None), (None, "Paved", 4, 3), (None, "Bridges", 3, 3),
        (None, "Ferries", 3, 3), (None, "Costs", 1, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "markup",
    [
        "<a href='#x'><h4>Section 1.</h4><h3>Respect for Samples</h3></a>",
        "<p>Section 1.</p><h3>Respect for Samples</h3>",
        "<h4>Section 1.</h4>\n<!-- x -->\n<h3>Respect for Samples</h3>",
        "<h3>Section 1.<br>Respect for Samples</h3>",
        "<h3><span>Section 1.</span> <b>Respect</b> for Samples</h3>",
    ],
)
def test_a_split_heading_is_one(page: Page, markup: str) -> None:
    document = page(f"{markup}<p>Text.")
    assert outline(document) == [("Section 1", "Respect for Samples", 3, None)]
    assert document.accounting.unaccounted == 0


def test_a_link_around_a_split_heading_is_one_link_in_the_heading(page: Page) -> None:
    document = page(
        "<a href='/x'><h4>Section 1.</h4><h3>Respect for Samples</h3></a><p>Text.", url="http://www.state.gov/a.htm"
    )
    [link] = document.links
    assert (link.section, link.block, link.text) == (1, None, "Respect for Samples")
    assert (document.sections[1].heading or "")[link.start : link.stop] == link.text


def test_blocks_stand_under_their_heading(page: Page) -> None:
    document = page("<h2>Wells</h2><p>One was dug.<ul><li>Deep</ul><h2>Roads</h2><p>None was paved.")
    assert [[block.text for block in section.blocks] for section in document.sections[1:]] == [
        ["One was dug.", "Deep"],
        ["None was paved."],
    ]


def test_a_level_is_never_deeper_than_6() -> None:
    sections, _ = build([Raw("heading", "Deep", level=9)])
    assert sections[1]["level"] == 6


def test_every_block_knows_where_it_went() -> None:
    raws = [Raw("paragraph", "a"), Raw("heading", "1. B", anchors=[Anchor("x", 3, 4)], level=2), Raw("paragraph", "c")]
    _, places = build(raws)
    assert [(place.raw.text, place.section, place.block, place.shift) for place in places] == [
        ("a", 0, 0, 0), ("1. B", 1, None, 3), ("c", 1, 0, 0),
    ]  # fmt: skip


def test_positions_count_up(page: Page) -> None:
    document = page("<h2>Wells</h2><p>One was dug.<h3>Roads</h3><p>None was paved.")
    assert [section.position for section in document.sections] == [0, 1, 2]
