"""Pages over time: what differs between two records."""

from statedocs.editions.changes import (
    BlockChange,
    Changes,
    Concern,
    FieldChange,
    PartChange,
    Piece,
    SectionChange,
    Shift,
)
from statedocs.editions.difference import diff
from statedocs.editions.rendering import render_text

__all__ = [
    "BlockChange",
    "Changes",
    "Concern",
    "FieldChange",
    "PartChange",
    "Piece",
    "SectionChange",
    "Shift",
    "diff",
    "render_text",
]
