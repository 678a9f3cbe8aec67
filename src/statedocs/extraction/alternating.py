"""Headings of texts that kept nothing but their lines: short lines and sentences by turns.

`Training` / `Two courses were held in May.` / `Equipment` / `Nine crates came by sea.`: one such line may be anything,
where two or more stand so they head what is below them.
"""

import re
from collections.abc import Container, Sequence
from typing import Final

from statedocs.extraction.date_forms import find_dates
from statedocs.extraction.page import Raw
from statedocs.extraction.people import find_place, is_name, is_role, read_person
from statedocs.templates.text_chrome import match_line
from statedocs.vocabulary import find_country

_FEWEST: Final = 2
_LONGEST: Final = 64
_SHORTEST: Final = 4
_MOST_WORDS: Final = 9
_FEWEST_BELOW: Final = 3
_LEAST_ABOVE: Final = 12
_SHAPE: Final = re.compile(r"[A-Z\u00c0-\u00de][^.:;?!|\t=@\[\]\u201c\u201d\"]*\??$")
_ENDED: Final = re.compile(r"[.?!][\u201d\"\u2019')\]]{0,2}$")
_BEGUN: Final = re.compile(r"[\"\u201c(]?[A-Z\u00c0-\u00de\d]")
_ASKS: Final = re.compile(r"(?:Who|What|How|Where|When|Why|Next|For|About|After|Before)\b")
"""How no name begins: `Who May Apply`."""
_NONE: Final = re.compile(
    r"(?:None|No|Yes|Q|N/?A|Unknown|Thank|Dear|Sincerely|Applause|Laughter|Source|Photo|Image|Note|Download|Read|View|Watch"
    r"|Learn|See|Click|Share|Print|Tags?|Related|Previous|Back|More|I)\b"
)


def alternating_headings(pieces: Sequence[Raw], cells: Container[int]) -> frozenset[int]:
    """The places of short lines, each between the end of a sentence and a paragraph of sentences; two or none."""
    found = [at for at in range(len(pieces) - 1) if at not in cells and _stands_between(pieces, at)]
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _stands_between(pieces: Sequence[Raw], at: int) -> bool:
    raw, below = pieces[at], pieces[at + 1]
    text = raw.text
    if raw.kind != "paragraph" or not _SHORTEST <= len(text) <= _LONGEST or text.count(" ") >= _MOST_WORDS:
        return False
    if not _SHAPE.match(text) or not (text[-1].isalpha() or text[-1] in ")?") or not any(map(str.islower, text)):
        return False
    apart = "before" in raw.hints and "after" in raw.hints
    if not (_says(below) or (apart and _begins_run(below))) or "columns" in raw.hints:
        return False
    if at and not (_is_ended(pieces[at - 1]) or (apart and _ends_run(pieces[at - 1]))):
        return False
    return not _is_other(text)


def _says(raw: Raw) -> bool:
    text = raw.text
    whole = _BEGUN.match(text) is not None and _ENDED.search(text[-3:]) is not None
    return raw.kind == "paragraph" and whole and text.count(" ") + 1 >= _FEWEST_BELOW


def _begins_run(raw: Raw) -> bool:
    """Whether what stands below is a list or table, or the first of lines that stand close, as cells and entries do."""
    return raw.kind in ("list", "table") or (raw.kind == "paragraph" and "after" not in raw.hints)


def _ends_run(raw: Raw) -> bool:
    return raw.kind == "table" or (raw.kind == "paragraph" and "before" not in raw.hints)


def _is_ended(raw: Raw) -> bool:
    if raw.kind != "paragraph":
        return raw.kind in ("heading", "list", "quote")
    return len(raw.text) >= _LEAST_ABOVE and _ENDED.search(raw.text[-3:]) is not None


def _is_other(text: str) -> bool:
    """Whether a line says who, where or when, or is known to be part of a site's frame."""
    person = not _ASKS.match(text) and (is_name(text) or read_person(text.split(",", maxsplit=1)[0]))
    told = person or is_role(text) or find_country(text)
    return bool(told or _NONE.match(text) or match_line(text) or find_place(text, dated=True) or find_dates(text))
