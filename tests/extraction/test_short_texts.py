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


def test_a_speaker_may_stand_beside_another_on_the_next_line() -> None:
    document = convert_text(
        "Secretary of State Jordan Example\nand Senator Robin Sample\nRemarks at the Sample Hall\n"
        "Colchester, Vermont, April 7, l998\n\nMR. SAMPLE: Good morning to all of you.\n"
    )
    assert [(person.name, person.role) for person in document.speakers] == [
        ("Jordan Example", "Secretary of State"),
        ("Robin Sample", "Senator"),
    ]
    assert document.title == "Remarks at the Sample Hall"


def test_a_series_that_only_the_masthead_names() -> None:
    document = convert_text(
        "Namibia\nCountry Reports on Human Rights Practices  - 2005\n"
        "Released by the Bureau of Democracy, Human Rights, and Labor\nMarch 8, 2006\n\nA sentence of the report.\n"
    )
    assert document.series is not None
    assert (document.series.name, document.series.edition) == ("Country Reports on Human Rights Practices", "2005")


def test_a_long_name_that_lost_its_label_is_no_heading() -> None:
    document = convert_text(
        "Zambia (05/03)\n\nFor the most current version of this Note, see Background Notes A-Z.\n\n"
        "Republic of Zambia\n\nPROFILE\n\nGeography\nArea: 752,614 sq. km.\nCities: Capital--Lusaka.\n"
    )
    assert [(section.heading, section.level) for section in document.sections[1:]] == [("PROFILE", 2), ("Geography", 3)]


def test_the_second_masthead_of_a_report_of_the_nineties() -> None:
    document = convert_text(
        "Peru Country Report on Human Rights Practices for 1995\n"
        "Released by the Bureau of Democracy, Human Rights, and Labor, Febuary 1995.\n\n"
        "Title:  Peru Human Rights Practices, 1995\nAuthor:  U.S. Department of State\nDate:  March 1996\n\n\n"
        "                                      PERU\n\n\n"
        + (
            "The Constitution provides for a strong president, who serves for 5 \nyears, and a Congress of sample. \n\n"
            * 3
        )
    )
    assert document.title == "Peru Country Report on Human Rights Practices for 1995"
    assert [country.code for country in document.countries] == ["PE"]
    assert [issuer.code for issuer in document.issuers] == ["DRL"]


def test_a_chapter_is_about_the_country_that_heads_it() -> None:
    body = "The trade is undercutting the efforts to rebuild the economy of this sample, and has for years.\n\n"
    document = convert_text(
        "International Narcotics Control Strategy Report   -2007\nMarch 2007\n\nSouth and Central Asia\n\n"
        f"Afghanistan\n\nI. Summary\n\n{body}II. Status of Country\n\n{body}"
    )
    assert [(country.code, country.evidence) for country in document.countries] == [("AF", "body")]


def test_who_speaks_is_no_heading() -> None:
    body = "Thank you very much. It is a pleasure to be with you in this place on this day, as it always was.\n\n"
    document = convert_text(
        f"Dispatch, Volume 7, Number 37, September 9, 1996\n\nSample Values\n\n{body}Secretary Example\n\n{body}"
    )
    assert "Secretary Example" not in [section.heading for section in document.sections]


def test_a_mobile_copy_is_titled_by_its_notice() -> None:
    document = convert_text(
        "January 31, 2012\n\nThe following statement was issued in Washington.\n\n"
        "[This is a mobile copy of Joint Statement on the Sample Talks]\n"
    )
    assert document.title == "Joint Statement on the Sample Talks"
    assert "title-inferred" in [finding.code for finding in document.findings]


def test_the_first_paragraph_of_a_life_is_no_issuer_though_it_ends_in_an_office() -> None:
    life = (
        "Robin Example, a career member of the Senior Foreign Service, presented her papers in Praia on March 2, 2022."
        " She was earlier Deputy Chief of Mission in Windhoek, and Director of the Office of Southern African Affairs."
    )
    term = "Term of Appointment: March 2, 2022 to present"
    lines = ["Biography", "Robin Example", "Ambassador", term, "Robin Example", life, "She hails from Sampleville."]
    record = convert_text("\n\n".join(lines))
    assert not record.issuers
    assert record.published is None
    assert record.sections[0].blocks[0].text == life


def test_a_part_of_a_report_above_the_reports_name_is_the_title() -> None:
    bureau = "Bureau of International Narcotics and Law Enforcement Affairs"
    series = "2016 International Narcotics Control Strategy Report (INCSR)"
    crumbs = f"Home > Under Secretary for Samples > {bureau} > Releases > {series}"
    body = "The sample is a transit zone, and its coast is long and low."
    record = convert_text("\n\n".join((crumbs, "Country Report: Suriname", series, bureau, "Report", body)))
    assert record.title == "Country Report: Suriname"
    assert [country.code for country in record.countries] == ["SR"]
    assert record.series is not None
    assert record.series.edition == "2016"


def test_a_button_below_a_long_title_ends_it_not() -> None:
    title = "U.S. Embassy Opens Call for Wells of the Sample in All Towns"
    text = f"{title}\n\n   Share\n   Facebook\n\n   September 16, 2021\n\n   The wells are deep, and they are many.\n"
    record = convert_text(text)
    assert record.title == title
    assert record.published is not None
    assert record.published.value == "2021-09-16"
