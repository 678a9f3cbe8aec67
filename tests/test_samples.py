"""Every sample page becomes the record that somebody has read: `pytest --accept` writes it, and still fails."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from statedocs.pipeline import convert
from statedocs.record import Document
from statedocs.schema import schemas
from statedocs.sinks import to_json
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read
from statedocs.templates import ALL

ROOT = Path(__file__).parent.parent
RAW = ROOT / "raw"
EXPECTED = Path(__file__).parent / "expected"
SNAPSHOTS = {item.origin: item for item in read(RAW) if isinstance(item, Snapshot)}
NOTES = {"README.md"}
VALIDATOR = Draft202012Validator(schemas()["document"])

every_sample = pytest.mark.parametrize("origin", SNAPSHOTS)


@cache
def document(origin: str) -> Document:
    return convert(SNAPSHOTS[origin])


def rendered(origin: str) -> str:
    """A record as it is kept beside the tests: indented, to be read and compared by people."""
    record = json.loads(to_json(document(origin)))
    del record["converter"]
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


@every_sample
def test_a_sample_is_the_record_that_was_read(origin: str, pytestconfig: pytest.Config) -> None:
    path = EXPECTED / f"{origin}.json"
    found = rendered(origin)
    if pytestconfig.getoption("accept") and (not path.exists() or path.read_text("utf-8") != found):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, "utf-8", newline="\n")
        pytest.fail(f"accepted: read {path.relative_to(ROOT)} before it is committed")
    assert path.exists(), "no expected record; run: pytest tests/test_samples.py --accept, then read it"
    assert json.loads(found) == json.loads(path.read_text("utf-8"))


@every_sample
def test_a_sample_is_whole_and_by_the_schema(origin: str) -> None:
    record = document(origin)
    VALIDATOR.validate(json.loads(to_json(record)))
    assert record.accounting.unaccounted == 0
    assert record.accounting.kept + record.accounting.removed == record.accounting.visible


@every_sample
def test_a_sample_is_claimed_by_the_template_of_its_folder_alone(origin: str) -> None:
    folder, slash, _ = origin.partition("/")
    name = folder if slash else "plain-text"
    assert name in {template.name for template in ALL}, f"no design is called {name}: is its line in TEMPLATES?"
    assert document(origin).template.name == name
    doubts = {"template-unknown", "template-ambiguous"} & {finding.code for finding in document(origin).findings}
    assert bool(doubts) == (name == "generic")


@every_sample
def test_a_sample_is_what_its_side_car_says(origin: str) -> None:
    said = json.loads((RAW / f"{origin}.source.json").read_text("utf-8"))
    assert said["sha256"] == SNAPSHOTS[origin].sha256
    assert {"url", "captured_at", "media_type", "charset", "origin", "licence"} <= set(said)


@every_sample
def test_a_page_of_ours_says_that_it_is_one(origin: str) -> None:
    said = json.loads((RAW / f"{origin}.source.json").read_text("utf-8"))
    if "written for this project" not in said["origin"]:
        assert origin == "peru-2013.txt", "the user's own sample is the only page that is not ours"
        return
    texts = [block.text for section in document(origin).sections for block in section.blocks]
    texts += [line.text for line in document(origin).masthead]
    assert any(re.search(r"\bsample\b", text, re.IGNORECASE) for text in texts)


def test_every_template_has_a_sample() -> None:
    folders = {origin.partition("/")[0] for origin in SNAPSHOTS if "/" in origin}
    assert folders == {template.name for template in ALL}


def test_everything_else_under_raw_is_a_note() -> None:
    assert {item.origin for item in read(RAW) if not isinstance(item, Snapshot)} == NOTES
    assert all(isinstance(item, Snapshot | Skipped) for item in read(RAW))


def test_no_expected_record_has_lost_its_sample() -> None:
    expected = {path.relative_to(EXPECTED).as_posix().removesuffix(".json") for path in EXPECTED.rglob("*.json")}
    assert expected <= set(SNAPSHOTS)
