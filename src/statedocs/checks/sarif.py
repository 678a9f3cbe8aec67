"""SARIF 2.1.0: the problems where the code's own alerts are shown, at file and line.

Kept within what GitHub takes: 5,000 results, of which it would show no more; texts cut, so that the file stays below
10 MB when packed. What was left out is counted in a notification, by rule.
"""

import hashlib
import heapq
import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from statedocs.checks.output import whole_file
from statedocs.checks.report import Report
from statedocs.checks.rules import LEVELS, Rule, rules
from statedocs.checks.verdict import RUN, Problem, Verdict
from statedocs.record import Level
from statedocs.version import VERSION

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS: Final = 5_000
_ROOM: Final = 1_000
_BASE: Final = "%SRCROOT%"
_LEVELS: Final[Mapping[Level, str]] = {"info": "note", "warning": "warning", "error": "error"}


class Sarif:
    """Writes a SARIF file; it keeps the gravest problems, and counts the others.

    Args:
        path: The file.
        root: The folder that the places of pages are relative to.
        most: How many results are kept.
    """

    def __init__(self, path: Path, root: Path, most: int = MOST_RESULTS) -> None:
        self._path = path
        self._root = Path(os.path.abspath(root))  # noqa: PTH100  (links keep the names that the user knows)
        self._most = most
        self._kept: list[tuple[tuple[bool, int, int], str, dict[str, Any]]] = []
        self._count = 0
        self._left_out: Counter[str] = Counter()

    def add(self, verdict: Verdict) -> None:
        """Keep a page's problems, unless there are graver ones enough."""
        same: Counter[str] = Counter()
        for problem in verdict.problems:
            mark = _mark(verdict, problem)
            same[mark] += 1
            self._count += 1
            rank = (problem.fails, LEVELS.index(problem.level), -self._count)
            if len(self._kept) >= self._most and rank < self._kept[0][0]:
                self._left_out[problem.rule] += 1
                continue
            item = (rank, problem.rule, self._result(verdict, problem, f"{mark}:{same[mark]}"))
            if len(self._kept) < self._most:
                heapq.heappush(self._kept, item)
            else:
                self._left_out[heapq.heapreplace(self._kept, item)[1]] += 1

    def finish(self, report: Report) -> None:
        """Write the file.

        Raises:
            SinkError: The place cannot be written.
        """
        listed = list(rules().values())
        numbers = {rule.code: number for number, rule in enumerate(listed)}
        kept = sorted(self._kept, key=lambda item: -item[0][2])
        results = [{"ruleIndex": numbers[code], **result} for _, code, result in kept]
        driver = {
            "name": "statedocs",
            "semanticVersion": VERSION,
            "version": VERSION,
            "shortDescription": {"text": "Archived U.S. State Department pages in, validated records out"},
            "rules": [_rule(rule) for rule in listed],
        }
        run = {
            "tool": {"driver": driver},
            "automationDetails": {"id": "statedocs-check/"},
            "originalUriBaseIds": {_BASE: {"description": {"text": "The folder that the check ran in"}}},
            "columnKind": "unicodeCodePoints",
            "invocations": [
                {
                    "executionSuccessful": True,
                    "exitCode": 0 if report.ok else 1,
                    "exitCodeDescription": _cut(report.reason()),
                    "toolExecutionNotifications": list(self._notifications()),
                }
            ],
            "results": results,
        }
        text = json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        with whole_file(self._path) as file:
            file.write(text.encode("utf-8", "replace") + b"\n")

    def _result(self, verdict: Verdict, problem: Problem, mark: str) -> dict[str, Any]:
        place = problem.place or verdict.place or (None if verdict.origin == RUN else verdict.origin)
        text = f"{problem.message}\n{problem.detail}" if problem.detail else problem.message
        result: dict[str, Any] = {
            "ruleId": problem.rule,
            "level": _LEVELS[problem.level],
            "message": {"text": _cut(text)},
            "partialFingerprints": {"primaryLocationLineHash": mark},
            "properties": {"origin": verdict.origin, "fails": problem.fails},
        }
        if place:
            location: dict[str, Any] = {"artifactLocation": self._artifact(place)}
            location["region"] = {"startLine": problem.line or 1}
            result["locations"] = [{"physicalLocation": location}]
        return result

    def _artifact(self, place: str) -> dict[str, str]:
        """Give a file's address: below the root where it lies there."""
        path = Path(os.path.abspath(place))  # noqa: PTH100  (as above)
        if path.is_relative_to(self._root):
            return {"uri": _uri(path.relative_to(self._root).as_posix()), "uriBaseId": _BASE}
        return {"uri": path.as_uri()}

    def _notifications(self) -> Iterator[dict[str, Any]]:
        for code, count in self._left_out.most_common():
            text = f"{count:,} more results of {code} are not listed: the file holds the gravest {self._most:,}"
            yield {"level": "warning", "message": {"text": text}, "associatedRule": {"id": code}}


def _mark(verdict: Verdict, problem: Problem) -> str:
    """Give what tells a problem again on another day, also when it stands on another line by then."""
    said = "\n".join((problem.rule, verdict.origin, problem.message))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]


def _rule(rule: Rule) -> dict[str, Any]:
    level = _LEVELS[rule.level]
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.code.split("-")),
        "shortDescription": {"text": rule.about},
        "fullDescription": {"text": f"{rule.about}. {rule.advice}"},
        "help": {"text": rule.advice, "markdown": f"**{rule.about}.** {rule.advice}"},
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["finding" if rule.is_finding else "check"], "problem.severity": _SEVERITY[level]},
    }


_SEVERITY: Final = {"note": "recommendation", "warning": "warning", "error": "error"}


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/@!$&'()*+,;=~-._")


def _cut(text: str) -> str:
    return text if len(text) <= _ROOM else text[: _ROOM - 1] + "…"
