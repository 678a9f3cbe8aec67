"""Texts that never were pages: gopher files, mailed copies, issues, treaties; whole, as their time wrote them."""

from statedocs.pipeline import convert_text
from statedocs.record import Document

P1 = """The Government of the sample country and the United States have long
enjoyed friendly relations. Trade between the two grew by 12 percent in
1994, and American firms have opened offices in the capital."""


def convert(text: str) -> Document:
    record = convert_text(text)
    assert record.accounting.unaccounted == 0
    return record


def published(record: Document) -> str | None:
    return record.published.value if record.published else None


def headings(record: Document) -> list[str]:
    return [section.heading for section in record.sections if section.heading]


MAILED = f"""From: SAMPLE List <owner-sample@listserv.example.edu>
Subject: 97-03-12 Statement: Sample Elections
Date: Wed, 19 Mar 1997 17:22:10 -0500
To: Multiple recipients of list SAMPLE

U.S. DEPARTMENT OF STATE
Office of the Spokesman

For Immediate Release                                 March 12, 1997

                  STATEMENT BY NICHOLAS EXAMPLE, SPOKESMAN

                        Sample Elections in Albania

{P1}

{P1}

                                 # # #
----------------------------------------------------------------
To unsubscribe from this list send mail to listserv@example.edu
with the text SIGNOFF SAMPLE in the body.
"""


def test_a_mailed_copy_is_read_below_its_header() -> None:
    record = convert(MAILED)
    assert record.title == "Sample Elections in Albania"
    assert published(record) == "1997-03-12"
    assert [issuer.name for issuer in record.issuers] == ["Office of the Spokesman"]
    assert {"plain-text/mail-header", "list-notice"} <= {gone.rule for gone in record.removed}


TESTIMONY = f"""                         U.S. DEPARTMENT OF STATE
                        OFFICE OF THE SPOKESMAN

                             TESTIMONY BY
                    SECRETARY OF STATE JORDAN EXAMPLE
                             BEFORE THE
                SENATE FOREIGN RELATIONS COMMITTEE

                            NOVEMBER 4, 1993


     Mr. Chairman, members of the Committee: {P1}
"""


def test_a_title_broken_over_centred_lines_is_one() -> None:
    record = convert(TESTIMONY)
    told = "TESTIMONY BY SECRETARY OF STATE JORDAN EXAMPLE BEFORE THE SENATE FOREIGN RELATIONS COMMITTEE"
    assert record.title == told
    assert published(record) == "1993-11-04"
    assert all("Chairman" not in speaker.name for speaker in record.speakers)


TREATY = f"""AGREEMENT BETWEEN THE GOVERNMENT OF THE UNITED STATES OF AMERICA
AND THE GOVERNMENT OF THE REPUBLIC OF PERU
CONCERNING SAMPLE AIR SERVICES

{P1}

Article 1
Definitions

{P1}
"""


def test_a_title_in_capitals_goes_on_with_what_cannot_begin_one() -> None:
    record = convert(TREATY)
    assert record.title is not None
    assert record.title.endswith("REPUBLIC OF PERU CONCERNING SAMPLE AIR SERVICES")


BRIEFING = f"""                       U.S. DEPARTMENT OF STATE
                         DAILY PRESS BRIEFING

               MONDAY, MARCH 21, 1994, 1:05 P. M.

          MS. EXAMPLE:  Good afternoon.

          Q    Mike, What About Sample Korea?

          MS. EXAMPLE:  {P1}

(###)
"""


def test_a_question_is_no_heading_and_the_mark_of_the_end_no_text() -> None:
    record = convert(BRIEFING)
    assert headings(record) == []
    assert [gone.rule for gone in record.removed if gone.text == "(###)"] == ["end-mark"]


def test_an_official_on_a_line_is_no_heading() -> None:
    text = (
        f"Background Notes: Togo\nSeptember 1995\n\nPRINCIPAL OFFICIALS\n\nAmbassador to the U.S.--A. Example\n\n{P1}\n"
    )
    assert headings(convert(text)) == ["PRINCIPAL OFFICIALS"]


def test_what_a_service_prints_over_each_sheet_is_not_its_title() -> None:
    sheet = f"Ghana - Consular Information Sheet\nJanuary 25, 1996\n\n{P1}\n"
    record = convert(f"STATE DEPARTMENT TRAVEL INFORMATION - Ghana\n{'=' * 60}\n{sheet}")
    assert record.title == "Ghana - Consular Information Sheet"
    assert [country.code for country in record.countries] == ["GH"]


def test_the_marking_of_a_telegram_is_not_its_title_for_sure() -> None:
    text = f"UNCLASSIFIED\n\nPAGE 01        STATE  012345\n\nSUBJECT:  SAMPLE VISAS\n\n{P1}\n"
    assert "title" not in {line.role for line in convert(text).masthead}
