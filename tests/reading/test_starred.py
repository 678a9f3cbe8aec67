"""The html2text that Debian ships writes headings between stars and links with underlines."""

from statedocs.pipeline import convert_text

PROSE = "The law provides for wells and the authorities generally respected it.\n"
TEXT = f"""****** 2019 Country Reports on Human Rights Practices: Chad ******

** _Download_Report_ **
***** Executive Summary *****
{PROSE}***_Section_1._***
****_Respect_for_Wells,_Including:______****

**** a. Arbitrary Filling of Wells and Other Unlawful or Politically
Motivated Practices ****
{PROSE}See the_Wells_Report, snake_case.
"""


def test_headings_between_stars_and_blanks_in_links() -> None:
    record = convert_text(TEXT)
    assert record.title == "2019 Country Reports on Human Rights Practices: Chad"
    assert [(section.level, section.number, section.heading) for section in record.sections[1:]] == [
        (2, None, "Executive Summary"),
        (3, "Section 1", "Respect for Wells, Including:"),
        (3, "a", "Arbitrary Filling of Wells and Other Unlawful or Politically Motivated Practices"),
    ]
    assert "See the Wells Report" in record.sections[-1].blocks[-1].text
    assert record.accounting.unaccounted == 0


def test_stars_in_other_texts_stay() -> None:
    record = convert_text(f"Wells of Chad\n\n{PROSE}** Two stars are a note, and snake_case stays.\n{PROSE}")
    text = "\n".join(block.text for section in record.sections for block in section.blocks)
    assert "** Two stars" in text
    assert "snake_case" in text
