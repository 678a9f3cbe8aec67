"""The page as tokens: each text cut where the fields that it went to begin and end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from statedocs.extraction.tracing.alignment import Range
from statedocs.extraction.tracing.explanation import Open, Token, Words
from statedocs.extraction.tracing.stream import Stream

Cover = tuple[int, int, int]
"""First place, the place after the last, and the pair that they belong to."""


def tokens_of(stream: Stream, covers: Sequence[Cover], shown_by: Mapping[int, Sequence[int]]) -> Iterator[Token]:
    """Gives the page.

    Args:
        stream: Its texts.
        covers: Which of them belong to which pairs.
        shown_by: The pairs that elements without text show, by the place of their token.
    """
    cut = list(segments(covers))
    first = 0
    for place, token in enumerate(stream.tokens):
        if isinstance(token, Open) and place in shown_by:
            yield replace(token, pairs=tuple(shown_by[place]))
            continue
        if not isinstance(token, int):
            yield token
            continue
        piece = stream.pieces[token]
        stop = stream.starts[token + 1] if token + 1 < len(stream.starts) else stream.size
        while first < len(cut) and cut[first][0][1] <= piece.start:
            first += 1
        number = first
        inside: list[tuple[int, int, tuple[int, ...]]] = []
        while number < len(cut) and cut[number][0][0] < stop:
            (begins, ends), pairs = cut[number]
            inside.append((max(begins, piece.start) - piece.start, min(ends, stop) - piece.start, pairs))
            number += 1
        yield from _words(piece.text, stop - piece.start, inside)


def segments(covers: Sequence[Cover]) -> Iterator[tuple[Range, tuple[int, ...]]]:
    """The stream cut wherever a cover begins or ends; what none covers is left out."""
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for start, stop, pair in covers:
        begins.setdefault(start, []).append(pair)
        ends.setdefault(stop, []).append(pair)
    active: dict[int, int] = {}
    for start, stop in pairwise(sorted({*begins, *ends})):
        for pair in ends.get(start, ()):
            active[pair] -= 1
            if not active[pair]:
                del active[pair]
        for pair in begins.get(start, ()):
            active[pair] = active.get(pair, 0) + 1
        if active:
            yield (start, stop), tuple(sorted(active))


def _words(text: str, size: int, inside: Sequence[tuple[int, int, tuple[int, ...]]]) -> Iterator[Words]:
    """A text in pieces; white space between two of them has what both have."""
    if not inside or not size:
        yield Words(text, ())
        return
    at = [index for index, character in enumerate(text) if not (character.isspace() or character == "\xad")]
    raw = 0
    before: tuple[int, ...] = ()
    place = 0
    for start, stop, pairs in _whole(size, inside):
        between = text[raw : at[start]]
        if between:
            yield Words(between, tuple(pair for pair in before if pair in pairs) if place else ())
        raw = at[stop - 1] + 1
        yield Words(text[at[start] : raw], pairs)
        before, place = pairs, stop
    if raw < len(text):
        yield Words(text[raw:], ())


def _whole(size: int, inside: Sequence[tuple[int, int, tuple[int, ...]]]) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """The segments of a text, with those between that nothing covers."""
    last = 0
    for start, stop, pairs in inside:
        if start > last:
            yield last, start, ()
        yield start, stop, pairs
        last = stop
    if last < size:
        yield last, size, ()
