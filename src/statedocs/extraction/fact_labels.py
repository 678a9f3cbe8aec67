"""Labels of country profiles: `Area:`, `Population (2011 est.):`, and the `Capital--` fields inside their values.

The words are data: `data/fact_labels.tsv` (label, topic, weight), `data/fact_fields.txt` (names before `--`) and
`data/profile_headings.tsv`. Weights: *strong* labels stand in profiles only, *weak* ones in prose as well; *travel*
ones open the quick facts of a travel page; *note* is a remark among facts; *masthead* ones say whose page it is.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a text: `text[start:stop]` is all of it, with a heading printed before it and its colon."""

    start: int
    stop: int
    name: str
    qualifier: str | None
    weight: str
    topic: str | None = None
    heading: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A named part of a value: `Capital--Lima`."""

    name: str
    qualifier: str | None
    value: str


def _rows(name: str) -> list[list[str]]:
    text = (files("statedocs.extraction") / "data" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line]


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """Folds the spellings of a label or heading that mean the same.

    >>> key("RELIGION(S) *:"), key("Per-capita  GDP")
    ('religion', 'per capita gdp')
    """
    words = text.casefold().replace("-", " ").replace("(s)", "").strip(" \n\t*:")
    return " ".join(words.split())


WEIGHTS: Final = {key(label): (weight, None if topic == "-" else topic) for label, topic, weight in
                  _rows("fact_labels.tsv")[1:]}  # fmt: skip
"""Known labels: weight, and the topic under which profiles print them."""
HEADINGS: Final = {key(heading): topic for heading, topic in _rows("profile_headings.tsv")[1:]}
"""Headings of profiles and their topic."""
_FIELD_NAMES: Final = {key(row[0]) for row in _rows("fact_fields.txt")}
_LAST_WORDS: Final = {label.rsplit(" ", 1)[-1] for label in WEIGHTS}

_REACH: Final = 160  # the longest label seen, qualifier and all, has 78 characters
_YEAR_TAIL: Final = re.compile(r",? ((?:FY ?)?(?:19|20)\d\d(?:[-/]\d{2,4})?(?:,? est\.?)?)$")
_WORD_STARTS: Final = re.compile(r"\S+")
_SENTENCE_ENDS: Final = '.;)]*%:”"•\n'
_HEADING_TAIL: Final = re.compile(
    r"(?:^|(?<=\s))(?:PROFILE\s+)?(?P<word>PROFILE|Profile|GEOGRAPHY|Geography|PEOPLE|People"
    r"|GOVERNMENT|Government|ECONOMY|Economy)(?: \([^()]*\))?\*?$"
)
_NO_LABEL: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|includes?|following|that|which|who|more|see|click|visit|said"
    r"|mr|mrs|ms|miss|dr|secretary|ambassador|president|minister|question|moderator)\b",
    re.IGNORECASE,
)
_FREE_WORDS: Final = 5
_FIGURE: Final = re.compile(
    r"[\d$€£¥<>~]|(?:about|approx|over|under|less|more than|nearly|none|n/?a\b|us\$)", re.IGNORECASE
)
_MONTH: Final = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]*)\b")
_FIELD: Final = re.compile(
    r"(?:^|(?<=[.;:,)%\]] )|(?<=\n))(?P<name>(?:U\.S\.|[A-Za-z][A-Za-z'’/&]*)(?: (?:U\.S\.|[A-Za-z0-9'’/&]+)){0,6}?)"
    r"\s?(?P<qualifier>\([^()]*\))?\s?(?P<dash>--+|—|(?<=\s)[-–](?=\s)|[-–](?=[\w$]))\s?"
)
_BRANCHES: Final = frozenset({"executive", "legislative", "judicial", "noun", "adjective", "noun and adjective"})
_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:sq|km|mi|ft|est|approx|pop|yrs?|etc|Jr|Sr|adj|no|lbs?)|\b[A-Za-z](?:\.[A-Za-z])*)\.$"
)


def find_labels(text: str) -> list[Label]:
    """Finds the known labels that open a line or a sentence of a text, in reading order.

    >>> [(label.name, label.qualifier) for label in find_labels("Area: 10 sq. km. Population (2011 est.): 3.")]
    [('Area', None), ('Population', '2011 est.')]
    """
    labels: list[Label] = []
    floor, colon = 0, text.find(":")
    while colon >= 0:
        label = _label_before(text, floor, colon)
        if label is not None:
            labels.append(label)
            floor = label.stop
        colon = text.find(":", colon + 1)
    return labels


def free_label(text: str) -> Label | None:
    """Reads a label that the vocabulary lacks at the start of a text: few words, no sentence, no speaker.

    >>> free_label("Cattle (2003): 2 million").name
    'Cattle'
    >>> free_label("The islands are three: A, B and C") is None
    True
    """
    colon = text.find(":", 0, _REACH)
    if colon < 0 or not text[colon + 1 : colon + 2].isspace():
        return None
    end, qualifier = _peel(text[:colon])
    name = " ".join(text[:end].split())
    if not name[:1].isupper() or name.isupper() or len(name.split()) > _FREE_WORDS:
        return None
    if (
        _NO_LABEL.search(name)
        or any(mark in name for mark in ';()[]"“”?!')
        or "--" in name
        or ". " in name.replace("U.S. ", "")
    ):
        return None
    return Label(0, colon + 1, name, qualifier, "free")


def find_fields(value: str) -> list[Field]:
    """Splits the value of a fact at its `--` fields; a time range or a dash in prose is none.

    The point or semicolon that parts two fields is left off, except after an abbreviation.

    >>> [(field.name, field.value) for field in find_fields("Capital--Lima. Other cities--Ica, Puno.")]
    [('Capital', 'Lima'), ('Other cities', 'Ica, Puno')]
    """
    if "-" not in value and "—" not in value and "–" not in value:
        return []
    found = [match for match in _FIELD.finditer(value) if _is_field(value, match)]
    stops = [*(match.start() for match in found[1:]), len(value)][: len(found)]
    fields = []
    for match, stop in zip(found, stops, strict=True):
        part = " ".join(value[match.end() : stop].split()).rstrip(" ;,")
        if part.endswith(".") and not _ABBREVIATION.search(part):
            part = part[:-1].rstrip()
        qualifier = match["qualifier"]
        if part:
            fields.append(Field(" ".join(match["name"].split()), qualifier[1:-1].strip() if qualifier else None, part))
    return fields


def is_known_field(name: str) -> bool:
    """Whether the vocabulary has a name as that of a part: `Legislative`."""
    return key(name) in _FIELD_NAMES


def _is_field(value: str, match: re.Match[str]) -> bool:
    name, dash = key(match["name"]), match["dash"]
    after = value[match.end() : match.end() + 1]
    known = name in _FIELD_NAMES or name in WEIGHTS
    if dash in "-–" and not value[match.start("dash") - 1].isspace():
        return known and (name in _BRANCHES or after.isupper() or after.isdigit() or after == "$")
    if known:
        return True
    opening = value[: match.start()].rstrip(" \n")[-1:]
    shaped = match["name"][0].isupper() and len(name.split()) <= 4 and opening != ","
    return shaped and not _MONTH.search(match["name"]) and _FIGURE.match(value, match.end()) is not None


def _label_before(text: str, floor: int, colon: int) -> Label | None:
    base = max(floor, colon - _REACH)
    if not _may_end_label(text, base, colon):
        return None
    end, qualifier = _peel(text[base:colon])
    name = text[base : base + end]
    if not name.strip() or key(name.rsplit(None, 1)[-1]).rsplit(" ", 1)[-1] not in _LAST_WORDS:
        return None
    for word in [match.start() for match in _WORD_STARTS.finditer(name)][-6:]:
        known = WEIGHTS.get(key(name[word:]))
        if known is None or not name[word].isupper() or _runs_on(text, base + word, name[word:]):
            continue
        opening = _opening(text, floor, base + word)
        if opening is not None:
            weight, topic = known
            label = " ".join(name[word:].split())
            return Label(opening[0], colon + 1, label, qualifier, weight, topic, opening[1])
    return None


def _may_end_label(text: str, base: int, colon: int) -> bool:
    """Cheap: whether the word before a colon ends a label; unknown behind a parenthesis, a year or a mark."""
    words = text[base:colon].rsplit(None, 1)
    return not words or not words[-1].isalpha() or words[-1].casefold() in _LAST_WORDS


def _runs_on(text: str, at: int, name: str) -> bool:
    """`Government Type:` inside a paragraph is a heading that lost its line, and the label under it."""
    first, _, rest = name.partition(" ")
    return at > 0 and text[at - 1] != "\n" and key(first) in HEADINGS and rest[:1].isupper() and key(rest) in WEIGHTS


def _peel(head: str) -> tuple[int, str | None]:
    """Where the label's words end, and what its parentheses say: `Population (2009)*` → 10, `2009`."""
    qualifiers: list[str] = []
    end = len(head.rstrip(" *\n"))
    while head.endswith(")", 0, end) and not head.endswith("(s)", 0, end):
        start = _opening_parenthesis(head, end - 1)
        if start < 0:
            break
        qualifiers.insert(0, " ".join(head[start + 1 : end - 1].split()))
        end = len(head[:start].rstrip(" *\n"))
    year = _YEAR_TAIL.search(head, max(0, end - 24), end)
    if year:
        qualifiers.insert(0, year[1])
        end = year.start()
    return end, "; ".join(qualifiers) or None


def _opening_parenthesis(head: str, close: int) -> int:
    depth = 0
    for position in range(close, -1, -1):
        depth += {")": 1, "(": -1}.get(head[position], 0)
        if depth == 0:
            return position
    return -1


def _opening(text: str, floor: int, at: int) -> tuple[int, str | None] | None:
    """Where the label that begins at `at` opens, and the topic printed before it; None inside a sentence."""
    before = text[floor:at].rstrip(" \t")
    if not before or before[-1] in _SENTENCE_ENDS:
        tail = _HEADING_TAIL.search(before.rstrip("\n*: ")[-60:]) if before else None
    else:
        tail = _HEADING_TAIL.search(before[-60:])
        if tail is None:
            return None
    if tail is None:
        return at, None
    size = len(before.rstrip("\n*: ")) if before[-1] in _SENTENCE_ENDS else len(before)
    return floor + size - len(tail[0]), HEADINGS[key(tail["word"])]
