"""The record as tables: one model for every engine, made from the published schema."""

from statedocs.sinks.tables.flatten import failure_row, rows_of
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.rebuild import document_of, failure_of

__all__ = ["TABLES", "document_of", "failure_of", "failure_row", "rows_of"]
