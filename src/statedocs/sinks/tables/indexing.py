"""DuckDB's full-text index, kept up with the texts.

The extension makes an index of a whole table and never looks at it again. What it keeps, and asks, are plain tables; so
it makes the index of an empty table here, and the words go in and out as the documents do: a run pays for what it
changes and not for all there is, and a new index costs a third of what the extension takes.
"""

from collections.abc import Sequence
from typing import Final

from statedocs.sinks.tables.engine import Database, in_groups
from statedocs.sinks.tables.views import data_text

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


_AT_ONCE: Final = 1000
"""Documents: of reports as long as they come, some 12 million words."""
_FILL: Final = "INSERT INTO search_places SELECT row_number() OVER (), * FROM search_texts"


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


def learn_all(database: Database) -> None:
    """Put everything that is there into an index of nothing, as much at once as memory can be asked for."""
    ids = [row[0] for row in database.query("SELECT id FROM documents ORDER BY id")]
    for group in in_groups(ids, _AT_ONCE):
        learn(database, group)


def learn(database: Database, ids: Sequence[str]) -> None:
    """Put documents in, whose rows are there by now."""
    _follow(database, "learn.duckdb.sql", database.where("document_id", len(ids)), ids)


def forget(database: Database, ids: Sequence[str]) -> None:
    """Take documents out, whether their rows are still there or not."""
    _follow(database, "forget.duckdb.sql", database.where("document_id", len(ids)), ids)


def leave(database: Database) -> None:
    """Have no index: the search reads all texts."""
    database.script(data_text("no_index.duckdb.sql"))


def _follow(database: Database, name: str, condition: str, ids: Sequence[str]) -> None:
    for statement in _statements(name):
        values = database.several(ids) if "{condition}" in statement else ()
        database.run(statement.replace("{condition}", condition), values)


def _statements(name: str) -> list[str]:
    """Cut a script: a PRAGMA looks for the table when it is parsed."""
    return data_text(name).strip().split(";\n")
