"""Lines that State's sites put around a page, as they read in plain text."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, get_args

Position = Literal["head", "start", "tail", "edge", "any"]

_REFERENCE: Final = re.compile(r"(?:\[\d{1,4}\])+")
"""The number of a link before a line."""
_IMAGE: Final = re.compile(r"\[(U\.S\. Department of State|(?:Flag|Blue) (?:Bar|Line)|(?:Great|Department) Seal)\]$")
"""The name of an image, in brackets."""
_LINK: Final = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)$")
"""A line that is a link of Markdown."""
_UNDERSCORE: Final = re.compile(r"(?<=[^\s_])_(?=[^\s_])")
"""What some dumps write between the words of a link."""
_BAR: Final = "|"
"""What is left of a table that laid out a page."""
_AROUND: Final = " \t|•·*>»<=/×"
_LONGEST: Final = 2_000
_LONGEST_GLUED: Final = 600
_FEWEST_GLUED: Final = 2
_HEAD: Final = 3
"""Characters by which entries are looked up; shorter ones are not told from the letters around them."""


@dataclass(frozen=True, slots=True)
class ChromeLine:
    """A line known to be chrome.

    Attributes:
        rule: The name under which it is removed.
        design: Whose chrome it is; empty for a line of several designs.
        position: `head` and `tail` lines lie before and after the page proper, `edge` lines on either side.
            `start` lines stand among the masthead, `any` lines anywhere; both say nothing of what is around them.
        strong: Whether all before (after) it is chrome too, prose included.
    """

    rule: str
    design: str
    position: Position
    strong: bool


@dataclass(frozen=True, slots=True)
class _Chrome:
    exact: dict[str, tuple[ChromeLine, ...]]
    openings: dict[str, tuple[str, ...]]
    patterns: dict[Position | None, "_Patterns"]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The patterns of a position; `any_of` is one look at a line, before they are tried one by one."""

    lines: tuple[tuple[ChromeLine, re.Pattern[str]], ...]
    any_of: re.Pattern[str]

    def match(self, folded: str) -> ChromeLine | None:
        if self.any_of.fullmatch(folded) is None:
            return None
        return next(line for line, pattern in self.lines if pattern.fullmatch(folded))


def fold(line: str) -> str:
    """A line as chrome lines are compared: one blank, lower case, no marks around it."""
    if "_" in line and "://" not in line:
        line = _UNDERSCORE.sub(" ", line)
    bare = _LINK.sub(r"\1", _IMAGE.sub(r"\1", _REFERENCE.sub("", line))) if "[" in line else line
    return " ".join(bare.split()).casefold().strip(_AROUND) or (_BAR if line.strip() == _BAR else "")


def match_line(line: str, position: Position | None = None) -> ChromeLine | None:
    """The chrome line that `line` is, or None.

    Args:
        line: A line of text.
        position: Only lines of this position (or of its edge) count; by default all.
    """
    return match_folded(fold(line), position) if len(line) <= _LONGEST else None


def ends_known(above: str, folded: str) -> bool:
    """Whether a line is the rest of a known one that the right edge broke; both are folded."""
    return f"{above} {folded}" in _load().exact


def match_folded(folded: str, position: Position | None = None) -> ChromeLine | None:
    """As `match_line`, for a line that is folded already."""
    chrome = _load()
    for found in chrome.exact.get(folded, ()):
        if _stands(found, position):
            return found
    if folded[:_HEAD] in chrome.openings and len(folded) <= _LONGEST_GLUED and (glued := _glued(folded, position)):
        return glued
    return chrome.patterns[position].match(folded)


def foot_weight(folded: Sequence[str]) -> int:
    """How many lines of a page's foot some folded ones are: a few may hold several each, glued, and count as these."""
    if len(folded) > _FEWEST_GLUED:
        return len(folded)
    return sum(max(1, len(_ways(line, "tail"))) if len(line) <= _LONGEST_GLUED else 1 for line in folded)


def _glued(folded: str, position: Position | None) -> ChromeLine | None:
    """The first of the chrome lines that a dump without separators made one line of: `White HouseUSA.govArchives`."""
    lines = _ways(folded, position)
    if len(lines) < _FEWEST_GLUED:
        return None
    return next((line for line in lines if line.strong), lines[0])


def _ways(folded: str, position: Position | None) -> tuple[ChromeLine, ...]:
    """The chrome lines that a line is made of, one behind the other; none where there is anything else."""
    chrome = _load()
    ways: dict[int, tuple[ChromeLine, ...]] = {0: ()}
    for at in range(len(folded)):
        taken = ways.get(at)
        if taken is None:
            continue
        for entry in chrome.openings.get(folded[at : at + _HEAD], ()):
            stop = at + len(entry)
            found = next((line for line in chrome.exact[entry] if _fits(line, position)), None)
            if found is None or not folded.startswith(entry, at):
                continue
            # Two entries with a blank between may be a heading: `Business Travel`.
            stop += folded[stop : stop + 1] == " " and (bool(taken) or found.position == "any")
            if stop not in ways:
                ways[stop] = (*taken, found)
    return ways.get(len(folded), ())


def _fits(line: ChromeLine, position: Position | None) -> bool:
    """Whether a line can stand in a glued one: links to share a page stand among the masthead too."""
    return _stands(line, position) or line.position == "any" or (position == "start" and line.position == "edge")


def _stands(line: ChromeLine, position: Position | None) -> bool:
    return position is None or line.position == position or (line.position == "edge" and position in ("head", "tail"))


@cache
def _load() -> _Chrome:
    text = resources.files("statedocs.templates").joinpath("data/text_chrome.json").read_text("utf-8")
    exact: dict[str, list[ChromeLine]] = {}
    patterns: list[tuple[ChromeLine, re.Pattern[str]]] = []
    for group in json.loads(text)["groups"]:
        line = _line(group)
        for known in group.get("lines", ()):
            exact.setdefault(fold(known), []).append(line)
        patterns += [(line, re.compile(pattern)) for pattern in group.get("patterns", ())]
    openings: dict[str, list[str]] = {}
    for known in sorted(filter(_may_be_glued, exact), key=len, reverse=True):
        openings.setdefault(known[:_HEAD], []).append(known)
    patterns.sort(key=lambda entry: not entry[0].design)  # what tells whose chrome it is comes first
    known_lines = {key: tuple(lines) for key, lines in exact.items()}
    by_position = {position: _patterns_at(position, patterns) for position in (None, *get_args(Position))}
    return _Chrome(known_lines, {head: tuple(found) for head, found in openings.items()}, by_position)


def _patterns_at(position: Position | None, patterns: Sequence[tuple[ChromeLine, re.Pattern[str]]]) -> _Patterns:
    lines = tuple((line, pattern) for line, pattern in patterns if _stands(line, position))
    return _Patterns(lines, re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in lines) or r"(?!)"))


def _may_be_glued(known: str) -> bool:
    return len(known) >= _HEAD


def _line(group: dict[str, Any]) -> ChromeLine:
    return ChromeLine(group["rule"], group["design"], group["position"], group.get("strong", False))
