"""The parts of a record, gathered in the order in which they stand on one another."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.extraction import accounting, links, masthead
from statedocs.extraction.address import is_relative, is_state
from statedocs.extraction.chrome import PREVIEW, Chrome
from statedocs.extraction.chrome_lines import without_chrome_lines
from statedocs.extraction.content import cut
from statedocs.extraction.date_mentions import find_mentions
from statedocs.extraction.duplicates import without_contents, without_title
from statedocs.extraction.fake_lists import make_lists
from statedocs.extraction.fields import Fields
from statedocs.extraction.findings import Findings
from statedocs.extraction.head import Head, read_head
from statedocs.extraction.headings import infer_headings
from statedocs.extraction.identity import Identity, identify
from statedocs.extraction.leading import Line, take_leading
from statedocs.extraction.page import Gone, Page, Part, Raw
from statedocs.extraction.repeated import take_repeated
from statedocs.extraction.sections import Place, build
from statedocs.extraction.text import solid
from statedocs.extraction.titles import title_of_head

_APART: Final = "\n\x00\n"
"""Stands between texts that are searched as one; no text of a record holds it."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """What extraction gives: the record's parts from `id` on but for source and converter, and who the page is.

    `gone` is what `parts["removed"]` was made from, one for one.
    """

    parts: Part
    identity: Identity
    findings: Findings
    gone: Sequence[Gone]


def extract(page: Page, archive_url: str | None) -> Extracted:
    """Extracts everything that a page says about itself."""
    findings = Findings()
    head = read_head(page.root)
    identity = identify(head, page.addresses, page.captured_at, archive_url, page.template.site)
    chrome = Chrome(page, accounting.hidden_elements(page.root))
    content = cut(page, chrome)
    blocks, lost = without_chrome_lines(content.blocks, page.template)
    chrome.gone += lost
    lines, blocks, marked = _masthead(page, content.masthead, blocks, head, chrome)
    title = masthead.title_of(lines)
    blocks, lost = without_title(title, blocks)
    chrome.gone += lost
    if page.template.leading:
        repeated = take_repeated(title, blocks)
        lines, blocks, marked = lines + repeated.lines, repeated.left, marked + repeated.heads
        chrome.gone += repeated.gone
    blocks = make_lists(blocks, plain_text=page.is_text)
    if page.template.inferred_headings:
        blocks, inferred = infer_headings(blocks, plain_text=page.is_text)
        if inferred:
            findings.add("headings-inferred", None, "sections")
    blocks, lost = without_contents(blocks)
    chrome.gone += lost
    sections, places = build(blocks)
    parts = Fields(page, head, identity, lines, sections, chrome, findings).gather()
    parts["sections"] = sections
    parts["links"] = [
        *links.masthead_links(marked, identity.base),
        *links.body_links(places, sections, identity.base),
    ]
    parts["date_mentions"] = list(_mentions(sections))
    shown = None if page.keep_removed else PREVIEW
    parts["removed"] = [
        {"rule": gone.rule, "chars": gone.chars, "text": gone.text[:shown], "line": gone.line} for gone in chrome.gone
    ]
    parts["accounting"] = _account(page, chrome, lines, places)
    parts["content_sha256"] = _content_digest(parts["title"], sections)
    if parts["accounting"]["unaccounted"]:
        findings.add("text-unaccounted", f"{parts['accounting']['unaccounted']} characters", "accounting")
    _add_address_findings(findings, head, identity, parts["links"])
    return Extracted(parts, identity, findings, chrome.gone)


def _add_address_findings(findings: Findings, head: Head, identity: Identity, found: Sequence[Part]) -> None:
    base = identity.base.url
    if head.base and base and not is_state(base):
        findings.add("base-foreign", base, "links")
    lost = [part for part in found if part["url"] is None and part["href"] and is_relative(part["href"])]
    if base is None and lost:
        findings.add("link-unresolved", f"{len(lost)} addresses", "links", lost[0]["line"])


def _masthead(
    page: Page, marked: list[Raw], blocks: list[Raw], head: Head, chrome: Chrome
) -> tuple[list[Line], list[Raw], list[Raw]]:
    lines = masthead.marked_lines(marked)
    if not page.template.leading:
        return lines, blocks, marked
    crumbs = "".join(map(str, chrome.crumbs[-1].itertext())).split("\n")[-1] if chrome.crumbs else None
    leading = take_leading(blocks, title_of_head(head) or crumbs, plain_text=page.is_text)
    return lines + leading.lines, leading.left, marked + leading.heads


def _mentions(sections: Sequence[Part]) -> Iterator[Part]:
    """Dates of all headings and blocks: one search over all texts, each kept from its neighbours by a mark."""
    places: list[tuple[int, int | None]] = []
    starts: list[int] = []
    texts: list[str] = []
    size = 0
    for section in sections:
        named = [(None, section["heading"])] if section["heading"] else []
        for number, text in (*named, *((number, block["text"]) for number, block in enumerate(section["blocks"]))):
            places.append((section["position"], number))
            starts.append(size)
            texts.append(text)
            size += len(text) + len(_APART)
    for span in find_mentions(_APART.join(texts)):
        index = bisect_right(starts, span.start) - 1
        position, number = places[index]
        start = span.start - starts[index]
        yield {
            "value": span.value, "precision": span.precision, "as_written": span.as_written, "section": position,
            "block": number, "start": start, "stop": start + span.stop - span.start,
        }  # fmt: skip


def _account(page: Page, chrome: Chrome, lines: Sequence[Line], places: Sequence[Place]) -> Part:
    texts = [line.text for line in lines]
    for place in places:
        texts.append(place.raw.text)
        data = place.raw.data
        if data.get("caption") and place.raw.kind == "table":
            texts.append(data["caption"])
        texts += [item["marker"] for item in data.get("items", ()) if item["marker"]]
    removed = sum(gone.chars for gone in chrome.gone)
    return accounting.account(accounting.visible(page, chrome), solid("\n".join(texts)), removed)


def _content_digest(title: str | None, sections: Sequence[Part]) -> str:
    texts = [title or ""]
    for section in sections:
        texts.append("\x1e" + (section["number"] or ""))
        texts.append(section["heading"] or "")
        texts += [block["text"] for block in section["blocks"]]
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()
