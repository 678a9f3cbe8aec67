"""The language of a page that does not declare it: by script, else by the commonest words. Null when in doubt."""

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from statedocs.extraction.word_lists import read_words

_WORDS: Final = re.compile(r"[^\W\d_]+")
SAMPLE: Final = 6000
"""How many characters of a page tell its language."""
_FEWEST_WORDS: Final = 20
_LEAST_SHARE: Final = 0.12
_LEAST_LEAD: Final = 1.3
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_DOTTED: Final = "\u0130"
"""The one letter that two characters stand for when it is small."""
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_JAPANESE: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA"})
_SCRIPTS: Final[dict[str, str]] = read_words("languages")["scripts"]


def declared_language(tag: str | None) -> str | None:
    """A declared tag in the form of BCP 47; null for what is none.

    >>> declared_language("en_US"), declared_language("english please")
    ('en-US', None)
    """
    if tag is None or not _TAG.match(tag.strip()):
        return None
    parts = tag.strip().replace("_", "-").split("-")
    return "-".join([parts[0].lower(), *(_subtag(part) for part in parts[1:])])


def _subtag(part: str) -> str:
    """A region in capitals, a script with one: `zh-Hans-CN`."""
    return part.upper() if len(part) == 2 else part.title() if len(part) == 4 and part.isalpha() else part.lower()


def detect_language(text: str) -> str | None:
    """The language of running text, where its script or its commonest words leave no doubt.

    >>> detect_language("The two countries cooperate on trade and on the rule of law. " * 4)
    'en'
    """
    sample = text[:SAMPLE]
    words = _words_of(sample)
    if len(words) < _FEWEST_WORDS and sample.isascii():
        return None
    script = _script(sample)
    if script is not None:
        return script
    counts = Counter(words)
    found = {language: sum(counts.get(word, 0) for word in common) for language, common in _common().items()}
    best, second = sorted(found, key=lambda language: -found[language])[:2]
    doubtful = found[best] < _LEAST_SHARE * len(words) or found[best] < _LEAST_LEAD * found[second]
    return None if doubtful or not words else best


def _words_of(sample: str) -> list[str]:
    """Words in small letters, made so all at once where no letter falls apart by it."""
    return [word.lower() for word in _WORDS.findall(sample)] if _DOTTED in sample else _WORDS.findall(sample.lower())


def _script(sample: str) -> str | None:
    letters = [character for character in _BEYOND_ASCII.findall(sample) if character.isalpha()]
    if not letters or len(letters) < 0.3 * sum(character.isalpha() for character in sample):
        return None
    names = Counter(unicodedata.name(character, "").split(" ")[0] for character in letters)
    leading = names.most_common(1)[0][0]
    if leading in _JAPANESE and (names["HIRAGANA"] or names["KATAKANA"]):
        return "ja"
    if leading == "ARABIC":
        return "fa" if any(character in sample for character in "\u067e\u0686\u06af\u06cc") else "ar"
    if leading == "CYRILLIC":
        return "uk" if any(character in sample for character in "\u0456\u0457\u0454") else "ru"
    return _SCRIPTS.get(leading)


@cache
def _common() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in read_words("languages")["common_words"].items()}
