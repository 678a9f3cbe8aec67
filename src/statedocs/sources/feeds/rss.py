"""What the elements of RSS 0.9 to 2.0 and of Atom say.

Source: https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287
"""

import html
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from statedocs.sources.feeds.item import FeedItem
from statedocs.sources.feeds.times import moment

_CONTENTS: Final = ("encoded", "content", "body", "description", "summary")
"""Where an item's text stands: the whole before what sums it up."""
_SUMMARIES: Final = ("description", "summary")
_POST: Final = "post_id"


def item_of(element: ET.Element, language: str | None, base: str | None = None) -> FeedItem | None:
    """Read an item; None where it has no content. `base` is what the feed's addresses are relative to."""
    contents = {name: markup for name in _CONTENTS if (markup := _first_markup(element, name))}
    content = next(iter(contents.values()), None)
    if content is None:
        return None
    box = next(child for name in _CONTENTS for child in _named(element, name) if _markup(child))
    summary = next((contents[name] for name in _SUMMARIES if name in contents), None)
    return FeedItem(
        title=_first_markup(element, "title"),
        content=content,
        link=link_of(element, base),
        published=moment(_first(element, "pubDate", "published", "date", "issued", "created")),
        modified=moment(_first(element, "updated", "modified")),
        creators=tuple(dict.fromkeys(_creators(element))),
        summary=None if summary == content else summary,
        subjects=tuple(dict.fromkeys(_subjects(element))),
        classes=tuple(f"post-{number}" for number in [_first(element, _POST)] if number and number.isdigit()),
        base=_base(box, _base(element, base)),
        language=element.get("{http://www.w3.org/XML/1998/namespace}lang") or language,
    )


def link_of(element: ET.Element, base: str | None = None) -> str | None:
    """Give the address of the page that an item is about; None where it is relative to nothing that the feed says."""
    base = _base(element, base)
    for child in _named(element, "link"):
        if child.get("rel", "alternate") == "alternate" and (address := child.get("href") or _text(child)):
            return joined(_base(child, base), address)
    guid = _first(element, "guid", "id") or element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") or ""
    return guid if guid.startswith(("http://", "https://")) else None


def name_of(element: ET.Element) -> str | None:
    """Give what an item is called in its feed."""
    return _first(element, "guid", "id") or _first(element, "link") or link_of(element)


def joined(base: str | None, address: str | None) -> str | None:
    """Give an address made whole by its base; None where it stays relative.

    >>> joined("http://www.state.gov/r/", "pa.htm"), joined(None, "pa.htm")
    ('http://www.state.gov/r/pa.htm', None)
    """
    try:
        whole = urljoin(base or "", (address or "").strip())
    except ValueError:
        return None
    return whole if "://" in whole or whole.startswith("//") else None


def _base(element: ET.Element, around: str | None) -> str | None:
    """Give what addresses in an element are relative to (`xml:base`)."""
    return joined(around, element.get("{http://www.w3.org/XML/1998/namespace}base")) or around


def _local(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _named(element: ET.Element, *names: str) -> Iterator[ET.Element]:
    return (child for name in names for child in element if _local(child) == name)


def _text(element: ET.Element) -> str:
    return "".join(element.itertext()).strip()


def _first(element: ET.Element, *names: str) -> str | None:
    return next(filter(None, map(_text, _named(element, *names))), None)


def _first_markup(element: ET.Element, name: str) -> str | None:
    return next(filter(None, map(_markup, _named(element, name))), None)


def _markup(element: ET.Element) -> str:
    """Give an element's content as HTML: written in it, escaped in it, or text."""
    kind = element.get("type", "html").lower()
    if len(element):
        return _inner(element)
    text = (element.text or "").strip()
    is_plain = kind in ("text", "text/plain") and "atom" in str(element.tag).lower()
    return html.escape(text, quote=False) if is_plain else text


def _inner(element: ET.Element) -> str:
    """Give the markup in an element, names of XHTML without their name space."""
    for child in element.iter():
        child.tag = _local(child)
    boxes = list(element)
    only = boxes[0] if len(boxes) == 1 and boxes[0].tag == "div" and not (element.text or "").strip() else element
    pieces = [html.escape(only.text or "", quote=False)]
    pieces += [ET.tostring(child, encoding="unicode", method="html") for child in only]
    return "".join(pieces).strip()


def _creators(element: ET.Element) -> Iterator[str]:
    for child in _named(element, "creator", "author"):
        name = _first(child, "name") if len(child) else _text(child)
        if name:
            yield " ".join(name.split())


def _subjects(element: ET.Element) -> Iterator[str]:
    for child in _named(element, "category", "subject"):
        if term := child.get("label") or _text(child) or child.get("term"):
            yield " ".join(term.split())
