"""Chrome of plain-text pages: known lines, and what they enclose."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from statedocs.reading.plaintext import build
from statedocs.templates.text_chrome import fold, match_line
from statedocs.templates.text_contents import find_contents
from statedocs.templates.text_labels import PageLabels, label
from statedocs.templates.text_prose import is_prose
from statedocs.templates.text_tree import label_tree

PAGES = Path(__file__).parents[3] / "shared" / "pages"
DATA = Path(__file__).parents[2] / "src/statedocs/templates/data/text_chrome.json"
PROSE = "The two countries of this sample have had good relations for a long time, and they trade with one another."
MORE = "They also sent one another students, teachers and a brass band, which was heard in both of the capitals."


@pytest.mark.parametrize(
    ("line", "rule", "design"),
    [
        ("printable banner", "site-banner", "classic-2010"),
        ("  Printable   Banner ", "site-banner", "classic-2010"),
        ("An official website of the United States Government Here's how you know", "site-banner", "wordpress"),
        ("Here’s how you know", "site-banner", "wordpress"),
        ("• White House", "site-footer", ""),
        ("03 / Select Countries You can add more than one country or area.", "report-builder", "wordpress"),
        ("The Wayback Machine - https://web.archive.org/web/2020/https://www.state.gov/", "archive-banner", ""),
        ("You are in: Sample Office > Remarks > 2001", "breadcrumb", ""),
        ("Return to: Index of 1994 Daily Briefings || ERC Homepage", "mirror-links", "dosfan"),
        ("Flag Bar", "image-name", "archive-1997"),
        ("Search: Search", "site-menu", ""),
        ("MenuMenu", "site-menu", ""),
        ("MenuState Department Homesearch", "site-banner", "wordpress"),
        ("White HouseUSA.govOffice of the Inspector GeneralArchivesContact Us", "site-footer", ""),
        ("HomeReleases…Sample Tide Gauge Network", "breadcrumb", "wordpress"),
        ("Peru - Countries - Office of the Historian", "site-menu", "history-countries"),
        ("Return to Background Notes Archive.", "mirror-links", "dosfan"),
        ("[This is a mobile copy of Mission]", "mobile-note", "mobile-2009"),
        ("Do you already have an account on one of these sites? Click the logo.", "account-prompt", "classic-2010"),
    ],
)
def test_known_lines(line: str, rule: str, design: str) -> None:
    found = match_line(line)
    assert found is not None
    assert (found.rule, found.design) == (rule, design)


@pytest.mark.parametrize(
    "line", ["U.S. Relations With Peru", "Fact Sheet", PROSE, "", "Bureau of Public Affairs", "Economy"]
)
def test_unknown_lines(line: str) -> None:
    assert match_line(line) is None


def test_tags_close_a_page() -> None:
    page = [PROSE, MORE, "Tags", "Bureau of Sample Affairs", "Freedonia", "Back to Top"]
    assert label(page).rules == [None, None, "tags", "tags", "tags", "top-link"]
    assert label([PROSE, "Tags", PROSE]).rules == [None, None, None]


@pytest.mark.parametrize("row", ["Sample Remarks | Department Home Page", "[Sample Remarks] [Home Page] [Index]"])
def test_links_in_a_row_behind_the_end_are_a_menu(row: str) -> None:
    assert label([PROSE, "[End of Document]", "Blue Bar", row]).rules == [None, "end-mark", "image-name", "site-menu"]
    assert label([PROSE, "[End of Document]", row, MORE]).rules == [None, "end-mark", None, None]
    assert label([PROSE, row]).rules == [None, None]


def test_what_stands_below_the_last_bar_of_a_page_is_a_menu() -> None:
    row = "1998 Sample Statements | Bureau of Sample Affairs"
    assert label([PROSE, "Flag Bar", row, "Department of State"]).rules[-3:] == ["image-name", "site-menu", "site-menu"]
    shelf = [PROSE, "[End of Document]", "Flag Bar", "Sample Reports of 1999", "Department of State"]
    assert label(shelf).rules == [None, "end-mark", "image-name", "site-menu", "site-menu"]
    assert label([PROSE, "Flag Bar", "Sample Reports of 1999", "Department of State"]).rules[-2] is None
    assert label([PROSE, "[End of Document]", "A Sample", "Its Wells", "Department of State"]).rules[2:4] == [
        None,
        None,
    ]


def test_the_head_of_a_mail_is_of_the_page_that_it_copies() -> None:
    crumbs = "HomeReleases…Sample Tide Gauge Network"
    page = ["Sample Tide Gauge Network", "04/07/2025", crumbs, "Sample Tide Gauge Network", "Readout", PROSE]
    assert label(page).rules == [None, None, "breadcrumb", None, None, None]


def test_position() -> None:
    assert match_line("printable banner", "tail") is None
    assert match_line("Search", "head") is not None
    assert match_line("Search", "tail") is not None
    assert match_line("Search", "any") is None


def test_data_is_well_formed() -> None:
    groups = json.loads(DATA.read_text("utf-8"))["groups"]
    assert {group["position"] for group in groups} <= {"head", "start", "tail", "edge", "any"}
    assert all(group.get("lines") or group.get("patterns") for group in groups)
    lines = [(group["position"], fold(line)) for group in groups for line in group.get("lines", ())]
    assert [line for line, count in Counter(lines).items() if count > 1] == []


CLASSIC = [
    "printable banner",
    "U.S. Department of State - Great Seal",
    "U.S. Department of State",
    "Diplomacy in Action",
]
MASTHEAD = ["U.S. Relations With Freedonia", "Bureau of Sample Affairs", "Fact Sheet", "May 1, 2013"]


def kept(lines: list[str], listed: list[bool] | None = None) -> list[str]:
    rules = label(lines, listed or ()).rules
    return [line for line, rule in zip(lines, rules, strict=True) if rule is None]


def test_what_stands_before_the_masthead_and_after_the_body_is_chrome() -> None:
    body = [*MASTHEAD, PROSE, "Economy", MORE]
    tail = ["Back to Top", "Do you already have an account on one of these sites? Click the logo to sign in."]
    found = label([*CLASSIC, *body, *tail])
    assert found.design == "classic-2010"
    assert [*map(bool, found.rules)] == [True] * 4 + [False] * 7 + [True] * 2


def test_a_page_without_chrome_keeps_everything() -> None:
    body = [*MASTHEAD, PROSE, "Business", "Travel", MORE, "Archives", "Table", PROSE.upper()]
    assert kept(body) == body


def test_unknown_menus_between_known_lines() -> None:
    head = [
        "Skip to content",
        "Official websites use .gov",
        "Freshly Invented Office",
        "Another Page",
        "Diplomats in Residence",
    ]
    crumb = ["HomeReportsBureau of Sample Affairs2030 Sample Reports…Freedonia", "hide"]
    lines = [*head, *crumb, "2030 Sample Reports: Freedonia", "Download Report", PROSE]
    found = label(lines)
    assert kept(lines) == ["2030 Sample Reports: Freedonia", PROSE]
    assert found.rules[len(head)] == "breadcrumb"
    assert found.rules[2] == "site-banner"


def test_menu_items_before_the_title() -> None:
    lines = [
        "Skip to content",
        "Home > Sample Office > Fact Sheets > Freedonia Facts",
        "Share this page:",
        "One",
        "Two",
        "Facts",
        PROSE,
    ]
    assert kept(lines, [False, False, False, True, True, False, False]) == ["Facts", PROSE]


def test_the_title_is_found_by_the_breadcrumb() -> None:
    lines = [
        "Skip to main content",
        "Travel.State.Gov > Laws > Sample Bulletin For May 2030",
        "Side Menu",
        "Sample Bulletin For May 2030",
    ]
    assert kept([*lines, "Number 9", PROSE]) == ["Sample Bulletin For May 2030", "Number 9", PROSE]


def test_a_breadcrumb_broken_at_every_element() -> None:
    crumb = ["Home", "»", "Under Secretary", "»", "Sample Bureau"]
    lines = ["Skip to content", "printable banner", *crumb, "Sample Bureau Today", PROSE]
    found = label(lines)
    assert found.rules[2:7] == ["breadcrumb"] * 5
    assert kept(lines) == ["Sample Bureau Today", PROSE]


def test_a_breadcrumb_as_a_list() -> None:
    lines = [
        "Skip to Main Content",
        "Jump to In This Section",
        "Home",
        "Sample Bureau",
        "Sample Reports",
        "Title",
        "Share",
        PROSE,
    ]
    listed = [False, False, True, True, True, False, False, False]
    assert label(lines, listed).rules[2:5] == ["breadcrumb"] * 3
    assert kept(lines, listed) == kept(lines) == ["Title", PROSE]


def test_a_footer_with_a_strangers_prose() -> None:
    tail = [
        "Tags",
        "Freedonia Reports",
        "Build a Custom Report",
        "Afghanistan",
        "Zimbabwe",
        "White House",
        "USA.gov",
        MORE,
    ]
    lines = ["2030 Sample Reports: Freedonia", *[PROSE] * 9, "Last Heading", PROSE, *tail]
    assert kept(lines) == lines[:12]


def test_a_copy_of_the_menu_in_the_footer_is_no_head() -> None:
    menu = "The official site for the Bureau of Consular Affairs."
    foot = ["Back to Overview", menu, "This site is managed by the Bureau of Consular Affairs, here."]
    assert kept([menu, "Sample Bulletin", "Number 9", "Volume X", *foot]) == ["Sample Bulletin", "Number 9", "Volume X"]


CONTENTS = ["EXECUTIVE SUMMARY", "Section 1. Life", "a. Killings", "Section 2. Liberty"]


def test_a_table_of_contents_comes_again() -> None:
    body = ["EXECUTIVE SUMMARY", PROSE, "Section 1.", "Life", "a. Killings", MORE, "Section 2. Liberty", PROSE]
    folded = [line.casefold() for line in ["Title", *CONTENTS, *body]]
    listed = [False, *[True] * len(CONTENTS), *[False] * len(body)]
    assert find_contents(folded, listed, 0, len(folded)) == range(1, 5)
    assert find_contents(
        [line.casefold() for line in ["Title", "In this section /", *CONTENTS, *body]], (), 0, 14
    ) == range(1, 6)


def test_a_list_that_does_not_come_again_is_none() -> None:
    folded = ["title", "one", "two", "three", "four", "five", "six", "seven"]
    assert not find_contents(folded, [False, True, True, True, False, False, False, False], 0, len(folded))


def test_a_table_that_repeats_itself_is_none() -> None:
    folded = ["course", "fort sample, tx", "12", "20"] * 8
    assert not find_contents(folded, [True] * len(folded), 0, len(folded))


@pytest.mark.parametrize(
    ("line", "prose"),
    [
        (PROSE, True),
        ("Short.", False),
        ("Bureau of Sample Affairs, Office of Long Names And Titles, Washington, D.C.", False),
    ],
)
def test_prose(line: str, prose: bool) -> None:
    assert is_prose(line) is prose


def test_trees() -> None:
    root = html.fromstring(
        "<html><body><p>Skip to content</p><ul><li>Menu<ul><li>Search</li></ul></li></ul>"
        f"<p>Official websites use .gov</p><p>Title</p><ul><li>One<ul><li>Two</li></ul></li></ul>"
        f"<p>{PROSE}</p></body></html>"
    )
    labels, design = label_tree(root)
    left = [element.text for element in root.iter("p", "li") if element not in labels]
    assert left == ["Title", "One", "Two", PROSE]
    assert design == "wordpress"
    assert root.find("body/ul") in labels


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@pytest.mark.skipif(not PAGES.is_dir(), reason="the real pages are not at hand")
@pytest.mark.parametrize("engine", ["lynx", "resiliparse"])
def test_real_dumps_keep_their_words_and_no_others(engine: str) -> None:
    for path in (PAGES / "renderings" / engine).rglob("*.html.txt"):
        name = path.relative_to(PAGES / "renderings" / engine).with_suffix(".json")
        reference = json.loads((PAGES / "reference" / name).read_text("utf-8"))
        text = path.read_text("utf-8")
        root, _ = build(text)
        labels, design = label_tree(root)
        gone = [element for element in root.iter() if element in labels]
        left = words(" ".join(map(str, root.itertext())))
        for element in gone:
            if not any(ancestor in labels for ancestor in element.iterancestors()):
                left -= words(" ".join(map(str, element.itertext())))
        body = words("\n".join(block["text"] for block in reference["blocks"])) & words(text)
        free = words("\n".join([*reference["neutral_text"], *reference["title_accept"]]))
        assert (body & left).total() >= 0.995 * body.total(), path
        assert (left - body - free).total() <= 0.005 * left.total() + 20, path
        assert design is not None, path


@pytest.mark.skipif(not PAGES.is_dir(), reason="the real pages are not at hand")
def test_real_text() -> None:
    lines = [line for line in (PAGES / "text/peru-2013.txt").read_text("utf-8").splitlines() if line.strip()]
    found = kept(lines)
    assert found[0].startswith("U.S. Relations")
    assert found[-1] == "Travel and Business Information"
    assert len(found) == len(lines) - 7


def test_words_of_another_sites_footer_are_headings_here() -> None:
    banner = ["An official website of the United States Government Here's how you know", "State Department Home"]
    page = ["Tonga", "Highlights", PROSE, "Travel", "Level 1: Exercise Normal Precautions"]
    assert kept([*banner, *page, "The Lessons of 1989: Freedom and Our Future"]) == page


def test_the_bar_at_the_end_of_a_mobile_copy_does_not_open_the_page() -> None:
    page = ["January 31, 2012", "PROFILE", "Area: 61 sq. km.", PROSE]
    foot = ["[This is a mobile copy of X]", "Home | Search | Full Site"]
    assert kept(["U.S. Department of State", *page, *foot]) == page


def test_the_address_of_a_film_that_a_replay_shows_below_its_page_does_not_open_the_page() -> None:
    """It looks like an archive's banner, which stands above pages, and what follows it is in no footer."""
    head = ["Skip to content", "Menu", "Home > Reports > 2020 Survey of Wells > Freedonia", "hide"]
    film = "https://web.archive.org/web/20210330215207if_/https://players.example/film"
    foot = ["follow us", "Privacy Policy", "U.S. Department of State", film, "_sampleFrame"]
    found = kept([*head, *MASTHEAD, PROSE, *foot])
    assert found[: len(MASTHEAD) + 1] == [*MASTHEAD, PROSE]
    assert kept([film, *head, *MASTHEAD, PROSE]) == [*MASTHEAD, PROSE]


def test_a_breadcrumb_that_was_broken_before_each_sign_leads_to_the_page() -> None:
    head = ["Media Center", "Home", "» Bureau of Sample Affairs", "» Fact Sheets", "» U.S. Relations With Freedonia"]
    assert kept(["Skip to content", *head, *MASTHEAD, PROSE]) == [*MASTHEAD, PROSE]


def test_the_windows_title_is_no_line_of_the_page() -> None:
    page = ["Background Notes: Bhutan, October 1998", PROSE]
    assert kept([f"U.S. Department of State: {page[0]}", "U.S. Department of State", *page]) == page
    assert kept([f"U.S. Department of State: {page[0]}", PROSE]) == [f"U.S. Department of State: {page[0]}", PROSE]


@pytest.mark.parametrize("design", ["classic-2010", None])
def test_where_all_was_taken_for_chrome_the_sites_own_lines_go(
    monkeypatch: pytest.MonkeyPatch, design: str | None
) -> None:
    """So much text is no frame: what stands above and lines that are known go, if the site is known; else nothing."""
    lines = [
        "printable banner",
        "Keepers of all wells",
        "Home \u00bb About",
        "Robin Sample",
        "Keeper",
        "Privacy Policy",
    ]
    rules: list[str | None] = ["site-banner", "site-menu", "breadcrumb", "site-footer", "site-footer", "site-footer"]
    monkeypatch.setattr("statedocs.templates.text_tree.label", lambda *_: PageLabels(rules, design))
    monkeypatch.setattr("statedocs.templates.text_tree._LEAST_PAGE", 10)
    tree, _ = build("\n\n".join(lines))
    labels, _ = label_tree(tree)
    kept = [element.text for element in tree.iter("p") if element not in labels]
    assert kept == (["Robin Sample", "Keeper"] if design else lines)


def test_links_to_the_home_page_of_the_department_close_a_page_without_an_end_mark() -> None:
    row = "Statements by Department Officials | Department of State Home Page"
    assert label([PROSE, "Wells", row]).rules == [None, None, "page-links"]
    assert label([PROSE, "Wells", row.replace(" Home Page", "")]).rules == [None, None, None]


def test_contents_of_sections_in_roman_numbers_that_stand_above_their_headings() -> None:
    parts = ["Sample Demography", "Status of Wells", "Status of Dams"]
    entries = [f"Section {number}. {part}" for number, part in zip(("I", "II", "III"), parts, strict=True)]
    headings = [(entry.removesuffix(f" {part}"), part) for entry, part in zip(entries, parts, strict=True)]
    body = [line for heading in headings for line in (*heading, PROSE)]
    rules = label(["In this section /", *entries, *body]).rules
    assert rules == ["table-of-contents"] * 4 + [None] * 9
