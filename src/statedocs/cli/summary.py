"""The end of a run, as a person likes to read it."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from statedocs.batch import Report
from statedocs.cli.style import LEVELS, counted, counts_table
from statedocs.record import FINDINGS
from statedocs.sinks import Outcome, Summary, shown


def show_summary(console: Console, report: Report, out: Sequence[str], failed: Sequence[Outcome]) -> None:
    """Print pages, outcomes, designs, findings and the first failures of a run."""
    summary = report.summary
    where = ", ".join("standard output" if place == "-" else shown(place) for place in out)
    rate = f"in {report.seconds:,.1f} s ({report.pages_a_second:,.0f} a second)"
    console.print(f"[bold]{counted(summary.pages, 'page')}[/] to [bold]{escape(where)}[/] {rate}", soft_wrap=True)
    table = counts_table()
    _add_outcomes(table, summary)
    if summary.templates:
        _add_title(table, "Templates")
    for name, count in summary.templates.items():
        table.add_row(f"{count:,}", escape(name), "")
    if summary.findings:
        _add_title(table, "Findings")
    for code, level, count in report.findings():
        table.add_row(f"{count:,}", f"[{LEVELS[level]}]{code}[/]", FINDINGS[code][1])
    console.print(table)
    _show_failed(console, failed, summary.failures)


def _add_title(table: Table, title: str) -> None:
    table.add_row("", "", "")
    table.add_row("", f"[bold]{title}[/]", "")


def _add_outcomes(table: Table, summary: Summary) -> None:
    table.add_row("", "", "")
    table.add_row(f"{summary.documents:,}", "[green]documents[/]", "")
    style = "bold red" if summary.failures else "dim"
    table.add_row(f"{summary.failures:,}", f"[{style}]failures[/]", _reasons(summary.errors))
    table.add_row(f"{summary.skipped:,}", "skipped", _reasons(summary.reasons))
    if summary.gone:
        table.add_row(f"{summary.gone:,}", "gone", "records of an earlier run whose pages are no longer in the inputs")


def _reasons(counts: Mapping[str, int]) -> str:
    return escape(", ".join(f"{count:,} {reason}" for reason, count in counts.items()))


def _show_failed(console: Console, failed: Sequence[Outcome], total: int) -> None:
    if failed:
        console.print("\n[bold red]Failures[/]")
    for outcome in failed:
        reason = escape(outcome.reason or "")
        console.print(f"  [red]{escape(outcome.origin)}[/]: {reason}", soft_wrap=True)
    if total > len(failed):
        console.print(f"  and {total - len(failed):,} more")
