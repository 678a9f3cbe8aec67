"""The words of texts as columns, as DuckDB's full-text index keeps them.

The engine could do all of it itself, which takes four times as long: its regular expressions go through every letter,
and its counts through one table of everything.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from statedocs.sinks.tables.engine import in_groups

_MARKS: Final = "’“”–—‘…•\xa0§°·«»"
"""Neither letters nor digits; without them most texts are ASCII."""
_PARTED: Final = "".join(chr(number).lower() if chr(number).isalnum() else " " for number in range(128))
_AT_ONCE: Final = 4000
"""Texts: so few that what is counted of them stays near the processor."""
_NUMBERS: Final = 1 << 32
"""More than there are numbers of terms."""

Text = tuple[int, str]
"""Its number in the index, and what it says."""
Split = Callable[[Sequence[str]], pa.ListArray]
"""Gives the words of texts in any script."""
Name = Callable[[Sequence[str]], pa.Int64Array]
"""Gives the numbers of the terms that words are counted under."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What the index is to be told of texts.

    Attributes:
        terms: `docid` and `termid` of every word.
        docs: `docid` and `len`, the number of its words, of every text.
        counts: `termid` and `df`, the number of texts that have it.
    """

    terms: pa.Table
    docs: pa.Table
    counts: pa.Table


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the texts.

    Attributes:
        ids: Their numbers.
        words: The words of each, as places among all words.
    """

    ids: pa.Int64Array
    words: pa.ListArray


def learned(texts: Sequence[Text], split: Split, name: Name) -> Learned:
    """Give what the index is to be told of texts.

    Args:
        texts: All of them.
        split: Asked once, for texts that are not ASCII.
        name: Asked once, for all words that there are.
    """
    met: dict[str, int] = {}
    parts = [_part(ids, words, met) for ids, words in _split(texts, split)]
    named = name(list(met))
    terms = [(part.ids, pc.list_parent_indices(part.words), named.take(part.words.flatten())) for part in parts]
    return Learned(
        pa.concat_tables(pa.table({"docid": ids.take(places), "termid": found}) for ids, places, found in terms),
        pa.concat_tables(_docs(part) for part in parts),
        _counts([_count(places, found) for _, places, found in terms]),
    )


def _split(texts: Sequence[Text], split: Split) -> Iterator[tuple[list[int], pa.ListArray]]:
    """Give texts with their words, some at a time, and last those that are not ASCII."""
    others: list[Text] = []
    for group in in_groups(texts, _AT_ONCE):
        parted = [(number, _parted(text)) for number, text in group]
        others += [text for text, (_, words) in zip(group, parted, strict=True) if words is None]
        plain = {number: words for number, words in parted if words is not None}
        # Of no words at all the first would be an empty one.
        words = pa.array([words or None for words in plain.values()], pa.string())
        yield list(plain), pc.ascii_split_whitespace(words)
    yield [number for number, _ in others], split([text for _, text in others])


def _parted(text: str) -> str | None:
    """Give a text in lower case with blanks for all that parts its words; None where there is more than ASCII."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
        if not text.isascii():
            return None
    return text.translate(_PARTED).strip()


def _part(ids: list[int], words: pa.ListArray, met: dict[str, int]) -> _Part:
    """Give texts with their words as places among all that are met, which grow."""
    encoded = words.flatten().dictionary_encode()
    places = [met.setdefault(word, len(met)) for word in encoded.dictionary.to_pylist()]
    found = pa.array(places, pa.int32()).take(encoded.indices)
    sizes = pc.fill_null(pc.list_value_length(words), 0)
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(sizes)])
    return _Part(pa.array(ids, pa.int64()), pa.ListArray.from_arrays(offsets, found))


def _docs(part: _Part) -> pa.Table:
    return pa.table({"docid": part.ids, "len": pc.list_value_length(part.words).cast(pa.int64())})


def _count(texts: pa.Array, terms: pa.Array) -> pa.StructArray:
    """Count in how many texts each term is, each text once."""
    pairs = pc.unique(pc.add(pc.multiply(texts.cast(pa.int64()), _NUMBERS), terms))
    return pc.value_counts(pc.bit_wise_and(pairs, _NUMBERS - 1))


def _counts(counted: Sequence[pa.StructArray]) -> pa.Table:
    each = pa.concat_tables(pa.table({"termid": one.field(0), "df": one.field(1)}) for one in counted)
    total = each.group_by("termid").aggregate([("df", "sum")])
    return total.rename_columns(["termid", "df"])
