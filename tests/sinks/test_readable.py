"""Markdown and JSON-LD: what a person reads, and what a graph knows."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from statedocs.errors import SinkError
from statedocs.pipeline import convert_all
from statedocs.record import Document, Failure
from statedocs.sinks import open_stored, write
from statedocs.sinks.jsonld import to_node
from statedocs.sinks.markdown import to_markdown
from statedocs.snapshot import Skipped
from statedocs.sources import read

Make = Callable[..., Document]
Fail = Callable[..., Failure]


@pytest.fixture(scope="module")
def samples(root: Path) -> list[Document]:
    return [result for result in convert_all(read(root / "raw")) if isinstance(result, Document)]


def record(make: Make, blocks: list[dict[str, Any]], **changed: Any) -> dict[str, Any]:
    value: dict[str, Any] = make("a.htm").model_dump(mode="json")
    lead = {**value["sections"][0], "blocks": [{"line": 1, **block} for block in blocks]}
    return {**value, "sections": [lead], **changed}


def body(value: dict[str, Any]) -> str:
    return to_markdown(value).partition("\n---\n\n")[2]


def test_blocks_are_what_they_are_in_markdown(make_document: Make) -> None:
    items = [{"text": "one", "depth": 0, "marker": None}, {"text": "two\nlines", "depth": 1, "marker": "a)"}]
    blocks: list[dict[str, Any]] = [
        {"kind": "paragraph", "text": "1. *Not* a list\n- nor this"},
        {"kind": "list", "text": "one\ntwo\nlines", "ordered": False, "items": items},
        {
            "kind": "table",
            "text": "",
            "caption": "Trade",
            "header_rows": 1,
            "rows": [["Year", "a|b"], ["2013", "x\ny"]],
        },
        {"kind": "quote", "text": "Said\nso"},
        {"kind": "preformatted", "text": "a  ```  b"},
        {"kind": "figure", "text": "Lima", "alt": "A square", "caption": "Lima", "src": "a b.jpg"},
    ]
    assert body(record(make_document, blocks)) == (
        "# Peru\n\n"
        "1\\. \\*Not\\* a list\\\n\\- nor this\n\n"
        "- one\n  - a) two\\\n    lines\n\n"
        "*Trade*\n\n| Year | a\\|b |\n| --- | --- |\n| 2013 | x<br>y |\n\n"
        "> Said\\\n> so\n\n"
        "````\na  ```  b\n````\n\n"
        "![A square](a%20b.jpg)\n\n*Lima*\n"
    )


def test_links_lead_where_they_led(make_document: Make) -> None:
    link = {"href": "x", "kind": "external", "section": 0, "line": 1}
    links = [
        {**link, "text": "here", "url": "http://x.org/a(b)", "block": 0, "start": 4, "stop": 8},
        {**link, "text": "two", "url": "http://x.org/2", "block": 1, "start": 4, "stop": 7},
        {**link, "text": "none", "url": None, "block": 0, "start": 0, "stop": 3},
    ]
    items = [{"text": text, "depth": 0, "marker": None} for text in ("one", "two")]
    blocks: list[dict[str, Any]] = [
        {"kind": "paragraph", "text": "See here."},
        {"kind": "list", "text": "one\ntwo", "ordered": True, "items": items},
    ]
    assert body(record(make_document, blocks, links=links)) == (
        "# Peru\n\nSee [here](http://x.org/a%28b%29).\n\n1. one\n1. [two](http://x.org/2)\n"
    )


def test_every_sample_is_a_markdown_file_with_its_words(
    tmp_path: Path, samples: list[Document], make_failure: Fail
) -> None:
    write([*samples, make_failure("bad.htm"), Skipped("x.css", "style sheet")], tmp_path / "pages.md")
    lines = (tmp_path / "pages.md" / "manifest.jsonl").read_text("utf-8").splitlines()
    outcomes = [json.loads(line) for line in lines[:-1]]
    assert json.loads(lines[-1])["totals"]["pages"] == len(outcomes) == len(samples) + 2
    for document, outcome in zip(samples, outcomes, strict=False):
        text = (tmp_path / "pages.md" / outcome["output"]).read_text("utf-8")
        front = dict(line.split(": ", 1) for line in text.split("\n---\n")[0].splitlines()[1:])
        assert json.loads(front["title"]) == document.title
        assert json.loads(front["published"]) == (document.published.value if document.published else None)
        plain = text.replace("\\", "")
        for section in document.sections:
            assert (section.heading or "").replace("\n", " ") in plain
    assert outcomes[len(samples)]["output"] == "failures.jsonl"
    assert list(open_stored(tmp_path / "pages.md").documents()) == samples


@pytest.mark.parametrize(
    "text", ["---", "null", "a: b", "\x7f", "\x80\x9f", "\x85x", "a\u2028b\u2029", "\ufeffx", "\uffff", "\\\n\t"]
)
def test_front_matter_is_yaml_whatever_a_page_says(tmp_path: Path, make_document: Make, text: str) -> None:
    page = make_document("a.htm").model_copy(update={"title": text, "places": (text, "Lima")})
    write([page], tmp_path / "pages.md")
    front = (tmp_path / "pages.md" / "a.htm.md").read_bytes().decode().split("\n---\n")[0]
    said = yaml.safe_load(front)
    assert (said["title"], said["places"]) == (text, [text, "Lima"])
    assert len(front.splitlines()) == 1 + len(said)
    assert [document.title for document in open_stored(tmp_path / "pages.md").documents()] == [text]


@pytest.mark.parametrize("form", ["pages.md", "pages.jsonld"])
def test_a_view_that_somebody_changed_is_not_taken_for_its_record(
    tmp_path: Path, make_document: Make, form: str
) -> None:
    place = tmp_path / form
    write([make_document("a.htm"), make_document("b.htm", text="Llamas graze")], place)
    shown = place / "b.htm.md" if form == "pages.md" else place
    written = shown.read_bytes()
    shown.write_bytes(written.replace(b"Llamas", b"Alpacas"))
    with pytest.raises(SinkError, match=rf"{form}\S* \S*\s?does not show the record|{form}/b.htm.md does not show"):
        list(open_stored(place).documents())
    shown.write_bytes(written)
    assert len(list(open_stored(place).documents())) == 2
    beside = place / "records.jsonl.gz" if form == "pages.md" else tmp_path / "pages.records.jsonl.gz"
    beside.unlink()
    with pytest.raises(SinkError, match=rf"{form} alone is a view: expected its records in \S*records.jsonl.gz"):
        list(open_stored(place).documents())
    shown.unlink()


def test_a_feed_named_as_a_file_of_ours_gets_another_folder(tmp_path: Path, make_document: Make) -> None:
    write([make_document("records.jsonl.gz#1"), make_document("failures.jsonl#1")], tmp_path / "pages.md")
    assert len(list(open_stored(tmp_path / "pages.md").documents())) == 2


def test_linked_data_is_one_graph_of_typed_nodes(tmp_path: Path, samples: list[Document], make_failure: Fail) -> None:
    write([*samples, make_failure("bad.htm")], tmp_path / "pages.jsonld")
    graph = json.loads((tmp_path / "pages.jsonld").read_text("utf-8"))
    assert graph["@context"] == "https://schema.org/"
    nodes = graph["@graph"]
    assert [node["@id"] for node in nodes] == [f"urn:statedocs:{document.id}" for document in samples]
    assert {node["@type"] for node in nodes} == {"Report", "Article", "WebPage"}
    assert all(None not in node.values() and [] not in node.values() for node in nodes)
    peru = next(node for node in nodes if node.get("name") == "U.S. Relations With Peru" and "datePublished" in node)
    assert peru["about"][0] == {"@type": "Country", "name": "Peru", "identifier": "PE"}
    assert len((tmp_path / "pages.failures.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_date_that_is_no_day_of_schema_org_is_left_out(make_document: Make) -> None:
    date = {"precision": "decade", "role": "published", "evidence": "body", "as_written": "the 1990s", "line": None}
    for value, given in (("199X", None), ("2013-11", "2013-11")):
        node = to_node({**make_document("a.htm").model_dump(mode="json"), "published": {**date, "value": value}})
        assert node.get("datePublished") == given
        assert node["@type"] == "Article"
