"""Every part of a record is shown where it stands in its page."""

from collections import defaultdict
from pathlib import Path

import pytest

from statedocs.extraction.tracing import Words
from statedocs.extraction.tracing.alignment import Sought, align, match
from statedocs.extraction.tracing.stream import solid_text
from statedocs.pipeline import Explanation, convert, explain
from statedocs.record import Document, List
from statedocs.snapshot import Snapshot
from statedocs.sources import read

RAW = Path(__file__).parents[3] / "raw"
SAMPLES = [item for item in read(RAW) if isinstance(item, Snapshot)]
_DUMP = "plain-text/lynx-archive-remarks.txt"


def _snapshot(page: str, origin: str = "page.html") -> Snapshot:
    return Snapshot(origin, page.encode(), "https://www.state.gov/page.htm", "caller")


def _shown(found: Explanation) -> dict[str, str]:
    """What the page shows of each field, white space off."""
    texts: defaultdict[str, str] = defaultdict(str)
    for token in found.page:
        if isinstance(token, Words):
            for pair in token.pairs:
                texts[found.pairs[pair].field] += solid_text(token.text)
    return texts


def _kept(document: Document) -> dict[str, str]:
    kept = {f"/masthead/{number}": line.text for number, line in enumerate(document.masthead)}
    for section in document.sections:
        if section.heading and not section.number:
            kept[f"/sections/{section.position}/heading"] = section.heading
        for number, block in enumerate(section.blocks):
            if not (isinstance(block, List) and any(item.marker for item in block.items)) and block.kind != "table":
                kept[f"/sections/{section.position}/blocks/{number}"] = block.text
    return {field: solid_text(text) for field, text in kept.items() if solid_text(text)}


@pytest.mark.parametrize("snapshot", SAMPLES, ids=lambda item: item.origin)
def test_each_sample_is_shown_where_it_stands(snapshot: Snapshot) -> None:
    found = explain(snapshot)
    shown = _shown(found)
    assert {field: shown[field] for field in _kept(found.document)} == _kept(found.document)
    spans = {f"/links/{n}": link.text for n, link in enumerate(found.document.links) if link.start is not None}
    spans |= {f"/date_mentions/{n}": mention.as_written for n, mention in enumerate(found.document.date_mentions)}
    assert {field: shown[field] for field in spans} == {field: solid_text(text) for field, text in spans.items()}


@pytest.mark.parametrize("snapshot", SAMPLES, ids=lambda item: item.origin)
def test_every_visible_character_of_a_sample_is_kept_or_removed(snapshot: Snapshot) -> None:
    found = explain(snapshot)
    words = [token for token in found.page if isinstance(token, Words)]
    accounting = found.document.accounting
    off = sum(entry.chars for entry in found.document.removed if entry.rule == "reading/control-character")
    assert sum(len(solid_text(token.text)) for token in words) == accounting.visible - off
    unplaced = "".join(solid_text(token.text) for token in words if not token.pairs)
    assert len(unplaced) <= (30 if snapshot.origin == _DUMP else 0), unplaced


@pytest.mark.parametrize("snapshot", SAMPLES, ids=lambda item: item.origin)
def test_the_record_is_the_one_that_conversion_gives(snapshot: Snapshot) -> None:
    explained, converted = explain(snapshot).document, convert(snapshot)
    assert explained.model_copy(update={"removed": converted.removed}) == converted
    assert [entry.chars for entry in explained.removed] == [entry.chars for entry in converted.removed]


def test_a_removed_element_names_its_rule_and_a_field_its_evidence() -> None:
    page = """<title>Peru - Department</title><meta name="description" content="About Peru.">
    <div id="menu"><nav>Home</nav></div><h1>Peru</h1><p>May 3, 1997</p>
    <p>Peru lies on <a href="/sea">the sea</a>. It has been a republic since 1821, and its capital is Lima.</p>"""
    pairs = {pair.field: pair for pair in explain(_snapshot(page)).pairs}
    assert pairs["/description"].element == "/html/head/meta"
    assert pairs["/description"].evidence == "meta"
    assert not pairs["/description"].shown
    [removed] = [pair for field, pair in pairs.items() if field.startswith("/removed")]
    assert (removed.text, removed.shown) == ("Home", True)
    assert removed.evidence
    assert removed.element
    assert removed.element.endswith("nav")
    assert pairs["/links/0"].element == "/html/body/p[2]/a"
    assert pairs["/published"].text == "May 3, 1997"


def test_a_plain_text_is_shown_as_it_is_with_code_points() -> None:
    text = "Fact Sheet\n\nPeru\nMarch 3, 2017\n\nPeru is a country of 29 million people, and its capital is Lima.\n"
    found = explain(Snapshot("peru.txt", text.encode(), media_type="text/plain"))
    assert "".join(token.text for token in found.page if isinstance(token, Words)).rstrip() == text.rstrip()
    for pair in found.pairs:
        if pair.field.startswith(("/masthead", "/sections")):
            assert text[pair.start : pair.stop] == pair.text


def test_links_without_text_are_shown_by_their_elements() -> None:
    page = "<h1>Peru</h1><p><a href='/map'><img src='m.gif' alt='Map'></a> The coast is long, and so is the day.</p>"
    pairs = {pair.field: pair for pair in explain(_snapshot(page)).pairs}
    assert pairs["/links/0"].element == "/html/body/p/a"


def test_texts_out_of_order_are_found_all_the_same() -> None:
    queue = [Sought(words) for words in ("onetwothree", "absentabsent", "fivesixseven", "fourfourfour")]
    align("zeroonetwothreefourfourfourfivesixsevenx", [queue])
    assert [sought.ranges for sought in queue] == [[(4, 15)], [], [(27, 39)], [(15, 27)]]


def test_what_others_have_left_is_put_together_each_place_once() -> None:
    """A text that is away must not look found by what stands once."""
    first, second, third = Sought("onetwo"), Sought("one"), Sought("onetwo")
    align("oneonetwoonetwo", [[first, second, third]], {0, 3, 6, 9, 12})
    places = sorted(place for sought in (first, second, third) for span in sought.ranges for place in range(*span))
    assert places == list(range(15))
    away = Sought("ababab")
    align("abab", [[away]], {0})
    assert away.ranges == []


def test_what_stands_between_the_rows_of_a_long_table_is_found() -> None:
    rows = "".join(f"<tr><td>cell {n}</td><td>value {n}</td></tr>stray {n:03}" for n in range(600))
    found = explain(_snapshot(f"<h1>Peru</h1><table>{rows}</table><p>Peru lies on the Pacific, by the sea.</p>"))
    assert [
        token.text for token in found.page if isinstance(token, Words) and not token.pairs and token.text.strip()
    ] == []


def test_a_text_that_was_cut_goes_on_behind_the_cut() -> None:
    assert match("Peru[1]andChileand[23]more", 0, "PeruandChileandmore") == [(0, 4), (7, 18), (22, 26)]
    assert match("Peru", 0, "Chile") is None
    assert match("Peruandthenthepageends", 0, "PeruandBolivia") is None


def test_address_language_and_dates_of_the_head_name_their_elements() -> None:
    page = """<html lang="en-US"><head><title>Peru</title><link rel=canonical href="https://www.state.gov/peru/">
    <script type="application/ld+json">{"@graph": [{"datePublished": "2017-03-04T00:14:01+00:00"}]}</script></head>
    <body><h1>Peru</h1><p>Peru lies on the Pacific, and its capital is Lima, a city by the sea.</p></body></html>"""
    pairs = {pair.field: pair for pair in explain(Snapshot("page.html", page.encode())).pairs}
    assert (pairs["/url"].evidence, pairs["/url"].element) == ("canonical", "/html/head/link")
    assert (pairs["/language"].evidence, pairs["/language"].element) == ("declared", "/html")
    assert pairs["/published"].element == "/html/head/script"
    long = "<p>The government of the country is the one that they have, and it is not for us to say more of it.</p>"
    said = explain(_snapshot(page.replace(' lang="en-US"', "").replace("</body>", long * 9))).pairs
    assert [pair.evidence for pair in said if pair.field == "/language"] == ["detected"]


def test_tags_and_numbers_of_a_page_name_where_they_stand() -> None:
    tagged = [item for item in SAMPLES if b"related-tags__pills" in item.data]
    assert tagged
    for snapshot in tagged:
        found = explain(snapshot)
        pairs = {pair.field: pair for pair in found.pairs}
        for number, subject in enumerate(found.document.subjects):
            if subject.scheme == "tag":
                assert pairs[f"/subjects/{number}"].shown
                assert str(pairs[f"/subjects/{number}"].element).rpartition("/")[2].startswith("a")
        for number, identifier in enumerate(found.document.identifiers):
            if identifier.scheme == "wp-post":
                assert pairs[f"/identifiers/{number}"].evidence == "class"
                assert pairs[f"/identifiers/{number}"].element
