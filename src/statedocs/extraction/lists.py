"""Lists: items with their depth, in reading order."""

from typing import Final

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.inline import Run, enter
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.text import BOUND, Anchor

LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_NESTED: Final = (*LISTS, "dl", "dt", "dd")
_STRUCTURE: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "pre")


def is_layout_list(element: Element) -> bool:
    """Whether a list only indents: it holds headings or tables, or no entries at all."""
    if element.tag == "dl":
        return next(element.iter("dt"), None) is None or next(element.iter(*_STRUCTURE), None) is not None
    return next(element.iter("li"), None) is None or next(element.iter(*_STRUCTURE), None) is not None


def read_list(element: Element, chrome: Chrome) -> tuple[Raw | None, list[Raw]]:
    """Gives a list, and the figures that stood in its items."""
    reader = _Reader(chrome)
    if element.tag == "dl":
        reader.definitions(element)
    else:
        reader.items_of(element, 0)
    if not reader.items:
        return None, reader.figures
    text = "\n".join(str(item["text"]) for item in reader.items)
    data = {"ordered": element.tag == "ol", "items": reader.items}
    return Raw("list", text, chrome.line(element), anchors=reader.anchors, data=data), reader.figures


class _Reader:
    def __init__(self, chrome: Chrome) -> None:
        self.items: list[dict[str, object]] = []
        self.anchors: list[Anchor] = []
        self.figures: list[Raw] = []
        self._chrome = chrome
        self._offset = 0

    def items_of(self, element: Element, depth: int) -> None:
        """Reads a list's entries; text and elements between them are entries too, nothing is lost."""
        run = Run()
        if element.text:
            run.add(element.text, element, self._chrome)
        for child in element:
            tag: object = child.tag
            if isinstance(tag, str) and not (tag == "li" or tag in LISTS):
                enter(run, child, self._chrome)
            elif isinstance(tag, str) and not self._chrome.skips(child, tag):
                run = self._close(run, depth, None)
                if tag == "li":
                    self._item(child, depth)
                else:
                    self.items_of(child, depth + 1)
            if child.tail:
                run.add(child.tail, child, self._chrome)
        self._close(run, depth, None)

    def _item(self, element: Element, depth: int) -> None:
        marker = element.get("marker") if self._chrome.page.is_text else None
        run = Run()
        self._walk(run, element, depth, marker)

    def _walk(self, run: Run, element: Element, depth: int, marker: str | None) -> None:
        """Fills a run with an entry's own text; lists inside it follow one level deeper."""
        pending = [run]
        first = [marker]

        def visit(node: Element) -> None:
            if node.text:
                pending[0].add(node.text, node, self._chrome)
            for child in node:
                tag: object = child.tag
                if not isinstance(tag, str):
                    pass
                elif next(child.iter(*_NESTED), None) is None:
                    enter(pending[0], child, self._chrome)
                elif self._chrome.skips(child, tag):
                    pass
                elif tag in _NESTED:
                    pending[0] = self._close(pending[0], depth, first[0])
                    first[0] = None
                    self._inner(child, element.tag, depth)
                else:
                    pending[0].end_line(BOUND, None)
                    visit(child)
                    pending[0].end_line(BOUND, None)
                if child.tail:
                    pending[0].add(child.tail, child, self._chrome)

        visit(element)
        self._close(pending[0], depth, first[0])

    def _inner(self, element: Element, outer: str, depth: int) -> None:
        """Reads what follows inside an entry: a list of its own, or a term or meaning where the last is not closed."""
        if element.tag in LISTS:
            self.items_of(element, depth + 1)
        elif element.tag == "dl":
            self.definitions(element, depth + 1)
        else:
            self._walk(Run(), element, max(0, depth + (element.tag == "dd") - (outer == "dd")), None)

    def _close(self, run: Run, depth: int, marker: str | None) -> Run:
        shown = run.finish()
        self.figures += run.figures
        if shown.text or shown.anchors:
            for anchor in shown.anchors:
                if anchor.start is not None and anchor.stop is not None:
                    anchor.start += self._offset
                    anchor.stop += self._offset
            self.anchors += shown.anchors
        if shown.text:
            self.items.append({"text": shown.text, "depth": depth, "marker": marker})
            self._offset += len(shown.text) + 1
        return Run()

    def definitions(self, element: Element, depth: int = 0) -> None:
        """Terms stand at the list's depth, what is said of them one deeper; what stands between is an entry too."""
        run = Run()
        if element.text:
            run.add(element.text, element, self._chrome)
        for child in element:
            tag: object = child.tag
            if isinstance(tag, str) and not _holds_definitions(child, tag):
                enter(run, child, self._chrome)
            elif isinstance(tag, str) and not self._chrome.skips(child, tag):
                run = self._close(run, depth, None)
                if tag in ("dt", "dd"):
                    self._walk(Run(), child, depth + (tag == "dd"), None)
                else:
                    self.definitions(child, depth + (tag == "dl"))
            if child.tail:
                run.add(child.tail, child, self._chrome)
        self._close(run, depth, None)


def _holds_definitions(element: Element, tag: str) -> bool:
    return tag in ("dt", "dd") or next(element.iter("dt", "dd"), None) is not None
