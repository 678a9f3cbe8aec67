"""Whether a difference is more than chance, also where there are few pages."""

import math
from collections.abc import Mapping, Sequence


def share_p(old: int, of_old: int, new: int, of_new: int) -> float:
    """Give the chance that two shares differ so much when nothing changed: Fisher's exact test, both sides.

    >>> round(share_p(1, 10, 9, 10), 5)
    0.00109
    """
    hits, total = old + new, of_old + of_new
    weights = {k: _log_choose(of_new, k) + _log_choose(of_old, hits - k) for k in _possible(hits, of_old, of_new)}
    all_ways = _log_choose(total, hits)
    observed = weights[new]
    tail = (weight for weight in weights.values() if weight <= observed + 1e-9)
    return min(1.0, sum(math.exp(weight - all_ways) for weight in tail))


def _possible(hits: int, of_old: int, of_new: int) -> range:
    return range(max(0, hits - of_old), min(hits, of_new) + 1)


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def rank_p(old: Mapping[int, int], new: Mapping[int, int]) -> float:
    """Give the chance that one lot of counts lies so far above the other when nothing changed.

    The rank test of Mann and Whitney, both sides, corrected for ties; a few pages of a thousand links do not count for
    more than pages, as they would in a test of means.

    Args:
        old: How many pages had each count.
        new: The same of other pages.

    >>> rank_p({1: 50}, {1: 50})
    1.0
    """
    size_old, size_new = sum(old.values()), sum(new.values())
    total = size_old + size_new
    if not size_old or not size_new:
        return 1.0
    below = ranks = ties = 0.0
    for value in sorted({*old, *new}):
        at_old, at_new = old.get(value, 0), new.get(value, 0)
        ranks += at_new * (below + at_old / 2)
        below += at_old
        ties += (at_old + at_new) ** 3 - (at_old + at_new)
    variance = size_old * size_new / 12 * (total + 1 - ties / (total * (total - 1))) if total > 1 else 0.0
    if variance <= 0:
        return 1.0
    distance = max(abs(ranks - size_old * size_new / 2) - 0.5, 0)
    return math.erfc(distance / math.sqrt(2 * variance))


def passed_by_chance(chances: Sequence[float], false_alarm: float) -> list[bool]:
    """Tell which of many comparisons may be chance, so that all of them together cry wolf that seldom (Holm).

    >>> passed_by_chance([0.001, 0.04, 0.03], 0.05)
    [False, True, True]
    """
    order = sorted(range(len(chances)), key=chances.__getitem__)
    chance = [True] * len(chances)
    for rank, index in enumerate(order):
        if chances[index] > false_alarm / (len(chances) - rank):
            break
        chance[index] = False
    return chance
