"""The language of a page that does not declare it: by script, else by the commonest words. Null when in doubt."""

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Final

_WORDS: Final = re.compile(r"[^\W\d_]+")
SAMPLE: Final = 6000
"""How many characters of a page tell its language."""
_FEWEST_WORDS: Final = 20
_LEAST_SHARE: Final = 0.12
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$")
_JAPANESE: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA"})


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
    words = [word.lower() for word in _WORDS.findall(sample)]
    if len(words) < _FEWEST_WORDS and sample.isascii():
        return None
    script = _script(sample)
    if script is not None:
        return script
    counts = Counter(words)
    total = sum(counts.values())
    shares = (
        {language: sum(counts[word] for word in common) / total for language, common in _common().items()}
        if total
        else {}
    )
    best = sorted(shares, key=lambda language: -shares[language])[:2]
    if not best or shares[best[0]] < _LEAST_SHARE or (len(best) > 1 and shares[best[0]] < 1.3 * shares[best[1]]):
        return None
    return best[0]


def _script(sample: str) -> str | None:
    letters = [character for character in sample if not character.isascii() and character.isalpha()]
    if len(letters) < 0.3 * sum(character.isalpha() for character in sample) or not letters:
        return None
    names = Counter(unicodedata.name(character, "").split(" ")[0] for character in letters)
    leading = names.most_common(1)[0][0]
    if leading in _JAPANESE and (names["HIRAGANA"] or names["KATAKANA"]):
        return "ja"
    if leading == "ARABIC":
        return "fa" if any(character in sample for character in "\u067e\u0686\u06af\u06cc") else "ar"
    if leading == "CYRILLIC":
        return "uk" if any(character in sample for character in "\u0456\u0457\u0454") else "ru"
    return _scripts().get(leading)


@cache
def _data() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("statedocs.extraction").joinpath("data/languages.toml").read_text("utf-8"))


@cache
def _common() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _data()["common_words"].items()}


def _scripts() -> dict[str, str]:
    return _data()["scripts"]
