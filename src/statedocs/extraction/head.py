"""What the page's head says: title, meta elements, JSON-LD, canonical and base address, language."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from statedocs.extraction.page import Element
from statedocs.extraction.text import collapse

_DATES: Final = ("datePublished", "dateModified")
_UNSET: Final = frozenset({"null", "undefined"})
"""What programs write where nobody said anything."""


@dataclass(slots=True)
class Head:
    """The head as read.

    Attributes:
        title: Text of the first `title` element.
        metas: Lower-case name or property of each meta element to its first non-empty content.
        subjects: Contents of all `DC_subject` metas.
        stamps: `datePublished` and `dateModified` of JSON-LD.
        canonical: `link rel=canonical`.
        base: The first `base href`, wherever it stands.
        language: As declared by the root element or a meta element.
    """

    title: str | None = None
    metas: dict[str, str] = field(default_factory=dict)
    subjects: list[str] = field(default_factory=list)
    stamps: dict[str, str] = field(default_factory=dict)
    canonical: str | None = None
    base: str | None = None
    language: str | None = None


def read_head(root: Element, unshown: Iterable[Element]) -> Head:
    """Reads title, meta, link, base and JSON-LD elements, wherever they stand; they are among what is not shown."""
    head = Head(language=(root.get("lang") or root.get("xml:lang") or "").strip() or None)
    for element in unshown:
        tag = element.tag
        if tag == "meta":
            _meta(element, head)
        elif tag == "script":
            if element.get("type") == "application/ld+json" and element.text:
                _json_ld(element.text, head)
        elif tag == "title":
            if head.title is None and _is_page_title(element):
                head.title = collapse(element.text or "") or None
        elif tag == "base":
            head.base = head.base or element.get("href")
        elif tag == "link" and "canonical" in (element.get("rel") or "").split():
            head.canonical = head.canonical or element.get("href")
    return head


def _is_page_title(element: Element) -> bool:
    parent = element.getparent()
    return parent is None or parent.tag in ("head", "html", "body")


def _meta(element: Element, head: Head) -> None:
    content = element.get("content")
    name = element.get("name") or element.get("property") or element.get("http-equiv")
    if not content or not name:
        return
    key = name.strip().lower()
    value = collapse(content)
    if not value or value in _UNSET:
        return
    if key in ("dc_subject", "dc.subject", "dc:subject", "dcterms.subject"):
        head.subjects.append(value)
    elif key == "content-language" and head.language is None:
        head.language = value.split(",")[0].strip()
    head.metas.setdefault(key, value)


def _json_ld(text: str, head: Head) -> None:
    """Dates of the page's own nodes; a broken script says nothing."""
    if not any(name in text for name in _DATES):
        return
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    for node in _nodes(data):
        for name in _DATES:
            value = node.get(name)
            if isinstance(value, str) and value.strip():
                head.stamps.setdefault(name, value.strip())


def _nodes(data: Any) -> list[dict[str, Any]]:
    graph = data.get("@graph", data) if isinstance(data, dict) else data
    nodes = graph if isinstance(graph, list) else [graph]
    return [node for node in nodes if isinstance(node, dict)]
