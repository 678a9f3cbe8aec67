"""What differs between the blocks of two sections: paragraphs, entries of lists, cells of tables, word by word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from statedocs.editions.changes import BlockChange, Concern, FieldChange, PartChange, PartKind
from statedocs.editions.grids import cell_changes
from statedocs.editions.matching import Alphabet, Pair, aligned
from statedocs.editions.parts import part_change, with_moves
from statedocs.editions.words import Words, pieces_of
from statedocs.extraction.address import unwrap
from statedocs.extraction.page_key import page_key
from statedocs.record import Block, Figure, List, ListItem, Section, Table

_ALIKE: Final = 0.4
"""How alike blocks or entries must be to be one that was rewritten; two that are less are one gone and one come."""
_SORTED: Final = 0.5
"""What part of their entries two lists or tables must have in common to be one, whatever the order."""
_MOST_TRIED: Final = 10_000
_CONTENT: Final[Concern] = "content"


def block_changes(old: Section | None, new: Section | None) -> tuple[BlockChange, ...]:
    """Give the blocks of a section that differ, in order; all of them where one side has no such section."""
    before, after = old.blocks if old else (), new.blocks if new else ()
    alphabet = Alphabet()
    texts = _written(before, alphabet), _written(after, alphabet)
    changes: list[BlockChange] = []
    for i, j in _with_sorted(aligned(*texts, at_least=_ALIKE), before, after):
        places = (
            (old.position, i) if old and i is not None else None,
            (new.position, j) if new and j is not None else None,
        )
        change = _block(None if i is None else before[i], None if j is None else after[j], places)
        if change is not None:
            changes.append(change)
    return tuple(changes)


def _with_sorted(pairs: list[Pair], old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """Lists and tables whose order alone is another one are the same, though their words stand in no common order."""
    gone = {i: found for i, j in pairs if i is not None and j is None and (found := _entries(old[i]))}
    come = {j: found for i, j in pairs if j is not None and i is None and (found := _entries(new[j]))}
    same: dict[int, int] = {}
    for place, entries in come.items() if len(gone) * len(come) <= _MOST_TRIED else ():
        shares = [(_shared(gone[at], entries), -at) for at in gone if old[at].kind == new[place].kind]
        best, behind = max(shares, default=(0.0, 0))
        if best >= _SORTED:
            same[place] = -behind
            del gone[-behind]
    taken = set(same.values())
    for i, j in pairs:
        if j is not None or i not in taken:
            yield (same.get(j) if i is None and j is not None else i), j


def _entries(block: Block) -> Counter[str]:
    if isinstance(block, List):
        return Counter(item.text for item in block.items)
    return Counter("\t".join(row) for row in block.rows) if isinstance(block, Table) else Counter()


def _shared(old: Counter[str], new: Counter[str]) -> float:
    return 2 * (old & new).total() / (old.total() + new.total())


def _written(blocks: Sequence[Block], alphabet: Alphabet) -> list[str]:
    return [alphabet.write(Words(_view(block)).words or [block.kind]) for block in blocks]


def _view(block: Block) -> str:
    """What a person tells a block by: its text, of a figure also what it shows."""
    return (
        " ".join(filter(None, (block.text, block.alt, _file(block.src)))) if isinstance(block, Figure) else block.text
    )


def _words(block: Block) -> str:
    """What a block says; of an image without a caption what it shows, or its file."""
    return block.text or _view(block)


def _file(src: str | None) -> str | None:
    return src and src.partition("?")[0].rpartition("/")[2]


def _block(
    old: Block | None, new: Block | None, places: tuple[tuple[int, int] | None, tuple[int, int] | None]
) -> BlockChange | None:
    if old is None or new is None:
        kind: PartKind = "added" if old is None else "removed"
        shown = new or old
        assert shown is not None, "one side is there"
        pieces = pieces_of(_words(old) if old else None, _words(new) if new else None)
        return BlockChange(kind, shown.kind, *places, pieces, (), tuple(_own_fields(old, new)))
    fields = tuple(_own_fields(old, new))
    parts: tuple[PartChange, ...] = ()
    pieces = ()
    if isinstance(old, List) and isinstance(new, List):
        parts = with_moves(tuple(_items(old, new)))
    elif isinstance(old, Table) and isinstance(new, Table):
        parts = with_moves(tuple(cell_changes(old, new)))
    elif old.text != new.text:
        pieces = pieces_of(old.text, new.text)
    if not (fields or parts or pieces):
        return None
    return BlockChange("rewritten", new.kind, *places, pieces, parts, fields)


def _own_fields(old: Block | None, new: Block | None) -> Iterator[FieldChange]:
    """What differs of a block besides its words, where both are there."""
    if old is None or new is None:
        return
    for name in ("kind", "ordered", "caption", "header_rows", "alt", "src"):
        before, after = getattr(old, name, None), getattr(new, name, None)
        if before == after or (name == "caption" and isinstance(new, Figure) and after == new.text):
            continue
        if name == "src" and before and after and same_file(before, after):
            continue
        if old.kind != new.kind and (before is None or after is None):
            continue
        worded = isinstance(before, str) and isinstance(after, str) and name in ("caption", "alt")
        yield FieldChange(name, _CONTENT, "changed", before, after, pieces_of(before, after) if worded else ())


def same_file(old: str, new: str) -> bool:
    """Whether two addresses of images, as written, are of one file: in an archive, on another host, beside the page.

    >>> same_file("/images/seal.gif", "/web/20130101000000im_/http://www.state.gov/images/seal.gif")
    True
    """
    if page_key(old) == page_key(new) is not None:
        return True
    paths = sorted((_path(old), _path(new)), key=len)
    return paths[1] == paths[0] or paths[1].endswith("/" + paths[0].lstrip("/"))


def _path(address: str) -> str:
    return unwrap(address)[0].partition("?")[0].partition("://")[2] or unwrap(address)[0].partition("?")[0]


def _items(old: List, new: List) -> Iterator[PartChange]:
    alphabet = Alphabet()
    before = [alphabet.write(Words(item.text).words) for item in old.items]
    after = [alphabet.write(Words(item.text).words) for item in new.items]
    for i, j in aligned(before, after, at_least=_ALIKE):
        one, other = None if i is None else old.items[i], None if j is None else new.items[j]
        places = None if i is None else (i,), None if j is None else (j,)
        yield from part_change(_marked(one), _marked(other), places, f"entry {((i or 0) if j is None else j) + 1}")


def _marked(item: ListItem | None) -> str | None:
    """An entry as it is printed: indented by its depth, its mark before it."""
    if item is None:
        return None
    return "  " * item.depth + (f"{item.marker} " if item.marker else "") + item.text
