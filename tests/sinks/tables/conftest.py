"""A place in each engine, empty for every test."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from statedocs.pipeline import convert_all
from statedocs.record import Document, Failure
from statedocs.snapshot import Skipped
from statedocs.sources import read

ADDRESS = os.environ.get("STATEDOCS_POSTGRESQL")


@contextmanager
def schema() -> Iterator[str]:
    """Make a schema of its own on the server that STATEDOCS_POSTGRESQL names, and give its address."""
    if not ADDRESS:
        reason = "no PostgreSQL: run the tests by `.ci/postgresql`, or set STATEDOCS_POSTGRESQL to an address"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    name = "t" + uuid4().hex
    address = str(ADDRESS)
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(f"CREATE SCHEMA {name}")
    yield f"{address}{'&' if '?' in address else '?'}options=-csearch_path%3D{name}"
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def postgresql() -> Iterator[str]:
    """The address of a schema of its own."""
    with schema() as address:
        yield address


@pytest.fixture(params=["sqlite", "duckdb", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place in one engine after the other."""
    if request.param == "postgresql":
        address: str = request.getfixturevalue("postgresql")
        return address
    return str(tmp_path / f"pages.{request.param}")


@pytest.fixture
def another(place: str, tmp_path: Path) -> Iterator[str]:
    """A second place in the same engine."""
    if "://" in place:
        with schema() as address:
            yield address
    else:
        yield str(tmp_path / f"another{Path(place).suffix}")


@pytest.fixture(scope="session")
def samples(root: Path) -> list[Document | Failure | Skipped]:
    """What becomes of the sample pages, and of pages that are none."""
    pages = [*read(root / "raw"), *read(root / "tests" / "samples" / "failures")]
    return list(convert_all(pages))


Results = list[Document | Failure | Skipped]


@pytest.fixture(scope="session")
def part(samples: Results) -> Callable[..., Results]:
    """Some of them: every nth document, and all failures."""

    def some(step: int, start: int = 0) -> Results:
        documents = [result for result in samples if isinstance(result, Document)]
        return [*documents[start::step], *(result for result in samples if isinstance(result, Failure))]

    return some
