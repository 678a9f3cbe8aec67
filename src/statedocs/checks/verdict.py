"""What a check says of a page, and of the run as a whole."""

import re
from dataclasses import dataclass, field
from typing import Final, Literal

from statedocs.checks.rules import rules
from statedocs.record import Document, Failure, Level

RUN: Final = "(run)"
"""Stands for a page in what is said of all of them."""


_BYTE: Final = re.compile("[\udc80-\udcff]")
"""How Python holds a byte that is no UTF-8 (PEP 383)."""
NO_DOCUMENT: Final = "no document"
"""The suite of pages that failed."""


def without_surrogates(text: str) -> str:
    r"""Give text that every output takes: a byte of a name that is no UTF-8 is shown as origins write it, `\xe9`."""
    named = _BYTE.sub(lambda match: f"\\x{ord(match[0]) - 0xDC00:02x}", text)
    return named.encode("utf-8", "backslashreplace").decode()


def whose(record: Document | Failure) -> tuple[str, str]:
    """Give a record's page and its suite."""
    if isinstance(record, Document):
        return record.source.origin, record.template.name
    return record.origin, NO_DOCUMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that a check says.

    Attributes:
        rule: Its code in the closed list.
        message: What was expected and what was found, in one line.
        fails: Whether it turns the check red.
        line: 1-based line in the decoded input.
        place: The file that it is about where that is not the page's own.
        detail: More of it in several lines: the difference between two records.
    """

    rule: str
    message: str
    fails: bool = True
    line: int | None = None
    place: str | None = None
    detail: str = ""

    @property
    def level(self) -> Level:
        """How grave it is."""
        return rules()[self.rule].level


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check says of one page; of a run, under the name `RUN`.

    Attributes:
        origin: The page, as in `Source.origin`.
        place: The page's file as the user can open it, where known.
        kind: What became of the page.
        suite: Its template, or why it has none.
        reason: Why it was skipped.
        seconds: How long it took.
        problems: In the order in which they were found.
    """

    origin: str
    kind: Literal["document", "failure", "skipped", "run"]
    suite: str
    place: str | None = None
    reason: str | None = None
    seconds: float = 0.0
    problems: tuple[Problem, ...] = field(default=())

    @property
    def fails(self) -> bool:
        """Whether it turns the check red."""
        return any(problem.fails for problem in self.problems)

    def where(self, problem: Problem) -> str:
        """Give the place that a problem is about: `pages/peru.htm:12`."""
        place = without_surrogates(problem.place or self.place or self.origin)
        return f"{place}:{problem.line}" if problem.line else place
