"""Inline text on its way to a block: runs, links, looks, images."""

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.text import (
    BOUND,
    BREAK,
    ITALIC,
    ITALIC_END,
    LARGE,
    LARGE_END,
    LINK,
    LINK_END,
    STRONG,
    STRONG_END,
    UNDERLINE,
    UNDERLINE_END,
    Anchor,
    Shown,
    collapse,
    says_more_than_slack,
    show,
)

BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "listing", "plaintext",
})  # fmt: skip
LOOKS: Final = {
    "b": (STRONG, STRONG_END), "strong": (STRONG, STRONG_END), "u": (UNDERLINE, UNDERLINE_END),
    "ins": (UNDERLINE, UNDERLINE_END), "i": (ITALIC, ITALIC_END), "em": (ITALIC, ITALIC_END),
    "big": (LARGE, LARGE_END),
}  # fmt: skip
_STYLED: Final = (
    (re.compile(r"font-weight:\s*(?:bold(?:er)?|[6-9]00)\b", re.I), (STRONG, STRONG_END)),
    (re.compile(r"text-decoration[a-z-]*:[^;]*\bunderline\b", re.I), (UNDERLINE, UNDERLINE_END)),
    (re.compile(r"font-style:\s*(?:italic|oblique)\b", re.I), (ITALIC, ITALIC_END)),
)
_LIGHT: Final = re.compile(r"font-weight:\s*(?:normal|lighter|[1-5]00)\b", re.I)
_LARGE_FONT: Final = frozenset({"+1", "+2", "+3", "+4", "4", "5", "6", "7"})
_SPACER: Final = ("spacer", "shim", "clear.gif", "pixel", "blank.gif", "transparent", "1x1")
_WHITE: Final = " \t\n\r\f\xa0"


class Run:
    """Raw inline text with marks; its links; the line of its start and of each break; images met in it.

    `leading` counts the images before the first word; `alts` are the names of images, each with the number of its link.
    """

    __slots__ = ("alts", "break_lines", "figures", "filled", "hrefs", "leading", "line", "parts")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.hrefs: list[str] = []
        self.line: int | None = None
        self.filled = False
        self.break_lines: list[int | None] = []
        self.figures: list[Raw] = []
        self.leading = 0
        self.alts: list[tuple[int, str]] = []

    def add(self, text: str, element: Element, chrome: Chrome) -> None:
        """Adds raw text; the first that is not white gives the run its line."""
        if not self.filled:
            if not text.strip(_WHITE):
                if self.parts:
                    self.parts.append(text)
                return
            self.filled = True
            if self.line is None:
                self.line = chrome.line(element)
        self.parts.append(text)

    def end_line(self, mark: str, line: int | None) -> None:
        """Adds a line end (`BREAK`) or the edge of a block (`BOUND`)."""
        self.parts.append(mark)
        self.break_lines.append(line)

    def finish(self) -> Shown:
        """The run as text, its links without text given the alternative text of their images."""
        shown = show(self.parts, self.hrefs)
        for number, anchor in enumerate(shown.anchors):
            if anchor.start is None and anchor.text is None:
                anchor.text = " ".join(alt for link, alt in self.alts if link == number)
        return shown

    def open_link(self) -> int:
        """The number of the link that is open at the end of the run; -1 where none is."""
        open_links: list[int] = []
        number = 0
        for part in self.parts:
            if part == LINK:
                open_links.append(number)
                number += 1
            elif part == LINK_END and open_links:
                open_links.pop()
        return open_links[-1] if open_links else -1

    def lines(self, shown: Shown) -> list[int | None]:
        """The input line of each line of `shown`."""
        known = [self.line, *self.break_lines]
        return [known[number] if 0 < number < len(known) else self.line for number in shown.breaks] or [self.line]


def fill(run: Run, element: Element, chrome: Chrome) -> None:
    """Adds all of an element's visible text to a run; blocks inside become lines."""
    text = element.text
    if text:
        run.add(text, element, chrome)
    for child in element:
        tag = child.tag
        if isinstance(tag, str):
            enter(run, child, chrome)
        tail = child.tail
        if tail:
            run.add(tail, child, chrome)


def enter(run: Run, element: Element, chrome: Chrome) -> None:
    """Adds one element to a run."""
    tag = element.tag
    if not chrome.is_plain(element, tag) and chrome.skips(element, tag):
        return
    if tag in LOOKS and not is_light(element):
        mark, end = LOOKS[tag]
        run.parts.append(mark)
        fill(run, element, chrome)
        run.parts.append(end)
    elif tag == "br":
        run.end_line(BREAK, chrome.line(element))
    elif tag in ("img", "area"):
        image(run, element, chrome)
    elif tag in BLOCKS:
        run.end_line(BOUND, chrome.line(element))
        fill(run, element, chrome)
        run.end_line(BOUND, None)
    else:
        marks = marks_of(element, tag)
        run.parts.extend(mark for mark, _ in marks)
        if tag == "a" and (href := element.get("href")) is not None:
            run.hrefs.append(href)
        fill(run, element, chrome)
        run.parts.extend(end for _, end in reversed(marks))


def goes_on_plainly(element: Element) -> bool:
    """Whether words stand behind an emphasis that opens a paragraph: `<p><b>Area:</b> 10 sq. km.</p>`."""
    return any(says_more_than_slack(child.tail or "") for child in element)


def words_at_once(element: Element, chrome: Chrome) -> str | None:
    """The raw text of an element with no children, or with plain emphasis alone; null for any other."""
    if not len(element):
        return element.text or ""
    for child in element:
        tag = child.tag
        if tag not in LOOKS or len(child) or not chrome.is_plain(child, tag):
            return None
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)


def marks_of(element: Element, tag: str) -> list[tuple[str, str]]:
    """Opening and closing marks of an inline element."""
    if tag in LOOKS:
        return [] if is_light(element) else [LOOKS[tag]]
    if tag == "a" and element.get("href") is not None:
        return [(LINK, LINK_END)]
    large = [(LARGE, LARGE_END)] if tag == "font" and element.get("size") in _LARGE_FONT else []
    return large + styled(element)


def styled(element: Element) -> list[tuple[str, str]]:
    """The marks of looks that an element's own style gives: `<span style="font-weight: bold">`."""
    style = element.get("style")
    return [marks for look, marks in _STYLED if look.search(style)] if style else []


def is_light(element: Element) -> bool:
    """Whether an element of emphasis takes it off, as the wrapper of pasted documents does: `font-weight: normal`."""
    style = element.get("style")
    return style is not None and _LIGHT.search(style) is not None


def is_empty_link(element: Element) -> bool:
    """Whether a link shows nothing: no text, no image."""
    return not len(element) and not (element.text and element.text.strip(_WHITE))


def leads_somewhere(href: str) -> bool:
    """Whether an address names anything: `#` and `javascript:` are marks for scripts."""
    return href.strip(_WHITE + "#") != "" and not href.lstrip(_WHITE).lower().startswith("javascript:")


def links_over(hrefs: Sequence[str], text: str) -> list[Anchor]:
    """The links around a block whose own text they cover, but for blanks at its edges (of preformatted text)."""
    start, stop = len(text) - len(text.lstrip()), len(text.rstrip())
    return [Anchor(href, start, stop) for href in hrefs]


def image(run: Run, element: Element, chrome: Chrome) -> None:
    """Puts an image aside as a figure, its alternative text at hand for a link around it; spacers are none."""
    alt = collapse(element.get("alt") or "")
    if element.tag == "area":
        if href := element.get("href"):
            run.figures.append(Raw("area", "", chrome.line(element), anchors=[Anchor(href, None, None, alt)]))
        return
    if alt and run.hrefs:
        run.alts.append((run.open_link(), alt))
    src = element.get("src")
    if is_spacer(element, src or "", alt):
        return
    data = {"alt": alt or None, "caption": None, "src": src}
    run.figures.append(Raw("figure", "", chrome.line(element), data=data))
    if not run.filled:
        run.leading = len(run.figures)


def is_spacer(element: Element, src: str, alt: str) -> bool:
    """Whether an image only holds space open or draws a rule."""
    small = any((element.get(side) or "").strip().rstrip("px") in ("0", "1", "2", "3") for side in ("width", "height"))
    name = src.rsplit("/", 1)[-1].lower()
    return small or not (src or alt) or (not alt and any(word in name for word in _SPACER))
