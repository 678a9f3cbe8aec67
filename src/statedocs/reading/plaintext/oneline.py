"""Pages that a capture wrote on one line: cut into lines where breadcrumb, title, contents and headings tell.

`HomeReports…Peru hide 2024 Country Reports …: Peru Download Report In this section / EXECUTIVE SUMMARY … View report
by: … Build Your Custom Report`: the lines that come out are those that a capture with line ends has.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from statedocs.reading.plaintext.lines import Line

_SHORTEST: Final = 600
_MOST_LINES: Final = 4
_FAR: Final = 60_000
"""Menus may stand before the breadcrumb."""
_CRUMBS: Final = re.compile(r"Home(?= ?[A-Z])[^\n]{5,600}?\s?hide (?=\S)")
_MARKS: Final = re.compile(
    r"(?<=\S) (?=(?:Download (?:Report|\[|PDF)|Translations|Sort by (?:Country|Section)|In this section /|Share\b"
    r"|(?:Bureau|Office) (?:of|for) [A-Z]))"
)
_FIELDS: Final = re.compile(
    r"(?<=\S) (?=(?:Bureau|Office) (?:of|for) (?:the )?[A-Z]"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}$)"
)
"""Where the fields of a masthead begin that stand on one line."""
_CONTENTS: Final = "In this section /"
_LONGEST_HEAD: Final = 700
_SHORTEST_TITLE: Final = 4
_MOST_WORDS: Final = 30
_OPENING_WORDS: Final = 12
_NUMBERED: Final = re.compile(r" (?=(?:[a-z]\.|Section \d+\.) [A-Z])")
_TAIL: Final = re.compile(
    r"(?<=\S) (?=View report by: |Tags (?:Bureau|Office) (?:of|for) |Back to Top\b|Close \d{4} |Build a Custom Report\b"
    r"|0\d / Select |Build Your Custom Report$)|(?<=View report by:) |(?<=(?<!\S)Tags) (?=Bureau |Office )"
)
_SENTENCE_END: Final = re.compile(r"[.!?:;”\")\]]$")


def cut_glued(lines: list[Line]) -> list[Line]:
    """The lines of a text; a line that holds a whole page is cut at what its own contents name."""
    if len(lines) > _MOST_LINES or not any(len(line.body) >= _SHORTEST or _page_in(line.body) for line in lines):
        return lines
    out: list[Line] = []
    for line in lines:
        pieces = list(_pieces(line.body)) if len(line.body) >= _SHORTEST else [line.body]
        if len(pieces) == 1 and (page := _page_in(line.body)):
            pieces = list(_below(*page))
        out.append(replace(line, body=pieces[0]))
        out += [replace(line, body=piece, indent=0, before=1, page=0) for piece in pieces[1:]]
    return out


def _page_in(body: str) -> tuple[str, str, str] | None:
    """Breadcrumb, title and the rest of a line that holds a whole page: `Home…Wells hide Wells Fact Sheet …`.

    The breadcrumb ends with the title, which stands again behind it: sentences that begin with `Home` do not.
    """
    found = _CRUMBS.match(body)
    if found is None:
        return None
    crumbs, rest = found.group().strip(), body[found.end() :]
    path = crumbs.removesuffix("hide").rstrip()
    starts = (at for at in range(len(path)) if rest.startswith(path[at:]) and rest[len(path) - at :][:1] in ("", " "))
    title = path[next(starts, len(path)) :]
    return (crumbs, title, rest[len(title) :].strip()) if len(title) >= _SHORTEST_TITLE else None


def _below(crumbs: str, title: str, rest: str) -> Iterator[str]:
    """The lines of such a page: breadcrumb, title, the fields of the masthead, the text."""
    yield from (crumbs, title)
    masthead, share, text = rest.partition(" Share ")
    if not share or len(masthead) > _LONGEST_HEAD:
        yield rest
        return
    yield from _FIELDS.split(masthead)
    yield from (share.strip(), text.strip())


def _pieces(body: str) -> Iterator[str]:
    crumbs = next(
        (found for found in _CRUMBS.finditer(body[:_FAR]) if _has_contents(body[found.end() :][:_LONGEST_HEAD])), None
    )
    if crumbs is None:
        yield body
        return
    before = body[: crumbs.start()].strip()
    yield from [before] if before else []
    yield crumbs.group().strip()
    rest = body[crumbs.end() :]
    stop = rest.index(_CONTENTS, 0, _LONGEST_HEAD + len(_CONTENTS)) + len(_CONTENTS)
    yield from _MARKS.split(rest[:stop])
    text, tail = _without_tail(rest[stop:].strip())
    yield from _sections(text)
    yield from tail


def _has_contents(head: str) -> bool:
    return _CONTENTS in head


def _without_tail(rest: str) -> tuple[str, list[str]]:
    """The report, and the lines of the form and the tags that follow it."""
    pieces = _TAIL.split(rest)
    return pieces[0], pieces[1:]


def _sections(rest: str) -> Iterator[str]:
    """The contents entry by entry, then the report with each of these on a line; one piece without contents."""
    start, body = _beginnings(rest)
    if body == 0:
        yield rest
        return
    if start:
        yield rest[:start].strip()
    entries = list(_entries(rest[start:body].split(), rest[body:]))
    for entry, _ in entries:
        yield from _NUMBERED.split(entry)
    text, last = rest[body:], 0
    for entry, at in entries:
        if at < last:
            continue
        yield from [said] if (said := text[last:at].strip()) else []
        yield from _NUMBERED.split(entry)
        last = at + len(entry)
    yield from [said] if (said := text[last:].strip()) else []


def _beginnings(rest: str) -> tuple[int, int]:
    """Where the contents begin, and where the report does: at the entry that opens both; 0 where none does."""
    words = rest.split(" ", _OPENING_WORDS)
    for count in range(min(len(words) - 1, _OPENING_WORDS), 0, -1):
        opening = " ".join(words[:count])
        again = rest.find(f" {opening} ", len(opening))
        if again < 0:
            continue
        if again > len(opening):
            return 0, again + 1
        third = rest.find(f" {opening} ", again + 1 + len(opening))
        if third > 0:
            return again + 1, third + 1
    return 0, 0


def _entries(words: list[str], text: str) -> Iterator[tuple[str, int]]:
    """The entries of the contents in their order, each the longest run of words that stands in the text, and where."""
    at = place = 0
    while at < len(words):
        entry, found = "", -1
        for count in range(1, min(_MOST_WORDS, len(words) - at) + 1):
            longer = " ".join(words[at : at + count])
            where = _find(text, longer, place)
            if where < 0:
                break
            entry, found = longer, where
        if not entry:
            at += 1
            continue
        yield entry, found
        at += entry.count(" ") + 1
        place = found + len(entry)


def _find(text: str, entry: str, start: int) -> int:
    """Where an entry stands as a heading: behind the end of a sentence or of another heading, whole words."""
    at = text.find(entry, start)
    while at >= 0:
        before = text[start:at].rstrip()
        whole = not text[at + len(entry) : at + len(entry) + 1].isalnum()
        if whole and (not before or _SENTENCE_END.search(before[-1:])):
            return at
        at = text.find(entry, at + 1)
    return -1
