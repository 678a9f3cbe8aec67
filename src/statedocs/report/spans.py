"""A text of the record with its links and dates."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from statedocs.record import Document, Link
from statedocs.report.html import Html, el, outward, text
from statedocs.report.marks import Marks

Place = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Span:
    """A link or a date mention in a text."""

    start: int
    stop: int
    pointer: str
    link: Link | None


def spans_of(document: Document) -> Mapping[Place, list[Span]]:
    """All links and date mentions that have a span, by section and block."""
    found: defaultdict[Place, list[Span]] = defaultdict(list)
    for number, link in enumerate(document.links):
        if link.section is not None and link.start is not None and link.stop is not None:
            found[link.section, link.block].append(Span(link.start, link.stop, f"/links/{number}", link))
    for number, mention in enumerate(document.date_mentions):
        where = (mention.section, mention.block)
        found[where].append(Span(mention.start, mention.stop, f"/date_mentions/{number}", None))
    for spans in found.values():
        spans.sort(key=_start)
    return found


def marked(words: str, spans: Sequence[Span], marks: Marks, offset: int = 0) -> Html:
    """A text (or the part of one that begins at `offset`) with its spans as elements; a date may stand in a link.

    Args:
        words: The text.
        spans: Spans of the whole text, by their starts.
        marks: Where their pairs stand.
        offset: Where `words` begin in the whole text.
    """
    first = bisect_left(spans, offset, key=_start)
    last = bisect_left(spans, offset + len(words), first, key=_start)
    inside = [span for span in spans[first:last] if span.stop <= offset + len(words)]
    inside.sort(key=lambda span: (span.start, -span.stop, span.link is None))
    parts: list[str] = []
    at = number = 0
    while number < len(inside):
        span = inside[number]
        start, stop = span.start - offset, span.stop - offset
        number += 1
        if start < at:  # two that cross: the second keeps its row in the tables
            continue
        within = []
        while number < len(inside) and inside[number].start < span.stop:
            within.append(inside[number])
            number += 1
        parts += [text(words[at:start]), _element(words[start:stop], span, within, marks)]
        at = stop
    return Html("".join([*parts, text(words[at:])]))


def _start(span: Span) -> int:
    return span.start


def _element(words: str, span: Span, within: Sequence[Span], marks: Marks) -> Html:
    shown = marked(words, within, marks, span.start)
    data = str(marks.number_of[span.pointer])
    if span.link is None:
        return el("span", {"class": "date", "data-p": data, "data-s": "date mention"}, shown)
    if span.link.url is None:
        return el("span", {"class": "link", "data-p": data, "data-s": f"{span.link.kind} link"}, shown)
    return outward(span.link.url, shown, class_name=None, data_p=data, data_s=f"{span.link.kind} link")
