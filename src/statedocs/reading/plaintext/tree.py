"""Text to tree: paragraphs, lists, tables and headings as elements, so that texts are read like pages."""

from collections.abc import Container, Iterable
from itertools import pairwise

from lxml import etree

from statedocs.reading.plaintext import lists, shapes, tables
from statedocs.reading.plaintext.boxes import without_boxes
from statedocs.reading.plaintext.fragments import rejoined
from statedocs.reading.plaintext.front import names_site, take_front_matter
from statedocs.reading.plaintext.glue import unglued, without_buttons
from statedocs.reading.plaintext.inline import Inline, crumb_steps, is_markdown, take_addresses
from statedocs.reading.plaintext.justified import without_justification
from statedocs.reading.plaintext.lines import (
    Ledger,
    Line,
    split,
    without_image_cells,
    without_numbers,
    without_ornaments,
    without_page_headers,
    without_quotes,
    without_rubbish,
)
from statedocs.reading.plaintext.linked import link_within
from statedocs.reading.plaintext.oneline import cut_glued
from statedocs.reading.plaintext.scripts import without_scripts
from statedocs.reading.plaintext.starred import without_stars
from statedocs.reading.plaintext.terminal import find_headings
from statedocs.reading.plaintext.wrap import Wrap, measure

Element = etree._Element
_LONGEST_HEADING = 100
_LONGEST_RUN = 120
_NO_WRAP = 50
"""No program wraps Markdown at fewer columns: a line with so much room was ended by its page."""
_SHORTEST_RUN = 3
_RUBBLE = 5
_ANNOUNCING = 40
_HEADING_ROOM = 68
_BODY = 150
"""A longer paragraph ends the masthead, in which lines may stand side by side."""
_Removed = list[tuple[str, str, int]]


def build(text: str, coded: Container[int] = ()) -> tuple[Element, _Removed]:
    """The tree of a plain text, and what was taken off it as (rule, text, line).

    `coded` are the lines from which control characters were taken already.

    The tree is `<html><body>` with flat children: `p`, `ul` and `ol` (nested `li`, numbers as `marker`), `table`, `pre`
    and `h1` to `h6` where the text itself marks a heading. Each has its `line`. A `p` says how it stood: `indent`,
    `before` and `after` (blank lines), `centred`, `caps`, `columns` (blanks within), `outdented` (left of a margin that
    all other text keeps: 1, or from 2 on its rank where a terminal set it as a heading).

    Every character that is not white space stands once: in the tree's text, in a `marker`, or in what was taken off.
    """
    ledger = Ledger()
    lines, title = take_front_matter(without_scripts(split(text, ledger), ledger), ledger)
    lines = without_stars(cut_glued(without_buttons(rejoined(unglued(without_boxes(lines, ledger))))), ledger)
    lines = without_rubbish(without_page_headers(lines, ledger), ledger, coded)
    lines = without_justification(without_ornaments(without_numbers(lines, ledger), ledger))
    markdown = is_markdown(lines)
    lines, addresses = take_addresses(lines, ledger)
    if markdown:
        lines = link_within(without_image_cells(without_quotes(lines, ledger), ledger))
    builder = _Builder(lines, measure(lines), Inline(ledger, markdown, addresses))
    builder.run()
    if title is not None and names_site(title):
        etree.SubElement(builder.head(), "title").text = title
    elif title is not None:
        etree.SubElement(builder.head(), "meta", {"name": "front-matter-title", "content": title})
    return builder.root, ledger.rows()


class _Builder:
    """Goes through the lines once; each reader either takes lines from the front or leaves them to the next."""

    def __init__(self, lines: list[Line], wrap: Wrap, inline: Inline) -> None:
        self.lines = lines
        self.wrap = wrap
        self.inline = inline
        self.root = etree.Element("html")
        self.body = etree.SubElement(self.root, "body")
        self.margin = wrap.margin
        self.floor = min((line.indent for line in lines), default=0)
        self.placed = {} if inline.markdown else find_headings(lines)
        # Of the last paragraph: whether it announces a list, and whether it was wrapped.
        self.announced = self.broad = False
        self.opening = True
        self.strokes: dict[str, int] = {}

    def head(self) -> Element:
        """A head for what the text says of the page, above the body; its text is in the ledger already."""
        head = etree.Element("head")
        self.root.insert(0, head)
        return head

    def run(self) -> None:
        at = 0
        while at < len(self.lines):
            at = (
                self._heading(at)
                or (at in self.placed and self._paragraph(at))
                or self._rule(at)
                or self._table(at)
                or self._list(at)
                or self._loose(at)
                or self._paragraph(at)
            )

    def _add(self, tag: str, line: int, parent: Element | None = None) -> Element:
        return etree.SubElement(self.body if parent is None else parent, tag, {"line": str(line)})

    def _fill(self, element: Element, texts: Iterable[str], line: int) -> None:
        """Put texts into an element, one a line, with their links."""
        last: Element | None = None
        for index, text in enumerate(texts):
            if index:
                last = etree.SubElement(element, "br")
            for run in self.inline.read(text, line):
                if run.href:
                    last = etree.SubElement(element, "a", {"href": run.href})
                    last.text = run.text
                elif last is None:
                    element.text = (element.text or "") + run.text
                else:
                    last.tail = (last.tail or "") + run.text

    def _heading(self, at: int) -> int:
        """A heading that the text marks: `## Economy`, or a line with a line drawn under it."""
        if (line := self.lines[at]).level:
            self._fill(self._add(f"h{line.level}", line.number), [line.body], line.number)
            return at + 1
        match = shapes.MARKDOWN_HEADING.match(line.body) if self.inline.markdown and line.body[0] == "#" else None
        if match and line.body.strip("# "):
            self.inline.ledger.take("plain-text/heading-mark", match[1], line.number)
            stop = self._stop(at, room=_HEADING_ROOM)
            text = self._joined(at, stop)[match.end() :]
            self._fill(self._add(f"h{len(match[1])}", line.number), [text], line.number)
            return stop
        under = self.lines[at + 1].body if at + 1 < len(self.lines) and not self.lines[at + 1].before else ""
        if not ((line.before or not at) and shapes.is_underlined(line.body, under)):
            return 0
        self.inline.ledger.take("plain-text/rule", under, line.number)
        self._fill(self._add(f"h{self._rank(at, under[0])}", line.number), [line.body], line.number)
        return at + 2

    def _rank(self, at: int, stroke: str) -> int:
        """The rank of an underlined heading: Markdown's, else strokes as they come, that of a title alone aside."""
        if self.inline.markdown:
            return 1 if stroke == "=" else 2
        if at == 0 and not any(
            shapes.UNDERLINE.fullmatch(line.body) and line.body[0] == stroke for line in self.lines[2:]
        ):
            return 2
        return min(self.strokes.setdefault(stroke, 2 + len(self.strokes)), 6)

    def _rule(self, at: int) -> int:
        line = self.lines[at]
        if not shapes.is_rule(line.body):
            return 0
        self.inline.ledger.take("plain-text/rule", line.body, line.number)
        return at + 1

    def _table(self, at: int) -> int:
        found = tables.find(self.lines, at, self.inline.ledger, opening=self.opening)
        if found is None:
            return 0
        table = self._add("table", self.lines[at].number)
        for number, cells in found.rows:
            row = self._add("tr", number, table)
            for cell in cells:
                self._fill(etree.SubElement(row, "td"), cell.split("\n"), number)
        return found.stop

    def _list(self, at: int) -> int:
        if not lists.begins(self.lines, at, self.margin, self.wrap):
            return 0
        items, stop = lists.read(self.lines, at, self.wrap)
        open_lists: list[tuple[Element, bool]] = []
        for item in items:
            del open_lists[item.depth + 1 :]
            if open_lists and len(open_lists) > item.depth and open_lists[-1][1] != item.ordered:
                open_lists.pop()
            if len(open_lists) <= item.depth:
                parent = open_lists[-1][0][-1] if open_lists else self.body
                open_lists.append((self._add("ol" if item.ordered else "ul", item.line, parent), item.ordered))
            self._item(open_lists[-1][0], item, self.lines[at].number)
        return stop

    def _item(self, parent: Element, item: lists.Item, start: int) -> None:
        element = self._add("li", item.line, parent)
        if item.ordered:
            element.set("marker", item.mark)
        else:
            self.inline.ledger.take("plain-text/list-mark", item.mark, start)
        self._fill(element, [lists.joined(texts) for texts in item.texts], item.line)

    def _loose(self, at: int) -> int:
        """Lines that belong together without a mark: entries after a colon, or what was a table."""
        if at and not self.lines[at].before and not self.broad:
            return 0
        stop = at + 1
        while stop < len(self.lines) and not self.lines[stop].before and stop - at < _LONGEST_RUN:
            stop += 1
        run = self.lines[at:stop]
        if len(run) < _SHORTEST_RUN:
            return 0
        if self._are_entries(run):
            group = self._add("ul", run[0].number)
            for line in run:
                self._fill(self._add("li", line.number, group), [line.body], line.number)
            return stop
        if len(run) >= _RUBBLE and run[0].end < _LONGEST_HEADING and tables.is_rubble(run):
            texts = [" " * line.indent + line.body for line in run]
            self._add("pre", run[0].number).text = "\n".join(texts)
            return stop
        return 0

    def _are_entries(self, run: list[Line]) -> bool:
        """Whether short lines without an end follow a line that announces them: `… some of which are listed here:`."""
        return (
            self.announced
            and run[0].before == 1
            and len({line.indent for line in run}) == 1
            and all(len(line.body) <= _LONGEST_HEADING and line.body[-1] not in ".:;,?!" for line in run)
            and not any(self.wrap.joins(line, following, opening=False) for line, following in pairwise(run))
            and not any(tables.is_row(line.body) for line in run)
        )

    def _paragraph(self, at: int) -> int:
        line = self.lines[at]
        placed = self.placed.get(at)
        stop = placed.stop if placed else self._stop(at)
        text = self._joined(at, stop)
        after = self.lines[stop].before if stop < len(self.lines) else 0
        looks = {name: str(int(value)) for name, value in self._looks(line, text, after).items() if value}
        if placed:
            looks["outdented"] = str(placed.rank)
        paragraph = etree.SubElement(self.body, "p", {"line": str(line.number), **looks})
        target = paragraph
        if self.inline.markdown and text.startswith("**") and text.endswith("**") and text.count("**") == 2:
            target = etree.SubElement(paragraph, "b")
        beside = self._beside(line) if stop == at + 1 else None
        self._fill(target, beside or (placed.lines if placed else crumb_steps(text)), line.number)
        self.opening = self.opening and len(text) <= _BODY
        if len(paragraph) == 0 and not (paragraph.text or "").strip():
            self.body.remove(paragraph)
            return stop
        self.margin = self.lines[stop - 1].indent
        self.broad = stop - at > 1
        self.announced = text.endswith(":") and len(text) >= _ANNOUNCING
        return stop

    def _beside(self, line: Line) -> list[str] | None:
        """The lines of a masthead that stand side by side on one."""
        return shapes.beside(line.body) if self.opening and "      " in line.body else None

    def _looks(self, line: Line, text: str, after: int) -> dict[str, int | bool]:
        short = len(text) <= 200
        return {
            "indent": line.indent - self.floor,
            "before": line.before,
            "after": after,
            "centred": short and line.indent >= 8 and self.wrap.centred(line),
            "caps": short and text.isupper(),
            "columns": short and shapes.COLUMNS.search(line.body) is not None,
            "outdented": line.indent < self.wrap.margin and self.wrap.is_kept(lynx=self.inline.has_addresses),
        }

    def _stop(self, at: int, room: int = 0) -> int:
        """The line after the paragraph that begins at line `at`; a line with `room` for the next word ends it."""
        stop = at + 1
        while stop < len(self.lines) and not self.lines[stop].before and self._goes_on(stop, stop == at + 1):
            if room and self.lines[stop - 1].end + 1 + len(self.lines[stop].body.split(" ", 1)[0]) <= room:
                break
            stop += 1
        return stop

    def _goes_on(self, at: int, opening: bool) -> bool:
        line, following = self.lines[at - 1], self.lines[at]
        if self.inline.markdown:
            room = line.end + 1 + len(following.body.split(" ", 1)[0]) <= _NO_WRAP
            begun = shapes.MARKDOWN_HEADING.match(following.body) or shapes.MARKDOWN_LABEL.match(following.body)
            joined = not (line.hard or room or begun)
        else:
            joined = self.wrap.joins(line, following, opening=opening)
        if not joined or lists.is_marked(following) or self._beside(line) or self._beside(following):
            return False
        if shapes.is_rule(following.body):
            return False
        if line.body.count("|") != following.body.count("|") and self.wrap.full(line, following):
            return not (tables.is_gapped(following) or tables.is_gapped(line))  # a wrapped menu
        return not (tables.is_row(following.body) and tables.is_row(line.body))

    def _joined(self, at: int, stop: int) -> str:
        return lists.joined([line.body for line in self.lines[at:stop]])
