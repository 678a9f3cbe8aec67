"""Where a page stands, as its dump says it: breadcrumbs that were broken, and the title of the window."""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Final

from statedocs.templates.text_chrome import ChromeLine, fold, match_line
from statedocs.templates.text_prose import is_said

_NEAR: Final = 400
_SITE: Final = re.compile(
    r"(?:u\.?s\.? )?(?:state department|department of state)\s*[:|\u2013-]\s*(?P<title>\S.{5,200})$"
)
_HERE: Final = "you are in:"
MOST_STEPS: Final = 15
_LONGEST_STEP: Final = 60
_LEAST_MORE: Final = 10
_LISTING: Final = re.compile(r"\d\d/\d\d/\d\d [A-Z]")
_WORDS_OF_TITLE: Final = 3
_PAGES: Final = frozenset(
    "about us|contact us|about the embassy|our relationship|privacy policy|careers|job opportunities|faqs".split("|")
)
"""What pages of every site are called, and menus too."""
_SIGNS: Final = frozenset(">»›")
_ROOTS: Final = frozenset({"Home", "Travel.State.Gov"})
"""What breadcrumbs begin with."""
_STEP_SIGN: Final = re.compile(r"\s*[>»›]\s*")
_ANY_SIGN: Final = re.compile(r"\s*(?:[>\u00bb\u203a\u2026]|\.\.\.)\s*")
_EDGE, _WIDEST = 55, 140
"""How long a line is that the right edge broke."""
_NEAR_END: Final = 6
_SHORTEST_STEP: Final = 3
_TITLE_NEAR: Final = 20
_OFFICES: Final = re.compile(r"(?:Bureau|Office) (?:of|for) [^>]{4,80} > [^>]{4,80}(?: > [^>]{4,80}){0,8}")
"""A breadcrumb that begins with whose pages they are, its `You are in:` lost."""
_DATE: Final = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|october|november|december) (?:\d{1,2}, )?\d{4}$"
)
_DOCUMENT: Final = re.compile(r"Document \d{1,4}$")
"""The last step of a volume's breadcrumb."""
_LONGEST_ENTRY: Final = 90
_FEWEST_ENTRIES: Final = 2
_FEWEST_UNNAMED: Final = 4
"""Entries of a menu that no breadcrumb names."""


def is_step(lines: Sequence[str], at: int) -> bool:
    """Whether a line is a step of a breadcrumb broken before each sign, `Home`, `» A`, `» B`, or all of one."""
    line = lines[at].strip()
    if _OFFICES.fullmatch(line):
        return True
    if line[:1] == "|":
        return _is_last_step(lines, at)
    if line[:1] not in _SIGNS or len(line) < 3:
        return False
    steps = [other.strip() for other in (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])]
    return any(step[:1] == line[:1] or step in _ROOTS for step in steps)


def _is_last_step(lines: Sequence[str], at: int) -> bool:
    """Whether a line is the last step of a breadcrumb with bars, above the title that it names: `| Sample Visit`."""
    line = lines[at].strip()
    if line[:1] != "|" or line.count("|") > 1 or len(line) < _SHORTEST_STEP or at + 1 >= len(lines):
        return False
    rooted = any(other.strip() in _ROOTS for other in lines[max(at - _NEAR_END, 0) : at])
    return rooted and fold(line) == fold(lines[at + 1])


def steps_after(lines: Sequence[str], at: int) -> range:
    """The lines of a breadcrumb that begins with `You are in:` on a line of its own; empty where none does."""
    if lines[at].strip().casefold() != _HERE:
        return range(0)
    near = range(at + 1, min(at + MOST_STEPS, len(lines)))
    signed = [place for place in near if lines[place].strip()[-1:] in _SIGNS or lines[place].strip()[:1] in _SIGNS]
    if not signed:
        return range(0)
    last = signed[-1]
    return range(at, min(last + 1 + (lines[last].strip()[-1:] in _SIGNS), len(lines)))


def menu_below(folded: Sequence[str], parted: Sequence[bool], start: int, crumb: int | None) -> range:
    """The section's menu below the site's, up to a blank line.

    Its first entry is a step of the breadcrumb right above, or the title below it is one of its entries.
    """
    if start >= len(parted):
        return range(0)
    stop = start + 1
    while stop < len(folded) and not parted[stop] and len(folded[stop]) <= _LONGEST_ENTRY:
        stop += 1
    if any(_DATE.search(entry) for entry in folded[start:stop]):
        return range(0)  # a masthead that opens with the bureau
    if stop >= len(folded) or not parted[stop] or stop - start < _FEWEST_ENTRIES:
        return range(0)
    above = folded[crumb] if crumb == start - 1 else ""
    if folded[start] == above:
        return range(0)  # the title, below the last step of a broken breadcrumb
    steps = {step.removeprefix(_HERE).strip() for step in _STEP_SIGN.split(above)}
    titled = stop - start >= _FEWEST_UNNAMED and folded[stop] in folded[start:stop]
    return range(start, stop) if titled or folded[start] in steps else range(0)


def last_step(lines: Sequence[str], listed: Sequence[bool], lead: int, start: int) -> int:
    """The line after a breadcrumb of one line a step that begins at `lead`: the end of its list, or the title.

    The title stands before `Share`, or ends with the last step's name: `Peru` / `A Guide to …, since 1776: Peru`; a
    break may part it. What is said is below all steps.
    """
    stop = start
    if listed[lead]:
        while stop < len(lines) and listed[stop]:
            stop += 1
        return stop
    near = takewhile(lambda at: not is_said(lines[at]), range(start, min(start + MOST_STEPS, len(lines))))
    steps = {at: fold(lines[at]) for at in near}
    closed = next((at for at, step in steps.items() if step == "hide" or step.endswith(" hide")), None)
    if closed is not None:
        return closed + 1
    shares = [at for at, step in steps.items() if step in ("share", "print")]
    if shares:
        return shares[0] - 1
    steps[start - 1] = fold(lines[start - 1])
    titles = (at for at in steps if at > lead + 1 and _is_named(steps, at))
    return next(titles, start)


def _is_named(steps: Mapping[int, str], at: int) -> bool:
    """Whether a line, or it and the next one, is the title that ends with the step above."""
    step, line = steps.get(at - 1, ""), steps[at]
    return _names_step(step, line) or _names_step(step, f"{line} {steps.get(at + 1, '')}".rstrip())


def steps_below_window(lines: Sequence[str], folded: Sequence[str], listed: Sequence[bool], start: int) -> range:
    """The title of the window, `Page - Part of the site`, and the breadcrumb of one line a step right below it.

    The breadcrumb is a list, or ends with what the title says first. Empty where there is none.
    """
    if start + 2 >= len(lines) or folded[start + 1] != "home" or " - " not in lines[start]:
        return range(0)
    page = fold(lines[start].split(" - ")[0])
    stop = start + 2
    if listed[start + 1]:
        while stop < len(lines) and listed[stop] and not _DOCUMENT.match(lines[stop - 1]):
            stop += 1
        return range(start, stop)
    near = folded[stop : stop + MOST_STEPS]
    if page not in near:
        return range(0)
    stop += near.index(page) + 1
    return range(start, stop + bool(_DOCUMENT.match("".join(lines[stop : stop + 1]))))


def _names_step(step: str, line: str) -> bool:
    named = 3 < len(step) <= _LONGEST_STEP and len(line) >= len(step) + _LEAST_MORE
    return named and line.endswith((f": {step}", f" {step}"))


def broken_parts(lines: Sequence[str], parted: Sequence[bool], rules: Sequence[str | None]) -> list[int]:
    """The lines of breadcrumbs that were broken around each sign, and those in which a long one ends."""
    found: list[int] = []
    for at in range(1, len(rules) - 1):
        if ends_crumbs(lines, at):
            found += range(at - 3 if at > 2 and fold(lines[at - 2]) == fold(lines[at]) else at - 1, at + 2)
        elif rules[at - 1] == "breadcrumb" and not any(parted[at : at + 1]) and _ends_below(lines, at - 1):
            found.append(at)
    return found


def _ends_below(lines: Sequence[str], at: int) -> bool:
    """Whether a breadcrumb that runs to the right edge ends in the next line, above `hide` or the title it names."""
    line, below = lines[at].strip(), lines[at + 1].strip()
    if not _EDGE <= len(line) <= _WIDEST or _ANY_SIGN.search(below) or not _ANY_SIGN.search(line):
        return False
    near = [fold(other) for other in lines[at + 2 : at + _TITLE_NEAR]]
    return near[:1] == ["hide"] or fold(_ANY_SIGN.split(f"{line} {below}")[-1]) in near


def ends_crumbs(lines: Sequence[str], at: int) -> bool:
    """Whether `>` stands alone, and another two lines above, or the site's first page: `Home`, `>`, name."""
    if not 0 < at < len(lines) - 1:
        return False
    if lines[at].strip() == "|":
        near = range(at + 1, min(at + _NEAR_END, len(lines)))
        return lines[at - 1].strip() in _ROOTS and any(_is_last_step(lines, step) for step in near)
    if lines[at].strip() not in _SIGNS:
        return False
    return (at > 2 and lines[at - 2].strip() in _SIGNS) or lines[at - 1].strip() in _ROOTS


def names_page(folded: Sequence[str]) -> bool:
    """Whether the first line is the window's title: the site's name, and a title that comes again further down."""
    found = _SITE.match(folded[0])
    return found is not None and found["title"] in folded[1:_NEAR]


def may_title(line: str, known: ChromeLine, below: Sequence[str]) -> bool:
    """Whether a line that is known as an entry of a menu may be the title of a page.

    It has three words or more, or is what pages of every site are called and stands over other text: `About Us`.
    """
    if known.rule != "site-menu" or known.strong:
        return False
    called = is_standing_page(line) and any(match_line(text) is None for text in below)
    return called or line.count(" ") >= _WORDS_OF_TITLE - 1


def is_standing_page(line: str) -> bool:
    """Whether a line is what a page of every site is called: `About Us`."""
    return fold(line) in _PAGES


def is_listing(lines: Sequence[str]) -> bool:
    """Whether the first line is the entry of a directory by which a page was found: `95/11/08 Daily Press Briefing`."""
    return bool(lines) and _LISTING.match(lines[0]) is not None


def copies(folded: Sequence[str], crumbs: Sequence[int]) -> list[int]:
    """Of the lines of breadcrumbs that read the same all but the last one, which alone counts."""
    last = {folded[at]: at for at in crumbs}
    return [at for at in crumbs if last[folded[at]] != at and len(folded[at]) > 1]
