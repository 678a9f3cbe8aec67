"""Elements and attributes that do nothing but show: what a page may keep of its markup."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from statedocs.extraction.tracing import Open
from statedocs.report.html import Attributes, attributed, text
from statedocs.report.own_styles import harmless_declarations

SAME: Final = frozenset(
    """a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del
    dfn dir div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i ins kbd label
    legend li main mark menu nav nobr ol p pre q rp rt ruby s samp section small span strike strong sub sup table
    tbody td tfoot th thead time tr tt u ul var wbr""".split()
)
"""These stand in the frame as they are."""
BOXES: Final = frozenset(
    "details dialog form frameset listing optgroup option plaintext search select summary xmp".split()
)
"""These become boxes, and all others lines, both with their name as an attribute."""
PICTURES: Final = frozenset({"img", "area", "embed", "image", "input"})
VOID: Final = frozenset({"br", "hr", "col", "wbr"})
RENAMED: Final = frozenset({*BOXES, "button", "textarea", "svg", "math", "img", "input"})
"""Names that a page's own style sheets may speak of."""
_NUMBER: Final = re.compile(r"\d{1,4}%?")
_ATTRIBUTES: Final[Mapping[str, re.Pattern[str]]] = {
    "class": re.compile(r"[^\x00-\x08]{0,4000}", re.S),
    "id": re.compile(r"\S{1,500}"),
    "lang": re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}"),
    "dir": re.compile(r"ltr|rtl|auto", re.I),
    "align": re.compile(r"left|right|center|middle|top|bottom|justify", re.I),
    "valign": re.compile(r"top|middle|bottom|baseline", re.I),
    "colspan": re.compile(r"\d{1,3}"),
    "rowspan": re.compile(r"\d{1,3}"),
    "span": re.compile(r"\d{1,3}"),
    "scope": re.compile(r"row|col|rowgroup|colgroup", re.I),
    "width": _NUMBER,
    "height": _NUMBER,
    "border": re.compile(r"\d{1,2}"),
    "cellpadding": re.compile(r"\d{1,2}"),
    "cellspacing": re.compile(r"\d{1,2}"),
    "nowrap": re.compile(r"|nowrap", re.I),
    "start": re.compile(r"-?\d{1,6}"),
    "value": re.compile(r"-?\d{1,6}"),
    "type": re.compile(r"[1aAiI]|disc|circle|square"),
    "clear": re.compile(r"left|right|all|none", re.I),
}
"""Attributes that lay out or name, and the values that are let through. No `name`: a document is asked by it."""
_COLOUR: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})|[a-z]{3,24}", re.I)
_BARE_COLOUR: Final = re.compile(r"[0-9a-f]{6}", re.I)
_FACE: Final = re.compile(r"[\w ,'-]{1,200}")
_SIZES: Final = {"1": ".63em", "2": ".82em", "3": "1em", "4": "1.13em", "5": "1.5em", "6": "2em", "7": "3em"}
_SIZES_BY: Final = {"+1": "1.2em", "+2": "1.5em", "+3": "2em", "-1": ".83em", "-2": ".65em"}
_INLINE_PICTURE: Final = re.compile(r"data:image/(?:png|gif|jpe?g|webp|bmp|avif|x-icon);base64,[A-Za-z0-9+/=\s]*", re.I)
_LARGEST_PICTURE: Final = 2_000_000
_LONGEST_NAME: Final = 80


class Styling:
    """The style sheet that says what style attributes and attributes of colour and size said, each way once."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}

    def number(self, tag: str, attributes: Mapping[str, str]) -> int | None:
        """The number that ties an element to what its attributes say; None where they say nothing."""
        hints = ";".join(_hints(tag, attributes))
        own = harmless_declarations(attributes["style"]) if attributes.get("style") else ""
        return self._numbers.setdefault((hints, own), len(self._numbers)) if hints or own else None

    @property
    def is_empty(self) -> bool:
        """Whether no element says anything of the kind."""
        return not self._numbers

    def sheet(self, sheets: str) -> str:
        """All of them, with the page's own sheets between attributes of old and style attributes."""
        hints = "".join(f'[data-own="{n}"]{{{hint}}}' for (hint, _), n in self._numbers.items() if hint)
        own = "".join(f'[data-own="{n}"]{{{said}}}' for (_, said), n in self._numbers.items() if said)
        return f"@layer hints{{{hints}}}\n@layer page{{{sheets}}}\n@layer attributes{{{own}}}\n"


def opening(token: Open, styling: Styling) -> tuple[str, str]:
    """Opening and closing markup of an element."""
    tag = token.tag
    if tag in PICTURES:
        return _picture(token, styling), ""
    name = tag if tag in SAME else "div" if tag in BOXES else "span"
    start = f"<{name}{attributes_of(token, styling)}>"
    return (start, "") if tag in VOID else (start, f"</{name}>")


def attributes_of(token: Open, styling: Styling) -> str:
    """The attributes of an element that are let through."""
    given = token.attributes
    kept = {
        name: given[name].strip()
        for name, allowed in _ATTRIBUTES.items()
        if name in given and allowed.fullmatch(given[name].strip())
    }
    own = styling.number(token.tag, given)
    was = token.tag if token.tag in RENAMED else None
    link = token.tag == "a" and "href" in given
    shown: Attributes = {**kept, "data-was": was, "data-own": None if own is None else str(own), "data-link": link}
    return attributed(shown)


def _hints(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """What attributes of old say of colour, letters and pictures, as declarations."""
    for name, said in (("bgcolor", "background-color"), ("color", "color"), ("text", "color")):
        if (name != "text" or tag == "body") and (value := _colour(attributes.get(name, ""))):
            yield f"{said}:{value}"
    if tag == "font":
        size, face = attributes.get("size", "").strip(), attributes.get("face", "")
        if size in _SIZES or size in _SIZES_BY:
            yield f"font-size:{_SIZES.get(size) or _SIZES_BY[size]}"
        if _FACE.fullmatch(face) and "'" not in face:
            yield "font-family:" + ",".join(f'"{name.strip()}"' for name in face.split(",") if name.strip())
    if tag in PICTURES:
        for side in ("width", "height"):
            size = attributes.get(side, "").strip()
            if _NUMBER.fullmatch(size):
                yield f"{side}:{size if size.endswith('%') else size + 'px'}"


def _colour(value: str) -> str | None:
    value = value.strip()
    if _BARE_COLOUR.fullmatch(value):
        return f"#{value}"
    return value if _COLOUR.fullmatch(value) else None


def _picture(token: Open, styling: Styling) -> str:
    """A picture that the page itself holds, or else its name in its place: nothing is loaded."""
    given = token.attributes
    if token.tag in ("area", "embed") or (token.tag == "input" and given.get("type", "").lower() != "image"):
        return ""
    source = given.get("src", "").strip()
    kept = attributes_of(token, styling)
    if len(source) <= _LARGEST_PICTURE and _INLINE_PICTURE.fullmatch(source):
        shown = attributed({"alt": given.get("alt", ""), "src": "".join(source.split())})
        return f"<img{kept}{shown}>"
    named = given.get("alt") or ("" if source.startswith("data:") else source.rpartition("/")[2])
    return f"<span{kept}><sd-img>{text(named[:_LONGEST_NAME]) or 'picture'}</sd-img></span>"
