"""Records of documents made columns as they come in, so that little is left to do when their turn comes."""

from collections.abc import Iterator, Mapping
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from statedocs.collector import without_collector
from statedocs.sinks.tables.columns import arrow_table
from statedocs.sinks.tables.engine import Database
from statedocs.sinks.tables.flatten import Rows
from statedocs.sinks.tables.indexing import Columnar, learn
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.pile import AT_ONCE, PARENTS_FIRST, Pile, rows_of_all
from statedocs.sinks.tables.words import Words

_PLACES: Final = pa.schema(
    [
        ("document_id", pa.string()),
        ("section", pa.int64()),
        ("block", pa.int64()),
        ("part", pa.string()),
        ("text", pa.string()),
    ]
)
"""The columns of `search_texts`."""
_OF_BLOCKS: Final = ["document_id", "section", "position", "kind", "text"]

_TITLE: Final = TABLES["documents"].names.index("title")
_HEADING: Final = TABLES["sections"].names.index("heading")
_TEXT: Final = TABLES["blocks"].names.index("text")


class ColumnPile(Pile):
    """Records as columns, and their texts cut into words: made in the thread that adds them, while others are written.

    Args:
        cuts: Whether there may be an index to tell their words.
    """

    def __init__(self, *, cuts: bool) -> None:
        super().__init__()
        self._size = 0
        self._tables: dict[str, list[pa.Table]] = {name: [] for name in PARENTS_FIRST}
        self._places: list[pa.Table] = []
        self._words = Words() if cuts else None

    def add(self, record: bytes) -> None:
        """Add a document, as its JSON."""
        super().add(record)
        self._size += len(record)
        if self._size >= AT_ONCE:
            self._make()

    def _make(self) -> None:
        with without_collector():
            rows = rows_of_all(self._records)
            self._records, self._size = [], 0
            made = {name: arrow_table(TABLES[name], several) for name, several in rows.items() if several}
            for name, table in made.items():
                self._tables[name].append(table)
            if self._words:
                self._places += _places(made)
                self._words.add(list(_texts(rows)))

    def write(self, database: Database) -> None:
        """Write all that was added.

        Raises:
            SinkError: A record contradicts itself.
        """
        assert isinstance(database, Columnar)
        if self._records:
            self._make()
        for name, several in self._tables.items():
            if several:
                database.insert_columns(TABLES[name], pa.concat_tables(several))
        if self._tables["documents"] and database.has_index_to_follow() and self._words:
            learn(database, pa.concat_tables(self._places), self._words)


def _texts(rows: Rows) -> Iterator[str]:
    """Give the texts of `search_texts`: titles, headings, blocks."""
    yield from (row[_TITLE] for row in rows["documents"] if row[_TITLE] is not None)
    yield from (row[_HEADING] for row in rows["sections"] if row[_HEADING] is not None)
    yield from (row[_TEXT] for row in rows["blocks"])


def _places(made: Mapping[str, pa.Table]) -> Iterator[pa.Table]:
    """Give the same texts with their places, in the same order."""
    titles = made["documents"].filter(pc.is_valid(made["documents"]["title"]))
    yield _placed(titles["id"], pa.repeat("title", len(titles)), titles["title"])
    if "sections" in made:
        headings = made["sections"].filter(pc.is_valid(made["sections"]["heading"]))
        ids, section, text = headings.select(["document_id", "position", "heading"]).columns
        yield _placed(ids, pa.repeat("heading", len(headings)), text, section=section)
    if "blocks" in made:
        ids, section, block, kind, text = made["blocks"].select(_OF_BLOCKS).columns
        yield _placed(ids, kind, text, section=section, block=block)


def _placed(ids: pa.ChunkedArray, part: pa.Array, text: pa.ChunkedArray, **places: pa.ChunkedArray) -> pa.Table:
    nowhere = pa.nulls(len(ids), pa.int64())
    section, block = (places.get(name, nowhere) for name in ("section", "block"))
    return pa.table([ids, section, block, part, text], schema=_PLACES)
