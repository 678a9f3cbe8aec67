"""Chrome that no element marks: lines told by their words, as the template declares them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from statedocs.extraction.page import Gone, Raw
from statedocs.extraction.raw_lines import cut_lines
from statedocs.extraction.text import solid
from statedocs.templates.template import Template

_Rules = tuple[tuple[re.Pattern[str], str], ...]
_BREADCRUMB: Final = "breadcrumb"
_TEXTUAL: Final = frozenset({"paragraph", "heading", "quote", "preformatted"})


def without_chrome_lines(blocks: Sequence[Raw], template: Template) -> tuple[list[Raw], list[Gone]]:
    """Takes off blocks, and lines at the edges of blocks, that are chrome by their words."""
    worded = _compiled(tuple(template.chrome_lines.items()))
    linked = _compiled(tuple({**template.chrome_lines, **template.chrome_links}.items()))
    if not linked:
        return list(blocks), []
    kept: list[Raw] = []
    gone: list[Gone] = []
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
    return kept, gone


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
