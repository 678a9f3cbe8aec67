"""Underlined labels of what stands below them, among labels that run on: they head nothing."""

from collections.abc import Sequence
from typing import Final

from statedocs.extraction.page import Raw

_REACH: Final = 20
"""How many paragraphs away another label is looked for: each may have several lines of its own."""
_FEWEST_WORDS: Final = 2


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
