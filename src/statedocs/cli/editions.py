"""`statedocs editions`: pages over time."""

import json
from collections import defaultdict
from collections.abc import Iterator

import click
from rich.console import Console
from rich.text import Text

from statedocs.cli.changes_view import show_changes
from statedocs.cli.completing import places
from statedocs.cli.console import errors, results
from statedocs.cli.style import counted
from statedocs.editions import Capture, Captures, Edition, Page, diff, slips
from statedocs.extraction.page_key import page_key
from statedocs.sinks import open_stored


@click.command("editions", short_help="List pages with their captures and editions.")
@click.argument("out", metavar="OUT", shell_complete=places)
@click.option("--page", metavar="KEY", help="Only the page of this key or address.")
@click.option("--changed", is_flag=True, help="Only pages that were seen in more than one edition.")
@click.option("--diff", "with_diff", is_flag=True, help="Also what changed from edition to edition.")
@click.option("--json", "as_json", is_flag=True, help="A line of JSON for each page.")
def command(out: str, *, page: str | None, changed: bool, with_diff: bool, as_json: bool) -> int:
    """List the pages of OUT, what a run wrote, with their captures, their editions, and when each was seen.

    Captures of one page have one page_key. Captures of one content (content_sha256) are one edition, whatever chrome or
    toolbar stands round it; an edition that comes back is the same edition. A capture whose address nobody knows is a
    page for itself.

    Exit codes: 0 listed; 2 could not run.
    """
    with Captures() as captures:
        captures.add(slips(open_stored(out)), _key(page))
        if with_diff:
            captures.keep(slips(open_stored(out)))
        view = _Json() if as_json else _View(results())
        count = seen = changing = unknown = 0
        for found in captures.pages():
            count += 1
            seen += len(found.captures)
            changing += len(found.editions) > 1
            unknown += found.page_key is None
            if not changed or len(found.editions) > 1:
                view.show(found, captures if with_diff else None)
    told = f", {counted(unknown, 'capture')} of unknown address" if unknown else ""
    said = f"{counted(seen, 'capture')} of {counted(count, 'page')}, {changing:,} in more than one edition{told}"
    errors().print(Text(said, "dim"), soft_wrap=True)
    return 0


def _key(given: str | None) -> str | None:
    """A key, also of an address or of what somebody wrote for one."""
    return given and (page_key(given if "://" in given else f"http://{given}") or given)


class _Json:
    def show(self, page: Page, records: Captures | None) -> None:
        """Print a page as a line of JSON."""
        value = page.as_json()
        if records is not None:
            value["changes"] = [
                diff(records.record(old), records.record(new)).of("content").as_json() for old, new in page.changes()
            ]
        click.echo(json.dumps(value, ensure_ascii=False).encode())


class _View:
    def __init__(self, console: Console) -> None:
        self._console = console

    def show(self, page: Page, records: Captures | None) -> None:
        """Print a page with its editions, and with what changed between them where there are records."""
        for text in _page(page):
            self._console.print(text, soft_wrap=True)
        for old, new in page.changes() if records is not None else ():
            self._console.print()
            assert records is not None, "there are changes to show"
            show_changes(self._console, diff(records.record(old), records.record(new)).of("content"))
        self._console.print()


def _page(page: Page) -> Iterator[Text]:
    yield Text(page.page_key or "(unknown address)", "bold")
    yield Text(f"  {counted(len(page.captures), 'capture')}, {counted(len(page.editions), 'edition')}{_time(page)}")
    own: defaultdict[int, list[Capture]] = defaultdict(list)
    for capture in page.captures:
        own[capture.edition].append(capture)
    for edition in page.editions:
        said = [edition.title or "(no title)", edition.published and f"published {edition.published}"]
        yield Text(f"  {edition.number}. ", "cyan").append(", ".join(filter(None, said))).append(_time(edition), "dim")
        for capture in own[edition.number]:
            yield Text(f"     {capture.captured_at or 'time unknown':20}  {capture.origin}", "dim")


def _time(seen: Page | Edition) -> str:
    if seen.first_seen is None or seen.last_seen is None:
        return ""
    return f", seen {seen.first_seen}" + (f" to {seen.last_seen}" if seen.last_seen != seen.first_seen else "")
