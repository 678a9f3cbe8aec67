"""Everything that differs between two records."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from statedocs.editions.blocks import block_changes
from statedocs.editions.changes import BlockChange, Changes, FieldChange, Kind, PartKind, Piece, SectionChange, Shift
from statedocs.editions.fields import field_changes, first_difference
from statedocs.editions.matching import Alphabet
from statedocs.editions.sections import Outline, Pairs, in_order, label_of, matched, moved, outline_of
from statedocs.editions.words import pieces_of
from statedocs.record import Document, Figure, Section

_TELLING: Final = 20
"""Characters that a text must have to be known again under another heading."""

Places = tuple[int | None, int | None]


def diff(old: Document, new: Document) -> Changes:
    """Give what differs between two records: fields by path, sections added, removed, moved and rewritten, words.

    Nothing differs exactly where the records are equal.
    """
    sections, lines = _section_changes(old, new) if old.sections != new.sections else ((), ())
    hidden = {"sections"}
    fields, shifts = field_changes(
        old.model_dump(mode="json", exclude=hidden), new.model_dump(mode="json", exclude=hidden)
    )
    changes = Changes(_who(old), _who(new), fields, sections, (*lines, *shifts))
    if changes or old == new:
        return changes
    return replace(changes, fields=(first_difference(old.model_dump(mode="json"), new.model_dump(mode="json")),))


def _section_changes(old: Document, new: Document) -> tuple[tuple[SectionChange, ...], tuple[Shift, ...]]:
    alphabet = Alphabet()
    before, after = outline_of(old.sections, alphabet), outline_of(new.sections, alphabet)
    pairs = matched(before, after)
    away = moved(before, after, pairs)
    found = [_section(before, after, places, pairs, away) for places in in_order(before, after, pairs, away)]
    sections = _with_moved_blocks([change for change in found if change is not None])
    return tuple(sections), tuple(_lines(old, new, pairs))


def _who(document: Document) -> dict[str, str | None]:
    return {
        "origin": document.source.origin,
        "id": document.id,
        "url": document.url,
        "captured_at": document.source.captured_at,
        "page_key": document.page_key,
    }


def _section(old: Outline, new: Outline, places: Places, pairs: Pairs, away: set[int]) -> SectionChange | None:
    i, j = places
    before = None if i is None else old.sections[i]
    after = None if j is None else new.sections[j]
    blocks = block_changes(before, after)
    kinds: list[PartKind] = []
    fields: tuple[FieldChange, ...] = ()
    if before is None or after is None:
        kinds.append("added" if before is None else "removed")
    else:
        fields = tuple(_own_fields((before, after), old, new, pairs))
        if before.position in away:
            kinds.append("moved")
        if blocks or any(change.path != "parent" for change in fields):
            kinds.append("rewritten")
        if not kinds and not fields:
            return None
    shown = after or before
    assert shown is not None, "one side is there"
    return SectionChange(tuple(kinds), i, j, label_of(shown), fields, blocks)


def _own_fields(sections: tuple[Section, Section], old: Outline, new: Outline, pairs: Pairs) -> Iterator[FieldChange]:
    one, other = sections
    for name in ("number", "heading"):
        before, after = getattr(one, name), getattr(other, name)
        if before != after:
            kind: Kind = "added" if before is None else "removed" if after is None else "changed"
            yield FieldChange(name, "content", kind, before, after, pieces_of(before, after))
    if one.level != other.level:
        yield FieldChange("level", "content", "changed", one.level, other.level)
    if (one.parent if one.parent is None else pairs.get(one.parent)) != other.parent:
        above = [
            None if section.parent is None else label_of(outline.sections[section.parent])
            for section, outline in ((one, old), (other, new))
        ]
        yield FieldChange("parent", "content", "changed", above[0], above[1])


def _with_moved_blocks(sections: list[SectionChange]) -> list[SectionChange]:
    """Blocks that are gone here and come there with the same words have moved: said once, where they are now."""
    gone: defaultdict[str, list[tuple[BlockChange, str]]] = defaultdict(list)
    for section in sections:
        for block in section.blocks:
            if block.kind == "removed":
                gone[_text(block)].append((block, section.label))
    moves: dict[tuple[int, int] | None, BlockChange] = {}
    for section in sections:
        for block in section.blocks:
            same = gone[_text(block)] if block.kind == "added" and len(_text(block)) >= _TELLING else []
            if same:
                left, label = same.pop(0)
                pieces = (Piece("equal", "".join(piece.text for piece in block.pieces)),)
                moves[block.new] = replace(block, kind="moved", old=left.old, pieces=pieces, moved_from=label)
    left_places = {block.old for block in moves.values()}
    return [
        replace(
            section,
            blocks=tuple(
                moves.get(block.new, block) if block.kind == "added" else block
                for block in section.blocks
                if block.kind != "removed" or block.old not in left_places
            ),
        )
        for section in sections
    ]


def _text(block: BlockChange) -> str:
    return block.block + ":" + "".join(piece.text for piece in block.pieces)


def _lines(old: Document, new: Document, pairs: Pairs) -> Iterator[Shift]:
    """Sections that begin at another line, or whose blocks do; images that only lie elsewhere count as well."""
    shifted: list[str] = []
    for i, j in sorted(pairs.items()):
        before, after = old.sections[i], new.sections[j]
        if before.line != after.line:
            shifted.append(f"{label_of(before)}: line {before.line} → {after.line}")
        elif len(before.blocks) == len(after.blocks) and (places := _first_apart(before, after)):
            shifted.append(f"{label_of(before)}: {places}")
    if shifted:
        yield Shift("sections", len(shifted), shifted[0])


def _first_apart(old: Section, new: Section) -> str | None:
    for number, (before, after) in enumerate(zip(old.blocks, new.blocks, strict=True), 1):
        if before.line != after.line:
            return f"block {number}, line {before.line} → {after.line}"
        if isinstance(before, Figure) and isinstance(after, Figure) and before.src != after.src:
            return f"block {number}, src {before.src} → {after.src}"
    return None
