"""Reads what stands beside the code: word lists and patterns, `data/*.toml`."""

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_words(name: str) -> dict[str, Any]:
    """The lists of `data/<name>.toml`, each file read once.

    Raises:
        FileNotFoundError: The package was built without its data.
    """
    return tomllib.loads(files("statedocs.extraction").joinpath(f"data/{name}.toml").read_text("utf-8"))


def any_of(patterns: Iterable[str]) -> str:
    """The regular expression that matches what one of several matches, the first that does counting.

    >>> any_of(["Notes?", "Reports?"])
    '(?:Notes?|Reports?)'
    """
    return f"(?:{'|'.join(patterns)})"
