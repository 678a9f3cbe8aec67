"""`statedocs diff`: what changed between two records."""

import json
from pathlib import Path
from typing import Final

import click
from rich.console import Console
from rich.text import Text

from statedocs.cli.changes_view import show_changes
from statedocs.cli.completing import places
from statedocs.cli.console import errors, results
from statedocs.cli.style import counted
from statedocs.editions import CONCERNS, Changes, Concern, diff, record_of, render_html
from statedocs.errors import SinkError
from statedocs.pipeline import Options

_NOTES: Final = {"reading": "how the pages were read", "capture": "the captures"}


@click.command("diff", short_help="Show what changed between two records.")
@click.argument("old", metavar="A", shell_complete=places)
@click.argument("new", metavar="B", shell_complete=places)
@click.option("--all", "everything", is_flag=True, help="Also what tells of the reading and of the capture.")
@click.option("--json", "as_json", is_flag=True, help="Everything that differs, as JSON.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write a page that opens from disk.")
def command(old: str, new: str, *, everything: bool, as_json: bool, html: Path | None) -> int:
    """Show what changed between two records: fields, sections added, removed, moved and rewritten, word by word.

    A and B are each a page (converted on the way), the file of a record (page.html.json), OUT#NAME for the record in
    OUT whose id, origin or output is NAME, or crawl.warc.gz#NAME for a capture in an archive.

    Where colours are off (NO_COLOR, a pipe), what is gone stands in [-…-] and what has come in {+…+}.

    Exit codes are those of diff(1): 0 the content is the same, 1 it differs, 2 could not run. With --all, how a page
    was read and captured counts too.
    """
    changes = diff(record_of(old, Options()), record_of(new, Options()))
    shown = changes if everything else changes.of("content")
    if html is not None:
        _write(html, render_html(shown))
    if as_json:
        click.echo(json.dumps(changes.as_json(), ensure_ascii=False, indent=2).encode())
    elif html is None:
        console = results()
        show_changes(console, shown)
        _show_rest(errors(), changes, () if everything else ("reading", "capture"))
    return 1 if shown else 0


def _show_rest(console: Console, changes: Changes, concerns: tuple[Concern, ...]) -> None:
    """Say that more differs than is shown."""
    counts = {concern: changes.of(concern) for concern in CONCERNS if concern in concerns}
    parts = [
        f"{_NOTES[concern]} ({counted(len(part.fields) + len(part.shifts), 'field')})"
        for concern, part in counts.items()
        if part
    ]
    if parts:
        console.print(Text(f"statedocs: not shown: {' and '.join(parts)}; --all shows them", "dim"), soft_wrap=True)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise SinkError(f"{path} cannot be written: {error.strerror}") from error
