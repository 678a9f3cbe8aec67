"""Headings that a text sets left of the margin of all else it says."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.heading_words import may_head
from statedocs.extraction.page import Raw

_OUTDENTED: Final = 3
"""As many headings left of the margin are a habit of who made the text."""


def is_placed(raw: Raw) -> bool:
    """Whether a terminal set a line where only headings stand: at the column of its rank."""
    return raw.kind == "paragraph" and raw.hints.get("outdented", "1") > "1"


def outdents(pieces: Sequence[Raw]) -> bool:
    """Whether a text's headings stand left of its margin: then a short line within it is none."""
    if any(map(is_placed, pieces)):
        return True
    left = [raw for raw in pieces if raw.kind == "paragraph" and "outdented" in raw.hints and may_head(raw.text)]
    return len(left) >= _OUTDENTED
