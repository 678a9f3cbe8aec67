"""Short plain texts, with little evidence of how they were set: wrapped lines, indexes, mastheads printed twice."""

from statedocs.pipeline import convert_text
from statedocs.record import Document

NOTE = """\
U.S. Department of State
Background Notes: Rwanda, March 1998
Released by the Office of Central African Affairs, Bureau of African
Affairs.

OFFICIAL NAME: Republic of Rwanda

PROFILE

Geography
Area:  26,338 sq. km. (10,169 sq. mi.); about the size of Sampleland.
Cities:  Capital--Kigali (pop. 236,000).  Other cities--Gitarama,
Butare, Ruhengeri, Gisenyi.  Terrain:  Uplands and hills.

SAMPLE CONDITIONS

After the sample election in July 1994, the Sample Party of the hills
organized a government that resembled the one which the well-known
President Example had led in 1992.
"""

BRIEFING = """\
                      U.S. DEPARTMENT OF STATE
                        DAILY PRESS BRIEFING

                            I N D E X
                    Wednesday, August 30, l995

                                     Briefer:  Lesley Example

DEPARTMENT
   Sample Announcement on Travel ..........................  1-2

NORTH AMERICA
   Sample Bridges .........................................  2-6, 9

CUBA
   Sample Drums ...........................................  10, 11


                      DAILY PRESS BRIEFING

                            DPB #129

             WEDNESDAY, AUGUST 30, 1995, 1:50 P.M.
           (ON THE RECORD UNLESS OTHERWISE NOTED)

     MR. EXAMPLE:  Good afternoon, ladies and gentlemen.  I welcome the
visitors to this sample of a briefing.  There is a group of guests from
Vermont with us.
"""


def texts(document: Document) -> list[str]:
    return [block.text for section in document.sections for block in section.blocks]


def test_a_short_note_is_joined_where_it_was_wrapped() -> None:
    document = convert_text(NOTE)
    assert [issuer.as_written for issuer in document.issuers] == [
        "Office of Central African Affairs",
        "Bureau of African Affairs",
    ]
    assert [section.heading for section in document.sections[1:]] == ["PROFILE", "Geography", "SAMPLE CONDITIONS"]
    assert texts(document)[-1].endswith(
        "organized a government that resembled the one which the well-known President Example had led in 1992."
    )
    facts = {fact.label: fact.value for fact in document.facts}
    assert facts["Other cities"] == "Gitarama, Butare, Ruhengeri, Gisenyi"


def test_a_labelled_line_begins_anew_after_a_full_one() -> None:
    assert "Area: 26,338 sq. km. (10,169 sq. mi.); about the size of Sampleland." in texts(convert_text(NOTE))


def test_short_lines_that_nobody_wrapped_stay_apart() -> None:
    lines = "Sample Guide to the Department of State and its many Bureaus\nBureau of Public Affairs\nMay 3, 1997\n\n"
    lists = "".join(f"History of the relations between the United States and Sample {n}\n" for n in "ABC")
    assert texts(convert_text(lines + lists)) == lists.splitlines()


def test_every_region_of_an_index_is_a_heading() -> None:
    outline = [(section.heading, section.level) for section in convert_text(BRIEFING).sections[1:]]
    assert outline == [("DEPARTMENT", 2), ("NORTH AMERICA", 2), ("CUBA", 2)]


def test_a_masthead_printed_again_belongs_to_the_masthead() -> None:
    document = convert_text(BRIEFING)
    assert [(line.role, line.text) for line in document.masthead[-3:]] == [
        ("identifier", "DPB #129"),
        ("date", "WEDNESDAY, AUGUST 30, 1995, 1:50 P.M."),
        ("note", "(ON THE RECORD UNLESS OTHERWISE NOTED)"),
    ]
    assert [(found.scheme, found.value) for found in document.identifiers] == [("dpb", "129")]
    assert "masthead/duplicate-title" in [gone.rule for gone in document.removed]
    assert document.accounting.unaccounted == 0


def test_a_title_that_the_body_repeats_is_body() -> None:
    document = convert_text(
        "Sample Statement\n\nMay 3, 1997\n\nA sentence of the body.\n\nSample Statement\n\nMore of it.\n"
    )
    assert "Sample Statement" in texts(document) or "Sample Statement" in [s.heading for s in document.sections]


def test_a_number_printed_twice_is_one_identifier() -> None:
    document = convert_text("Sample Note\n\nMedia Note\n\nMay 3, 2011\n\nA sentence.\n\nPRN: 2011/317\n")
    assert [(found.scheme, found.value) for found in document.identifiers] == [("prn", "2011/317")]
