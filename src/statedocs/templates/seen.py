"""Whether an element is seen: hidden by neither what it is nor what stands around it."""

from typing import Final

from lxml import etree

from statedocs.templates.index import IN_SVG, INVISIBLE

Element = etree._Element
_HIDING: Final = ("display:none", "visibility:hidden")


def is_seen(element: Element) -> bool:
    """Tells whether neither an element nor any around it is hidden, as far as the page itself says.

    >>> page = etree.fromstring("<body><noscript><p/></noscript><p/></body>")
    >>> [is_seen(element) for element in page.iter("p")]
    [False, True]
    """
    return not any(map(hides, (element, *element.iterancestors())))


def hides(element: Element) -> bool:
    """Whether an element hides what is in it, by its tag or as an attribute says."""
    if element.tag in INVISIBLE or element.tag in IN_SVG or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and any(hiding in "".join(style.split()).lower() for hiding in _HIDING)
