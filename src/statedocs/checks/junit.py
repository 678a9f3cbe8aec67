"""JUnit's XML: a suite for each template, a case for each page.

No body ever published one schema. What is written is valid by both that are in use, Ant's (windyroad) and Jenkins's:
a suite has its properties first and its output last, and a case has one failure, error or word of having been skipped.
"""

import re
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Self
from xml.sax.saxutils import escape, quoteattr

from statedocs.checks.output import whole_file
from statedocs.checks.report import Report
from statedocs.checks.verdict import RUN, Problem, Verdict
from statedocs.version import VERSION

_NO_XML: Final = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ROOM: Final = 20_000
"""Characters of a case that are shown; readers of these files hold all of them in memory."""
_SUMMARY: Final = "the whole run"


@dataclass(slots=True)
class _Suite:
    """The cases of a template, on the disk until the end."""

    number: int
    cases: IO[bytes]
    tests: int = 0
    failures: int = 0
    errors: int = 0
    skipped: int = 0
    seconds: float = 0.0
    texts: list[str] = field(default_factory=list)


class JUnit:
    """Writes a JUnit file; its memory does not grow with the pages.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._suites: dict[str, _Suite] = {}

    def __enter__(self) -> Self:
        self._opened = ExitStack()
        self._started = datetime.now(UTC)
        return self

    def add(self, verdict: Verdict) -> None:
        """Add a page's case; what is said of the whole run has a suite of its own, and a case for each problem."""
        if verdict.origin != RUN:
            self._add(verdict, verdict.suite, verdict.origin, verdict.problems)
            return
        for problem in verdict.problems:
            self._add(verdict, _SUMMARY, f"{problem.rule}: {problem.message}", (problem,))

    def _add(self, verdict: Verdict, name: str, case: str, problems: tuple[Problem, ...]) -> None:
        suite = self._suite(name)
        suite.tests += 1
        suite.seconds += verdict.seconds
        failing = [problem for problem in problems if problem.fails]
        suite.skipped += verdict.kind == "skipped"
        inner = ""
        if verdict.kind == "skipped":
            inner = f"<skipped>{_text(verdict.reason or '')}</skipped>"
        elif failing:
            tag = "error" if failing[0].rule == "page-failed" else "failure"
            suite.errors += tag == "error"
            suite.failures += tag == "failure"
            message = failing[0].message + (f" (and {len(failing) - 1} more)" if len(failing) > 1 else "")
            text = _text("\n\n".join(_told(verdict, problem) for problem in failing))
            inner = f"<{tag} message={_attribute(message)} type={_attribute(failing[0].rule)}>{text}</{tag}>"
        opening = (
            f"<testcase name={_attribute(case)} classname={_attribute(name)} time={_attribute(_time(verdict.seconds))}"
        )
        suite.cases.write((f"{opening}>{inner}</testcase>\n" if inner else f"{opening}/>\n").encode())

    def _suite(self, name: str) -> _Suite:
        if name not in self._suites:
            cases = self._opened.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  (closed by the stack)
            self._suites[name] = _Suite(len(self._suites), cases)
        return self._suites[name]

    def finish(self, report: Report) -> None:
        """Write the file.

        Raises:
            SinkError: The place cannot be written.
        """
        with whole_file(self._path) as file:
            file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
            for name, suite in self._suites.items():
                file.write(self._opening(name, suite).encode())
                suite.cases.seek(0)
                shutil.copyfileobj(suite.cases, file)
                said = report.reason() if suite.number == 0 else ""
                file.write(f"<system-out>{_text(said)}</system-out>\n<system-err/>\n</testsuite>\n".encode())
            file.write(b"</testsuites>\n")

    def _opening(self, name: str, suite: _Suite) -> str:
        attributes = {
            "name": name,
            "package": "statedocs",
            "id": str(suite.number),
            "timestamp": self._started.strftime("%Y-%m-%dT%H:%M:%S"),
            "hostname": "localhost",
            "tests": str(suite.tests),
            "failures": str(suite.failures),
            "errors": str(suite.errors),
            "time": _time(suite.seconds),
        }
        written = " ".join(f"{key}={_attribute(value)}" for key, value in attributes.items())
        version = f'<property name="statedocs" value={_attribute(VERSION)}/>'
        return f"<testsuite {written}>\n<properties>{version}</properties>\n"

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._opened.close()


def _told(verdict: Verdict, problem: Problem) -> str:
    head = f"{verdict.where(problem)}: {problem.rule}: {problem.message}"
    return f"{head}\n{problem.detail}" if problem.detail else head


def _time(seconds: float) -> str:
    return f"{seconds:.3f}"


def _allowed(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _text(text: str) -> str:
    cut = text if len(text) <= _ROOM else text[:_ROOM] + "…"
    return escape(_allowed(cut))


def _attribute(text: str) -> str:
    return quoteattr(_allowed(" ".join(text.split()) or "-"))
