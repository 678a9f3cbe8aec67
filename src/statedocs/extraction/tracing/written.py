"""A page's source as it is written: its characters one by one, each with its place, and its tags."""

import html
import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

_OPENER: Final = re.compile(r"<(?:!--|[!?]|(?P<close>/)?(?P<name>[A-Za-z][^\s/>]*))")
_IN_TAG: Final = re.compile(r"""=\s*(?P<quote>["'])|>""")
_RUN: Final = re.compile(r"(?P<reference>&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,31});?)|[^\s\xad&]+|&")
_BLANK: Final = re.compile(r"[\s\xad]+")
_RAW: Final = frozenset({"script", "style"})
"""Elements whose content is neither text nor markup."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, and the line on which it ends."""

    name: str
    start: int
    stop: int
    line: int


@dataclass(slots=True)
class Written:
    """What a source holds.

    Attributes:
        solid: Every character of it that is neither white nor markup, references resolved.
        starts: Where each of them begins in the source.
        stops: Where it ends: a reference is longer than what it stands for.
        tags: All start tags.
    """

    source: str
    starts: "array[int]" = field(default_factory=lambda: array("l"))
    stops: "array[int]" = field(default_factory=lambda: array("l"))
    tags: list[Tag] = field(default_factory=list)
    solid: str = ""
    _ends: list[int] = field(default_factory=list)

    def line_at(self, place: int) -> int:
        """The line of a place in the source."""
        return bisect_right(self._ends, place - 1) + 1

    def first_on(self, line: int) -> int:
        """The first solid character on a line or behind it."""
        place = self._ends[line - 2] + 1 if 2 <= line <= len(self._ends) + 1 else 0
        return bisect_right(self.starts, place - 1)


def written_markup(source: str) -> Written:
    """Reads a page's source as markup; what is broken in it costs its own place, no more."""
    return _Scan(source).run()


def written_text(source: str) -> Written:
    """Reads a plain text."""
    return _Scan(source).run_text()


class _Scan:
    def __init__(self, source: str) -> None:
        self._source = source
        self._texts: list[str] = []
        ends = [match.start() for match in re.finditer("\n", source)]
        self._written = Written(source, _ends=ends)

    def run(self) -> Written:
        source, at = self._source, 0
        while opener := _OPENER.search(source, at):
            self._text(at, opener.start())
            at = self._markup(opener)
        self._text(at, len(source))
        return self._done()

    def run_text(self) -> Written:
        for run in re.finditer(r"[^\s\xad]+", self._source):
            self._add(run.group(), range(run.start(), run.end()), range(run.start() + 1, run.end() + 1))
        return self._done()

    def _done(self) -> Written:
        self._written.solid = "".join(self._texts)
        return self._written

    def _add(self, text: str, starts: range | list[int], stops: range | list[int]) -> None:
        self._texts.append(text)
        self._written.starts.extend(starts)
        self._written.stops.extend(stops)

    def _text(self, start: int, stop: int) -> None:
        for run in _RUN.finditer(self._source, start, stop):
            first, last = run.span()
            if run["reference"]:
                text = _BLANK.sub("", html.unescape(run.group()))
                self._add(text, [first] * len(text), [last] * len(text))
            else:
                self._add(run.group(), range(first, last), range(first + 1, last + 1))

    def _markup(self, opener: re.Match[str]) -> int:
        """Where text goes on behind a tag, a comment or a declaration."""
        source = self._source
        name = opener["name"]
        if name is None:
            is_comment = opener.group() == "<!--"
            short = is_comment and source.startswith((">", "->"), opener.end())  # a comment that is none
            return _behind(source, "-->" if is_comment and not short else ">", opener.end())
        stop = self._tag_end(opener.end())
        if opener["close"]:
            return stop
        name = name.lower()
        self._written.tags.append(Tag(name, opener.start(), stop, self._written.line_at(stop)))
        if name in _RAW:
            end = re.compile(f"</{name}[\\s/>]", re.I).search(source, stop)
            return end.start() if end else len(source)
        return stop

    def _tag_end(self, at: int) -> int:
        source = self._source
        while part := _IN_TAG.search(source, at):
            if part.group() == ">":
                return part.end()
            closing = source.find(part["quote"], part.end())
            if closing < 0:  # a quote that never ends: the tag ends as if it were none
                return _behind(source, ">", part.end())
            at = closing + 1
        return len(source)


def _behind(source: str, mark: str, at: int) -> int:
    found = source.find(mark, at)
    return found + len(mark) if found >= 0 else len(source)
