"""What a page is shown as: its tokens in reading order, each text with the fields of the record that it went to."""

from collections.abc import Mapping
from dataclasses import dataclass

from statedocs.record import Document


@dataclass(frozen=True, slots=True)
class Pair:
    """A field of the record, and where in the page it was read.

    Attributes:
        field: JSON Pointer into the record: `/sections/3/blocks/1`.
        text: What stands there; of a long text the beginning.
        evidence: What the record names as witness; of a removed piece its rule.
        element: The element, as a path from the root: `/html/body/div[2]/p[1]`. Null for plain text, and for what
            stands beside the page (`evidence` says where) or is told of all of it.
        line: 1 + the line ends before it in the decoded input, where known.
        start: The first code point in the decoded input; of an element without text, of its tag.
        stop: The code point after the last.
        shown: Whether some `Words`, or the `Open` of an element without text, point back to this pair.
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
    """An element begins; attributes are the page's own and not to be trusted.

    Attributes:
        tag: Its name.
        attributes: As written.
        pairs: Of an element without text (a picture), the pairs that it shows.
    """

    tag: str
    attributes: Mapping[str, str]
    pairs: tuple[int, ...] = ()


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


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the decoded input, in code points, and the pairs that it belongs to."""

    start: int
    stop: int
    pairs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A page beside its record.

    Attributes:
        document: The record, removed texts whole.
        page: The page in reading order: its elements, and its visible texts with the pairs that they belong to.
        pairs: Fields of the record and their places; no part of the record.
        source: The decoded input, line ends as LF.
        marks: The ranges of `source` that belong to pairs, in order, none over another.
        styles: The page's own style sheets, as written, each with the media that it is for.
    """

    document: Document
    page: tuple[Token, ...]
    pairs: tuple[Pair, ...]
    source: str
    marks: tuple[Mark, ...]
    styles: tuple[tuple[str, str], ...]
