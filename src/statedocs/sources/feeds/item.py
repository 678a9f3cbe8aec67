"""An item of a feed, or a post, as a page."""

import html
import re
from dataclasses import dataclass
from typing import Final

_TAGS: Final = re.compile(r"<[^>]*>")
_CLASS: Final = re.compile(r"[^\w-]+")
_OPENING: Final = re.compile(r"\s*<p>([^<>]{2,200})</p>((?:\s*<p>[^<>]{2,100}</p>){0,3})(?=\s*<)")
"""How a post of the Department opens in its feed: who, and below it where, each a paragraph above the hero."""
_HERO: Final = "featured-content__headline"
STRAY: Final = {0xDC80 + code: 0x10FF00 + code for code in range(0x80)}
"""Bytes that are no UTF-8, as `surrogateescape` decodes them, stand in private characters: XML takes no surrogates."""
_STRAY_BACK: Final = {private: surrogate for surrogate, private in STRAY.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """What a feed or a site says of one of its pages.

    Attributes:
        title: HTML.
        content: HTML.
        link: The page's address.
        published: ISO 8601.
        modified: ISO 8601.
        creators: Who wrote or issued it.
        summary: HTML.
        subjects: What it is filed under.
        classes: What WordPress writes at the article: `post-12`, `category-news`.
        language: BCP 47.
        base: What addresses in the content are relative to, where the feed says it.
    """

    content: str
    title: str | None = None
    link: str | None = None
    published: str | None = None
    modified: str | None = None
    creators: tuple[str, ...] = ()
    summary: str | None = None
    subjects: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    language: str | None = None
    base: str | None = None

    def page(self) -> bytes:
        """Give the page that the design `feed-item` reads: what the feed says in its head and first lines, then all.

        Nothing is added that the feed does not say, and its words are not changed.
        """
        title = _plain(self.title)
        metas = [
            *_metas("property", "article:published_time", self.published),
            *_metas("property", "article:modified_time", self.modified),
            *_metas("name", "description", _plain(self.summary)),
            *(meta for subject in self.subjects for meta in _metas("name", "DC_subject", subject)),
        ]
        canonical = f'<link rel="canonical" href="{_attribute(self.link)}">' if self.link else ""
        base = f'<base href="{_attribute(self.base)}">' if self.base else ""
        language = f' lang="{_attribute(self.language)}"' if self.language else ""
        lines = [
            "<!DOCTYPE html>",
            f'<html{language}><head><meta charset="utf-8"><meta name="generator" content="statedocs feed-item">',
            f"<title>{html.escape(title)}</title>" if title else "",
            base,
            canonical,
            *metas,
            f'</head><body class="{" ".join(_CLASS.sub("-", name) for name in self.classes)}">',
            f'<h1 class="feed-item__title">{self.title}</h1>' if title else "",
            *self._body(),
            "</body></html>",
        ]
        text = "\n".join(filter(None, lines)).translate(_STRAY_BACK)
        return text.encode("utf-8", "surrogateescape" if text.translate(_NO_BYTES) == text else "replace")

    def _body(self) -> list[str]:
        """Who wrote it and the content; where this opens with who and where itself, it is marked there."""
        names = [_plain(name) for name in self.creators]
        opening = _OPENING.match(self.content)
        if opening and _HERO in self.content and _plain(opening.group(1)) in names:
            who, where = opening.group(1), opening.group(2).replace("<p>", '<p class="feed-item__place">')
            return [f'<p class="feed-item__creator">{who}</p>', where, self.content[opening.end() :]]
        return [*(f'<p class="feed-item__creator">{html.escape(name)}</p>' for name in names), self.content]


_NO_BYTES: Final = dict.fromkeys([*range(0xD800, 0xDC80), *range(0xDD00, 0xE000)])


def _metas(key: str, name: str, value: str | None) -> list[str]:
    return [f'<meta {key}="{name}" content="{_attribute(value)}">'] if value else []


def _attribute(value: str) -> str:
    return html.escape(" ".join(value.split()))


def _plain(markup: str | None) -> str:
    """Give the text of a line of HTML."""
    return " ".join(html.unescape(_TAGS.sub("", markup or "")).split())
