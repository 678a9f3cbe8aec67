"""Which page it is: address, capture, key over time, base."""

import pytest

from statedocs.extraction.head import Head
from statedocs.extraction.identity import Identity, identify
from statedocs.pipeline import convert, convert_html
from statedocs.record import Document
from statedocs.snapshot import Snapshot

URL = "http://www.state.gov/x/page.htm"
REPLAY = "https://web.archive.org/web/20150102030405/http://www.state.gov/x/page.htm"


def known(head: Head, *addresses: tuple[str, str], captured_at: str | None = None, site: str | None = None) -> Identity:
    return identify(head, addresses, captured_at, None, site)


@pytest.mark.parametrize(
    ("head", "addresses", "url", "evidence"),
    [
        (Head(canonical="http://other.gov/"), [(URL, "side-car")], URL, "side-car"),
        (Head(canonical=URL, metas={"og:url": "http://other.gov/"}), [], URL, "canonical"),
        (Head(metas={"og:url": URL, "dc_identifier": "http://other.gov/"}), [], URL, "og:url"),
        (Head(metas={"dc_identifier": URL}), [], URL, "DC_identifier"),
        (Head(canonical="/x/page.htm"), [], None, None),
        (Head(canonical="//www.state.gov/x"), [], "https://www.state.gov/x", "canonical"),
        (Head(base="http://www.state.gov/x/"), [], None, None),
        (Head(), [("file:///C:/page.htm", "saved-from"), (URL, "wayback")], URL, "wayback"),
        (Head(), [("http://2009-2017.state.gov/x", "side-car")], "http://2009-2017.state.gov/x", "side-car"),
        (Head(), [(" http://www.state.gov/x\n", "side-car")], "http://www.state.gov/x", "side-car"),
        (Head(), [], None, None),
    ],
)
def test_the_first_witness_of_an_address(
    head: Head, addresses: list[tuple[str, str]], url: str | None, evidence: str | None
) -> None:
    identity = known(head, *addresses)
    assert (identity.url, identity.evidence) == (url, evidence)


def test_a_replay_address_gives_the_original_and_the_capture() -> None:
    identity = known(Head(), (REPLAY, "side-car"))
    assert (identity.url, identity.archive_url, identity.captured_at) == (URL, REPLAY, "2015-01-02T03:04:05Z")
    assert known(Head(), (REPLAY, "side-car"), captured_at="2020-01-01T00:00:00Z").captured_at == "2020-01-01T00:00:00Z"


def test_a_stamp_that_is_no_time_says_nothing() -> None:
    assert known(Head(), ("https://web.archive.org/web/2015/http://a.gov/", "side-car")).captured_at is None


def links(markup: str, head: str = "", url: str | None = None) -> list[str | None]:
    page = f"<title>Wells</title>{head}<h1>Wells</h1><p>They were dug, says the sample.</p>{markup}"
    return [link.url for link in convert_html(page, url).links]


@pytest.mark.parametrize(
    ("head", "url", "resolved"),
    [
        ("<base href='/y/'>", URL, "http://www.state.gov/y/a.htm"),
        ("<base href='//1997-2001.state.gov/y/'>", None, "https://1997-2001.state.gov/y/a.htm"),
        ("<base href='//1997-2001.state.gov/y/'>", URL, "http://1997-2001.state.gov/y/a.htm"),
        ("<base href='http://a.gov/1/'><base href='http://a.gov/2/'>", URL, "http://a.gov/1/a.htm"),
        ("", URL, "http://www.state.gov/x/a.htm"),
        ("<base href='javascript:x'>", URL, "http://www.state.gov/x/a.htm"),
        ("", None, None),
    ],
)
def test_the_base_element(head: str, url: str | None, resolved: str | None) -> None:
    assert links("<p>See <a href=a.htm>it</a>.</p>", head, url) == [resolved]


def test_the_base_counts_wherever_it_stands() -> None:
    assert links("<p>See <a href=a.htm>it</a>.</p><base href='http://www.state.gov/z/'>") == [
        "http://www.state.gov/z/a.htm"
    ]


def test_a_foreign_base_is_told() -> None:
    def codes(base: str) -> list[str]:
        page = f"<base href='{base}'><h1>Wells</h1><p>They were dug, says <a href=a>the sample</a>."
        return [finding.code for finding in convert_html(page).findings]

    assert "base-foreign" in codes("http://www.example.org/")
    assert "base-foreign" not in codes("http://1997-2001.state.gov/")


def convert_at(url: str | None, captured_at: str | None = None, origin: str = "a.html") -> Document:
    return convert(Snapshot(origin, b"<h1>Wells</h1><p>They were dug.", url, "side-car" if url else None, captured_at))


def test_a_capture_is_known_by_address_time_and_bytes() -> None:
    assert convert_at(URL).id == convert_at(URL, origin="b.html").id
    assert convert_at(None).id != convert_at(None, origin="b.html").id
    assert len({convert_at(URL).id, convert_at(URL, "2015-01-02T03:04:05Z").id, convert_at(None).id}) == 3


def test_captures_of_one_page_share_its_key() -> None:
    assert (
        convert_at(URL).page_key
        == convert_at("https://2009-2017.state.gov/x/page.htm").page_key
        == "state.gov/x/page.htm"
    )
    assert convert_at(None).page_key is None


@pytest.mark.parametrize("address", ["http://[host", "https://[::1/a.htm", "//[", "http://ex\u2100mple.gov/"])
def test_an_address_that_cannot_be_taken_apart_is_none(address: str) -> None:
    head = f"<title>Wells</title><link rel=canonical href='{address}'><base href='{address}'>"
    page = head + "<h1>Wells</h1><p><a href=b.htm>They</a> were dug by hand."
    assert convert_html(page, address).url is None
    assert convert_html(page, URL).url == URL
