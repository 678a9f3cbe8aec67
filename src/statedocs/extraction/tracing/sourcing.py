"""Where texts and elements of a tree stand in the source that it was read from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from statedocs.extraction.page import UNKNOWN_LINE, Element
from statedocs.extraction.tracing.alignment import Range, match
from statedocs.extraction.tracing.explanation import Mark
from statedocs.extraction.tracing.stream import Stream
from statedocs.extraction.tracing.texts import UNKNOWN
from statedocs.extraction.tracing.tokens import Cover, segments
from statedocs.extraction.tracing.written import Tag, Written

_CONTEXT: Final = 32
"""So many characters of what follows tell a short text from another that is the same."""
_PROBE: Final = 6
_FAR: Final = 60_000


def places_in(written: Written, stream: Stream) -> list[int]:
    """For each character of a stream, which solid character of the source it is; UNKNOWN where none was found."""
    places: list[int] = []
    at = 0
    text = stream.text()
    for piece, solid in zip(stream.pieces, stream.solids, strict=True):
        if not solid:
            continue
        least = max(at, written.first_on(piece.line)) if piece.line is not None else at
        ranges = _find(written.solid, least, solid, text[piece.start : piece.start + max(len(solid), _CONTEXT)])
        places += [place for start, stop in ranges for place in range(start, stop)]
        places += [UNKNOWN] * (piece.start + len(solid) - len(places))
        at = ranges[-1][1] if ranges else at
    return places


def _find(text: str, at: int, words: str, context: str) -> list[Range]:
    """Words from a place on: here, or where what follows stands too, or wherever they are next."""
    if text.startswith(words, at):
        return [(at, at + len(words))]
    for sought in (context, words):
        start = text.find(sought, at, at + _FAR + len(sought))
        if start >= 0:
            return [(start, start + len(words))]
    start = at if text.startswith(words[:_PROBE], at) else text.find(words[:_PROBE], at, at + _FAR)
    return match(text, start, words) or [] if start >= 0 else []


def tags_of(written: Written, root: Element, elements: Iterable[Element]) -> dict[Element, Tag]:
    """The start tags of some elements, by name, order and line; those that the source does not write have none."""
    wanted = set(elements)
    written_tags: defaultdict[str, list[Tag]] = defaultdict(list)
    for tag in written.tags:
        written_tags[tag.name].append(tag)
    found: dict[Element, Tag] = {}
    for name in {str(element.tag) for element in wanted}:
        same = list(root.iter(name))
        for element, tag in _in_order(same, written_tags[name]):
            if element in wanted:
                found[element] = tag
    return found


def _in_order(elements: Sequence[Element], tags: Sequence[Tag]) -> Iterator[tuple[Element, Tag]]:
    """Elements and tags of one name, one for one; where their numbers differ, each by its line."""
    if len(elements) == len(tags):
        yield from zip(elements, tags, strict=True)
        return
    by_line: defaultdict[int, list[Tag]] = defaultdict(list)
    for tag in reversed(tags):
        by_line[min(tag.line, UNKNOWN_LINE)].append(tag)
    for element in elements:
        line: object = element.sourceline
        if isinstance(line, int) and by_line[line]:
            yield element, by_line[line].pop()


def marks_in(
    written: Written,
    places: Sequence[int],
    covers: Sequence[Cover],
    tags: Mapping[Tag, Sequence[int]],
    spots: Mapping[Range, tuple[int, ...]],
) -> list[Mark]:
    """The source's ranges that belong to pairs: in order, none over another."""
    found = [Mark(tag.start, tag.stop, tuple(pairs)) for tag, pairs in tags.items()]
    found += [Mark(start, stop, pairs) for (start, stop), pairs in spots.items()]
    for (start, stop), pairs in segments(covers):
        found += [Mark(first, last, pairs) for first, last in source_ranges(written, places, start, stop)]
    found.sort(key=lambda mark: mark.start)
    return list(_apart(found))


def source_ranges(written: Written, places: Sequence[int], start: int, stop: int) -> Iterator[Range]:
    """A range of the stream as ranges of the source, cut at every tag."""
    first = last = None
    for place in places[start:stop]:
        if place == UNKNOWN:
            continue
        begins, ends = written.starts[place], written.stops[place]
        if last is not None and _is_near(written.source, last, begins):
            last = max(last, ends)  # one reference may stand for several characters
            continue
        if first is not None and last is not None:
            yield first, last
        first, last = begins, ends
    if first is not None and last is not None:
        yield first, last


def _is_near(source: str, last: int, begins: int) -> bool:
    """Whether no tag stands between."""
    return begins <= last or (begins - last <= _CONTEXT and "<" not in source[last:begins])


def _apart(marks: Sequence[Mark]) -> Iterator[Mark]:
    """Without what lies over another: two characters of one reference, of which two fields have one each."""
    last = 0
    for mark in marks:
        if mark.stop > last:
            yield mark if mark.start >= last else replace(mark, start=last)
            last = mark.stop
