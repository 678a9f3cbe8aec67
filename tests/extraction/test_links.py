"""Links: of masthead, headings and blocks, over several blocks, of images, and addresses written as text."""

# ruff: noqa: E501  (a case is a line)

from collections.abc import Callable

import pytest

from statedocs.extraction.links import written
from statedocs.record import Document, Link

URL = "http://www.state.gov/r/pa/page.htm"
Page = Callable[..., Document]
Place = tuple[str, int | None, int | None, int | None, int | None]


def places(document: Document) -> list[Place]:
    return [(link.text, link.section, link.block, link.start, link.stop) for link in document.links]


def cut(document: Document, link: Link) -> str | None:
    if link.section is None or link.start is None or link.stop is None:
        return None
    section = document.sections[link.section]
    owner = section.heading if link.block is None else section.blocks[link.block].text
    return (owner or "")[link.start : link.stop]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p>See <a href=/a>this page</a>.", ["this page"]),
        ("<p>See <a href=/a> this  page </a>.", ["this page"]),
        ("<p>See <a href=/a><b>this</b> <i>page</i></a>, <a href=/b>that</a>", ["this page", "that"]),
        ("<p>See <a href=/a>this<br>page</a>", ["this\npage"]),
        ("<p>No&nbsp;<a href=/a>break&nbsp;here</a>", ["break here"]),
        ("<p>co&shy;op <a href=/a>co&shy;op</a>", ["coop"]),
        ("<p>😀 <a href=/a>after an emoji</a>", ["after an emoji"]),
        ("<p><b>Bold <a href=/a>and <i>leaning</i></a></b> text", ["and leaning"]),
        ("<blockquote>He <a href=/a>said</a> so.</blockquote>", ["said"]),
        ("<pre>\n  look  <a href=/a> here  now </a>\n</pre><p>x", ["here  now"]),
        ("<ul><li>x<li><a href=/a>item</a></ul>", ["item"]),
        ("<p>A one<br><br>and <a href=/a>two</a>", ["two"]),
        ("<h2>About <a href=/a>Wells</a></h2><p>Text.", ["Wells"]),
        ("<h2>1. <a href=/a>Wells</a></h2><p>Text.", ["Wells"]),
        ("<h2><a href=/a>1. Wells</a></h2><p>Text.", ["Wells"]),
    ],
)
def test_a_span_cuts_out_exactly_the_link(page: Page, markup: str, texts: list[str]) -> None:
    document = page(markup, url=URL)
    assert [link.text for link in document.links] == texts
    assert [cut(document, link) for link in document.links] == texts


def test_a_link_over_several_blocks_is_one_entry_for_each(page: Page) -> None:
    document = page("<a href=/a><h2>Wells</h2><p>One was dug.</p><ul><li>Deep</ul></a><p>After.", url=URL)
    assert places(document) == [("Wells", 1, None, 0, 5), ("One was dug.", 1, 0, 0, 12), ("Deep", 1, 1, 0, 4)]


def test_a_link_over_a_blank_line_is_one_entry_for_each(page: Page) -> None:
    document = page("<p>see <a href=/a>one<br><br>two</a>", url=URL)
    assert [(link.text, link.block) for link in document.links] == [("one", 1), ("two", 2)]


def test_an_image_link_has_its_alt_as_text_and_no_span(page: Page) -> None:
    [link] = page("<p><a href=/a><img src=x.jpg alt='A  lake'></a>", url=URL).links
    assert (link.text, link.start, link.stop, link.url) == ("A lake", None, None, "http://www.state.gov/a")


def test_an_image_link_has_the_name_of_its_own_image_alone(page: Page) -> None:
    document = page("<p><a href=/a><img src=x.jpg alt=Seal></a><b>Words</b><br><img src=y.jpg alt=Rule>", url=URL)
    [link] = document.links
    assert (link.text, link.start, link.section, link.block) == ("Seal", None, 0, 1)
    assert document.sections[0].blocks[1].kind == "figure"


@pytest.mark.parametrize(
    "markup",
    [
        "<a href=/a><figure><img src=x.jpg alt=Lake></figure></a>",
        "<figure><a href=/a><img src=x.jpg alt=Lake></a></figure>",
    ],
)
def test_a_link_around_or_in_a_figure(page: Page, markup: str) -> None:
    [link] = page(markup, url=URL).links
    assert (link.text, link.start, link.section, link.block) == ("Lake", None, 0, 1)


def test_areas_are_links(page: Page) -> None:
    document = page(
        "<p>Text.</p><map name=m><area href=/a alt='The  north'><area alt=none><area href='#s'></map>", url=URL
    )
    assert [(link.text, link.kind, link.start) for link in document.links] == [
        ("The north", "state", None),
        ("", "anchor", None),
    ]


@pytest.mark.parametrize(
    "markup", ["<a name=top>Top</a>", "<a>Top</a>", "<a href='#'></a>Top", "<a href='javascript:x()'></a>Top"]
)
def test_what_leads_nowhere_is_no_link(page: Page, markup: str) -> None:
    assert page(f"<p>See {markup}", url=URL).links == ()


def test_a_link_in_a_figure_s_caption_or_beside_it_keeps_its_span(page: Page) -> None:
    markup = "<figure><img src=x.jpg alt=Lake><p>Seen <a href=/b>there</a></p><figcaption>By <a href=/a>her</a></figcaption></figure>"
    document = page(markup, url=URL)
    assert [(link.text, cut(document, link)) for link in document.links] == [("her", "her"), ("there", "there")]


def test_an_address_is_kept_as_written(page: Page) -> None:
    [link] = page("<p><a href=' /a\n/b.htm '>See it</a>", url=URL).links
    assert (link.href, link.url, link.kind) == (" /a\n/b.htm ", "http://www.state.gov/a/b.htm", "state")


def test_a_relative_address_without_base_has_no_url(page: Page) -> None:
    document = page("<p><a href=b.htm>See it</a>")
    assert document.links[0].url is None
    assert "link-unresolved" in [finding.code for finding in document.findings]


def test_links_are_in_reading_order(page: Page) -> None:
    document = page(
        "<p><a href=/a>a</a> or www.example.org, else <a href=/b>b</a>, says the body.<h2><a href=/c>Wells</a></h2><p>See <a href=/d>d</a>.",
        url=URL,
    )
    assert [link.text for link in document.links] == ["a", "www.example.org", "b", "Wells", "d"]


def test_links_of_the_masthead_have_no_section_and_no_span(page: Page) -> None:
    document = page("<p>More text.", head="<h1>A <a href=/a>linked</a> title</h1>", url=URL)
    assert places(document)[0] == ("linked", None, None, None, None)


def test_links_of_chrome_are_none(page: Page) -> None:
    assert page("<nav><a href=/a>Home</a></nav><p>Text.", url=URL).links == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See www.state.gov/peru.", [("www.state.gov/peru", "http://www.state.gov/peru")]),
        ("(http://www.example.org/a_(b))", [("http://www.example.org/a_(b)", "http://www.example.org/a_(b)")]),
        ("at HTTPS://Example.org, or", [("HTTPS://Example.org", "HTTPS://Example.org")]),
        ("<http://example.org/x>", [("http://example.org/x", "http://example.org/x")]),
        ("write desk.one@example.gov;", [("desk.one@example.gov", "mailto:desk.one@example.gov")]),
        ("ftp://example.org/x!", [("ftp://example.org/x", "ftp://example.org/x")]),
        ("“www.example.org”", [("www.example.org", "http://www.example.org")]),
        (
            "http://a.gov/x and http://b.gov/y",
            [("http://a.gov/x", "http://a.gov/x"), ("http://b.gov/y", "http://b.gov/y")],
        ),
        ("no address: 3:30 p.m. @ home, www is a web", []),
        ("http://", []),
    ],
)
def test_addresses_written_as_text(text: str, found: list[tuple[str, str]]) -> None:
    assert [(text[start:stop], href) for start, stop, href in written(text)] == found


def test_a_written_address_inside_a_link_is_that_link(page: Page) -> None:
    document = page("<p>See <a href='http://www.example.org/x'>www.example.org</a> and www.example.net", url=URL)
    assert [(link.text, link.url) for link in document.links] == [
        ("www.example.org", "http://www.example.org/x"),
        ("www.example.net", "http://www.example.net"),
    ]
