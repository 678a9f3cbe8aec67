"""The ranks of a text's headings by the page's own table of contents: how deep its list holds them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from statedocs.extraction.heading_shapes import shape_of
from statedocs.extraction.page import Element, Gone, Raw
from statedocs.extraction.sections import ONLY_NUMBER, split_number
from statedocs.extraction.text import collapse

_LISTS: Final = frozenset({"ol", "ul"})
_FIRST_LEVEL: Final = 2
_LAST_LEVEL: Final = 6
_FEWEST: Final = 3
_LINK: Final = re.compile(r"\[\d+\]")
"""The number that a dump sets before a link."""

Entry = tuple[str, int]
"""What an entry of the contents says, folded, and how deep it stands (0 at the margin)."""


def rank_by_contents(blocks: Sequence[Raw], gone: Sequence[Gone]) -> list[Raw]:
    """The blocks with their headings ranked as the page's contents hold them, where these have sub-entries.

    A line that is one of their entries is a heading. One that they leave out ranks as those of its numbering that they
    hold, else with the deepest; it is none if right below it comes one that they hold: a link to another page.

    Args:
        blocks: The content's blocks, headings among them.
        gone: What was left out of the page; its table of contents is a list there.
    """
    levels = _levels(_contents(gone))
    keys = [_key_at(blocks, at) if raw.kind == "heading" else "" for at, raw in enumerate(blocks)]
    if len({key for key in keys if key in levels}) < _FEWEST:
        return list(blocks)
    left = Counter({key: len(found) for key, found in levels.items()}) - Counter(keys)
    lines = [_key(raw.text) if raw.kind == "paragraph" else "" for raw in blocks]
    keys = [key or (line if left[line] > 0 else "") for key, line in zip(keys, lines, strict=True)]
    rest = _rest(levels)
    kinds: dict[str, int] = {}
    out: list[Raw] = []
    for at, raw in enumerate(blocks):
        kind = shape_of(raw)[0]
        if keys[at] in levels:
            found = levels[keys[at]]
            kinds[kind] = found.pop(0) if len(found) > 1 else found[0]
            out.append(_heading(raw, kinds[kind]))
        elif raw.kind == "heading" and not kind and at + 1 < len(blocks) and keys[at + 1] in levels:
            out.append(replace(raw, kind="paragraph", level=None))
        elif raw.kind == "heading":
            out.append(_heading(raw, kinds.get(kind, rest) if kind else rest))
        else:
            out.append(raw)
    return out


def _heading(raw: Raw, level: int) -> Raw:
    return replace(raw, kind="heading", text=raw.text.replace("\n", " "), level=min(level, _LAST_LEVEL))


def _rest(levels: dict[str, list[int]]) -> int:
    """The level of what the contents leave out and has no number: the deepest, or one lower where that is numbered."""
    deepest = max(max(found) for found in levels.values())
    below = [key for key, found in levels.items() if max(found) == deepest]
    return deepest + any(split_number(key)[0] is not None for key in below)


def _key_at(blocks: Sequence[Raw], at: int) -> str:
    """What a heading says; a number alone on its line goes with the heading below it."""
    text = blocks[at].text
    if ONLY_NUMBER.match(text) and at + 1 < len(blocks) and blocks[at + 1].kind == "heading":
        text = f"{text} {blocks[at + 1].text}"
    elif at and ONLY_NUMBER.match(blocks[at - 1].text):
        text = f"{blocks[at - 1].text} {text}"
    return _key(text)


def _key(text: str) -> str:
    return collapse(_LINK.sub("", text)).casefold()


def _levels(entries: Sequence[Entry]) -> dict[str, list[int]]:
    levels: dict[str, list[int]] = {}
    for text, depth in entries:
        levels.setdefault(text, []).append(_FIRST_LEVEL + depth)
    return levels


def _contents(gone: Sequence[Gone]) -> list[Entry]:
    """The entries of the first table of contents that has entries under entries."""
    for part in gone:
        if part.element is None or part.element.tag not in _LISTS or not part.rule.endswith("table-of-contents"):
            continue
        entries = list(_entries(part.element, 0))
        if any(depth for _, depth in entries):
            return entries
    return []


def _entries(items: Element, depth: int) -> Iterator[Entry]:
    for item in items:
        inner = [child for child in item if child.tag in _LISTS]
        words = [item.text or "", *("".join(map(str, c.itertext())) + (c.tail or "") for c in item if c not in inner)]
        if key := _key(" ".join(words)):
            yield key, depth
        for below in inner:
            yield from _entries(below, depth + 1)
