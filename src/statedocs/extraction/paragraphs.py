"""Paragraphs: cut from a finished run of inline text, and told from layout where they are quoted."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from statedocs.extraction.inline import Run, is_spacer
from statedocs.extraction.line_roles import is_department
from statedocs.extraction.page import Element, Raw
from statedocs.extraction.raw_lines import cut_lines
from statedocs.extraction.text import Anchor, Shown, leading_blanks

_HINTS: Final = ("indent", "centred", "caps", "before", "after", "columns", "outdented")
_NO_QUOTE: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "pre", "hr")
_LONG_QUOTE: Final = 2500
_NOTHING: Final[dict[str, str]] = {}
_INDENTED: Final = {"indented": "style"}
_MARGIN: Final = re.compile(r"(?:margin|padding)-left: *(?:[1-9]|0?\.[1-9])")
_FAR: Final = 8
_BLANK_LINES: Final = re.compile(r"\n{2,}")


def with_figures(shown: Shown, run: Run, hints: Mapping[str, str]) -> Iterator[Raw]:
    """The paragraphs of a run and its images: those that stand before its first word, and the others behind.

    A link without words is of the first image.
    """
    before, behind = run.figures[: run.leading], run.figures[run.leading :]
    first = before or (behind if not shown.text else [])
    if first:
        loose = [anchor for anchor in shown.anchors if anchor.start is None]
        first[0].anchors = [*first[0].anchors, *loose]
        shown.anchors = [anchor for anchor in shown.anchors if anchor.start is not None]
    yield from before
    if shown.text:
        yield from paragraphs(shown, run, hints)
    yield from behind


def paragraphs(shown: Shown, run: Run, hints: Mapping[str, str]) -> Iterator[Raw]:
    """The paragraphs of a run: a blank line (`<br><br>`) ends one, and a link over it goes on in the next."""
    lines = run.lines(shown)
    spanned = [anchor for anchor in shown.anchors if anchor.start is not None]
    loose = [anchor for anchor in shown.anchors if anchor.start is None]
    if "\n" not in shown.text:  # most: nothing is to be cut
        yield Raw("paragraph", shown.text, lines[0], loose + spanned, shown.looks, lines, shown.indents, hints=hints)
        return
    start = stop = number = first = 0
    for piece in _BLANK_LINES.split(shown.text):
        start = shown.text.index(piece, stop)
        number += shown.text.count("\n", stop, start)
        stop = start + len(piece)
        while first < len(spanned) and (spanned[first].stop or 0) <= start:
            first += 1
        anchors, loose = [*loose, *_within(spanned, first, start, stop)], []
        last = number + piece.count("\n") + 1
        looks, known, indents = shown.looks[number:last], lines[number:last], shown.indents[number:last]
        yield Raw("paragraph", piece, lines[number], anchors, looks, known, indents, hints=hints)
        number = last - 1


def _within(anchors: list[Anchor], first: int, start: int, stop: int) -> Iterator[Anchor]:
    """The parts of links, in order from `first` on, that lie in a piece of their text."""
    for number in range(first, len(anchors)):
        begin, end = anchors[number].start or 0, anchors[number].stop or 0
        if begin >= stop:
            return
        if end > start:
            yield Anchor(anchors[number].href, max(begin, start) - start, min(end, stop) - start, anchors[number].text)


def hints_of(element: Element) -> dict[str, str]:
    """What the plain-text reader noted about a paragraph's lines."""
    return {name: value for name in _HINTS if (value := element.get(name))}


def indented(element: Element) -> dict[str, str]:
    """What a page's own style says of a paragraph: that it stands to the right of the text around it."""
    style = element.get("style")
    return _INDENTED if style and _MARGIN.search(style) else _NOTHING


def indents_of(raw: str) -> Sequence[int]:
    """The indent of a paragraph of one line, where no-break spaces may open it."""
    return [leading_blanks(raw)] if "\xa0" in raw[:_FAR] else ()


def is_quote(element: Element) -> bool:
    """A blockquote that is a quotation, not the indent of a whole page."""
    holds_more = next(element.iter(*_NO_QUOTE), None) is not None or any(map(_shows, element.iter("img")))
    return not holds_more and len(str(element.xpath("string()"))) < _LONG_QUOTE


def _shows(image: Element) -> bool:
    return not is_spacer(image, image.get("src") or "", image.get("alt") or "")


def masthead_or_heading(shown: Shown, line: int | None) -> Iterator[Raw]:
    """A heading element's heading; each of its lines where they are a masthead, opened by the Department's name."""
    lines = shown.text.split("\n")
    if len(lines) > 1 and is_department(lines[0]):
        loose = [anchor for anchor in shown.anchors if anchor.start is None]
        raw = Raw("heading", shown.text, line, [anchor for anchor in shown.anchors if anchor.start is not None])
        first = cut_lines(raw, 0, 1)
        yield replace(first, anchors=[*first.anchors, *loose])
        yield from (cut_lines(raw, number, number + 1) for number in range(1, len(lines)))
    elif shown.text:
        yield Raw("heading", shown.text.replace("\n", " "), line, shown.anchors)
