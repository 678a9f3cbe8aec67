"""The report of a run, as one file."""

import os
from pathlib import Path
from typing import Final

from statedocs.report.gather import Gathered, gather
from statedocs.report.html import Html, el, join
from statedocs.report.overview import Overview
from statedocs.report.places import name_of, places_of
from statedocs.report.shell import page, theme_button
from statedocs.report.timing import Timing
from statedocs.sinks import open_stored

_STYLES: Final = ("colours.css", "base.css", "run.css")
_SCRIPTS: Final = ("theme.js", "tables.js")
PAGES: Final = 1_000


def render_run(
    out: str | os.PathLike[str], report: Path, timing: Timing | None = None, pages: int = PAGES
) -> tuple[str, int]:
    """Renders the report of a run; gives it, and how many records cannot be read.

    Args:
        out: What the run wrote: a path, or the address of a database.
        report: Where the report will be, for its links to records.
        timing: How long the run took, where its log says it.
        pages: How many pages the table of pages has at most.

    Raises:
        SinkError: There is no such place, or its manifest is damaged.
    """
    found = gather(open_stored(out), pages)
    name = name_of(out)
    parts = list(Overview(found, places_of(out, report)).parts())
    entries = (el("li", {}, el("a", {"href": f"#{name}"}, title)) for name, title, _ in parts)
    sections = [
        el("section", {"id": name, "aria-labelledby": f"{name}-title"}, el("h2", {"id": f"{name}-title"}, title), inner)
        for name, title, inner in parts
    ]
    contents = el("nav", {"aria-label": "Parts of the report"}, el("ul", {}, entries))
    skip = el("a", {"class": "skip", "href": "#totals"}, "Skip to the totals")
    main = el("main", {}, _totals(found, timing), sections)
    body = join(skip, _header(name, found), contents, main)
    return page(f"{name} – statedocs", body, _STYLES, _SCRIPTS), found.damaged


def _header(name: str, found: Gathered) -> Html:
    made = ", ".join(program for program, _ in found.converters.commonest()[:3])
    return el(
        "header",
        {"class": "top"},
        el("h1", {}, "Report of ", el("span", {}, name)),
        el("p", {"class": "quiet"}, f"made by {made}") if made else None,
        theme_button(),
    )


def _totals(found: Gathered, timing: Timing | None) -> Html:
    summary = found.summary
    whole = found.shares.get("")
    failures = summary.failures if summary else found.failures
    cards = [
        _card("pages", summary.pages if summary else found.documents + found.failures),
        _card("documents", summary.documents if summary else found.documents, "good"),
        _card("failures", failures, "bad" if failures else ""),
    ]
    if summary:
        cards.append(_card("skipped", summary.skipped))
        cards += [_card("gone", summary.gone)] if summary.gone else []
    cards += [
        _card("characters kept", found.kept),
        _card("is chrome", f"{whole.overall:.0%}" if whole else "–"),
        _card("unaccounted", found.unaccounted, "bad" if found.unaccounted else ""),
        _card("pages a second", f"{timing.pages_a_second:,.1f}" if timing else "unknown", "" if timing else "unknown"),
    ]
    if found.damaged:
        cards.append(_card("records cannot be read", found.damaged, "bad"))
    notes = []
    if timing:
        notes.append(f"The run took {timing.seconds:,.1f} s for {timing.pages:,} pages, as its log says.")
    else:
        notes.append(
            "How long the run took stands in its log alone: convert --verbose --log-format json, report --log."
        )
    if summary is None and (found.documents or found.failures):
        notes.append("No manifest was kept here: what was skipped is unknown.")
    elif summary is None:
        notes.append("There are no records here.")
    return el(
        "section",
        {"id": "totals", "aria-label": "Totals"},
        el("dl", {"class": "cards"}, cards),
        el("p", {"class": "quiet"}, " ".join(notes)),
    )


def _card(name: str, value: int | str, css: str = "") -> Html:
    shown = f"{value:,}" if isinstance(value, int) else value
    return el("div", {"class": f"card {css}".strip()}, el("dt", {}, name), el("dd", {}, shown))
