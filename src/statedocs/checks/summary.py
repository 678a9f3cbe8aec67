"""The end of a check as JSON: for programs that want to know what a person reads."""

import json
from dataclasses import asdict
from typing import Any, Final

from statedocs.checks.report import Report
from statedocs.checks.verdict import Problem, Verdict, without_surrogates
from statedocs.version import VERSION

FORM: Final = 1
"""The form of the summary, written under `check`."""
MOST: Final = 1_000


class Problems:
    """The problems of a check, in order, those that turn it red before the others where there are too many.

    Args:
        most: How many are kept of either kind.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self.failing: list[tuple[Verdict, Problem]] = []
        self.others: list[tuple[Verdict, Problem]] = []

    def add(self, verdict: Verdict) -> None:
        """Keep a page's problems."""
        for problem in verdict.problems:
            kept = self.failing if problem.fails else self.others
            if len(kept) < self._most:
                kept.append((verdict, problem))

    def finish(self, report: Report) -> None:
        """Nothing: whoever shows them asks for them."""

    def as_json(self, report: Report) -> str:
        """Give the whole check as JSON."""
        counted = sum(report.failing.values()) + sum(report.others.values())
        listed = [*self.failing, *self.others]
        value: dict[str, Any] = {
            "check": FORM,
            "converter": {"name": "statedocs", "version": VERSION},
            "ok": report.ok,
            "reason": report.reason(),
            "pages": report.pages,
            "documents": report.kinds["document"],
            "failures": report.kinds["failure"],
            "skipped": report.kinds["skipped"],
            "failing": dict(report.failing.most_common()),
            "other": dict(report.others.most_common()),
            "problems": [_problem(verdict, problem) for verdict, problem in listed],
            "problems_left_out": counted - len(listed),
            "drift": [asdict(comparison) for comparison in report.drift.comparisons] if report.drift else [],
            "notes": report.notes,
            "seconds": round(report.seconds, 3),
        }
        return json.dumps(value, ensure_ascii=False, indent=2)


def _problem(verdict: Verdict, problem: Problem) -> dict[str, Any]:
    return {
        "origin": verdict.origin,
        "file": without_surrogates(problem.place or verdict.place or "") or None,
        "line": problem.line,
        "rule": problem.rule,
        "level": problem.level,
        "fails": problem.fails,
        "message": without_surrogates(problem.message),
        "detail": problem.detail or None,
    }
