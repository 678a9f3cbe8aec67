"""The page's own title where the masthead has none: the title element without the site's name, else inferred."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote, urlsplit

from statedocs.extraction.head import Head
from statedocs.extraction.line_roles import SECTION_WORDS
from statedocs.extraction.page import Part
from statedocs.extraction.word_lists import any_of, read_words

_WORDS: Final = read_words("titles")
_SITE: Final = any_of(_WORDS["sites"])
_SUFFIX: Final = re.compile(rf"\s*(?:[|\u2013\u2014\u00bb:]|\s-|-\s)\s*{_SITE}\s*$", re.I)
_PREFIX: Final = re.compile(rf"^{_SITE}\s*[-|\u2013\u2014\u00bb:]\s*", re.I)
_ONLY: Final = re.compile(rf"^{any_of([_SITE, *_WORDS['empty']])}$", re.I)
_SLUG_DATE: Final = re.compile(r"[-_ ]?\d{4,}$")


def title_of_head(head: Head) -> str | None:
    """The title element, else `DC_title` or `og:title`, without the site's name.

    >>> title_of_head(Head(title="Peru - United States Department of State"))
    'Peru'
    """
    for written in (head.title, head.metas.get("dc_title"), head.metas.get("og:title")):
        if written and (title := without_site(written)):
            return title
    return None


def without_site(written: str) -> str | None:
    """A title without the site's name; null if nothing is left."""
    title = written.strip()
    while (shorter := _SUFFIX.sub("", title)) != title:
        title = shorter
    title = _PREFIX.sub("", title).strip()
    return None if not title or _ONLY.match(title) else title


def inferred_title(sections: Sequence[Part], url: str | None) -> str | None:
    """The first heading, else the last telling part of the address."""
    for section in sections[1:3]:
        heading = section["heading"]
        if heading and heading.casefold() not in SECTION_WORDS:
            return str(heading)
    return _from_address(url) if url else None


def _from_address(url: str) -> str | None:
    parts = [part for part in urlsplit(url).path.split("/") if part]
    if not parts:
        return None
    stem = unquote(parts[-1]).rsplit(".", 1)[0]
    if stem.lower() in ("index", "default") and len(parts) > 1:
        stem = unquote(parts[-2])
    words = _SLUG_DATE.sub("", stem.replace("-", " ").replace("_", " ")).strip()
    return words if sum(character.isalpha() for character in words) >= 4 and " " in words else None
