"""Plain text to a tree of paragraphs, lists, tables and headings."""

from statedocs.reading.plaintext.tree import build

__all__ = ["build"]
