import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statedocs.sources.sniff import foreign_kind

ARTICLE = "Peru is a country of 29 million, the third in size of South America. " * 40


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\xef\xbb\xbf\n%PDF-1.7", "PDF"),
        (b"{\\rtf1\\ansi Peru}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "Microsoft Office (OLE)"),
        (b"PK\x03\x04" + bytes(26) + b"word/document.xml", "Word (OOXML)"),
        (b"PK\x03\x04" + bytes(26) + b"xl/workbook.xml", "Excel (OOXML)"),
        (b"PK\x03\x04" + bytes(26) + b"peru.html", "zip"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"GIF89a\x01\x00", "GIF image"),
        (b"\xff\xd8\xff\xe0", "JPEG image"),
        (b"RIFF\x00\x01\x00\x00WEBP", "RIFF (image, audio or video)"),
        (b"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "WARC archive"),
        (b"filedesc://x.arc 0.0.0.0 2010", "ARC archive"),
        (b"From: <Saved by Blink>\r\nSubject: Peru\r\n and more\r\nMIME-Version: 1.0\r\n", "MIME message"),
        (bytes(range(256)) * 4, "binary data"),
        (json.dumps({"title": {"rendered": "<p>Peru</p>"}}).encode(), "JSON"),
        (json.dumps([{"id": 1}, 2]).encode(), "JSON"),
        (b'{"id": 1, "cut": "of', "JSON"),
        (b'@charset "utf-8";\nbody{margin:0}', "style sheet"),
        (b"/* screen */\n.menu a, #top > li {\n color: red; }", "style sheet"),
        (b"!function(e,t){return e<t}(window)", "script"),
        (b"var s_account = 'stategov';", "script"),
        (b"/*! jQuery */\n(function($){})", "script"),
        (b"year,country,visas\n2013,Peru,10\n2013,Chile,11\n2014,Peru,12\n2014,Chile,9\n", "table of values"),
        (b'a\tb\tc\n1\t"x\ty"\t3\n' + b"1\t2\t3\n" * 400, "table of values"),
        (b'<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0"><channel>', "XML (rss)"),
        (b"<urlset><url/></urlset>", "XML (urlset)"),
        (b"<svg viewBox='0 0 1 1'>", "XML (svg)"),
    ],
)
def test_other_kinds_are_named(data: bytes, kind: str) -> None:
    assert foreign_kind(data) == kind


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Peru",
        ARTICLE.encode(),
        ARTICLE.encode("utf-16"),
        ARTICLE.encode("utf-16-le"),
        ARTICLE.encode("utf-16-be"),
        "Образец: реки и озёра.\n".encode("utf-16-le"),
        "<p>示例页面：河流与湖泊。</p>".encode("utf-16-be"),
        b"<html><style>p { color: red; }</style><p>Peru",
        b"<style>p{}</style><p>Peru",
        b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">',
        b'<?xml version="1.0"?><div class="report">Peru</div>',
        b"<script>var a = {};</script><p>Peru</p>",
        b"[end of document]",
        b"[1] A footnote\n[2] Another",
        b"(UNCLASSIFIED) function of the embassy (2013)",
        b"{Photo: State Dept.}",
        b"OTTO J. REICH, ASSISTANT SECRETARY",
        b"RIFF RAFF and other notes",
        b"Lima, Peru, 2013\nQuito, Ecuador, 2013\nA line of prose, with one comma\nBogota, Colombia, 2013\n",
        b"J\n\xea(\xf4p\nPeople: 29 million\x07\n" * 20,
        b"BM and others",
        b"Title: Peru\nAuthor: Department of State\nDate: March 1996\n",
        b"@@@ START OF BRIEFING",
        b"PRESS BRIEFING: {as prepared} Q: What?",
    ],
)
def test_pages_are_no_other_kind(data: bytes) -> None:
    assert foreign_kind(data) is None


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(data: bytes) -> None:
    assert foreign_kind(data) != ""


@given(st.text(max_size=200))
def test_markup_is_a_page_whatever_text_is_in_it(text: str) -> None:
    text = "".join(c for c in text if c.isprintable())
    assert foreign_kind(f"<!DOCTYPE html><html><body><p>{text}</p></body></html>".encode()) is None


@pytest.mark.parametrize(
    "data",
    [b"/* a */ " * 500 + b"(", b"/**/" + b" " * 4000 + b"(", b"<!-- a --> " * 300, b"<?x " * 900, b"a: b\n" * 800],
)
def test_no_bytes_take_long(data: bytes) -> None:
    started = time.process_time()
    foreign_kind(data)
    assert time.process_time() - started < 0.5
