"""What extraction works on: a read-only tree with what reading found out about it, and the raw parts cut from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from statedocs.extraction.text import Anchor
from statedocs.templates.index import Index
from statedocs.templates.template import Template

Element = etree._Element
Part = dict[str, Any]
"""A piece of the record, keys in the record's order."""


class _Nothing(dict[str, Any]):
    """An empty mapping that many blocks share, never written to; hashable, so that it may be a default."""

    __hash__ = object.__hash__  # type: ignore[assignment]  # a dataclass takes no default that has no hash


_NOTHING: Final[Mapping[str, Any]] = _Nothing()
UNKNOWN_LINE: Final = 65_535
"""libxml2 counts lines in 16 bits; from here on a line is unknown."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, parsed.

    Attributes:
        root: The tree; never changed.
        is_text: Whether the tree was built from plain text (its elements carry `line` attributes).
        index: Its elements by id and class.
        template: The design that reads it.
        content: The content element, where the template found one.
        labels: Elements known to be chrome before the walk, with their rule.
        chrome: Selector to rule of what an archive put on.
        gone: (rule, text, line) of what reading took off.
        captured_at: RFC 3339.
        addresses: (address, witness) in the order of belief, before anything is unwrapped.
        keep_removed: Whether `removed` entries keep their whole text.
    """

    root: Element
    is_text: bool
    index: Index
    template: Template
    content: Element | None
    labels: Mapping[Element, str]
    chrome: Mapping[str, str]
    gone: Sequence[tuple[str, str, int | None]]
    captured_at: str | None
    addresses: Sequence[tuple[str, str]]
    keep_removed: bool = False


@dataclass(slots=True)
class Raw:
    """A block as it was met, before sections are made.

    Attributes:
        kind: `heading` or a kind of `record.Block`.
        role: Masthead role that the template gives it.
        looks: For each line of `text`, the looks that cover all of it.
        lines: For each line of `text`, its line in the input, where known.
        indents: For each line of `text`, the no-break spaces that open it.
        hints: Attributes that the plain-text reader left (centred, blank lines around), or that a page's style says.
    """

    kind: str
    text: str
    line: int | None = None
    anchors: Sequence[Anchor] = ()
    looks: Sequence[frozenset[str]] = ()
    lines: Sequence[int | None] = ()
    indents: Sequence[int] = ()
    level: int | None = None
    role: str | None = None
    data: Mapping[str, Any] = _NOTHING
    hints: Mapping[str, str] = _NOTHING

    @property
    def shown(self) -> str:
        """All that it shows: a table's caption, too."""
        caption = self.data.get("caption") if self.kind == "table" else None
        return f"{caption}\n{self.text}" if caption else self.text


@dataclass(frozen=True, slots=True)
class Gone:
    """Chrome that was left out; `element` where it was one, so that it can be shown in its place."""

    rule: str
    chars: int
    text: str
    line: int | None
    element: Element | None = None
