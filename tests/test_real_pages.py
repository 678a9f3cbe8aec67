"""Real pages, where they are at hand: none is lost, each is told by its design, and none of its fields gets worse."""

import importlib
import json
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from statedocs.extraction.tracing import Pair, Words
from statedocs.pipeline import convert, explain
from statedocs.record import FINDINGS, Document
from statedocs.schema import schemas
from statedocs.sinks import to_json
from statedocs.snapshot import Snapshot

SHARED = Path(__file__).parent.parent.parent / "shared"
PAGES = SHARED / "pages"
SCORER = SHARED / "tools" / "fidelity"
RENDERINGS = PAGES / "renderings"
TEMPLATES = {
    "archive-1997": "archive-1997", "classic-2010": "classic-2010-landing", "responsive-2015": "responsive-2015",
    "travel-rwd": "travel-rwd", "travel-cq": "travel-cq", "wordpress-report": "wordpress-report", "replay": "generic",
    "text": "plain-text", "renderings": "plain-text",
}  # fmt: skip
VALIDATOR = Draft202012Validator(schemas()["document"])

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the real pages (../shared/pages) are not at hand")


def pages() -> list[Path]:
    return sorted(
        path
        for folder in TEMPLATES
        for path in (PAGES / folder).rglob("*")
        if path.is_file() and path.suffix in (".html", ".htm", ".txt")
    )


@cache
def document(path: Path) -> Document:
    return convert(Snapshot(path.relative_to(PAGES).as_posix(), path.read_bytes()))


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(PAGES).as_posix())
def test_a_page_is_whole_by_the_schema_and_of_its_design(path: Path) -> None:
    record = document(path)
    assert record.accounting.unaccounted == 0
    assert record.accounting.kept + record.accounting.removed == record.accounting.visible
    VALIDATOR.validate(json.loads(to_json(record)))
    assert record.template.name == TEMPLATES[path.relative_to(PAGES).parts[0]]


_WHOLE = frozenset({"/language detected", *(f"/findings {code}" for code in FINDINGS)})
"""What is told of the whole page, where no line is named."""


def listed(record: Document) -> set[str]:
    """Pointers to every field that has a value, and to every entry of every list."""
    value = record.model_dump()
    own = ("schema_version", "id", "content_sha256", "converter", "source", "accounting", "template", "sections")
    found = {f"/{name}" for name, part in value.items() if name not in own and part is not None and part != []}
    lists = {f"/{name}" for name, part in value.items() if isinstance(part, list | tuple)}
    found |= {f"{name}/{n}" for name in lists if name in found for n in range(len(value[name[1:]]))}
    for section in record.sections:
        found |= {f"/sections/{section.position}/heading"} if section.heading is not None else set()
        found |= {f"/sections/{section.position}/blocks/{n}" for n in range(len(section.blocks))}
    return {pointer for pointer in found if pointer not in lists}


def explained() -> list[Path]:
    """All pages, and of the dumps some: each is much like the others."""
    dumps = [path for path in pages() if path.is_relative_to(RENDERINGS)]
    return [path for path in pages() if path not in dumps] + dumps[::12]


@pytest.mark.parametrize("path", explained(), ids=lambda path: path.relative_to(PAGES).as_posix())
def test_every_field_names_its_evidence_and_its_place(path: Path) -> None:
    found = explain(Snapshot(path.relative_to(PAGES).as_posix(), path.read_bytes()))
    pairs = {pair.field: pair for pair in found.pairs}
    assert sorted(listed(found.document) - set(pairs)) == []
    assert [pair for pair in found.pairs if not pair.evidence] == []
    nowhere = [pair for pair in found.pairs if pair.start is None and pair.line is None]
    lost = [pair for pair in nowhere if not _is_of_all(pair)]
    assert lost == []
    assert [pair.field for pair in found.pairs if pair.start is None and pair.shown] == []
    visible = [token for token in found.page if isinstance(token, Words) and token.text.strip()]
    unplaced = sum(len(token.text.split()) for token in visible if not token.pairs)
    is_dump = path.is_relative_to(RENDERINGS)
    assert unplaced <= (0.004 * found.document.accounting.visible if is_dump else 0)


def _is_of_all(pair: Pair) -> bool:
    head = pair.field.split("/")[1]
    return f"/{head} {pair.evidence}" in _WHOLE


@pytest.fixture(scope="module")
def load() -> Iterator[Callable[[str], ModuleType]]:
    """Modules of the scorer."""
    if not (SCORER / "score.py").is_file():
        pytest.skip("the scorer (../shared/tools/fidelity) is not at hand")
    before = set(sys.modules)
    sys.path.insert(0, str(SCORER))
    yield importlib.import_module
    sys.path.remove(str(SCORER))
    for name in {"score", "score_peru", "compare"} - before:
        sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def scorer(load: Callable[[str], ModuleType]) -> ModuleType:
    return load("score")


def scored(scorer: ModuleType, out: Path, texts: Path | None) -> dict[str, Any]:
    """Scores of all pages that have a reference, from HTML or from a text made of them."""
    for reference in sorted((PAGES / "reference").rglob("*.json")):
        name = json.loads(reference.read_text("utf-8"))["file"]
        kind = name.partition("/")[0]
        source = PAGES / (name.replace("replay/", "wordpress-report/", 1) if kind == "replay" else name)
        if texts is not None:
            source, name = texts / f"{name}.txt", f"{name}.txt"
        target = out / f"{name}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(to_json(document(source)))
    result: dict[str, Any] = scorer.run(out, PAGES / "reference", VALIDATOR, None, texts)
    assert not result["failed"]
    assert not result["broken"]
    return result


def shortfalls(
    result: dict[str, Any], scorer: ModuleType, floor: dict[str, float], default: float
) -> dict[str, tuple[str, float]]:
    """Metrics of each kind of page that are below their floors; those that are better low, above zero."""
    found = {}
    for kind, part in result["sets"].items():
        for metric, value in part["metrics"].items():
            if value is None:
                continue
            right = 1 - value if metric in scorer.BAD else value
            if right < floor.get(metric, default):
                found[f"{kind}: {metric}"] = (f"{value:.4f}", floor.get(metric, default))
    return found


def test_no_field_of_an_html_page_gets_worse(scorer: ModuleType, tmp_path: Path) -> None:
    assert shortfalls(scored(scorer, tmp_path, None), scorer, {}, 1.0) == {}


@pytest.mark.parametrize("engine", ["lynx", "resiliparse"])
def test_no_field_of_a_text_gets_worse(scorer: ModuleType, tmp_path: Path, engine: str) -> None:
    if not (RENDERINGS / engine).is_dir():
        pytest.skip(f"no texts by {engine} at hand")
    result = scored(scorer, tmp_path, RENDERINGS / engine)
    exact = dict.fromkeys(
        "title date_exact issuer_masthead country spans structure acc_unaccounted acc_sum schema".split(), 1.0
    )
    floors = {**exact, "word_p": 0.99, "word_r": 0.99, "head_f1": 0.9, "infer_f1": 0.9, "date_wrong": 1.0}
    assert shortfalls(result, scorer, floors, 0.0) == {}


def test_the_user_s_own_sample_says_all_that_was_expected(load: Callable[[str], ModuleType]) -> None:
    expected = json.loads((SCORER / "peru-2013.gold.json").read_text("utf-8"))
    path = PAGES / "text" / "peru-2013.txt"
    checks = list(load("score_peru").checks(expected, json.loads(to_json(document(path))), path.read_text("utf-8")))
    assert len(checks) >= 40
    assert [what for what, holds in checks if not holds] == []
