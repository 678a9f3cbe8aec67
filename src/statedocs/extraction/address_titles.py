"""The title line of a text as its address tells it: `/a-guide-to-sample-wells/` names `A Guide to Sample Wells`."""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import normalize
from urllib.parse import unquote, urlsplit

from statedocs.extraction.capitals import SMALL_WORDS
from statedocs.extraction.page import Raw

_REACH: Final = 12
_FEWEST_WORDS: Final = 2
_LONGEST: Final = 250
_INDEX: Final = frozenset({"index", "default"})
_APOSTROPHES: Final = re.compile("['\u2019\u2018.]")
_WORD: Final = re.compile(r"[^\W_]+")
_COUNTED: Final = re.compile(r"-\d{1,2}$")
"""What a site puts behind an address that was taken: `/press-availability-14/`."""


def line_of_address(blocks: Sequence[Raw], url: str | None) -> str | None:
    """The first line of a text that its address writes, small words aside; null where none is."""
    named = _words_of_address(url) if url else []
    if len(named) < _FEWEST_WORDS:
        return None
    for raw in blocks[:_REACH]:
        if raw.kind not in ("paragraph", "heading") or "\n" in raw.text or len(raw.text) > _LONGEST:
            continue
        if _telling(raw.text) == named:
            return raw.text
    return None


def _words_of_address(url: str) -> list[str]:
    parts = [part for part in urlsplit(url).path.split("/") if part]
    stems = [unquote(part).rsplit(".", 1)[0] if "." in part else unquote(part) for part in parts]
    while stems and stems[-1].lower() in _INDEX:
        stems.pop()
    return _telling(_COUNTED.sub("", stems[-1]).replace("-", " ").replace("_", " ")) if stems else []


def _telling(text: str) -> list[str]:
    """The words that tell, as addresses write them: without accents, apostrophes and points."""
    plain = "".join(
        letter for letter in normalize("NFKD", _APOSTROPHES.sub("", text)) if not "\u0300" <= letter < "\u0370"
    )
    return [word for word in _WORD.findall(plain.casefold()) if word not in SMALL_WORDS]
