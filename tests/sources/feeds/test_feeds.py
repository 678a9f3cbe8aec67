"""RSS and Atom feeds: each item a page."""

import gzip
import random
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from statedocs.pipeline import convert
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Press Releases</title><link>https://www.state.gov</link><language>en-US</language>
<atom:link href="https://www.state.gov/feed/" rel="self" type="application/rss+xml" />
{}</channel></rss>
"""
ITEM = """<item><title>Readout of a Sample Meeting &#8211; {0}</title>
<link>https://www.state.gov/readout-{0}/</link><dc:creator><![CDATA[Office of the Spokesperson]]></dc:creator>
<pubDate>Sat, 04 Mar 2017 00:14:01 +0000</pubDate><category>Readouts</category>
<guid isPermaLink="false">https://www.state.gov/?p={0}</guid>
<description><![CDATA[<p>They met today [&#8230;]</p>]]></description>
<content:encoded><![CDATA[<p>They met today, in sample {0}; the mark </item> ends nothing here.</p>
<h2>Trade</h2><p>They spoke of <a href="/trade">trade</a>.</p>]]></content:encoded></item>
"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="es"><title>Notas</title>
<entry><title type="html">Nota &lt;em&gt;uno&lt;/em&gt;</title><id>tag:state.gov,2017:1</id>
<link rel="self" href="https://www.state.gov/self"/><link href="https://www.state.gov/uno/"/>
<author><name>Bureau of Sample Affairs</name></author><published>2017-03-03T19:14:01-05:00</published>
<updated>2017-03-05T00:00:00Z</updated><category term="t" label="Comercio"/>
<summary>Una nota</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Una <b>nota</b>.</p></div></content></entry>
<entry><title>Dos</title><id>https://www.state.gov/dos/</id><content type="text">1 &lt; 2 &amp; tres</content></entry>
<entry><title>Tres</title><id>3</id><link href="https://www.state.gov/tres/"/></entry>
</feed>"""
RDF = """<?xml version="1.0" encoding="iso-8859-1"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://www.state.gov/"/>
<item rdf:about="https://www.state.gov/c/"><title>C\u00f4te d'Ivoire</title><description>Caf\u00e9</description>
<dc:date>2004-05-06</dc:date></item></rdf:RDF>"""


def feed(count: int = 5) -> str:
    return RSS.format("".join(ITEM.format(number) for number in range(count)))


def pages_of(items: list[Item]) -> list[Snapshot]:
    return [item for item in items if isinstance(item, Snapshot)]


@pytest.mark.parametrize("name", ["press.xml", "press.rss", "nameless", "index.html", "press.xml.gz"])
def test_each_item_is_a_page(items_of: ItemsOf, name: str) -> None:
    data = feed().encode()
    items = items_of(gzip.compress(data) if name.endswith(".gz") else data, name)
    assert [item.origin for item in items] == [f"{name}#https://www.state.gov/?p={number}" for number in range(5)]
    page = pages_of(items)[3]
    assert (page.url, page.url_evidence) == ("https://www.state.gov/readout-3/", "archive")
    document = convert(page)
    assert document.title == "Readout of a Sample Meeting \u2013 3"
    assert document.published is not None
    assert (document.published.value, document.published.evidence) == ("2017-03-03", "meta")
    assert [(issuer.name, issuer.evidence) for issuer in document.issuers] == [
        ("Office of the Spokesperson", "masthead")
    ]
    assert [section.heading for section in document.sections] == [None, "Trade"]
    assert document.sections[0].blocks[0].text == "They met today, in sample 3; the mark ends nothing here."
    assert document.links[0].url == "https://www.state.gov/trade"
    assert (document.description, document.language) == ("They met today [\u2026]", "en-US")
    assert [subject.term for subject in document.subjects] == ["Readouts"]
    assert (document.template.name, document.accounting.unaccounted) == ("feed-item", 0)


def test_an_atom_feed(items_of: ItemsOf) -> None:
    one, two, three = items_of(ATOM.encode(), "notas.atom")
    assert isinstance(one, Snapshot)
    assert isinstance(two, Snapshot)
    assert (one.origin, one.url) == ("notas.atom#tag:state.gov,2017:1", "https://www.state.gov/uno/")
    document = convert(one)
    assert (document.title, document.language, document.description) == ("Nota uno", "es", "Una nota")
    assert [date.value for date in document.dates] == ["2017-03-03", "2017-03-05"]
    assert document.sections[0].blocks[0].text == "Una nota."
    assert (two.url, convert(two).sections[0].blocks[0].text) == ("https://www.state.gov/dos/", "1 < 2 & tres")
    assert three == Skipped("notas.atom#3", "feed item without content")


def test_a_feed_of_rdf_in_another_encoding(items_of: ItemsOf) -> None:
    [page] = pages_of(items_of(RDF.encode("iso-8859-1"), "feed.rdf"))
    document = convert(page)
    assert (document.title, page.url) == ("C\u00f4te d'Ivoire", "https://www.state.gov/c/")
    assert document.published is not None
    assert document.published.value == "2004-05-06"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_feed_in_utf16(items_of: ItemsOf, encoding: str) -> None:
    assert len(pages_of(items_of(feed().encode(encoding), "press.xml"))) == 5


def test_a_byte_that_is_no_utf8_is_replaced_and_counted(items_of: ItemsOf) -> None:
    [page] = pages_of(items_of(feed(1).encode().replace(b"They met today,", b"They met \x93today,"), "press.xml"))
    document = convert(page)
    assert document.source.replaced == 1
    assert "They met \ufffdtoday" in document.sections[0].blocks[0].text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sample Meeting &#8211;", "Sample Meeting &ndash;"),
        ("Sample Meeting &#8211;", "Sample & Meeting \x0b\u2013"),
        ("<category>Readouts</category>", '<media:thumbnail url="x"/><category>Readouts</category>'),
    ],
)
def test_what_is_nearly_xml_is_read(items_of: ItemsOf, old: str, new: str) -> None:
    pages = pages_of(items_of(feed().replace(old, new, 2).encode(), "press.xml"))
    assert len(pages) == 5
    assert convert(pages[1]).title in ("Readout of a Sample Meeting \u2013 1", "Readout of a Sample & Meeting \u2013 1")


@pytest.mark.parametrize("old", ["</title>", "</item>\n", "]]></content:encoded>", "<link>"])
def test_a_broken_item_costs_no_other(items_of: ItemsOf, old: str) -> None:
    text = feed()
    at = text.index(old, text.index("sample 1;") if old.startswith("]") else text.index("Meeting &#8211; 1"))
    items = items_of((text[:at] + text[at + len(old) :]).encode(), "press.xml")
    assert len(pages_of(items)) >= 3
    [failure, *_] = [item for item in items if isinstance(item, Failure)]
    assert failure.origin == "press.xml"
    assert failure.offset == text.encode().index(b"<item>", text.encode().index(b"sample 0;"))


def test_entities_cannot_be_declared(items_of: ItemsOf) -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    text = feed(1).replace("?>\n", f"?>\n{bomb}", 1).replace("today,", "&b; today,").replace("Sample Meeting", "&b;")
    [page] = pages_of(items_of(text.encode(), "press.xml"))
    assert b"aaaaaaaa" not in page.data
    assert b"&amp;b;" in page.data


def test_items_of_one_name_are_told_apart(items_of: ItemsOf) -> None:
    items = items_of(RSS.format(ITEM.format(1) + ITEM.format(1)).encode(), "press.xml")
    assert items[0].origin == "press.xml#https://www.state.gov/?p=1"
    assert items[1].origin.startswith("press.xml#https://www.state.gov/?p=1 (")
    [nameless] = items_of(RSS.format("<item><description>Text</description></item>").encode(), "press.xml")
    assert nameless.origin == f"press.xml#{RSS.index('{}')}"


def test_patterns_and_side_cars_of_feeds(items_of: ItemsOf, tmp_path: object) -> None:
    items = items_of(feed().encode(), "press.xml", include=["*/readout-2/"])
    assert [type(item) for item in items] == [Skipped, Skipped, Snapshot, Skipped, Skipped]
    (tmp_path / "press.xml.source.json").write_text('{"captured_at": "2017-03-05T00:00:00Z"}')  # type: ignore[operator]
    assert {page.captured_at for page in pages_of(items_of(feed().encode(), "press.xml"))} == {"2017-03-05T00:00:00Z"}


def test_a_feed_without_an_item_says_so(items_of: ItemsOf) -> None:
    assert items_of(RSS.format("").encode(), "press.xml") == [Skipped("press.xml", "feed without an item")]


def test_damage_never_costs_the_items_around_it(items_of: ItemsOf, make: SimpleNamespace) -> None:
    sound = feed(6).encode()
    whole = [page.data for page in pages_of(items_of(sound, "press.xml"))]
    first = sound.index(b"<item>")
    for at in random.Random(1).sample(range(first, len(sound)), 200):
        for damaged in (
            sound[:at] + bytes([sound[at] ^ 0x15]) + sound[at + 1 :],
            sound[:at],
            sound[:at] + b"<item><![CDATA[" + sound[at:],
        ):
            items = items_of(damaged, "press.xml")
            found = [page.data for page in pages_of(items)]
            lost = len(whole) - len([data for data in whole if data in found])
            assert lost <= 2 or len(damaged) < len(sound), at
            assert len(items) <= len(whole) + 2, at
    for at in random.Random(2).sample(range(first, len(sound)), 50):
        found = [page.data for page in pages_of(items_of(sound[:at], "press.xml"))]
        assert found == whole[: len(found)]
        assert len(found) == sound[:at].count(b"</content:encoded></item>"), at


BASED = """<feed xmlns="http://www.w3.org/2005/Atom" {0}><title>News</title><entry {1}><title>Trade</title>
<id>tag:1</id>
<link href="pa.htm"/><content type="xhtml" {2}><div xmlns="http://www.w3.org/1999/xhtml"><p>They spoke of
<a href="trade.htm">trade</a>.</p></div></content></entry></feed>"""


@pytest.mark.parametrize(
    ("bases", "url", "link"),
    [
        (("http://www.state.gov/r/", "", ""), "http://www.state.gov/r/pa.htm", "http://www.state.gov/r/trade.htm"),
        (
            ("http://www.state.gov/r/", "x/", ""),
            "http://www.state.gov/r/x/pa.htm",
            "http://www.state.gov/r/x/trade.htm",
        ),
        (("http://www.state.gov/r/", "", "/y/"), "http://www.state.gov/r/pa.htm", "http://www.state.gov/y/trade.htm"),
        (("", "http://www.state.gov/z/", ""), "http://www.state.gov/z/pa.htm", "http://www.state.gov/z/trade.htm"),
        (("http://[", "", ""), None, None),
        (("", "", ""), None, None),
    ],
)
def test_addresses_are_relative_to_what_the_feed_says(
    items_of: ItemsOf, bases: tuple[str, str, str], url: str | None, link: str | None
) -> None:
    [item] = items_of(BASED.format(*(f'xml:base="{base}"' if base else "" for base in bases)).encode(), "feed.atom")
    assert isinstance(item, Snapshot)
    assert (item.url, item.origin) == (url, "feed.atom#tag:1")
    [found] = [found.url for found in convert(item).links if found.href == "trade.htm"]
    assert found == link
