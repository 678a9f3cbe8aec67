"""Whether readers of an older schema can read what a newer one allows.

The rules are those of a producer: a reader relies on what records surely have. A new field or a new value of a
closed list is a minor version; a field taken away, a type widened, or a value no longer written a major one.
"""

from collections.abc import Iterator
from typing import Any, Final

_BOUNDS: Final = ("pattern", "minimum", "maximum", "minItems", "maxItems", "prefixItems")

Schema = dict[str, Any]


def breaking_changes(old: Schema, new: Schema) -> list[str]:
    """Name every change from `old` to `new` that breaks somebody, each with its place.

    >>> breaking_changes({"type": "string"}, {"type": "integer"})
    ['(root): was string, is integer']
    """
    return list(dict.fromkeys(_compare(_Side(old), _Side(new), "", frozenset())))


class _Side:
    """A schema with the definitions that its references mean."""

    def __init__(self, schema: Schema, definitions: Schema | None = None) -> None:
        self._definitions: Schema = schema.get("$defs", {}) if definitions is None else definitions
        self.name: str = schema.get("$ref", "").rpartition("/")[2]
        self.schema: Schema = {**self._definitions[self.name], **schema} if self.name else schema

    def part(self, schema: Schema) -> "_Side":
        return _Side(schema, self._definitions)

    def branches(self) -> dict[str, "_Side"]:
        """Give the ways to satisfy the schema, by what tells them apart."""
        if self.values() is not None:
            return {self.kind(): self}
        sides = [self.part(way) for way in self.schema.get("anyOf") or self.schema.get("oneOf") or [self.schema]]
        return {side.kind(): side for side in sides}

    def kind(self) -> str:
        tag = self.schema.get("properties", {}).get("kind", {}).get("const")
        return str(tag or self.schema.get("type", "anything"))

    def values(self) -> list[object] | None:
        """Give the closed list of values, or None when it is open."""
        if "const" in self.schema:
            return [self.schema["const"]]
        if "enum" in self.schema:
            return list(self.schema["enum"])
        constants = [way["const"] for way in self.schema.get("oneOf", []) if "const" in way]
        return constants or None


def _compare(old: _Side, new: _Side, path: str, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
    if old.name and (old.name, new.name) in seen:
        return
    seen |= {(old.name, new.name)}
    before, after = old.branches(), new.branches()
    if set(before) != set(after):
        yield from _branches(before, after, path)
    for kind in before.keys() & after.keys():
        yield from _one(before[kind], after[kind], path, seen)


def _branches(before: dict[str, _Side], after: dict[str, _Side], path: str) -> Iterator[str]:
    """Compare which ways there are; a new kind of block is a new value of a closed list."""
    tagged = all("properties" in side.schema for side in (*before.values(), *after.values()))
    if tagged and set(before) <= set(after):
        return
    was, now = (" or ".join(sorted(kinds)) for kinds in (before, after))
    yield f"{path or '(root)'}: was {was}, is {now}"


def _one(old: _Side, new: _Side, path: str, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
    yield from _values(old, new, path)
    for bound in _BOUNDS:
        if bound in old.schema and old.schema[bound] != new.schema.get(bound):
            yield f"{path or '(root)'}: {bound} was {old.schema[bound]}, is {new.schema.get(bound, 'open')}"
    if "items" in old.schema:
        yield from _compare(old.part(old.schema["items"]), new.part(new.schema.get("items", {})), f"{path}[]", seen)
    yield from _fields(old, new, path, seen)


def _values(old: _Side, new: _Side, path: str) -> Iterator[str]:
    before, after = old.values(), new.values()
    if before is None or path == "schema_version":
        return
    if after is None:
        yield f"{path or '(root)'}: was a closed list, is open"
        return
    yield from (f"{path or '(root)'}: value {value!r} is gone" for value in before if value not in after)


def _fields(old: _Side, new: _Side, path: str, seen: frozenset[tuple[str, str]]) -> Iterator[str]:
    before, after = old.schema.get("properties", {}), new.schema.get("properties", {})
    for name, schema in before.items():
        place = f"{path}.{name}" if path else name
        if name not in after:
            yield f"{place}: is gone"
            continue
        if name in old.schema.get("required", []) and name not in new.schema.get("required", []):
            yield f"{place}: was always there, now may be missing"
        yield from _compare(old.part(schema), new.part(after[name]), place, seen)
    if before and old.schema.get("additionalProperties") is False != new.schema.get("additionalProperties", True):
        yield f"{path or '(root)'}: was closed, takes unknown fields"
