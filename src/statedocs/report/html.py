"""Markup that cannot be broken out of: whatever is no `Html` is escaped."""

import html
from collections.abc import Iterable, Mapping
from typing import Final

Children = str | None | Iterable[str | None]
Attributes = Mapping[str, str | int | float | bool | None]

VOID: Final = frozenset({"br", "hr", "meta"})
_NO_ATTRIBUTES: Final[Attributes] = {}
_SAFE_SCHEMES: Final = ("http://", "https://", "mailto:")


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


def text(words: str | None) -> Html:
    """A text as markup.

    >>> text("a < b")
    'a &lt; b'
    """
    if isinstance(words, Html):
        return words
    return Html(html.escape(words or "", quote=False))


def join(*children: Children) -> Html:
    """Several pieces, one after the other."""
    parts: list[str] = []
    for child in children:
        if child is None or isinstance(child, str):
            parts.append(text(child))
        else:
            parts += map(text, child)
    return Html("".join(parts))


def el(tag: str, attributes: Attributes = _NO_ATTRIBUTES, *children: Children) -> Html:
    """An element; attributes that are None or False are left out, True stands without a value.

    >>> el("p", {"class": "lead", "hidden": True, "title": None}, "Peru & Chile")
    '<p class="lead" hidden>Peru &amp; Chile</p>'
    """
    opening = attributed(attributes)
    if tag in VOID and not children:
        return Html(f"<{tag}{opening}>")
    return Html(f"<{tag}{opening}>{join(*children)}</{tag}>")


def attributed(attributes: Attributes) -> Html:
    """The attributes of an element, each with a blank before it."""
    return Html("".join(_attribute(name, value) for name, value in attributes.items()))


def _attribute(name: str, value: str | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{html.escape(str(value))}"'


def outward(url: str | None, words: str, **attributes: str | int | None) -> Html:
    """A link out of the page, where its address is one that a person may follow; else its words alone."""
    shown = {name.replace("_", "-"): value for name, value in attributes.items()}
    if url is None or not url.lower().startswith(_SAFE_SCHEMES):
        return el("span", shown, words) if shown else text(words)
    return el("a", {"href": url, "rel": "noreferrer noopener", "target": "_blank", **shown}, words)
