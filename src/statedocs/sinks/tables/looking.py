"""What Datasette needs to show a SQLite file well: titles, descriptions, facets, search, questions."""

import json
from pathlib import Path
from typing import Any, Final

from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.questions import questions
from statedocs.sinks.tables.views import views

_FACETS: Final = {
    "documents": ["document_type_slug", "template_name", "language", "series_name"],
    "countries": ["code", "evidence"],
    "issuers": ["name", "evidence"],
    "subjects": ["scheme", "term"],
    "dates": ["role", "precision", "evidence"],
    "masthead": ["role"],
    "sections": ["level"],
    "blocks": ["kind"],
    "links": ["kind", "host"],
    "facts": ["topic", "label"],
    "contacts": ["kind", "country"],
    "contact_phones": ["kind"],
    "removed": ["rule"],
    "findings": ["level", "code"],
    "failures": ["stage", "error"],
    "manifest": ["outcome", "template"],
    "country_documents": ["country", "year", "document_type"],
    "fact_sheets": ["country", "year"],
    "country_facts": ["label", "country", "year"],
    "contact_list": ["country_code", "kind"],
    "host_links": ["host", "kind"],
    "undated_documents": ["code", "template"],
    "edition_changes": ["kind", "change"],
}
_HIDDEN: Final = ("captures", "search_places")
_SEARCH: Final = {"fts_table": "search", "fts_pk": "id", "facets": ["part"]}


def metadata_path(database: Path) -> Path:
    """Give the place of the metadata of a SQLite file: beside it.

    >>> metadata_path(Path("pages.sqlite")).name
    'pages.metadata.json'
    """
    return database.with_suffix(".metadata.json")


def metadata(database: Path) -> bytes:
    """Give Datasette's metadata for a SQLite file."""
    tables: dict[str, dict[str, Any]] = {name: _table(name) for name in TABLES}
    tables |= {view.name: _said(view.name, view.about) for view in views("sqlite")}
    tables["search_texts"] = {"description": "Titles, headings and texts, to be searched", **_SEARCH}
    tables |= {name: {"hidden": True} for name in _HIDDEN}
    tables["documents"]["label_column"] = "title"
    asked = {
        question.name: {"sql": question.sql, "title": question.title, "description": question.about}
        for question in questions()
    }
    about = {
        "title": "Pages of the U.S. Department of State",
        "description": "Archived pages, as statedocs reads them: what they say, where it stands, and what was left out",
        "databases": {database.stem: {"tables": tables, "queries": asked}},
    }
    return json.dumps(about, ensure_ascii=False, indent=2).encode() + b"\n"


def _table(name: str) -> dict[str, Any]:
    table = TABLES[name]
    columns = {column.name: column.about for column in table.columns}
    return {**_said(name, table.about), "columns": columns, "size": 50}


def _said(name: str, about: str) -> dict[str, Any]:
    return {"description": about, **({"facets": _FACETS[name]} if name in _FACETS else {})}
