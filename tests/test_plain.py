"""A record as plain data is the record of the models: the same bytes, refused for the same reasons."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from statedocs import convert_all, read
from statedocs.pipeline import attempt, convert, to_record
from statedocs.plain import Record, validate
from statedocs.record import Document, Failure
from statedocs.sinks import entry_of, to_json
from statedocs.snapshot import Snapshot

RAW = Path(__file__).parents[1] / "raw"
PAGE = b"""<title>Wells</title><h1>Wells</h1><p>Dug on July 28, 2011; see www.state.gov/peru.</p>
<ul><li>One<li>Two</ul><table><tr><th>a<th>b<tr><td>1<td>2</table><img src=a.png alt=Map>"""
GIVEN: dict[str, Any] = json.loads(to_json(convert(Snapshot("wells.html", PAGE))))

VALUES = st.one_of(
    st.none(), st.integers(), st.text(max_size=9), st.booleans(), st.floats(), st.just([]), st.just({}), st.just("list")
)


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Give the way to every value of a record."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, part in inner for place in places(part, (*path, key)))]


PLACES = places(GIVEN)[1:]


def changed(place: tuple[Any, ...], value: object, how: str) -> dict[str, Any]:
    """Give the record with one value changed, left out, or set beside one that no model knows."""
    parts = copy.deepcopy(GIVEN)
    *above, last = place
    outer: Any = parts
    for key in above:
        outer = outer[key]
    if how == "change":
        outer[last] = value
    elif how == "leave out":
        del outer[last]
    elif isinstance(outer, dict):
        outer["unknown"] = value
    return parts


def refusals(check: Any, parts: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Give what is refused; a dictionary is no model, and the message says so."""
    try:
        check(parts)
    except ValidationError as error:
        return [
            (found["loc"], found["msg"].partition(" or instance of")[0]) for found in error.errors(include_url=False)
        ]
    return []


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.sampled_from(PLACES), VALUES, st.sampled_from(["change", "leave out", "add"]))
def test_what_a_model_refuses_is_refused_for_the_same_reasons(place: Any, value: object, how: str) -> None:
    parts = changed(place, value, how)
    found = refusals(validate, parts)
    assert found == refusals(Document.model_validate, parts)
    if not found:
        assert to_json(validate(parts)) == to_json(Document.model_validate(parts))


def test_every_page_has_the_same_bytes_either_way() -> None:
    pages = [page for page in read(RAW) if isinstance(page, Snapshot)]
    assert len(pages) > 40
    for page, result in zip(pages, convert_all(pages), strict=True):
        record = attempt(page)
        assert isinstance(result, Document | Failure)
        assert isinstance(record, Record if isinstance(result, Document) else Failure)
        assert to_json(record) == to_json(result)
        assert to_json(record, indent=2) == to_json(result, indent=2)
        assert entry_of(record, "f", indented=True) == entry_of(result, "f", indented=True)


def test_plain_data_that_break_the_promise_name_page_and_field(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statedocs.way.SCHEMA_VERSION", "0.9")
    failure = attempt(Snapshot("wells.html", PAGE))
    assert isinstance(failure, Failure)
    assert (failure.origin, failure.stage, failure.error) == ("wells.html", "validate", "InvalidRecord")
    assert "schema_version" in failure.message
    with pytest.raises(Exception, match="schema_version"):
        to_record(Snapshot("wells.html", PAGE))
