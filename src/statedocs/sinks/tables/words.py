"""The words of texts as columns, as DuckDB's full-text index keeps them.

The engine could do all of it itself, which takes four times as long: its regular expressions go through every letter,
and its counts through one table of everything.
"""

from collections.abc import Callable, Sequence
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

Split = Callable[[Sequence[str]], Sequence[Sequence[str]]]
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
        places: Which they are, in the order in which they came.
        words: The words of each, as places among all words.
    """

    places: pa.Int64Array
    words: pa.ListArray


class Words:
    """Texts cut into words, some at a time, to be told the index at once."""

    def __init__(self) -> None:
        self._count = 0
        self._met: dict[str, int] = {}
        self._parts: list[_Part] = []
        self._others: dict[int, list[str]] = {}

    def add(self, texts: Sequence[str]) -> None:
        """Cut texts; those that are not ASCII are kept until the engine is asked."""
        for group in in_groups(texts, _AT_ONCE):
            parted: dict[int, str] = {}
            for place, text in enumerate(group, self._count):
                plain = _plain(text)
                if plain.isascii():
                    parted[place] = plain.translate(_PARTED).strip()
                else:
                    self._others[place] = plain.split()
            self._count += len(group)
            # Of no words at all the first would be an empty one.
            column = pa.array([words or None for words in parted.values()], pa.string())
            self._take(list(parted), pc.ascii_split_whitespace(column))

    def _take(self, places: list[int], words: pa.ListArray) -> None:
        """Keep words as places among all that are met, which grow."""
        encoded = words.flatten().dictionary_encode()
        numbers = [self._met.setdefault(word, len(self._met)) for word in encoded.dictionary.to_pylist()]
        found = pa.array(numbers, pa.int32()).take(encoded.indices)
        sizes = pc.fill_null(pc.list_value_length(words), 0)
        offsets = pa.concat_arrays([pa.array([0], pa.int32()), pc.cumulative_sum(sizes)])
        self._parts.append(_Part(pa.array(places, pa.int64()), pa.ListArray.from_arrays(offsets, found)))

    def _take_others(self, split: Split) -> None:
        """Have the engine cut what is not ASCII, each piece once: most of such a text is."""
        pieces = {piece for pieces in self._others.values() for piece in pieces}
        foreign = sorted(piece for piece in pieces if not piece.isascii())
        cut: dict[str, Sequence[str]] = {piece: piece.translate(_PARTED).split() for piece in pieces if piece.isascii()}
        cut.update(zip(foreign, split(foreign), strict=True))
        words = [[word for piece in pieces for word in cut[piece]] for pieces in self._others.values()]
        self._take(list(self._others), pa.array(words, pa.list_(pa.string())))
        self._others = {}

    def learned(self, first: int, split: Split, name: Name) -> Learned:
        """Give what the index is to be told of them.

        Args:
            first: The number of the first text; the others have those after it.
            split: Asked once, for what is not ASCII between the blanks of such texts.
            name: Asked once, for all words that there are.
        """
        self._take_others(split)
        named = name(list(self._met))
        numbers = [pc.add(part.places, first) for part in self._parts]
        terms = [(pc.list_parent_indices(part.words), named.take(part.words.flatten())) for part in self._parts]
        return Learned(
            pa.concat_tables(
                pa.table({"docid": ids.take(texts), "termid": found})
                for ids, (texts, found) in zip(numbers, terms, strict=True)
            ),
            pa.concat_tables(_docs(ids, part.words) for ids, part in zip(numbers, self._parts, strict=True)),
            _counts([_count(texts, found) for texts, found in terms]),
        )


def _plain(text: str) -> str:
    """Give a text with blanks for the marks in it, so that only letters and rare signs are not ASCII."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, " ")
    return text


def _docs(ids: pa.Int64Array, words: pa.ListArray) -> pa.Table:
    return pa.table({"docid": ids, "len": pc.list_value_length(words).cast(pa.int64())})


def _count(texts: pa.Array, terms: pa.Array) -> pa.StructArray:
    """Count in how many texts each term is, each text once."""
    pairs = pc.unique(pc.add(pc.multiply(texts.cast(pa.int64()), _NUMBERS), terms))
    return pc.value_counts(pc.bit_wise_and(pairs, _NUMBERS - 1))


def _counts(counted: Sequence[pa.StructArray]) -> pa.Table:
    each = pa.concat_tables(pa.table({"termid": one.field(0), "df": one.field(1)}) for one in counted)
    total = each.group_by("termid").aggregate([("df", "sum")])
    return total.rename_columns(["termid", "df"])
