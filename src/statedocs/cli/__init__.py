"""The command line: argv to an exit code."""

import sys
from collections.abc import Sequence
from io import TextIOWrapper

import click

from statedocs.cli.codes import COULD_NOT_RUN, INTERRUPTED
from statedocs.cli.lazy import LazyGroup
from statedocs.version import VERSION

__all__ = ["main", "program"]


@click.group(
    cls=LazyGroup,
    room="statedocs.cli",
    commands={
        "convert": "Turn pages into records.",
        "check": "Judge pages or records, for CI.",
        "inspect": "Explain what one page becomes.",
        "report": "Show what a run did, as one page.",
        "diff": "Show what changed between two records.",
        "load": "Add records to databases.",
        "export": "Write records in another form.",
        "editions": "List pages with their captures and editions.",
        "compare": "Show what differs between two runs.",
        "templates": "List the page designs that are known.",
        "schema": "Print or write the JSON Schemas of the records, and their tables.",
        "completion": "Print the completion script for a shell.",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="Exit codes: 0 every page a document or skipped with a reason; 1 some page failed; 2 could not run.",
)
@click.version_option(VERSION, prog_name="statedocs")
def program() -> None:
    """Archived U.S. State Department pages in, validated records out."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit code."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal need not have all characters of a page
    try:
        code = program.main(args=arguments, prog_name="statedocs", standalone_mode=False)
    except click.ClickException as error:
        error.show(sys.stderr)
        return COULD_NOT_RUN
    except (click.Abort, KeyboardInterrupt):
        click.echo("statedocs: interrupted", err=True)
        return INTERRUPTED
    return code if isinstance(code, int) else 0
