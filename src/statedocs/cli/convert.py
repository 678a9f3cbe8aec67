"""`statedocs convert`: pages to records."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, Final

import click

from statedocs.batch import MEGABYTE, Limits, RunOptions, run
from statedocs.cli.codes import COULD_NOT_RUN, INTERRUPTED
from statedocs.cli.completing import places
from statedocs.cli.console import LogFormat, errors, log_end, start_log
from statedocs.cli.progress import Progress
from statedocs.cli.signals import terminated_as_interrupted
from statedocs.cli.summary import show_summary
from statedocs.errors import StatedocsError
from statedocs.pipeline import Options

_LIMITS: Final = Limits()


@click.command("convert", short_help="Turn pages into records.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=str, shell_complete=places)
@click.option(
    "-o",
    "--out",
    metavar="OUT",
    shell_complete=places,
    required=True,
    multiple=True,
    help="A folder, .jsonl (.gz, .zst), .sqlite, .duckdb, postgresql://…, .parquet, .csv, .md, .jsonld, or - for "
    "standard output (repeatable).",
)
@click.option("--strict", is_flag=True, help="Fail a page that no design claims, or more than one.")
@click.option("--keep-removed", is_flag=True, help="Keep all text that was left out, not its first 120 characters.")
@click.option(
    "--include", multiple=True, metavar="PATTERN", help="Convert only what matches, such as '*.htm' (repeatable)."
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out what matches (repeatable).")
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    envvar="STATEDOCS_WORKERS",
    show_envvar=True,
    metavar="N",
    help="Processes that convert (default: one a core); 0: this process, without limits of time and memory.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=_LIMITS.seconds,
    show_default=True,
    metavar="SECONDS",
    help="How long the conversion of a page may take.",
)
@click.option(
    "--memory-limit",
    type=click.IntRange(min=64),
    default=_LIMITS.memory // MEGABYTE,
    show_default=True,
    metavar="MB",
    help="How much memory a worker may have meanwhile.",
)
@click.option(
    "--size-limit",
    type=click.FloatRange(min=0, min_open=True, max=_LIMITS.size // MEGABYTE),
    default=_LIMITS.size // MEGABYTE,
    show_default=True,
    metavar="MB",
    help="How large a page may be.",
)
@click.option("--fresh", is_flag=True, help="Convert all pages, also those that an earlier run has done.")
@click.option("--prune", is_flag=True, help="Take away records whose pages are no longer in the inputs.")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Convert on a Dask cluster: the address of its scheduler, or the scheduler's file.",
)
@click.option(
    "--cluster-parts",
    metavar="PLACE",
    help="A folder or s3://, gs://, … in which its workers leave their results (default: beside OUT, if they see it).",
)
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say each failure when it happens.")
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Lines of the log: for people, or as JSON for programs, one for each event (README: Long runs).",
)
def command(
    inputs: tuple[str, ...],
    out: tuple[str, ...],
    *,
    quiet: bool,
    verbose: bool,
    log_format: LogFormat,
    **asked: Any,
) -> int:
    """Turn every page of the inputs into a record.

    INPUT: a file, a folder, an archive (WARC, ARC, WET, WACZ, zip, tar, MHTML), a feed or the posts of WordPress, each
    compressed or not; - for standard input, @FILE for a list of inputs, one a line; s3://, gs:// or https:// for what
    is elsewhere. Bytes tell what a file is, not its name.

    OUT a folder: INPUT/a/b.htm becomes OUT/a/b.htm.json, or OUT/a/b.htm.failure.json with the reason why not; a page
    of an archive becomes OUT/crawl.warc.gz/ID.json; OUT/manifest.jsonl has a line for every page. OUT a .jsonl file: a
    record a line, failures and manifest beside it.

    A run that broke off goes on with the same command; pages that are done and have not changed are not done again.

    Exit code 0: every page is a document or skipped with a reason. 1: some page failed, all of them recorded.
    2: could not run.
    """
    console = errors()
    is_for_programs = log_format == "json"
    is_told = verbose or "-" in out or (is_for_programs and not quiet)
    start_log(console, log_format, logging.INFO if is_told else logging.ERROR if quiet else logging.WARNING)
    shown = not quiet and not is_for_programs
    options = _options(**asked)
    told = _told() if is_for_programs else nullcontext()
    with told, Progress(console, inputs, shown=shown) as progress, terminated_as_interrupted():
        report = run(inputs, out, options, progress.watch)
    if shown:
        show_summary(console, report, out, progress.failed)
    return 1 if report.summary.failures else 0


@contextmanager
def _told() -> Iterator[None]:
    """Say to programs, too, what ends a run before it is complete; every line of theirs is JSON."""
    try:
        yield
    except StatedocsError as error:
        log_end("error", str(error))
        raise click.exceptions.Exit(COULD_NOT_RUN) from error
    except KeyboardInterrupt:
        log_end("interrupted", "interrupted")
        raise click.exceptions.Exit(INTERRUPTED) from None


def _options(*, strict: bool, keep_removed: bool, **asked: Any) -> RunOptions:
    if asked["cluster_parts"] and not asked["cluster"]:
        raise click.UsageError("--cluster-parts is for --cluster ADDRESS")
    limits = Limits(
        seconds=asked.pop("time_limit"),
        memory=asked.pop("memory_limit") * MEGABYTE,
        size=int(asked.pop("size_limit") * MEGABYTE),
    )
    return RunOptions(convert=Options(strict=strict, keep_removed=keep_removed), limits=limits, copies=True, **asked)
