"""Which elements of a tree that was built from plain text are chrome."""

from collections import Counter
from typing import Final

from lxml import etree

from statedocs.templates.text_chrome import match_line
from statedocs.templates.text_edges import own_text
from statedocs.templates.text_labels import label

Element = etree._Element

_SHOWN: Final = ("p", "li", "tr", "pre", "h1", "h2", "h3", "h4", "h5", "h6")
_LEAST_PAGE: Final = 3_000


def label_tree(root: Element) -> tuple[dict[Element, str], str | None]:
    """The chrome elements of a tree built from plain text with their rules, and the design recognised."""
    elements = list(root.iter(*_SHOWN))
    found = label(
        [own_text(element) for element in elements],
        [element.tag == "li" for element in elements],
        [element.get("before") is not None for element in elements],
    )
    labels = {element: rule for element, rule in zip(elements, found.rules, strict=True) if rule}
    for element in elements:
        if element in labels and element.tag == "li" and any(item not in labels for item in element.iter("li")):
            del labels[element]
    if len(labels) == len(elements) and sum(len(own_text(element)) for element in elements) > _LEAST_PAGE:
        # So much text is no frame: its page was not told from it, but the site's own lines are known all the same.
        above = max((at for at, element in enumerate(elements) if labels[element] == "breadcrumb"), default=-1)
        labels = {
            element: labels[element]
            for at, element in enumerate(elements)
            if at <= above or match_line(own_text(element)) is not None
        }
        if found.design is None or len(labels) == len(elements):
            return {}, found.design
    for group in root.iter("ul", "ol", "table"):
        rules = [labels.get(child) for child in group]
        if rules and all(rules):
            labels[group] = Counter(filter(None, rules)).most_common(1)[0][0]
    return labels, found.design
