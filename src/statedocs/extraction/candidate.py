"""A line that may belong to a masthead which nothing marks."""

from dataclasses import dataclass, field

from statedocs.extraction.line_roles import Reading


@dataclass(slots=True, eq=False)
class Candidate:
    """A line that may belong to the masthead.

    Attributes:
        block: Number of the block that it stands in.
        text: As printed.
        line: Its line in the input, where known.
        looks: What covers all of it.
        reading: What its words tell.
        heading: Whether it stands in a heading element.
        tight: Whether no blank line parts it from the line above.
        role: Its role in the masthead, once assigned.
    """

    block: int
    text: str
    line: int | None
    looks: frozenset[str]
    reading: Reading
    heading: bool
    tight: bool
    role: str | None = field(default=None)

    @property
    def is_large(self) -> bool:
        """Whether it is set larger than text, as titles are."""
        return self.heading or "large" in self.looks
