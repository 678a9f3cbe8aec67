"""Selectors mean the same as an XPath over the page and as a look-up at one element."""

import pytest
from lxml import etree, html

from statedocs.errors import TemplateError
from statedocs.templates.index import Index
from statedocs.templates.selectors import Lookup, Selector, elements, xpath

PAGE = html.document_fromstring(
    """<body><div id="main" class="l-wrap wide"><p id="lead" class="date_of_release">1</p>
    <span class="date">2</span><section class="date" role="main">3</section><nav role="navigation">4</nav>
    <p class=" update ">5</p><h1>6</h1></div></body>"""
)


def found(text: str) -> list[str]:
    return [(element.text or "").strip() for element in elements(xpath(text), PAGE)]


def first(tag: str) -> etree._Element:
    return next(PAGE.iter(tag))


SELECTED = [
    ("h1", ["6"]),
    ("#lead", ["1"]),
    ("p#lead", ["1"]),
    ("div#lead", []),
    (".date", ["2", "3"]),
    ("section.date", ["3"]),
    (".date*", ["1", "2", "3"]),
    ("p.date*", ["1"]),
    (".l-wrap", [""]),
    (".wide", [""]),
    (".wid", []),
    ("[role=main]", ["3"]),
    ("nav[role=navigation]", ["4"]),
    ("section[role=navigation]", []),
    (".update", ["5"]),
]


@pytest.mark.parametrize(("text", "expected"), SELECTED)
def test_over_a_page_at_one_element_and_in_an_index(text: str, expected: list[str]) -> None:
    assert found(text) == expected
    assert [(element.text or "").strip() for element in Index(PAGE).find(text)] == expected
    lookup = Lookup({text: True})
    assert [
        (element.text or "").strip() for element in PAGE.iter(etree.Element) if lookup.find(element, element.tag)
    ] == expected


@pytest.mark.parametrize("text", ["//p[@id='lead']", "(//p)[1]"])
def test_an_xpath_is_taken_as_it_is(text: str) -> None:
    assert found(text) == ["1"]
    assert Index(PAGE).has(text)


@pytest.mark.parametrize("text", ["", "p > b", "p b", "#", ".", "P", "[role]", "a,b", ":first"])
def test_what_is_no_selector_is_refused(text: str) -> None:
    with pytest.raises(TemplateError, match="expected a selector"):
        Selector.parse(text)


def test_id_comes_before_class_before_attribute_before_tag() -> None:
    rules = {"p": "tag", "[role=main]": "attribute", ".date*": "prefix", ".date": "class", "#lead": "id"}
    lookup = Lookup(rules)
    assert [lookup.find(element, element.tag) for element in PAGE.iter("p", "span", "section", "h1")] == [
        "id", "class", "class", "tag", None,
    ]  # fmt: skip


def test_later_rules_do_not_undo_earlier_ones() -> None:
    lookup = Lookup({".date": "first"}, {".date": "second", ".wide": "third"})
    assert lookup.find(first("span"), "span") == "first"
    assert lookup.find(first("div"), "div") == "third"


def test_no_rule_matches_nothing() -> None:
    assert not Lookup[str]()
    assert Lookup({"p": 1})
    assert Lookup[str]().find(first("p"), "p") is None
