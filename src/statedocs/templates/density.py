"""Where the text of a page of unknown design is dense: its semantic elements, else the box that holds most prose."""

from collections.abc import Set as AbstractSet
from typing import Final

from lxml import etree

from statedocs.templates.index import INVISIBLE
from statedocs.templates.seen import hides, is_seen
from statedocs.templates.selectors import elements, xpath
from statedocs.templates.template import Template

Element = etree._Element
_FEWEST: Final = 80
_FORM: Final = "form"
"""Some servers put the whole page in one."""
_MOSTLY: Final = 0.6
_NEARLY_ALL: Final = 0.8
_FEWEST_LETTERS: Final = 4
_ENOUGH: Final = 0.2
_LITTLE_MORE: Final = 1.25
_TITLE_MORE: Final = 200
"""What a box around a semantic element may hold beside it, its title among this; more is the frame of the site."""
_BODY_BOX: Final = "centerblock"
"""What the Department's pages of 1999 to 2017 call the box of their body, whatever is around it."""
_MASTHEAD_MORE: Final = 600
"""What a box around the body may hold besides: a masthead, not the frame of a site."""
_HEADINGS: Final = ("h1", "h2", "h3")
_BOXES: Final = frozenset({"article", "blockquote", "body", "center", "div", "main", "section", "td"})


def find_content(root: Element, template: Template) -> Element | None:
    """The element that holds the page's own text; null where the whole body does."""
    total = _length(root)
    found = [element for element in elements(xpath(template.content), root) if is_seen(element)]
    largest = max(found, key=_seen_length, default=None)
    if largest is not None and (length := _seen_length(largest)) >= _ENOUGH * total:
        wider = _with_title(largest, root)
        return wider if _seen_length(wider) <= _LITTLE_MORE * length + _TITLE_MORE else largest
    densest = _densest(root)
    frame = {part for name in template.chrome if name != _FORM for part in elements(xpath(name), root)}
    if densest is not None and not frame.isdisjoint((densest, *densest.iterancestors())):  # the menu of a site, say
        densest = _densest(root, frame)
    return _form_around(root) if densest is None else _with_heading(_with_title(densest, root))


def _with_title(box: Element, root: Element) -> Element:
    """The box, or the one around it that also holds the heading by which the page is named."""
    title = next(root.iter("title"), None)
    named = _folded(title) if title is not None else ""
    before = [heading for heading in root.iter("h1", "h2", "h3", "h4") if _names(_folded(heading), named)]
    if not before or not is_seen(before[-1]):
        return box
    around = set(before[-1].iterancestors())
    common = box if box in around else next(step for step in box.iterancestors() if step in around)
    return box if common.tag in ("body", "html") else common


def _with_heading(box: Element) -> Element:
    """The box, or the one around it where a heading stands above it there: then the box is the body alone."""
    around = box.getparent()
    if around is None or around.tag not in _BOXES - {"body"} or next(box.iter("h1"), None) is not None:
        return box
    above = [part for part in box.itersiblings(preceding=True) if part.tag in _HEADINGS]
    if box.get("id") != _BODY_BOX and not any(
        _length(heading) >= _FEWEST_LETTERS and is_seen(heading) for heading in above
    ):
        return box
    return around if _seen_length(around) <= _LITTLE_MORE * _seen_length(box) + _MASTHEAD_MORE else box


def _folded(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split()).casefold()


def _names(heading: str, title: str) -> bool:
    return len(heading) >= _FEWEST_LETTERS and title.startswith(heading)


def _form_around(root: Element) -> Element | None:
    """The form that a page stands in as a whole, as some servers write it; null where none is."""
    body = root.find("body")
    whole = _length(root if body is None else body)
    for form in root.iter("form"):
        if _length(form) >= _MOSTLY * whole and next(form.iter("h1", "h2", "p"), None) is not None:
            return form
    return None


def _densest(root: Element, frame: AbstractSet[Element] = frozenset()) -> Element | None:
    """The smallest box that holds most of the prose, that in the frame aside; null where none does."""
    scores: dict[Element, int] = {}
    total = 0
    for piece in root.iter("p", "blockquote", "pre", "dd", "li", "h2", "h3"):
        length = _length(piece) - sum(_length(link) for link in piece.iter("a"))
        if length < _FEWEST or not is_seen(piece) or not frame.isdisjoint(piece.iterancestors()):
            continue
        total += length
        for ancestor in piece.iterancestors():
            if isinstance(ancestor.tag, str):
                scores[ancestor] = scores.get(ancestor, 0) + length
    best = [box for box, score in scores.items() if score >= _NEARLY_ALL * total and box.tag in _BOXES]
    if not best:
        return None
    chosen = max(best, key=lambda box: sum(1 for _ in box.iterancestors()))
    return None if chosen.tag == "body" else chosen


def _seen_length(element: Element) -> int:
    """How long an element's text is without what is hidden in it."""
    length = _length(element)
    walk = etree.iterwalk(element, events=("start",))
    for _, part in walk:
        if part is not element and (part.tag in INVISIBLE or hides(part)):
            length -= _length(part)
            walk.skip_subtree()
    return length


def _length(element: Element) -> int:
    return len(etree.tostring(element, method="text", encoding="utf-8", with_tail=False))
