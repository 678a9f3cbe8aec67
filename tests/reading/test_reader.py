"""One page read: what it is, told by its content; a text in a page's clothes; what was taken off."""

import pytest

from statedocs.errors import NotADocument
from statedocs.reading.reader import Reading, read_page
from statedocs.snapshot import Snapshot

TEXT = "A plain sample stands here.\n\nIts second paragraph is this one.\n"


def read(data: str | bytes, origin: str = "page.html", media_type: str | None = None) -> Reading:
    return read_page(Snapshot(origin, data.encode() if isinstance(data, str) else data, media_type=media_type))


@pytest.mark.parametrize(
    ("data", "origin", "label", "media_type"),
    [
        (TEXT, "page.html", "text/html", "text/plain"),
        (TEXT, "page.txt", None, "text/plain"),
        (f"<html><body><p>{TEXT}</body>", "page.txt", "text/plain", "text/html"),
        (f"<p>{TEXT}", "page", None, "text/html"),
    ],
)
def test_html_or_text_is_told_by_content(data: str, origin: str, label: str | None, media_type: str) -> None:
    assert read(data, origin, label).media_type == media_type


@pytest.mark.parametrize("data", ["", "   \r\n\t", "\ufeff", "\x00\x01"])
def test_no_text_is_no_document(data: str) -> None:
    with pytest.raises(NotADocument):
        read(data)


def test_a_text_in_pre_is_read_as_text_with_the_lines_of_the_page() -> None:
    reading = read(f"<html><body>\n<pre>\n{TEXT}</pre></body></html>")
    assert (reading.media_type, reading.has_lines) == ("text/html", True)
    assert [(element.text, element.get("line")) for element in reading.root.iter("p")] == [
        ("A plain sample stands here.", "3"),
        ("Its second paragraph is this one.", "5"),
    ]


@pytest.mark.parametrize(
    "data",
    [
        "<p>" + "A page with words of its own. " * 20 + "</p><pre>and\n  a drawing</pre>",
        "<pre>Some <a href='x'>linked</a> text\nwith links stays as it is.</pre>",
        "<p>no box at all</p>",
    ],
)
def test_other_pages_keep_their_pre(data: str) -> None:
    assert not read(data).has_lines


def test_control_characters_are_told_as_gone() -> None:
    reading = read("<p>one\n\x02two\x03 three\n")
    assert reading.gone == (("reading/control-character", "\x02", 2), ("reading/control-character", "\x03", 2))


def test_lines_of_a_page_with_cr_alone_are_counted() -> None:
    reading = read(b"<p>one\r<p>two\r\r<p>three")
    assert [str(element.sourceline) for element in reading.root.iter("p")] == ["1", "2", "4"]


def test_deep_markup_is_told() -> None:
    assert read("<p>a" + "<div>" * 300 + "b").tolerant
    assert not read("<p>a").tolerant


def test_navigation_in_the_first_line_of_a_box_is_taken_out_of_it() -> None:
    links = "Return to: <a href='/i'>Index</a> || <a href='/'>Home</a>"
    reading = read(f"<html><body>\n<pre><a name=top></a>\n{links}\n{TEXT}</pre></body></html>")
    plain = read(f"<html><body>\n<pre>\n\n{TEXT}</pre></body></html>")
    assert reading.has_lines
    assert [link.get("href") for link in reading.root.iter("a") if link.get("href")] == ["/i", "/"]
    lines = [element.get("line") for element in reading.root.iter() if element.get("line")]
    assert lines == [element.get("line") for element in plain.root.iter() if element.get("line")]


@pytest.mark.parametrize(
    "links", ["See <a href='x'>this</a> first.", "<b><a href='x'>Home</a></b>", "<a href=x>" + "y" * 500 + "</a>"]
)
def test_links_in_the_words_of_a_box_leave_it_as_it_is(links: str) -> None:
    assert not read(f"<html><body><pre>{links}\n{TEXT}</pre></body></html>").has_lines


@pytest.mark.parametrize("hidden", ["<span hidden>no</span>", "<b style='display:none'>no</b>", "<script>no</script>"])
def test_a_box_that_hides_something_is_left_as_it_is(hidden: str) -> None:
    assert not read(f"<html><body><pre>{hidden}\n{TEXT}</pre></body></html>").has_lines
