"""Lists that are faked with typed marks: which lines are items, how deep, and what carries them on."""

import re
from dataclasses import dataclass, field

from statedocs.reading.plaintext import shapes
from statedocs.reading.plaintext.lines import Line
from statedocs.reading.plaintext.wrap import Wrap

_PLAIN_MARKS = frozenset("•◦·‣▪▫●○■□∙►➢\uf0b7*-–")
_LETTERED = frozenset("o+#@=")
_DEEPEST = 12
_CENTRED = 8
_HANG = 6
_LONGEST = 200
"""A longer line with a number is a numbered paragraph, no item."""
_PARAGRAPH = 120
_FEW_LETTERS, _SHORTEST_PROSE = 5, 40
_FEW_ENTRIES, _MOST_LINES = 3, 3
"""Entries that make a list though blank lines part them, and lines of each."""
_INITIAL = re.compile(r"[A-Z]\.")
_NEAR = 15
"""Lines in which an entry is followed by the next."""
_FAR = 60
"""Lines between a star and its note."""
_STARRED = re.compile(r"[\w)]\*(?=[\s:;,.]|$)")


@dataclass(slots=True)
class Item:
    """One item.

    Attributes:
        line: Where it begins.
        depth: 0 for the outermost.
        mark: The typed mark or number.
        ordered: Whether the mark counts.
        texts: Its text: wrapped lines together, the others apart.
    """

    line: int
    depth: int
    mark: str
    ordered: bool
    texts: list[list[str]] = field(default_factory=list)


def is_marked(line: Line) -> bool:
    """Whether a line begins with a mark that no sentence is wrapped before."""
    return line.body[0] in _PLAIN_MARKS and line.body[0] not in "-–" and shapes.BULLET.match(line.body) is not None


def mark_of(line: Line) -> re.Match[str] | None:
    """The typed mark or number of a line that may be an item."""
    head = line.body[0]
    if head in _PLAIN_MARKS or (head in _LETTERED and line.body[1:2] in ("", " ")):
        return shapes.BULLET.match(line.body)
    if head == "(" or head.isalnum():
        return shapes.NUMBER.match(line.body)
    return None


def begins(lines: list[Line], at: int, margin: int, wrap: Wrap) -> bool:
    """Whether a list begins at a line.

    Args:
        lines: The lines of the text.
        at: The line in question.
        margin: The indent of the text before it.
        wrap: How the text was wrapped.
    """
    line = lines[at]
    match = mark_of(line)
    if match is None:
        return False
    mark = match[1]
    if mark == "*" and _is_footnote(lines, at):
        return False
    if mark in _PLAIN_MARKS or mark == "--":
        return match.end() < len(line.body) or mark in "*•"
    if mark in _LETTERED:
        return match.end() < len(line.body) and (line.indent > 0 or (mark == "o" and _comes_again(lines, at, mark)))
    if not shapes.first(mark):
        return False
    if len(line.body) > _LONGEST:
        return False
    if _tight_run(lines, at, mark, wrap) or _spaced_run(lines, at, mark):
        return True
    return mark[0].isdigit() and line.indent > margin and _hangs(lines, at)


def _comes_again(lines: list[Line], at: int, mark: str) -> bool:
    """Whether another entry follows at the margin with a letter for a bullet."""
    near = lines[at + 1 : at + _NEAR]
    return any(line.indent == lines[at].indent and line.body.startswith(mark + " ") for line in near)


def _is_footnote(lines: list[Line], at: int) -> bool:
    """Whether a star alone explains one above, `Economy*`: no list of one entry."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    beside = (lines[at - 1] if at else None, following)
    if any(line is not None and line.body.startswith("*") for line in beside):
        return False
    return any(_STARRED.search(line.body) for line in lines[max(0, at - _FAR) : at])


def _tight_run(lines: list[Line], at: int, mark: str, wrap: Wrap) -> bool:
    """Whether the next number follows without a blank line between, and no paragraph of its own under the first."""
    for number, line in enumerate(lines[at + 1 : at + 8]):
        if line.before:
            return False
        match = mark_of(line)
        if number == 0 and match is None and _is_paragraph(lines[at], line, wrap):
            return False
        if match and line.indent == lines[at].indent:
            return shapes.successor(mark, match[1])
    return False


def _spaced_run(lines: list[Line], at: int, mark: str) -> bool:
    """Whether short entries that no point ends count on with a blank line between: the contents of an issue."""
    if not (mark[0].isdigit() or mark == "I."):
        return False
    stop = count = 0
    number = mark
    for start, line in enumerate(lines[at : at + _FEW_ENTRIES * _MOST_LINES], at):
        if start < stop:
            continue
        match = mark_of(line)
        stop = next((after for after in range(start + 1, len(lines)) if lines[after].before), len(lines))
        counts_on = match is not None and (not count or shapes.successor(number, match[1]))
        if match is None or not counts_on or stop - start > _MOST_LINES or lines[stop - 1].body[-1] in ".;:,":
            return False
        number, count = match[1], count + 1
        if count == _FEW_ENTRIES:
            return True
    return False


def _is_paragraph(line: Line, following: Line, wrap: Wrap) -> bool:
    """Whether a sentence stands below a line with a number and does not carry it on: that line is a heading."""
    if following.indent == line.indent and wrap.parts_headings(line, following):
        return True
    if _heads_prose(line.body, following.body):
        return True
    if following.indent > line.indent or wrap.joins(line, following, opening=True):
        return False
    return len(following.body) > _PARAGRAPH or (
        len(following.body) > len(line.body) and shapes.PROSE_END.search(following.body[-5:]) is not None
    )


def _heads_prose(body: str, following: str) -> bool:
    """Whether capitals with a number stand over text that is not in capitals: a heading of parts."""
    capitals = body.isupper() and sum(map(str.isalpha, body)) > _FEW_LETTERS
    return capitals and following[0].isupper() and not following.isupper() and len(following) > _SHORTEST_PROSE


def _hangs(lines: list[Line], at: int) -> bool:
    """Whether what carries the item on stands under its text, not at the margin."""
    following = lines[at + 1] if at + 1 < len(lines) else None
    return following is None or bool(following.before) or following.indent >= lines[at].indent


def read(lines: list[Line], start: int, wrap: Wrap) -> tuple[list[Item], int]:
    """The items of the list that begins at line `start`, and the line after the list."""
    items: list[Item] = []
    indents: list[int] = []
    first = mark_of(lines[start])
    spaced = first is not None and _spaced_run(lines, start, first[1])
    at, column = start, 0
    while at < len(lines):
        line = lines[at]
        match = mark_of(line)
        counts_on = spaced and match is not None and bool(items) and shapes.successor(items[-1].mark, match[1])
        if not (at == start or counts_on or _may_be_item(lines, at, indents, wrap)):
            match = None
        if match and items and _is_heading_mark(line, match[1], items[0].mark):
            break
        if match:
            while indents and line.indent < indents[-1] - 1:
                indents.pop()
            if not indents or (line.indent > indents[-1] + 1 and len(indents) < _DEEPEST):
                indents.append(line.indent)
            ordered = match[1][-1] in ".)"
            items.append(Item(line.number, len(indents) - 1, match[1], ordered))
            text = line.body[match.end() :]
            items[-1].texts += [[text]] if text else []
            column = line.indent + match.end() if text else line.indent + 1
        elif not (_carries_on(lines, at, items[-1], column, wrap) or (spaced and not line.before)):
            break
        elif items[-1].texts and (_wraps(lines, at, wrap) or (spaced and not line.before)):
            items[-1].texts[-1].append(line.body)
        else:
            items[-1].texts.append([line.body])
        at += 1
    return items, at


def _is_heading_mark(line: Line, mark: str, first: str) -> bool:
    """Whether a `#` behind a blank line is the mark of a heading of Markdown: the list has other marks."""
    return mark == "#" and first != "#" and bool(line.before)


def _may_be_item(lines: list[Line], at: int, indents: list[int], wrap: Wrap) -> bool:
    line = lines[at]
    match = mark_of(line)
    if match is None or line.indent < indents[0] - 2:
        return False
    if _INITIAL.fullmatch(match[1]) and not line.before and wrap.full(lines[at - 1], line):
        return False  # a name that was broken: `Timothy` / `E. Sample`
    if match[1] in _LETTERED or match[1] in _PLAIN_MARKS or match[1] == "--":
        return bool(line.before) or not wrap.full(lines[at - 1], line) or line.indent <= indents[-1] or match[1] in "•*"
    # A number at the margin after a blank line is a paragraph of its own: `2. Section 201 …`.
    return line.indent > indents[0] or match[1][0].isdigit() or not line.before


def _carries_on(lines: list[Line], at: int, item: Item, column: int, wrap: Wrap) -> bool:
    line = lines[at]
    if not line.before:
        return line.indent >= column - 1 or (bool(item.texts) and wrap.joins(lines[at - 1], line, opening=True))
    if (wrap.centred(line) and line.indent > column + _CENTRED) or shapes.OUTLINE.match(line.body):
        return False  # a title or heading in the middle of the page, or of a standing outline
    hangs = column <= line.indent <= column + _HANG
    return line.before == 1 and bool(item.texts) and hangs and line.indent > wrap.margin + 3


def _wraps(lines: list[Line], at: int, wrap: Wrap) -> bool:
    return not lines[at].before and wrap.joins(lines[at - 1], lines[at], opening=True)


def joined(bodies: list[str]) -> str:
    """Wrapped lines as one: a word broken at a hyphen or soft hyphen is whole again, and so is an address."""
    if len(bodies) == 1:
        return bodies[0]
    parts = bodies[:1]
    for body, before in zip(bodies[1:], bodies, strict=False):
        broken = before[-1] == "-" and before[-2:-1].isalnum() and body[0].isalnum()
        whole = before[-1] == "\u00ad" or (broken and not body.startswith(("and ", "or ", "to ")))
        parts.append(body if whole or _breaks_address(before, body) else " " + body)
    return "".join(parts)


def _breaks_address(before: str, body: str) -> bool:
    """Whether a line ends within an address that was too long for it."""
    found = shapes.ADDRESS_END.search(before) if "/" in before else None
    return found is not None and shapes.ADDRESS_REST.match(body) is not None
