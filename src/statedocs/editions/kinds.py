"""Differences sorted by kind, counted over many records, each kind with examples."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from statedocs.editions.changes import BlockChange, Changes, Concern, FieldChange, SectionChange
from statedocs.editions.rendering import line_of_block, line_of_field, line_of_part, text_of

_ENTRY: Final = re.compile(r"\[[^\[\]]*\](?:#\d+)?")
_TOLD: Final = ("findings[", "removed[")
"""Lists whose entries are told by a code or rule of which there are few."""
_VALUES: Final = frozenset({"template.name", "template.design", "document_type.slug", "language", "source.encoding"})
"""Fields of few values, so that each change of value is a kind."""
_EXAMPLE: Final = 300


@dataclass(frozen=True, slots=True)
class Example:
    """A record in which a kind of change was seen.

    Attributes:
        origin: Its page.
        text: The change, on one line.
    """

    origin: str
    text: str


@dataclass(slots=True)
class Kind:
    """A kind of change.

    Attributes:
        what: `links[].url changed`.
        concern: What it tells of.
        documents: How many records have it.
        changes: How often they have it.
        examples: The first few records, one change each.
    """

    what: str
    concern: Concern
    documents: int = 0
    changes: int = 0
    examples: list[Example] = field(default_factory=list)


class Kinds:
    """Kinds of change, counted record by record; their number does not grow with the records.

    Args:
        examples: How many examples of each are kept.
    """

    def __init__(self, examples: int) -> None:
        self._kinds: dict[tuple[str, Concern], Kind] = {}
        self._examples = examples

    def add(self, origin: str, changes: Changes) -> None:
        """Count what changed in one record."""
        here: set[str] = set()
        for what, concern, count, text in _found(changes):
            kind = self._kinds.setdefault((what, concern), Kind(what, concern))
            kind.changes += count
            if what not in here:
                here.add(what)
                kind.documents += 1
                if len(kind.examples) < self._examples:
                    kind.examples.append(Example(origin, text if len(text) <= _EXAMPLE else text[: _EXAMPLE - 1] + "…"))

    def __iter__(self) -> Iterator[Kind]:
        """Give the kinds that most records have first."""
        return iter(sorted(self._kinds.values(), key=lambda kind: (-kind.documents, -kind.changes, kind.what)))


def _found(changes: Changes) -> Iterator[tuple[str, Concern, int, str]]:
    for change in changes.fields:
        yield _kind_of_field(change), change.concern, 1, text_of(line_of_field(change))
    for section in changes.sections:
        yield from _of_section(section)
    for shift in changes.shifts:
        yield f"{shift.path}[] elsewhere", "reading", shift.count, shift.example


def _kind_of_field(change: FieldChange) -> str:
    path = change.path
    if path.startswith(_TOLD):
        field, _, label = path.partition("[")
        name, _, rest = label.partition("]")
        path = f"{field}[{name.partition(',')[0]}]{rest.partition('.')[1]}{rest.partition('.')[2]}"
    else:
        path = _ENTRY.sub("[]", path)
    if path in _VALUES:
        return f"{path} {change.old} → {change.new}"
    return f"{path} {change.kind}"


def _of_section(section: SectionChange) -> Iterator[tuple[str, Concern, int, str]]:
    for kind in section.kinds:
        if kind != "rewritten":
            yield f"sections[] {kind}", "content", 1, section.label
    for change in section.fields:
        yield (
            f"sections[].{change.path} {change.kind}",
            "content",
            1,
            f"{section.label}: {text_of(line_of_field(change))}",
        )
    if section.old is None or section.new is None:
        return
    for block in section.blocks:
        yield from _of_block(section.label, block)


def _of_block(label: str, block: BlockChange) -> Iterator[tuple[str, Concern, int, str]]:
    for change in block.fields:
        value = f" {change.old} → {change.new}" if change.path in ("kind", "ordered") else f" {change.kind}"
        yield f"blocks[].{change.path}{value}", "content", 1, f"{label}: {text_of(line_of_field(change))}"
    if block.kind != "rewritten" or block.pieces:
        yield f"blocks[] {block.kind} ({block.block})", "content", 1, f"{label}: {text_of(line_of_block(block))}"
    for part in block.parts[:1]:
        line = f"{label}: {block.block}: {text_of(line_of_part(part))}"
        yield f"blocks[] rewritten ({block.block})", "content", len(block.parts), line
