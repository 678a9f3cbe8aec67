"""Underlined labels of what stands below them, among labels that run on: they head nothing."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from statedocs.extraction.page import Raw
from statedocs.extraction.raw_lines import cut_lines

_REACH: Final = 20
"""How many paragraphs away another label is looked for: each may have several lines of its own."""
_FEWEST_WORDS: Final = 2
_ENTRY: Final = re.compile(r"[^:]{1,40}:\s*\S")
"""A line of a list of names with what is said of each."""


def is_run_in_label(pieces: Sequence[Raw], number: int) -> bool:
    """Whether an underlined line only labels the lines below it, as another near it runs on behind the colon.

    `<u>Employment First</u>: Current` and then `<u>Employment Second</u>:` over `China: Up to four weeks` (visa
    bulletins of 2015 to 2020). Labels of one kind begin with the same word, and none is shorter than one that runs on
    (`Employment Third – Other Workers:`).
    """
    raw = pieces[number]
    words = raw.text.removesuffix(":").split(" ")
    if not raw.text.endswith(":") or len(words) < _FEWEST_WORDS or any("strong" in looks for looks in raw.looks):
        return False
    near = pieces[max(0, number - _REACH) : number + _REACH + 1]
    return any(other is not raw and _runs_on(other, words) for other in near)


def labels_lines(blocks: Sequence[Raw], number: int) -> bool:
    """Whether a paragraph's first line, underlined, only labels its other lines, as it does in those near it.

    `<b><u>Employment Second</u>:</b><br>Worldwide: Current` near `<b><u>Employment First</u>:</b> Current`, or
    entries alone: `<u>Worldwide dates</u>:<br>F1: Up to one month<br>F3: Up to two weeks`.
    """
    raw = blocks[number]
    lines = raw.text.split("\n")
    looks = raw.looks[0] if len(raw.looks) == len(lines) else frozenset()
    if raw.kind != "paragraph" or len(lines) < 2 or "underline" not in looks or not lines[0].endswith(":"):
        return False
    if "strong" not in looks and len(lines) > 2 and all(_ENTRY.match(line) for line in lines[1:]):
        return True
    label = replace(cut_lines(raw, 0, 1), looks=[looks - {"strong"}])
    return is_run_in_label([*blocks[:number], label, *blocks[number + 1 :]], number)


def _runs_on(other: Raw, words: Sequence[str]) -> bool:
    """Whether a paragraph begins with a like label, of no more words, and goes on behind its colon."""
    label, colon, said = other.text.partition(":")
    like = label.split(" ")
    return (
        other.kind == "paragraph"
        and bool(colon and said.strip())
        and like[0] == words[0]
        and _FEWEST_WORDS <= len(like) <= len(words)
    )
