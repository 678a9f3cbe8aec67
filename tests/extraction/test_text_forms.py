"""Forms in which texts and mobile copies print their first lines, each read by the whole program."""

from typing import Any

import pytest

from statedocs.pipeline import convert_text
from statedocs.record import Document

PROSE = "The village lies between two rivers, and most of its people live by growing beans and mending boats.\n"


def read(text: str, url: str | None = None) -> Document:
    return convert_text(text, url)


def headings(record: Document) -> list[tuple[str | None, str | None]]:
    return [(section.number, section.heading) for section in record.sections[1:]]


@pytest.mark.parametrize(
    ("text", "url", "title"),
    [
        (PROSE + "Bilateral Economic Relations\n" + PROSE, "https://www.state.gov/u-s-relations-with-kenya/",
         "U.S. Relations With Kenya"),
        ("More information about Peru is available on the Peru Page and from other sources.\n\nU.S.-PERU RELATIONS\n"
         + PROSE, None, "U.S. Relations With Peru"),
        ("Peru [Shutterstock]\nHighlights\n" + PROSE, None, "Peru"),
        ("January 31, 2012\nPROFILE\nGeography\n" + PROSE + "[This is a mobile copy of Sample Islands]\n", None,
         "Sample Islands"),
        ("Introduction\nPurpose\n" + PROSE, None, "Introduction"),
        ("Introduction\nInternational Narcotics Control Strategy Report\nMarch 2005\nReport\n\n" + PROSE, None,
         "Introduction"),
        ("Honduras\nExecutive Summary\n" + PROSE, None, "Honduras"),
        ("U.S. Embassy Abidjan, Cote d’Ivoire\n" + PROSE, None, "U.S. Embassy Abidjan, Cote d’Ivoire"),
        ("TEL: (999) 1\nFAX: (999) 2\nSample Wells Open\nDHAKA, JUNE 7, 2015 – " + PROSE, None, "Sample Wells Open"),
    ],
)  # fmt: skip
def test_the_title_of_a_text(text: str, url: str | None, title: str) -> None:
    assert read(text, url).title == title


JOINT = (
    "Great Seal Secretary of State Robin Example and\nForeign Minister Jordan Sample\nJoint Press Availability\n"
    "January 8, 2001, New York, New York\n"
)
INDEXED = (
    "Daily Press Briefing - February 7, 2014\nIndex for Today's Briefing:\n    • WELLS\n    • Ropes\n"
    "Robin Example\nDeputy Spokesperson\nDaily Press Briefing\nWashington, DC\nFebruary 7, 2014\n"
)
RECORD = (
    "Sample Briefing for Wednesday, 8/5/92\n\nSource: State Department Spokesman Robin Example Description: "
    "Washington, DC Date: Aug, 5 19928/5/92 Category: Briefings Country: Iraq [TEXT] \n\n"
)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Robin Example\nSecretary of State\nTreaty Room\nWashington, DC\nMarch 21, 2014\n",
         [("Robin Example", "Secretary of State")]),
        (JOINT, [("Robin Example", "Secretary of State"), ("Jordan Sample", "Foreign Minister")]),
        (INDEXED, [("Robin Example", "Deputy Spokesperson")]),
        (RECORD, [("Robin Example", "State Department Spokesman")]),
    ],
)  # fmt: skip
def test_the_speakers_of_a_text(text: str, speakers: list[tuple[str, str]]) -> None:
    record = read(text + "MS. EXAMPLE: Good afternoon. I have nothing to announce and will take your questions.\n")
    assert [(speaker.name, speaker.role) for speaker in record.speakers] == speakers
    assert not record.issuers


def test_a_text_as_it_was_mailed() -> None:
    title = "Secretary Example’s Call with Sample Officials"
    record = read(f"{title}\n04/07/2025\n{title}\n04/07/2025 02:40 PM EDT\nOffice of the Spokesperson\n" + PROSE)
    assert record.title == title
    assert record.published is not None
    assert record.published.value == "2025-04-07"
    assert [issuer.name for issuer in record.issuers] == ["Office of the Spokesperson"]
    assert headings(record) == []


def test_a_dateline_says_when_and_where() -> None:
    record = read("Sample Wells Open\n\nDHAKA, JUNE 7, 2015 – " + PROSE, "https://bd.usembassy.gov/wells/")
    assert record.published is not None
    assert (record.published.value, record.published.evidence) == ("2015-06-07", "dateline")
    assert record.places == ("DHAKA",)
    assert [(country.code, country.evidence) for country in record.countries] == [("BD", "url")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RESPECT FOR HUMAN RIGHTS\nSection 1 Respect for the Person\na. Arbitrary Killing\n" + PROSE
         + "b. Disappearance\n" + PROSE,
         [(None, "RESPECT FOR HUMAN RIGHTS"), ("Section 1", "Respect for the Person"), ("a", "Arbitrary Killing"),
          ("b", "Disappearance")]),
        ("Afghanistan\nI. Summary\n" + PROSE + "II. Status of Wells\n" + PROSE,
         [(None, "Afghanistan"), ("I", "Summary"), ("II", "Status of Wells")]),
        ("U.S. Assistance to Cote d'Ivoire\nBilateral Economic Relations\n" + PROSE,
         [(None, "U.S. Assistance to Cote d'Ivoire"), (None, "Bilateral Economic Relations")]),
        ("Summary\n" + PROSE + "Modern Flag of Hungary\nRecognition\n" + PROSE,
         [(None, "Summary"), (None, "Recognition")]),
        ("PROFILE\nSomali Democratic Republic\nGeography\nArea: 7 sq. km.\n" + PROSE,
         [(None, "PROFILE"), (None, "Geography")]),
        ("U.S. Relationship\nU.S.-Peru Relations\n" + PROSE * 2,
         [(None, "U.S. Relationship"), (None, "U.S.-Peru Relations")]),
    ],
)  # fmt: skip
def test_the_headings_of_a_text(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert headings(read("Sample Title\n\nMay 3, 2011\n\n" + PROSE + "\n" + text)) == expected


@pytest.mark.parametrize(
    ("lines", "series", "kind"),
    [
        ("Peru\nCountry Reports on Human Rights Practices - 2005\nMarch 8, 2006\n",
         ("Country Reports on Human Rights Practices", "2005"), "report"),
        ("Introduction\nInternational Narcotics Control Strategy Report\nMarch 2005\nReport\n",
         ("International Narcotics Control Strategy Report", None), "report"),
        ("Zambia (05/03)\nFor the most current version of this Note, see Background Notes A-Z.\n",
         ("Background Notes", None), "background-note"),
    ],
)  # fmt: skip
def test_series_and_kind_of_a_text(lines: str, series: tuple[str, Any] | None, kind: str) -> None:
    record = read(lines + "\n" + PROSE)
    assert (record.series and (record.series.name, record.series.edition)) == series
    assert record.document_type is not None
    assert record.document_type.slug == kind


def test_the_number_of_a_briefing_stands_behind_its_index() -> None:
    index = "DAILY PRESS BRIEFING\nI N D E X\nFriday, May 12, 1995\n\nDEPARTMENT\nSecretary's Travel ........1-2\n\n"
    record = read(index + "DPB #70\n\nMS. EXAMPLE: Good afternoon, and welcome to the briefing of today.\n")
    assert [(part.scheme, part.value) for part in record.identifiers] == [("dpb", "70")]


def test_the_department_itself_is_no_issuer() -> None:
    record = read("Ghana Wells, 1994\nAuthor:  U.S. Department of State\nDate:  February 1995\n\n" + PROSE)
    assert not record.issuers


def test_a_heading_broken_by_hand_is_one() -> None:
    text = (
        "RESPECT FOR HUMAN RIGHTS\n\nSection 1  Respect for the Integrity of the Person, Including \n"
        "           Freedom from:\n\n     a.  Sample Practices\n\n"
    )
    record = read("Sample Title\n\nMay 3, 1994\n\n" + PROSE + "\n" + text + PROSE)
    assert headings(record)[1:] == [
        ("Section 1", "Respect for the Integrity of the Person, Including Freedom from:"),
        ("a", "Sample Practices"),
    ]


def test_the_end_of_a_bureau_on_a_line_of_its_own() -> None:
    record = read("Background Notes: Rwanda, March 1998\nReleased by the Bureau of African \nAffairs.\n\n" + PROSE)
    assert [(issuer.code, issuer.as_written) for issuer in record.issuers] == [("AF", "Bureau of African")]
    assert [line.role for line in record.masthead] == ["title", "issuer", "issuer"]
