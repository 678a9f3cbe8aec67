"""`statedocs convert`: pages to records."""

import logging
from typing import Any

import click

from statedocs.batch import RunOptions, run
from statedocs.cli.console import LogFormat, errors, start_log
from statedocs.cli.progress import Progress
from statedocs.cli.summary import show_summary
from statedocs.pipeline import Options


@click.command("convert", short_help="Turn pages into records.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...", type=str)
@click.option("-o", "--out", required=True, help="A folder, a file that ends in .jsonl, or - for standard output.")
@click.option("--strict", is_flag=True, help="Fail a page that no design claims, or more than one.")
@click.option("--keep-removed", is_flag=True, help="Keep all text that was left out, not its first 120 characters.")
@click.option(
    "--include", multiple=True, metavar="PATTERN", help="Convert only what matches, such as '*.htm' (repeatable)."
)
@click.option("--exclude", multiple=True, metavar="PATTERN", help="Leave out what matches (repeatable).")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
@click.option("-v", "--verbose", is_flag=True, help="Say each failure when it happens.")
@click.option(
    "--log-format", type=click.Choice(["text", "json"]), default="text", show_default=True, help="The log's lines."
)
def command(
    inputs: tuple[str, ...],
    out: str,
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

    Exit code 0: every page is a document or skipped with a reason. 1: some page failed, all of them recorded.
    2: could not run.
    """
    console = errors()
    level = logging.INFO if verbose or out == "-" else logging.ERROR if quiet else logging.WARNING
    start_log(console, log_format, level)
    with Progress(console, shown=not quiet) as progress:
        report = run(inputs, out, _options(**asked), progress.watch)
    if not quiet:
        show_summary(console, report, out, progress.failed)
    return 1 if report.summary.failures else 0


def _options(*, strict: bool, keep_removed: bool, include: tuple[str, ...], exclude: tuple[str, ...]) -> RunOptions:
    convert = Options(strict=strict, keep_removed=keep_removed)
    return RunOptions(convert=convert, include=include, exclude=exclude)
