"""Plain text to tree: what each shape of text becomes, and that no character is lost."""

# ruff: noqa: E501  (a case is a line)

import re
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from statedocs.pipeline import convert_text
from statedocs.reading.markup import is_markup
from statedocs.reading.plaintext import build

PAGES = Path(__file__).parents[3] / "shared" / "pages"
WHITE = re.compile(r"[\s\u00ad]+")


def solid(text: str) -> int:
    return len(WHITE.sub("", text))


def accounted(text: str) -> int:
    """Characters in the tree, in markers, and in what was taken off."""
    root, removed = build(text)
    markers = "".join(item.get("marker") or "" for item in root.iter("li"))
    return solid("".join(map(str, root.itertext()))) + solid(markers) + sum(solid(gone) for _, gone, _ in removed)


def squash(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def outline(text: str) -> list[str]:
    """The tree, one element a line: lists indented by depth, cells set apart by bars."""
    shown = []
    for element in build(text)[0].iter("p", "li", "tr", "pre", "h1", "h2", "h3"):
        own = " ".join((element.text or "").split()) if element.tag == "li" else squash(element)
        if element.tag == "li":
            depth = sum(1 for _ in element.iterancestors("ul", "ol")) - 1
            own = "  " * depth + (element.get("marker") or "*") + " " + own
        elif element.find("br") is not None:
            own = "/".join(map(str, element.itertext()))
        elif element.tag == "tr":
            own = " | ".join("/".join(" ".join(str(piece).split()) for piece in cell.itertext()) for cell in element)
        shown.append(f"{element.tag} {own}")
    return shown


def taken(text: str) -> dict[str, str]:
    return {rule: gone for rule, gone, _ in build(text)[1]}


WRAPPED = """\
   The first paragraph of this sample is long enough that it had to be
   wrapped by the program that wrote it, at seventy-two columns or so,
   which happens in every text dump that was ever made of a web page and
   in every gopher file that was ever typed by hand on a terminal.

   A short line
   another short line
"""

BROKEN_ADDRESSES = """\
   See the department's list of its lighthouses and of their keepers at
   https://www.state.gov/reports/lighthouses-of-the-samples/their-keeper
   s/ and the older one, which nobody keeps, at www.state.gov/content/en
   /International-Lamps-and-Oil/cases.html. Birds are counted at
   https://www.state.gov/birds-on-the-roof-of-the-lighthouses-of-samples
   and their eggs with them.
"""

CASES = {
    "wraps are joined, short lines are not": (
        WRAPPED,
        ["p " + " ".join(WRAPPED.partition("\n\n")[0].split()), "p A short line", "p another short line"],
    ),
    "nothing is joined where nothing was wrapped": (
        "Bureau of Examples\nFact Sheet\nMay 1, 2013\n",
        ["p Bureau of Examples", "p Fact Sheet", "p May 1, 2013"],
    ),
    "addresses that a wrap broke are whole": (
        BROKEN_ADDRESSES,
        [
            (
                "p See the department's list of its lighthouses and of their keepers at"
                " https://www.state.gov/reports/lighthouses-of-the-samples/their-keepers/ and the older one, which nobody"
                " keeps, at www.state.gov/content/en/International-Lamps-and-Oil/cases.html. Birds are counted at"
                " https://www.state.gov/birds-on-the-roof-of-the-lighthouses-of-samples and their eggs with them."
            ),
        ],
    ),
    "nested bullets": (
        "Intro:\n\n  * one\n      + two\n          o three\n  * four\n",
        ["p Intro:", "li * one", "li   * two", "li     * three", "li * four"],
    ),
    "blank lines between items": ("  • one\n\n  • two\n", ["li * one", "li * two"]),
    "numbers stay": ("Steps:\n\n  1. one\n  2. two\n", ["p Steps:", "li 1. one", "li 2. two"]),
    "letters side by side": (
        "a) one\nb) two\n",
        ["li a) one", "li b) two"],
    ),
    "a lettered heading is no list": (
        "a. Disappearance\n\nThere were none.\n",
        ["p a. Disappearance", "p There were none."],
    ),
    "numbered paragraphs are no list": (
        "1.  First of all.\n\n2.  Second of all.\n",
        ["p 1. First of all.", "p 2. Second of all."],
    ),
    "a footnote star is no bullet": ("*NOTE: see above.\n", ["p *NOTE: see above."]),
    "tabs": ("Name\t\tCapital\nNorth\t\tNorthville\n", ["tr Name | Capital", "tr North | Northville"]),
    "a cell of several lines": (
        "Group \t\tAll areas \nexcept those\t\tListed\nF1\t\tC\t\tU\nF2\t\tC\t\tU\n",
        ["tr Group | All areas/except those | Listed", "tr F1 | C | U", "tr F2 | C | U"],
    ),
    "columns": (
        "Name            Capital\nNorth Island    Northville\nSouth           Southburg\n",
        ["tr Name | Capital", "tr North Island | Northville", "tr South | Southburg"],
    ),
    "marks in a column are a list": (
        "Of:\n\n  --  boats;\n  --  letters, both:\n      o  the long one,\n      o  the short one;\n  --  birds in FY 1995.\n",
        [
            "p Of:",
            "li * boats;",
            "li * letters, both:",
            "li   * the long one,",
            "li   * the short one;",
            "li * birds in FY 1995.",
        ],
    ),
    "a star alone explains one above": (
        "Economy*\nGDP: $7.\n\n* Figures of a year.\n\nNext\n",
        ["p Economy*", "p GDP: $7.", "p * Figures of a year.", "p Next"],
    ),
    "a heading over names in columns": (
        "Principal Government Officials\nKeeper\tAwa Doe\nMiller\tBo Doe\n",
        ["p Principal Government Officials", "tr Keeper | Awa Doe", "tr Miller | Bo Doe"],
    ),
    "double blanks after sentences are no columns": (
        "One thing.  Another.\nTwo things.  Another.\nThree things.  More.\n",
        ["p One thing. Another.", "p Two things. Another.", "p Three things. More."],
    ),
    "a drawn box": (
        "+-----------+\n|F1 |22MAY09|\n|---+-------|\n|F2 |a      |\n|   |b      |\n+-----------+\n",
        ["tr F1 | 22MAY09", "tr F2 | a/b"],
    ),
    "an underlined heading": ("Economy\n=======\nIt grew.\n", ["h2 Economy", "p It grew."]),
    "a rule is no underline": (
        "It grew a lot in the last year.\n-----\nNext\n",
        ["p It grew a lot in the last year.", "p Next"],
    ),
    "Markdown": (
        "# Title\n\n## Economy\n\nIt **grew** _fast_.\n\n**All bold**\n",
        ["h1 Title", "h2 Economy", "p It grew fast.", "p All bold"],
    ),
    "headings of Markdown with a line under them": (
        "Sample Report\n=============\n\nOverview\n--------\n\nIt **grew**.\n\n### Trade\n\nIt is [here](a.htm).\n",
        ["h1 Sample Report", "h2 Overview", "p It grew.", "h3 Trade", "p It is here."],
    ),
    "headings of Markdown in a link": (
        "## Overview\n\nWords.\n\n[## Part 4.\n\n### Rivers and Roads](#part-4)\n\nIt flows.\n\n[### Trees](#trees)\n\nOak.\n",
        ["h2 Overview", "p Words.", "h2 Part 4.", "h3 Rivers and Roads", "p It flows.", "h3 Trees", "p Oak."],
    ),
    "a bracket before a mark is no link without an address": (
        "## One\n\n## Two\n\n[# of pages\n\nmore] words\n",
        ["h2 One", "h2 Two", "p [# of pages", "p more] words"],
    ),
    "a Markdown table": ("## T\n## U\n\nA | B\n---|---\n1 | 2\n", ["h2 T", "h2 U", "tr A | B", "tr 1 | 2"]),
    "form feeds part paragraphs": ("one\n\ftwo\n", ["p one", "p two"]),
    "an index with dot leaders": (
        "Talks in Geneva .........4\nElections ......5-6\n",
        ["p Talks in Geneva 4", "p Elections 5-6"],
    ),
    "a breadcrumb without separators": (
        "HomeReportsBureau of Sample Affairs2030 Sample Reports…Freedonia\n",
        ["p Home/Reports/Bureau of Sample Affairs/2030 Sample Reports/…/Freedonia"],
    ),
    "buttons leave nothing": ("(BUTTON)\n\n(BUTTON) Search\n", ["p Search"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_shapes(text: str, expected: list[str]) -> None:
    assert outline(text) == expected


GONE = {
    "list marks": ("  * one\n  * two\n", "plain-text/list-mark", "* *"),
    "rules": ("one\n\n- - - - -\n\ntwo\n", "plain-text/rule", "- - - - -"),
    "dot leaders": ("Talks .........4\n", "plain-text/dot-leader", "........."),
    "form fields": ("Name: ________\n", "plain-text/form-control", "________"),
    "selected options": ("[Cuba__________] (BUTTON) Go\n", "plain-text/form-control", "[__________] (BUTTON)"),
    "image names": ("[Logo_Navy.png] Home\n", "plain-text/image-name", "[Logo_Navy.png]"),
    "rubbish of a code page": ("one\n\nê(⌠p\n\ntwo\n", "plain-text/rubbish", "ê(⌠p"),
    "control characters": ("one\x00two\x07\n", "reading/control-character", "\x00\x07"),
    "page headers": (
        "Page 1\none\n\fPage 2\ntwo\n\fPage 3\nthree\n\fPage 4\nfour\n",
        "plain-text/page-header",
        "Page 4",
    ),
    "line numbers": ("1 a\n2 b\n3 c\n4 d\n5 e\n", "plain-text/line-number", "5 "),
}


@pytest.mark.parametrize(("text", "rule", "gone"), GONE.values(), ids=GONE)
def test_what_is_taken_off(text: str, rule: str, gone: str) -> None:
    assert taken(text)[rule] == gone


def test_what_control_codes_leave_behind_is_rubbish_and_the_same_again_too() -> None:
    root, removed = build("J\n\none\n\nJ\n\nTHE LAND\n\n7\n\ntwo\n", coded={5, 9})
    assert [rule for rule, _, _ in removed] == ["plain-text/rubbish", "plain-text/rubbish"]
    assert [line for _, _, line in removed] == [1, 5]
    assert "".join(map(str, root.itertext())) == "oneTHE LAND7two"


def test_one_entry_a_rule_and_block() -> None:
    removed = build("  * one\n  * two\n\nNext:\n\n  * three\n")[1]
    assert [(rule, line) for rule, _, line in removed] == [("plain-text/list-mark", 1), ("plain-text/list-mark", 6)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted(end: str) -> None:
    root, _ = build(end.join(["one", "", "two", "", "", "  * three", "  * four"]))
    assert [element.get("line") for element in root.iter("p", "ul", "li")] == ["1", "3", "6", "6", "7"]


def test_a_paragraph_says_how_it_stood() -> None:
    root, _ = build("\n\n                         DAILY PRESS BRIEFING\n\nText\n")
    heading = root[0][0]
    assert dict(heading.items()) == {
        "line": "3",
        "indent": "25",
        "before": "2",
        "after": "1",
        "centred": "1",
        "caps": "1",
    }


def test_headings_left_of_the_margin() -> None:
    root, _ = build("Economy\n\n" + WRAPPED.replace("   ", "     "))
    assert [element.get("outdented") for element in root.iter("p")] == ["1", None, None, None]


def ranked(*blocks: str) -> list[tuple[str, str | None]]:
    """The paragraphs of a text between blank lines, and the rank of those that a terminal set as headings."""
    return [(squash(element), element.get("outdented")) for element in build("\n\n".join(blocks))[0].iter("p")]


def test_a_terminal_sets_headings_at_the_column_of_their_rank() -> None:
    text = [
        "Ferries",
        "   They sail daily.",
        "  Northern Lines",
        "   One a week.",
        "    Winter",
        "      Ice",
        "        Aid",
    ]
    assert [rank for _, rank in ranked(*text)] == ["2", None, "3", None, "4", "5", "6"]


def test_a_heading_on_a_terminal_may_run_over_lines_and_end_with_a_point() -> None:
    prose = "   They sail every day of the week, all year round; at night and in winter, too, when nobody is out there."
    found = ranked("Gamma\nand Delta", prose, "  Recognition of Nauru by Tonga, 1970.", prose)
    assert found[0] == ("Gamma and Delta", "2")
    assert found[2] == ("Recognition of Nauru by Tonga, 1970.", "3")


@pytest.mark.parametrize(
    "block",
    [
        "    1. Home\n    2. Ferries",
        "  July 4, 2019",
        "The piers were built of stone.",
        "Port        Ferry",
        "Outer Islands \u2192",
        "[Flag Bar]",
        "Ferries sail,",
        "        A line that is centred, as it is very long, on its very own pag",
        "one\n  two",
        "Ferries | Piers",
    ],
)
def test_what_stands_off_the_margin_of_a_terminal_and_heads_nothing(block: str) -> None:
    assert all((rank or "1") == "1" for _, rank in ranked("   They sail every day of the week, all year.", block))


def test_the_day_below_a_heading_and_the_department_above_a_title_are_lines_of_their_own() -> None:
    prose = "\n\n   They sail every day of the week, all year.\n\n"
    text = f"U.S. Department of State\nFerries{prose}  Advisory\n  July 4, 2019{prose}"
    assert outline(text)[::2] == ["p U.S. Department of State/Ferries", "p Advisory/July 4, 2019"]


def test_a_text_that_keeps_no_margin_is_of_no_terminal() -> None:
    assert all(rank is None for _, rank in ranked("Ferries", "They sail daily.", "   Piers are of stone.", "Fares"))


def test_a_title_whose_rest_is_centred_below_it_is_one_paragraph() -> None:
    title = "   Survey of the Work of Harbors and Markets: Kiribati (Includes Banaba,\n"
    root, _ = build(f"{WRAPPED}\n{title}                          Fanning, and Malden)\n\n{WRAPPED}")
    assert title.strip() + " Fanning, and Malden)" in [squash(paragraph) for paragraph in root.iter("p")]


def test_what_is_centred_below_a_sentence_is_no_part_of_it() -> None:
    line = "   The harbor of the atoll was closed to all of the ferries for most of May"
    root, _ = build(f"{WRAPPED}\n{line}\n                          Ferries and Boats\n\n{WRAPPED}")
    assert line.strip() in [squash(paragraph) for paragraph in root.iter("p")]


def links(text: str) -> Iterator[tuple[str, str]]:
    for link in build(text)[0].iter("a"):
        yield squash(link), link.get("href") or ""


def test_links_of_lynx() -> None:
    text = "  * [1]Newsroom\n\nSee [2]https://www.usa.gov/ or [3]this page.\n\nReferences\n\n   1. https://www.state.gov/news/\n"
    text += "   2. https://www.usa.gov/\n   3. https://www.gpo.gov/\n"
    assert list(links(text)) == [
        ("Newsroom", "https://www.state.gov/news/"),
        ("https://www.usa.gov/", "https://www.usa.gov/"),
        ("", "https://www.gpo.gov/"),  # how far it goes, a dump does not say
    ]
    assert taken(text)["plain-text/link-reference"] == "[2] [3]"
    assert taken(text)["plain-text/link-address"].split() == text[text.index("References") :].split()


def test_numbers_in_brackets_stay_without_a_list_of_addresses() -> None:
    assert outline("As shown before [12], so be it.\n") == ["p As shown before [12], so be it."]


def test_links_of_markdown() -> None:
    text = (
        "## One\n\nSee [the report](https://www.state.gov/wp-\ncontent/a.pdf) and <https://www.usa.gov/>.\n\n## Two\n"
    )
    assert list(links(text)) == [
        ("the report", "https://www.state.gov/wp-content/a.pdf"),
        ("https://www.usa.gov/", "https://www.usa.gov/"),
    ]
    text = "## One\n\n## Two\n\n[## Part 4.\n\n### Rivers](#part-4)\n\nThey flow.\n"
    assert list(links(text)) == [("Rivers", "#part-4")]


PIECES = st.sampled_from([
    "* ", "- ", "1. ", "a) ", "o ", "+ ", "# ", "## ", "> ", "\t", "  ", "   ", " ", "\n", "\n\n", "\r\n", "\r", "\f",
    "|", " | ", "---", "====", "____", "....", ". . . . . ", "[12]", "[ ]", "(BUTTON)", "[a](b c)", "![x](y)", "<http://a.b>",
    "**", "_", "\\", "References\n", " 1. http://a.b/c\n", "word", "Word", "WORD.", "longer-", "\u00ad", "\xa0",
    "ê(⌠p\n", "\x00", "\x1c", "\ud800", "\ufffe", "│", "┌──┐\n", "+---+\n", "IFRAME: ", "[Cuba_____]",
    "Great Seal ",
    "[# ", "](c)", "[### Word\n", "all of a sentence that goes on and", "1 2 C 4\n", "listed in the sample that follows here:\n\n",
])  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=12), max_size=60).map("".join))
def test_every_character_is_kept_or_accounted_for(text: str) -> None:
    assert accounted(text) == solid(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_lines_point_into_the_text(text: str) -> None:
    root, removed = build(text)
    last = 1 + len(re.findall(r"\r\n|\n|\r", text))
    lines = [int(element.get("line") or 1) for element in root.iter("p", "li", "tr", "h2")]
    assert all(1 <= line <= last for line in [*lines, *(line for _, _, line in removed)])
    assert lines == sorted(lines)


def test_deep_indents_do_not_nest_without_end() -> None:
    root, _ = build("".join(" " * 2 * depth + "* x\n" for depth in range(500)))
    deepest = max(sum(1 for _ in item.iterancestors("ul")) for item in root.iter("li"))
    assert 5 < deepest < 20


@pytest.mark.skipif(not PAGES.is_dir(), reason="the real pages are not at hand")
def test_real_texts_keep_every_character() -> None:
    for path in [
        *PAGES.glob("text/*.txt"),
        *PAGES.glob("renderings/*/*/*.txt"),
        *PAGES.glob("renderings/*/*/2019/*.txt"),
    ]:
        text = path.read_bytes().decode("utf-8")
        assert accounted(text) == solid(text), path.name


def test_the_seal_beside_a_title_is_an_ornament() -> None:
    text = "    Department    Sample Wells and Their\n    Seal          Ropes, Volume I\n                  Joint Report, March 1, 2000\n"
    root, removed = build(text)
    assert [" ".join(map(str, paragraph.itertext())) for paragraph in root.iter("p")] == [
        "Sample Wells and Their", "Ropes, Volume I", "Joint Report, March 1, 2000",
    ]  # fmt: skip
    assert [rule for rule, _, _ in removed] == ["plain-text/image-name"] * 2


@pytest.mark.parametrize("seal", ["![Department Seal](/images/dosthumb.gif) |  ", "|  "])
def test_the_cell_of_a_seal_in_markdown_is_an_ornament(seal: str) -> None:
    text = f"> {seal}**Sample Wells and Their  \n>  Ropes, Volume I**  \n>  Joint Report, March 1, 2000   \n> ---|---  \n> **Angola**\n> _Wells_\n"
    root, _ = build(text)
    assert "".join(map(str, next(iter(root.iter("p"))).itertext())).startswith("Sample Wells")


def test_markdown_may_hold_tags_for_letters() -> None:
    assert not is_markup("## Wells\n\n<u>Ropes</u>: <u>many</u> <u>a</u> <u>b</u> <u>c</u>\n\n## Ropes\n\nText\n")
    assert is_markup("## Wells\n\n<p><u>Ropes</u>: <u>many</u> <u>a</u></p>\n\n## Ropes\n\n<p>Text</p>\n")


def test_a_line_past_the_width_was_not_wrapped() -> None:
    prose = "The economy of the country depends on agriculture and on light\nindustry, and trade with neighbors has grown in each of the last ten\nyears. The government has tried to attract investment from abroad.\n"
    text = (
        prose * 3
        + "a. Arbitrary Deprivation of Wells and Other Unlawful or Politically Motivated Practices\nThere were none.\n"
        + prose
    )
    root, _ = build(text)
    texts = ["".join(map(str, paragraph.itertext())) for paragraph in root.iter("p")]
    assert "There were none." in texts


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Section 1. Respect for the Integrity of the Person, Including:", "a. Arbitrary Wells"], 2),
        (["in the country and in most of the towns near the long river.", "b. Disappearance of Wells"], 2),
        (
            [
                "c. Torture and Other Cruel, Inhuman, or Degrading Treatment of Wells",
                "The law prohibits such practices, but there were reports of some.",
            ],
            2,
        ),
        (
            [
                "Section 5104 of the National Act for Wells and Other Places says",
                "that nothing of the kind is allowed in any of the towns",
            ],
            1,
        ),
    ],
)
def test_a_full_line_that_is_a_heading_takes_nothing_from_the_next(lines: list[str], expected: int) -> None:
    prose = "The economy of the country depends on agriculture and on light\nindustry, and trade with neighbors has grown in each of the last ten\nyears. The government has tried to attract investment from abroad.\n\n"
    root, _ = build(prose * 3 + "\n".join(lines) + "\n\n" + prose)
    texts = ["".join(map(str, element.itertext())) for element in root.iter("p", "li")]
    assert len([text for text in texts if not text.startswith("The economy")]) == expected


PROSE = " ".join(WRAPPED.partition("\n\n")[0].split())


@pytest.mark.parametrize("width", [60, 65, 72, 76, 80])
@pytest.mark.parametrize("indent", ["", "   "])
def test_hard_wraps_of_every_usual_width_are_joined(width: int, indent: str) -> None:
    lines = textwrap.wrap(PROSE, width, initial_indent=indent, subsequent_indent=indent)
    text = "\n".join([*lines, "", *lines, "", f"{indent}A short line", f"{indent}another short line"]) + "\n"
    assert outline(text) == [f"p {PROSE}", f"p {PROSE}", "p A short line", "p another short line"]


def test_a_form_feed_parts_what_a_wrap_would_join() -> None:
    lines = textwrap.wrap(PROSE, 72)
    text = "\n".join([*lines, "", *lines[:2], "\f" + lines[2], *lines[3:]]) + "\n"
    first, second = " ".join(lines[:2]), " ".join(lines[2:])
    assert outline(text) == [f"p {PROSE}", f"p {first}", f"p {second}"]
    assert outline(text.replace("\f", "")) == [f"p {PROSE}", f"p {PROSE}"]


def test_a_line_of_very_many_blanks_costs_no_more_than_its_length() -> None:
    begun = time.process_time()
    document = convert_text("Wells" + " " * 200_000 + "roads\n")
    assert time.process_time() - begun < 10
    assert document.accounting.unaccounted == 0
