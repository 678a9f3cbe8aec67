"""Whether the parts of a record agree with one another, found out without anything that made it.

A record read from a disk may have been changed, cut or mended by hand; the schema sees shapes only. What is checked
here holds for every record that statedocs writes.
"""

import hashlib
from collections.abc import Callable, Iterator
from typing import Final

from statedocs.checks.verdict import Problem
from statedocs.record import FINDINGS, Block, DateMention, Document, Failure, Link, Section

_SOFT_HYPHEN: Final = "\u00ad"
_SHOWN: Final = 40


def inconsistencies(document: Document) -> Iterator[Problem]:
    """Give every contradiction within a record, each with its place in it."""
    for part in _PARTS:
        for message in part(document):
            yield Problem(rule="record-inconsistent", message=message)


def capture_id(url: str | None, origin: str, captured_at: str | None, sha256: str) -> str:
    """Give the id of a capture, as the record's promise defines it."""
    return hashlib.sha256(f"v1\n{url or origin}\n{captured_at or ''}\n{sha256}".encode("utf-8", "replace")).hexdigest()[
        :32
    ]


def key_of(result: Document | Failure) -> str:
    """Give the id of a document, and of a failure the one that its capture would have."""
    if isinstance(result, Document):
        return result.id
    return capture_id(result.url, result.origin, result.captured_at, result.sha256 or str(result.offset))


def content_digest(document: Document) -> str:
    """Give the digest of title, section numbers, headings and texts."""
    texts = [document.title or ""]
    for section in document.sections:
        texts += ["\x1e" + (section.number or ""), section.heading or "", *(block.text for block in section.blocks)]
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).hexdigest()


def _identity(document: Document) -> Iterator[str]:
    source = document.source
    if document.id != capture_id(document.url, source.origin, source.captured_at, source.sha256):
        yield "id: is not that of the address, the time and the bytes that the record names"
    if document.content_sha256 != content_digest(document):
        yield "content_sha256: is not the digest of title, headings and texts"


def _counts(document: Document) -> Iterator[str]:
    counts = document.accounting
    if counts.visible != counts.kept + counts.removed + counts.unaccounted:
        yield (
            f"accounting: {counts.visible} visible is not {counts.kept} kept, {counts.removed} removed "
            f"and {counts.unaccounted} unaccounted"
        )
    removed = sum(piece.chars for piece in document.removed)
    if counts.removed != removed:
        yield f"accounting.removed: is {counts.removed}, the pieces removed have {removed}"
    least, most = _kept(document)
    if not least <= counts.kept <= most:
        texts = str(least) if least == most else f"{least} to {most}"
        yield f"accounting.kept: is {counts.kept}, the texts kept have {texts}"


def _kept(document: Document) -> tuple[int, int]:
    """Count the characters kept; the point behind a section's number is counted but not recorded."""
    texts = [line.text for line in document.masthead]
    numbers = 0
    for section in document.sections:
        numbers += section.number is not None
        texts += [section.number or "", section.heading or ""]
        for block in section.blocks:
            texts += _block_texts(block)
    count = sum(len("".join(text.replace(_SOFT_HYPHEN, "").split())) for text in texts)
    return count, count + numbers


def _block_texts(block: Block) -> list[str]:
    texts = [block.text]
    if block.kind == "list":
        texts += [item.marker or "" for item in block.items]
    elif block.kind == "table":
        texts.append(block.caption or "")
    return texts


def _outline(document: Document) -> Iterator[str]:
    for number, section in enumerate(document.sections):
        place = f"sections[{number}]"
        if section.position != number:
            yield f"{place}.position: is {section.position}"
        elif section.parent != (parent := _parent(document.sections[:number], section)):
            yield f"{place}.parent: is {section.parent}, the nearest section above of smaller level is {parent}"
        if (section.level == 0) != (number == 0):
            yield f"{place}.level: is {section.level}; 0 is the lead's, and nobody else's"
        for position, block in enumerate(section.blocks):
            if block.text != (joined := _joined(block)):
                yield f"{place}.blocks[{position}].text: is not its parts joined: {_cut(joined)}"


def _parent(before: tuple[Section, ...], section: Section) -> int | None:
    above = (other.position for other in reversed(before) if other.position and other.level < section.level)
    return next(above, None)


def _joined(block: Block) -> str:
    if block.kind == "list":
        return "\n".join(item.text for item in block.items)
    if block.kind == "table":
        return "\n".join("\t".join(row) for row in block.rows)
    return block.text


def _spans(document: Document) -> Iterator[str]:
    for number, link in enumerate(document.links):
        if link.start is not None or link.stop is not None:
            yield from _span(document, f"links[{number}]", link, link.text)
        elif link.section is not None:
            yield from _place(document, f"links[{number}]", link.section, link.block)
    for number, mention in enumerate(document.date_mentions):
        yield from _span(document, f"date_mentions[{number}]", mention, mention.as_written)


def _span(document: Document, place: str, part: Link | DateMention, written: str) -> Iterator[str]:
    if part.section is None or part.start is None or part.stop is None:
        yield f"{place}: a span has a section, a start and a stop"
        return
    missing = list(_place(document, place, part.section, part.block))
    yield from missing
    if not missing:
        text = _text_at(document, part.section, part.block)
        if text[part.start : part.stop] != written:
            yield f"{place}: cuts out {_cut(text[part.start : part.stop])}, its text is {_cut(written)}"


def _place(document: Document, place: str, section: int, block: int | None) -> Iterator[str]:
    if section >= len(document.sections):
        yield f"{place}.section: there is no section {section}"
    elif block is not None and block >= len(document.sections[section].blocks):
        yield f"{place}.block: section {section} has no block {block}"


def _text_at(document: Document, section: int, block: int | None) -> str:
    found = document.sections[section]
    return found.heading or "" if block is None else found.blocks[block].text


def _pointers(document: Document) -> Iterator[str]:
    for number, fact in enumerate(document.facts):
        yield from _place(document, f"facts[{number}]", fact.section, fact.block)
    for number, contact in enumerate(document.contacts):
        for section, block in contact.blocks:
            yield from _place(document, f"contacts[{number}]", section, block)


def _dates(document: Document) -> Iterator[str]:
    if document.published and document.published not in document.dates:
        yield "published: is none of the dates"


def _findings(document: Document) -> Iterator[str]:
    for number, finding in enumerate(document.findings):
        known = FINDINGS.get(finding.code)
        if known and known[0] != finding.level:
            yield f"findings[{number}].level: {finding.code} is {known[0]}, not {finding.level}"
    lost = any(finding.code == "text-unaccounted" for finding in document.findings)
    if lost != bool(document.accounting.unaccounted):
        yield "findings: text-unaccounted stands there if and only if characters are unaccounted"


_PARTS: Final[tuple[Callable[[Document], Iterator[str]], ...]] = (
    _identity, _counts, _outline, _spans, _pointers, _dates, _findings,
)  # fmt: skip


def _cut(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
