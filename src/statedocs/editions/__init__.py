"""Pages over time: what differs between two records."""

from statedocs.editions.brief import slip_of, slips
from statedocs.editions.captures import Capture, Captures, Edition, Page
from statedocs.editions.changes import (
    CONCERNS,
    BlockChange,
    Changes,
    Concern,
    FieldChange,
    PartChange,
    Piece,
    SectionChange,
    Shift,
)
from statedocs.editions.comparison import Comparison, Group, Measure, compare
from statedocs.editions.difference import diff
from statedocs.editions.given import record_of
from statedocs.editions.html_page import render_html
from statedocs.editions.kinds import Example, Kind
from statedocs.editions.rendering import lines_of, render_text, shortened, summary_of

__all__ = [
    "CONCERNS",
    "BlockChange",
    "Capture",
    "Captures",
    "Changes",
    "Comparison",
    "Concern",
    "Edition",
    "Example",
    "FieldChange",
    "Group",
    "Kind",
    "Measure",
    "Page",
    "PartChange",
    "Piece",
    "SectionChange",
    "Shift",
    "compare",
    "diff",
    "lines_of",
    "record_of",
    "render_html",
    "render_text",
    "shortened",
    "slip_of",
    "slips",
    "summary_of",
]
