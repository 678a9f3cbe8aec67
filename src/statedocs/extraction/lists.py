"""Lists: items with their depth, in reading order."""

from dataclasses import dataclass
from typing import Any, Final

from statedocs.extraction.chrome import Chrome
from statedocs.extraction.inline import Run, enter
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.text import BOUND, Anchor

LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_NESTED: Final = (*LISTS, "dl", "dt", "dd")
_STRUCTURE: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "pre")


def is_layout_list(element: Element) -> bool:
    """Whether a list only indents, or lays pictures out: it holds headings, tables or figures alone, or no entries."""
    if element.tag == "dl":
        return next(element.iter("dt"), None) is None or next(element.iter(*_STRUCTURE), None) is not None
    entries = element.iter("li")
    if all(next(entry.iter("figure"), None) is not None for entry in entries):
        return True
    return next(element.iter(*_STRUCTURE), None) is not None


def read_list(element: Element, chrome: Chrome) -> tuple[Raw | None, list[Raw]]:
    """Gives a list, and the figures that stood in its items."""
    reader = _Reader(chrome)
    if element.tag == "dl":
        reader.definitions(element)
    else:
        reader.items_of(element, 0)
    if not reader.items:
        return None, reader.figures
    _close_gaps(reader.items)
    text = "\n".join(str(item["text"]) for item in reader.items)
    data = {"ordered": element.tag == "ol", "items": reader.items}
    return Raw("list", text, chrome.line(element), anchors=reader.anchors, data=data), reader.figures


def _close_gaps(items: list[dict[str, Any]]) -> None:
    """An entry stands one deeper than the one it belongs to, also where one between them says nothing."""
    path: list[int] = []
    for item in items:
        while path and path[-1] >= item["depth"]:
            path.pop()
        path.append(item["depth"])
        item["depth"] = len(path) - 1


@dataclass(slots=True)
class _Entry:
    """An entry while it is read: its own text so far, and the mark of what comes first."""

    run: Run
    tag: str
    depth: int
    marker: str | None


class _Reader:
    def __init__(self, chrome: Chrome) -> None:
        self.items: list[dict[str, Any]] = []
        self.anchors: list[Anchor] = []
        self.figures: list[Raw] = []
        self._chrome = chrome
        self._offset = 0

    def items_of(self, element: Element, depth: int) -> None:
        """Reads a list's entries; text and elements between them are entries too, nothing is lost."""
        run = Run()
        text = element.text
        if text:
            run.add(text, element, self._chrome)
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
            tail = child.tail
            if tail:
                run.add(tail, child, self._chrome)
        self._close(run, depth, None)

    def _item(self, element: Element, depth: int) -> None:
        marker = element.get("marker") if self._chrome.page.is_text else None
        run = Run()
        self._walk(run, element, depth, marker)

    def _walk(self, run: Run, element: Element, depth: int, marker: str | None) -> None:
        """Fills a run with an entry's own text; lists inside it follow one level deeper."""
        entry = _Entry(run, element.tag, depth, marker)
        self._visit(entry, element)
        self._close(entry.run, depth, entry.marker)

    def _visit(self, entry: "_Entry", element: Element) -> None:
        text = element.text
        if text:
            entry.run.add(text, element, self._chrome)
        for child in element:
            tag: object = child.tag
            if not isinstance(tag, str):
                pass
            elif next(child.iter(*_NESTED), None) is None:
                enter(entry.run, child, self._chrome)
            elif self._chrome.skips(child, tag):
                pass
            elif tag in _NESTED:
                entry.run = self._close(entry.run, entry.depth, entry.marker)
                entry.marker = None
                self._inner(child, entry.tag, entry.depth)
            else:
                entry.run.end_line(BOUND, None)
                self._visit(entry, child)
                entry.run.end_line(BOUND, None)
            tail = child.tail
            if tail:
                entry.run.add(tail, child, self._chrome)

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
        text = element.text
        if text:
            run.add(text, element, self._chrome)
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
            tail = child.tail
            if tail:
                run.add(tail, child, self._chrome)
        self._close(run, depth, None)


def _holds_definitions(element: Element, tag: str) -> bool:
    return tag in ("dt", "dd") or next(element.iter("dt", "dd"), None) is not None
