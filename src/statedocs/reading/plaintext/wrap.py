"""Which line ends were put in by a hard wrap."""

import re
from dataclasses import dataclass
from itertools import pairwise

from statedocs.reading.plaintext import shapes
from statedocs.reading.plaintext.begins import LABEL, begins_anew, goes_on_as_crumbs, is_titled, stands_under
from statedocs.reading.plaintext.lines import Line

_NARROWEST, _WIDEST = 45, 132
_USUAL = 60, 84
"""Widths at which texts are wrapped."""
_LEAST_LOWER = 3
_LOOSE = 12
_HANG = 12
_PAGE = 75
_INSET = 8
_OVER = 3
_SHORTEST_BROKEN, _LONGEST_END = 30, 80
_NUMBERED = re.compile(r"(?:(?i:section) \d+[.:]?|[A-Za-z]\.|[IVX]{1,4}\.)\s+(?=[A-Z])")
_OPEN_END = re.compile(
    r"\b(?:of|the|and|or|to|in|for|from|by|with|a|an|as|at|on|including|other|certain)$", re.IGNORECASE
)
_OFF = 5
_DENSE = 0.02
_ASIDE = re.compile(r"\([a-z\d][^()]*\)[.,;]? ?\S")
_MARK = re.compile(r"(?:[^\w\s(\[\"“$]|[o+]|[a-z][.)]|\d+\.|\(BUTTON)(?:\s|$)|\(BUTTON|\d+\. \w+:")


_MARGIN_OF_LYNX = 3
_OF_GOPHER = re.compile(r"(?:TITLE|DATE|AUTHOR):\s")
"""With which each line of a gopher's masthead begins."""


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text was wrapped.

    Attributes:
        width: The column that no wrapped line passes; 0 where nothing was wrapped.
        slack: How far before it a line may end and still be full: little for programs, more for typists.
        margin: The indent of most of the text.
        uniform: Whether nearly all of the wrapped text stands at that margin.
        dense: Whether the text has hardly a blank line: then no heading runs over two lines.
    """

    width: int = 0
    slack: int = 0
    margin: int = 0
    uniform: bool = False
    dense: bool = False

    def full(self, line: Line, following: Line) -> bool:
        """Whether the first word of `following` had no room on `line`; a line past the width was not wrapped at all."""
        if not self.width or line.end > self.width + _OVER:
            return False
        return line.end + 1 + _first_word(following.body) > self.width - self.slack

    def joins(self, line: Line, following: Line, *, opening: bool) -> bool:
        """Whether `following` carries on the sentence of `line`.

        Args:
            line: A line.
            following: The line after it, without a blank line between.
            opening: Whether `line` is the first of its paragraph, and may be indented otherwise.
        """
        aligned = line.indent == following.indent or (opening and abs(line.indent - following.indent) <= _HANG)
        ended = _OF_GOPHER.match(following.body) or shapes.LEADER_END.search(line.body[-60:])
        if ended or (opening and begins_anew(line.body, following.body)):
            return False
        if opening and following.indent >= line.indent and _goes_on_as_heading(line.body, following.body):
            return True
        if (opening and _hangs_as_heading(line, following)) or (aligned and goes_on_as_crumbs(line, following)):
            return True
        if self.parts_headings(line, following) or self._begins_fact(line, following):
            return False
        if self.full(line, following):
            aligned = aligned or stands_under(line, following)
            return aligned or self.centred(line) or (opening and is_titled(line.body) and self.centred(following))
        if self.width and aligned and self._may_be_full(line) and _ends_sentence(line.body, following.body):
            return True
        open_end = aligned and _leaves_open(line.body) and not _MARK.match(following.body)
        if open_end and (line.end >= _USUAL[0] or (line.end >= _SHORTEST_BROKEN and following.body[0].islower())):
            return True
        short = max(_NARROWEST, int(self.width * 0.6)) if self.width else 60
        follows_on = following.body[0].islower() or following.body[0] in ",.;:)]”"
        return aligned and follows_on and line.end >= short and not shapes.PROSE_END.search(line.body[-5:])

    def _begins_fact(self, line: Line, following: Line) -> bool:
        """Whether a label (`Climate: …`) stands below the end of another fact that had room for it."""
        room = line.end + 1 + _first_word(following.body) <= self.width
        return room and LABEL.match(following.body) is not None and shapes.PROSE_END.search(line.body[-5:]) is not None

    def parts_headings(self, line: Line, following: Line) -> bool:
        """Whether one of two lines is a heading that has nothing to do with the other, however full the first is."""
        numbered = _NUMBERED.match(line.body) is not None
        ended = shapes.PROSE_END.search(line.body[-5:]) is not None
        if _NUMBERED.match(following.body) and (numbered or ended):
            return True
        if self.dense and (numbered or ended) and is_titled(following.body):
            return not _OPEN_END.search(line.body[-20:])
        if numbered and not ended and is_titled(line.body):
            had_room = bool(self.width) and line.end + 1 + _first_word(following.body) <= self.width - _OVER
            return had_room or (len(following.body) > _NARROWEST and not is_titled(following.body))
        return ended and self.slack == _LOOSE and " " in following.body and is_titled(following.body)

    def _may_be_full(self, line: Line) -> bool:
        return self.width * 0.7 <= line.end <= self.width + _OVER

    def is_kept(self, *, lynx: bool) -> bool:
        """Whether what stands left of the margin stands there on purpose.

        Args:
            lynx: Whether lynx wrote the text, with links' addresses below: only headings stand left of its margin.
        """
        return (lynx and self.margin == _MARGIN_OF_LYNX) or (self.uniform and bool(self.width))

    def centred(self, line: Line) -> bool:
        """Whether `line` stands in the middle of the page, well away from the margin."""
        middle = (self.margin + (self.width or _PAGE)) / 2
        return line.indent - self.margin >= _INSET and abs((line.indent + line.end) / 2 - middle) <= _OFF


def _ends_sentence(body: str, following: str) -> bool:
    """Whether `following` ends the sentence that `body` leaves open: no-break spaces move words to the next line."""
    return (
        following[-1] in ".!?"
        and not shapes.PROSE_END.search(body[-5:])
        and sum(map(str.islower, body)) * 2 > len(body)
    )


def _leaves_open(body: str) -> bool:
    """Whether a line ends with a small word that nothing ends with: `Report to Congress, Fiscal Years 2006 and`."""
    return body.rsplit(" ", 1)[-1].islower() and _OPEN_END.search(body[-20:]) is not None


def _goes_on_as_heading(body: str, following: str) -> bool:
    """Whether a numbered heading was broken by hand: `Section 1  Respect for the Person, Including`."""
    if len(body) < _SHORTEST_BROKEN or not _NUMBERED.match(body) or not _OPEN_END.search(body[-20:]):
        return False
    return len(following) <= _LONGEST_END and not _MARK.match(following) and not _NUMBERED.match(following)


def _hangs_as_heading(line: Line, following: Line) -> bool:
    """Whether a numbered heading goes on under its own words, as far in as these: `c.  Torture and Other Cruel`."""
    number = _NUMBERED.match(line.body)
    if number is None or line.end < _NARROWEST or abs(following.indent - line.indent - number.end()) > 1:
        return False
    ended = shapes.PROSE_END.search(line.body[-5:]) or following.body[-1] in ".;"
    return not ended and len(following.body) < len(line.body) and is_titled(following.body.rstrip(":"))


def _is_prose(body: str) -> bool:
    return not ("  " in body and shapes.GAP.search(body)) and "://" not in body and "|" not in body


def _first_word(body: str) -> int:
    blank = body.find(" ", 0, 60)
    return blank if blank > 0 else min(len(body), 60)


def measure(lines: list[Line]) -> Wrap:
    """Find the width at which most line ends of a text are explained by wrapping."""
    explained = [0] * (_WIDEST + 62)
    pairs = 0
    for line, following in pairwise(lines):
        end = line.end
        # A wrapped sentence mostly goes on in lower case; titles over two lines, menus and tables do not.
        if following.before or not following.body[0].islower() or not _NARROWEST <= end <= _WIDEST:
            continue
        if len(line.body) < 25 or _MARK.match(following.body) or not _is_prose(line.body):
            continue
        pairs += 1
        explained[end] += 1
        explained[end + _first_word(following.body) + 1] -= 1
    best = width = total = 0
    for column, change in enumerate(explained):
        total += change
        if total > best:
            best, width = total, column
    margin, uniform = _margin(lines)
    prose = [line.end for line in lines if line.end >= _NARROWEST and _is_prose(line.body)]
    inside, outside = sum(end <= width for end in prose), sum(end > width + 2 for end in prose)
    share = 0.45 if pairs >= 20 else 0.7
    if pairs < 3 or best < pairs * share or width < _NARROWEST + 8 or inside < 2 * outside:
        return _measure_short(lines, margin, uniform)
    dense = sum(line.before > 0 for line in lines) <= len(lines) * _DENSE
    return Wrap(width, 1 if best >= pairs * 0.8 else _LOOSE, margin, uniform, dense)


def _measure_short(lines: list[Line], margin: int, uniform: bool) -> Wrap:
    """Tell from the few lines of a short text whether they were wrapped at a usual width.

    Also a sentence that goes on with a capital counts: a line that no point ends and that is as long as it could be.
    Lines far longer than these, as a site puts around its texts, count only where they are many; centred ones never.
    """
    unwrapped = Wrap(0, 0, margin, False)
    prose = [
        line for line in lines if line.end >= _NARROWEST and line.indent - margin < _INSET and _is_prose(line.body)
    ]
    longest = max((line.end for line in prose if line.end <= _USUAL[1]), default=0)
    over = sum(line.end > _USUAL[1] for line in prose)
    broken = [
        (line.end, line.end + 1 + _first_word(following.body), _carries_on(line.body, following.body))
        for line, following in pairwise(lines)
        if not following.before and _NARROWEST <= line.end <= _USUAL[1] and _breaks_sentence(line, following)
    ]
    going_on = sum(lower for _, _, lower in broken)
    if len(broken) < 2 or not going_on or longest < _USUAL[0] or over > len(broken):
        return unwrapped
    tight = min(room for _, room, _ in broken) - 1
    if longest <= tight:
        return Wrap(max(longest, *(end for end, _, _ in broken)), 1, margin, uniform)
    loose = sum(room > longest - _LOOSE for _, room, _ in broken)
    if going_on >= 2 and loose >= len(broken) * 0.8:
        return Wrap(longest, _LOOSE, margin, uniform)
    return unwrapped


def _carries_on(body: str, following: str) -> bool:
    """Whether a small word ends the line or begins the next, or all is in capitals."""
    return following[0].islower() or _ASIDE.match(following) is not None or body.isupper() or _leaves_open(body)


def _breaks_sentence(line: Line, following: Line) -> bool:
    """Whether a line of prose ends in the middle of a sentence."""
    if (
        not 0 <= line.indent - following.indent <= _HANG
        or shapes.PROSE_END.search(line.body[-5:])
        or _MARK.match(following.body)
        or not _is_prose(line.body)
    ):
        return False
    if line.body.isupper():  # a text in capitals throughout; titles over two lines are shorter
        return following.body.isupper() and line.end >= _USUAL[0] and following.body[-1] in ".,;"
    if following.body[0].islower() or (line.end >= _USUAL[0] and _ASIDE.match(following.body)):
        return True
    return sum(word[0].islower() for word in line.body.split()) >= _LEAST_LOWER


def _margin(lines: list[Line]) -> tuple[int, bool]:
    """The indent of most of the text by characters, and whether it is that of nearly all prose."""
    weights: dict[int, int] = {}
    for line in lines:
        if len(line.body) >= _NARROWEST:
            weights[line.indent] = weights.get(line.indent, 0) + len(line.body)
    if not weights:
        return 0, False
    margin = max(weights, key=lambda indent: (weights[indent], -indent))
    return margin, weights[margin] >= 0.7 * sum(weights.values())
