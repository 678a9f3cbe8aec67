"""What a page is shown as: its tokens in reading order, each text with the fields of the record that it went to."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """A field of the record, and where in the page it was read.

    Attributes:
        field: JSON Pointer into the record: `/sections/3/blocks/1`.
        text: What stands there; of a long text the beginning.
        evidence: What the record names as witness; of a removed piece its rule.
        element: The element, as a path from the root: `/html/body/div[2]/p[1]`. Null for plain text, for an address
            (which stands beside the page), and where the place was not found.
        line: 1 + the line ends before it in the decoded input, where known.
        start: Of plain text, the first code point in the decoded input.
        stop: The code point after the last.
        shown: Whether some `Words` point back to this pair.
    """

    field: str
    text: str
    evidence: str | None = None
    element: str | None = None
    line: int | None = None
    start: int | None = None
    stop: int | None = None
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """An element begins; attributes are the page's own and not to be trusted."""

    tag: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Close:
    """The element that was opened last and is still open ends."""

    tag: str


@dataclass(frozen=True, slots=True)
class Words:
    """Text as the page has it; `pairs` are places in the list of pairs. Visible text without any was not placed."""

    text: str
    pairs: tuple[int, ...]


Token = Open | Close | Words
