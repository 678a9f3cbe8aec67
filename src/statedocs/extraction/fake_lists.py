"""Lists that no element marks: lines that begin with bullets, dashes or numbers, and runs of related links."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from statedocs.extraction.list_marks import BULLET, NUMBERED, count_marked, goes_on, is_marked
from statedocs.extraction.page import Part, Raw
from statedocs.extraction.text import Anchor

_FEWEST_LINKS: Final = 3
_LISTED: Final = re.compile(r"listed (?:here|below)\s*:\s*$", re.I)
_LONGEST_LINK: Final = 120
_LONGEST_RUN: Final = 200
RELATED: Final = MappingProxyType({"related": "1"})
"""Hint of a list of related links: its entries are links even where their addresses were lost."""


def make_lists(blocks: Sequence[Raw], *, plain_text: bool) -> list[Raw]:
    """Makes lists of paragraphs that are written as lists.

    A bullet or dash before each line (two lines or more), or numbers that count up over short lines (three or more);
    a paragraph of lines that each are one link; in plain text the run of short lines that is announced as
    `… some of which are listed here:`.
    """
    out: list[Raw] = []
    number = 0
    while number < len(blocks):
        raw = blocks[number]
        announced = bool(out) and out[-1].kind == "paragraph" and _announces(out[-1].text)
        if not announced and (raw.kind != "paragraph" or (raw.text[:1].isupper() and "\n" not in raw.text)):  # most
            out.append(raw)
            number += 1
            continue
        made, used = _list_at(blocks, number, announced=announced, plain_text=plain_text)
        out += made
        number += used
    return out


def _announces(text: str) -> bool:
    return text.rstrip().endswith(":") and _LISTED.search(text) is not None


def _list_at(blocks: Sequence[Raw], number: int, *, announced: bool, plain_text: bool) -> tuple[list[Raw], int]:
    """What the block of this number gives, and how many blocks it took."""
    raw = blocks[number]
    if raw.kind != "paragraph":
        return [replace(raw, hints=RELATED) if raw.kind == "list" else raw], 1
    lines = raw.text.split("\n")
    if announced and plain_text and len(raw.text) <= _LONGEST_LINK * len(lines):
        return _announced(blocks, number)
    if len(lines) >= (1 if announced else _FEWEST_LINKS) and _all_links(raw, lines):
        return [_unmarked_list(raw, lines)], 1
    if len(lines) > 1:
        return _marked_lines(raw, lines), 1
    return _marked_run(blocks, number) if is_marked(raw.text) else ([raw], 1)


def _marked_run(blocks: Sequence[Raw], number: int) -> tuple[list[Raw], int]:
    """The list that paragraphs of one line each make."""
    run = [blocks[number]]
    for following in blocks[number + 1 : number + _LONGEST_RUN]:
        if following.kind != "paragraph" or "\n" in following.text:
            break
        if not goes_on(run[0].text, len(run), following.text):
            break
        run.append(following)
    count = count_marked([piece.text for piece in run], 0, [piece.indents[0] if piece.indents else 0 for piece in run])
    return ([_marked_list(_concatenated(run[:count]))], count) if count else ([blocks[number]], 1)


def _marked_lines(raw: Raw, lines: list[str]) -> list[Raw]:
    """Cuts a paragraph of lines into text and lists where runs of its lines are marked."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        count = count_marked(lines, index, raw.indents)
        if count:
            runs.append((index, index + count))
        index += count or 1
    if not runs:
        return [raw]
    knife = _Knife(raw, lines)
    pieces: list[Raw] = []
    last = 0
    for first, stop in runs:
        if first > last:
            pieces.append(knife.piece(last, first))
        pieces.append(_marked_list(knife.piece(first, stop)))
        last = stop
    if last < len(lines):
        pieces.append(knife.piece(last, len(lines)))
    return pieces


class _Knife:
    """Cuts a paragraph by its lines, links along."""

    def __init__(self, raw: Raw, lines: list[str]) -> None:
        self._raw = raw
        self._lines = lines
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        spans = [(anchor.start, anchor.stop, anchor) for anchor in raw.anchors]
        self._loose = [anchor for start, stop, anchor in spans if start is None or stop is None]
        self._spanned = sorted(
            ((start, stop, anchor) for start, stop, anchor in spans if start is not None and stop is not None),
            key=itemgetter(0),
        )

    def piece(self, first: int, last: int) -> Raw:
        """The paragraph of the lines from `first` up to `last`; links without a span go with the first."""
        raw, start = self._raw, self._starts[first]
        text = "\n".join(self._lines[first:last])
        end = start + len(text)
        anchors = list(self._loose) if first == 0 else []
        for number in range(bisect_left(self._spanned, start, key=itemgetter(0)), len(self._spanned)):
            begin, stop, anchor = self._spanned[number]
            if begin >= end:
                break
            anchors.append(replace(anchor, start=begin - start, stop=min(stop, end) - start))
        return replace(
            raw,
            text=text,
            line=raw.lines[first] if first < len(raw.lines) else raw.line,
            anchors=anchors,
            looks=raw.looks[first:last],
            lines=raw.lines[first:last],
            indents=raw.indents[first:last],
        )


def _marked_list(raw: Raw) -> Raw:
    lines = raw.text.split("\n")
    pattern = BULLET if BULLET.match(lines[0]) else NUMBERED
    matches = [pattern.match(line) or BULLET.match(line) for line in lines]
    cuts = [match.end() if match else 0 for match in matches]
    return _as_list(raw, lines, [match.group("mark") if match else None for match in matches], cuts)


def _unmarked_list(raw: Raw, lines: list[str]) -> Raw:
    return _as_list(raw, lines, [None] * len(lines), [0] * len(lines))


def _concatenated(run: Sequence[Raw]) -> Raw:
    """Paragraphs as one of several lines, links moved along."""
    anchors: list[Anchor] = []
    offset = 0
    for raw in run:
        for anchor in raw.anchors:
            if anchor.start is None or anchor.stop is None:
                anchors.append(anchor)
            else:
                anchors.append(replace(anchor, start=anchor.start + offset, stop=anchor.stop + offset))
        offset += len(raw.text) + 1
    text = "\n".join(raw.text for raw in run)
    indents = [raw.indents[0] if raw.indents else 0 for raw in run]
    return replace(run[0], text=text, anchors=anchors, lines=[raw.line for raw in run], looks=[], indents=indents)


def _as_list(raw: Raw, lines: list[str], marks: Sequence[str | None], cuts: Sequence[int]) -> Raw:
    """A list block of lines whose marks end at `cuts`; links move along."""
    items: list[Part] = []
    starts: list[tuple[int, int, int]] = []
    old = new = 0
    for line, mark, cut, depth in zip(lines, marks, cuts, _depths(raw.indents, marks), strict=True):
        items.append({"text": line[cut:], "depth": depth, "marker": mark})
        starts.append((old, cut, new))
        old += len(line) + 1
        new += len(line) - cut + 1
    anchors = [_moved(anchor, starts) for anchor in raw.anchors]
    ordered = bool(marks) and marks[0] is not None and NUMBERED.match(f"{marks[0]} x") is not None
    text = "\n".join(item["text"] for item in items)
    return replace(
        raw,
        kind="list",
        text=text,
        anchors=anchors,
        looks=[],
        lines=[],
        indents=[],
        data={"ordered": ordered, "items": items},
    )


def _depths(indents: Sequence[int], marks: Sequence[str | None]) -> list[int]:
    """How deep entries stand that a page indents by no-break spaces: each more than the last before it, one deeper.

    Where none is indented, a bullet of another kind than the first is one deeper: `o` below `\u2022`, `--` below `-`.
    """
    if len(indents) != len(marks) or len(set(indents)) == 1:
        bulleted = bool(marks) and BULLET.match(f"{marks[0]} x") is not None
        return [int(bulleted and mark not in (None, marks[0])) for mark in marks]
    depths: list[int] = []
    path: list[int] = []
    for indent in indents:
        while path and path[-1] >= indent:
            path.pop()
        path.append(indent)
        depths.append(len(path) - 1)
    return depths


def _moved(anchor: Anchor, starts: Sequence[tuple[int, int, int]]) -> Anchor:
    if anchor.start is None or anchor.stop is None:
        return anchor
    first, last = _shifted(anchor.start, starts), _shifted(anchor.stop, starts)
    return replace(anchor, start=first, stop=last) if first < last else replace(anchor, start=None, stop=None)


def _shifted(position: int, starts: Sequence[tuple[int, int, int]]) -> int:
    old, cut, new = next(entry for entry in reversed(starts) if entry[0] <= position)
    return new + max(0, position - old - cut)


def _all_links(raw: Raw, lines: Sequence[str]) -> bool:
    """Whether each line is one link from end to end."""
    spans = {(anchor.start, anchor.stop) for anchor in raw.anchors}
    position = 0
    for line in lines:
        if (position, position + len(line)) not in spans:
            return False
        position += len(line) + 1
    return True


def _announced(blocks: Sequence[Raw], number: int) -> tuple[list[Raw], int]:
    """The run of short lines after `listed here:`: one list of related links."""
    run: list[Raw] = []
    for raw in blocks[number:]:
        lines = raw.text.split("\n")
        if raw.kind != "paragraph" or any(len(line) > _LONGEST_LINK or line.endswith((".", ":")) for line in lines):
            break
        run.append(raw)
    if not run:
        return [blocks[number]], 1
    merged = _concatenated(run)
    return [replace(_unmarked_list(merged, merged.text.split("\n")), hints=RELATED)], len(run)
