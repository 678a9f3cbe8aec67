"""`statedocs load`: records into databases."""

import click

from statedocs.cli.completing import places
from statedocs.cli.console import errors
from statedocs.cli.moved import moving
from statedocs.sinks import load


@click.command("load", short_help="Add records to databases.")
@click.argument("records", nargs=-1, required=True, metavar="RECORDS...", shell_complete=places)
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    shell_complete=places,
    required=True,
    multiple=True,
    help=".sqlite, .sqlite3, .db, .duckdb or postgresql://… (repeatable).",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def command(records: tuple[str, ...], out: tuple[str, ...], *, quiet: bool) -> None:
    """Add the records of earlier runs (anything that `convert` writes) to databases.

    A page that is there already, by its origin, is replaced by its new record, unless the two say different times of
    capture: then both stay. So do all others. Loading the same records again changes nothing.
    """
    with moving(errors(), out, quiet=quiet) as watch:
        watch.summary = load(records, out, watch)
