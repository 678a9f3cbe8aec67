"""Pages that are no documents: error pages, challenges, shells and redirects that were served as pages.

What they read like is declared in `data/impostors.toml`. A page is refused only when it is short *and* gives itself
out as such a thing in its title, its first heading or its opening line; a page about errors does neither.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from lxml import etree

from statedocs.errors import NotADocument
from statedocs.templates.opening import Bounds, Opening, read_opening
from statedocs.templates.recognise import Match

Element = etree._Element
_PARTS: Final = re.compile(r"\s+[-–—·>]\s+|:\s+|\s*[|»]\s*")
_AROUND: Final = " \t.:!…"
_QUOTED: Final = 80
_LONGEST_NAME: Final = 250
_CHROME_ONLY: Final = "expected a document, found nothing but chrome"
_SHOWN: Final = ("img", "iframe", "object", "embed", "video", "audio", "svg", "canvas")
_SCRAP: Final = 8
_FRAME: Final = 500
"""Characters of a button that may be left, and of the frame that it is left of."""
_PROSE: Final = 250
"""Paragraphs of a site's frame are shorter."""
_REGULAR: Final = {"re": "http://exslt.org/regular-expressions"}
_CHARS: Final = 2_500
"""No impostor whose length counts has more characters outside links."""
_ELEMENTS_OF_CONTENT: Final = 150
_ELEMENTS_OF_TEXT: Final = 200
_ELEMENTS_OF_PAGE: Final = 1_000
_ELEMENTS_NAMED: Final = 20_000
"""How many elements are looked at: where a design tells the content, in a text, elsewhere, under a telling title."""


@dataclass(frozen=True, slots=True)
class _Impostor:
    """One kind, as its data say; `limit` and `alone` are counts of characters."""

    seen: str
    names: re.Pattern[str] | None
    words: re.Pattern[str] | None
    sign: etree.XPath | None
    limit: int | None
    alone: int


@dataclass(frozen=True, slots=True)
class _Known:
    """All kinds; `any_name` matches what a name of one of them matches."""

    neutral: re.Pattern[str]
    any_name: re.Pattern[str]
    ids: frozenset[str]
    impostors: tuple[_Impostor, ...]


class _Name:
    """What a page calls itself: as written, folded, and in its parts but for the names of sites."""

    __slots__ = ("folded", "parts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = _fold(text)
        neutral = _load().neutral
        self.parts: tuple[str, ...] = ()
        if len(text) <= _LONGEST_NAME and not neutral.fullmatch(self.folded):
            parts = (part.strip(_AROUND) for part in _PARTS.split(self.folded))
            self.parts = tuple(part for part in parts if part and not neutral.fullmatch(part))

    @property
    def is_neutral(self) -> bool:
        return not self.parts and len(self.text) <= _LONGEST_NAME

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Whether all of it, site names aside, matches."""
        if not self.parts:
            return False
        return pattern.fullmatch(self.folded) is not None or all(map(pattern.fullmatch, self.parts))


def refuse_impostor(root: Element, match: Match, chrome: Collection[Element] = ()) -> None:
    """Refuses a page that is no document.

    Reads the title and the opening of the page only, so that a long page costs no more than a short one.

    Args:
        root: The page.
        match: Which design claims it, and where its content is.
        chrome: Elements of a text that are known to be chrome.

    Raises:
        NotADocument: It is an error page, a challenge, a shell, a redirect …; the message says which.
    """
    known = _load()
    title = _Name(_title(root))
    telling = title.matches(known.any_name)
    content, elements = _content(root, match)
    opening = read_opening(content, Bounds(_CHARS, _ELEMENTS_NAMED if telling else elements, known.ids, chrome))
    names = [title, *_spoken(opening)] if telling or title.is_neutral else [title]
    named = telling or any(name.matches(known.any_name) for name in names[1:])
    for impostor in known.impostors if named or opening.whole else ():
        found = _recognise(impostor, root, opening, names)
        if found is not None:
            text = " ".join((found.text or title.text).split())[:_QUOTED]
            raise NotADocument(f"expected a document, found {impostor.seen}" + (f': "{text}"' if text else ""))
    if _is_hollow(root, content, opening):
        raise NotADocument(_CHROME_ONLY)


def refuse_remainder(parts: Mapping[str, Any]) -> None:
    """Refuses a page of which extraction left no text: no masthead line, no heading, no block that says anything.

    A word that is left of a long frame says nothing: the page was cut off in its menus.

    Args:
        parts: The record's `sections`, `masthead` and `removed`.

    Raises:
        NotADocument: Nothing is left.
    """
    if parts["masthead"] or (any(map(_says_something, parts["sections"])) and not _is_scrap(parts)):
        return
    raise NotADocument(_CHROME_ONLY if parts["removed"] else "expected a document, found no text")


def _says_something(section: Mapping[str, Any]) -> bool:
    return bool(section["heading"]) or any(block["text"] or block.get("alt") for block in section["blocks"])


def _is_scrap(parts: Mapping[str, Any]) -> bool:
    if any(section["heading"] for section in parts["sections"]):
        return False
    blocks = [block for section in parts["sections"] for block in section["blocks"]]
    left = sum(len(block["text"]) + len(block.get("alt") or "") for block in blocks)
    return left <= _SCRAP and sum(gone["chars"] for gone in parts["removed"]) > _FRAME


def _content(root: Element, match: Match) -> tuple[Element, int]:
    """Where a page says what it is, and how many elements of that are looked at.

    Where no design tells, the densest part of a page may well be its frame: then `main` counts, else the page.
    """
    if len(match.claims) == 1:
        return (root, _ELEMENTS_OF_TEXT) if match.content is None else (match.content, _ELEMENTS_OF_CONTENT)
    main = next(root.iter("main"), None)
    return root if main is None else main, _ELEMENTS_OF_PAGE


def _is_hollow(root: Element, content: Element, opening: Opening) -> bool:
    """Whether a page of unknown design has an element for its content with nothing to be seen in it, nor elsewhere."""
    if content.tag != "main" or opening.lines or next(content.iter(*_SHOWN), None) is not None:
        return False
    said = (_text(heading) for heading in root.iter("h1"))
    prose = (_text(paragraph) for paragraph in root.iter("p"))
    return not any(said) and all(len(text) < _PROSE for text in prose)


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _title(root: Element) -> str:
    for head in root.iterchildren("head"):
        for element in head.iterchildren("title"):
            return _text(element)
    return ""


def _spoken(opening: Opening) -> Iterator[_Name]:
    """The opening line and the first heading, sites' names and menus aside."""
    found = None
    for line in opening.lines:
        if not line.own or (found is not None and not line.is_h1):
            continue
        name = _Name(line.text)
        if not name.is_neutral:
            yield name
            found = name
            if line.is_h1:
                return


def _recognise(impostor: _Impostor, root: Element, opening: Opening, names: Sequence[_Name]) -> _Name | None:
    """The name for which a page is refused (an empty one where the sign suffices), or None."""
    if impostor.limit is not None and not (opening.whole and opening.own <= impostor.limit):
        return None
    if impostor.names is None:
        return _Name("") if impostor.sign is not None and impostor.sign(root) else None
    name = next((name for name in names if name.matches(impostor.names)), None)
    if name is None or not (_is_alone(impostor, opening) or _says(impostor, opening, name)):
        return None
    return name if impostor.sign is None or impostor.sign(root) else None


def _is_alone(impostor: _Impostor, opening: Opening) -> bool:
    return opening.whole and opening.own <= impostor.alone


def _says(impostor: _Impostor, opening: Opening, name: _Name) -> bool:
    if impostor.words is None:
        return False
    lines = (_fold(line.text) for line in opening.lines)
    return any(line != name.folded and impostor.words.search(line) for line in lines)


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'").strip(_AROUND)


@cache
def _load() -> _Known:
    text = resources.files("statedocs.templates").joinpath("data/impostors.toml").read_text("utf-8")
    data = tomllib.loads(text)
    names = [name for entry in data["impostor"] for name in entry.get("names", ())]
    return _Known(
        neutral=_compile(data["neutral"]),
        any_name=_compile(names),
        ids=frozenset(data["ids"]),
        impostors=tuple(_impostor(entry) for entry in data["impostor"]),
    )


def _impostor(entry: dict[str, Any]) -> _Impostor:
    sign = entry.get("sign")
    return _Impostor(
        seen=entry["seen"],
        names=_compile(entry["names"]) if "names" in entry else None,
        words=_compile(entry["words"]) if "words" in entry else None,
        sign=etree.XPath(sign.strip(), namespaces=_REGULAR) if sign else None,
        limit=entry.get("limit"),
        alone=entry.get("alone", 0),
    )


def _compile(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
