"""One page in, one record or one named error out; none stops the others."""

# ruff: noqa: E501  (a case is a line)

import gc
import hashlib
import json
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from statedocs import way
from statedocs.errors import InvalidRecord, NotADocument, StatedocsError
from statedocs.pipeline import convert, convert_all, convert_html, convert_text
from statedocs.record import Document, Failure
from statedocs.schema import schemas
from statedocs.sinks import to_json
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read

SAMPLES = Path(__file__).parent / "samples" / "failures"
REFUSED = sorted(path for path in SAMPLES.iterdir() if path.suffix not in (".expected", ".md"))
PROSE = "<p>" + "The wells were dug by the people of the town, as this sample says at some length. " * 4 + "</p>"
PAGE = f"<title>Wells</title><h1>Wells</h1>{PROSE}"


def codes(document: Document) -> list[str]:
    return [finding.code for finding in document.findings]


@pytest.mark.parametrize("path", REFUSED, ids=lambda path: path.name)
def test_what_is_no_document_is_refused_saying_what_was_seen(path: Path) -> None:
    error, seen = path.with_name(path.name + ".expected").read_text("utf-8").split("\n")[:2]
    [failure] = convert_all(read(path))
    assert isinstance(failure, Failure)
    assert (failure.origin, failure.error) == (path.name, error)
    assert seen.casefold() in failure.message.casefold()


def test_the_source_is_described() -> None:
    data = f"<meta charset=iso-8859-1>{PAGE}<p>caf\xe9 \x93".encode("latin-1")
    snapshot = Snapshot(
        "x/a.html", data, "http://www.state.gov/x", "side-car", "2015-01-02T03:04:05Z", "text/html", None, "urn:1"
    )
    source = convert(snapshot).source
    assert (source.origin, source.bytes, source.sha256) == ("x/a.html", len(data), hashlib.sha256(data).hexdigest())
    assert (source.encoding, source.encoding_evidence, source.replaced) == ("windows-1252", "meta", 0)
    assert (source.media_type, source.captured_at, source.record_id) == ("text/html", "2015-01-02T03:04:05Z", "urn:1")
    assert (source.url_evidence, source.archive_url) == ("side-car", None)


def test_the_id_is_made_of_address_capture_and_bytes() -> None:
    snapshot = Snapshot("a.html", PAGE.encode(), "http://www.state.gov/x", "side-car", "2015-01-02T03:04:05Z")
    said = f"v1\nhttp://www.state.gov/x\n2015-01-02T03:04:05Z\n{snapshot.sha256}"
    assert convert(snapshot).id == hashlib.sha256(said.encode()).hexdigest()[:32]
    unplaced = Snapshot("a.html", PAGE.encode())
    assert convert(unplaced).id == hashlib.sha256(f"v1\na.html\n\n{unplaced.sha256}".encode()).hexdigest()[:32]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (PAGE.encode() + "<p>éàü ".encode() + b"\xff", "encoding-replaced"),
        (b"<meta charset=iso-8859-1>" + PAGE.encode() + "<p>é".encode(), "encoding-label-wrong"),
        (PAGE.encode() + "<p>caf\u00c3\u00a9".encode(), "mojibake"),
        (PAGE.encode() + b"\x01", "control-characters"),
        (PAGE.encode() + b"<div>" * 3000 + b"deep", "markup-deep"),
        (PAGE.encode() + b"<p>See <a href=x>this</a>.", "link-unresolved"),
        (b"<base href='http://www.example.org/'>" + PAGE.encode(), "base-foreign"),
    ],
)
def test_doubts_of_reading_are_findings(data: bytes, code: str) -> None:
    assert code in codes(convert(Snapshot("a.html", data)))
    assert code not in codes(convert(Snapshot("a.html", PAGE.encode())))


def test_a_wayback_replay_gives_its_original() -> None:
    replay = "https://web.archive.org/web/20190314112233/https://www.state.gov/sample/"
    page = (
        f"<!-- saved from url=(0067){replay} --><html><head><title>Wells</title></head><body>"
        "<div id=wm-ipp-base>Captured 12 times</div><div id=donato>Give</div>"
        f"<h1>Wells</h1>{PROSE}<p>See <a href='/web/20190314112233/https://www.state.gov/roads/'>the roads</a> or "
        "<a href='https://web.archive.org/web/20190314112233/http://www.example.org/'>others</a>.</p><img src='sample_files/a.gif' alt=A>"
    )
    document = convert(Snapshot("sample.html", page.encode()))
    assert (document.url, document.page_key) == ("https://www.state.gov/sample/", "state.gov/sample")
    assert (document.source.archive_url, document.source.url_evidence) == (replay, "wayback")
    assert document.source.captured_at == "2019-03-14T11:22:33Z"
    assert [(link.url, link.kind) for link in document.links] == [
        ("https://www.state.gov/roads/", "state"), ("http://www.example.org/", "external"),
    ]  # fmt: skip
    assert {(part.rule, part.text) for part in document.removed} == {
        ("replay/wayback-toolbar", "Captured 12 times"), ("replay/wayback-appeal", "Give"),
    }  # fmt: skip


def test_a_page_saved_by_a_browser_gives_its_address() -> None:
    document = convert_html(f"<!-- saved from url=(0029)https://www.state.gov/wells/x -->{PAGE}")
    assert (document.url, document.source.url_evidence) == ("https://www.state.gov/wells/x", "saved-from")


@pytest.mark.parametrize(("data", "media_type"), [(PAGE, "text/html"), ("Wells\n\nThey were dug.\n", "text/plain")])
def test_what_a_page_is_is_told_by_its_content(data: str, media_type: str) -> None:
    assert convert_html(data).source.media_type == media_type
    assert convert_text(data).source.media_type == media_type


def test_content_is_equal_for_captures_of_one_edition() -> None:
    one = convert_html(PAGE, "http://www.state.gov/x")
    two = convert_html(f"<nav>Other menu</nav>{PAGE}", "http://2009-2017.state.gov/x")
    other = convert_html(PAGE.replace("dug", "drilled"), "http://www.state.gov/x")
    assert one.content_sha256 == two.content_sha256 != other.content_sha256


def test_each_item_ends_once_and_none_stops_the_others(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    skipped = Skipped("a.css", "style sheet")
    good, empty, bug = Snapshot("a.html", PAGE.encode()), Snapshot("b.html", b""), Snapshot("c.html", b"<p>boom")
    read_page = way.__dict__["read_page"]

    def read_or_boom(snapshot: Snapshot) -> object:
        if snapshot.origin == "c.html":
            raise KeyError("boom")
        read_again: object = read_page(snapshot)
        return read_again

    monkeypatch.setattr(way, "read_page", read_or_boom)
    with caplog.at_level(logging.ERROR, "statedocs"):
        out = list(convert_all([skipped, empty, bug, good]))
    assert out[0] is skipped
    failed = [item for item in out if isinstance(item, Failure)]
    assert [(item.origin, item.stage, item.error) for item in failed] == [
        ("b.html", "template", "NotADocument"), ("c.html", "bug", "KeyError"),
    ]  # fmt: skip
    assert isinstance(out[3], Document)
    assert "boom" in caplog.text
    for item in failed:
        Draft202012Validator(schemas()["failure"]).validate(json.loads(to_json(item)))


def test_conversion_is_lazy() -> None:
    taken: list[str] = []

    def snapshots() -> Iterator[Snapshot]:
        for origin in ("a.html", "b.html"):
            taken.append(origin)
            yield Snapshot(origin, PAGE.encode())

    results = convert_all(snapshots())
    next(results)
    assert taken == ["a.html"]


def test_a_record_that_breaks_its_own_rules_is_an_error_of_its_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(way, "SCHEMA_VERSION", "0.0")
    with pytest.raises(InvalidRecord, match="schema_version") as caught:
        convert(Snapshot("a.html", PAGE.encode()))
    assert caught.value.stage == "validate"


def test_an_error_knows_its_page() -> None:
    with pytest.raises(NotADocument) as caught:
        convert_html(b"", "http://www.state.gov/x", origin="empty.html")
    assert (caught.value.origin, caught.value.url) == ("empty.html", "http://www.state.gov/x")


@pytest.mark.parametrize(
    "tag",
    [
        "div",
        "b",
        "span",
        "blockquote",
        "ul><li",
        "font",
        "table><tr><td",
        "a href=x",
        "dl><dd",
        "pre",
        "section",
        "p",
        "ol",
        "dl",
    ],
)
@pytest.mark.parametrize("count", [60, 130, 250, 1000, 5000])
def test_no_depth_breaks_a_page(tag: str, count: int) -> None:
    opening = "".join(f"<{part}>" for part in tag.split("><"))
    closing = "".join(f"</{part.split()[0]}>" for part in reversed(tag.split("><")))
    document = convert_html(f"{PAGE}<p>Before it.</p>{opening * count}deep inside{closing * count}<p>After it all.</p>")
    text = " ".join(f"{section.heading} {block.text}" for section in document.sections for block in section.blocks)
    assert document.accounting.unaccounted == 0
    assert all(words in text for words in ("Before it.", "deep inside", "After it all."))


def test_a_hundred_thousand_levels() -> None:
    begun = time.perf_counter()
    document = convert_html(f"{PAGE}{'<div>' * 100_000}deep inside{'</div>' * 100_000}<p>After it all.")
    assert time.perf_counter() - begun < 60
    assert document.accounting.unaccounted == 0
    assert "markup-deep" in codes(document)
    assert [block.text for block in document.sections[0].blocks][-2:] == ["deep inside", "After it all."]


HUGE: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: "<p>The wells were dug by <a href=/x>the people</a> of the town.</p>\n" * (size // 70),
    "one paragraph": lambda size: "<p>" + "The wells were dug. " * (size // 20),
    "table": lambda size: (
        "<table>" + "<tr><td>Wells</td><td><b>12</b></td><td>dug</td></tr>\n" * (size // 57) + "</table>"
    ),
    "rows outside any table": lambda size: "<tr><td>Wells</td></tr>\n" * (size // 24),
    "rows of data outside any table": lambda size: "<tr><td>Wells</td><td>12</td></tr>\n" * (size // 36),
    "hidden": lambda size: "<span hidden>no</span><script>no</script><b>yes</b> " * (size // 51),
    "chrome": lambda size: "<button>press</button> " * (size // 23),
    "list": lambda size: "<ul>" + "<li>Wells<ul><li>deep</ul>" * (size // 26) + "</ul>",
    "fake lists": lambda size: "<p>" + "* <a href=/x>one</a><br>* two<br>text<br>" * (size // 43),
    "marked": lambda size: "<p>1. Wells</p>\n" * (size // 16),
    "links": lambda size: "<p>" + "<a href=/x>Wells</a> www.example.org<br><br>" * (size // 44),
    "one block of links": lambda size: "<pre>" + "<a href=/x>Wells</a> www.example.org\n" * (size // 37) + "</pre>",
    "headings": lambda size: "<p><b>Wells and Roads</b></p><p>They were dug.</p>" * (size // 48),
    "dates": lambda size: "<p>" + "On May 3, 1997 and in 1998. " * (size // 28),
    "line ends": lambda size: "<p>" + "Wells<br>" * (size // 9),
}


@pytest.mark.parametrize("kind", HUGE)
def test_cost_is_linear_in_size(kind: str) -> None:
    def seconds(size: int) -> float:
        page = PAGE + HUGE[kind](size)
        begun = time.process_time()
        assert convert_html(page).accounting.unaccounted == 0
        return time.process_time() - begun

    small, large = min(seconds(120_000) for _ in range(2)), seconds(960_000)
    assert large < 8 * 4 * small + 0.5, (small, large)


def test_a_page_of_50_megabytes_is_read_in_bounded_time() -> None:
    begun = time.perf_counter()
    document = convert_html(PAGE + "<p>" + "The wells were dug by the people of the town. " * 1_100_000)
    assert time.perf_counter() - begun < 60
    assert document.accounting.unaccounted == 0


def test_any_text_in_the_wrong_place_is_still_a_statedocs_error() -> None:
    for data in (b"<", b"<html>", b"\xef\xbb\xbf", b"%PDF-1.4 x", b"{}", b"\x89PNG\r\n\x1a\n"):
        try:
            convert(Snapshot("a", data))
        except StatedocsError as error:
            assert error.origin == "a"  # noqa: PT017  (a document is as right)


def test_a_page_is_let_go_without_the_collector() -> None:
    """Its tree would stay in memory until then, and the collector would have to go through all of it."""
    items = "<ul><li>One<ul><li>Two</ul></li></ul><dl><dt>Area<dd>Ten</dl><table><tr><td>a<td>b</table>"
    page = f"{PAGE}{items}<blockquote>Said.</blockquote><pre>a  b</pre>"
    convert_html(page)
    gc.collect()
    gc.disable()
    try:
        convert_html(page)
        assert gc.collect() == 0
    finally:
        gc.enable()
