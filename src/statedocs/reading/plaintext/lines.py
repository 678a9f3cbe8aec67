"""Lines of a text with their places, and the ledger of what is taken off them."""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from statedocs.reading.plaintext import shapes

_END = re.compile("\r\n|\n|\r")
# What no XML tree can hold. \x0b, \x0c and \x1c to \x1f are white space and go without an entry.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAB = 8
_FEW = 5
_LEFT = 2
"""So few characters beside control codes are rubbish too."""


@dataclass(slots=True)
class Line:
    """One line that is not blank.

    Attributes:
        number: 1 + the line ends before it in the input.
        indent: Blanks before the text; a tab goes to the next multiple of eight.
        body: The text without white space around it.
        before: Blank lines before it.
        page: Form feeds before it.
        hard: Whether two blanks end it, a line break in Markdown.
        level: Its rank where its own marks make it a heading; 0 elsewhere.
        open: Whether a blank ends it.
    """

    number: int
    indent: int
    body: str
    before: int
    page: int = 0
    hard: bool = False
    level: int = 0
    open: bool = False

    @property
    def end(self) -> int:
        """The column after the last character."""
        return self.indent + len(self.body)


@dataclass(slots=True)
class Ledger:
    """What was taken off, one entry for a rule and the block (its line) in which it stood."""

    entries: dict[tuple[str, int], list[str]] = field(default_factory=dict)

    def take(self, rule: str, text: str, line: int) -> None:
        """Record `text` under `rule` in the block that begins at `line`."""
        if text and not text.isspace():
            self.entries.setdefault((rule, line), []).append(text)

    def rows(self) -> list[tuple[str, str, int]]:
        """Entries as (rule, text, line), in the order of their lines."""
        entries = sorted(self.entries.items(), key=lambda entry: entry[0][1])
        return [(rule, " ".join(texts), line) for (rule, line), texts in entries]


def split(text: str, ledger: Ledger) -> list[Line]:
    """The lines of `text` that are not blank, without the characters that no tree can hold."""
    lines: list[Line] = []
    before = page = 0
    clean = _FORBIDDEN.search(text) is None
    for number, raw in enumerate(_END.split(text), 1):
        line = raw
        if not clean and _FORBIDDEN.search(raw):
            page += raw.count("\f")
            before += "\f" in raw
            line = _without_controls(raw, number, ledger)
        body = line.strip()
        if not body:
            before += 1
            continue
        lines.append(Line(number, _indent(line), body, before, page, line.endswith("  "), open=line[-1].isspace()))
        before = 0
    return lines


def _without_controls(line: str, number: int, ledger: Ledger) -> str:
    ledger.take("reading/control-character", "".join(_FORBIDDEN.findall(line)), number)
    return _FORBIDDEN.sub(lambda match: " " if match[0].isspace() else "", line)


def _indent(line: str) -> int:
    margin = line[: len(line) - len(line.lstrip())]
    return len(margin.expandtabs(_TAB)) if "\t" in margin else len(margin)


def without_numbers(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Take off line numbers that a copy put before every line."""
    if len(lines) < 5 or not (lines[0].body[:1].isdigit() and lines[-1].body[:1].isdigit()):
        return lines
    found = [match for line in lines if (match := shapes.LINE_NUMBER.match(line.body))]
    numbers = [int(match[1]) for match in found]
    steps = {later - earlier for earlier, later in pairwise(numbers)}
    if (
        len(numbers) < len(lines)
        or len(steps) != 1
        or min(steps) < 1
        or not any(m.end() < len(m.string) for m in found)
    ):
        return lines
    bare: list[Line] = []
    blanks = 0
    for line, match in zip(lines, found, strict=True):
        ledger.take("plain-text/line-number", match[0], line.number)
        body = line.body[match.end() :]
        blanks += line.before + (not body)
        if body:
            bare.append(Line(line.number, 0, body, blanks, line.page, line.hard))
            blanks = 0
    return bare


def without_ornaments(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Take the names of ornaments off lines that go on after them, or stand beside them."""
    first, second = shapes.SEAL_COLUMN
    for line, following in pairwise(lines):
        if following.before == 0 and first.match(line.body) and second.match(following.body):
            _take_image(line, first, ledger)
            _take_image(following, second, ledger)
    lines = [line for line in lines if line.body]
    first, second = shapes.BROKEN_BAR
    for line, following in pairwise(lines):
        if following.before == 0 and first.match(line.body) and second.match(following.body):
            _take_image(line, first, ledger)
            _take_image(following, second, ledger)
    for line in filter(lambda line: line.body, lines):
        match = shapes.IMAGE_ALT.match(line.body) if line.body[0] in "GDFB[" else None
        if match:
            ledger.take("plain-text/image-name", match[0], line.number)
            line.body = line.body[match.end() :]
    return [line for line in lines if line.body]


def _take_image(line: Line, form: re.Pattern[str], ledger: Ledger) -> None:
    match = form.match(line.body)
    if match:
        ledger.take("plain-text/image-name", match[0], line.number)
        line.indent += match.end()
        line.body = line.body[match.end() :]


def without_image_cells(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Take off the cell in which Markdown has the seal before a title."""
    for line in lines:
        _take_image(line, shapes.IMAGE_CELL, ledger)
    return lines


def without_page_headers(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Take off the lines that return at the head or foot of three printed pages or more (form feeds)."""
    lines = _without_print_marks(lines, ledger)
    if not lines or lines[-1].page - lines[0].page < 2:
        return lines
    edges: list[Line] = []
    for _, group in groupby(lines, lambda line: line.page):
        page = list(group)
        edges += page[:1] + page[1:][-1:]
    seen = Counter(_page_key(edge) for edge in edges)
    headers = {id(edge) for edge in edges if seen[_page_key(edge)] >= 3}
    for edge in edges:
        if id(edge) in headers:
            ledger.take("plain-text/page-header", edge.body, edge.number)
    return [line for line in lines if id(line) not in headers]


def _without_print_marks(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Take off what a browser prints at the head and foot of each sheet: the time of printing, the address, `1/3`."""
    if not any(shapes.PRINTED.match(line.body) for line in lines[:_FEW]) and not (
        any(shapes.PRINTED_FOOT.match(line.body) for line in lines[-_FEW:])
        and any(shapes.PRINTED.match(line.body) for line in lines)
    ):
        return lines
    kept: list[Line] = []
    for line in lines:
        if shapes.PRINTED.match(line.body) or shapes.PRINTED_FOOT.match(line.body):
            ledger.take("plain-text/page-header", line.body, line.number)
        else:
            kept.append(line)
    return kept


def _page_key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.body)


def without_quotes(lines: list[Line], ledger: Ledger) -> list[Line]:
    """Take the `>` marks off quoted Markdown; html2text puts them before everything that a page indents."""
    kept: list[Line] = []
    blanks = 0
    for line in lines:
        bare = line.body.lstrip("> ") if line.body[0] == ">" and line.body[:2] in (">", "> ", ">>") else line.body
        ledger.take("plain-text/quote-mark", line.body[: len(line.body) - len(bare)], line.number)
        blanks += line.before
        if bare:
            kept.append(Line(line.number, line.indent, bare, blanks, line.page, line.hard))
            blanks = 0
        else:
            blanks += 1
    return kept


def without_rubbish(lines: list[Line], ledger: Ledger, coded: Container[int] = ()) -> list[Line]:
    """Take off lines of control-code rubbish, as the CD copies of the 1990s have them between paragraphs.

    Control codes leave `J` or `(` behind, on the lines that are `coded`; the same again elsewhere is no more than that.
    """
    left = {
        line.body for line in lines if line.number in coded and len(line.body) <= _LEFT and not line.body[-1].isdigit()
    }
    strange = [line for line in lines if line.body in left or _is_rubbish(line)]
    if not strange:
        return lines
    # Beside such lines a capital alone is what is left of one too.
    rubbish = {id(line) for line in strange}
    if len(strange) > 1:
        rubbish |= {id(line) for line in lines if _is_letter(line) and line.before}
        rubbish |= {id(above) for above, line in pairwise(lines) if _is_letter(above) and id(line) in rubbish}
    kept: list[Line] = []
    parted = False
    for line in lines:
        if id(line) in rubbish:
            ledger.take("plain-text/rubbish", line.body, line.number)
            parted = True
            continue
        line.before = max(line.before, int(parted and bool(kept)))
        kept.append(line)
        parted = False
    return kept


def _is_letter(line: Line) -> bool:
    return len(line.body) == 1 and line.body.isalpha()


def _is_rubbish(line: Line) -> bool:
    body = line.body
    return (
        len(body) <= 16
        and not body.isascii()
        and shapes.STRANGE.search(body) is not None
        and shapes.RUBBISH.fullmatch(body) is not None
        and not shapes.is_box_rule(body)
    )
