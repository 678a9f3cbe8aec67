"""Headings where terminals set them: lynx, links and elinks keep a margin, and only headings stand off it.

They write text three columns in, and a heading at a column of its rank: 0 (h2), 2, 4, 6 or 8 (h6), between blank lines.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from statedocs.reading.plaintext import lists, shapes
from statedocs.reading.plaintext.lines import Line

_MARGIN: Final = 3
_RANKS: Final = {0: 2, 2: 3, 4: 4, 6: 5, 8: 6}
_LISTED: Final = 4
"""From here on a number before words is that of an entry of a list."""
_MOST_LINES: Final = 3
_LONGEST: Final = 200
_PAGE: Final = 79
_WIDE: Final = 50
"""So wide a line can stand a little off the margin because it is centred."""
_OFF: Final = 3
_FEWEST_WORDS: Final = 3
_KEPT: Final = 0.75
_WORD: Final = re.compile(r"[^\W\d_][\w'\u2019-]*")
_SENTENCE: Final = re.compile(r"[.?!][\"\u201d\u2019')\]]{0,3}$")
_LETTERHEAD: Final = re.compile(r"(?:U\.? ?S\.? |United States )Department of State\b", re.I)
"""Stands above a page's title, with no blank line between."""
_DATE: Final = re.compile(r"[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?(?:19|20)\d\d")
"""A page's day stands below its title."""
_NO_HEADING: Final = re.compile(
    r"[\u2192\u00bb\u203a]$|^IFRAME:|^[\[(][^\[\]()]*[\])]$|^(?i:in this report|on this page|references)$"
)
"""A link to another page, a frame, an aside."""
_OPEN: Final = re.compile(r"[,;\u2013\u2014-]$")
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,5})[.)]\s")
_NUMBER: Final = re.compile(r"[Ss](?:ection|ECTION) \d{1,2}\.?")
"""The number of a heading whose words stand below it."""
_LINK: Final = re.compile(r"\[\d{1,5}\]")


class Heading(NamedTuple):
    """A heading by its place.

    Attributes:
        stop: The line after it.
        rank: Its rank, 2 to 6.
        lines: How its lines read; more than one where a line of the masthead stands with a title.
    """

    stop: int
    rank: int
    lines: list[str]


def find_headings(lines: list[Line]) -> dict[int, Heading]:
    """The headings of a terminal's text by their first lines; none where a text keeps no such margin."""
    blocks = _blocks(lines)
    if not _keeps_margin(lines, blocks):
        return {}
    found: dict[int, Heading] = {}
    for number, (start, stop) in enumerate(blocks):
        following = lines[stop] if number + 1 < len(blocks) else None
        rank = _RANKS.get(lines[start].indent)
        apart = following is None or following.indent != lines[start].indent or _may_head([following])
        if rank and apart and _may_head(lines[start:stop]):
            found[start] = Heading(stop, rank, _lines(lines[start:stop]))
    return found


def _lines(block: list[Line]) -> list[str]:
    """The lines of a heading as one, but for the Department's name above a title, and the day below one."""
    bodies = [line.body for line in block]
    apart = _LETTERHEAD.match(bodies[0]) or _DATE.fullmatch(bodies[-1])
    return bodies if apart else [lists.joined(bodies)]


def _blocks(lines: list[Line]) -> list[tuple[int, int]]:
    """Runs of lines that no blank line parts."""
    starts = [at for at, line in enumerate(lines) if line.before or not at]
    return list(pairwise([*starts, len(lines)]))


def _keeps_margin(lines: list[Line], blocks: list[tuple[int, int]]) -> bool:
    """Whether nearly all that is said in sentences stands at the margin or to the right of it."""
    kept = left = 0
    for start, stop in blocks:
        first, last = lines[start], lines[stop - 1]
        if not _SENTENCE.search(last.body[-5:]) or (start + 1 == stop and first.body.count(" ") < 1):
            continue
        size = sum(len(line.body) for line in lines[start:stop])
        if first.indent == _MARGIN:
            kept += size
        elif first.indent < _MARGIN:
            left += size
    return kept > 0 and kept >= _KEPT * (kept + left)


def _may_head(block: list[Line]) -> bool:
    """Whether lines between blank ones are written as a heading is, not as a sentence, a table or a drawing."""
    first = block[0]
    text = " ".join(line.body for line in block)
    if len(block) > _MOST_LINES or len(text) > _LONGEST or any(line.indent != first.indent for line in block):
        return False
    if shapes.is_rule(first.body) or "|" in text or _OPEN.search(text) or not any(map(str.isalpha, text)):
        return False
    if first.indent >= _LISTED and (lists.is_marked(first) or _NUMBERED.match(first.body)):
        return len(block) == 1 and _NUMBER.fullmatch(text) is not None
    if (first.indent and len(block) == 1 and _is_centred(first)) or _NO_HEADING.search(text) or _DATE.fullmatch(text):
        return False
    if any(shapes.GAP.search(_LINK.sub("", line.body)) for line in block):
        return False
    return (
        not _SENTENCE.search(text[-5:]) or text.endswith("?") or _is_titled(text) or _NUMBER.fullmatch(text) is not None
    )


def _is_centred(line: Line) -> bool:
    return len(line.body) >= _WIDE and abs(line.indent + line.end - _PAGE) <= _OFF * 2


def _is_titled(text: str) -> bool:
    """Whether a line that a point ends is a title all the same: `Recognition of Tongan Independence, 1970.`."""
    words = [word for word in _WORD.findall(text) if len(word) > _OFF]
    return len(words) >= _FEWEST_WORDS and all(word[0].isupper() for word in words[:-1])
