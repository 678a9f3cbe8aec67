"""Content to flat blocks in reading order, in one walk over the tree."""

import re
from collections.abc import Iterator
from typing import Final

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.inline import BLOCKS, Run, enter, fill, image, is_empty_link, leads_somewhere, marks_of
from statedocs.extraction.lists import LISTS, is_layout_list, read_list
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.preformatted import preformatted
from statedocs.extraction.tables import is_layout, read_table
from statedocs.extraction.text import BOUND, BREAK, LINK, LINK_END, Anchor, Shown, collapse
from statedocs.templates.selectors import Lookup
from statedocs.templates.template import Template

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_PREFORMATTED: Final = frozenset({"pre", "xmp", "listing", "plaintext"})
_NO_QUOTE: Final = (*HEADINGS, "table", "ul", "ol", "dl", "pre", "hr", "img")
_LONG_QUOTE: Final = 2500
_BLANK_LINES: Final = re.compile(r"\n{2,}")
_HINTS: Final = ("indent", "centred", "caps", "before", "after", "outdented")
_NO_HINTS: Final[dict[str, str]] = {}
_IN_NO_RUN: Final = (*(BLOCKS - {"p"}), "a")


class Blocks:
    """Walks elements and collects their blocks."""

    def __init__(self, chrome: Chrome, template: Template) -> None:
        self._chrome = chrome
        roles, ranks = _lookups(template)
        self._roles = roles if roles else None
        self._ranks = ranks if ranks else None
        self._role_tags = roles.tags
        self._run = Run()
        self._links: list[str] = []
        self._role: str | None = None
        self._hints_of_run: dict[str, str] = {}
        self._pending: list[Anchor] = []
        self._out: list[Raw] = []

    def collect(self, element: Element, role: str | None = None) -> list[Raw]:
        """Gives the blocks of one element; `role` is the masthead role of what the template gives none."""
        self._out, self._role = [], role
        self._enter(element, element.tag)
        self._flush()
        if self._out and self._pending:
            self._out[-1].anchors = [*self._out[-1].anchors, *self._pending]
        self._pending = []
        return self._out

    # -- structure ---------------------------------------------------------------------------------------------

    def _flow(self, element: Element) -> None:
        if element.text:
            self._run.add(element.text, element, self._chrome)
        is_plain = self._chrome.is_plain
        for child in element:
            tag = child.tag
            if isinstance(tag, str):
                if tag not in self._role_tags and is_plain(child, tag):
                    self._place(child, tag)
                else:
                    self._node(child, tag)
            tail = child.tail
            if tail and (self._run.filled or not tail.isspace()):
                self._run.add(tail, child, self._chrome)

    def _node(self, element: Element, tag: str) -> None:
        if element in self._chrome.hidden:
            return
        if tag in BLOCKS:
            rule = self._chrome.rule(element, tag)
            if rule is not None:
                self._flush()
                self._chrome.remove(element, rule)
                return
        elif self._chrome.skips(element, tag):
            return
        self._enter(element, tag)

    def _enter(self, element: Element, tag: str) -> None:
        role = self._roles.find(element, tag) if self._roles else None
        if role is None:
            self._place(element, tag)
            return
        self._flush()
        outer, self._role = self._role, role
        self._place(element, tag)
        self._flush()
        self._role = outer

    def _place(self, element: Element, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
            self._block(element, tag)
            self._flush()
        else:
            self._inline(element, tag)

    def _block(self, element: Element, tag: str) -> None:
        if tag == "p" and not self._links:
            self._paragraph(element)
        elif tag in HEADINGS:
            self._heading(element, HEADINGS[tag])
        elif tag == "table":
            self._table(element)
        elif tag in LISTS or tag == "dl":
            self._list(element)
        elif tag in _PREFORMATTED:
            self._preformatted(element)
        elif tag == "blockquote" and _is_quote(element):
            self._quote(element)
        elif tag == "figure":
            self._figure(element)
        elif (rank := element.get("aria-level")) and element.get("role") == "heading" and rank in "123456":
            self._heading(element, int(rank))
        else:
            if tag == "p":
                self._run.line = self._chrome.line(element)
                self._hints_of_run = self._hints(element)
            self._flow(element)

    def _inline(self, element: Element, tag: str) -> None:
        if tag == "br":
            self._run.end_line(BREAK, self._chrome.line(element))
            return
        if tag in ("img", "area"):
            image(self._run, element, self._chrome)
            return
        marks = marks_of(element, tag)
        href = element.get("href") if tag == "a" else None
        if href is not None and is_empty_link(element):
            if leads_somewhere(href):
                self._pending.append(Anchor(href, None, None, ""))
            self._flow(element)
            return
        self._run.parts.extend(mark for mark, _ in marks)
        if href is not None:
            self._links.append(href)
            self._run.hrefs.append(href)
        self._flow(element)
        if href is not None:
            self._links.pop()
        self._run.parts.extend(end for _, end in reversed(marks))

    def _paragraph(self, element: Element) -> None:
        """A `p`: its text alone, or inline elements only, or (in tag soup) anything."""
        if not len(element):
            if element.text and (text := collapse(element.text)):
                self._emit(Raw("paragraph", text, self._chrome.line(element), hints=self._hints(element)))
            return
        run = self._run
        run.line = self._chrome.line(element)
        self._hints_of_run = self._hints(element)
        if not self._roles and next(element.iter(*_IN_NO_RUN), None) is None:
            fill(run, element, self._chrome)
        else:
            self._flow(element)

    # -- kinds -------------------------------------------------------------------------------------------------

    def _heading(self, element: Element, level: int) -> None:
        if not len(element) and not self._links:
            if element.text and (text := collapse(element.text)):
                self._emit(Raw("heading", text, self._chrome.line(element), level=self._rank(element) or level))
            return
        if self._roles and any(
            isinstance(part.tag, str) and self._roles.find(part, part.tag) for part in element.iterdescendants()
        ):
            self._flow(element)
            return
        run = self._new_run()
        run.line = self._chrome.line(element)
        fill(run, element, self._chrome)
        shown = run.finish()
        if shown.text:
            text = shown.text.replace("\n", " ")
            self._emit(Raw("heading", text, run.line, shown.anchors, level=self._rank(element) or level))
        self._out += run.figures
        self._run = self._new_run()

    def _rank(self, element: Element) -> int | None:
        return self._ranks.find(element, element.tag) if self._ranks else None

    def _table(self, element: Element) -> None:
        if is_layout(element):
            self._flow(element)
            return
        block, figures = read_table(element, self._chrome)
        if block.data["rows"]:
            block.anchors += self._links_over(block.text)
            self._emit(block)
        self._out += figures

    def _list(self, element: Element) -> None:
        if is_layout_list(element):
            self._flow(element)
            return
        block, figures = read_list(element, self._chrome)
        if block is not None:
            block.anchors += self._links_over(block.text)
            self._emit(block)
        self._out += figures

    def _preformatted(self, element: Element) -> None:
        text, anchors = preformatted(element, self._chrome)
        if text:
            anchors += self._links_over(text)
            self._emit(Raw("preformatted", text, self._chrome.line(element), anchors))

    def _quote(self, element: Element) -> None:
        run = self._new_run()
        run.line = self._chrome.line(element)
        fill(run, element, self._chrome)
        shown = run.finish()
        if shown.text:
            self._emit(Raw("quote", shown.text, run.line, shown.anchors))
        self._out += run.figures

    def _figure(self, element: Element) -> None:
        picture = next(element.iter("img"), None)
        caption = next(element.iter("figcaption"), None)
        if picture is None or next(element.iter("table"), None) is not None:
            self._flow(element)
            return
        run = self._new_run()
        if caption is not None:
            fill(run, caption, self._chrome)
        shown = run.finish()
        rest = Run()
        _fill_beside(rest, element, caption, self._chrome)
        said = rest.finish()
        data = {
            "alt": collapse(picture.get("alt") or "") or None,
            "caption": shown.text or None,
            "src": picture.get("src"),
        }
        spanned = [anchor for anchor in said.anchors if anchor.start is not None]
        images = [anchor for anchor in (*shown.anchors, *said.anchors) if anchor.start is None]
        anchors = [anchor for anchor in shown.anchors if anchor.start is not None]
        anchors += [Anchor(anchor.href, None, None, data["alt"] or "") for anchor in images]
        self._emit(Raw("figure", shown.text, self._chrome.line(element), anchors, data=data))
        if said.text:
            self._emit(Raw("paragraph", said.text, self._chrome.line(element), spanned))

    # -- runs --------------------------------------------------------------------------------------------------

    def _new_run(self) -> Run:
        """A run in which the links around it go on."""
        run = Run()
        run.parts = [LINK] * len(self._links)
        run.hrefs = list(self._links)
        return run

    def _links_over(self, text: str) -> list[Anchor]:
        """The links around a block whose own text they cover."""
        return [Anchor(href, 0, len(text)) for href in self._links]

    def _flush(self) -> None:
        run = self._run
        if not run.parts and run.line is None and not run.figures:
            return
        hints, self._hints_of_run = self._hints_of_run, {}
        if not run.filled and not run.figures and len(run.hrefs) == len(self._links):
            if run.parts or run.line is not None:
                self._run = self._new_run()
            return
        run.parts.extend(LINK_END for _ in self._links)
        shown = run.finish()
        self._run = self._new_run()
        shown.anchors = [anchor for anchor in shown.anchors if anchor.start is not None or anchor.text]
        if shown.text:
            self._paragraphs(shown, run, hints)
        elif run.figures:
            run.figures[0].anchors = [*run.figures[0].anchors, *shown.anchors]
        for figure in run.figures:
            self._emit(figure)

    def _paragraphs(self, shown: Shown, run: Run, hints: dict[str, str]) -> None:
        """A blank line (`<br><br>`) ends a paragraph; a link over it goes on in the next."""
        lines = run.lines(shown)
        spanned = [anchor for anchor in shown.anchors if anchor.start is not None]
        loose = [anchor for anchor in shown.anchors if anchor.start is None]
        start = stop = number = first = 0
        for piece in _BLANK_LINES.split(shown.text):
            start = shown.text.index(piece, stop)
            number += shown.text.count("\n", stop, start)
            stop = start + len(piece)
            while first < len(spanned) and (spanned[first].stop or 0) <= start:
                first += 1
            anchors, loose = [*loose, *_within(spanned, first, start, stop)], []
            count = piece.count("\n") + 1
            looks = shown.looks[number : number + count]
            raw = Raw("paragraph", piece, lines[number], anchors, looks, lines[number : number + count], hints=hints)
            self._emit(raw)
            number += count - 1

    def _emit(self, raw: Raw) -> None:
        raw.role = self._role
        if self._pending:
            raw.anchors = [*raw.anchors, *self._pending]
            self._pending = []
        self._out.append(raw)

    def _hints(self, element: Element) -> dict[str, str]:
        if not self._chrome.page.is_text:
            return _NO_HINTS
        return {name: value for name in _HINTS if (value := element.get(name))}


def _fill_beside(run: Run, element: Element, caption: Element | None, chrome: Chrome) -> None:
    """Adds what a figure shows beside its caption."""
    if element.text:
        run.add(element.text, element, chrome)
    for child in element:
        tag = child.tag
        if child is caption:
            run.end_line(BOUND, None)
        elif not isinstance(tag, str):
            pass
        elif caption is None or not any(inner is caption for inner in child.iter("figcaption")):
            enter(run, child, chrome)
        elif not chrome.skips(child, tag):
            run.end_line(BOUND, None)
            _fill_beside(run, child, caption, chrome)
        if child.tail:
            run.add(child.tail, child, chrome)


def _within(anchors: list[Anchor], first: int, start: int, stop: int) -> Iterator[Anchor]:
    """The parts of links, in order from `first` on, that lie in a piece of their text."""
    for number in range(first, len(anchors)):
        begin, end = anchors[number].start or 0, anchors[number].stop or 0
        if begin >= stop:
            return
        if end > start:
            yield Anchor(anchors[number].href, max(begin, start) - start, min(end, stop) - start, anchors[number].text)


def _is_quote(element: Element) -> bool:
    """A blockquote that is a quotation, not the indent of a whole page."""
    return next(element.iter(*_NO_QUOTE), None) is None and len(element.xpath("string()")) < _LONG_QUOTE


_LOOKUPS: dict[str, tuple[Lookup[str], Lookup[int]]] = {}


def _lookups(template: Template) -> tuple[Lookup[str], Lookup[int]]:
    if template.name not in _LOOKUPS:
        _LOOKUPS[template.name] = Lookup(dict(template.lines)), Lookup(template.ranks)
    return _LOOKUPS[template.name]
