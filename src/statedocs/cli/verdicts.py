"""What a check says, as a person reads it in a log: a line for each problem, and one for the end."""

from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.text import Text

from statedocs.checks import RUN, Problem, Report, Verdict
from statedocs.checks.verdict import without_surrogates
from statedocs.cli.style import LEVELS

_SHOWN: Final = 100
_DETAIL_INDENT: Final = "    "


class Lines:
    """Prints what fails as it is found: `place: rule: message`, the difference below it."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._count = 0

    def add(self, verdict: Verdict) -> None:
        """Print a page's problems; the first hundred, the others are counted."""
        for problem in verdict.problems:
            if not problem.fails:
                continue
            self._count += 1
            if self._count <= _SHOWN:
                self._console.print(_line(verdict, problem), soft_wrap=True)

    def finish(self, report: Report) -> None:  # noqa: ARG002  (a listener is told)
        """Print how many were not shown."""
        if self._count > _SHOWN:
            more = f"and {self._count - _SHOWN:,} more: --format json, --junit and --sarif list them"
            self._console.print(Text(more), soft_wrap=True)


def _line(verdict: Verdict, problem: Problem) -> Text:
    where = verdict.where(problem)
    text = Text() if where == RUN else Text(f"{where}: ", style="bold")
    text.append(problem.rule, style=LEVELS[problem.level]).append(without_surrogates(f": {problem.message}"))
    for line in problem.detail.splitlines():
        text.append(f"\n{_DETAIL_INDENT}{line}", style=_style(line))
    return text


def _style(line: str) -> str:
    return {"+": "green", "-": "red"}.get(line.lstrip()[:1], "dim")


def show_end(console: Console, report: Report, *, quiet: bool) -> None:
    """Print how a check ended, and why, on its last line."""
    if not quiet:
        for line in _remarks(report):
            console.print(Text(line, style="dim"), soft_wrap=True)
    console.print(Text(report.reason(), style="bold green" if report.ok else "bold red"), soft_wrap=True)


def _remarks(report: Report) -> Iterator[str]:
    if report.others:
        yield "also found: " + ", ".join(f"{count:,} {rule}" for rule, count in report.others.most_common())
    yield from (f"note: {note}" for note in report.notes)
