"""The fields of a page's head and masthead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import takewhile
from typing import Final
from urllib.parse import urlsplit

from statedocs.extraction import masthead, masthead_places, named_countries, stated_dates, subjects
from statedocs.extraction.biographies import take_subject
from statedocs.extraction.chrome import Chrome
from statedocs.extraction.contacts import extract_contacts
from statedocs.extraction.crumbs import crumbs_of, crumbs_of_line
from statedocs.extraction.date_roles import Candidate, choose_published, issued_when_changed, late_changes
from statedocs.extraction.facts import extract_facts
from statedocs.extraction.findings import Findings
from statedocs.extraction.head import Head
from statedocs.extraction.identity import Identity
from statedocs.extraction.language import SAMPLE, declared_language, detect_language
from statedocs.extraction.leading import Line
from statedocs.extraction.page import Page, Part
from statedocs.extraction.sheet_dates import sheet_date
from statedocs.extraction.tags import tags_of
from statedocs.extraction.texts import Texts
from statedocs.extraction.title_parts import names_parts_above
from statedocs.extraction.titles import inferred_title, line_of_window, own_title, title_of_head, window_title
from statedocs.templates.text_chrome import match_line
from statedocs.vocabulary import Series, find_bureau, find_country, find_series

_TAGS: Final = (".related-tags__pills", ".entry-tags")
"""What holds a page's tags: pills, and the line of an embassy's page that names its author as well."""
_NUMBERED: Final = ("identifier", "title", "date", "other")
"""Roles of masthead lines that print numbers."""
_RELEASES: Final = ("prn", "dpb")
_ISSUE: Final = re.compile(r"(?:Number|Volume) [\dIVXLC]{1,6}$")
_STATED_BLANKS: Final = 2
_DATE: Final = ("value", "precision", "role", "evidence", "as_written", "line")
_FEWEST_STEPS: Final = 3
_SITE_LINES: Final = 60
"""Of what was removed, how many of the first pieces may name the site."""
_NUMBERED_BLOCKS: Final = 3
"""In which a bulletin prints its number and volume."""
_CLOSING: Final = 12
"""How many of the last pieces of chrome may name a mobile page."""
_OPENING: Final = 20
"""Sections, and blocks of each, in which a number may stand: the index of a briefing comes before it."""


@dataclass(slots=True)
class Fields:
    """The fields of the page's head and masthead, each from the first witness that speaks.

    Attributes:
        findings: Where doubts go.
        classes: Classes of the WordPress post.
        crumbs: The breadcrumb.
        tags: What the page is tagged with.
        dateline: Date and place with which the body opens.
    """

    page: Page
    head: Head
    identity: Identity
    lines: Sequence[Line]
    sections: Sequence[Part]
    texts: Texts
    chrome: Chrome
    findings: Findings
    links: Sequence[Part]
    classes: list[str] = field(init=False)
    crumbs: list[Part] = field(init=False)
    tags: list[str] = field(init=False)
    dateline: tuple[Candidate, str] | None = field(init=False)

    def __post_init__(self) -> None:
        self.classes = subjects.classes_of(self.page.content)
        boxes = [box for name in _TAGS for box in self.page.index.find(name)]
        pills = [pill for box in boxes for pill in box.iter("a") if "/author/" not in (pill.get("href") or "")]
        self.tags = tags_of(pills, self.chrome.gone)
        self.dateline = stated_dates.dateline_of(self.sections)
        self.crumbs = crumbs_of(self.chrome.crumbs, self.identity.base)
        if not self.crumbs and self.chrome.crumb_line is not None:
            self.crumbs = crumbs_of_line(self.chrome.crumb_line, self.identity.base)

    def gather(self) -> Part:
        """The record's fields from `title` to `contacts`, in any order."""
        title = self._title()
        series = self._series(title)
        facts = extract_facts(self.sections)
        countries = self._countries(title, facts) or (named_countries.country_heading(self.sections) if series else [])
        kind = self._document_type(title) or self._type_of_series(series, title)
        if series is None and kind is not None and kind["slug"] == "background-note":
            series = find_series("Background Notes")
        dates, published = self._dates(series.edition if series else None, kind)
        return {
            "title": title,
            "description": self.head.metas.get("description") or self.head.metas.get("og:description"),
            "document_type": kind,
            "issuers": self._issuers(),
            "speakers": masthead.speakers_of(self.lines),
            "places": masthead_places.places_of(self.lines) or ([self.dateline[1]] if self.dateline else []),
            "countries": countries,
            "subjects": subjects.subjects_of(self.head, self.classes, self.tags, [line.text for line in self.lines]),
            "series": {"name": series.name, "edition": series.edition} if series else None,
            "identifiers": self._identifiers(),
            "breadcrumb": self.crumbs,
            "language": self._language(),
            "published": published,
            "dates": dates,
            "masthead": [{"role": line.role, "text": line.text, "line": line.line} for line in self.lines],
            "facts": facts,
            "contacts": self._contacts(countries),
        }

    def _contacts(self, countries: Sequence[Part]) -> list[Part]:
        named = [(part["code"], part["name"]) for part in countries]
        return extract_contacts(self.sections, named, self.links, self.texts)

    def _title(self) -> str | None:
        title = masthead.title_of(self.lines)
        if self.page.is_text:  # its first line may be the title of the window, with the site's name
            title = (title and own_title(title)) or window_title(self.page.root)
            title = title or take_subject(self.lines, self.sections[0]["blocks"])
        title = self._article_below(title) if title else self._own_part(title_of_head(self.head))
        if title is None:
            notes = [gone.text for gone in self.chrome.gone[-_CLOSING:]]
            stated = self._front_matter() or line_of_window(self.page)
            title = stated or inferred_title(self.sections, self.identity.url, notes, self._last_step())
            self.findings.add("title-inferred" if title else "title-missing", None, "title")
        return title

    def _last_step(self) -> str | None:
        """Where the breadcrumb of a text ends, of several steps: there the page itself is named."""
        return str(self.crumbs[-1]["text"]) if self.page.is_text and len(self.crumbs) >= _FEWEST_STEPS else None

    def _own_part(self, title: str | None) -> str | None:
        """What a title element says of the page itself: without the parts of the site behind its own name.

        Where it names a page above, as documents of a volume bear the volume's, the first heading is the page's own.
        """
        *above, name = [crumb["text"] for crumb in self.crumbs] or [""]
        heading = next((str(section["heading"]) for section in self.sections if section["heading"]), None)
        if title in above and heading is not None:
            self.findings.add("title-inferred", None, "title")
            return heading.removesuffix(self._note_of_heading(heading))
        return name if title is not None and name and title.startswith(f"{name} - ") else title

    def _note_of_heading(self, heading: str) -> str:
        """The number of the footnote that ends a heading: a link to the foot of the page, and no part of a title."""
        notes = (part["text"] for part in self.links if part["block"] is None and part["stop"] == len(heading))
        return next((str(note) for note in notes if str(note).isdigit()), "")

    def _article_below(self, title: str) -> str:
        """The article's own title where the page prints that of its series above: `Milestones: 1945-1952`.

        The title element says both then, the article's first; of a text the breadcrumb does.
        """
        named = title_of_head(self.head) or ""
        headings = [str(section["heading"]) for section in self.sections if section["heading"]]
        *above, step = [str(crumb["text"]) for crumb in self.crumbs] or [""]
        if self.page.is_text and step in headings and names_parts_above(title, above):
            return step
        return next((heading for heading in headings if named == f"{heading} - {title}"), title)

    def _front_matter(self) -> str | None:
        """The title that a dump's front matter states: what its program took for it, in three words or more."""
        stated = self.head.metas.get("front-matter-title", "") if self.page.is_text else ""
        return stated if stated.count(" ") >= _STATED_BLANKS and match_line(stated) is None else None

    def _series(self, title: str | None) -> Series | None:
        """The series that title, masthead line, breadcrumb or the address name."""
        parts = urlsplit(self.identity.url).path.split("/") if self.identity.url else []
        named = [part.replace("-", " ") for part in parts if part.count("-") > 1]
        printed = [line.text for line in self.lines if line.role == "series"]
        return find_series(title or "", [*named, *(crumb["text"] for crumb in self.crumbs), *reversed(printed)])

    def _type_of_series(self, series: Series | None, title: str | None) -> Part | None:
        """What each part of a series is, where the series itself is printed."""
        if series is None or series.document_type is None:
            return None
        printed = [("title", [title or ""]), ("masthead", [line.text for line in self.lines])]
        printed.append(("breadcrumb", [crumb["text"] for crumb in self.crumbs]))
        for evidence, texts in printed:
            if any(series.as_written in text for text in texts):
                return {"slug": series.document_type, "as_written": series.as_written, "evidence": evidence}
        return None

    def _countries(self, title: str | None, facts: Sequence[Part]) -> list[Part]:
        found = subjects.countries_of(title, self.crumbs, self.classes, self.identity.url, self.head.title)
        if not found or found[0]["evidence"] == "url":
            found = named_countries.country_in_lines(self.lines) or found
        found = found or named_countries.country_in_body(self.sections) or named_countries.country_in_facts(facts)
        found = found or named_countries.country_in_tags(self.tags)
        if not found and self.page.is_text:
            found = named_countries.country_of_site(gone.text for gone in self.chrome.gone[:_SITE_LINES])
        for part in found:
            if part["code"] is None and not find_country(part["name"]):
                self.findings.add("country-unknown", f"{part['as_written']!r} is not in the vocabulary", "countries")
        return found

    def _issuers(self) -> list[Part]:
        found = list(masthead.issuers_of(self.lines))
        found = found or subjects.issuers_beside(self.crumbs or self._menu(), self.classes, self.identity.url)
        for part in found:
            if part["code"] is None and part["name"] == part["as_written"] and not find_bureau(part["name"]):
                self.findings.add("issuer-unknown", f"{part['as_written']!r} is not in the vocabulary", "issuers")
        return found

    def _menu(self) -> list[Part]:
        """The bureaus with which a text's section menu begins: they stand above its pages as a breadcrumb does."""
        entries = (gone.text for gone in self.chrome.gone if gone.rule == "section-menu")
        return [{"text": entry} for entry in takewhile(find_bureau, entries)]

    def _document_type(self, title: str | None) -> Part | None:
        kind = masthead.document_type_of(self.lines, title)
        if kind is not None and kind["slug"] is None:
            message = f"{kind['as_written']!r} is not in the vocabulary"
            self.findings.add("document-type-unknown", message, "document_type")
        return kind or subjects.document_type_beside(self.classes, self.identity.url)

    def _identifiers(self) -> list[Part]:
        """Numbers of the masthead, those of releases at the edges of the body, and the post's; none twice."""
        found = list(masthead.identifiers_of([line.text for line in self.lines if line.role in _NUMBERED]))
        opening = [block for section in self.sections[:_OPENING] for block in section["blocks"][:_OPENING]]
        edges = [*_short_texts(opening), *_short_texts(self.sections[-1]["blocks"][-5:])]
        printed = masthead.identifiers_of(edges)
        found += [part for part in printed if part["scheme"] in _RELEASES]
        issues = [text for text in _short_texts(opening[:_NUMBERED_BLOCKS], 3) if _ISSUE.match(text)]
        found += masthead.identifiers_of(issues)
        post = subjects.post_number(self.classes)
        found += [post] if post else []
        return list({(part["scheme"], part["value"]): part for part in reversed(found)}.values())[::-1]

    def _dates(self, edition: str | None, kind: Part | None) -> tuple[list[Part], Part | None]:
        """All dates that are stated, and the one that the page was published on."""
        candidates = issued_when_changed(list(self._candidates()), kind["slug"] if kind else None)
        if not any(candidate.role == "published" for candidate in candidates):
            tags = (gone.text for gone in self.chrome.gone if gone.rule.endswith("/tags"))
            candidates += filter(None, [stated_dates.posted_date(tags)])
        captured = self.identity.captured_at
        day = date.fromisoformat(captured[:10]) if captured else None
        chosen, doubts = choose_published(
            candidates,
            captured=day,
            edition=edition,
            document_type=kind["slug"] if kind else None,
        )
        for code, message in doubts:
            self.findings.add(code, message, "published")
        for code, message in late_changes(candidates, day):
            self.findings.add(code, message, "dates")
        if chosen is None:
            self.findings.add("date-missing", None, "published")
        parts = [_date(candidate) for candidate in dict.fromkeys(candidates)]
        if edition and edition.isdigit() and len(edition) == 4:
            parts.append(_date(Candidate(edition, "year", "edition", "title", edition)))
        if captured:
            parts.append(_date(Candidate(captured[:10], "day", "captured", "archive", captured)))
        return parts, _date(chosen) if chosen else None

    def _candidates(self) -> Iterator[Candidate]:
        """Dates of masthead, head and clearance line."""
        said = list(stated_dates.masthead_dates(self.lines, self.findings, self.sections))
        yield from said or filter(None, [stated_dates.briefing_date(self.sections)])
        yield from stated_dates.head_dates(self.head, self.page.template.name)
        if self.dateline is not None:
            yield self.dateline[0]
        for find in (
            sheet_date,
            stated_dates.issued_date,
            stated_dates.changed_date,
            stated_dates.clearance_date,
            stated_dates.released_date,
        ):
            if (stated := find(self.sections)) is not None:
                yield stated

    def _language(self) -> str | None:
        declared = declared_language(self.head.language)
        if declared is not None:
            return declared
        texts: list[str] = []
        size = 0
        for text in (block["text"] for section in self.sections for block in section["blocks"]):
            texts.append(text)
            size += len(text)
            if size > SAMPLE:
                break
        return detect_language(" ".join(texts))


def _short_texts(blocks: Sequence[Part], most: int = 2) -> list[str]:
    """Short lines of blocks, the last ones of each: where a release prints its number."""
    return [line for block in blocks for line in block["text"].split("\n")[-most:] if len(line) < 40]


def _date(candidate: Candidate) -> Part:
    return {name: getattr(candidate, name) for name in _DATE}
