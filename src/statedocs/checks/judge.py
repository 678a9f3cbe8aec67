"""What a page's record is judged by, one after the other."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final, Literal

from statedocs.checks.expectations import Expectations, Expected
from statedocs.checks.integrity import inconsistencies
from statedocs.checks.published import violations
from statedocs.checks.rules import LEVELS
from statedocs.checks.verdict import Problem
from statedocs.record import Document, Failure
from statedocs.sinks import to_json

FailOn = Literal["info", "warning", "error", "never"]

_ALWAYS: Final = "text-unaccounted"
"""Lost text is never excused: not by --fail-on, and not by an expected record that lost it too."""


class Judge:
    """Judges records.

    Args:
        fail_on: The least level of a finding that turns the check red.
        expectations: Records that somebody has read.
    """

    def __init__(self, fail_on: FailOn, expectations: Expectations | None = None) -> None:
        self._failing = LEVELS[LEVELS.index(fail_on) :] if fail_on != "never" else ()
        self._expectations = expectations

    def judge(self, result: Document | Failure, stored: dict[str, Any] | None = None) -> Iterator[Problem]:
        """Say everything that is to be said of a record, what it is expected to be first.

        Args:
            result: What the page became.
            stored: The same as it was stored, where it was.
        """
        record = stored or json.loads(to_json(result))
        expected = self._expectations.of(result) if self._expectations else None
        if expected and self._expectations:
            yield from self._expectations.judge(result, record, expected)
        if isinstance(result, Failure):
            if expected is None:
                yield failed(result)
            yield from violations("failure", record)
            return
        yield from violations("document", record)
        yield from inconsistencies(result)
        yield from self._findings(result, expected)

    def _findings(self, document: Document, expected: Expected | None) -> Iterator[Problem]:
        """Give the findings; one that the expected record has too was read by somebody, and does not fail."""
        known = Counter(_codes(expected.record if expected else None))
        for finding in document.findings:
            excused = known[finding.code] > 0
            known[finding.code] -= 1
            fails = finding.code == _ALWAYS or (finding.level in self._failing and not excused)
            yield Problem(rule=finding.code, message=finding.message, fails=fails, line=finding.line)


def failed(failure: Failure) -> Problem:
    """Say why a page is no document."""
    return Problem(rule="page-failed", message=f"{failure.error}: {failure.message}", line=failure.line)


def _codes(record: dict[str, Any] | None) -> Iterator[str]:
    findings = record.get("findings") if record else None
    for finding in findings if isinstance(findings, list) else ():
        if isinstance(finding, dict) and isinstance(finding.get("code"), str):
            yield finding["code"]
