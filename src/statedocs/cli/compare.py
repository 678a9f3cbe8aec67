"""`statedocs compare`: two runs over the same inputs."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Literal

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from statedocs.cli.completing import places
from statedocs.cli.console import errors, results
from statedocs.cli.style import counted
from statedocs.editions import CONCERNS, Comparison, Concern, Example, Measure, compare
from statedocs.sinks import open_stored

Form = Literal["text", "json", "markdown"]


@click.command("compare", short_help="Show what differs between two runs.")
@click.argument("old", metavar="OLD", shell_complete=places)
@click.argument("new", metavar="NEW", shell_complete=places)
@click.option(
    "--only", multiple=True, type=click.Choice(CONCERNS), help="What counts: content, reading or capture (repeatable)."
)
@click.option("--examples", type=click.IntRange(min=0), default=3, show_default=True, help="Of each kind of change.")
@click.option("--json", "form", flag_value="json", help="The whole comparison as JSON.")
@click.option("--markdown", "form", flag_value="markdown", help="For a release note.")
def command(old: str, new: str, *, only: Sequence[Concern], examples: int, form: Form | None) -> int:
    """Show what differs between two runs over the same inputs: two versions of the program, or two settings.

    OLD and NEW are what the runs wrote, in any form. Pages are joined by origin. Differences are sorted by kind, the
    kind that most documents have first, with examples; documents that became failures, and the other way round, and
    pages of one run alone are listed. Name and version of the program do not count.

    Exit codes are those of diff(1): 0 nothing differs, 1 something differs, 2 could not run.
    """
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.completed:.0f} documents that differ"),
        TimeElapsedColumn(),
        console=errors(),
        transient=True,
        disable=not errors().is_terminal,
    ) as progress:
        task = progress.add_task("pages", total=None)
        measure = Measure(tuple(only) or CONCERNS, examples, lambda: progress.advance(task))
        found = compare(open_stored(old), open_stored(new), measure)
    if form == "json":
        click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2).encode())
    elif form == "markdown":
        click.echo("\n".join(_markdown(found)))
    else:
        _show(results(), found)
    return 1 if found else 0


def _show(console: Console, found: Comparison) -> None:
    for name, counts in (("OLD", found.old), ("NEW", found.new)):
        console.print(Text(f"{name}  {_counts(counts)}"), soft_wrap=True)
    console.print(Text(f"{counted(found.same, 'document')} the same, {found.changed:,} differ", "bold"), soft_wrap=True)
    for group in found.pages:
        console.print(Text(f"\n{group.pages:>8,}  ").append(group.what, "yellow"), soft_wrap=True)
        _show_examples(console, group.examples)
    if found.kinds:
        console.print(Text("\ndocuments   changes  kind of change", "dim"))
    for kind in found.kinds:
        text = Text(f"{kind.documents:>9,} {kind.changes:>9,}  ").append(kind.what, "yellow")
        console.print(text.append(f"  ({kind.concern})", "dim"), soft_wrap=True)
        _show_examples(console, kind.examples)


def _show_examples(console: Console, examples: Sequence[Example]) -> None:
    for example in examples:
        said = ": ".join(filter(None, (example.origin, example.text)))
        console.print(Text(f"{'':21}{said}", "dim"), soft_wrap=True)


def _counts(counts: dict[str, int]) -> str:
    documents, failures = counted(counts["document"], "document"), counted(counts["failure"], "failure")
    return f"{documents}, {failures}, {counts['skipped']:,} skipped"


def _markdown(found: Comparison) -> Iterator[str]:
    yield f"{counted(found.same, 'document')} the same, {found.changed:,} differ.\n"
    yield f"* old: {_counts(found.old)}"
    yield f"* new: {_counts(found.new)}"
    if found.pages:
        yield "\n| pages | what |\n|---:|---|"
        yield from (f"| {group.pages:,} | {_cell(group.what)} |" for group in found.pages)
    if found.kinds:
        yield "\n| documents | changes | kind of change | concerns |\n|---:|---:|---|---|"
        for kind in found.kinds:
            yield f"| {kind.documents:,} | {kind.changes:,} | {_code(kind.what)} | {kind.concern} |"
    parts: list[Any] = [*found.pages, *found.kinds]
    for part in parts:
        if part.examples:
            yield f"\n{_code(part.what)}\n"
            for example in part.examples:
                yield f"* {_code(example.origin)} {_code(example.text) if example.text else ''}".rstrip()


def _code(text: str) -> str:
    """A text as code, which nothing in it ends."""
    flat = " ".join(text.split()).replace("|", "¦")
    mark = "`"
    while mark in flat:
        mark += "`"
    edge = " " if flat.startswith("`") or flat.endswith("`") else ""
    return f"{mark}{edge}{flat}{edge}{mark}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
