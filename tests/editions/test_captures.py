"""Captures gathered by page."""

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from statedocs.editions import Captures, Page, slip_of
from statedocs.editions.brief import Slip
from statedocs.record import Document

Record = Callable[..., Document]


@pytest.fixture(scope="module")
def capture(record: Record) -> Callable[..., Document]:
    """Make a capture: key, content, time."""

    def make(key: str | None, content: str, when: str | None, name: str = "") -> Document:
        page = record((0, None, None, []), page_key=key, title=f"Title {content}")
        origin = f"{key}-{content}-{when}{name}"
        source = page.source.model_copy(update={"captured_at": when, "origin": origin})
        digest = (content.encode().hex() * 64)[:64]
        page_id = f"{abs(hash(origin)):032x}"[:32]
        return page.model_copy(update={"source": source, "content_sha256": digest, "id": page_id})

    return make


def gathered(*documents: Document) -> list[Page]:
    with Captures() as captures:
        captures.add(map(slip_of, documents))
        return list(captures.pages())


def test_captures_of_one_content_are_one_edition(capture: Callable[..., Document]) -> None:
    [page] = gathered(
        capture("a", "2", "2012-01-01T00:00:00Z"),
        capture("a", "1", "2011-01-01T00:00:00Z"),
        capture("a", "1", "2010-01-01T00:00:00Z"),
        capture("a", "1", None),
    )
    assert (page.page_key, page.first_seen, page.last_seen) == ("a", "2010-01-01T00:00:00Z", "2012-01-01T00:00:00Z")
    assert [(e.number, e.title, e.captures, e.first_seen, e.last_seen) for e in page.editions] == [
        (1, "Title 1", 3, "2010-01-01T00:00:00Z", "2011-01-01T00:00:00Z"),
        (2, "Title 2", 1, "2012-01-01T00:00:00Z", "2012-01-01T00:00:00Z"),
    ]
    assert [(c.edition, c.captured_at) for c in page.captures] == [
        (1, "2010-01-01T00:00:00Z"),
        (1, "2011-01-01T00:00:00Z"),
        (2, "2012-01-01T00:00:00Z"),
        (1, None),
    ]


def test_an_edition_that_comes_back_is_the_same(capture: Callable[..., Document]) -> None:
    [page] = gathered(*(capture("a", content, f"201{n}-01-01T00:00:00Z") for n, content in enumerate("1211")))
    assert [edition.captures for edition in page.editions] == [3, 1]
    assert [(old.captured_at, new.captured_at) for old, new in page.changes()] == [
        ("2010-01-01T00:00:00Z", "2011-01-01T00:00:00Z"),
        ("2011-01-01T00:00:00Z", "2012-01-01T00:00:00Z"),
    ]


def test_what_has_no_address_is_a_page_for_itself(capture: Callable[..., Document]) -> None:
    pages = gathered(
        capture(None, "1", None, "x"), capture("b", "1", None), capture(None, "1", None, "y"), capture("a", "1", None)
    )
    assert [page.page_key for page in pages] == ["a", "b", None, None]
    assert all(page.first_seen is None for page in pages)


def test_the_same_whatever_the_order(capture: Callable[..., Document]) -> None:
    documents = [capture(f"p{n % 7}", str(n % 3), f"20{10 + n % 5}-01-01T00:00:00Z", str(n)) for n in range(60)]
    expected = gathered(*documents)
    random.Random(1).shuffle(documents)
    assert gathered(*documents) == expected


def test_one_page_can_be_asked_for(capture: Callable[..., Document]) -> None:
    with Captures() as captures:
        captures.add(map(slip_of, [capture("a", "1", None), capture("b", "1", None)]), "b")
        assert [page.page_key for page in captures.pages()] == ["b"]


def test_records_between_which_contents_changed_are_kept(capture: Callable[..., Document]) -> None:
    documents = [capture("a", content, f"201{n}-01-01T00:00:00Z") for n, content in enumerate("1122")]
    with Captures() as captures:
        captures.add(map(slip_of, documents))
        captures.keep(map(slip_of, documents))
        [page] = captures.pages()
        [(old, new)] = page.changes()
        assert (captures.record(old), captures.record(new)) == (documents[1], documents[2])


@pytest.mark.parametrize("indent", [None, 1])
def test_a_record_can_be_told_from_others_without_the_program(
    capture: Callable[..., Document], indent: int | None
) -> None:
    one = slip_of(capture("a", "1", None))
    value = json.loads(one.data)
    value["converter"]["version"] = "99"
    value["schema_version"] = "1.9"
    same = Slip(one.brief, json.dumps(value, indent=indent).encode(), "")
    value["title"] = '"converter": {}}'
    other = Slip(one.brief, json.dumps(value, indent=indent).encode(), "")
    assert json.dumps(json.loads(b"{" + same.without_program().strip(b", \n") + b"}")) == json.dumps(
        {name: part for name, part in json.loads(one.data).items() if name not in {"converter", "schema_version"}}
    )
    assert other.without_program() != same.without_program()
    assert Slip(one.brief, b"[]", "").without_program() == b"[]"


def test_pages_are_json(capture: Callable[..., Document]) -> None:
    [page] = gathered(capture("a", "1", None))
    value: dict[str, Any] = json.loads(json.dumps(page.as_json()))
    assert [*value] == ["page_key", "first_seen", "last_seen", "editions", "captures"]


MEASURED = """
import resource
from tests.conftest import _document
from statedocs.editions import Captures, slip_of
from statedocs.editions.brief import Slip

slip = slip_of(_document("a"))

def many(start, stop):
    for number in range(start, stop):
        told = {"id": f"{number:032x}", "page_key": f"state.gov/{number % (stop // 2)}"}
        yield Slip(slip.brief.model_copy(update=told), b"", "")

with Captures() as captures:
    captures.add(many(0, 20_000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    captures.add(many(20_000, 100_000))
    assert sum(len(page.captures) for page in captures.pages()) == 100_000
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_memory_does_not_grow_with_the_captures(root: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MEASURED], cwd=root, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 20_000
