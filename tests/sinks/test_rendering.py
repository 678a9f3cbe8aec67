"""The bytes of a record are the same whichever way they are written."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from statedocs import convert_all, read
from statedocs.errors import ExtractionError
from statedocs.pipeline import failure_of
from statedocs.record import Document, Failure
from statedocs.sinks import to_json
from statedocs.snapshot import Snapshot

RAW = Path(__file__).parents[2] / "raw"


def test_records_are_written_as_their_models_write_them() -> None:
    results = [result for result in convert_all(read(RAW)) if isinstance(result, Document | Failure)]
    assert results
    for result in results:
        assert to_json(result) == result.model_dump_json().encode() + b"\n"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_character_is_written_as_the_models_write_it(text: str) -> None:
    failure = failure_of(ExtractionError(text), Snapshot("page.html", b""))
    assert to_json(failure) == failure.model_dump_json().encode() + b"\n"
