"""`statedocs check`: whether pages still become the records that they should."""

import logging
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal

import click

from statedocs.batch import RunOptions, convert_items
from statedocs.checks import Annotations, CheckOptions, JUnit, Problems, Sarif, check
from statedocs.checks.places import Item
from statedocs.checks.report import Listener
from statedocs.checks.run import Result, Take
from statedocs.cli.completing import places
from statedocs.cli.console import errors, results, start_log
from statedocs.cli.signals import terminated_as_interrupted
from statedocs.cli.verdicts import Lines, show_end
from statedocs.pipeline import Options
from statedocs.sinks import Entry
from statedocs.sinks.stored import read_document, read_failure
from statedocs.snapshot import Skipped

_FEW: Final = 32
_LEVELS_TO_FAIL_ON: Final = ("info", "warning", "error", "never")

_folder = click.Path(path_type=Path)


@click.command("check", short_help="Judge pages or records, for CI.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=str, shell_complete=places)
@click.option("--expected", type=_folder, metavar="DIR", help="Records that somebody has read, laid out as OUT is.")
@click.option("--accept", is_flag=True, help="Write what differs into --expected; still exit code 1: read it.")
@click.option(
    "--fail-on",
    type=click.Choice(_LEVELS_TO_FAIL_ON),
    default="error",
    show_default=True,
    help="The least level of a finding that fails the check.",
)
@click.option("--baseline", type=_folder, metavar="FILE", help="Measures of an earlier day to compare with.")
@click.option("--write-baseline", is_flag=True, help="Make today's measures the baseline.")
@click.option(
    "--inputs",
    "originals",
    multiple=True,
    type=str,
    metavar="PAGES",
    shell_complete=places,
    help="INPUT holds records: compare them with the pages that they were made from (repeatable).",
)
@click.option("--root", type=_folder, metavar="DIR", help="INPUTs are files of this folder, and named from it (hooks).")
@click.option("--include", multiple=True, metavar="PATTERN", help="Check only what matches (repeatable).")
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out what matches (repeatable).")
@click.option("--strict", is_flag=True, help="Fail a page that no design claims, or more than one.")
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    envvar="STATEDOCS_WORKERS",
    show_envvar=True,
    metavar="N",
    help="Processes that convert (default: one a core, none for a few files); 0: this process.",
)
@click.option("--junit", type=_folder, metavar="FILE", help="Write JUnit's XML: a case a page, a suite a template.")
@click.option("--sarif", type=_folder, metavar="FILE", help="Write SARIF 2.1.0, for code scanning.")
@click.option(
    "--annotations",
    type=click.Choice(["github", "none"]),
    help="Print GitHub's workflow commands.  [default: github where GITHUB_ACTIONS is set]",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="What is printed."
)
@click.option("-q", "--quiet", is_flag=True, help="Print the last line only.")
def command(
    inputs: tuple[str, ...], *, form: Literal["text", "json"], quiet: bool, annotations: str | None, **asked: Any
) -> int:
    """Judge pages, or records made earlier, and say in one line why they fail. Writes nothing that is not asked for.

    Pages (files, folders, archives) are converted. A check fails on a page that cannot be a document, on text that is
    unaccounted for, on findings from --fail-on up, on a record that is not the expected one, that breaks the schema or
    contradicts itself, and on drift from the baseline.

    Records (a folder, file or database that convert wrote) are held against the schema of the version that they name,
    their own digests, spans and counts, their manifest, and with --inputs the pages that they were made from.

    Exit code 0: all is well. 1: something fails. 2: could not run.
    """
    start_log(errors(), "text", logging.ERROR)
    convert = partial(_convert, _run_options(inputs, strict=asked.pop("strict"), workers=asked.pop("workers")))
    problems = Problems()
    with ExitStack() as opened:
        listeners = [problems, *_files(opened, asked.pop("junit"), asked.pop("sarif"))]
        if form == "text" and not quiet:
            listeners.append(Lines(results()))
        if _speaks_github(annotations):
            say = partial(print, file=sys.stdout if form == "text" else sys.stderr)
            listeners.append(Annotations(say, os.environ))
        opened.enter_context(terminated_as_interrupted())
        report = check(inputs, CheckOptions(**asked), listeners, convert)
    if form == "json":
        click.echo(problems.as_json(report).encode())
    else:
        show_end(results(), report, quiet=quiet)
    return 0 if report.ok else 1


def _run_options(inputs: Sequence[str], *, strict: bool, workers: int | None) -> RunOptions:
    """Choose who converts: a few files are done before workers have started."""
    if workers is None and len(inputs) <= _FEW and all(Path(path).is_file() for path in inputs):
        workers = 0
    return RunOptions(convert=Options(strict=strict), workers=workers)


def _convert(options: RunOptions, items: Iterable[Item], take: Take) -> None:
    convert_items(items, options, lambda entry: take(_result(entry)))


def _result(entry: Entry) -> Result:
    outcome = entry.outcome
    if outcome.outcome == "document":
        return read_document(entry.data, outcome.origin)
    if outcome.outcome == "failure":
        return read_failure(entry.data, outcome.origin)
    return Skipped(outcome.origin, outcome.reason or "", outcome.sha256)


def _files(opened: ExitStack, junit: Path | None, sarif: Path | None) -> Iterator[Listener]:
    """Give what writes the files that are asked for."""
    if junit:
        yield opened.enter_context(JUnit(junit))
    if sarif:
        yield Sarif(sarif, Path(os.environ.get("GITHUB_WORKSPACE") or os.curdir))


def _speaks_github(annotations: str | None) -> bool:
    wanted = annotations or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "none")
    return wanted == "github"
