"""Pages that are no documents: error pages, challenges, shells and redirects that were served as pages.

What they read like is declared in `data/impostors.toml`. A page is refused only when it is short *and* gives itself
out as such a thing in its title, its first heading or its opening line; a page about errors does neither.
"""

import re
import tomllib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from lxml import etree

from statedocs.errors import NotADocument
from statedocs.templates.opening import Opening, read_opening
from statedocs.templates.recognise import Match

Element = etree._Element
_PARTS: Final = re.compile(r"\s+[-–—:·>]\s+|:\s+|\s*[|»]\s*")
_AROUND: Final = " \t.:!…"
_QUOTED: Final = 80
_REGULAR: Final = {"re": "http://exslt.org/regular-expressions"}
_EDGE: Final = 2_500
"""Visible characters after which a page is read no further."""


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
    neutral: re.Pattern[str]
    ids: frozenset[str]
    impostors: tuple[_Impostor, ...]


@dataclass(frozen=True, slots=True)
class _Names:
    """What a page calls itself, as written and folded."""

    title: tuple[str, str]
    others: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]


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
    opening = read_opening(_content(root, match), known.ids, chrome, _EDGE)
    names = _names(root, opening, known)
    for impostor in known.impostors:
        found = _recognise(impostor, root, opening, names)
        if found is not None:
            quote = f': "{found[:_QUOTED]}"' if found else ""
            raise NotADocument(f"expected a document, found {impostor.seen}{quote}")


def refuse_remainder(kept: int, removed: int) -> None:
    """Refuses a page of which extraction kept no character.

    Raises:
        NotADocument: Nothing is left.
    """
    if not kept:
        raise NotADocument(f"expected a document, found {'nothing but chrome' if removed else 'no text'}")


def _content(root: Element, match: Match) -> Element:
    if match.content is not None:
        return match.content
    main = next(root.iter("main"), None)
    return root if main is None else main


def _recognise(impostor: _Impostor, root: Element, opening: Opening, names: _Names) -> str | None:
    """What a page is refused for, as written (empty when it has no name), or None."""
    if impostor.limit is not None and opening.own > impostor.limit:
        return None
    if impostor.names is None:
        return names.title[0] if impostor.sign is not None and impostor.sign(root) else None
    found = _named(impostor, names)
    if found is None or not (opening.own <= impostor.alone or _says(impostor, names, found)):
        return None
    return found if impostor.sign is None or impostor.sign(root) else None


def _named(impostor: _Impostor, names: _Names) -> str | None:
    """The name by which a page gives itself out as an impostor; a title that says otherwise is believed."""
    title, folded = names.title
    if folded and _is_name(impostor, folded):
        return title
    if folded and not _is_neutral(folded):
        return None
    return next((text for text, folded in names.others if _is_name(impostor, folded)), None)


def _says(impostor: _Impostor, names: _Names, name: str) -> bool:
    if impostor.words is None:
        return False
    folded = _fold(name)
    return any(line != folded and impostor.words.search(line) for line in names.lines)


def _is_name(impostor: _Impostor, folded: str) -> bool:
    """Whether a line is a name of the impostor, alone or beside the names of sites."""
    assert impostor.names is not None
    if impostor.names.fullmatch(folded):
        return True
    parts = [part.strip(_AROUND) for part in _PARTS.split(folded)]
    named = [part for part in parts if impostor.names.fullmatch(part)]
    return bool(named) and all(part in named or _is_neutral(part) for part in parts)


def _is_neutral(folded: str) -> bool:
    neutral = _load().neutral
    return neutral.fullmatch(folded) is not None or all(
        neutral.fullmatch(part.strip(_AROUND)) for part in _PARTS.split(folded)
    )


def _names(root: Element, opening: Opening, known: _Known) -> _Names:
    element = next(root.iter("title"), None)
    title = " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""
    lines = [(line.text, _fold(line.text)) for line in opening.lines]
    spoken = [number for number, line in enumerate(opening.lines) if line.own and not _is_neutral(lines[number][1])]
    headings = [number for number in spoken if opening.lines[number].heading]
    others = [lines[number] for number in (*spoken[:1], *headings[:1])]
    return _Names((title, _fold(title)), tuple(others), tuple(folded for _, folded in lines))


def _fold(text: str) -> str:
    return text.casefold().replace("’", "'").strip(_AROUND)


@cache
def _load() -> _Known:
    text = resources.files("statedocs.templates").joinpath("data/impostors.toml").read_text("utf-8")
    data = tomllib.loads(text)
    impostors = tuple(_impostor(entry) for entry in data["impostor"])
    neutral = _pattern(data["neutral"])
    assert neutral is not None
    return _Known(neutral, frozenset(data["ids"]), impostors)


def _impostor(entry: dict[str, Any]) -> _Impostor:
    sign = entry.get("sign")
    return _Impostor(
        seen=entry["seen"],
        names=_pattern(entry.get("names", ())),
        words=_pattern(entry.get("words", ())),
        sign=etree.XPath(sign.strip(), namespaces=_REGULAR) if sign else None,
        limit=entry.get("limit"),
        alone=entry.get("alone", 0),
    )


def _pattern(patterns: Sequence[str]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None
