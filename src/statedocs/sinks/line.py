"""A line of a run's journal: what the manifest says of a page, and how its record is found again."""

import hashlib
import json
from dataclasses import dataclass, fields
from typing import Final, Self

from statedocs.sinks.outcome import Outcome
from statedocs.sinks.rendering import to_line
from statedocs.sinks.sink import Entry


@dataclass(frozen=True, slots=True)
class Line(Entry):
    """An entry as it was put away.

    Attributes:
        digest: SHA-256 of the record's bytes as written; None where there is no record.
        at: Where they begin, in a file that holds several.
        size: How many they are.
        where: In which file they were found; not written down.
    """

    digest: str | None = None
    at: int | None = None
    size: int | None = None
    where: str = ""

    @classmethod
    def of(cls, entry: Entry, outcome: Outcome, data: bytes, at: int | None = None) -> Self:
        """Give the line of an entry that was written as `data`."""
        if not data:
            return cls(outcome, entry.key, b"", entry.fingerprint)
        return cls(outcome, entry.key, b"", entry.fingerprint, b"", hashlib.sha256(data).hexdigest(), at, len(data))

    @classmethod
    def kept(cls, entry: Entry) -> "Line":
        """Give the line that a sink gave as an entry and has got back."""
        return entry if isinstance(entry, Line) else Line(entry.outcome, entry.key, b"", entry.fingerprint)

    def is_of(self, data: bytes) -> bool:
        """Tell whether these are the record's bytes."""
        return hashlib.sha256(data).hexdigest() == self.digest

    def to_bytes(self) -> bytes:
        """Render the line."""
        outcome = {name: getattr(self.outcome, name) for name in _OUTCOME}
        return to_line({**outcome, **{name: getattr(self, name) for name in _OWN}})

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read a line.

        Raises:
            ValueError: It is none.
        """
        value = json.loads(data)
        try:
            outcome = Outcome(**{name: value[name] for name in _OUTCOME})
            own = {name: value[name] for name in _OWN}
        except (KeyError, TypeError) as error:
            raise ValueError("no line of a journal") from error
        return cls(outcome=outcome, data=b"", **own)


_OUTCOME: Final = tuple(field.name for field in fields(Outcome))
_OWN: Final = ("key", "fingerprint", "digest", "at", "size")
