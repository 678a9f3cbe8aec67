"""Text as a browser shows it: white space collapsed, links and looks kept track of, characters counted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

BREAK: Final = "\x00"
BOUND: Final = "\x07"
LINK: Final = "\x01"
LINK_END: Final = "\x02"
STRONG, STRONG_END = "\x03", "\x04"
UNDERLINE, UNDERLINE_END = "\x05", "\x06"
LARGE, LARGE_END = "\x0e", "\x0f"
ITALIC, ITALIC_END = "\x10", "\x11"
"""Marks in a raw run: a line end, the edge of a block, links and looks. Input cannot hold them: control characters
are taken off while reading."""

_LOOKS: Final = {STRONG: "strong", UNDERLINE: "underline", LARGE: "large", ITALIC: "italic"}
_LOOK_ENDS: Final = {STRONG_END: "strong", UNDERLINE_END: "underline", LARGE_END: "large", ITALIC_END: "italic"}
_MARKS: Final = frozenset((BREAK, BOUND, LINK, LINK_END, *_LOOKS, *_LOOK_ENDS))
NO_LOOKS: Final[frozenset[str]] = frozenset()
_SLACK: Final = 2
"""So many characters of a line (a point, a colon) may lack a look that covers the rest."""
_FEW_WORDS: Final = 40
_KEPT_SPACE: Final = re.compile("[\x85\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_SPACE: Final = re.compile("[ \t\n\f\r\xa0]+")
_WHITE: Final = b" \t\n\r\f\v\x1c\x1d\x1e\x1f"
_NOT_FIRST: Final = _WHITE + bytes(range(0x80, 0xC0))
_NO_BREAK: Final = frozenset((b"\x85", b"\xa0", b"\xad"))
_GENERAL: Final = re.compile(b"\xe2(?:\x80[\x80-\x8a\xa8\xa9\xaf]|\x81\x9f)")
_OTHER: Final = (b"\xe1\x9a\x80", b"\xe3\x80\x80")
"""White space beyond ASCII and soft hyphens: behind C2, behind E2, whole."""
_LONG: Final = 200


@dataclass(slots=True)
class Anchor:
    """A link in a block: its span in the block's text, or a text of its own and no span."""

    href: str
    start: int | None
    stop: int | None
    text: str | None = None


@dataclass(slots=True)
class Shown:
    """A finished run.

    Attributes:
        text: Without blank lines at its edges.
        anchors: Its links.
        looks: For each line the looks (strong, underline, large, italic) that cover all of it.
        breaks: For each line the number of `BREAK` and `BOUND` marks before it.
        indents: For each line the no-break spaces that open it.
    """

    text: str
    anchors: list[Anchor] = field(default_factory=list)
    looks: list[frozenset[str]] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    indents: list[int] = field(default_factory=list)


def solid(text: str) -> int:
    r"""Counts characters that are no white space and no soft hyphen.

    >>> solid("a b\u00a0c\n")
    3
    """
    return solid_bytes(text.encode("utf-8", "surrogatepass"))


def solid_bytes(utf8: bytes) -> int:
    """The same for UTF-8 bytes: code points are counted by their first bytes, in C."""
    count = len(utf8.translate(None, _NOT_FIRST))
    if utf8.isascii():
        return count
    if b"\xc2" in utf8:
        count -= sum(piece[:1] in _NO_BREAK for piece in utf8.split(b"\xc2")[1:])
    if b"\xe2" in utf8:
        count -= len(_GENERAL.findall(utf8))
    return count - sum(utf8.count(space) for space in _OTHER if space[:1] in utf8)


def collapse(raw: str) -> str:
    r"""Collapses white space and takes soft hyphens off; other Unicode spaces stay.

    >>> collapse(" U.S.\u00a0 Relations\n With Peru ")
    'U.S. Relations With Peru'
    """
    if raw and raw[0] != " " and raw[-1] != " " and "  " not in raw and _has_only_spaces(raw):
        return raw
    if len(raw) >= _LONG:  # to cut it into words and join them again would make a string of each
        text = raw.replace("\n", " ").replace("\xa0", " ")
        if _has_only_spaces(text):
            while "  " in text:
                text = text.replace("  ", " ")
            return text.strip(" ")
    if raw.isascii():
        return " ".join(raw.split())
    if "\xad" in raw:
        raw = raw.replace("\xad", "")
    if _KEPT_SPACE.search(raw):
        return _SPACE.sub(" ", raw).strip(" ")
    return " ".join(raw.split())


def _has_only_spaces(raw: str) -> bool:
    """Whether a text holds no other white space that is collapsed, and no soft hyphen."""
    if len(raw) < _LONG:
        return raw.isprintable()  # of all white space (and of soft hyphens) only the space is
    # one after the other: C looks for a character ten times as fast as for one of a set
    return not (
        "\n" in raw or "\xa0" in raw or "\xad" in raw or "\t" in raw or "\r" in raw or "\f" in raw or "\v" in raw
        or "\x1c" in raw or "\x1d" in raw or "\x1e" in raw or "\x1f" in raw
    )  # fmt: skip


def show(parts: Sequence[str], hrefs: Sequence[str]) -> Shown:
    r"""Finishes a run: raw texts, and marks for line ends, links (in the order of `hrefs`) and looks.

    >>> show(["See ", LINK, "Peru ", LINK_END, " now", BREAK, "or later"], ["/peru"]).text
    'See Peru now\nor later'
    """
    if len(parts) == 1 and not _is_mark(parts[0]):
        return Shown(collapse(parts[0]))
    if not hrefs and BREAK not in parts and BOUND not in parts and _has_no_look(parts):
        words = "".join([part for part in parts if not _is_mark(part)])
        return Shown(collapse(words), looks=[NO_LOOKS], breaks=[0])
    return _Shower(hrefs).show(parts)


def _is_mark(part: str) -> bool:
    """Whether a part is a mark; a long text is none, and its hash would have to be made of all of it."""
    return len(part) == 1 and part in _MARKS


def _has_no_look(parts: Sequence[str]) -> bool:
    """Whether some words stand outside all looks, so that none covers the line: most paragraphs with an emphasis."""
    depth = 0
    for part in parts:
        if len(part) == 1 and part in _MARKS:
            depth += (part in _LOOKS) - (part in _LOOK_ENDS)
        elif depth <= 0 and says_more_than_slack(part):
            return True
    return False


def leading_blanks(raw: str) -> int:
    """How many no-break spaces open a raw text."""
    return raw[: len(raw) - len(raw.lstrip())].count("\xa0")


def says_more_than_slack(part: str) -> bool:
    """Whether a text outside all looks is long enough for none to cover its line."""
    return len(collapse(part[:_FEW_WORDS])) > _SLACK


class _Shower:
    """Walks the marks of one run, collapsing white space across them."""

    def __init__(self, hrefs: Sequence[str]) -> None:
        self._hrefs = iter(hrefs)
        self._out: list[str] = []
        self._size = 0
        self._blank = False
        self._fresh = True
        self._open: list[Anchor] = []
        self._anchors: list[Anchor] = []
        self._active: dict[str, int] = {}
        self._covered: dict[str, int] = {}
        self._length = 0
        self._looks: list[frozenset[str]] = []
        self._indents: list[int] = []
        self._indent = 0
        self._met = 0
        self._breaks = [0]

    def show(self, parts: Sequence[str]) -> Shown:
        for part in parts:
            if len(part) == 1 and part in _MARKS:
                self._mark(part)
            elif part:
                self._text(part)
        self._end_line()
        text = "".join(self._out)
        return self._trim(text)

    def _mark(self, mark: str) -> None:
        if mark in (BREAK, BOUND):
            self._met += 1
            if mark == BREAK or not self._fresh:
                self._new_line()
            else:
                self._breaks[-1] = self._met
        elif mark == LINK:
            anchor = Anchor(next(self._hrefs), self._size, None)
            self._anchors.append(anchor)
            self._open.append(anchor)
        elif mark == LINK_END:
            if self._open:
                self._open.pop().stop = self._size
        elif mark in _LOOKS:
            name = _LOOKS[mark]
            self._active[name] = self._active.get(name, 0) + 1
        else:
            name = _LOOK_ENDS[mark]
            self._active[name] = self._active.get(name, 0) - 1

    def _new_line(self) -> None:
        self._end_line()
        self._out.append("\n")
        self._size += 1
        self._blank, self._fresh = False, True
        self._breaks.append(self._met)

    def _text(self, raw: str) -> None:
        words = collapse(raw)
        if self._fresh and "\xa0" in raw:
            self._indent += leading_blanks(raw)
        if not words:
            self._blank = self._blank or raw.strip("\xad") != ""
            return
        if (self._blank or raw[0] in " \t\n\r\f\xa0") and not self._fresh:
            self._out.append(" ")
            self._size += 1
        self._out.append(words)
        self._size += len(words)
        self._fresh = False
        self._blank = raw[-1] in " \t\n\r\f\xa0"
        self._length += len(words)
        for name, depth in self._active.items():
            if depth > 0:
                self._covered[name] = self._covered.get(name, 0) + len(words)

    def _end_line(self) -> None:
        if self._covered:
            slack = _SLACK if self._length > 2 * _SLACK else 0
            whole = frozenset(name for name, count in self._covered.items() if count and count + slack >= self._length)
            self._looks.append(whole)
        else:
            self._looks.append(NO_LOOKS)
        self._indents.append(self._indent)
        self._covered, self._length, self._indent = {}, 0, 0

    def _trim(self, text: str) -> Shown:
        kept = text.lstrip("\n")
        cut = len(text) - len(kept)
        kept = kept.rstrip("\n")
        for anchor in self._anchors:
            start, stop = (anchor.start or 0) - cut, (self._size if anchor.stop is None else anchor.stop) - cut
            start, stop = max(0, min(start, len(kept))), max(0, min(stop, len(kept)))
            inner = kept[start:stop]
            lead = len(inner) - len(inner.lstrip())
            anchor.start, anchor.stop = start + lead, start + lead + len(inner.strip())
            if anchor.start >= anchor.stop:
                anchor.start = anchor.stop = None
        last = len(self._looks) - (len(text) - cut - len(kept))
        looks, breaks = self._looks[cut:last] or [frozenset()], self._breaks[cut:last] or [0]
        return Shown(kept, self._anchors, looks, breaks, self._indents[cut:last])
