"""Pages converted as in a run, and handed over instead of put away: for whoever judges them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from types import TracebackType
from typing import Self

from statedocs.batch.options import RunOptions
from statedocs.batch.order import Line
from statedocs.batch.runner import crew_of, plan_of
from statedocs.batch.spill import Spill
from statedocs.sinks import Entry, Summary, Writer
from statedocs.sources.items import Item


def convert_items(items: Iterable[Item], options: RunOptions, take: Callable[[Entry], None]) -> Summary:
    """Convert pages in worker processes, within the limits, and hand each result over in the order of the pages.

    Args:
        items: What `read` gives.
        options: How many workers, which limits; what concerns places of records counts for nothing.
        take: Given each entry; a page that was met before as a skipped one.

    Raises:
        StatedocsError: Pages cannot be converted at all.
    """
    with ExitStack() as opened:
        crew = opened.enter_context(crew_of(options, indented=False))
        writer = opened.enter_context(Writer([_Hands(take)]))
        line = Line(plan_of(replace(options, fresh=True)), crew, writer, opened.enter_context(Spill()))
        return writer.finish(line.run(items))


class _Hands:
    """A sink that hands on what it is given, and keeps nothing."""

    wants_indented = False

    def __init__(self, take: Callable[[Entry], None]) -> None:
        self._take = take

    def __enter__(self) -> Self:
        return self

    def fingerprints(self, origin: str) -> Sequence[str]:  # noqa: ARG002  (a sink's)
        """Nothing is kept."""
        return ()

    def earlier(self, origin: str, fingerprint: str) -> Entry | None:  # noqa: ARG002  (a sink's)
        """Nothing is kept."""
        return None

    def put(self, entry: Entry) -> str | None:
        """Hand a result on."""
        self._take(entry)
        return None

    def keep(self, entry: Entry) -> None:
        """Nothing is kept."""

    def drop(self, entry: Entry) -> None:
        """Nothing is kept."""

    def commit(self) -> None:
        """Nothing is kept."""

    def gone(self) -> Iterator[Entry]:
        """Nothing is kept."""
        return iter(())

    def prune(self, entry: Entry) -> None:
        """Nothing is kept."""

    def finish(self, summary: Summary) -> None:
        """Nothing is kept."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...
