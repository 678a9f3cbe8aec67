"""Facts: the labelled values of country profiles (Background Notes) and of travel "quick facts".

The shape of a fact, so that `Area`, `Population` or `Capital` can be asked as one column over all countries:

* `Label (qualifier): value` is one fact. `topic` is the profile heading that it stands under (Geography, People,
  Government, Economy, Quick Facts), one spelling whatever the page's; where the heading was lost, the topic under
  which profiles print that label; else null.
* Named parts of a value (`Cities: Capital--Lima. Other cities--Ica.`) are facts too, after the fact that holds all of
  it. Their `topic` is that fact's label: `Cities` / `Capital` / `Lima`.
* `label`, `qualifier` and `value` are the page's words, white space collapsed, nothing repaired: `OFFICIAL NAME` and
  `Official Name` stay two spellings. Only the parentheses of the qualifier and a footnote star go.
* `section` and `block` say where the value stands, which may be the block after its label.

A page is read only where it is a profile: it prints an official name, or a profile heading over known labels, or three
labels that stand nowhere else, or two of a travel page. A label the vocabulary lacks counts only among known ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from statedocs.extraction.fact_labels import (
    HEADINGS,
    WEIGHTS,
    Field,
    Label,
    find_fields,
    find_labels,
    free_label,
    is_known_field,
    key,
)

_KNOWN: Final = frozenset({"strong", "weak", "travel"})
_LONGEST_FREE_VALUE: Final = 400
_LONGEST_NAME: Final = 120


@dataclass(slots=True)
class _Piece:
    """A text that can hold facts: a paragraph, a list item, a row of a table."""

    block: int
    text: str
    labels: list[Label]
    whole: str | None = None


@dataclass(slots=True)
class _Reader:
    """What is known while reading the pieces of one section."""

    section: int
    topic: str | None
    facts: list[dict[str, Any]] = field(default_factory=list)
    open_label: Label | None = None

    def add(self, label: Label, value: str, block: int) -> None:
        text = " ".join(value.split())
        topic = self.topic
        if topic in (None, "Profile"):
            topic = label.topic or topic
        self.facts.append(self._fact(topic, label.name, label.qualifier, text, block))
        self.add_parts(label.name, find_fields(value.strip()), block)

    def add_parts(self, whole: str, parts: list[Field], block: int) -> None:
        """Adds the named parts of a fact."""
        for part in parts:
            self.facts.append(self._fact(whole, part.name, part.qualifier, part.value, block))

    def _fact(self, *said: object) -> dict[str, Any]:
        topic, label, qualifier, value, block = said
        return {"topic": topic, "label": label, "qualifier": qualifier, "value": value,
                "section": self.section, "block": block}  # fmt: skip


def extract_facts(sections: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Reads the facts of a page in reading order.

    Args:
        sections: The record's sections as plain data: `position`, `heading`, `blocks` with `kind` and `text`.

    Returns:
        One dict a fact, keys in the order of `record.Fact`; empty for a page that is no profile.
    """
    pieces = [list(_pieces(section["blocks"])) for section in sections]
    titles = [_heading_label(section["heading"]) for section in sections]
    if not _is_profile(sections, pieces, titles):
        return []
    facts: list[dict[str, Any]] = []
    for index, section in enumerate(sections):
        if not _holds_facts(section, pieces[index], titles[index]):
            continue
        reader = _Reader(section["position"], _topic(section, sections), open_label=titles[index])
        for piece in _whole_lists(pieces[index]):
            _read(reader, piece)
        _name_in_heading(reader, pieces[index], sections[index + 1 : index + 2])
        facts += reader.facts
    return facts


def _pieces(blocks: Sequence[Mapping[str, Any]]) -> Iterator[_Piece]:
    for index, block in enumerate(blocks):
        kind = block["kind"]
        if kind == "list":
            for item in block["items"]:
                yield _piece(index, item["text"], block["text"])
        elif kind == "table":
            for row in block["rows"]:
                if len(row) <= 3:
                    yield from _row(index, [cell for cell in row if cell.strip()])
        elif kind != "figure":
            yield _piece(index, block["text"])


def _piece(block: int, text: str, whole: str | None = None) -> _Piece:
    return _Piece(block, text, find_labels(text) if ":" in text else [], whole)


def _row(block: int, cells: list[str]) -> Iterator[_Piece]:
    if len(cells) == 1:
        yield _piece(block, cells[0])
    elif len(cells) == 2:
        labels = find_labels(cells[0].rstrip(" :") + ":")
        if labels and labels[0].start == 0:
            yield _piece(block, f"{cells[0].rstrip(' :')}: {cells[1]}")


def _heading_label(heading: str | None) -> Label | None:
    """A label printed as a heading: with its colon, or without one on travel pages."""
    known = WEIGHTS.get(key(heading)) if heading and len(heading) < _LONGEST_NAME else None
    if heading is None or known is None or not (heading.rstrip().endswith(":") or known[0] == "travel"):
        return None
    labels = find_labels(heading.rstrip(" :") + ":")
    return labels[0] if labels and labels[0].weight in _KNOWN else None


def _is_profile(sections: Sequence[Mapping[str, Any]], pieces: list[list[_Piece]], titles: list[Label | None]) -> bool:
    known: dict[str, set[str]] = {"strong": set(), "weak": set(), "travel": set()}
    labels = [label for section in pieces for piece in section for label in piece.labels]
    for label in [*labels, *(title for title in titles if title)]:
        known.setdefault(label.weight, set()).add(key(label.name))
    if "official name" in known["strong"] or len(known["strong"]) >= 3 or len(known["travel"]) >= 2:
        return True
    profiled = any(HEADINGS.get(key(section["heading"] or "")) in ("Profile", "Quick Facts") for section in sections)
    return profiled and bool(known["strong"] or known["travel"] or len(known["weak"]) >= 2)


def _heading_topic(heading: str | None) -> str | None:
    """`Economy (2008)*` → Economy; None for headings of prose."""
    if not heading:
        return None
    return HEADINGS.get(key(heading)) or HEADINGS.get(key(heading.partition("(")[0]))


def _topic(section: Mapping[str, Any], sections: Sequence[Mapping[str, Any]]) -> str | None:
    own = _heading_topic(section["heading"])
    if own is not None or not section["parent"]:
        return own
    above = {other["position"]: other for other in sections}.get(section["parent"])
    return _heading_topic(above["heading"]) if above else None


def _holds_facts(section: Mapping[str, Any], pieces: list[_Piece], title: Label | None) -> bool:
    known = {key(label.name): label.weight for piece in pieces for label in piece.labels if label.weight in _KNOWN}
    if title is not None:
        return True
    if section["heading"] is None or _heading_topic(section["heading"]) is not None:
        return bool(known)
    return len(known) >= 2 and any(weight != "weak" for weight in known.values())


def _whole_lists(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Items as they are, but a list after an open label, none of its items labelled, as one piece."""
    blocks_with_labels = {piece.block for piece in pieces if piece.labels}
    joined: set[int] = set()
    for piece in pieces:
        if piece.whole is None or piece.block in blocks_with_labels:
            yield piece
        elif piece.block not in joined:
            joined.add(piece.block)
            yield _Piece(piece.block, piece.whole, [])


def _read(reader: _Reader, piece: _Piece) -> None:
    heading = HEADINGS.get(key(piece.text)) if len(piece.text) < 40 else None
    if heading is not None:
        reader.topic, reader.open_label = heading, None
        return
    labels = piece.labels
    if not labels and reader.open_label is None and _goes_on(reader, piece):
        return
    if not labels or labels[0].start > 0:
        labels = _opened(reader, piece) + labels
    stops = [*(label.start for label in labels[1:]), len(piece.text)][: len(labels)]
    for label, stop in zip(labels, stops, strict=True):
        if label.heading is not None:
            reader.topic = label.heading
        value = piece.text[label.stop : stop].strip()
        if not value:
            reader.open_label = label if stop == len(piece.text) and _counts(reader, label, value) else None
        elif _counts(reader, label, value):
            reader.add(label, value, piece.block)


def _goes_on(reader: _Reader, piece: _Piece) -> bool:
    """Adds a named part that stands on a line of its own below the others: `Branches: Executive--…` / `Judicial--…`."""
    whole = next((fact for fact in reversed(reader.facts) if fact["topic"] == reader.topic), None)
    parts = [fact for fact in reader.facts if whole is not None and fact["topic"] == whole["label"]]
    if whole is None or not parts or reader.facts[-1]["block"] not in (piece.block, piece.block - 1):
        return False
    fields = find_fields(piece.text)
    if not fields or not piece.text.startswith(fields[0].name) or not is_known_field(fields[0].name):
        return False
    whole["value"] += " " + " ".join(piece.text.split())
    reader.add_parts(whole["label"], fields, piece.block)
    return True


def _opened(reader: _Reader, piece: _Piece) -> list[Label]:
    """What the text before a piece's first known label belongs to: the label left open, or one of its own."""
    label, reader.open_label = reader.open_label, None
    if label is not None:
        return [Label(0, 0, label.name, label.qualifier, label.weight, label.topic)]
    free = free_label(piece.text)
    if free is None or (piece.labels and piece.labels[0].start < free.stop):
        return []
    return [free]


def _counts(reader: _Reader, label: Label, value: str) -> bool:
    if label.weight in _KNOWN:
        return True
    if label.weight == "note":
        return bool(reader.facts)
    return (
        label.weight == "free"
        and reader.topic is not None
        and bool(reader.facts)
        and len(value) <= _LONGEST_FREE_VALUE
        and not value.startswith(("http", "www."))
    )


def _name_in_heading(reader: _Reader, pieces: list[_Piece], following: Sequence[Mapping[str, Any]]) -> None:
    """`OFFICIAL NAME:` closing a section: the long name alone on the next line may have been read as a heading."""
    label = reader.open_label
    heading = following[0]["heading"] if following else None
    if label is None or not pieces or not heading or key(label.name) != "official name":
        return
    if _heading_topic(heading) is None and _heading_label(heading) is None:
        reader.add(label, heading, pieces[-1].block)
