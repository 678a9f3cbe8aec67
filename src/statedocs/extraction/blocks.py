"""Content to flat blocks in reading order, in one walk over the tree."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, Final

from statedocs.extraction import inline
from statedocs.extraction.chrome import Chrome
from statedocs.extraction.figures import caption_table, is_captioned, is_figure, read_figure
from statedocs.extraction.inline import BLOCKS, LOOKS, Run, fill, goes_on_plainly, words_at_once
from statedocs.extraction.lists import LISTS, is_layout_list, read_list
from statedocs.extraction.lookups import line_lookups
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.paragraphs import hints_of, indented, indents_of, is_quote, masthead_or_heading, with_figures
from statedocs.extraction.preformatted import preformatted
from statedocs.extraction.tables import are_data, is_layout, loose_rows, read_rows, read_table
from statedocs.extraction.text import BREAK, LINK, LINK_END, NO_LOOKS, Anchor, Shown, collapse, says_more_than_slack
from statedocs.templates.template import Template

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_PREFORMATTED: Final = ("pre", "xmp", "listing", "plaintext")
_Reader = Callable[["Blocks", Element, str], None]


class Blocks:
    """Walks elements and collects their blocks."""

    def __init__(self, chrome: Chrome, template: Template) -> None:
        self._chrome = chrome
        self._line = chrome.line
        self._is_text = chrome.page.is_text
        self._labelled = bool(chrome.page.labels)
        roles, ranks = line_lookups(template)
        self._roles = roles if roles else None
        self._ranks = ranks if ranks else None
        self._telling = chrome.telling | roles.tags
        self._ids = chrome.ids | roles.ids
        self._ordinary: set[tuple[str, str | None]] = set()
        self._kinds_tell = chrome.kinds_tell and not roles.needs_attributes
        self._looks_tell = not self._telling.isdisjoint(LOOKS)
        self._run = Run()
        self._links: list[str] = []
        self._role: str | None = None
        self._hints_of_run: dict[str, str] = {}
        self._pending: list[Anchor] = []
        self._loose_rows: dict[Element, bool] = {}
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
        """Goes through the children; this loop is where a page's time goes, so what is ordinary is told at once."""
        text = element.text
        if text:
            self._run.add(text, element, self._chrome)
        labelled, telling, readers, other = self._labelled, self._telling, self._readers, Blocks._inline
        for child in element:
            tag = child.tag
            if isinstance(tag, str):
                if (labelled or tag in telling or child.keys()) and not self._is_ordinary(child, tag):
                    self._node(child, tag)
                else:
                    readers.get(tag, other)(self, child, tag)
            tail = child.tail
            if tail and (self._run.filled or not tail.isspace()):
                self._run.add(tail, child, self._chrome)

    def _is_ordinary(self, element: Element, tag: str) -> bool:
        """Whether elements of its kind were met, and nothing else makes it chrome, hidden or a masthead line."""
        if (tag, element.get("class")) not in self._ordinary:
            return False
        return element.get("id") not in self._ids and element not in self._chrome.hidden

    def _node(self, element: Element, tag: str) -> None:
        """An element that may be chrome, hidden or a masthead line; if it is none, neither are others of its kind."""
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
        if self._enter(element, tag) and self._kinds_tell and tag not in self._telling:
            self._ordinary.add((tag, element.get("class")))

    def _enter(self, element: Element, tag: str) -> bool:
        """Reads an element in the role that the template gives it; true where it gives none."""
        role = self._roles.find(element, tag) if self._roles else None
        read = self._readers.get(tag, Blocks._inline)
        if role is None:
            read(self, element, tag)
            return True
        self._flush()
        outer, self._role = self._role, role
        read(self, element, tag)
        self._flush()
        self._role = outer
        return False

    def _box(self, element: Element, tag: str) -> None:
        """A block that only holds others, or (in tag soup, and within a link) text of its own."""
        if tag == "div" and is_captioned(element):
            self._figure(element, tag)
            return
        self._flush()
        rank = element.get("aria-level") if tag != "p" else None
        if rank and rank in "123456" and element.get("role") == "heading":
            self._titled(element, int(rank))
        else:
            if tag == "p":
                self._run.line = self._line(element)
                self._hints_of_run = self._hints(element)
            self._within(element, inline.styled(element) if tag == "p" else ())
        self._flush()

    def _inline(self, element: Element, tag: str) -> None:
        if tag in LOOKS and not inline.is_light(element):
            self._within(element, (LOOKS[tag],))
        elif tag == "br":
            self._run.end_line(BREAK, self._line(element))
        elif tag in ("img", "area"):
            inline.image(self._run, element, self._chrome)
        elif tag == "a" and (href := element.get("href")) is not None:
            self._link(element, href)
        else:
            self._within(element, inline.marks_of(element, tag))

    def _within(self, element: Element, marks: Sequence[tuple[str, str]]) -> None:
        self._run.parts += [mark for mark, _ in marks]
        self._flow(element)
        self._run.parts += [end for _, end in reversed(marks)]

    def _link(self, element: Element, href: str) -> None:
        if inline.is_empty_link(element):
            if inline.leads_somewhere(href):
                self._pending.append(Anchor(href, None, None, ""))
            self._flow(element)
            return
        self._run.parts.append(LINK)
        self._links.append(href)
        self._run.hrefs.append(href)
        self._flow(element)
        self._links.pop()
        self._run.parts.append(LINK_END)

    def _paragraph(self, element: Element, tag: str) -> None:
        """A `p`: most hold text alone, or text with emphasis in it."""
        words = None if self._links or inline.styled(element) else words_at_once(element, self._chrome)
        opened = words is not None and (not len(element) or says_more_than_slack(element.text or ""))
        if words is None or not (opened or (not self._looks_tell and goes_on_plainly(element))):
            self._box(element, tag)
            return
        self._flush()
        if text := collapse(words):
            line, hints = self._line(element), self._hints(element)
            looks, lines = ([NO_LOOKS], [line]) if len(element) else ((), ())
            indents = indents_of(words) if opened else ()
            self._emit(Raw("paragraph", text, line, looks=looks, lines=lines, indents=indents, hints=hints))

    def _heading(self, element: Element, tag: str) -> None:
        self._flush()
        self._titled(element, HEADINGS[tag])
        self._flush()

    def _titled(self, element: Element, level: int) -> None:
        words = None if self._links else words_at_once(element, self._chrome)
        if words is not None:
            if text := collapse(words):
                self._emit(Raw("heading", text, self._line(element), level=self._rank(element) or level))
            return
        if self._roles and any(self._roles.find(part, str(part.tag)) for part in element.iterdescendants()):
            self._flow(element)
            return
        run, shown = self._filled(element)
        for line in masthead_or_heading(shown, run.line):
            self._emit(replace(line, level=self._rank(element) or level))
        self._out += run.figures

    def _rank(self, element: Element) -> int | None:
        return self._ranks.find(element, element.tag) if self._ranks else None

    def _table(self, element: Element, tag: str) -> None:
        if is_layout(element) or not any(text.strip() for text in element.itertext()):  # images alone are no table
            self._box(element, tag)
            return
        self._flush()
        self._whole(*read_table(element, self._chrome))

    def _row(self, element: Element, tag: str) -> None:
        """A row: of a table that is seen through, or (once, with those below it) of none."""
        if element not in self._loose_rows:
            rows = loose_rows(element, self._chrome)
            self._loose_rows.update(dict.fromkeys(rows, are_data(rows)))
            if self._loose_rows.get(element):
                self._flush()
                self._whole(*read_rows(rows, self._chrome))
        if not self._loose_rows.get(element):
            self._box(element, tag)

    def _list(self, element: Element, tag: str) -> None:
        if is_layout_list(element):
            self._box(element, tag)
            return
        self._flush()
        self._whole(*read_list(element, self._chrome))

    def _whole(self, block: Raw | None, figures: list[Raw]) -> None:
        """A table, a list or the like, and the figures that stood in it."""
        if block is not None:
            block.anchors = [*block.anchors, *inline.links_over(self._links, block.text)]
            self._emit(block)
        self._out += figures

    def _preformatted(self, element: Element, _tag: str) -> None:
        self._flush()
        text, anchors = preformatted(element, self._chrome)
        self._whole(Raw("preformatted", text, self._line(element), anchors) if text else None, [])

    def _quote(self, element: Element, tag: str) -> None:
        if not is_quote(element):
            self._box(element, tag)
            return
        self._flush()
        run, shown = self._filled(element)
        if shown.text:
            self._emit(Raw("quote", shown.text, run.line, shown.anchors))
        self._out += run.figures

    def _figure(self, element: Element, tag: str) -> None:
        if not is_figure(element):
            self._box(element, tag)
            caption_table(element, self._out)
            return
        self._flush()
        for raw in read_figure(element, self._chrome, self._new_run()):
            self._emit(raw)

    def _new_run(self) -> Run:
        """A run in which the links around it go on."""
        run = Run()
        run.parts = [LINK] * len(self._links)
        run.hrefs = list(self._links)
        return run

    def _filled(self, element: Element) -> tuple[Run, Shown]:
        run = self._new_run()
        run.line = self._line(element)
        fill(run, element, self._chrome)
        return run, run.finish()

    def _flush(self) -> None:
        run = self._run
        if not (run.parts or run.figures) and run.line is None:
            return
        hints, self._hints_of_run = self._hints_of_run, {}
        if not run.filled and not run.figures and len(run.hrefs) == len(self._links):
            self._run = self._new_run()
            return
        run.parts.extend(LINK_END for _ in self._links)
        shown = run.finish()
        self._run = self._new_run()
        shown.anchors = [anchor for anchor in shown.anchors if anchor.start is not None or anchor.text]
        for raw in with_figures(shown, run, hints):
            self._emit(raw)

    def _emit(self, raw: Raw) -> None:
        raw.role = self._role
        if self._pending:
            raw.anchors = [*raw.anchors, *self._pending]
            self._pending = []
        self._out.append(raw)

    def _hints(self, element: Element) -> dict[str, str]:
        return hints_of(element) if self._is_text else indented(element)

    _readers: ClassVar[Mapping[str, _Reader]] = {
        **dict.fromkeys(BLOCKS, _box),
        **dict.fromkeys(HEADINGS, _heading),
        **dict.fromkeys((*LISTS, "dl"), _list),
        **dict.fromkeys(_PREFORMATTED, _preformatted),
        "p": _paragraph,
        "table": _table,
        "tr": _row,
        "blockquote": _quote,
        "figure": _figure,
    }
    """What reads each block. Functions of the class, for a walk that held its own methods would keep its page alive."""
