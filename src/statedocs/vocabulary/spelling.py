"""Spellings that mean the same name, folded into one; words with their places in the text."""

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

_SAME_WORD = {"the": "", "for": "of", "st": "saint"}
"""`Bureau for International …`, `St. Lucia`, `Gambia, The`: words that pages exchange or leave out."""

_WORD = re.compile(r"&|[^\W_]+(?:['’‘`´.\xad][^\W_]+)*")


class _Folding(dict[int, str | None]):
    """What becomes of a character: letters and digits stay, points and quotes go, the rest parts words."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        self[code] = None if combining(char) else char if char.isalnum() else " "
        return self[code]


_FOLDING = _Folding({ord(char): None for char in "'’‘`´ʼ.\xad\u200b"} | {ord("&"): " and "})


def fold(text: str) -> str:
    """The words of a name without what pages vary: case, accents, punctuation, `the`, `&`, `for`, `St.`.

    >>> fold("Bureau for Democracy, Human Rights & Labor.") == fold("BUREAU OF DEMOCRACY HUMAN RIGHTS AND LABOR")
    True
    >>> fold("Bahamas, The") == fold("the Bahamas"), fold("Côte d’Ivoire")
    (True, 'cote divoire')
    """
    if not text.isascii():
        text = normalize("NFKD", text)
    words = text.casefold().translate(_FOLDING).split()
    folded = " ".join([word for word in [_SAME_WORD.get(word, word) for word in words] if word])
    return folded.replace("united states", "us")


def fold_slug(slug: str) -> str:
    """A name as an address or a class writes it, folded: `office-of-the-u-s-coordinator`.

    >>> fold_slug("cote-divoire") == fold("Côte d’Ivoire")
    True
    """
    return fold(slug.replace("-", " ").replace("_", " ").replace("u s ", "us "))


_fold_word = lru_cache(maxsize=4096)(fold)
"""Titles are made of the same words again and again."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: folded (empty if folding drops it), and where it stands."""

    folded: str
    start: int
    stop: int


def words_of(text: str) -> list[Word]:
    """The words of a text in order, `United States` as the one word `us`."""
    words: list[Word] = []
    for found in _WORD.finditer(text):
        folded = _fold_word(found[0])
        if folded == "states" and words and words[-1].folded == "united":
            words[-1] = Word("us", words[-1].start, found.end())
        else:
            words.append(Word(folded, found.start(), found.end()))
    return words
