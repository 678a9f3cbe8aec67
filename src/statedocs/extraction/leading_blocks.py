"""The blocks in which the lines of a masthead stand, cut off those that are left."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from statedocs.extraction.candidate import Candidate
from statedocs.extraction.line_roles import read_line
from statedocs.extraction.page import Raw
from statedocs.extraction.raw_lines import cut_lines
from statedocs.vocabulary import find_bureau, split_issuers

_REACH: Final = 6
"""Blocks of a text among which its title stands."""
_OFFICE: Final = re.compile(r"\b(?:Bureau|Office) (?:of|for) ", re.I)
_OPEN: Final = re.compile(r"\b(?:for|of|to|the)$")
_LONG: Final = 50
"""As long as a line is that a break at the right edge ended."""
_PARTED: Final = re.compile(r"(?:^|\b[Bb]y (?:the )?)(?P<name>(?:Bureau|Office) (?:of|for) [^,;]+)$")
"""A line that ends within a bureau's name, which goes on below."""


def join_issuer(blocks: list[Raw]) -> list[Raw]:
    """The blocks, a bureau's name whole where a break parts it: `Bureau of Near` / `Eastern Affairs, May 1998`."""
    return [_with_name_joined(raw) if "\n" in raw.text else raw for raw in blocks[:_REACH]] + blocks[_REACH:]


def _with_name_joined(raw: Raw) -> Raw:
    lines = raw.text.split("\n")
    for at, (above, below) in enumerate(pairwise(lines)):
        match, (end, comma, _) = _PARTED.search(above.rstrip()), below.partition(",")
        if match and comma and not find_bureau(match["name"]) and find_bureau(f"{match['name']} {end.strip()}"):
            text = "\n".join(lines[: at + 1]) + " " + "\n".join(lines[at + 1 :])
            gone = slice(at + 1, at + 2)
            stated, looks, indents = list(raw.lines), list(raw.looks), list(raw.indents)
            del stated[gone], looks[gone], indents[gone]
            return replace(raw, text=text, lines=stated, looks=looks, indents=indents)
    return raw


def join_title(blocks: list[Raw], page_title: str | None) -> list[Raw]:
    """The blocks, the page's known title one line where a break parts it: `Publication of Wells,` / `1977-1980`.

    A long one may say more before it: `A Guide to the Sample History of Wells, Dams, and` / `Bridges: Peru`.
    """
    named = (page_title or "").casefold()
    for at, (above, below) in enumerate(pairwise(blocks[:_REACH])):
        both = f"{above.text} {below.text}"
        if above.kind != below.kind or below.anchors or not (both.casefold() == named or _ends(above, below, named)):
            continue
        joined = replace(above, text=both, hints={**below.hints, **above.hints})
        return [*blocks[:at], joined, *blocks[at + 2 :]]
    return blocks


def join_offices(blocks: list[Raw]) -> list[Raw]:
    """The blocks, an office one line where a break parts it: `Bureau of African` / `Affairs, May 2, 1998`.

    So is who holds one: `Robin Example, Assistant Secretary of State for` / `Sample Affairs`.
    """
    for at, (above, below) in enumerate(pairwise(blocks[:_REACH])):
        if above.kind != "paragraph" or below.kind != "paragraph" or below.anchors or "before" in below.hints:
            continue
        both = f"{above.text} {below.text}"
        if "\n" in both or not (_holds_open_office(above.text) or _names_office_in_two(above.text, both)):
            continue
        return [*blocks[:at], replace(above, text=both), *join_offices(blocks[at + 2 :])]
    return blocks


def _holds_open_office(text: str) -> bool:
    return _OPEN.search(text) is not None and read_line(text).role == "speaker"


def _names_office_in_two(text: str, both: str) -> bool:
    """Whether two lines name an office that the first alone does not."""
    return _OFFICE.search(text) is not None and not _names_office(text) and _names_office(both)


def _names_office(text: str) -> bool:
    return any(map(find_bureau, split_issuers(read_line(text).rest)))


def _ends(above: Raw, below: Raw, named: str) -> bool:
    """Whether a line ends the long title above with what the page is named: no blank line stands between."""
    tight = "before" not in below.hints and len(above.text) >= _LONG and "\n" not in above.text + below.text
    said = above.text.casefold().endswith(named)
    return tight and bool(named) and not said and below.text.casefold().endswith(f": {named}")


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
