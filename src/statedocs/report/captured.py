"""The page as captured, made harmless: its own markup and styles without behaviour, every text escaped and marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.extraction.tracing import Close, Explanation, Open, Token, Words
from statedocs.report.harmless import RENAMED, Styling, attributes_of, opening
from statedocs.report.html import Html, el, text
from statedocs.report.marks import Marks
from statedocs.report.own_styles import harmless_sheet
from statedocs.report.shell import asset, policy

MARK: Final = "sd-k"
"""What is marked stands in elements that no page's style sheet speaks of."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A document for a frame.

    Attributes:
        document: All of it.
        styles: Its style sheets; who holds the frame must allow them as well.
        is_styled: Whether the page has a style of its own.
    """

    document: Html
    styles: Sequence[str]
    is_styled: bool


def framed(found: Explanation, marks: Marks) -> Frame:
    """The document of the frame that shows the page."""
    is_text = not any(isinstance(token, Open) for token in found.page)
    styling = Styling()
    markup = _text(found.page, marks) if is_text else _markup(found.page, marks, styling)
    sheets = "\n".join(harmless_sheet(css, media, RENAMED) for css, media in found.styles).strip()
    own = styling.sheet(sheets)
    base = asset("colours.css") + asset("captured.css")
    head = el(
        "head",
        {},
        el("meta", {"charset": "utf-8"}),
        policy([base, own], pictures=True),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("title", {}, "The page as captured"),
        el("style", {}, Html(base)),
        el("style", {}, Html(own)),
    )
    html, body = _outer(found.page, styling)
    language = "" if ' lang="' in html else f' lang="{text(found.document.language or "en")}"'
    kind = "data-text" if is_text else "data-page"
    document = f"<!doctype html><html{html}{language} {kind}>{head}<body{body}>{markup}</body></html>"
    return Frame(Html(document), [base, own], bool(sheets) or not styling.is_empty)


def _outer(tokens: Sequence[Token], styling: Styling) -> tuple[str, str]:
    """The attributes of the page's root and body."""
    first = {
        token.tag: token for token in reversed(tokens) if isinstance(token, Open) and token.tag in ("html", "body")
    }
    return tuple(attributes_of(first[tag], styling) if tag in first else "" for tag in ("html", "body"))  # type: ignore[return-value]


def _text(tokens: Sequence[Token], marks: Marks) -> Html:
    return el("pre", {}, (_words(token, marks) for token in tokens if isinstance(token, Words)))


def _markup(tokens: Sequence[Token], marks: Marks, styling: Styling) -> Html:
    parts: list[str] = []
    open_tags: list[str] = []
    for token in tokens:
        if isinstance(token, Words):
            parts.append(_words(token, marks))
        elif isinstance(token, Close):
            parts.append(open_tags.pop())
        elif token.tag in ("html", "body"):
            open_tags.append("")
        else:
            begin, end = opening(token, styling)
            parts.append(_marked(begin, token.pairs, marks) if token.pairs and not end else begin)
            if token.pairs and end:
                parts.append(_marked("", token.pairs, marks))
            open_tags.append(end)
    return Html("".join(parts))


def _words(token: Words, marks: Marks) -> str:
    """A text; what no field has, is marked as such where it is no white space."""
    if not token.pairs:
        return text(token.text) if token.text.isspace() else el(MARK, {"class": "unplaced"}, token.text)
    return _marked(text(token.text), token.pairs, marks)


def _marked(inside: str, pairs: Sequence[int], marks: Marks) -> str:
    css, rule = marks.look(pairs)
    attributes: Mapping[str, str | None] = {"class": css, "data-p": " ".join(map(str, pairs)), "title": rule}
    return el(MARK, attributes, Html(inside))
