"""What several tests need: records made in a line, and where the project's own files are."""

import json
import logging
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from statedocs.converter import CONVERTER
from statedocs.record import FINDINGS, Document, Failure
from statedocs.sinks import disk

ROOT = Path(__file__).parent.parent

# How busy a machine is with other things is no defect; and the tests of one state of the program end in one way.
settings.register_profile("patient", deadline=None, derandomize=True)
settings.register_profile("search", deadline=None, derandomize=False)  # for whoever looks for new cases
settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write the expected records of raw/ that differ; the run still fails"
    )


_LOG = logging.getLogger("statedocs")
_LOG_AS_IT_WAS = (_LOG.handlers[:], _LOG.level, _LOG.propagate)


@pytest.fixture(autouse=True)
def _log_as_it_was() -> None:
    """Take away what commands have done to the log, those of wider fixtures too: tests may run in any order."""
    handlers, level, propagate = _LOG_AS_IT_WAS
    _LOG.handlers[:], _LOG.propagate = handlers, propagate
    _LOG.setLevel(level)


@pytest.fixture
def hears_hangups() -> Iterator[None]:
    """Let what the test starts hear SIGHUP, though these tests may run under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session", autouse=True)
def nobody_waits_for_the_disk() -> Iterator[None]:
    """No power goes while tests run; what a power cut would leave `test_power_loss` shows, which notes these calls."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        patch.setattr(disk, "_SYNCFS", lambda _: None)
        yield


def _document(origin: str, *, capture: str = "", findings: tuple[str, ...] = (), text: str = "Peru") -> Document:
    """Make a valid document; `capture` stands for all that makes its id."""
    page_id = (capture or origin).encode().hex().ljust(32, "0")[:32]
    found = [{"code": c, "level": FINDINGS[c][0], "field": None, "message": c, "line": 1} for c in findings]
    block = {"kind": "paragraph", "text": text, "line": 1}
    lead = {"position": 0, "parent": None, "level": 0, "number": None, "heading": None, "line": 1, "blocks": [block]}
    lists = (
        "issuers speakers places countries subjects identifiers breadcrumb dates masthead links "
        "date_mentions facts contacts removed"
    )
    nulls = "page_key url description document_type series language published"
    source = {
        "origin": origin,
        "sha256": page_id * 2,
        "bytes": len(text),
        "media_type": "text/plain",
        "encoding": "utf-8",
        "encoding_evidence": "detected",
        "replaced": 0,
    }
    return Document.model_validate_json(
        json.dumps(
            {
                **dict.fromkeys(nulls.split()),
                **{name: [] for name in lists.split()},
                "schema_version": "1.0",
                "id": page_id,
                "title": text,
                "sections": [lead],
                "accounting": {"visible": len(text), "kept": len(text), "removed": 0, "unaccounted": 0},
                "findings": found,
                "template": {"name": "plain-text", "design": None, "evidence": "no markup"},
                "content_sha256": "0" * 64,
                "source": {**source, **dict.fromkeys(["captured_at", "url_evidence", "archive_url", "record_id"])},
                "converter": CONVERTER.model_dump(),
            }
        )
    )


def _failure(origin: str, *, message: str = "error page") -> Failure:
    nulls = dict.fromkeys("url captured_at record_id offset line".split())
    said = {"stage": "template", "error": "NotADocument", "message": message}
    known = {"schema_version": "1.0", "origin": origin, "sha256": "a" * 64, "converter": CONVERTER}
    return Failure.model_validate({**nulls, **said, **known})


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    return _document


@pytest.fixture(scope="session")
def make_failure() -> Callable[..., Failure]:
    return _failure
