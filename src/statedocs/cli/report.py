"""`statedocs report`: what a run did, to look at."""

from pathlib import Path

import click

from statedocs.cli.completing import places
from statedocs.cli.console import errors
from statedocs.report import read_timing, render_run, write_page
from statedocs.sinks import shown as shown_place


@click.command("report", short_help="Show what a run did, as one page.")
@click.argument("out", metavar="OUT", shell_complete=places)
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The HTML file to write."
)
@click.option(
    "--log",
    type=click.Path(path_type=Path),
    help="The run's log (convert --verbose --log-format json 2> FILE): only it knows how long the run took.",
)
@click.option(
    "--pages", type=click.IntRange(0), default=1_000, show_default=True, help="How many pages the table of pages shows."
)
def command(out: str, *, output: Path, log: Path | None, pages: int) -> int:
    """Show what a run did: totals, designs by year, dates, countries, findings, failures by cause, the share of chrome.

    OUT is what `convert` wrote: a folder, a .jsonl file or a database. The report is one HTML file that opens from
    disk and asks for nothing; its tables sort and filter, and lead to the records.

    Exit code 0: written. 1: written, but some records could not be read. 2: could not run.
    """
    shown, damaged = render_run(out, output, read_timing(log) if log else None, pages)
    write_page(output, shown)
    if damaged:
        errors().print(
            f"statedocs: {damaged:,} records in {shown_place(out)} cannot be read; the report names the first"
        )
    return 1 if damaged else 0
