"""`statedocs export`: records in another form."""

import click

from statedocs.cli.completing import places
from statedocs.cli.console import errors
from statedocs.cli.moved import moving
from statedocs.sinks import export


@click.command("export", short_help="Write records in another form.")
@click.argument("records", shell_complete=places)
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    shell_complete=places,
    required=True,
    multiple=True,
    help="Any OUT that `convert` has (repeatable).",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def command(records: str, out: tuple[str, ...], *, quiet: bool) -> None:
    """Write the records of one place (anything that `convert` writes) to others, in any form.

    OUT then holds these records, byte for byte, as if the pages had been converted into it.
    """
    with moving(errors(), out, quiet=quiet) as watch:
        watch.summary = export(records, out, watch)
