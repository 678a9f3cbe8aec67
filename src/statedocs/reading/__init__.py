"""Bytes to text to tree: decoding, what archives put on, HTML, plain text."""

from statedocs.reading.reader import Reading, read_page

__all__ = ["Reading", "read_page"]
