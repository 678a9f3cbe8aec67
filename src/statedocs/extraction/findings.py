"""What a reader of a record must know, gathered on the way."""

from dataclasses import dataclass, field

from statedocs.extraction.page import Part
from statedocs.record import FINDINGS


@dataclass(slots=True)
class Findings:
    """Findings gathered on the way, in order, none twice."""

    parts: list[Part] = field(default_factory=list)

    def add(self, code: str, message: str | None = None, where: str | None = None, line: int | None = None) -> None:
        """Adds a finding of the closed list."""
        level, meaning = FINDINGS[code]
        part = {"code": code, "level": level, "field": where, "message": message or meaning, "line": line}
        if part not in self.parts:
            self.parts.append(part)
