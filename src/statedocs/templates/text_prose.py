"""Running text among the lines of a page: what chrome is not."""

import re
from typing import Final

_SENTENCE: Final = re.compile(r"[a-z]{2}\. [A-Z]")
_LONGEST_CRUMBS: Final = 400
_SENTENCE_END: Final = re.compile(r"[.?!:;][”\"’')\]]{0,3}$")

_TURN: Final = re.compile(r"(?:MR|MS|MRS|DR|SECRETARY|AMBASSADOR|QUESTION)\b[A-Z .'\u2019-]{0,40}: \S")
_STATED: Final = re.compile(r"[\"\u201c]?[A-Z][^|\u00bb]*[^|\u00bb.][.?!][\u201d\"]?$")
_LEAST_STATED: Final = 3


def is_said(line: str) -> bool:
    """Whether a line, however short, is said by somebody: a sentence, or a turn of speech.

    What menus and footers say in sentences is known word for word; other entries of theirs are no sentences.

    >>> is_said("Modern Tunisians are Arab."), is_said("MS. NULAND: On Mali?"), is_said("Back to Top")
    (True, True, False)
    """
    if _TURN.match(line):
        return True
    words = line.split()
    lower = sum(word[:1].islower() for word in words[1:])
    return len(words) >= _LEAST_STATED and lower * 3 >= len(words) - 1 and _STATED.match(line) is not None


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
