"""The parts of a record, gathered in the order in which they stand on one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.extraction import accounting, links, masthead
from statedocs.extraction.address import is_relative, is_state
from statedocs.extraction.address_titles import line_of_address
from statedocs.extraction.briefing_index import is_index
from statedocs.extraction.chrome import PREVIEW, Chrome
from statedocs.extraction.chrome_lines import breadcrumb_line, without_chrome_lines
from statedocs.extraction.content import cut
from statedocs.extraction.contents_ranks import rank_by_contents
from statedocs.extraction.crumbs import crumbs_of
from statedocs.extraction.duplicates import once_said, without_contents, without_title, without_title_again
from statedocs.extraction.fake_lists import make_lists
from statedocs.extraction.fields import Fields
from statedocs.extraction.findings import Findings
from statedocs.extraction.framed import has_framed_headings
from statedocs.extraction.front import without_frame
from statedocs.extraction.head import Head, read_head
from statedocs.extraction.headings import infer_headings
from statedocs.extraction.identity import Identity, identify
from statedocs.extraction.leading import Leading, Line, take_leading
from statedocs.extraction.line_roles import read_line
from statedocs.extraction.page import Gone, Page, Part, Raw
from statedocs.extraction.repeated import take_repeated
from statedocs.extraction.sections import Place, build
from statedocs.extraction.text import collapse, solid
from statedocs.extraction.texts import Texts
from statedocs.extraction.title_lines import is_shelf
from statedocs.extraction.title_parts import names_one_page
from statedocs.extraction.titles import mobile_title, title_of_head
from statedocs.vocabulary import find_bureau

_LONGEST_OPENING: Final = 250
_LONGEST_DAY: Final = 40
_NOTED: Final = 6
_NEAR: Final = 6
"""Blocks above the body of a text among which its title may stand again, below captions."""


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
    head = read_head(page.root, page.index.unshown)
    identity = identify(head, page.addresses, page.captured_at, archive_url, page.template.site)
    chrome = Chrome(page, accounting.hidden_elements(page.root))
    seen = accounting.visible(page, chrome)
    content = cut(page, chrome)
    chrome.crumb_line = breadcrumb_line(content.blocks, page.template)
    blocks, lost = without_chrome_lines(content.blocks, page.template)
    chrome.gone += lost
    named = _named(page, head, chrome, blocks, identity)
    blocks, frame = without_frame(page, blocks, named)
    outside = _is_titled_outside(page, head, chrome, blocks)
    lines, blocks, marked, lost = _masthead(page, content.masthead, blocks, named, outside=outside)
    chrome.gone += frame + lost
    lines, lost = once_said(lines)
    chrome.gone += lost
    title = masthead.title_of(lines)
    if page.template.leading:
        repeated = take_repeated(title, blocks, [line.text for line in lines if line.role == "type"])
        lines, blocks, marked = lines + repeated.lines, repeated.left, marked + repeated.heads
        chrome.gone += repeated.gone
    blocks, lost = without_title(title, blocks, near=_NEAR if page.is_text else 1)
    chrome.gone += lost
    blocks = make_lists(blocks, plain_text=page.is_text)
    if page.template.inferred_headings:
        blocks = _headed(page, blocks, lines, title or title_of_head(head), findings)
    blocks, lost = without_contents(blocks)
    sections, places = build(rank_by_contents(blocks, chrome.gone) if page.is_text else blocks)
    chrome.gone += lost
    texts = Texts(sections)
    found = [*links.masthead_links(marked, identity.base), *links.body_links(places, sections, texts, identity.base)]
    parts = Fields(page, head, identity, lines, sections, texts, chrome, findings, found).gather()
    parts["sections"] = sections
    parts["links"] = found
    parts["date_mentions"] = list(texts.mentions())
    parts["removed"] = _removed(chrome.gone, None if page.keep_removed else PREVIEW)
    parts["accounting"] = _account(seen, chrome, lines, places, texts)
    parts["content_sha256"] = texts.digest(parts["title"])
    if parts["accounting"]["unaccounted"]:
        findings.add("text-unaccounted", f"{parts['accounting']['unaccounted']} characters", "accounting")
    _add_address_findings(findings, head, identity, parts["links"])
    return Extracted(parts, identity, findings, chrome.gone)


def _headed(page: Page, blocks: list[Raw], lines: Sequence[Line], title: str | None, findings: Findings) -> list[Raw]:
    """The blocks with headings where their looks tell them."""
    framed = page.template.name == "generic" and has_framed_headings(blocks, title, lines)
    indexed = any(is_index(line.text) for line in lines)
    blocks, inferred = infer_headings(blocks, plain_text=page.is_text, framed=framed, indexed=indexed)
    if inferred:
        findings.add("headings-inferred", None, "sections")
    return blocks


def _removed(gone: Sequence[Gone], shown: int | None) -> list[Part]:
    return [{"rule": part.rule, "chars": part.chars, "text": part.text[:shown], "line": part.line} for part in gone]


def _add_address_findings(findings: Findings, head: Head, identity: Identity, found: Sequence[Part]) -> None:
    base = identity.base.url
    if head.base and base and not is_state(base):
        findings.add("base-foreign", base, "links")
    if base is not None:
        return
    lost = [part for part in found if part["url"] is None and part["href"] and is_relative(part["href"])]
    if lost:
        findings.add("link-unresolved", f"{len(lost)} addresses", "links", lost[0]["line"])


def _named(page: Page, head: Head, chrome: Chrome, blocks: Sequence[Raw], identity: Identity) -> str | None:
    """What the page is called by its head, else by the section's menu above it, or the last step of its breadcrumb.

    Else, a text, by a line that its address repeats.
    """
    first = blocks[0].text if blocks else ""
    if any(gone.rule == "section-menu" and gone.text == first for gone in chrome.gone):
        return title_of_head(head) or first
    crumbs = crumbs_of(chrome.crumbs, identity.base)
    step = str(crumbs[-1]["text"]) if crumbs else None
    own = title_of_head(head)
    if own is not None and is_shelf(own) and any(raw.kind == "heading" for raw in blocks[:_NEAR]):
        return None
    if own := own or (step if step is not None and (step == first or names_one_page(step)) else None):
        return own
    return line_of_address(blocks, identity.url) if page.is_text else None


def _masthead(
    page: Page, marked: list[Raw], blocks: list[Raw], named: str | None, *, outside: bool
) -> tuple[list[Line], list[Raw], list[Raw], list[Gone]]:
    """The lines of the masthead, the blocks that are left, those in which the lines stand, and what is said twice."""
    lines, again = without_title_again(masthead.marked_lines(marked))
    if not page.template.leading and not _is_unmarked(lines, blocks):
        office = 1 if _opens_with_office(lines, blocks) else 0
        named_below = [Line("issuer", raw.text, raw.line) for raw in blocks[:office]]
        return lines + named_below, blocks[office:], marked + blocks[:office], again
    titled = masthead.title_of(lines) is not None or outside
    leading = take_leading(blocks, named, plain_text=page.is_text, titled=titled, above=_last_marked(marked))
    if not page.template.leading and not (_is_masthead(leading.lines) or _is_day(leading)):
        return lines, blocks, marked, again
    return lines + leading.lines, leading.left, marked + leading.heads, again


def _is_unmarked(lines: Sequence[Line], blocks: Sequence[Raw]) -> bool:
    """Whether a template finds a title alone: the rest of the masthead may open the content, in short lines."""
    if not lines or any(line.role != "title" for line in lines):
        return False
    first = next((raw for raw in blocks if raw.kind != "figure"), None)
    return first is not None and first.kind == "paragraph" and len(first.text) <= _LONGEST_OPENING


def _opens_with_office(lines: Sequence[Line], blocks: Sequence[Raw]) -> bool:
    """Whether the content opens with the name of a bureau alone, and no marked line says who issues the page."""
    first = blocks[0].text if blocks and blocks[0].kind == "paragraph" else ""
    marked = bool(lines) and all(line.role != "issuer" for line in lines)
    return marked and find_bureau(first) is not None and read_line(first).role == "issuer"


def _is_masthead(lines: Sequence[Line]) -> bool:
    """Whether lines say when, and also who issues a page, who speaks, where or what it is."""
    roles = {line.role for line in lines}
    return "date" in roles and not roles.isdisjoint(("issuer", "speaker", "type", "place"))


def _is_day(leading: Leading) -> bool:
    """Whether the day alone opens the content: of a chronology, other days do so below."""
    if [line.role for line in leading.lines] != ["date"] or not _names_day(leading.lines[0].text):
        return False
    return not any(_names_day(raw.text) for raw in leading.left)


def _names_day(text: str) -> bool:
    """Whether a line is a day and nothing else."""
    if len(text) > _LONGEST_DAY:
        return False
    reading = read_line(text)
    return reading.role == "date" and not reading.rest.strip(" .:") and reading.dates[0].precision == "day"


def _last_marked(marked: Sequence[Raw]) -> int:
    """The line of the last title that the template marks."""
    return next((raw.line for raw in reversed(marked) if raw.role == "title" and raw.line is not None), 0)


def _is_titled_outside(page: Page, head: Head, chrome: Chrome, blocks: Sequence[Raw]) -> bool:
    """Whether no line of the content is the title: a heading outside says what the `title` element does.

    Or it is a mobile copy, which says in a note what it is called, and prints that nowhere else.
    """
    noted = mobile_title(gone.text for gone in chrome.gone)
    if noted is not None:
        return all(noted.casefold() not in raw.text.casefold() for raw in blocks[:_NOTED])
    named = title_of_head(head)
    if named is None or page.content is None or page.template.name != "generic":
        return False
    same = [heading for heading in page.root.iter("h1") if collapse("".join(map(str, heading.itertext()))) == named]
    return bool(same) and not any(page.content in heading.iterancestors() for heading in same)


def _account(seen: int, chrome: Chrome, lines: Sequence[Line], places: Sequence[Place], texts: Texts) -> Part:
    beside = [line.text for line in lines]
    for place in places:
        raw = place.raw
        if place.shift:  # a heading's number, and the point behind it
            beside.append(raw.text[: place.shift])
        if raw.kind == "table" and (caption := raw.data["caption"]):
            beside.append(caption)
        elif raw.kind == "list":
            beside += [item["marker"] for item in raw.data["items"] if item["marker"]]
    removed = sum(gone.chars for gone in chrome.gone)
    return accounting.account(seen, texts.solid() + solid("\n".join(beside)), removed)
