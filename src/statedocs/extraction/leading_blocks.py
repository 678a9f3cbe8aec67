"""The blocks in which the lines of a masthead stand, cut off those that are left."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.page import Raw
from statedocs.extraction.raw_lines import cut_lines

_REACH: Final = 6
"""Blocks of a text among which its title stands."""


def join_title(blocks: list[Raw], page_title: str | None) -> list[Raw]:
    """The blocks, the page's known title one line where a break parts it: `Publication of Wells,` / `1977-1980`."""
    named = (page_title or "").casefold()
    for at, (above, below) in enumerate(pairwise(blocks[:_REACH])):
        if f"{above.text} {below.text}".casefold() == named and above.kind == below.kind and not below.anchors:
            joined = replace(above, text=f"{above.text} {below.text}", hints={**below.hints, **above.hints})
            return [*blocks[:at], joined, *blocks[at + 2 :]]
    return blocks


def split_blocks(blocks: list[Raw], taken: list[Candidate]) -> tuple[list[Raw], list[Raw]]:
    """Blocks of the lines that were taken, and the blocks without them: of the last block, lines below may stay."""
    if not taken:
        return [], blocks
    last = taken[-1].block
    gone = {candidate.block for candidate in taken}
    count = sum(candidate.block == last for candidate in taken)
    heads: list[Raw] = []
    left: list[Raw] = []
    for number, raw in enumerate(blocks):
        if number not in gone:
            left.append(raw)
        elif number == last and count <= raw.text.count("\n"):
            heads.append(cut_lines(raw, 0, count))
            left.append(cut_lines(raw, count, raw.text.count("\n") + 1))
        else:
            heads.append(raw)
    return heads, left
