"""Records shown for people and search engines, and read back from what stands beside what is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeVar

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.packed import StoredPacked
from statedocs.sinks.pinned import Pinned
from statedocs.sinks.stored import StoredLines

_Item = TypeVar("_Item")


class Shown(Protocol):
    """Tells whether what is shown is still what the records say."""

    def __call__(self, document: Document, outcome: Outcome | None) -> str | None:
        """Give the place that shows something else; `outcome` is the document's line of the manifest."""
        ...


class StoredView:
    """Documents beside what shows them, whole and compressed.

    What is shown leaves out much, so the records are not made from it. It must be as it was written, though: whoever
    changed it meant to change something, and is told that the record did not.

    Args:
        records: The documents, `x.jsonl.gz`.
        others: A place whose failures and manifest are those of the documents.
        shown: What is shown.
        place: The folder, or the file's name.
    """

    def __init__(self, records: Path, others: StoredLines, shown: Shown, place: Pinned | Path) -> None:
        self._records, self._others, self._shown, self._place = records, others, shown, place

    def documents(self) -> Iterator[Document]:
        """Give every document.

        Raises:
            SinkError: The records are not there, are damaged, or others than those that are shown.
        """
        if not self._is_there():
            name = self._place.name if isinstance(self._place, Pinned) else self._place
            raise SinkError(
                f"{name} alone is a view: expected its records in {self._records.name} beside it; "
                "a folder of JSON, JSON lines, CSV, Parquet and databases hold them in themselves"
            )
        lines = (outcome for outcome in self._others.manifest() if outcome.outcome != "skipped" and outcome.id)
        for document in StoredPacked(self._records).documents():
            place = self._shown(document, next(lines, None))
            if place:
                raise SinkError(
                    f"{place} does not show the record that it was made from: it was changed, and is only a view; "
                    "change the record, or write it again"
                )
            yield document

    def _is_there(self) -> bool:
        is_there = self._records.exists()
        if isinstance(self._place, Pinned) and not is_there:
            self._place.check_unchanged()
        return is_there

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        self._is_there()
        return self._told(self._others.failures())

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        self._is_there()
        return self._told(self._others.manifest())

    def _told(self, items: Iterator[_Item]) -> Iterator[_Item]:
        """Give items; a file that was away when it was opened is told from one that holds nothing."""
        is_empty = True
        for item in items:
            is_empty = False
            yield item
        if is_empty and isinstance(self._place, Pinned) and not self._others.are_there():
            self._place.check_unchanged()
