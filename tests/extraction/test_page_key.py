"""The page over time: captures of one page have one key, pages of their own keep theirs."""

# ruff: noqa: E501  (a case is a line)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.extraction.page_key import page_key

PERU = "state.gov/r/pa/ei/bgn/35762.htm"
PATH = "/r/pa/ei/bgn/35762.htm"


@pytest.mark.parametrize(
    "url",
    [
        f"http://www.state.gov{PATH}", f"https://www.state.gov{PATH}", f"https://state.gov{PATH}", f"http://www2.state.gov{PATH}",
        f"HTTP://WWW.State.GOV{PATH}", f"http://www.state.gov.{PATH}", f"//www.state.gov{PATH}",
        f"http://www.state.gov:80{PATH}", f"https://www.state.gov:443{PATH}", f"http://user:word@www.state.gov{PATH}",
        f"http://1997-2001.state.gov{PATH}", f"http://2001-2009.state.gov{PATH}", f"https://2009-2017.state.gov{PATH}",
        f"https://2017-2021.state.gov{PATH}", f"https://2021-2025.state.gov{PATH}", f"https://www.2009-2017.state.gov{PATH}",
        f"http://www.state.gov{PATH}#profile", f"http://www.state.gov{PATH}?", f"http://www.state.gov{PATH}/",
        f"http://www.state.gov/{PATH}", "http://www.state.gov/r/pa/x/../ei/./bgn/35762.htm", "http://www.state.gov/r/pa/ei/bgn/%335762%2Ehtm",
        f"http://www.state.gov{PATH};jsessionid=0A1B.node1", f"http://www.state.gov/(S(lit3py55t21z5v55vlm25s55)){PATH}",
        f"http://www.state.gov{PATH}?PHPSESSID=0a1b&utm_source=x&utm_medium=y", f"http://www.state.gov{PATH}?fbclid=x&gclid=y",
        f"http://www.state.gov{PATH}?goMobile=0", f"http://www.state.gov{PATH}?ASPSESSIONIDQQ=X&amp;sid=2&amp;WT.mc_id=7",
        f"http://www.state.gov{PATH}?s=0123456789abcdef0123", " http://www.state.gov/r/pa/ei/\nbgn/35762.htm ",
        f"https://web.archive.org/web/20131120000000/http://www.state.gov{PATH}", f"http://web.archive.org/web/2013id_/www.state.gov:80{PATH}",
        f"https://wayback.archive-it.org/1234/20131120000000/http://www.state.gov{PATH}", f"http://webarchive.loc.gov/all/20131120000000/http://www.state.gov{PATH}",
        f"https://web.archive.org/web/2016/https://web.archive.org/web/2013/http://2009-2017.state.gov{PATH}",
    ],
)  # fmt: skip
def test_captures_of_one_page_have_one_key(url: str) -> None:
    assert page_key(url) == PERU


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://www.state.gov/", "state.gov"), ("http://www.state.gov", "state.gov"), ("http://2009-2017.state.gov/x/", "state.gov/x"),
        ("https://1997-2001.state.gov/x/index.html", "state.gov/x"), ("http://2001-2009.state.gov/x/default.aspx", "state.gov/x"),
        ("http://www.state.gov/x/Index.CFM?b=2&a=1", "state.gov/x?a=1&b=2"), ("http://www.example.org/Index.htm", "example.org"),
        ("http://www.state.gov/index.php/", "state.gov"), ("http://www.state.gov/x/home.jsp", "state.gov/x"),
        ("http://www.state.gov/reindex.htm", "state.gov/reindex.htm"), ("http://www.state.gov/index.htm.txt", "state.gov/index.htm.txt"),
        ("http://www.state.gov/index/", "state.gov/index"), ("http://www.state.gov/R/PA/", "state.gov/R/PA"),
        ("http://m.state.gov/md35762.htm", "m.state.gov/md35762.htm"),  # a site of its own: other paths, shorter texts
        ("http://travel.state.gov/x", "travel.state.gov/x"), ("https://2009-2017-fpc.state.gov/x.htm", "fpc.state.gov/x.htm"),
        ("https://2017-2021-translations.state.gov/x", "translations.state.gov/x"), ("http://2001-2009.example.gov/x", "2001-2009.example.gov/x"),
        ("http://www.state.gov:8080/x", "state.gov:8080/x"), ("gopher://dosfan.lib.uic.edu:70/00/x", "dosfan.lib.uic.edu/00/x"),
        ("ftp://ftp.example.gov:21/x", "ftp.example.gov/x"), ("http://www.gov/x", "www.gov/x"), ("http://wwwx.state.gov/x", "wwwx.state.gov/x"),
        ("http://www.state.gov/x?b=2&a=1&b=1", "state.gov/x?a=1&b=1&b=2"), ("http://www.state.gov/x?id=1&utm_id=2", "state.gov/x?id=1"),
        ("http://www.state.gov/x?s=peru", "state.gov/x?s=peru"), ("http://www.state.gov/x?sidebar=1", "state.gov/x?sidebar=1"),
        ("http://www.state.gov/x?q=a+b", "state.gov/x?q=a+b"), ("http://www.state.gov/x?q=a%20b", "state.gov/x?q=a+b"),
        ("http://www.state.gov/x?u=http%3A%2F%2Fa.gov%2F%26", "state.gov/x?u=http%3A%2F%2Fa.gov%2F%26"),
        ("http://www.state.gov/a%2fb", "state.gov/a%2Fb"), ("http://www.state.gov/%7ejo/caf%c3%a9", "state.gov/~jo/caf%C3%A9"),
        ("http://www.state.gov/~jo/café", "state.gov/~jo/caf%C3%A9"), ("http://www.state.gov/a b", "state.gov/a%20b"),
        ("http://bücher.example/x", "xn--bcher-kva.example/x"), ("http://[::1]/x", "::1/x"),
        ("mailto:desk@example.gov", None), ("", None), ("http://", None), ("/r/pa/", None), ("file:///C:/x.htm", None),
        ("http://[broken", None), ("http://a.gov:port/", None), ("http://a.gov:99999/", None), ("http://a.gov/\ud800", None),
    ],
)  # fmt: skip
def test_pages_of_their_own_keep_their_keys(url: str, key: str | None) -> None:
    assert page_key(url) == key


@given(
    st.text(max_size=60)
    | st.from_regex(r"https?://(www\.)?[a-z0-9.-]{1,20}(:[0-9]{1,5})?/[ -~é]{0,40}", fullmatch=True)
)
def test_a_key_is_its_own_key_and_nothing_breaks(url: str) -> None:
    key = page_key(url)
    if key is not None and "[" not in key and not key.startswith("www") and "web/" not in key:
        assert page_key(f"http://{key}") == key
