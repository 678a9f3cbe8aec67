"""The statements that make a database, one script an engine."""

import re
from typing import Final

from statedocs.sinks.tables.layout import CODES, TABLES
from statedocs.sinks.tables.views import Engine, View, data_text, views
from statedocs.sinks.tables.wording import Duckdb, Postgresql, Sqlite, Wording, literal, name_of

TABLES_VERSION: Final = "1.5"
"""Version of the tables, which a database says in its table `about`; a record's own stands in `schema_version`.

1.5: a series' editions follow each other by their time, not by the letters of their names, and those that only a date
     tells apart are editions, too; of one that was captured several times the last is compared; new titles are changes;
     PostgreSQL's search parts words at slashes and hyphens, and its indexes take texts of any length.
1.4: in PostgreSQL keys are in one order whatever the database's language, and words of plain ASCII cost less; what
     refers to a document is held to the form of ids by that alone; in SQLite a date that is a day is held to the
     calendar once.
1.3: dates are held to the calendar, spans to their order, codes of countries and telephone numbers to their form; in
     DuckDB everything is held to its document.
1.2: sections have `nth` and `text_digest`, by which editions are compared; `edition_changes` says page and title;
     PostgreSQL's search takes no notice of accents.
1.1: links, dates, facts and subsections are held to the section and block that they name; `orphans`.
"""

_APART: Final = re.compile(r"\{apart\((\w+)\)\}")
_PARTED: Final = re.compile(r"\{parted\((.*?)\)\}(?=[, )}])")
_PLAIN: Final = re.compile(r"\{plain\((.*?)\)\}(?=[,\n)])")
_JOINTS: Final = "/-<"
"""Marks for which PostgreSQL takes words together: `HIV/AIDS` for the name of a file, `-2016` in `DV-2016` for a number
below zero, `<http://state.gov>` for a tag that is no text."""
_SERVER_INDEXES: Final = {
    "hash": " USING hash",
    "captured": "",
    "edition": "",
    "tree": " USING spgist",
    "short_heading": " WHERE length(heading) <= 600",
}
_PLAIN_INDEXES: Final = {
    **dict.fromkeys(_SERVER_INDEXES, ""),
    "captured": ", source_captured_at",
    "edition": ", series_edition",
}
_MARKS: Final = "‘’“”–—…"
"""Marks that PostgreSQL takes for letters where the database's locale is C."""
_WITHOUT_ACCENTS: Final = r"normalize(regexp_replace(normalize({}, NFD), '[\u0300-\u036F]', '', 'g'), NFC)"
ENGINES: Final[tuple[Engine, ...]] = ("sqlite", "duckdb", "postgresql")
WORDINGS: Final[dict[Engine, Wording]] = {"sqlite": Sqlite(), "duckdb": Duckdb(), "postgresql": Postgresql()}


def script(engine: Engine) -> str:
    """Give everything that a new database needs, to run as it stands."""
    parts = [
        f"-- The tables of statedocs {TABLES_VERSION}, made from the models by `statedocs schema`: do not edit.\n",
        *table_statements(engine),
        *finish_statements(engine),
    ]
    return "\n".join(parts)


def table_statements(engine: Engine) -> list[str]:
    """Give the tables, each with its comments, and their indexes."""
    wording = WORDINGS[engine]
    made = [wording.table(table) for table in TABLES.values()]
    if engine != "sqlite":
        made += [_comments(name) for name in TABLES]
    return [*made, _indexes(engine)]


def finish_statements(engine: Engine) -> list[str]:
    """Give what stands on the tables: search, views, and the rows that say what the database is."""
    return [_search(engine), *(view_statement(engine, view) for view in views(engine)), _rows()]


def _search(engine: Engine) -> str:
    """Give the full-text search; in PostgreSQL accents and marks would be part of the words."""
    text = _APART.sub(lambda met: _blank(met[1], _JOINTS), data_text(f"search.{engine}.sql"))
    text = _PARTED.sub(lambda met: _blank(met[1], _JOINTS + _MARKS), text)
    return _PLAIN.sub(lambda met: _WITHOUT_ACCENTS.format(met[1]), text)


def _blank(text: str, marks: str) -> str:
    """Say that a text has blanks in the place of marks: one after the other, which is ten times as quick as at once."""
    for mark in marks:
        text = f"replace({text}, '{mark}', ' ')"
    return text


def drop_statements(engine: Engine) -> list[str]:
    """Give what takes away all that stands on the tables."""
    search = {
        "sqlite": [
            "DROP TABLE IF EXISTS search",
            "DROP VIEW IF EXISTS search_texts",
            "DROP TABLE IF EXISTS search_places",
        ],
        "duckdb": [
            "DROP MACRO TABLE IF EXISTS search",
            "DROP MACRO IF EXISTS stems_of",
            "DROP SCHEMA IF EXISTS fts_main_search_places CASCADE",
            "DROP TABLE IF EXISTS search_places",
            "DROP MACRO TABLE IF EXISTS search_by_scan",
            "DROP MACRO IF EXISTS phrases_of",
            "DROP MACRO IF EXISTS words_of",
            "DROP VIEW IF EXISTS search_texts",
        ],
        "postgresql": ["DROP FUNCTION IF EXISTS section_text(text, bigint)", "DROP FUNCTION IF EXISTS search(text)"],
    }
    return [*(f"DROP VIEW IF EXISTS {view.name}" for view in reversed(views(engine))), *search[engine]]


def view_statement(engine: Engine, view: View) -> str:
    """Give the statement that makes a view, and says what it shows."""
    if engine == "sqlite":
        return f"CREATE VIEW {view.name} AS -- {view.about}\n{view.query};\n"
    return f"CREATE VIEW {view.name} AS\n{view.query};\nCOMMENT ON VIEW {view.name} IS {literal(view.about)};\n"


def _indexes(engine: Engine) -> str:
    """Give the indexes; DuckDB scans columns and would only pay for those beside the keys.

    PostgreSQL refuses a row of which a tree of keys would have to hold more than 2,700 bytes. A page may say anything,
    so what may be long is hashed there, what is asked for by its beginning stands in a tree of letters; headings are
    found up to a length that the question's view has, too. As a block goes, it looks for what goes with it, without an
    index among all that the document had in this transaction.
    """
    if engine == "duckdb":
        return ""
    if engine == "sqlite":
        return data_text("indexes.sql").format_map(_PLAIN_INDEXES)
    return data_text("indexes.sql").format_map(_SERVER_INDEXES) + data_text("indexes.postgresql.sql")


def _comments(name: str) -> str:
    table = TABLES[name]
    said = [f"COMMENT ON TABLE {name} IS {literal(table.about)};\n"]
    said += [
        f"COMMENT ON COLUMN {name}.{name_of(column.name)} IS {literal(column.about)};\n" for column in table.columns
    ]
    return "".join(said)


def _rows() -> str:
    codes = ",\n    ".join(f"({', '.join(map(literal, row))})" for row in CODES)
    return (
        f"INSERT INTO finding_codes (code, level, meaning) VALUES\n    {codes};\n"
        f"INSERT INTO about (name, value) VALUES ('tables_version', {literal(TABLES_VERSION)});\n"
    )
