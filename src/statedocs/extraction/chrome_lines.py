"""Chrome that no element marks: lines told by their words, as the template declares them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from statedocs.extraction.page import Gone, Raw
from statedocs.extraction.raw_lines import cut_lines
from statedocs.extraction.text import solid
from statedocs.templates.template import Template

_Rules = tuple[tuple[re.Pattern[str], str], ...]
_BREADCRUMB: Final = "breadcrumb"
_END_MARK: Final = re.compile(r"\(?#\s?#\s?#(?:\s?#)*\)?|[-\u2013\u2014]\s?30\s?[-\u2013\u2014]")
"""What closes a release: `# # #`."""
_FOLD: Final = " open or close"
_LONGEST_FOLDED: Final = 200
_LAST: Final = 6
"""How many blocks from the end it may stand: a footnote or tags may follow."""
_TEXTUAL: Final = frozenset({"paragraph", "heading", "quote", "preformatted"})


def without_chrome_lines(blocks: Sequence[Raw], template: Template) -> tuple[list[Raw], list[Gone]]:
    """Takes off blocks, and lines at the edges of blocks, that are chrome by their words."""
    blocks, folds = _without_folds(blocks)
    worded = _compiled(tuple(template.chrome_lines.items()))
    linked = _compiled(tuple({**template.chrome_lines, **template.chrome_links}.items()))
    gone: list[Gone] = folds
    if not linked:
        kept, marks = _without_end_mark(blocks, template.name)
        return kept, gone + marks
    kept = []
    for raw in blocks:
        if raw.kind not in _TEXTUAL:
            kept.append(raw)
            continue
        rules = linked if raw.anchors else worded
        rule = _rule(raw.text, rules)
        if rule is not None:
            gone.append(_gone(rule, raw.text, raw.line))
            continue
        rest = _trimmed(raw, rules, gone)
        if rest is not None:
            kept.append(rest)
    kept, marks = _without_end_mark(kept, template.name)
    return kept, gone + marks


def _without_folds(blocks: Sequence[Raw]) -> tuple[list[Raw], list[Gone]]:
    """Takes off the words of the control that folds a part, behind its heading: `Section 1. Life open or close`."""
    kept: list[Raw] = []
    gone: list[Gone] = []
    for raw in blocks:
        if raw.kind in ("paragraph", "heading") and raw.text.endswith(_FOLD) and len(raw.text) <= _LONGEST_FOLDED:
            kept.append(replace(raw, text=raw.text.removesuffix(_FOLD), anchors=[]))
            gone.append(_gone("fold-control", _FOLD.strip(), raw.line))
        else:
            kept.append(raw)
    return kept, gone


def _without_end_mark(blocks: list[Raw], design: str) -> tuple[list[Raw], list[Gone]]:
    """Takes off the mark that closes a release, alone in a block or below the last line of one."""
    for at in range(len(blocks) - 1, max(len(blocks) - 1 - _LAST, -1), -1):
        raw = blocks[at]
        above, _, last = raw.text.rpartition("\n")
        if raw.kind != "paragraph" or not _END_MARK.fullmatch(last.strip()):
            continue
        rest = [cut_lines(raw, 0, above.count("\n") + 1)] if above else []
        return [*blocks[:at], *rest, *blocks[at + 1 :]], [_gone(f"{design}/end-mark", last, raw.line)]
    return blocks, []


def breadcrumb_line(blocks: Sequence[Raw], template: Template) -> Raw | None:
    """The line that is the breadcrumb by its words: `You are in: …`."""
    rules = _compiled(tuple(template.chrome_lines.items()))
    if any(rule == _BREADCRUMB for _, rule in rules):
        for raw in blocks:
            first = raw.text.split("\n", 1)[0]
            if raw.kind in _TEXTUAL and _rule(first, rules) == _BREADCRUMB:
                return raw if first == raw.text else cut_lines(raw, 0, 1)
    return None


@cache
def _compiled(lines: tuple[tuple[str, str], ...]) -> _Rules:
    return tuple((re.compile(pattern, re.I), rule) for pattern, rule in lines)


def _rule(text: str, rules: _Rules) -> str | None:
    return next((rule for pattern, rule in rules if pattern.fullmatch(text)), None)


def _gone(rule: str, text: str, line: int | None) -> Gone:
    return Gone(rule, solid(text), text, line)


def _trimmed(raw: Raw, rules: _Rules, gone: list[Gone]) -> Raw | None:
    """A block without chrome lines at its beginning and end."""
    lines = raw.text.split("\n")
    if len(lines) < 2:
        return raw
    first, last = 0, len(lines)
    while first < last and (rule := _rule(lines[first], rules)) is not None:
        gone.append(_gone(rule, lines[first], raw.line))
        first += 1
    while last > first and (rule := _rule(lines[last - 1], rules)) is not None:
        gone.append(_gone(rule, lines[last - 1], raw.line))
        last -= 1
    if first == last:
        return None
    return cut_lines(raw, first, last) if (first, last) != (0, len(lines)) else raw
