"""Which entries of two sequences belong together: the same ones, then the like ones."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.distance import Indel, LCSseq

_SURROGATES: Final = range(0xD800, 0xE000)
_MOST_BITS: Final = 1 << 28
"""The longest common subsequence is looked for in a matrix of bits: 32 MB at most."""
_ALL_PAIRS: Final = 64
_SHINGLE: Final = 3
_COMMON: Final = 12
"""Three words in a row that stand in more entries than this tell none of them."""
_CANDIDATES: Final = 3
_RUN: Final = 5
_OPENING: Final = 8
"""Two texts that open with so many same words are two forms of one."""


Pair = tuple[int | None, int | None]
"""Places in two sequences; one of them may be absent."""


class Alphabet:
    """Writes sequences of anything as strings, a character for each distinct entry, which compare fast."""

    def __init__(self) -> None:
        self._letters: dict[Hashable, str] = {}

    def write(self, entries: Iterable[Hashable]) -> str:
        """Write one sequence; equal entries get the same character in every sequence."""
        letters = self._letters
        return "".join([letters.get(entry) or self._letter(entry) for entry in entries])

    def _letter(self, entry: Hashable) -> str:
        number = len(self._letters) + 1
        letter = chr(number if number < _SURROGATES.start else number + len(_SURROGATES))
        self._letters[entry] = letter
        return letter


def common_runs(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Give (place in old, place in new, length) of what both have in the same order, as much as possible.

    What is too long to be compared whole is cut at entries that both have exactly once.
    """
    start = _prefix(old, new)
    stop = _prefix(old[start:][::-1], new[start:][::-1])
    if start:
        yield 0, 0, start
    a, b = old[start : len(old) - stop], new[start : len(new) - stop]
    if len(a) * len(b) <= _MOST_BITS:
        found: Iterable[tuple[int, int, int]] = (
            (block.a, block.b, block.size) for block in LCSseq.editops(a, b).as_matching_blocks()
        )
    else:
        found = _between_anchors(a, b)
    yield from ((i + start, j + start, size) for i, j, size in found if size)
    if stop:
        yield len(old) - stop, len(new) - stop, stop


def _prefix(old: str, new: str) -> int:
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old.startswith(new[low:middle], low):
            low = middle
        else:
            high = middle - 1
    return low


def _between_anchors(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    """Runs between entries that stand once in each; a stretch without such entries has none in common."""
    once_old, once_new = _once(old), _once(new)
    anchors = [(place, once_new[letter]) for letter, place in once_old.items() if letter in once_new]
    kept = increasing([(i, j, 1.0) for i, j in anchors])
    i = j = 0
    for a, b in kept:
        if a > i and b > j and (a, b) != (len(old), len(new)):
            yield from ((x + i, y + j, size) for x, y, size in _stretch(old[i:a], new[j:b]))
        yield a, b, 1
        i, j = a + 1, b + 1
    if kept:
        yield from ((x + i, y + j, size) for x, y, size in _stretch(old[i:], new[j:]))


def _stretch(old: str, new: str) -> Iterator[tuple[int, int, int]]:
    return common_runs(old, new) if old and new else iter(())


def _once(entries: Sequence[str]) -> dict[str, int]:
    """Places of what is there exactly once."""
    counts = Counter(entries)
    return {entry: place for place, entry in enumerate(entries) if counts[entry] == 1}


def resemblance(old: str, new: str, at_least: float = 0.0) -> float:
    """Give how much two sequences have in common, 0 to 1; 0 where it is less than asked for."""
    if len(old) * len(new) > _MOST_BITS:
        both = sum((Counter(old) & Counter(new)).values())
        share = 2 * both / (len(old) + len(new))
        return share if share >= at_least else 0.0
    return Indel.normalized_similarity(old, new, score_cutoff=at_least)


def likeness(old: str, new: str, at_least: float = 0.0) -> float:
    """Give how much two texts resemble each other; one that opens as the other or stands in it is just alike enough."""
    share = resemblance(old, new, at_least)
    return share or (at_least if _prefix(old, new) >= _OPENING else _contained(old, new, at_least))


def _contained(old: str, new: str, at_least: float) -> float:
    """How much of the shorter sequence stands in the longer one, in runs that no chance puts there."""
    if min(len(old), len(new)) < 2 * _RUN:
        return 0.0
    ours, theirs = ({text[at : at + _RUN] for at in range(len(text) - _RUN + 1)} for text in (old, new))
    share = len(ours & theirs) / min(len(ours), len(theirs))
    return min(share, at_least) if share >= at_least else 0.0


def increasing(pairs: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Give the pairs (place in old, place in new) of greatest weight together that cross no other and share no place.

    >>> increasing([(0, 1, 1.0), (1, 0, 0.4), (1, 2, 0.5)])
    [(0, 1), (1, 2)]
    """
    ends: list[int] = []
    """Places in new where the best chains end, increasing, and with them the weights."""
    weights: list[float] = []
    chains: list[_Chain] = []
    for old, new, weight in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        at = bisect_left(ends, new)
        earlier = chains[at - 1] if at else None
        total = weight + (weights[at - 1] if at else 0.0)
        if at < len(ends) and ends[at] == new and weights[at] >= total:
            continue
        stop = at
        while stop < len(ends) and weights[stop] <= total:
            stop += 1
        ends[at:stop], weights[at:stop], chains[at:stop] = [new], [total], [_Chain(old, new, earlier)]
    chain = chains[-1] if chains else None
    kept: list[tuple[int, int]] = []
    while chain is not None:
        kept.append((chain.old, chain.new))
        chain = chain.earlier
    return kept[::-1]


@dataclass(frozen=True, slots=True)
class _Chain:
    old: int
    new: int
    earlier: "_Chain | None"


def like_pairs(
    old: Sequence[str],
    new: Sequence[str],
    *,
    at_least: float,
    measure: Callable[[str, str, float], float] | None = None,
) -> list[tuple[int, int, float]]:
    """Give (place in old, place in new, likeness) of entries that are alike enough, by `likeness` or another measure.

    Among few entries every pair is tried; among many only those that share rare runs of three.
    """
    if len(old) * len(new) <= _ALL_PAIRS:
        tried: Iterable[tuple[int, int]] = ((i, j) for i in range(len(old)) for j in range(len(new)))
    else:
        tried = _candidates(old, new)
    measure = measure or likeness
    scored = ((i, j, measure(old[i], new[j], at_least)) for i, j in tried)
    return [(i, j, score) for i, j, score in scored if score]


def _candidates(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    having: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(new):
        for shingle in dict.fromkeys(_shingles(text)):
            having[shingle].append(j)
    for i, text in enumerate(old):
        shared: Counter[int] = Counter()
        for shingle in dict.fromkeys(_shingles(text)):
            found = having.get(shingle, ())
            if len(found) <= _COMMON:
                shared.update(found)
        best = sorted(shared.items(), key=lambda item: (-item[1], abs(item[0] - i), item[0]))
        yield from ((i, j) for j, _ in best[:_CANDIDATES])


def _shingles(text: str) -> list[str]:
    return [text[at : at + _SHINGLE] for at in range(max(len(text) - _SHINGLE + 1, 1))]


def aligned(
    old: Sequence[str], new: Sequence[str], *, at_least: float, names: tuple[Sequence[str], Sequence[str]] = ((), ())
) -> list[Pair]:
    """Give the entries of two sequences in pairs, in order: equal ones, like ones between them, the others alone.

    Args:
        old: Entries, each written with the same alphabet.
        new: The others.
        at_least: How alike entries must be that are not the same.
        names: What the entries are called, where they are: entries of one name are alike.
    """
    letters = Alphabet()
    known = dict(_named(*names))
    pairs: list[Pair] = []
    i = j = 0
    for a, b, size in [*common_runs(letters.write(old), letters.write(new)), (len(old), len(new), 0)]:
        pairs += _gap((old[i:a], new[j:b]), (i, j), at_least, known)
        pairs += [(a + step, b + step) for step in range(size)]
        i, j = a + size, b + size
    return pairs


def _named(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Entries whose name only they have on their side."""
    here, there = _once(old), _once(new)
    return ((place, there[name]) for name, place in here.items() if name and name in there)


def _gap(
    entries: tuple[Sequence[str], Sequence[str]], offset: tuple[int, int], at_least: float, known: dict[int, int]
) -> Iterator[Pair]:
    """Pairs among entries none of which is the same; `known` are places of one name, in all of the sequences."""
    old, new = entries
    i, j = offset
    like: list[tuple[int, int, float]] = []
    if old and new:
        named = {
            place: known[place + i] - j for place in range(len(old)) if 0 <= known.get(place + i, -1) - j < len(new)
        }
        like = [(a, b, 2.0) for a, b in named.items()]
        like += [pair for pair in like_pairs(old, new, at_least=at_least) if named.get(pair[0]) != pair[1]]
    a = b = 0
    for one, other in [*increasing(like), (len(old), len(new))]:
        yield from ((place + i, None) for place in range(a, one))
        yield from ((None, place + j) for place in range(b, other))
        if (one, other) != (len(old), len(new)):
            yield one + i, other + j
        a, b = one + 1, other + 1


def out_of_order(places: Sequence[int]) -> set[int]:
    """Give the fewest indices whose entries must move so that the rest stands in increasing order."""
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        at = bisect_right(ends, place)
        before.append(lasts[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        lasts[at : at + 1] = [index]
    kept: set[int] = set()
    index = lasts[-1] if lasts else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return set(range(len(places))) - kept
