"""What differs between two records, as plain values: frozen, and JSON with stable keys."""

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

Op = Literal["equal", "deleted", "inserted"]
Kind = Literal["added", "removed", "changed", "reordered"]
PartKind = Literal["added", "removed", "rewritten", "moved"]
Concern = Literal["content", "reading", "capture"]
"""What a field tells of: the page itself; how it was read and what was left out; this one capture of it."""

CONCERNS: Final[tuple[Concern, ...]] = ("content", "reading", "capture")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both have, or one of them. Pieces in order make up both texts exactly."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field that differs.

    Attributes:
        path: Where: `published.value`, `issuers[Office of the Historian].code`.
        concern: What the field tells of.
        kind: `added` where `old` is absent, `removed` where `new` is, `reordered` where a list has the same entries in
            another order.
        old: JSON value, null where absent.
        new: JSON value, null where absent.
        pieces: The words that differ, where both are texts.
    """

    path: str
    concern: Concern
    kind: Kind
    old: Any
    new: Any
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """Entries of a list that only stand elsewhere: another line, section, block or span.

    Attributes:
        path: The list: `links`, `sections.blocks`.
        count: How many entries.
        example: The first of them.
    """

    path: str
    count: int
    example: str


@dataclass(frozen=True, slots=True)
class PartChange:
    """An entry of a list, a row or a cell of a table that differs.

    Attributes:
        kind: What became of it; `moved` is an entry or a row with the same text at another place.
        old: Its place in the old block: [entry], [row] or [row, column].
        new: Its place in the new block.
        pieces: Its words; the cells of a row are apart by tabs.
        label: What a person calls it: of a cell the first cell of its row and the head of its column.
    """

    kind: PartKind
    old: tuple[int, ...] | None
    new: tuple[int, ...] | None
    pieces: tuple[Piece, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A block that differs.

    Attributes:
        kind: `moved` is a block with the same text under another heading.
        block: What the block is (`paragraph`, `table` …), in the new record unless removed.
        old: [section, block] in the old record.
        new: [section, block] in the new record.
        pieces: Its words; for a list or table only where it was added or removed, or became another kind of block.
        parts: Entries or cells that differ, of a list or table that both have.
        fields: What else differs: `kind`, `ordered`, `caption`, `src` …
        moved_from: What the section was called that a moved block stood in.
    """

    kind: PartKind
    block: str
    old: tuple[int, int] | None
    new: tuple[int, int] | None
    pieces: tuple[Piece, ...] = ()
    parts: tuple[PartChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    moved_from: str = ""


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that differs.

    Attributes:
        kinds: One or more of added, removed, moved, rewritten; a section can be moved and rewritten.
        old: Position in the old record.
        new: Position in the new record.
        label: Number and heading, of the new record unless removed.
        fields: Of its own: `heading`, `number`, `level`, `parent` (by label).
        blocks: Blocks that differ; all of them where it was added or removed.
    """

    kinds: tuple[PartKind, ...]
    old: int | None
    new: int | None
    label: str
    fields: tuple[FieldChange, ...] = ()
    blocks: tuple[BlockChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two records.

    Attributes:
        old: Origin, id, url, captured_at and page_key of the old record.
        new: The same of the new one.
        fields: Fields outside the sections that differ, in the record's order.
        sections: Sections that differ, in the order of the new record, removed ones where they stood.
        shifts: What only stands elsewhere.
    """

    old: dict[str, str | None]
    new: dict[str, str | None]
    fields: tuple[FieldChange, ...]
    sections: tuple[SectionChange, ...]
    shifts: tuple[Shift, ...]

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.fields or self.sections or self.shifts)

    def of(self, *concerns: Concern) -> "Changes":
        """Give the part that concerns these alone; shifts are a matter of reading, sections of content."""
        return Changes(
            self.old,
            self.new,
            tuple(change for change in self.fields if change.concern in concerns),
            self.sections if "content" in concerns else (),
            self.shifts if "reading" in concerns else (),
        )

    def as_json(self) -> dict[str, Any]:
        """Give plain values for JSON, keys in a fixed order."""
        return asdict(self)
