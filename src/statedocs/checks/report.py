"""What a check found in all, counted while it goes, and why it failed in one line."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Final, Protocol

from statedocs.checks.drift import Drift
from statedocs.checks.verdict import RUN, Verdict, without_surrogates

_NAMED: Final = 4


@dataclass(slots=True)
class Report:
    """The sum of a check.

    Attributes:
        kinds: Pages by what became of them: document, failure, skipped.
        red: How many pages turn the check red.
        failing: Problems that do, by rule.
        others: Problems that do not, by rule.
        first: The first problem that does, with its place.
        notes: What a reader should know besides.
        drift: How the pages compare with the baseline.
        seconds: How long it took.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    red: int = 0
    failing: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    first: str | None = None
    notes: list[str] = field(default_factory=list)
    drift: Drift | None = None
    seconds: float = 0.0

    def add(self, verdict: Verdict) -> None:
        """Count a page, or what is said of all."""
        if verdict.origin != RUN:
            self.kinds[verdict.kind] += 1
            self.red += verdict.fails
        for problem in verdict.problems:
            (self.failing if problem.fails else self.others)[problem.rule] += 1
            if problem.fails and self.first is None:
                self.first = without_surrogates(f"{verdict.where(problem)}: {problem.rule}: {problem.message}")

    @property
    def pages(self) -> int:
        """How many pages were judged; what was skipped is none."""
        return self.kinds["document"] + self.kinds["failure"]

    @property
    def ok(self) -> bool:
        """Whether the check is green."""
        return not self.failing

    def reason(self) -> str:
        """Say in one line how it ended, and why."""
        if self.ok:
            skipped = f", {self.kinds['skipped']:,} skipped" if self.kinds["skipped"] else ""
            said = sum(self.others.values())
            return f"OK: {_count(self.pages, 'page')}{skipped}, {_count(said, 'finding')} that may be"
        rules = self.failing.most_common()
        named = ", ".join(f"{count:,} {rule}" for rule, count in rules[:_NAMED])
        more = f", {sum(count for _, count in rules[_NAMED:]):,} others" if len(rules) > _NAMED else ""
        whose = f"{self.red:,} of {_count(self.pages, 'page')}" if self.red else _count(self.pages, "page")
        return f"FAILED: {whose}: {named}{more}; first {self.first}"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


class Listener(Protocol):
    """Somebody who is told of every verdict, and of the end."""

    def add(self, verdict: Verdict) -> None:
        """Hear what is said of a page."""
        ...

    def finish(self, report: Report) -> None:
        """Hear the sum, once all was said."""
        ...
