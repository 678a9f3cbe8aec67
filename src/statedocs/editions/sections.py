"""Which section of the one record is which of the other."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.editions.matching import Alphabet, common_runs, like_pairs, out_of_order, resemblance
from statedocs.editions.words import Words
from statedocs.record import Section

_ALIKE: Final = 0.5
"""How alike sections of different headings must be to be one section."""
_TELLING: Final = 8
"""Words that a text must have to tell a section without its heading."""

Pairs = dict[int, int]
"""Positions in the new record by positions in the old one."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of a record with what tells them.

    Attributes:
        sections: By position.
        labels: Number and heading, without regard to case.
        paths: Labels from the outermost on.
        texts: Heading and words, written with an alphabet that both outlines share.
        bodies: The same without headings.
        heads: The same of headings alone.
    """

    sections: Sequence[Section]
    labels: list[str]
    paths: list[tuple[str, ...]]
    texts: list[str]
    bodies: list[str]
    heads: list[str]


def label_of(section: Section) -> str:
    """Give a section's number and heading as a person calls it.

    >>> label_of(Section(position=0, parent=None, level=0, number=None, heading=None, line=1, blocks=()))
    '(lead)'
    """
    named = " ".join(" ".join(filter(None, (section.number, section.heading))).split())
    return named or ("(lead)" if section.level == 0 else "(no heading)")


def outline_of(sections: Sequence[Section], alphabet: Alphabet) -> Outline:
    """Give what tells the sections of a record, its words written with an alphabet."""
    labels = [label_of(section).casefold() for section in sections]
    paths: list[tuple[str, ...]] = []
    for section, label in zip(sections, labels, strict=True):
        above = paths[section.parent] if section.parent is not None and section.parent < len(paths) else ()
        paths.append((*above, label))
    bodies = [
        alphabet.write(word.casefold() for block in section.blocks for word in Words(block.text).words)
        for section in sections
    ]
    heads = [alphabet.write(word.casefold() for word in Words(section.heading or "").words) for section in sections]
    return Outline(sections, labels, paths, [a + b for a, b in zip(heads, bodies, strict=True)], bodies, heads)


def matched(old: Outline, new: Outline) -> Pairs:
    """Give the sections of two records that are one section: by outline, by text, by heading, by likeness."""
    pairs: Pairs = {}
    taken: set[int] = set()

    def pair(found: Iterator[tuple[int, int]]) -> None:
        for i, j in found:
            if i not in pairs and j not in taken:
                pairs[i] = j
                taken.add(j)

    def left() -> tuple[list[int], list[int]]:
        return (
            [i for i in range(len(old.sections)) if i not in pairs],
            [j for j in range(len(new.sections)) if j not in taken],
        )

    pair(_by(lambda outline, at: outline.paths[at], old, new, *left()))
    pair(
        _by(lambda outline, at: outline.bodies[at] if len(outline.bodies[at]) >= _TELLING else None, old, new, *left())
    )
    pair(_by(lambda outline, at: outline.labels[at] if at else None, old, new, *left()))
    pair(_alike(old, new, *left()))
    pair(_renamed(old, new, pairs, *left()))
    return pairs


def _by(
    key: Callable[[Outline, int], Hashable], old: Outline, new: Outline, olds: list[int], news: list[int]
) -> Iterator[tuple[int, int]]:
    """Sections of one key; of several, those of the same text first, then in order."""
    having: defaultdict[Hashable, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, outline, places in ((0, old, olds), (1, new, news)):
        for at in places:
            if (name := key(outline, at)) is not None:
                having[name][side].append(at)
    for before, after in having.values():
        if len(before) > 1 or len(after) > 1:
            yield from _same_first(old, new, before, after)
        else:
            yield from zip(before, after, strict=False)


def _same_first(old: Outline, new: Outline, before: list[int], after: list[int]) -> Iterator[tuple[int, int]]:
    names = Alphabet()
    runs = common_runs(names.write(old.bodies[at] for at in before), names.write(new.bodies[at] for at in after))
    same = [(i + step, j + step) for i, j, size in runs for step in range(size)]
    yield from ((before[i], after[j]) for i, j in same)
    ones, others = {i for i, _ in same}, {j for _, j in same}
    yield from zip(
        (at for i, at in enumerate(before) if i not in ones),
        (at for j, at in enumerate(after) if j not in others),
        strict=False,
    )


def _alike(old: Outline, new: Outline, olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    texts = [old.texts[i] for i in olds], [new.texts[j] for j in news]
    scored = like_pairs(*texts, at_least=_ALIKE, measure=resemblance)
    for i, j, _ in sorted(scored, key=lambda pair: (-pair[2], abs(pair[0] - pair[1]), pair)):
        if olds[i] and news[j] and texts[0][i]:
            yield olds[i], news[j]


def _renamed(old: Outline, new: Outline, pairs: Pairs, olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    """Sections under one heading whose own headings are alike, however much their text was rewritten."""
    back = {j: i for i, j in pairs.items()}
    above: defaultdict[tuple[int, int | None], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, outline, places in ((0, old, olds), (1, new, news)):
        for at in places:
            section = outline.sections[at]
            parent = section.parent if side == 0 or section.parent is None else back.get(section.parent, -1)
            if outline.heads[at]:
                above[section.level, parent][side].append(at)
    for before, after in above.values():
        found = like_pairs(
            [old.heads[i] for i in before], [new.heads[j] for j in after], at_least=_ALIKE, measure=resemblance
        )
        for i, j, _ in sorted(found, key=lambda pair: (-pair[2], abs(pair[0] - pair[1]), pair)):
            yield before[i], after[j]


def moved(old: Outline, new: Outline, pairs: Pairs) -> set[int]:
    """Give the sections of the old record that stand elsewhere in the new one.

    Elsewhere among the sections under the same heading, or under another heading that both records have. What goes
    along with the section above it has not moved.
    """
    groups: defaultdict[int | None, list[int]] = defaultdict(list)
    gone: set[int] = set()
    for i, j in sorted(pairs.items()):
        above = old.sections[i].parent
        if (above if above is None else pairs.get(above)) == new.sections[j].parent:
            groups[new.sections[j].parent].append(i)
        elif above is not None and new.sections[j].parent is not None and _both_stay(old, new, pairs, (i, j)):
            gone.add(i)
    for group in groups.values():
        gone |= {group[index] for index in out_of_order([pairs[i] for i in group])}
    return gone


def _both_stay(old: Outline, new: Outline, pairs: Pairs, pair: tuple[int, int]) -> bool:
    """Whether the headings above a section both stand in both records; else the outline changed, not its place."""
    above, below = old.sections[pair[0]].parent, new.sections[pair[1]].parent
    return above in pairs and below in pairs.values()


def in_order(old: Outline, new: Outline, pairs: Pairs, away: set[int]) -> Iterator[tuple[int | None, int | None]]:
    """Give every section once: in the new record's order, those that are gone where they stood."""
    behind: defaultdict[int, list[int]] = defaultdict(list)
    last = -1
    for i in range(len(old.sections)):
        if i in pairs:
            last = last if i in away else pairs[i]
        else:
            behind[last].append(i)
    yield from ((i, None) for i in behind[-1])
    back = {j: i for i, j in pairs.items()}
    for j in range(len(new.sections)):
        yield back.get(j), j
        yield from ((i, None) for i in behind[j])
