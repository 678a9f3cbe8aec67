"""Lines that State's sites put around a page, as they read in plain text."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Literal

Position = Literal["head", "start", "tail", "edge", "any"]

_REFERENCE: Final = re.compile(r"(?:\[\d{1,4}\])+")
"""The number of a link before a line."""
_IMAGE: Final = re.compile(r"\[(U\.S\. Department of State|(?:Flag|Blue) (?:Bar|Line)|(?:Great|Department) Seal)\]$")
"""The name of an image, in brackets."""
_AROUND: Final = " \t|•·*>»<=/×"
_LONGEST: Final = 2_000


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
    patterns: tuple[tuple[ChromeLine, re.Pattern[str]], ...]
    starts: re.Pattern[str]


def fold(line: str) -> str:
    """A line as chrome lines are compared: one blank, lower case, no marks around it."""
    bare = _IMAGE.sub(r"\1", _REFERENCE.sub("", line)) if line[:1] == "[" else line
    return " ".join(bare.split()).casefold().strip(_AROUND)


def match_line(line: str, position: Position | None = None) -> ChromeLine | None:
    """The chrome line that `line` is, or None.

    Args:
        line: A line of text.
        position: Only lines of this position (or of its edge) count; by default all.
    """
    return match_folded(fold(line), position) if len(line) <= _LONGEST else None


def match_folded(folded: str, position: Position | None = None) -> ChromeLine | None:
    """As `match_line`, for a line that is folded already."""
    chrome = _load()
    for found in chrome.exact.get(folded, ()):
        if _stands(found, position):
            return found
    if chrome.starts.match(folded) is None:
        return None
    for found, pattern in chrome.patterns:
        if _stands(found, position) and pattern.fullmatch(folded):
            return found
    return None


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
    patterns.sort(key=lambda entry: not entry[0].design)  # what tells whose chrome it is comes first
    # One look at a line, before the patterns are tried one by one.
    starts = re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in patterns))
    return _Chrome({key: tuple(lines) for key, lines in exact.items()}, tuple(patterns), starts)


def _line(group: dict[str, Any]) -> ChromeLine:
    return ChromeLine(group["rule"], group["design"], group["position"], group.get("strong", False))
