"""What differs outside the sections: fields by path, entries of lists by what tells them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from statedocs.editions.changes import Concern, FieldChange, Kind, Shift
from statedocs.editions.matching import out_of_order
from statedocs.editions.words import pieces_of
from statedocs.extraction.page_key import page_key

Part = Mapping[str, Any]

_ROUND: Final = str.maketrans("[]", "()")
PLACES: Final = frozenset({"line", "section", "block", "start", "stop", "blocks"})
"""Where an entry stands: changed by everything above it, so counted, not listed."""
_READING: Final = frozenset({
    "language", "template", "accounting", "removed", "findings", "content_sha256", "date_mentions",
    "evidence", "href", "e164", "kind", "encoding_evidence",
})  # fmt: skip
"""Fields, at whatever depth, that tell how a page was read."""
_REPEATING: Final = ("masthead[", "dates[")
_CAPTURE: Final = frozenset({"schema_version", "id", "url", "source", "converter"})
"""Fields of a record that every capture has its own of."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What tells an entry of a list, and what does where that fails; `ordered` where its order is said, not counted."""

    by: tuple[str, ...]
    or_by: tuple[tuple[str, ...], ...] = ()
    ordered: bool = False


_LISTS: Final[Mapping[str, _Told]] = {
    "issuers": _Told(("name",), (("code",),), ordered=True),
    "speakers": _Told(("name",), ordered=True),
    "places": _Told(("value",), ordered=True),
    "countries": _Told(("name",), (("code",),), ordered=True),
    "subjects": _Told(("scheme", "term"), ordered=True),
    "identifiers": _Told(("scheme", "value"), (("scheme",),), ordered=True),
    "dates": _Told(("role", "value"), (("role",),), ordered=True),
    "masthead": _Told(("role", "text"), (("text",), ("role",)), ordered=True),
    "links": _Told(("text", "url"), (("text",), ("url",), ("~url",))),
    "date_mentions": _Told(("value", "as_written")),
    "facts": _Told(("topic", "label", "qualifier"), (("label", "value"),)),
    "contacts": _Told(("kind", "country", "name"), (("kind", "country"), ("name",))),
    "phones": _Told(("kind", "as_written"), (("kind",),), ordered=True),
    "emails": _Told(("value",), ordered=True),
    "urls": _Told(("value",), ordered=True),
    "officials": _Told(("name",), (("role",),), ordered=True),
    "removed": _Told(("rule", "text"), (("rule",),)),
    "findings": _Told(("code", "field", "message"), (("code",),)),
}


def field_changes(old: Part, new: Part) -> tuple[tuple[FieldChange, ...], tuple[Shift, ...]]:
    """Give the fields of two records that differ, in order, and the entries that only stand elsewhere.

    Args:
        old: A record as JSON values, without its sections.
        new: The other one.
    """
    comparison = _Comparison()
    comparison.objects("", old, new, "content")
    comparison.set_repeated_aside()
    shifts = (Shift(path, count, comparison.examples[path]) for path, count in comparison.shifted.items())
    return tuple(comparison.changes), tuple(shifts)


class _Comparison:
    def __init__(self) -> None:
        self.changes: list[FieldChange] = []
        self.shifted: Counter[str] = Counter()
        self.examples: dict[str, str] = {}

    def objects(self, path: str, old: Part, new: Part, concern: Concern, told: Sequence[str] = ()) -> None:
        places: list[str] = []
        for name in old if path == "" else [name for name in old if name not in told]:
            before, after = old[name], new[name]
            if before == after:
                continue
            if name in PLACES:
                places.append(f"{name} {_short(before)} → {_short(after)}")
            elif name == "url" and path and _one_target(old, new):
                self._values(f"{path}.url", name, (before, after), "reading")
            else:
                self._values(f"{path}.{name}" if path else name, name, (before, after), _concern(name, path, concern))
        if places:
            self.shift(path, ", ".join(places))

    def set_repeated_aside(self) -> None:
        """What a masthead line or a list of dates only says again is no change of the content for itself."""
        said = {
            (_text(change.old), _text(change.new)) for change in self.changes if not change.path.startswith(_REPEATING)
        }
        self.changes = [
            replace(change, concern="reading")
            if change.path.startswith(_REPEATING) and (_text(change.old), _text(change.new)) in said
            else change
            for change in self.changes
        ]

    def shift(self, path: str, how: str) -> None:
        name = path.partition("[")[0]
        self.shifted[name] += 1
        self.examples.setdefault(name, f"{path}: {how}")

    def _values(self, path: str, name: str, values: tuple[Any, Any], concern: Concern) -> None:
        old, new = values
        if isinstance(old, list) and isinstance(new, list) and name in _LISTS:
            self._lists(path, (_entries(old), _entries(new)), _LISTS[name], concern)
        elif name == "breadcrumb":
            self.changes.append(_breadcrumb(old, new))
        elif isinstance(old, dict) and isinstance(new, dict):
            self.objects(path, old, new, concern)
        else:
            kind: Kind = "added" if old is None else "removed" if new is None else "changed"
            worded = isinstance(old, str) and isinstance(new, str)
            self.changes.append(FieldChange(path, concern, kind, old, new, pieces_of(old, new) if worded else ()))

    def _lists(self, path: str, lists: tuple[list[Part], list[Part]], told: _Told, concern: Concern) -> None:
        old, new = lists
        pairs = _paired(old, new, told)
        back = {j: (i, by) for i, (j, by) in pairs.items()}
        for i, entry in enumerate(old):
            if i not in pairs:
                label = f"{path}[{_label(entry, told.by)}]"
                self.changes.append(FieldChange(label, _of_entry(entry, concern), "removed", _value(entry), None))
        names: Counter[str] = Counter()
        for j, entry in enumerate(new):
            i, by = back.get(j, (-1, told.by))
            label = f"{path}[{_label(entry, by)}]"
            names[label] += 1
            label += f"#{names[label]}" if names[label] > 1 else ""
            if j not in back:
                self.changes.append(FieldChange(label, _of_entry(entry, concern), "added", None, _value(entry)))
            else:
                self.objects(label, old[i], entry, _of_entry(entry, concern), by)
        self._order(path, [(old[i], j) for i, (j, _) in sorted(pairs.items())], told, concern)

    def _order(self, path: str, pairs: list[tuple[Part, int]], told: _Told, concern: Concern) -> None:
        out = out_of_order([j for _, j in pairs])
        if not out:
            return
        if not told.ordered:
            for index in sorted(out):
                entry = pairs[index][0]
                self.shift(f"{path}[{_label(entry, told.by)}]", "order")
            return
        before = [_label(entry, told.by) for entry, _ in pairs]
        after = [_label(entry, told.by) for entry, _ in sorted(pairs, key=lambda pair: pair[1])]
        self.changes.append(FieldChange(path, concern, "reordered", before, after))


def _concern(name: str, path: str, concern: Concern) -> Concern:
    if concern != "content":
        return concern
    if not path and name in _CAPTURE:
        return "capture"
    return "reading" if name in _READING and (path or name not in {"kind"}) else concern


def _one_target(old: Part, new: Part) -> bool:
    """Whether two links lead to one place: on the page itself, or on one page's copies in State's archives."""
    before, after = str(old["url"]), str(new["url"])
    if before.partition("#")[2] != after.partition("#")[2]:
        return False
    return old.get("kind") == new.get("kind") == "anchor" or page_key(before) == page_key(after) is not None


def _of_entry(entry: Part, concern: Concern) -> Concern:
    """The day of capture is no content, and no link within the page is: it is how the page leads through itself."""
    if entry.get("role") == "captured":
        return "capture"
    return "reading" if entry.get("kind") == "anchor" else concern


def _breadcrumb(old: list[Part], new: list[Part]) -> FieldChange:
    """A page's place in the site, as one path."""
    before, after = (" › ".join(crumb["text"] for crumb in crumbs) for crumbs in (old, new))
    moved = before != after or not all(
        one == other or _one_target(one, other) for one, other in zip(old, new, strict=True)
    )
    pieces = pieces_of(before, after) if before != after else ()
    return FieldChange("breadcrumb", "content" if moved else "reading", "changed", old, new, pieces)


def _text(value: Any) -> str:
    return str(value)


def _entries(values: list[Any]) -> list[Part]:
    return [value if isinstance(value, dict) else {"value": value} for value in values]


def _value(entry: Part) -> Any:
    return entry["value"] if entry.keys() == {"value"} else entry


def _label(entry: Part, names: Sequence[str]) -> str:
    """What tells an entry, with no brackets but those that a path puts round it."""
    values = [entry[name.strip("~")] for name in names]
    told = [" ".join(str(value).split()) for value in values if value not in (None, "")]
    return ", ".join(dict.fromkeys(told)).translate(_ROUND)


def _paired(old: list[Part], new: list[Part], told: _Told) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Places in new, and what told them, by places in old."""
    pairs: dict[int, tuple[int, tuple[str, ...]]] = {}
    taken: set[int] = set()
    for names in (told.by, *told.or_by):
        having: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
        for j, entry in enumerate(new):
            if j not in taken:
                having[_key(entry, names)].append(j)
        for places in having.values():
            places.reverse()
        for i, entry in enumerate(old):
            key = _key(entry, names)
            if i not in pairs and any(key) and having.get(key):
                j = having[key].pop()
                pairs[i] = j, names
                taken.add(j)
    return pairs


def _key(entry: Part, names: Sequence[str]) -> tuple[Any, ...]:
    """What tells an entry; `~url` is an address without what does not tell pages apart."""
    return tuple(page_key(entry["url"] or "") if name == "~url" else entry[name] for name in names)


def _short(value: Any) -> str:
    return "none" if value is None else str(value)


def first_difference(old: Any, new: Any, path: str = "") -> FieldChange:
    """Give the first place where two JSON values differ that are not equal."""
    if isinstance(old, dict) and isinstance(new, dict):
        pairs = [(f"{path}.{name}".strip("."), old[name], new[name]) for name in old]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        pairs = [(f"{path}[{at}]", one, other) for at, (one, other) in enumerate(zip(old, new, strict=True))]
    else:
        return FieldChange(path, "reading", "changed", old, new)
    return next(first_difference(one, other, at) for at, one, other in pairs if one != other)
