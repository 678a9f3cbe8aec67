import copy
from typing import Any

import pytest

from statedocs.checks import breaking_changes
from statedocs.schema import schemas

OLD = schemas()["document"]


def changed(path: str, value: Any) -> dict[str, Any]:
    """The document's schema with one place set, or taken away where the value is None."""
    schema = copy.deepcopy(OLD)
    *steps, last = path.split("/")
    place: Any = schema
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return schema


STRING = {"type": "string"}


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("properties/title", None, "title: is gone"),
        ("properties/title", STRING, "title: was null or string, is string"),
        ("properties/id", {**STRING, "pattern": "x"}, "id: pattern was ^[0-9a-f]{32}$, is x"),
        ("properties/id", {"type": "integer"}, "id: was string, is integer"),
        ("properties/places/items", {"type": "integer"}, "places[]: was string, is integer"),
        ("properties/issuers/items", STRING, "issuers[]: was object, is string"),
        ("required", [], "schema_version: was always there, now may be missing"),
        ("additionalProperties", True, "(root): was closed, takes unknown fields"),
        ("$defs/Date/properties/role/enum", ["published"], "published.role: value 'updated' is gone"),
        ("$defs/Date/properties/role", STRING, "published.role: was a closed list, is open"),
        ("$defs/Finding/properties/code/oneOf", [{"const": "x"}], "findings[].code: value 'base-foreign' is gone"),
        ("$defs/ListItem/properties/depth", None, "sections[].blocks[].items[].depth: is gone"),
        ("$defs/Accounting/properties/kept/minimum", -1, "accounting.kept: minimum was 0, is -1"),
    ],
)
def test_what_breaks_a_reader_is_named(path: str, value: object, said: str) -> None:
    assert said in breaking_changes(OLD, changed(path, value))


def test_a_block_taken_away_breaks() -> None:
    fewer = changed("$defs/Section/properties/blocks/items/oneOf", [{"$ref": "#/$defs/Paragraph"}])
    assert any(line.startswith("sections[].blocks[]: was figure or list") for line in breaking_changes(OLD, fewer))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("properties/summary", STRING),
        ("description", "said better"),
        ("$id", "urn:statedocs:document:1.1"),
        ("properties/schema_version/const", "1.1"),
        ("$defs/Date/properties/role/enum", [*OLD["$defs"]["Date"]["properties"]["role"]["enum"], "revised"]),
        (
            "$defs/Finding/properties/code/oneOf",
            [*OLD["$defs"]["Finding"]["properties"]["code"]["oneOf"], {"const": "new"}],
        ),
    ],
)
def test_what_is_added_breaks_nobody(path: str, value: object) -> None:
    assert breaking_changes(OLD, changed(path, value)) == []


def test_a_new_kind_of_block_breaks_nobody() -> None:
    schema = changed("$defs/Aside", {**OLD["$defs"]["Quote"], "properties": {"kind": {"const": "aside"}}})
    schema["$defs"]["Section"]["properties"]["blocks"]["items"]["oneOf"].append({"$ref": "#/$defs/Aside"})
    assert breaking_changes(OLD, schema) == []


def test_definitions_that_refer_to_themselves_end() -> None:
    node = {"type": "object", "properties": {"next": {"$ref": "#/$defs/Node"}}, "required": ["next"]}
    schema = {"$defs": {"Node": node}, "$ref": "#/$defs/Node"}
    assert breaking_changes(schema, schema) == []
