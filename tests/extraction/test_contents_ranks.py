"""A text's headings rank as the page's own contents hold them; headings of a dump stand left of the margin."""

import pytest

import statedocs
from statedocs.record import Document

FIRST = """\
   Observers reported that the ferry's crew was held at the harbor for nine
   days, and that the harbor master did not answer letters about it.
"""
SECOND = """\
   A commission heard forty fishers in May. Its report was not published by
   the end of the year, although the law asks for it within ninety days.
"""
THIRD = """\
   Unions said that inspectors came twice, and that neither visit was
   followed by a fine or by a letter.
"""
BODY = f"{FIRST}\n{SECOND}\n{THIRD}"
CONTENTS = """\
   In this section /

   Read a Section: Kiribati
    1. Read a Section: Kiribati
    2. EXECUTIVE SUMMARY
    3. Section 1. Harbors
         1. a. Ferries
              1. Crews at Sea
         2. b. Piers
    4. Section 2. Markets
         1. a. Prices
              1. Other Matters
         2. b. Weights
              1. Other Matters
    5. Section 3. Ice
    6. Endnote: Note on Sourcing
"""
HEADINGS = (
    "Read a Section: Kiribati",
    "EXECUTIVE SUMMARY",
    "Section 1. Harbors",
    "a. Ferries",
    "Crews at Sea",
    "b. Piers",
    "Old Piers",
    "c. Buoys",
    "Section 2. Markets",
    "a. Prices",
    "Other Matters",
    "b. Weights",
    "Other Matters",
    "Section 3. Ice",
    "Endnote: Note on Sourcing",
)


def page(*headings: str, contents: str = CONTENTS, above: str = "") -> Document:
    """A report as lynx dumps it: headings at the left, text within the margin."""
    parts = "".join(f"{heading}\n\n{above if at == 0 else ''}{BODY}\n" for at, heading in enumerate(headings))
    head = "   Home > Reports > 2023 Country Reports on Human Rights Practices > Kiribati\n\n"
    title = "2023 Country Reports on Human Rights Practices: Kiribati\n\n"
    return statedocs.convert_text(f"{head}{title}{contents}\n{parts}   ______\n")


def outline(document: Document) -> list[tuple[int, str | None, str | None]]:
    return [(section.level, section.number, section.heading) for section in document.sections if section.heading]


def test_headings_rank_as_the_contents_hold_them() -> None:
    assert outline(page(*HEADINGS)) == [
        (2, None, "Read a Section: Kiribati"),
        (2, None, "EXECUTIVE SUMMARY"),
        (2, "Section 1", "Harbors"),
        (3, "a", "Ferries"),
        (4, None, "Crews at Sea"),
        (3, "b", "Piers"),
        (4, None, "Old Piers"),  # the contents leave it out, as `Crews at Sea` it has no number
        (3, "c", "Buoys"),  # and this one, which goes on from `b.`
        (2, "Section 2", "Markets"),
        (3, "a", "Prices"),
        (4, None, "Other Matters"),
        (3, "b", "Weights"),
        (4, None, "Other Matters"),
        (2, "Section 3", "Ice"),
        (2, None, "Endnote: Note on Sourcing"),
    ]


def test_below_numbered_entries_alone_all_others_rank_one_lower() -> None:
    contents = CONTENTS.replace("              1. Crews at Sea\n", "").replace("              1. Other Matters\n", "")
    levels = {heading: level for level, _, heading in outline(page(*HEADINGS, contents=contents))}
    assert (levels["Ferries"], levels["Crews at Sea"], levels["Old Piers"]) == (3, 4, 4)


def test_a_number_on_its_own_line_is_one_heading_with_the_line_below() -> None:
    found = outline(page(*HEADINGS[:2], "Section 1.\n\nHarbors", *HEADINGS[3:]))
    assert found[2] == (2, "Section 1", "Harbors")


def test_the_same_entry_at_two_depths_is_taken_in_its_order() -> None:
    contents = CONTENTS.replace("    5. Section 3. Ice\n", "    5. Other Matters\n")
    found = outline(page(*HEADINGS[:-2], "Other Matters", HEADINGS[-1], contents=contents))
    assert [level for level, _, heading in found if heading == "Other Matters"] == [4, 4, 2]


@pytest.mark.parametrize(
    "contents",
    [
        "",
        "   In this section /\n\n    1. EXECUTIVE SUMMARY\n    2. Section 1. Harbors\n    3. Section 2. Markets\n",
        CONTENTS.replace("Section", "Part").replace("a.", "x.").replace("b.", "y.").replace("Matters", "Things"),
    ],
    ids=["none", "flat", "of something else"],
)
def test_without_such_contents_the_shapes_rank(contents: str) -> None:
    found = outline(page(*HEADINGS[1:4], HEADINGS[8], contents=contents))
    assert [(level, heading) for level, _, heading in found if heading != "Kiribati"][-4:] == [
        (2, "EXECUTIVE SUMMARY"),
        (3, "Harbors"),
        (4, "Ferries"),
        (3, "Markets"),
    ]


def test_within_the_margin_of_a_dump_whose_headings_stand_left_of_it_a_short_line_is_none() -> None:
    document = page(*HEADINGS, above="   Outer Islands Group\n\n")
    assert "Outer Islands Group" not in [heading for _, _, heading in outline(document)]
    assert "Outer Islands Group" in [block.text for block in document.sections[1].blocks]


def test_a_line_that_the_contents_hold_is_a_heading_whatever_stands_below_it() -> None:
    headings = [f"   {heading}" for heading in HEADINGS]
    text = "".join(f"{heading}\n\n   It rained.\n\n" for heading in headings)
    document = page("   Foreword\n\n" + text.rstrip())
    assert [heading for _, _, heading in outline(document)][-15:] == [
        section.heading for section in page(*HEADINGS).sections if section.heading
    ]
    ferries = next(section for section in document.sections if section.heading == "Ferries")
    assert [block.text for block in ferries.blocks] == ["It rained."]


def test_a_line_that_they_leave_out_right_above_one_that_they_hold_is_a_link_to_another_page() -> None:
    document = page("Read a Section: Kiribati\n\nOuter Islands Group\n\nEXECUTIVE SUMMARY", *HEADINGS[2:])
    assert "Outer Islands Group" not in [heading for _, _, heading in outline(document)]
    assert [block.text for block in document.sections[1].blocks] == ["Outer Islands Group"]


def test_the_number_of_an_entry_without_words_ends_the_contents() -> None:
    contents = CONTENTS.replace("    6. Endnote: Note on Sourcing\n", "         1. Blocks\n         2.\n")
    found = outline(page(*HEADINGS[:-1], "a. Blocks", contents=contents))
    assert found[0] == (2, None, "Read a Section: Kiribati")
    assert found[-1] == (3, "a", "Blocks")


def test_the_part_that_the_button_above_the_contents_names_is_no_heading_though_another_part_comes_first() -> None:
    contents = CONTENTS.replace("   Read a Section: Kiribati\n    1.", "   EXECUTIVE SUMMARY\n    1.")
    assert outline(page(*HEADINGS, contents=contents)) == outline(page(*HEADINGS))


def test_a_line_that_ends_in_an_arrow_is_a_link_to_another_page() -> None:
    document = page(*HEADINGS, above="Outer Islands →\n\n")
    assert outline(document) == outline(page(*HEADINGS))
    assert document.sections[1].blocks[0].text == "Outer Islands →"


@pytest.mark.parametrize("name", ["_vmVarsFrame", "aux-frame.2"])
def test_the_name_of_a_frame_is_a_mark_and_ends_no_menu(name: str) -> None:
    frames = "   IFRAME:\n   https://web.archive.org/web/20230613165132if_/https://www.state.gov/frame\n\n   IFRAME: "
    text = "   Home > Reports > Kiribati\n\nFerries of Kiribati\n\n" + BODY + "\n   Privacy Policy\n   FOIA\n\n"
    document = statedocs.convert_text(f"{text}{frames}{name}\n")
    assert document.title == "Ferries of Kiribati"
    assert name not in document.model_dump_json(include={"sections"})
    assert document.accounting.unaccounted == 0
