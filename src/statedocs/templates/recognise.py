"""Which design a page is of: exactly one template must claim it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from statedocs.templates.catalogue import TEMPLATES
from statedocs.templates.density import find_content
from statedocs.templates.generic import GENERIC
from statedocs.templates.plain_text import PLAIN_TEXT
from statedocs.templates.selectors import Selector, xpath
from statedocs.templates.template import Template

Element = etree._Element
_LITERAL: Final = re.compile(r"'([^']{3,})'")
_CLASSES: Final = etree.XPath("//@class", smart_strings=False)
_IDS: Final = etree.XPath("//@id", smart_strings=False)


@dataclass(frozen=True, slots=True)
class Match:
    """The template that reads a page.

    Attributes:
        template: The one that claims the page, else `generic`.
        evidence: The signs that were found, for people.
        claims: Names of all templates that claimed the page: one is right, none or two a finding.
        content: The content element, when the template found it.
    """

    template: Template
    evidence: str
    claims: tuple[str, ...]
    content: Element | None


@dataclass(frozen=True, slots=True)
class _Sign:
    """A sign as cheap tests first: a class or id that must occur, then an XPath that must match."""

    cls: str | None
    id: str | None
    path: etree.XPath | None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Compiled:
    template: Template
    signs: tuple[_Sign, ...]
    absent: tuple[_Sign, ...]
    content: etree.XPath


def recognise(root: Element, text: str) -> Match:
    """Finds the one template that claims a page; `generic` where none or two do.

    Args:
        root: The page.
        text: The same as decoded: what does not occur in it need not be looked for in the tree.
    """
    classes = {name for names in set(_CLASSES(root)) for name in names.split()}
    ids = set(_IDS(root))
    found = [
        compiled
        for compiled in _compiled()
        if all(_holds(sign, root, classes, ids, text) for sign in compiled.signs)
        and not any(_holds(sign, root, classes, ids, text) for sign in compiled.absent)
    ]
    claims = [(compiled.template, content) for compiled in found if (content := _first(compiled.content, root)) is not None]
    names = tuple(template.name for template, _ in claims)
    if len(claims) == 1:
        template, content = claims[0]
        return Match(template, ", ".join(template.signs), names, content)
    reason = f"claimed by {' and '.join(names)}" if names else "no design claims the page"
    return Match(GENERIC, reason, names, find_content(root, GENERIC))


def match_plain_text(design: str | None) -> Match:
    """The template of texts."""
    evidence = f"no markup; chrome lines of {design}" if design else "no markup"
    return Match(PLAIN_TEXT, evidence, (PLAIN_TEXT.name,), None)


def _holds(sign: _Sign, root: Element, classes: set[str], ids: set[str], text: str) -> bool:
    if sign.cls is not None and sign.cls not in classes:
        return False
    if sign.id is not None and sign.id not in ids:
        return False
    if sign.words and not any(word in text for word in sign.words):
        return False
    return sign.path is None or bool(sign.path(root))


def _first(path: etree.XPath, root: Element) -> Element | None:
    found = path(root)
    return found[0] if isinstance(found, list) and found else None


@cache
def _compiled() -> tuple[_Compiled, ...]:
    return tuple(
        _Compiled(template, _signs(template.signs), _signs(template.absent), xpath(template.content))
        for template in TEMPLATES
    )


def _signs(texts: Sequence[str]) -> tuple[_Sign, ...]:
    return tuple(sorted((_sign(text) for text in texts), key=lambda sign: sign.cls is None and sign.id is None))


def _words(path: str) -> tuple[str, ...]:
    """The literals of an XPath: where none of them occurs, no branch of it can match."""
    branches = re.split(r"\||\bor\b", path)
    return tuple(_LITERAL.findall(path)) if all(_LITERAL.search(branch) for branch in branches) else ()


def _sign(text: str) -> _Sign:
    if text.startswith(("/", "(")):
        return _Sign(None, None, xpath(text), _words(text))
    selector = Selector.parse(text)
    plain = selector.tag is None and selector.attr is None and not selector.prefix
    return _Sign(None if selector.prefix else selector.cls, selector.id, None if plain else xpath(text))
