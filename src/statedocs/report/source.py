"""The page as captured, made harmless: a fixed set of elements without behaviour, every text escaped and marked."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from statedocs.extraction.tracing import Close, Open, Token, Words
from statedocs.report.html import Html, el, text
from statedocs.report.marks import Marks
from statedocs.report.shell import asset, policy

_BOXES: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "li", "listing", "main",
    "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "ul", "xmp",
})  # fmt: skip
_KEPT: Final = frozenset({
    "b", "big", "code", "em", "i", "s", "small", "strong", "sub", "sup", "tt", "u",
    "h1", "h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th",
})  # fmt: skip
_VOID: Final = frozenset({"br", "hr"})
_PICTURES: Final = frozenset({"img", "area", "input", "embed", "svg"})
_ATTRIBUTES: Final[Mapping[str, re.Pattern[str]]] = {
    "align": re.compile(r"left|right|center|justify", re.I),
    "valign": re.compile(r"top|middle|bottom|baseline", re.I),
    "colspan": re.compile(r"\d{1,3}"),
    "rowspan": re.compile(r"\d{1,3}"),
    "width": re.compile(r"\d{1,4}%?"),
    "border": re.compile(r"\d"),
    "cellpadding": re.compile(r"\d{1,2}"),
    "cellspacing": re.compile(r"\d{1,2}"),
}
"""Attributes that only lay out, and the values that are let through."""
_LONGEST_NAME: Final = 80


def frame_style() -> str:
    """The style sheet of the frame."""
    return asset("colours.css") + asset("source.css")


def framed(tokens: Sequence[Token], marks: Marks, language: str | None) -> Html:
    """The document of the frame that shows the page."""
    css = frame_style()
    is_text = not any(isinstance(token, Open) for token in tokens)
    body = _text(tokens, marks) if is_text else _markup(tokens, marks)
    head = el(
        "head",
        {},
        el("meta", {"charset": "utf-8"}),
        policy([css]),
        el("meta", {"name": "color-scheme", "content": "light dark"}),
        el("title", {}, "The page as captured"),
        el("style", {}, Html(css)),
    )
    shown = el("main", {"class": "text" if is_text else "markup"}, body)
    return Html(f"<!doctype html>{el('html', {'lang': language or 'en'}, head, el('body', {}, shown))}")


def _text(tokens: Sequence[Token], marks: Marks) -> Html:
    return el("pre", {}, (_words(token, marks) for token in tokens if isinstance(token, Words)))


def _markup(tokens: Sequence[Token], marks: Marks) -> Html:
    parts: list[str] = []
    open_tags: list[str] = []
    for token in tokens:
        if isinstance(token, Words):
            parts.append(_words(token, marks))
        elif isinstance(token, Close):
            parts.append(open_tags.pop())
        else:
            opening, closing = _element(token)
            parts.append(opening)
            open_tags.append(closing)
    return Html("".join(parts))


def _element(token: Open) -> tuple[str, str]:
    """Opening and closing markup of an element."""
    tag = token.tag
    if tag in _VOID:
        return f"<{tag}>", ""
    if tag in _PICTURES:
        return _picture(token), ""
    if tag in _KEPT:
        return f"<{tag}{_layout(token.attributes)}>", f"</{tag}>"
    if tag in _BOXES:
        return f'<div class="x-{tag}"{_layout(token.attributes)}>', "</div>"
    return f'<span class="x-{tag}">' if tag in ("a", "font", "button", "option") else "<span>", "</span>"


def _layout(attributes: Mapping[str, str]) -> str:
    return "".join(
        f' {name}="{attributes[name].strip()}"'
        for name, allowed in _ATTRIBUTES.items()
        if name in attributes and allowed.fullmatch(attributes[name].strip())
    )


def _picture(token: Open) -> str:
    """A picture's name in its place: nothing is loaded."""
    if token.tag != "img":
        return ""
    source = token.attributes.get("src", "")
    named = token.attributes.get("alt") or ("" if source.startswith("data:") else source.rpartition("/")[2])
    return f'<span class="picture">{text(named[:_LONGEST_NAME]) or "picture"}</span>'


def _words(token: Words, marks: Marks) -> Html:
    """A text; what no field has, is marked as such where it is no white space."""
    if not token.pairs:
        return text(token.text) if token.text.isspace() else el("span", {"class": "unplaced"}, token.text)
    css, rule = marks.look(token.pairs)
    attributes = {"class": css, "data-p": " ".join(map(str, token.pairs)), "title": rule}
    return el("del" if rule else "span", attributes, token.text)
