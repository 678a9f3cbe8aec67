"""Running text among the lines of a page: what chrome is not."""

import re
from typing import Final

_SENTENCE: Final = re.compile(r"[a-z]{2}\. [A-Z]")
_LONGEST_CRUMBS: Final = 400
_SENTENCE_END: Final = re.compile(r"[.?!:;][”\"’')\]]{0,3}$")


def is_prose(line: str) -> bool:
    """Whether a line is running text: long, most of its words in lower case, and ended or very long."""
    if len(line) < 60:
        return False
    words = line.split()
    lower = sum(word[0].islower() for word in words)
    if len(words) < 9 or lower * 2 < len(words):
        return False
    return len(line) >= 250 or _SENTENCE_END.search(line[-6:]) is not None


def holds_page(line: str) -> bool:
    """Whether a line that begins like a breadcrumb holds the whole page: a capture that lost its line ends."""
    return len(line) > _LONGEST_CRUMBS and _SENTENCE.search(line) is not None
