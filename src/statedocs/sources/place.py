"""Bytes again from where they were read before, perhaps by another machine."""

from importlib import import_module

from statedocs.sources.files import open_file
from statedocs.sources.lists import is_remote
from statedocs.sources.page import read_whole


def bytes_at(place: str) -> bytes:
    """Give the bytes at a snapshot's `place`, whatever they are now.

    Raises:
        StatedocsError: They cannot be read here.
    """
    with import_module("statedocs.sources.remote").open_at(place) if is_remote(place) else open_file(place) as file:
        return read_whole(file)
