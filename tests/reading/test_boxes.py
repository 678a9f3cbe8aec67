"""Tables that pandoc draws around the layout of a page."""

import time

from statedocs.pipeline import convert_text
from statedocs.reading.plaintext import build

PAGE = """\
+:----------------------------------------------------------------------+
|   ---------------------------- ----------------------------           |
|   [U.S. Department of State]   [U.S. Department of State]             |
|   ---------------------------- ----------------------------           |
+-----------------------------------------------------------------------+
| Home Issues & Press Travel & Business Countries Youth & Education     |
| Careers About State Video                                             |
+-----------------------------------------------------------------------+

+-----------------------+-----------------------+-----------------------+
|  You are in: Bureau   |                       |                       |
| of African Affairs >  |                       |                       |
| Fact Sheets > 2007    |                       |                       |
+-----------------------+-----------------------+-----------------------+
|                       | The Clock Tow         |                       |
|                       | er Exchange for Samoa |                       |
|                       |                       |                       |
|                       | Fact Sheet            |                       |
|                       | Bureau of African     |                       |
|                       | Affairs               |                       |
|                       | Accra, Ghana          |                       |
|                       | March 5, 2007         |                       |
|                       |                       |                       |
|                       | Four towers and two   |                       |
|                       | bells keep time in    |                       |
|                       | this sample.          |                       |
|                       |                       |                       |
|                       | Clocks                |                       |
|                       |                       |                       |
|                       | -   one of oak that   |                       |
|                       |     strikes           |                       |
|                       | -   one of brass      |                       |
|                       |                       |                       |
|                       | They are wound on     |                       |
|                       | Mondays by a warden.  |                       |
+-----------------------+-----------------------+-----------------------+
"""

MASTHEAD = """\
    ----------------------------------- -----------------------------------
    [Great Seal]                        Pat Sample, Special Envoy of Clocks
                                        Testimony before the House
                                        Committee on Towers and Bells and
                                        Sundials
                                        Washington, DC, June 10, 1999

    ----------------------------------- -----------------------------------

  [Blue Bar]

  Mr. Chairman, the towers of this sample keep the time well, and all that
  I can ask of the committee is oil.
"""

TABLE = """\
Towers of the sample and the bells that hang in them are counted here once more.

+-----------------------+-----------------------+
| Tower                 | Bells                 |
+=======================+=======================+
| North                 | 12                    |
+-----------------------+-----------------------+
| South                 | 14                    |
+-----------------------+-----------------------+
"""


def test_a_page_in_a_box_is_read_like_any_text() -> None:
    record = convert_text(PAGE)
    assert record.title == "The Clock Tower Exchange for Samoa"
    assert record.published is not None
    assert record.published.value == "2007-03-05"
    assert [issuer.name for issuer in record.issuers] == ["Bureau of African Affairs"]
    assert list(record.places) == ["Accra, Ghana"]
    assert [section.heading for section in record.sections] == [None, "Clocks"]
    assert [block.text for section in record.sections for block in section.blocks] == [
        "Four towers and two bells keep time in this sample.",
        "one of oak that strikes\none of brass",
        "They are wound on Mondays by a warden.",
    ]
    assert record.accounting.unaccounted == 0


def test_a_masthead_beside_the_seal_is_put_together_line_by_line() -> None:
    record = convert_text(MASTHEAD)
    assert record.title == "Testimony before the House Committee on Towers and Bells and Sundials"
    assert record.published is not None
    assert record.published.value == "1999-06-10"
    assert record.accounting.unaccounted == 0


def test_what_is_a_table_stays_one() -> None:
    [table] = [block for section in convert_text(TABLE).sections for block in section.blocks if block.kind == "table"]
    assert table.rows == (("Tower", "Bells"), ("North", "12"), ("South", "14"))


def test_boxes_that_do_not_close_or_stand_askew_stay_lines() -> None:
    askew = PAGE.replace("| Careers About State Video      ", "| Careers About State Video ")
    assert convert_text(askew).accounting.unaccounted == 0
    open_box = "\n".join(PAGE.splitlines()[:3])
    _, removed = build(open_box)
    assert {rule for rule, _, _ in removed} <= {"plain-text/rule", "plain-text/image-name"}


def test_rules_that_part_paragraphs_draw_no_table() -> None:
    rule = "   " + "-" * 70
    text = f"{rule}\n\n   Sample towers keep time.\n\n\n   They are old.\n\n{rule}\n   One line\n   and two\n{rule}\n"
    root, _ = build(text)
    assert [element.get("before") for element in root.iter("p")][:2] == ["1", "2"]


def test_many_boxes_in_boxes_take_little_time() -> None:
    inner = ["+---+", "| a |", "+---+"]
    for _ in range(60):
        width = len(inner[0])
        inner = [f"+{'-' * (width + 2)}+", *(f"| {line} |" for line in inner), f"+{'-' * (width + 2)}+"]
    start = time.perf_counter()
    record = convert_text("\n".join(["Sample of many boxes, one within another, to the last.", "", *inner] * 20))
    assert time.perf_counter() - start < 20
    assert record.accounting.unaccounted == 0
