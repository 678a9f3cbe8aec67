"""Countries, issuers, subjects and types from breadcrumbs, classes, tags and the address."""

from typing import Any

import pytest

from statedocs.extraction.address import Base
from statedocs.extraction.crumbs import crumbs_of
from statedocs.extraction.head import Head
from statedocs.extraction.named_countries import country_in_body, country_in_facts
from statedocs.extraction.subjects import (
    classes_of,
    countries_of,
    document_type_beside,
    issuers_beside,
    post_number,
    subjects_of,
)
from statedocs.reading.markup import parse

BASE = Base("http://www.state.gov/x/page.htm", None)


def crumbs(markup: str) -> list[tuple[str, str | None]]:
    root, _ = parse(f"<body><div>{markup}</div>".encode())
    return [(part["text"], part["url"]) for part in crumbs_of(list(root.iter("div")), BASE)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            "<a href='/'>Home</a> &gt; <a href='/r/'>Releases</a> &gt; Wells",
            [("Home", "http://www.state.gov/"), ("Releases", "http://www.state.gov/r/"), ("Wells", None)],
        ),
        ("<ul><li><a href='/'>Home</a></li><li>Wells</li></ul>", [("Home", "http://www.state.gov/"), ("Wells", None)]),
        ("Home > Releases > Wells", [("Home", None), ("Releases", None), ("Wells", None)]),
        ("You are in: Home &raquo; Wells", [("Home", None), ("Wells", None)]),
        (
            "<a href='/'>Home</a> &gt; <a>Wells</a> &gt; Fact Sheets &gt; 2004",
            [("Home", "http://www.state.gov/"), ("Wells", None), ("Fact Sheets", None), ("2004", None)],
        ),
        (
            "<a href='/'>Home</a><span>…</span><a class=bc_hide>hide</a><span>Wells</span>",
            [("Home", "http://www.state.gov/"), ("Wells", None)],
        ),
        (
            "<a href='/'><b>Home</b> page</a> / <script>no</script><b>Wells</b>",
            [("Home page", "http://www.state.gov/"), ("Wells", None)],
        ),
        ("", []),
    ],
)
def test_the_breadcrumb_as_printed_without_its_toggles(markup: str, expected: list[tuple[str, str | None]]) -> None:
    assert crumbs(markup) == expected


def test_classes_are_those_of_the_nearest_post() -> None:
    root, _ = parse(b"<body class='x'><article class='post-12 type-state_report'><div class=y></div></article><p>x")
    assert classes_of(root.find(".//div")) == ["post-12", "type-state_report"]
    assert classes_of(root.find(".//p")) == []
    assert classes_of(None) == []


def crumb(text: str) -> dict[str, Any]:
    return {"text": text, "url": None}


PERU, CHAD = "state_countries_and_areas-peru", "state_countries_and_areas-chad"


@pytest.mark.parametrize(
    ("title", "path", "classes", "url", "expected"),
    [
        ("U.S. Relations With Peru", ["Chad"], [CHAD], None, [("PE", "title")]),
        ("Wells", ["Home", "Peru"], [CHAD], None, [("PE", "breadcrumb")]),
        ("Wells", ["Home", "Wells"], [PERU], None, [("PE", "class")]),
        ("Wells", [], [PERU, CHAD], None, [("PE", "class"), ("TD", "class")]),
        ("Wells", [], [], "https://www.state.gov/countries-areas/peru/", [("PE", "url")]),
        ("Wells", [], [], "http://www.state.gov/x.htm", []),
        ("Israel, West Bank and Gaza", [], [], None, [("IL", "title"), ("PS", "title")]),
        ("Kosovo 2019 Human Rights Report", [], [], None, [("XK", "title")]),
        (None, [], [], None, []),
    ],
)
def test_the_first_witness_of_countries(
    title: str | None, path: list[str], classes: list[str], url: str | None, expected: list[tuple[str, str]]
) -> None:
    found = countries_of(title, [crumb(text) for text in path], classes, url)
    assert [(part["code"], part["evidence"]) for part in found] == expected


def test_a_page_of_some_countries_is_about_each_and_one_of_very_many_about_none() -> None:
    some = [PERU, CHAD, "state_countries_and_areas-fiji"]
    assert [part["code"] for part in countries_of("Wells", [], some, None)] == ["PE", "TD", "FJ"]
    many = "mali niger kenya ghana benin togo gabon malta cyprus samoa tonga palau".split()
    classes = [PERU, *(f"state_countries_and_areas-{name}" for name in many)]
    assert countries_of("Wells", [], classes, None) == []


def test_the_site_that_a_breadcrumb_begins_with_has_an_owner() -> None:
    crumbs = [{"text": "Travel.State.Gov", "url": None}, {"text": "Wells", "url": None}]
    assert [(part["code"], part["evidence"]) for part in issuers_beside(crumbs, [], None)] == [("CA", "breadcrumb")]
    assert issuers_beside(crumbs[1:], [], None) == []


@pytest.mark.parametrize(
    ("heading", "text", "code"),
    [
        (None, "More information about Peru is available from other sources.", "PE"),
        (None, "More information about the Gambia is available on the page.", "GM"),
        ("U.S. Relations With Peru", "Text.", "PE"),
        ("Peru", "One country of many over its part of the page.", None),
        ("Wells", "Text about Peru.", None),
    ],
)
def test_a_country_that_only_the_body_names(heading: str | None, text: str, code: str | None) -> None:
    found = country_in_body([{"heading": heading, "blocks": [{"text": text}]}])
    assert [(part["code"], part["evidence"]) for part in found] == ([(code, "body")] if code else [])


def test_a_country_by_its_official_name() -> None:
    fact = {"label": "Official name", "value": "Republic of Peru."}
    assert [part["code"] for part in country_in_facts([{"label": "Area", "value": "x"}, fact])] == ["PE"]
    assert country_in_facts([{"label": "Area", "value": "Peru"}]) == []


@pytest.mark.parametrize(
    ("path", "classes", "expected"),
    [
        (
            ["Home", "Bureau of Energy Resources", "Wells"],
            ["state_bureaus-bureau-of-democracy-human-rights-and-labor"],
            [("ENR", "breadcrumb")],
        ),
        ([], ["state_bureaus-bureau-of-democracy-human-rights-and-labor", "x"], [("DRL", "class")]),
        (
            [],
            [
                "state_bureaus-bureau-of-western-hemisphere-affairs",
                "state_bureaus-bureau-of-democracy-human-rights-and-labor",
            ],
            [("DRL", "class")],
        ),
        ([], ["state_bureaus-bureau-of-western-hemisphere-affairs"], []),
        (["Home"], [], []),
    ],
)
def test_issuers_where_the_masthead_names_none(
    path: list[str], classes: list[str], expected: list[tuple[str, str]]
) -> None:
    found = issuers_beside([crumb(text) for text in path], classes, None)
    assert [(part["code"], part["evidence"]) for part in found] == expected


@pytest.mark.parametrize(
    ("url", "code", "as_written"),
    [
        ("http://2001-2009.state.gov/g/drl/rls/99401.htm", "DRL", "/g/drl/rls/99401.htm"),
        ("http://www.state.gov/p/eap/", "EAP", "/p/eap/"),
        ("https://2009-2017.state.gov/r/pa/ho/sample/index.htm", None, "/r/pa/ho/sample/index.htm"),
        ("https://travel.state.gov/content/sample.html", "CA", "travel.state.gov"),
        ("https://www.state.gov/releases/bureau-of-energy-resources/", "ENR", "/releases/bureau-of-energy-resources/"),
        ("http://1997-2001.state.gov/www/regions/ara/sample.html", "ARA", "/www/regions/ara/sample.html"),
    ],
)  # fmt: skip
def test_an_address_says_who_issues_where_nothing_else_does(url: str, code: str | None, as_written: str) -> None:
    [found] = issuers_beside([crumb("Home")], [], url)
    assert (found["code"], found["as_written"], found["evidence"]) == (code, as_written, "url")
    [stronger] = issuers_beside([crumb("Bureau of Energy Resources")], [], url)
    assert (stronger["code"], stronger["evidence"]) == ("ENR", "breadcrumb")


@pytest.mark.parametrize(
    "url",
    [
        None, "http://www.state.gov/", "http://www.state.gov/p/eapx/", "http://www.state.gov/documents/organization/1.htm",
        "http://www.state.gov/secretary/rm/99101.htm", "https://www.example.org/g/drl/", "https://www.state.gov/releases/2025/x/",
        "https://2009-2017.state.gov/global/arms/sample.html",
    ],
)  # fmt: skip
def test_other_addresses_name_no_issuer(url: str | None) -> None:
    assert issuers_beside([], [], url) == []


def test_regional_bureaus_of_classes_are_subjects() -> None:
    found = subjects_of(
        Head(), ["state_bureaus-bureau-of-western-hemisphere-affairs", "state_policy_issues-wells"], ["Wells"]
    )
    assert [(part["term"], part["scheme"], part["evidence"]) for part in found] == [
        ("Bureau of Western Hemisphere Affairs", "wordpress-class", "class"), ("wells", "wordpress-class", "class"),
        ("Wells", "tag", "body"),
    ]  # fmt: skip


def test_subjects_of_metas_are_split_and_none_is_said_twice() -> None:
    found = subjects_of(Head(subjects=["Wells; Roads", "Roads | Bridges, Ferries"]), [], [])
    assert [part["term"] for part in found] == ["Wells", "Roads", "Bridges", "Ferries"]
    assert {part["scheme"] for part in found} == {"DC_subject"}


@pytest.mark.parametrize(
    ("classes", "url", "evidence"),
    [
        (["type-state_report"], "http://www.state.gov/briefings/x", "class"),
        (["type-post"], "https://www.state.gov/briefings/department-press-briefing-x", "url"),
        ([], "http://www.state.gov/x.htm", None),
        ([], None, None),
    ],
)
def test_the_document_type_beside_the_masthead(classes: list[str], url: str | None, evidence: str | None) -> None:
    found = document_type_beside(classes, url)
    assert (found["evidence"] if found else None) == evidence


def test_the_number_of_the_post() -> None:
    assert post_number(["x", "post-137597"]) == {"scheme": "wp-post", "value": "137597", "as_written": "post-137597"}
    assert post_number(["post-thumbnail"]) is None
