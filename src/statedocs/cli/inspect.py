"""`statedocs inspect`: what one page becomes, and why."""

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from statedocs.cli.console import results
from statedocs.cli.view import show_document
from statedocs.errors import SourceError, StatedocsError
from statedocs.pipeline import Options, convert, failure_of
from statedocs.record import Document, Failure
from statedocs.sinks import to_json
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read


@click.command("inspect", short_help="Explain what one page becomes.")
@click.argument("page", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The record as it would be written.")
@click.option("--strict", is_flag=True, help="Fail a page that no design claims, or more than one.")
def command(page: Path, *, as_json: bool, strict: bool) -> int:
    """Explain what one page becomes.

    Shows the template and why it was chosen, the masthead and the fields read from it with their evidence, the
    outline, the links by kind, the dates, what was left out under which rule, and what was found.

    Exit code 0: a document. 1: a failure, which is shown. 2: no such page.
    """
    result = _convert(_read(page), Options(strict=strict))
    if as_json:
        click.echo(to_json(result, indent=2), nl=False)
    elif isinstance(result, Failure):
        _show_failure(results(), result)
    else:
        show_document(results(), result)
    return 1 if isinstance(result, Failure) else 0


def _read(page: Path) -> Snapshot | Failure:
    if page.is_dir():
        raise SourceError(f"{page} is a folder: inspect takes one page")
    item = next(read(page))
    if isinstance(item, Skipped):
        raise SourceError(f"{page} is no page: {item.reason}")
    return item


def _convert(item: Snapshot | Failure, options: Options) -> Document | Failure:
    if isinstance(item, Failure):
        return item
    try:
        return convert(item, options)
    except StatedocsError as error:
        return failure_of(error, item)


def _show_failure(console: Console, failure: Failure) -> None:
    place = f", line {failure.line}" if failure.line else ""
    console.print(f"[bold red]{failure.error}[/] [dim](stage {failure.stage}{place})[/]")
    console.print(f"  {escape(failure.message)}", soft_wrap=True)
    console.print(f"  [dim]{escape(failure.origin)}[/]", soft_wrap=True)
