"""Capitals: lines in capitals, and lines in which most words that carry meaning begin with one."""

import re
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from statedocs.extraction.sections import split_number
from statedocs.extraction.word_lists import read_words

SMALL_WORDS: Final = frozenset(read_words("headings")["small_words"].split())
MOST_WORDS: Final = 26
_CAPITALS: Final = ascii_uppercase.encode()
_SMALL: Final = ascii_lowercase.encode()
_LETTERS: Final = re.compile(r"[^\W\d_]")
_BETWEEN_WORDS: Final = re.compile(r"[\s/\u2013\u2014-]+")
_QUOTES: Final = ",;:()'\u2019\"\u201c\u201d"
_ARTICLE: Final = re.compile(r"(?:[dlDL]['\u2019]|al-|el-|ez-|es-|ad-|an-|ar-|as-|bin-)(?=[A-Z\u00c0-\u00de])")
"""What names of Ivory and Arabic are written with, small before a capital: `d'Ivoire`, `al-Aqsa`."""
_OPENING_QUOTES: Final = "(\"'\u201c\u2018"


def is_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals, and there are some."""
    if text.isascii():  # most: C counts bytes
        ascii_bytes = text.encode()
        capital = len(text) - len(ascii_bytes.translate(None, _CAPITALS))
        letters = capital + len(text) - len(ascii_bytes.translate(None, _SMALL))
    else:
        alphabetic = list(filter(str.isalpha, text))
        capital, letters = sum(map(str.isupper, alphabetic)), len(alphabetic)
    return letters >= 4 and capital >= 0.9 * letters


def is_numbered_capitals(text: str) -> bool:
    """Whether a line in capitals has a letter before it: `D. VISA AVAILABILITY`."""
    return text[1:2] == "." and split_number(text)[0] is not None and is_capitals(text)


def is_title_case(text: str) -> bool:
    """Whether most words that carry meaning begin with a capital, with no colon and not too many of them."""
    words = [word for word in _BETWEEN_WORDS.split(split_number(text)[1]) if word]
    if not words or len(words) > MOST_WORDS or text.endswith(":"):
        return False
    if not words[0].lstrip(_OPENING_QUOTES)[:1].isalnum() or words[0].lstrip(_OPENING_QUOTES)[:1].islower():
        return False
    telling = [word for word in words if word.lower().strip(_QUOTES) not in SMALL_WORDS and _LETTERS.search(word)]
    capital = [word for word in telling if _has_capital(_ARTICLE.sub("", word.lstrip(_OPENING_QUOTES))[:1])]
    return bool(telling) and len(capital) >= 0.8 * len(telling)


def _has_capital(first: str) -> bool:
    """Whether a word begins with a capital, or a figure as `25th` does."""
    return first.isupper() or first.isdigit()
