"""Texts that a dump broke at every element, links and emphasis too: `See the` / `Sample Atlas` / `, and then`."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from statedocs.reading.plaintext.lines import Line
from statedocs.reading.plaintext.shapes import PROSE_END

_FEWEST: Final = 2
_RAREST: Final = 400
"""Of so many lines at least one begins with a point or comma."""
_GOES_ON: Final = re.compile(r"[,.;:)\]’”?!%](?:[\s’”\"')\]]|$)|[’']s\b")
"""How a line begins that cannot begin one."""
_OPEN: Final = re.compile(
    r"(?:[(\[“,–-]|\b(?:of|the|The|and|or|to|in|In|for|from|by|with|a|an|A|An|as|at|on|see|See|is|are|was|were|that|which"
    r"|its|their|[Vv]isit|\w+[’']s))$"
)
_NUMBER: Final = re.compile(r"(?:(?i:section|chapter|part) \d+|[A-Z]|[a-z]|[IVX]{1,4})[.:]$")
"""The number of a heading, broken off."""
_LETTERED: Final = re.compile(r"(?:[a-z]|[ivx]{1,4})[.)]\s")
_JOINING: Final = re.compile(r"(?:and|or|of|with|in|for|to|by|on|against|at|from)\s")
_JOINTS: Final = ("and", "or", "of")
"""Words that stand alone between two others."""
_LABEL: Final = re.compile(r"[A-Z][^.:;!?]{1,60}:(?:\s|$)")
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_LONG: Final = 40
_CLAUSE: Final = 60
_SENTENCE: Final = 30
_LOWER: Final = 0.6
_KEPT: Final = 0.8
_TORN: Final = 2
_FEWEST_OPEN: Final = 5
"""Words of a line that opens a sentence, and is no heading."""


def rejoined(lines: list[Line]) -> list[Line]:
    """The lines of a text; where it was broken within sentences, these are whole again."""
    signs = sum(_is_end(line) for line in lines)
    if signs < _FEWEST or signs * _RAREST < len(lines):
        return lines
    kept = _keeps_blanks(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _belongs(groups[-1], line, kept=kept):
            groups[-1].append(line)
            if len(groups) > 1 and _opens_sentence(groups[-2], groups[-1]):
                groups[-2:] = [groups[-2] + groups[-1]]
        else:
            if kept and len(groups) > 1 and _is_label_end(groups[-2], groups[-1]):
                groups[-2:] = [groups[-2] + groups[-1]]
            groups.append([line])
    return [_whole(group) for group in groups]


def _whole(group: Sequence[Line]) -> Line:
    body = group[0].body
    for line in group[1:]:
        tight = _GOES_ON.match(line.body) or body[-1] in "([“" or _is_torn(body, line.body)
        body += line.body if tight else f" {line.body}"
    return replace(group[0], body=body, open=group[-1].open) if len(group) > 1 else group[0]


def _is_end(line: Line) -> bool:
    return not line.before and not line.indent and _GOES_ON.match(line.body) is not None


def _keeps_blanks(lines: Sequence[Line]) -> bool:
    """Whether the blanks around what was broken off are still there: then no blank means another line."""
    broken = [
        last.open or line.indent > 0 for last, line in pairwise(lines) if not line.before and line.body[0].islower()
    ]
    return len(broken) >= _FEWEST and sum(broken) >= _KEPT * len(broken)


def _belongs(group: Sequence[Line], line: Line, *, kept: bool) -> bool:
    """Whether a line carries on what stands above it."""
    last, body = group[-1], line.body
    if len(group) == 1 and _NUMBER.match(last.body):
        return body[0].isupper() and len(body) > len(last.body)
    if line.before:
        return False
    if _GOES_ON.match(body) or _OPEN.search(last.body[-20:]) or _is_torn(last.body, body):
        return True
    if PROSE_END.search(last.body[-5:]) or _LETTERED.match(body) or (kept and not (last.open or line.indent)):
        return False
    length = sum(len(piece.body) for piece in group)
    if body[0].islower():
        long = length >= _LONG or len(body) >= _CLAUSE or (len(body) >= _SENTENCE and body[-1] == ".")
        if " " not in body and not _is_running(group):
            return body in _JOINTS
        return long or _JOINING.match(body) is not None
    return length >= _CLAUSE and _is_running(group)


def _opens_sentence(above: Sequence[Line], group: Sequence[Line]) -> bool:
    """Whether a line opens the sentence whose linked word was broken off: `In May, the news` / `Sample` / `said …`."""
    if len(above) > 1 or len(group) != _TORN or group[0].before or not group[1].body[0].islower():
        return False
    text = above[0].body
    open_end = not PROSE_END.search(text[-5:]) and text.count(" ") + 1 >= _FEWEST_OPEN and _is_running(above)
    return open_end and len(group[0].body) <= _LONG and len(group[1].body) >= _CLAUSE


def _is_torn(above: str, body: str) -> bool:
    """Whether a word was torn in two: `E` / `xile: …`, `detainees’` / `s families`."""
    if above[-1:] in ("’", "'"):
        return body[:2] == "s "
    return len(above) <= _TORN and above.isupper() and body[0].islower() and body[1:2].islower()


def _is_running(group: Sequence[Line]) -> bool:
    """Whether a group is running text, most of its words small."""
    words: list[str] = [word for line in group for word in _WORD.findall(line.body)]
    return sum(word[0].islower() for word in words) >= _LOWER * len(words)


def _is_label_end(above: Sequence[Line], group: Sequence[Line]) -> bool:
    """Whether a group ends the label whose first words were broken off: `Child ` / `Marriage` / `: The age …`."""
    if group[0].before or len(group) < 2 or not (above[-1].open or group[0].indent):
        return False
    text = _whole(above).body
    return not PROSE_END.search(text[-5:]) and len(text) <= _LONG and _LABEL.match(_whole(group).body) is not None
