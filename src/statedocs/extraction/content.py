"""The page cut in three: chrome for the ledger, masthead blocks, content blocks. One walk, in reading order."""

from dataclasses import dataclass, replace
from typing import cast

from statedocs.extraction.blocks import Blocks
from statedocs.extraction.chrome import Chrome
from statedocs.extraction.page import Element, Page, Raw
from statedocs.templates.index import INVISIBLE

_Step = tuple[Element | None, str | None, int | None, bool]


@dataclass(frozen=True, slots=True)
class Content:
    """What the walk gives.

    Attributes:
        masthead: Blocks outside the content, or with a role in it.
        blocks: Blocks of the content.
    """

    masthead: list[Raw]
    blocks: list[Raw]


def cut(page: Page, chrome: Chrome) -> Content:
    """Walks the page once: every visible character goes to a block or to the ledger."""
    blocks = Blocks(chrome, page.template)
    if page.content is None:
        found = blocks.collect(page.root)
        return _parted([raw for raw in found if raw.role], [raw for raw in found if not raw.role])
    containers = frozenset(found for selector in page.template.masthead for found in page.index.find(selector))
    spine = _spine(page, containers, chrome.hidden)
    masthead: list[Raw] = []
    content: list[Raw] = []
    outside = f"{page.template.name}/outside-content"
    steps: list[_Step] = []
    _along(page.root, spine, containers, steps)
    for element, text, line, beside in steps:
        if element is None:
            chrome.lose(text, outside, line)
        elif element is page.content:
            found = blocks.collect(element)
            masthead += [raw for raw in found if raw.role]
            content += [raw for raw in found if not raw.role]
        elif element.tag in INVISIBLE or element in chrome.hidden:
            continue
        elif element in containers:
            masthead += blocks.collect(element, "other")
        elif (rule := chrome.rule_of_all(element)) is not None or not beside:
            chrome.remove(element, rule or outside)
        else:
            for raw in blocks.collect(element):
                if raw.role:
                    masthead.append(raw)
                else:
                    chrome.lose(raw.shown, outside, raw.line)
    return _parted(masthead, content)


def _parted(masthead: list[Raw], content: list[Raw]) -> Content:
    """Masthead and content; a picture with its caption is no line of a masthead, and opens the content."""
    figures = [replace(raw, role=None) for raw in masthead if raw.kind == "figure" and raw.text]
    return Content([raw for raw in masthead if raw.kind != "figure" or not raw.text], figures + content)


def _spine(page: Page, containers: frozenset[Element], hidden: frozenset[Element]) -> frozenset[Element]:
    """Ancestors of the content, and of masthead containers and breadcrumbs outside it that a reader sees."""
    content = page.content
    assert content is not None
    spine = set(content.iterancestors())
    crumbs = [found for selector in page.template.breadcrumb for found in page.index.find(selector)]
    for element in (*containers, *crumbs):
        above = list(element.iterancestors())
        if content not in above and not any(step in hidden or step.tag in INVISIBLE for step in above):
            spine.update(above)
    spine.discard(content)
    return frozenset(spine)


def _line_of(element: Element) -> int | None:
    return cast("int | None", element.sourceline)  # the stubs give it no type


def _along(
    element: Element,
    spine: frozenset[Element],
    containers: frozenset[Element],
    steps: list[_Step],
    beside: bool = False,
) -> None:
    """Goes down the ancestors of what is kept: elements beside them, and loose text, in reading order.

    The last item of a step says whether a masthead container that also holds the content (an unclosed one) is around.
    """
    beside = beside or element in containers
    if (text := element.text) and not text.isspace():
        steps.append((None, text, _line_of(element), beside))
    for child in element:
        if isinstance(child.tag, str):
            if child in spine:
                _along(child, spine, containers, steps, beside)
            else:
                steps.append((child, None, None, beside))
        if (text := child.tail) and not text.isspace():
            steps.append((None, text, _line_of(child), beside))
