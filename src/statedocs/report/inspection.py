"""One page beside its record, as one file."""

import re
from typing import Final

from statedocs.extraction.tracing import Explanation
from statedocs.record import Document, Failure
from statedocs.report.beside import Beside
from statedocs.report.captured import Frame, framed
from statedocs.report.html import Attributes, Html, el, join, outward
from statedocs.report.listing import listed
from statedocs.report.marks import Marks
from statedocs.report.shell import details, page, theme_button

_MOST_SOURCE: Final = 200_000
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_STYLES = ("colours.css", "base.css", "inspection.css", "listing.css")
_SCRIPTS = ("theme.js", "inspection.js")


def render_explanation(found: Explanation) -> str:
    """Renders a page beside its record."""
    document, marks = found.document, Marks(found.pairs)
    parts = list(Beside(document, marks).parts())
    contents = el(
        "nav", {"aria-label": "Parts of the record"}, el("ul", {}, (_entry(name, title) for name, title, _ in parts))
    )
    record = [
        el("section", {"aria-labelledby": f"{name}-title"}, el("h2", {"id": f"{name}-title"}, title), content)
        for name, title, content in parts
    ]
    frame = framed(found, marks)
    left = el(
        "section",
        {"class": "pane page", "aria-label": "The page as captured"},
        _switches(frame),
        _legend(marks),
        _head(marks),
        _view("page", _frame(frame)),
        _view("source", listed(found, marks)),
    )
    right = el(
        "section", {"class": "pane record", "id": "record", "tabindex": 0, "aria-label": "The record"}, contents, record
    )
    body = join(_header(document), el("main", {"class": "panes"}, left, right), _footer())
    title = f"{document.title or document.source.origin} – statedocs"
    return page(title, body, _STYLES, _SCRIPTS, frame.styles)


def render_failure(failure: Failure, source: bytes) -> str:
    """Renders a page that could not become a document: what went wrong, beside its source."""
    written = _CONTROL.sub("\ufffd", source[:_MOST_SOURCE].decode("utf-8", "replace"))
    cut = f"The first {_MOST_SOURCE:,} of {len(source):,} bytes." if len(source) > _MOST_SOURCE else None
    rows = (
        ("error", failure.error),
        ("stage", failure.stage),
        ("message", failure.message),
        ("line", str(failure.line or "")),
        ("origin", failure.origin),
        ("url", failure.url or ""),
        ("sha256", failure.sha256 or ""),
    )
    shown = [
        el("tr", {}, el("th", {"scope": "row"}, name), el("td", {"class": "long"}, value))
        for name, value in rows
        if value
    ]
    table = el("table", {"class": "rows"}, el("tbody", {}, shown))
    attributes: Attributes = {"class": "pane record", "tabindex": 0, "aria-label": "Why it failed"}
    why = el("section", attributes, el("h2", {}, "Why there is no record"), table)
    raw = el(
        "section",
        {"class": "pane page", "tabindex": 0, "aria-label": "The source of the page"},
        el("p", {"class": "strip"}, cut) if cut else None,
        el("pre", {"class": "raw-source"}, written),
    )
    header = el(
        "header",
        {"class": "top"},
        el("h1", {}, failure.origin),
        el("p", {"class": "chips"}, _chip(failure.error, "bad")),
        theme_button(),
    )
    title = f"{failure.origin} – statedocs"
    return page(title, join(header, el("main", {"class": "panes"}, raw, why)), _STYLES, ("theme.js",))


def _entry(name: str, title: str) -> Html:
    return el("li", {}, el("a", {"href": f"#{name}-title"}, title))


def _header(document: Document) -> Html:
    counts = document.accounting
    share = f"{counts.removed / counts.visible:.0%}" if counts.visible else "0%"
    levels = [level for level in ("error", "warning", "info") if any(each.level == level for each in document.findings)]
    chips = [
        _chip(document.template.name),
        _chip(document.published.value if document.published else "no date"),
        _chip(f"{counts.kept:,} characters kept, {counts.removed:,} left out ({share})"),
        _chip(f"{counts.unaccounted:,} unaccounted", "bad" if counts.unaccounted else "good"),
        *(
            _chip(f"{sum(each.level == level for each in document.findings)} {level}", level)
            for level in levels
        ),
    ]  # fmt: skip
    where = outward(document.url, document.url) if document.url else document.source.origin
    return el(
        "header",
        {"class": "top"},
        el("h1", {}, document.title or "(no title)"),
        el("p", {"class": "where"}, where),
        el("p", {"class": "chips"}, chips),
        theme_button(),
    )


def _chip(words: str, css: str = "") -> Html:
    return el("span", {"class": f"chip {css}".strip()}, words)


def _legend(marks: Marks) -> Html:
    kept = [
        el("li", {}, el("span", {"class": f"swatch {css}"}), f" {words}")
        for css, words in (("kept", "kept"), ("heading", "heading"), ("masthead", "masthead"))
    ]
    rules = [
        el(
            "li",
            {},
            el("span", {"class": f"swatch {marks.colour(rule)}"}),
            f" {rule} ",
            el("span", {"class": "quiet"}, f"{marks.pieces[rule]:,}"),
        )
        for rule in marks.rules
    ]
    counted = "1 rule" if len(rules) == 1 else f"{len(rules)} rules"
    summary = f"Colours: {counted} left text out" if rules else "Colours"
    return details(summary, el("ul", {"class": "legend"}, kept, rules), is_open=True, css="strip")


def _head(marks: Marks) -> Html | None:
    """What fields were read from that no text of the page shows: the head's elements, addresses."""
    rows = []
    for number, pair in enumerate(marks.pairs):
        if pair.shown or pair.evidence is None or pair.field.startswith(("/removed", "/findings")):
            continue
        where = pair.element or {"url": "the address", "archive": "the archive"}.get(pair.evidence, "")
        attributes: Attributes = {"data-p": number, "data-s": f"{pair.field}, by {pair.evidence}", "class": "at"}
        rows.append(
            el(
                "tr",
                attributes,
                el("th", {"scope": "row"}, pair.evidence),
                el("td", {}, pair.text),
                el("td", {}, el("code", {}, where)),
            )
        )
    if not rows:
        return None
    table = el("table", {"class": "rows"}, el("tbody", {}, rows))
    return details(
        "Head and address: what no text of the page shows",
        el("div", {"class": "wide"}, table),
        css="strip head",
    )


def _switches(frame: Frame) -> Html:
    """The choice of the view, and of the page's own styles; the script shows it, without it both views stand."""
    tabs = [
        el(
            "button",
            {
                "type": "button",
                "role": "tab",
                "id": f"tab-{name}",
                "aria-controls": f"view-{name}",
                "aria-selected": "true" if name == "page" else "false",
                "tabindex": 0 if name == "page" else -1,
            },
            words,
        )
        for name, words in (("page", "Page"), ("source", "Source"))
    ]
    styles = el("button", {"type": "button", "id": "styles", "aria-pressed": "true"}, "The page’s own styles")
    return el(
        "div",
        {"class": "switches", "hidden": True},
        el("div", {"role": "tablist", "aria-label": "How the page is shown"}, tabs),
        styles if frame.is_styled else None,
        el("span", {"id": "unseen", "class": "quiet", "role": "status"}),
    )


def _view(name: str, content: Html) -> Html:
    attributes: Attributes = {
        "class": "view",
        "id": f"view-{name}",
        "role": "tabpanel",
        "aria-labelledby": f"tab-{name}",
    }
    return el("div", attributes, content)


def _frame(frame: Frame) -> Html:
    srcdoc = frame.document.replace("&", "&amp;").replace('"', "&quot;")
    return Html(
        f'<iframe class="source" title="The page as captured" sandbox="allow-same-origin" srcdoc="{srcdoc}"></iframe>'
    )


_KEYS: Final = (
    "Point, tap or use the arrow keys: both sides light up. Enter crosses over, a click holds, Escape lets go."
)


def _footer() -> Html:
    return el("footer", {"class": "status"}, el("p", {"id": "status", "role": "status"}, _KEYS))
