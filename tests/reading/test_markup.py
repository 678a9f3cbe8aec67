"""Text becomes one tree, however it is nested, and nothing of it falls away."""

import re
import time

import pytest
from bs4.exceptions import ParserRejectedMarkup
from lxml import etree

from statedocs.errors import ParseError
from statedocs.pipeline import convert_html
from statedocs.reading import markup
from statedocs.reading.markup import MAX_DEPTH, is_markup, parse


def text_of(root: etree._Element) -> str:
    return str(etree.tostring(root, method="text", encoding="unicode"))


def depth_of(root: etree._Element) -> int:
    deepest = depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><title>Sample</title>", True),
        ("  \n<html>", True),
        ("\ufeff<p>Sample", True),
        ("<!-- saved -->\n<b>Sample</b>", True),
        ('<?xml version="1.0"?><html/>', True),
        ("<FONT SIZE=2>Sample</FONT>", True),
        ("Sample text\n<p>One<p>Two<br>Three", True),
        ("", False),
        ("Sample text without any markup.", False),
        ("Write to <desk@example.gov> or <other@example.gov>.", False),
        ("Numbers: 3 < 4 and 5 > 2.", False),
        ("<TEXT FOLLOWS>\nSample of an old text", False),
        ("A long text that says <b>once</b> what markup is. " + "More words follow here. " * 200, False),
    ],
)
def test_markup_is_told_from_content(text: str, expected: bool) -> None:
    assert is_markup(text) is expected


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "font", "span", "section", "center"])
@pytest.mark.parametrize("count", [100, 200, 260, 3000])
def test_no_text_is_lost_at_any_depth(tag: str, count: int) -> None:
    page = f"<p>before</p>{f'<{tag}>x' * count}deep{f'y</{tag}>' * count}<p>after</p>"
    root, laid_flat = parse(page.encode())
    assert text_of(root) == "before" + "x" * count + "deep" + "y" * count + "after"
    assert depth_of(root) <= MAX_DEPTH
    assert laid_flat == (count + 2 > MAX_DEPTH)


def test_a_hundred_thousand_levels_are_read_in_bounded_time() -> None:
    begun = time.perf_counter()
    root, laid_flat = parse(b"<p>before</p>" + b"<div>" * 100_000 + b"deep" + b"</div>" * 100_000 + b"<p>after")
    assert time.perf_counter() - begun < 30
    assert laid_flat
    assert text_of(root) == "beforedeepafter"


def test_laying_flat_keeps_attributes_order_and_lines() -> None:
    page = "<html lang=fr><body>\n" + "<div class=d>\n" * 150 + "<a href=x id=here>deep</a> tail\n" + "</div>" * 150
    root, laid_flat = parse(page.encode())
    assert laid_flat
    assert root.get("lang") == "fr"
    [link] = root.iter("a")
    assert (link.get("href"), link.get("id"), link.text, str(link.sourceline)) == ("x", "here", "deep", "152")


def test_what_no_xml_holds_is_replaced_when_a_tree_is_laid_flat() -> None:
    root, _ = parse(("<i title='\uffff'>" * 3000 + "a\uffffb").encode())
    assert text_of(root) == "a\ufffdb"


def test_a_text_larger_than_libxml2_takes_at_once_is_read() -> None:
    root, laid_flat = parse(b"<p>" + b"word " * 2_200_000 + b"</p><p>after")
    assert not laid_flat
    assert text_of(root).endswith("after")


@pytest.mark.parametrize(
    "page",
    ["<p>a<p>b<b>c<i>d</b>e", "<ul><li>a<li>bcde", "<table><tr><td>a<td>bc</td>d<tr><td>e", "<div>a<br>bcd<p>e</div"],
)
def test_unclosed_markup_is_read(page: str) -> None:
    root, _ = parse(page.encode())
    assert text_of(root).replace("\n", "") == "abcde"


@pytest.mark.parametrize(
    ("page", "texts"),
    [
        ("<p>One</p></html><p>Two</p>", ["One", "Two"]),
        ("<html><body><p>One</p></body></html>\n Two <h2>Three</h2>", ["One", "Two", "Three"]),
        ("<html><body>One</body></html><html><head></head><body><p>Two</body></html><p>Three", ["One", "Two", "Three"]),
        ("<html><head></head></html><p>One</p></html>Two", ["One", "Two"]),
        ("<p>One</p></html><section><p>Two</p></section>", ["One", "Two"]),
    ],
)
def test_what_follows_the_end_of_the_page_is_part_of_it(page: str, texts: list[str]) -> None:
    root, tolerant = parse(page.encode())
    assert [text for raw in root.itertext() if (text := str(raw).strip())] == texts
    assert not tolerant
    assert root.getnext() is None
    assert [element for head in root.iter("head") for element in head.iter() if element.tag == "p"] == []
    assert [element.tag for element in root.iter("html", "body")] in (["html", "body"], ["html"])


def test_comments_are_no_part_of_the_tree() -> None:
    root, _ = parse(b"<p>a<!-- no --><?php no ?>b</p>")
    assert text_of(root) == "ab"
    assert all(isinstance(element.tag, str) for element in root.iter())


def test_what_no_reader_takes_is_a_parse_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def reject(*_: object) -> None:
        raise ParserRejectedMarkup("odd")

    monkeypatch.setattr(markup, "BeautifulSoup", reject)
    with pytest.raises(ParseError, match="odd") as caught:
        parse(b"<div>" * 3000, "a.html")
    assert caught.value.origin == "a.html"


@pytest.mark.parametrize(
    "page",
    [
        "<title>Wells</title><main><p>One</p></main>",
        "<html><head><title>Wells</title><meta name=a><nav>One</nav><section>Two</section><p>Three",
        "<title>Wells</title><header>One</header>and<link rel=x><article>Two</article>",
        "<title>Wells</title><esi:vars><meta name=a></esi:vars><p>One",
        "<title>Wells</title><x-note>One</x-note><p>Two",
        "<html><head><title>Wells</title><marquee>One</marquee></head><body><p>Two",
    ],
)
def test_a_body_that_no_tag_opens_is_none_of_the_head(page: str) -> None:
    root, _ = parse(page.encode())
    body = root.find("body")
    assert body is not None
    words = re.sub(r"<[^>]*>", " ", page.replace("<title>Wells</title>", "")).split()
    assert " ".join(map(str, body.itertext())).split() == words
    assert root.findtext("head/title") == "Wells"
    assert convert_html(page + "<p>It goes on.").accounting.unaccounted == 0


def test_a_body_opened_within_what_libxml2_left_in_the_head_is_one_with_the_body() -> None:
    root, _ = parse(b"<meta name=a></title><x-note><body class=b>One<p>Two")
    assert [(element.tag, element.get("class")) for element in root.iter("html", "body")] == [
        ("html", None),
        ("body", "b"),
    ]
    assert text_of(root) == "OneTwo"


@pytest.mark.parametrize("tag", ["<div<p>", '<div "a" =b 1=c d<e f:g=h>', "<div&amp; \u00b2=a>", "<p\u00b2 k\u00b2=l>"])
@pytest.mark.parametrize("count", [100, 300, 3000])
def test_names_that_broken_markup_makes_stop_nothing_at_any_depth(tag: str, count: int) -> None:
    document = convert_html("<p>One" + f"<div>{tag}" * count + "Two")
    assert document.accounting.unaccounted == 0
    assert "Two" in document.sections[0].blocks[-1].text


@pytest.mark.parametrize("odd", ["\f", "\uffff", "&#xFFFE;", "&#12;"])
@pytest.mark.parametrize(
    "page",
    [
        "<p>One</p>" + "<div>" * 300 + "Two{}three",
        "<title>Wells</title><x-note>One</x-note>{}two<p>three",
        "<title>Wells</title><pre>{0}See also: <a href=b.htm>Roads</a>{0}\n{0}\nWELLS\n\n"
        + "They were dug by hand.{0} " * 9
        + "</pre>",
    ],
    ids=["deep", "head", "text in a box"],
)
def test_characters_that_no_tree_takes_from_us_stop_nothing(page: str, odd: str) -> None:
    document = convert_html(page.format(odd))
    assert document.accounting.unaccounted == 0
    assert document.sections[0].blocks
