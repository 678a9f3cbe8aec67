"""What can go wrong: one class per stage, each saying where it happened."""

from typing import ClassVar, Literal

Stage = Literal["source", "decode", "parse", "template", "extract", "validate", "limit", "sink", "bug"]


class StatedocsError(Exception):
    """Base of every error that statedocs raises on purpose.

    Args:
        message: What was expected and what was found, in one sentence.
        origin: Where the page comes from, as in `Source.origin`.
        url: The page's original address, where known.
        line: 1-based line in the decoded input, where known.
    """

    stage: ClassVar[Stage] = "bug"

    def __init__(
        self, message: str, *, origin: str | None = None, url: str | None = None, line: int | None = None
    ) -> None:
        self.message = message.encode(
            "utf-8", "backslashreplace"
        ).decode()  # a name may be no UTF-8, no record holds it
        super().__init__(self.message)
        self.origin = origin
        self.url = url
        self.line = line

    def __str__(self) -> str:
        place = self.origin or self.url
        if place is None:
            return self.message
        return f"{place}:{self.line}: {self.message}" if self.line else f"{place}: {self.message}"


class SourceError(StatedocsError):
    """An input cannot be opened or read."""

    stage = "source"


class UnsupportedFormat(SourceError):
    """Bytes of another kind (PDF, image, Word, JSON …) under a page's name."""


class DecodeError(StatedocsError):
    """Bytes that no encoding turns into text."""

    stage = "decode"


class ParseError(StatedocsError):
    """Text that no reader turns into a tree."""

    stage = "parse"


class NotADocument(StatedocsError):
    """An error page, a challenge, a shell or a redirect served as a page; the message names what was seen."""

    stage = "template"


class TemplateError(StatedocsError):
    """The page's design cannot be told."""

    stage = "template"


class UnknownTemplate(TemplateError):
    """No template claims the page (raised only when `strict`)."""


class AmbiguousTemplate(TemplateError):
    """Two or more templates claim the page (raised only when `strict`)."""


class ExtractionError(StatedocsError):
    """A part of the page contradicts its template."""

    stage = "extract"


class InvalidRecord(StatedocsError):
    """What was extracted does not satisfy the record's own rules."""

    stage = "validate"


class LimitExceeded(StatedocsError):
    """The page is larger, deeper or slower than allowed."""

    stage = "limit"


class SinkError(StatedocsError):
    """A record cannot be written."""

    stage = "sink"
