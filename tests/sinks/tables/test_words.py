"""Words as columns are those that DuckDB itself finds, and are counted as its index does."""

import re
from collections import Counter
from collections.abc import Sequence

import duckdb
import pyarrow as pa
import pytest

from statedocs.sinks.tables import words
from statedocs.sinks.tables.indexing import _SPLIT
from statedocs.sinks.tables.words import Words

TEXTS = (
    "Democracies — the people’s own — held elections in 2019.",
    "",
    "…",
    "the THE the",
    "Côte d’Ivoire, the Republic of",
    " \t\n",
    "Co\u0302te",
    "_a_b-c\x00d\x1fe",
    "Ⅳ ² 东京",
    "people",
)


def engine_words(texts: Sequence[str]) -> list[list[str]]:
    """Cut texts into words as the engine does."""
    with duckdb.connect() as db:
        db.register("incoming", pa.table({"nth": range(len(texts)), "text": pa.array(texts, pa.string())}))
        return [found for (found,) in db.execute(_SPLIT).fetchall()]


def own_words(texts: Sequence[str]) -> list[list[str]]:
    """Cut texts into words as is done here, with the engine's help."""
    cut = Words()
    met: list[str] = []

    def name(every: Sequence[str]) -> pa.Int64Array:
        met.extend(every)
        return pa.array(range(len(every)), pa.int64())

    cut.add(texts)
    told = cut.learned(0, engine_words, name)
    found: list[list[str]] = [[] for _ in texts]
    for text, word in zip(told.terms["docid"].to_pylist(), told.terms["termid"].to_pylist(), strict=True):
        found[text].append(met[word])
    return found


def test_what_is_parted_here_the_engine_parts_in_the_same_places() -> None:
    texts = [f"Ab{mark}Cd {mark}9{mark}" for mark in (*map(chr, range(128)), *words._MARKS)]
    assert own_words(texts) == engine_words(texts)


def test_texts_that_are_not_ascii_have_the_words_that_the_engine_finds_in_the_whole() -> None:
    texts = [
        *TEXTS,
        *(f"x{mark}yÉ z {mark} É{mark}\u2003{mark}b" for mark in (*map(chr, range(1, 128)), *words._MARKS)),
    ]
    assert own_words(texts) == engine_words(texts)


@pytest.mark.parametrize("at_once", [1, 3, 1000])
def test_terms_lengths_and_counts_are_those_of_the_texts(monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    monkeypatch.setattr(words, "_AT_ONCE", at_once)
    numbers: dict[str, int] = {}

    def split(texts: Sequence[str]) -> list[list[str]]:
        return [re.findall(r"[^\W_]+", text.lower()) for text in texts]

    def name(met: Sequence[str]) -> pa.Int64Array:
        """Count words under their first two letters."""
        return pa.array([numbers.setdefault(word[:2], len(numbers)) for word in met], pa.int64())

    cut = Words()
    cut.add(TEXTS[:4])
    cut.add(TEXTS[4:])
    told = cut.learned(100, split, name)
    found = {100 + place: re.findall(r"[^\W_]+", text.lower()) for place, text in enumerate(TEXTS)}
    terms = {number: [numbers[word[:2]] for word in several] for number, several in found.items()}
    pairs = zip(told.terms["docid"].to_pylist(), told.terms["termid"].to_pylist(), strict=True)
    assert Counter(pairs) == Counter((number, term) for number, several in terms.items() for term in several)
    lengths = zip(told.docs["docid"].to_pylist(), told.docs["len"].to_pylist(), strict=True)
    assert sorted(lengths) == sorted((number, len(several)) for number, several in terms.items())
    counts = dict(zip(told.counts["termid"].to_pylist(), told.counts["df"].to_pylist(), strict=True))
    assert counts == Counter(term for several in terms.values() for term in set(several))


def test_nothing_to_learn_is_nothing() -> None:
    cut = Words()
    cut.add([])
    told = cut.learned(1, lambda _: [], lambda _: pa.array([], pa.int64()))
    assert [table.num_rows for table in (told.terms, told.docs, told.counts)] == [0, 0, 0]
