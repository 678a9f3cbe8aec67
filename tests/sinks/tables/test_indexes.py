"""The questions are answered through the indexes that are there for them."""

import contextlib
import sqlite3
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from statedocs.record import Document, Failure
from statedocs.sinks import write
from statedocs.sinks.tables.questions import questions
from statedocs.snapshot import Skipped

Results = list[Document | Failure | Skipped]
INDEXES = {
    "fact_sheets_on_a_country": "countries_by_code",
    "pages_on_a_country": "countries_by_code",
    "one_section_everywhere": "sections_by_heading",
    "links_to_a_host": "links_by_host",
    "hosts": "links_by_host",
    "pages_without_a_date": "documents_by_date",
    "findings_by_template": "documents_by_template",
    "what_changed": "documents_by_page",
    "contacts": "contacts_by_country",
    "facts": "facts_by_label",
}


def test_sqlite_uses_them(tmp_path: Path, samples: Results) -> None:
    write(samples, tmp_path / "pages.sqlite")
    with contextlib.closing(sqlite3.connect(tmp_path / "pages.sqlite")) as db:
        for question in questions():
            plan = db.execute("EXPLAIN QUERY PLAN " + question.sql_for("sqlite"), dict(question.example)).fetchall()
            used = "\n".join(str(row[3]) for row in plan)
            assert INDEXES.get(question.name, "VIRTUAL TABLE INDEX") in used, used


def test_postgresql_can_use_them(postgresql: str, samples: Results) -> None:
    write(samples, postgresql)
    with psycopg.connect(postgresql) as db:
        db.execute("SET enable_seqscan = off")  # for of tables as small as these a scan is the cheaper way
        for question in questions():
            if question.name == "what_changed":  # it reads all pages: addresses of any length are hashed, in no order
                continue
            statement = sql.SQL("EXPLAIN " + question.sql_for("postgresql"))
            plan = db.execute(statement, dict(question.example) or None).fetchall()
            used = "\n".join(str(row[0]) for row in plan)
            assert INDEXES.get(question.name, "blocks_by_words") in used, used


@pytest.mark.parametrize("table", ["links", "date_mentions", "facts"])
def test_postgresql_finds_what_goes_with_a_block(postgresql: str, samples: Results, table: str) -> None:
    """Else a page of 20,000 blocks and 5,000 dates would be read 20,000 times over where it comes again."""
    write(samples, postgresql)
    with psycopg.connect(postgresql) as db:
        db.execute("SET enable_seqscan = off")
        statement = f"EXPLAIN DELETE FROM {table} WHERE document_id = 'a' AND section = 1 AND block = 2"
        plan = db.execute(sql.SQL(statement)).fetchall()
        assert f"{table}_by_block" in str(plan)


@pytest.mark.parametrize("name", sorted({*INDEXES.values()}))
def test_each_is_one_of_the_tables(root: Path, name: str) -> None:
    for engine in ("sqlite", "postgresql"):
        made = (root / "schemas" / f"tables.{engine}.sql").read_text("utf-8")
        assert f"CREATE INDEX {name} ON" in made
