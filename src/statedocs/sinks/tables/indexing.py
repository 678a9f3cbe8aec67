"""DuckDB's full-text index, kept up with the texts.

The extension makes an index of a whole table and never looks at it again. What it keeps, and asks, are plain tables; so
it makes the index of an empty table here, and the words go in and out as the documents do: a run pays for what it
changes and not for all there is, and a new index costs a tenth of what the extension takes.
"""

from abc import abstractmethod
from collections.abc import Sequence
from functools import partial
from typing import Final

import pyarrow as pa

from statedocs.sinks.tables.engine import Database, Row, in_groups
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.views import data_text
from statedocs.sinks.tables.words import Words

_STANDS: Final = "SELECT 1 FROM duckdb_schemas() WHERE schema_name = 'fts_main_search_places'"
_COLUMNS: Final = (
    "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'fts_main_search_places' "
    "ORDER BY table_name, column_index"
)
_KNOWN: Final = [
    *(("dict", name) for name in ("termid", "term", "df")),
    *(("docs", name) for name in ("docid", "name", "len")),
    *(("fields", name) for name in ("fieldid", "field")),
    *(("stats", name) for name in ("num_docs", "avgdl")),
    ("stopwords", "sw"),
    *(("terms", name) for name in ("docid", "fieldid", "termid")),
]
"""The extension's tables as we know them; where a later one has others, it makes its index itself, of everything."""


_AT_ONCE: Final = 500
"""Documents: of reports as long as they come, some 6 million words."""
_FILL: Final = "INSERT INTO search_places SELECT row_number() OVER (), * FROM search_texts"
_NEXT: Final = "SELECT coalesce(max(id), 0) + 1 FROM search_places"
_FILL_WITH: Final = f"""
INSERT INTO search_places
SELECT row_number() OVER (ORDER BY document_id, section NULLS FIRST, block NULLS FIRST) - 1 + ({_NEXT}), *
FROM search_texts WHERE {{condition}}
"""
_TEXTS: Final = "SELECT text FROM search_places WHERE id >= ? ORDER BY id"
_PLACE: Final = "INSERT INTO search_places SELECT id, document_id, section, block, part, text FROM incoming"
_SPLIT: Final = r"""
SELECT list_filter(string_split_regex(
    lower(CASE WHEN regexp_matches(text, '\p{M}') THEN strip_accents(text) ELSE text END), '[^\p{L}\p{N}]+'
), lambda word : word <> '') AS words
FROM incoming ORDER BY nth
"""
_STEMS: Final = """
CREATE OR REPLACE TEMPORARY TABLE stems AS SELECT nth, stem(strip_accents(text), 'english') AS term FROM incoming
"""
_DICT: Final = "fts_main_search_places.dict"
_NEW_TERMS: Final = f"""
INSERT INTO {_DICT} (termid, term, df)
SELECT (SELECT coalesce(max(termid) + 1, 0) FROM {_DICT}) + row_number() OVER (ORDER BY term) - 1, term, 0
FROM (SELECT term FROM stems EXCEPT SELECT term FROM {_DICT})
"""
_NUMBERS: Final = f"SELECT termid::BIGINT AS termid FROM stems JOIN {_DICT} USING (term) ORDER BY nth"
_TERMS: Final = (
    "INSERT INTO fts_main_search_places.terms (docid, fieldid, termid) SELECT docid, 0, termid FROM incoming"
)
_DOCS: Final = "INSERT INTO fts_main_search_places.docs (docid, name, len) SELECT docid, docid, len FROM incoming"
_COUNTS: Final = f"UPDATE {_DICT} SET df = dict.df + incoming.df FROM incoming WHERE dict.termid = incoming.termid"
_STATS: Final = """
UPDATE fts_main_search_places.stats
SET num_docs = (SELECT count(*) FROM fts_main_search_places.docs),
    avgdl = (SELECT avg(len) FROM fts_main_search_places.docs)
"""


class Columnar(Database):
    """A database that takes rows as columns."""

    @abstractmethod
    def feed(self, statement: str, incoming: pa.Table) -> Sequence[Row]:
        """Run a statement over a table that it calls `incoming`, and give its rows."""

    @abstractmethod
    def insert_columns(self, table: Table, columns: pa.Table) -> None:
        """Add many rows at once."""

    @abstractmethod
    def has_index_to_follow(self) -> bool:
        """Tell whether there is an index that can follow; let the search read all texts where it cannot."""


def stands(database: Database) -> bool:
    """Tell whether there is an index."""
    return bool(list(database.query(_STANDS)))


def make(database: Database) -> None:
    """Make the index of nothing; `learn_all` is to follow."""
    for statement in _statements("index.duckdb.sql"):
        database.run(statement)


def make_of_all(database: Database) -> None:
    """Have the extension make the index of everything that is there."""
    place, *others = _statements("index.duckdb.sql")
    for statement in (place, _FILL, *others):
        database.run(statement)


def is_known(database: Database) -> bool:
    """Tell whether the index can follow what changes."""
    return [tuple(row) for row in database.query(_COLUMNS)] == _KNOWN


def learn_all(database: Columnar) -> None:
    """Put everything that is there into an index of nothing, as much at once as memory can be asked for."""
    ids = [row[0] for row in database.query("SELECT id FROM documents ORDER BY id")]
    for group in in_groups(ids, _AT_ONCE):
        first = _next(database)
        database.run(_FILL_WITH.format(condition=database.where("document_id", len(group))), database.several(group))
        words = Words()
        words.add([text for (text,) in database.query(_TEXTS, (first,))])
        _tell(database, first, words)


def learn(database: Columnar, texts: pa.Table, words: Words) -> None:
    """Put texts in: what the extension itself would have in its tables.

    Args:
        database: Where the index is.
        texts: As `search_texts` has them, with their places.
        words: Their words.
    """
    first = _next(database)
    numbers = pa.array(range(first, first + texts.num_rows), pa.int64())
    database.feed(_PLACE, texts.add_column(0, "id", numbers))
    _tell(database, first, words)


def _next(database: Columnar) -> int:
    """Give the number of the next text."""
    [(number,)] = database.query(_NEXT)
    return int(number)


def _tell(database: Columnar, first: int, words: Words) -> None:
    told = words.learned(first, partial(_words_of, database), partial(_numbers_of, database))
    database.feed(_TERMS, told.terms)
    database.feed(_DOCS, told.docs)
    database.feed(_COUNTS, told.counts)
    database.run(_STATS)


def _words_of(database: Columnar, texts: Sequence[str]) -> Sequence[Sequence[str]]:
    """Have the engine cut texts into words."""
    return [words for (words,) in database.feed(_SPLIT, _numbered(texts))]


def _numbers_of(database: Columnar, words: Sequence[str]) -> pa.Int64Array:
    """Give the number of each word's stem, a new one where it is new."""
    database.feed(_STEMS, _numbered(words))
    database.run(_NEW_TERMS)
    numbers = [number for (number,) in database.query(_NUMBERS)]
    database.run("DROP TABLE stems")
    return pa.array(numbers, pa.int64())


def _numbered(texts: Sequence[str]) -> pa.Table:
    return pa.table({"nth": pa.array(range(len(texts)), pa.int64()), "text": pa.array(texts, pa.string())})


def forget(database: Database, ids: Sequence[str]) -> None:
    """Take documents out, whether their rows are still there or not."""
    condition = database.where("document_id", len(ids))
    for statement in _statements("forget.duckdb.sql"):
        values = database.several(ids) if "{condition}" in statement else ()
        database.run(statement.replace("{condition}", condition), values)


def leave(database: Database) -> None:
    """Have no index: the search reads all texts."""
    database.script(data_text("no_index.duckdb.sql"))


def _statements(name: str) -> list[str]:
    """Cut a script: a PRAGMA looks for the table when it is parsed."""
    return data_text(name).strip().split(";\n")
