"""The parts of a record, gathered in the order in which they stand on one another."""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from statedocs.extraction import accounting, links, masthead, stated_dates, subjects
from statedocs.extraction.address import is_relative, is_state
from statedocs.extraction.chrome import Chrome
from statedocs.extraction.chrome_lines import without_chrome_lines
from statedocs.extraction.contacts import extract_contacts
from statedocs.extraction.content import cut
from statedocs.extraction.date_mentions import find_mentions
from statedocs.extraction.date_roles import Candidate, choose_published
from statedocs.extraction.facts import extract_facts
from statedocs.extraction.fake_lists import make_lists
from statedocs.extraction.head import Head, read_head
from statedocs.extraction.headings import infer_headings
from statedocs.extraction.identity import Identity, identify
from statedocs.extraction.language import declared_language, detect_language
from statedocs.extraction.leading import Line, take_leading
from statedocs.extraction.page import Gone, Page, Part, Raw
from statedocs.extraction.sections import Place, build
from statedocs.extraction.text import collapse, solid
from statedocs.extraction.titles import inferred_title, title_of_head
from statedocs.record import FINDINGS
from statedocs.vocabulary import find_series

_APART: Final = "\n\x00\n"
"""Stands between texts that are searched as one; no text of a record holds it."""
_TAGS: Final = ".related-tags__pills"


@dataclass(slots=True)
class Findings:
    """Findings gathered on the way, in order, none twice."""

    parts: list[Part] = field(default_factory=list)

    def add(self, code: str, message: str | None = None, where: str | None = None, line: int | None = None) -> None:
        """Adds a finding of the closed list."""
        level, meaning = FINDINGS[code]
        part = {"code": code, "level": level, "field": where, "message": message or meaning, "line": line}
        if part not in self.parts:
            self.parts.append(part)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What extraction gives: the record's parts from `id` on but for source and converter, and who the page is."""

    parts: Part
    identity: Identity
    findings: Findings


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
    blocks, lost = _without_duplicates(page, lines, blocks)
    chrome.gone += lost
    blocks = make_lists(blocks, plain_text=page.is_text)
    inferred = False
    if page.template.inferred_headings:
        blocks, inferred = infer_headings(blocks, plain_text=page.is_text)
    if inferred:
        findings.add("headings-inferred", None, "sections")
    sections, places = build(blocks)
    parts = _Fields(page, head, identity, lines, sections, chrome, findings).gather()
    parts["sections"] = sections
    parts["links"] = [
        *links.masthead_links(marked, identity.base),
        *links.body_links(places, sections, identity.base),
    ]
    parts["date_mentions"] = list(_mentions(sections))
    parts["removed"] = [{"rule": gone.rule, "chars": gone.chars, "text": gone.text, "line": gone.line} for gone in chrome.gone]
    parts["accounting"] = _account(page, chrome, lines, places)
    parts["content_sha256"] = _content_digest(parts["title"], sections)
    if parts["accounting"]["unaccounted"]:
        findings.add("text-unaccounted", f"{parts['accounting']['unaccounted']} characters", "accounting")
    _add_address_findings(findings, head, identity, parts["links"])
    return Extracted(parts, identity, findings)


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
    crumbs = chrome.crumbs[-1].xpath("string()").split("\n")[-1] if chrome.crumbs else None
    leading, left = take_leading(blocks, title_of_head(head) or crumbs, plain_text=page.is_text)
    taken = blocks[: len(blocks) - len(left)] if leading else []
    return lines + leading, left, [*marked, *(raw for raw in taken if raw not in left)]


def _without_duplicates(page: Page, lines: Sequence[Line], blocks: list[Raw]) -> tuple[list[Raw], list[Gone]]:
    """The title printed again over the body is removed."""
    title = masthead.title_of(lines)
    if title is None or not blocks or blocks[0].kind not in ("heading", "paragraph"):
        return blocks, []
    first = blocks[0]
    if collapse(first.text).casefold() != title.casefold():
        return blocks, []
    return blocks[1:], [Gone("masthead/duplicate-title", solid(first.text), first.text[:120], first.line)]


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
    return accounting.account(accounting.visible(page, chrome), solid("\n".join(texts)), sum(gone.chars for gone in chrome.gone))


def _content_digest(title: str | None, sections: Sequence[Part]) -> str:
    texts = [title or ""]
    for section in sections:
        texts.append("\x1e" + (section["number"] or ""))
        texts.append(section["heading"] or "")
        texts += [block["text"] for block in section["blocks"]]
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()


class _Fields:
    """The fields of the page's head and masthead, each from the first witness that speaks."""

    def __init__(self, *parts: Any) -> None:
        self.page, self.head, self.identity, self.lines, self.sections, self.chrome, self.findings = parts
        self.classes = subjects.classes_of(self.page.content)
        self.crumbs = subjects.crumbs_of(self.chrome.crumbs, self.identity.base)

    def gather(self) -> Part:
        title = self._title()
        series = find_series(title or "", [crumb["text"] for crumb in self.crumbs])
        facts = extract_facts(self.sections)
        countries = self._countries(title, facts)
        kind = self._document_type(title)
        dates, published = self._dates(series.edition if series else None, kind)
        body = [*_short_texts(self.sections[0]["blocks"][:20]), *_short_texts(self.sections[-1]["blocks"][-5:])]
        post = subjects.post_number(self.classes)
        identifiers = list(masthead.identifiers_of([line.text for line in self.lines if line.role in ("identifier", "title", "date", "other")]))
        identifiers += [part for part in masthead.identifiers_of(body) if part["scheme"] in ("prn", "dpb") and part not in identifiers]
        return {
            "title": title,
            "description": self.head.metas.get("description") or self.head.metas.get("og:description"),
            "document_type": kind,
            "issuers": self._issuers(),
            "speakers": masthead.speakers_of(self.lines),
            "places": masthead.places_of(self.lines),
            "countries": countries,
            "subjects": subjects.subjects_of(self.head, self.classes, self._tags()),
            "series": {"name": series.name, "edition": series.edition} if series else None,
            "identifiers": [*identifiers, *([post] if post else [])],
            "breadcrumb": self.crumbs,
            "language": self._language(),
            "published": published,
            "dates": dates,
            "masthead": [{"role": line.role, "text": line.text, "line": line.line} for line in self.lines],
            "facts": facts,
            "contacts": extract_contacts(self.sections, [(part["code"], part["name"]) for part in countries]),
        }

    def _title(self) -> str | None:
        title = masthead.title_of(self.lines) or title_of_head(self.head)
        if title is None:
            title = inferred_title(self.sections, self.identity.url)
            self.findings.add("title-inferred" if title else "title-missing", None, "title")
        return title

    def _countries(self, title: str | None, facts: Sequence[Part]) -> list[Part]:
        found = subjects.countries_of(title, self.crumbs, self.classes, self.identity.url)
        return found or subjects.country_in_body(self.sections) or subjects.country_in_facts(facts)

    def _issuers(self) -> list[Part]:
        found = list(masthead.issuers_of(self.lines)) or subjects.issuers_beside(self.crumbs, self.classes)
        for part in found:
            if part["code"] is None and part["name"] == part["as_written"] and not masthead.find_bureau(part["name"]):
                self.findings.add("issuer-unknown", f"{part['as_written']!r} is not in the vocabulary", "issuers")
        return found

    def _document_type(self, title: str | None) -> Part | None:
        kind = masthead.document_type_of(self.lines, title)
        if kind is not None and kind["slug"] is None:
            self.findings.add("document-type-unknown", f"{kind['as_written']!r} is not in the vocabulary", "document_type")
        return kind or subjects.document_type_beside(self.classes, self.identity.url)

    def _dates(self, edition: str | None, kind: Part | None) -> tuple[list[Part], Part | None]:
        candidates: list[Candidate] = []
        for candidate, codes in stated_dates.masthead_dates(self.lines):
            for code in codes:
                self.findings.add(code, f"{candidate.as_written!r}", "dates", candidate.line)
            if candidate.value is not None:
                candidates.append(candidate)
        candidates += stated_dates.head_dates(self.head, landing="landing" in self.page.template.name)
        clearance = stated_dates.clearance_date(self.sections)
        if clearance is not None:
            candidates.append(clearance)
        captured = self.identity.captured_at
        chosen, doubts = choose_published(
            candidates,
            captured=date.fromisoformat(captured[:10]) if captured else None,
            edition=edition,
            document_type=kind["slug"] if kind else None,
        )
        for code, message in doubts:
            self.findings.add(code, message, "published")
        if chosen is None:
            self.findings.add("date-missing", None, "published")
        parts = [_date(candidate) for candidate in dict.fromkeys(candidates)]
        if edition and edition.isdigit() and len(edition) == 4:
            parts.append(_date(Candidate(edition, "year", "edition", "title", edition)))
        if captured:
            parts.append(_date(Candidate(captured[:10], "day", "captured", "archive", captured)))
        return parts, _date(chosen) if chosen else None

    def _language(self) -> str | None:
        declared = declared_language(self.head.language)
        if declared is not None:
            return declared
        texts: list[str] = []
        size = 0
        for section in self.sections:
            for block in section["blocks"]:
                texts.append(block["text"])
                size += len(block["text"])
                if size > 6000:
                    return detect_language(" ".join(texts))
        return detect_language(" ".join(texts))

    def _tags(self) -> list[str]:
        pills = [pill for box in self.page.index.find(_TAGS) for pill in box.iter("a")]
        return [text for pill in pills if (text := collapse("".join(pill.itertext())))]


def _short_texts(blocks: Sequence[Part]) -> list[str]:
    """Short lines of blocks: where a release prints its number."""
    return [line for block in blocks for line in block["text"].split("\n")[-2:] if len(line) < 40]


def _date(candidate: Candidate) -> Part:
    return {
        "value": candidate.value, "precision": candidate.precision, "role": candidate.role, "evidence": candidate.evidence,
        "as_written": candidate.as_written, "line": candidate.line,
    }  # fmt: skip
