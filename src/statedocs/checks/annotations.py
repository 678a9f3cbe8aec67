"""GitHub's workflow commands: problems on the lines of a pull request, and a summary of the step in Markdown."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from statedocs.checks.report import Report
from statedocs.checks.verdict import RUN, Problem, Verdict, without_surrogates
from statedocs.sinks.files import translated

MOST: Final = 10
"""Errors, and warnings, that GitHub shows of one step."""
SUMMARY_ROOM: Final = 1024 * 1024 - 4096
"""Bytes that a step's summary may have, less what others add."""
_PROBLEMS_LISTED: Final = 200
_DETAILS_LISTED: Final = 50
_MARKDOWN: Final = re.compile(r"([\\`*_{}\[\]<>|~#&$@])")


@dataclass(frozen=True, slots=True)
class _Said:
    """A problem with its page."""

    verdict: Verdict
    problem: Problem


class Annotations:
    """Speaks GitHub's workflow commands; it keeps the first problems, and counts the others.

    Args:
        say: Prints a line where the runner reads it.
        environment: The runner's variables.
    """

    def __init__(self, say: Callable[[str], None], environment: Mapping[str, str]) -> None:
        self._say = say
        summary = environment.get("GITHUB_STEP_SUMMARY")
        self._summary = Path(summary) if summary else None
        self._root = environment.get("GITHUB_WORKSPACE") or os.curdir
        self._errors: list[_Said] = []
        self._warnings: list[_Said] = []
        self._listed: list[_Said] = []
        self._counts = {"error": 0, "warning": 0}

    def add(self, verdict: Verdict) -> None:
        """Keep what turns the check red as an error, other warnings as such; the rest has no annotation."""
        for problem in verdict.problems:
            said = _Said(verdict, problem)
            if problem.fails:
                self._counts["error"] += 1
                _keep(self._errors, said, MOST)
                _keep(self._listed, said, _PROBLEMS_LISTED)
            elif problem.level != "info":
                self._counts["warning"] += 1
                _keep(self._warnings, said, MOST)

    def finish(self, report: Report) -> None:
        """Print the annotations and write the step's summary.

        Raises:
            SinkError: The summary cannot be written.
        """
        for level, said in (("error", self._errors), ("warning", self._warnings)):
            for line in self._commands(level, said, self._counts[level]):
                self._say(line)
        if self._summary:
            self._write(self._summary, "".join(self._markdown(report)))

    def _commands(self, level: str, said: list[_Said], count: int) -> Iterator[str]:
        shown = said if count <= MOST else said[: MOST - 1]
        for one in shown:
            yield self._command(level, one)
        if count > len(shown):
            yield f"::{level} title=statedocs check::{count - len(shown):,} more: the summary of this step counts them"

    def _command(self, level: str, said: _Said) -> str:
        problem, verdict = said.problem, said.verdict
        place = problem.place or verdict.place or (None if verdict.origin == RUN else verdict.origin)
        properties = {"title": f"statedocs: {problem.rule}"}
        if place:
            properties = {"file": self._relative(place), "line": str(problem.line or 1), **properties}
        written = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        text = f"{problem.message}\n{problem.detail}" if problem.detail else problem.message
        return f"::{level} {written}::{_data(text)}"

    def _relative(self, place: str) -> str:
        """Give a file's path as the repository has it."""
        path, root = (Path(os.path.abspath(p)) for p in (place, self._root))  # noqa: PTH100  (links keep their names)
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else place

    def _markdown(self, report: Report) -> Iterator[str]:
        yield f"### statedocs check: {'passed' if report.ok else 'failed'}\n\n{_escaped(report.reason())}\n\n"
        yield "| pages | documents | failures | skipped |\n|---:|---:|---:|---:|\n"
        kinds = report.kinds
        yield f"| {report.pages:,} | {kinds['document']:,} | {kinds['failure']:,} | {kinds['skipped']:,} |\n\n"
        if self._listed:
            yield "| page | rule | what |\n|---|---|---|\n"
        for said in self._listed:
            where, problem = said.verdict.where(said.problem), said.problem
            yield f"| {_escaped(where)} | `{problem.rule}` | {_escaped(problem.message)} |\n"
        if self._counts["error"] > len(self._listed):
            yield f"\n{self._counts['error'] - len(self._listed):,} more are not listed.\n"
        details = [said for said in self._listed if said.problem.detail]
        for said in details[:_DETAILS_LISTED]:
            title = _html(said.verdict.origin)
            yield f"\n<details><summary>{title}</summary>\n\n{_fenced(said.problem.detail)}\n</details>\n"
        if report.others:
            rows = ", ".join(f"{count:,} `{rule}`" for rule, count in report.others.most_common())
            yield f"\nAlso found: {rows}\n"
        for note in report.notes:
            yield f"\n{_escaped(note)}\n"

    def _write(self, path: Path, text: str) -> None:
        with translated(path):
            used = path.stat().st_size if path.exists() else 0
            data = _shortened(text, SUMMARY_ROOM - used)
            with path.open("ab") as file:
                file.write(data)


def _keep(kept: list[_Said], said: _Said, most: int) -> None:
    if len(kept) < most:
        kept.append(said)


def _shortened(text: str, room: int) -> bytes:
    """Cut a summary between two lines where it is too long."""
    data = text.encode("utf-8", "replace")
    if len(data) <= room:
        return data
    note = b"\n\nThe summary was cut here.\n"
    whole = data[: max(room - len(note), 0)].rpartition(b"\n")[0]
    return whole + note if whole else b""


def _data(text: str) -> str:
    """Escape the text of a workflow command."""
    return without_surrogates(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a workflow command.

    >>> _property("a,b: 5%")
    'a%2Cb%3A 5%25'
    """
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """Give text as Markdown that shows it and does nothing else."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}diff\n{text}\n{fence}\n"
