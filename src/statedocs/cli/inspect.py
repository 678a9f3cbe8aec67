"""`statedocs inspect`: what one page becomes, and why."""

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from statedocs.cli.console import results
from statedocs.cli.view import show_document
from statedocs.errors import SourceError, StatedocsError
from statedocs.pipeline import Options, convert, explain, failure_of
from statedocs.record import Document, Failure
from statedocs.report import render_explanation, render_failure, write_page
from statedocs.sinks import to_json
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read


@click.command("inspect", short_help="Explain what one page becomes.")
@click.argument("page", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="The record as it would be written.")
@click.option(
    "--html",
    "html",
    type=click.Path(path_type=Path),
    help="Write the page beside its record, as one HTML file to look at.",
)
@click.option("--strict", is_flag=True, help="Fail a page that no design claims, or more than one.")
def command(page: Path, *, as_json: bool, html: Path | None, strict: bool) -> int:
    """Explain what one page becomes.

    PAGE is a file, or FOLDER#ORIGIN or crawl.warc.gz#RECORD: one page of many, named as the manifest names it (or by
    its address).

    Shows the template and why it was chosen, the masthead and the fields read from it with their evidence, the
    outline, the links by kind, the dates, what was left out under which rule, and what was found.

    With --html: the page as captured, harmless and marked, with its own styles or as its source, beside its record;
    pointing at either side shows the counterpart.

    Exit code 0: a document. 1: a failure, which is shown. 2: no such page.
    """
    item = _read(page)
    if html is not None:
        return _write_html(html, item, Options(strict=strict))
    result = _convert(item, Options(strict=strict))
    if as_json:
        click.echo(to_json(result, indent=2), nl=False)
    elif isinstance(result, Failure):
        _show_failure(results(), result)
    else:
        show_document(results(), result)
    return 1 if isinstance(result, Failure) else 0


def _read(page: Path) -> Snapshot | Failure:
    path, name = _split(page)
    if path.is_dir() and name is None:
        raise SourceError(f"{page} is a folder: inspect takes one page; name one in it with {page}#ORIGIN")
    item = next((item for item in read(path) if name is None or _is(item, name)), None)
    if item is None:
        raise SourceError(f"{path} holds no page of the origin, record or address {name}")
    if isinstance(item, Skipped):
        raise SourceError(f"{page} is no page: {item.reason}")
    return item


def _split(page: Path) -> tuple[Path, str | None]:
    """The longest part before a `#` that is there, and the name behind it."""
    given = str(page)
    marks = [at for at, letter in enumerate(given) if letter == "#"] if not page.exists() else []
    there = [at for at in marks if given[:at] and Path(given[:at]).exists()]
    return (Path(given[: there[-1]]), given[there[-1] + 1 :]) if there else (page, None)


def _is(item: Snapshot | Skipped | Failure, name: str) -> bool:
    if isinstance(item, Skipped):
        return item.origin == name
    return name in (item.origin, item.origin.partition("#")[2], item.record_id, item.url)


def _convert(item: Snapshot | Failure, options: Options) -> Document | Failure:
    if isinstance(item, Failure):
        return item
    try:
        return convert(item, options)
    except StatedocsError as error:
        return failure_of(error, item)


def _write_html(path: Path, item: Snapshot | Failure, options: Options) -> int:
    """Write the page to look at; one that is no document is shown with the reason, and its source."""
    if isinstance(item, Failure):
        write_page(path, render_failure(item, b""))
        return 1
    try:
        shown, code = render_explanation(explain(item, options)), 0
    except StatedocsError as error:
        shown, code = render_failure(failure_of(error, item), item.data), 1
    write_page(path, shown)
    return code


def _show_failure(console: Console, failure: Failure) -> None:
    place = f", line {failure.line}" if failure.line else ""
    console.print(f"[bold red]{failure.error}[/] [dim](stage {failure.stage}{place})[/]")
    console.print(f"  {escape(failure.message)}", soft_wrap=True)
    console.print(f"  [dim]{escape(failure.origin)}[/]", soft_wrap=True)
