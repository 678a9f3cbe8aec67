"""Blocks cut between their lines."""

from dataclasses import replace

from statedocs.extraction.page import Raw


def cut_lines(raw: Raw, first: int, last: int) -> Raw:
    """The block of some lines of a block, its links moved along."""
    lines = raw.text.split("\n")
    start = sum(len(line) + 1 for line in lines[:first])
    text = "\n".join(lines[first:last])
    anchors = []
    for anchor in raw.anchors:
        if anchor.start is None or anchor.stop is None:
            anchors.append(anchor)
        elif start <= anchor.start and anchor.stop <= start + len(text):
            anchors.append(replace(anchor, start=anchor.start - start, stop=anchor.stop - start))
    line = raw.lines[first] if first < len(raw.lines) else raw.line
    looks, known, indents = raw.looks[first:last], raw.lines[first:last], raw.indents[first:last]
    return replace(raw, text=text, line=line, anchors=anchors, looks=looks, lines=known, indents=indents)
