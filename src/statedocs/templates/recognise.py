"""Which design a page is of: exactly one template must claim it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from lxml import etree

from statedocs.templates.catalogue import TEMPLATES
from statedocs.templates.density import find_content
from statedocs.templates.generic import CONTESTED, GENERIC
from statedocs.templates.index import Index
from statedocs.templates.plain_text import PLAIN_TEXT
from statedocs.templates.seen import is_seen
from statedocs.templates.template import Template

Element = etree._Element
_LITERAL: Final = re.compile(r"'([^']{3,})'")
_BRANCH: Final = re.compile(r"\||\bor\b")
_PATHS: Final = ("/", "(")
_EITHER: Final = "; "
"""Between signs of which one is enough."""
_FRAMELESS: Final = tuple(template for template in TEMPLATES if all(sign.startswith(_PATHS) for sign in template.signs))
"""Designs told by words and links alone: a page whose frame is another's may well print or link the same."""
_FRAMED: Final = tuple(template for template in TEMPLATES if template not in _FRAMELESS)


@dataclass(frozen=True, slots=True)
class Match:
    """The template that reads a page.

    Attributes:
        template: The one that claims the page, else `generic`.
        evidence: The signs that were found, for people.
        claims: Names of all templates that claimed the page: one is right, none or two a finding.
        content: The content element, when the template found it.
        index: The page's elements.
    """

    template: Template
    evidence: str
    claims: tuple[str, ...]
    content: Element | None
    index: Index


def recognise(root: Element, utf8: bytes) -> Match:
    """Finds the one template that claims a page; `generic` where none or two do.

    Args:
        root: The page.
        utf8: The same as UTF-8: what does not occur in it need not be looked for in the tree.
    """
    index = Index(root)
    claims = _claims_among(_FRAMED, index, utf8) or _claims_among(_FRAMELESS, index, utf8)
    names = tuple(template.name for template, _ in claims)
    if len(claims) == 1:
        template, element = claims[0]
        return Match(template, ", ".join(_found(template, index, utf8)), names, element, index)
    if names:
        return Match(CONTESTED, f"claimed by {' and '.join(names)}", names, find_content(root, CONTESTED), index)
    return Match(GENERIC, "no design claims the page", names, find_content(root, GENERIC), index)


def match_plain_text(root: Element, design: str | None) -> Match:
    """The template of texts."""
    evidence = f"no markup; chrome lines of {design}" if design else "no markup"
    return Match(PLAIN_TEXT, evidence, (PLAIN_TEXT.name,), None, Index(root))


def _claims_among(templates: Sequence[Template], index: Index, utf8: bytes) -> list[tuple[Template, Element]]:
    return [
        (template, content)
        for template in templates
        if _claims(template, index, utf8)
        and (content := next(filter(is_seen, index.find(template.content)), None)) is not None
    ]


def _claims(template: Template, index: Index, utf8: bytes) -> bool:
    return all(_holds(sign, index, utf8) is wanted for sign, wanted in _by_cost(template.signs, template.absent))


def _found(template: Template, index: Index, utf8: bytes) -> list[str]:
    """The signs by which a page was told, of several that will do the one that it has."""
    return [next(one for one in sign.split(_EITHER) if _is_there(one, index, utf8)) for sign in template.signs]


@cache
def _by_cost(signs: tuple[str, ...], absent: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """Signs and whether they are to be found: first what the index knows, paths through the whole tree last."""
    wanted = [*((sign, True) for sign in signs), *((sign, False) for sign in absent)]
    return tuple(sorted(wanted, key=lambda pair: pair[0].startswith(_PATHS)))


def _holds(sign: str, index: Index, utf8: bytes) -> bool:
    return any(_is_there(one, index, utf8) for one in sign.split(_EITHER))


def _is_there(sign: str, index: Index, utf8: bytes) -> bool:
    if sign.startswith(_PATHS):
        words = _words(sign)
        if words and not any(word in utf8 for word in words):
            return False
    return index.has(sign)


@cache
def _words(path: str) -> tuple[bytes, ...]:
    """The literals of an XPath: where none of them occurs, no branch of it can match."""
    if not all(_LITERAL.search(branch) for branch in _BRANCH.split(path)):
        return ()
    return tuple(word.encode() for word in _LITERAL.findall(path))
