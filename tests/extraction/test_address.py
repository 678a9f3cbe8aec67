"""Addresses: cleaned, unwrapped, made absolute, told apart."""

# ruff: noqa: E501  (a case is a line)

import pytest

from statedocs.extraction.address import Base, clean, is_state, kind_of, resolve, unwrap

PAGE = "http://www.state.gov/r/pa/page.htm"
BASE = Base(PAGE, PAGE)
NOWHERE = Base(None, None)


@pytest.mark.parametrize(
    ("href", "expected"),
    [(" /a\n/b\t.htm ", "/a/b.htm"), ("\x01http://a.gov\x1f", "http://a.gov"), ("/a b", "/a b"), ("", "")],
)
def test_tabs_and_line_ends_go_out(href: str, expected: str) -> None:
    assert clean(href) == expected


@pytest.mark.parametrize(
    ("url", "expected", "stamp"),
    [
        (
            "https://web.archive.org/web/20150102030405/http://www.state.gov/a",
            "http://www.state.gov/a",
            "20150102030405",
        ),
        (
            "http://web.archive.org/web/20150102030405im_/http://www.state.gov/a.gif",
            "http://www.state.gov/a.gif",
            "20150102030405",
        ),
        ("//web.archive.org/web/2015/www.state.gov/a", "http://www.state.gov/a", "2015"),
        ("http://web.archive.org/web/2015id_/www.state.gov:80/a", "http://www.state.gov:80/a", "2015"),
        ("/web/20150102030405js_/https:/www.state.gov/a.js", "https://www.state.gov/a.js", "20150102030405"),
        ("https://wayback.archive-it.org/1234/20150102030405/http://a.gov/", "http://a.gov/", "20150102030405"),
        (
            "https://web.archive.org/all/20050104232059/http:/www.state.gov/p/",
            "http://www.state.gov/p/",
            "20050104232059",
        ),
        (
            "https://webarchive.library.unt.edu/eot2008/20090109014054/http://www.state.gov/p/",
            "http://www.state.gov/p/",
            "20090109014054",
        ),
        (
            "https://cybercemetery.unt.edu/archive/sample/20130213203529/http://www.state.gov/p/",
            "http://www.state.gov/p/",
            "20130213203529",
        ),
        (
            "https://swap.stanford.edu/20091113223911/http:/www.state.gov/p/",
            "http://www.state.gov/p/",
            "20091113223911",
        ),
        ("http://eot.us.archive.org/eot/20080916115654/www.state.gov/p/", "http://www.state.gov/p/", "20080916115654"),
        ("http://webarchive.loc.gov/all/20150102030405/http://a.gov/", "http://a.gov/", "20150102030405"),
        (
            "https://web.archive.org/web/20150102030405/mailto:desk@example.gov",
            "mailto:desk@example.gov",
            "20150102030405",
        ),
        (
            "https://web.archive.org/web/2016/https://web.archive.org/web/20150102030405/http://a.gov/",
            "http://a.gov/",
            "20150102030405",
        ),
        ("http://www.state.gov/web/a", "http://www.state.gov/web/a", None),
        ("https://web.archive.org/about", "https://web.archive.org/about", None),
    ],
)
def test_replay_wrapping_goes_off(url: str, expected: str, stamp: str | None) -> None:
    assert unwrap(url) == (expected, stamp)


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("other.htm", "http://www.state.gov/r/pa/other.htm"),
        ("../p/x.htm", "http://www.state.gov/r/p/x.htm"),
        ("/x", "http://www.state.gov/x"),
        ("//example.org/x", "http://example.org/x"),
        ("?q=1", "http://www.state.gov/r/pa/page.htm?q=1"),
        ("#part", PAGE + "#part"),
        ("", PAGE),
        ("HTTPS://Example.org/X", "HTTPS://Example.org/X"),
        ("mailto:desk@example.gov", "mailto:desk@example.gov"),
        ("tel:+12025550100", "tel:+12025550100"),
        ("ftp://example.org/x", "ftp://example.org/x"),
        ("javascript:void(0)", None),
        (" JavaScript:go()", None),
        ("data:text/plain,x", None),
        ("file:///C:/page.htm", None),
        ("about:blank", None),
        ("http://[broken", "http://[broken"),
        ("//[broken", "http://[broken"),
        ("/a\nb", "http://www.state.gov/ab"),
    ],
)
def test_addresses_are_made_absolute(href: str, url: str | None) -> None:
    assert resolve(href, BASE) == url


@pytest.mark.parametrize(
    ("href", "base", "url"),
    [
        ("x.htm", NOWHERE, None),
        ("/x", NOWHERE, None),
        ("//example.org/x", NOWHERE, "https://example.org/x"),
        ("http://example.org/", NOWHERE, "http://example.org/"),
        ("/x", Base(None, None, site="https://travel.state.gov/"), "https://travel.state.gov/x"),
        ("x.htm", Base(None, None, site="https://travel.state.gov/"), None),
        ("./page_files/a.gif", Base(PAGE, PAGE, saved=True), None),
        ("page_files/a.gif", BASE, "http://www.state.gov/r/pa/page_files/a.gif"),
        ("http://[", NOWHERE, "http://["),
    ],
)
def test_where_the_page_s_own_address_is_unknown_or_saved(href: str, base: Base, url: str | None) -> None:
    assert resolve(href, base) == url


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        ("http://www.state.gov/x", "state"),
        ("/x", "state"),
        ("http://2009-2017.state.gov/x", "state"),
        ("https://travel.state.gov/", "state"),
        ("http://state.gov", "state"),
        ("http://notstate.gov/", "government"),
        ("http://www.example.gov/", "government"),
        ("http://www.example.mil/", "government"),
        ("https://pe.usembassy.gov/x", "embassy"),
        ("http://usembassy.state.gov/x", "embassy"),
        ("http://lima.usembassy.gov/", "embassy"),
        ("http://www.usembassy.example/", "embassy"),
        ("http://usembassy.gov.example.org/", "external"),
        ("http://www.example.org/", "external"),
        ("http://state.gov.example.com/", "external"),
        ("/documents/a.pdf", "document"),
        ("http://www.example.org/a.PDF#page=2", "document"),
        ("http://www.example.org/a.docx", "document"),
        ("http://www.example.org/a.zip?x=1", "document"),
        ("/documents/a.xls", "document"),
        ("http://www.example.org/?f=a.pdf", "external"),
        ("mailto:desk@example.gov", "email"),
        ("MAILTO:desk@example.gov", "email"),
        ("tel:+12025550100", "phone"),
        ("#part", "anchor"),
        ("page.htm#part", "anchor"),
        ("page.htm", "state"),
        ("javascript:x()", "other"),
        ("data:text/plain,x", "other"),
        ("file:///x", "other"),
        ("http://[broken", "other"),
        ("http:///x", "other"),
    ],
)
def test_kinds(href: str, kind: str) -> None:
    assert kind_of(href, resolve(href, BASE), BASE) == kind


def test_kinds_without_an_address() -> None:
    assert kind_of(None, None, BASE) == "unlinked"
    assert kind_of("a.pdf", None, NOWHERE) == "document"
    assert kind_of("a.htm", None, NOWHERE) == "other"
    assert kind_of("#part", None, NOWHERE) == "anchor"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://2001-2009.state.gov/x.pdf", True), ("https://pe.usembassy.gov/", True), ("https://travel.state.gov/", True),
        ("http://www.example.gov/", False), ("http://example.org/?u=a.state.gov", False),
    ],
)  # fmt: skip
def test_state_s_own(url: str, expected: bool) -> None:
    assert is_state(url) is expected
