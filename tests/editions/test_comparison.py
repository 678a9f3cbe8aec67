"""Two runs compared: kinds of change, and pages joined on the disk."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.editions.conftest import a_list, a_table

from statedocs.editions import Comparison, Measure, compare, diff
from statedocs.editions.kinds import Kinds
from statedocs.record import Document, Failure
from statedocs.sinks import Outcome

Record = Callable[..., Document]

LONG = "The valley has three rivers, two of which reach the sea in the dry season."
OTHER = "Farmers elect a council every fourth year; its seats are shared among the villages."


class Run:
    """A run that is held in memory."""

    def __init__(self, *results: Document | Failure, skipped: tuple[str, ...] = (), gone: tuple[str, ...] = ()) -> None:
        self._results = results
        self._lines = [*((name, "skipped") for name in skipped), *((name, "gone") for name in gone)]

    def documents(self) -> Iterator[Document]:
        return (result for result in self._results if isinstance(result, Document))

    def failures(self) -> Iterator[Failure]:
        return (result for result in self._results if isinstance(result, Failure))

    def manifest(self) -> Iterator[Outcome]:
        nulls: dict[str, Any] = dict.fromkeys(["sha256", "id", "output", "template"])
        for name, outcome in self._lines:
            yield Outcome(origin=name, outcome=outcome, reason="why", findings={}, **nulls)  # type: ignore[arg-type]


def said(found: Comparison) -> dict[str, int]:
    return {group.what: group.pages for group in found.pages}


def test_pages_that_became_something_else(
    make_document: Callable[..., Document], make_failure: Callable[..., Failure]
) -> None:
    old = Run(
        make_document("a"), make_document("b"), make_failure("c"), make_failure("d"), make_failure("e", message="one"),
        make_document("g"), skipped=("f",),
    )  # fmt: skip
    new = Run(
        make_document("a"), make_failure("b"), make_document("c"), make_failure("d"), make_failure("e", message="two"),
        make_document("f"), make_document("g"), gone=("g",),
    )  # fmt: skip
    found = compare(old, new, Measure())
    assert said(found) == {
        "document → failure": 1,
        "failure → document": 1,
        "failure for another reason": 1,
        "skipped → document": 1,
        "document only in OLD": 1,
    }
    assert (found.same, found.changed) == (1, 0)
    [other] = [group for group in found.pages if "reason" in group.what]
    assert other.examples[0].text == "NotADocument: one → NotADocument: two"


def test_damages_of_one_archive_are_told_by_their_places(make_failure: Callable[..., Failure]) -> None:
    damages = [make_failure("x.warc").model_copy(update={"offset": offset}) for offset in (1, 2)]
    assert not compare(Run(*damages), Run(*damages), Measure())
    assert said(compare(Run(*damages), Run(damages[0]), Measure())) == {"failure only in OLD": 1}


CASES: list[tuple[Any, Any, set[str]]] = [
    ({}, {"title": "Other"}, {"title changed"}),
    ({"language": "en"}, {"language": "fr"}, {"language en → fr"}),
    ({}, {"specs": [(0, None, None, [OTHER])]}, {"blocks[] added (paragraph)", "blocks[] removed (paragraph)"}),
    ({}, {"specs": [(0, None, None, [LONG + " Yes."])]}, {"blocks[] rewritten (paragraph)"}),
    ({}, {"specs": [(0, None, None, [LONG]), (2, None, "New", [OTHER])]}, {"sections[] added"}),
    ({}, {"specs": [(0, None, None, [a_list(LONG)])]}, {"blocks[].kind paragraph → list"}),
    (
        {"specs": [(0, None, None, [a_list(LONG, OTHER)])]},
        {"specs": [(0, None, None, [a_list(LONG, OTHER + " Yes.")])]},
        {"blocks[] rewritten (list)"},
    ),
    (
        {"specs": [(0, None, None, [a_table(("a", "b"), caption="One")])]},
        {"specs": [(0, None, None, [a_table(("a", "b"), caption="Two")])]},
        {"blocks[].caption changed"},
    ),
    (
        {"specs": [(0, None, None, []), (2, "1", "Land", [LONG])]},
        {"specs": [(0, None, None, []), (3, "2", "Land", [LONG])]},
        {"sections[].number changed", "sections[].level changed"},
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_changes_have_kinds(record: Record, old: dict[str, Any], new: dict[str, Any], expected: set[str]) -> None:
    plain = [(0, None, None, [LONG])]
    pages = [record(*fields.pop("specs", plain), **fields) for fields in (dict(old), dict(new))]
    kinds = Kinds(1)
    kinds.add("x", diff(*pages))
    assert {kind.what for kind in kinds} == expected
    assert all(kind.documents == 1 and kind.examples[0].origin == "x" for kind in kinds)


def test_findings_and_rules_are_kinds_of_their_own(record: Record) -> None:
    def finding(code: str, message: str) -> dict[str, Any]:
        return {"code": code, "level": "info", "field": "x", "message": message, "line": None}

    removed = [{"rule": "wordpress/menu", "chars": 4, "text": "Home [more]", "line": 1}]
    old = record((0, None, None, []), findings=[finding("date-missing", "a [b], c")], removed=removed)
    new = record((0, None, None, []), findings=[finding("mojibake", "d")])
    kinds = Kinds(1)
    kinds.add("x", diff(old, new))
    assert {kind.what for kind in kinds} == {
        "findings[date-missing] removed",
        "findings[mojibake] added",
        "removed[wordpress/menu] removed",
    }


def test_examples_are_few_and_short(record: Record) -> None:
    kinds = Kinds(2)
    old = record((0, None, None, []), title="One")
    for number in range(5):
        kinds.add(f"page {number}", diff(old, record((0, None, None, []), title="Two " * 200)))
    [kind] = kinds
    assert (kind.documents, kind.changes) == (5, 5)
    assert [example.origin for example in kind.examples] == ["page 0", "page 1"]
    assert all(len(example.text) <= 300 for example in kind.examples)


MEASURED = """
import resource
from tests.conftest import _document
from tests.editions.test_comparison import Run
from statedocs.editions import Measure, compare

one = _document("a")

class Many(Run):
    def __init__(self, count, title):
        super().__init__()
        self.count, self.title = count, title

    def documents(self):
        for number in range(self.count):
            source = one.source.model_copy(update={"origin": f"{number}.html"})
            yield one.model_copy(update={"id": f"{number:032x}", "source": source, "title": self.title})

compare(Many(500, "x"), Many(500, "y"), Measure())
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
found = compare(Many(8_000, "x"), Many(8_000, "y"), Measure())
assert (found.changed, found.kinds[0].what) == (8_000, "title changed")
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def test_memory_does_not_grow_with_the_pages(root: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MEASURED], cwd=root, capture_output=True, text=True, check=True)
    assert int(done.stdout) < 25_000
