"""Links: of the masthead, headings and blocks, and addresses that are written as text."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from statedocs.extraction.address import Base, kind_of, resolve
from statedocs.extraction.page import Part, Raw
from statedocs.extraction.sections import Place
from statedocs.extraction.texts import Texts

_WRITTEN: Final = re.compile(
    r"(?P<url>(?:https?|ftp)://[^\s<>\"\u201c\u201d\u2018\u2019\u00ab\u00bb]+|(?<![\w@./-])www\.[^\s<>\"\u201c\u201d\u2018\u2019\u00ab\u00bb]+\.[^\s<>\"\u201c\u201d\u2018\u2019\u00ab\u00bb]+)"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)",
    re.I,
)
_SIGNS: Final = ("@", "://", "www.", "WWW.")
"""One of these is in every address that is looked for."""
_TRAILING: Final = ".,;:!?'\u2019\u201d\"*>"

_Where = tuple[int | None, int | None, int | None, int | None]
"""Section, block, start and stop of a link."""


def masthead_links(blocks: Sequence[Raw], base: Base) -> Iterator[Part]:
    """Links of the masthead: section null, no span."""
    for raw in blocks:
        for anchor in raw.anchors:
            text = raw.text[anchor.start : anchor.stop] if anchor.start is not None else anchor.text or ""
            yield _link(text, anchor.href, base, raw.line)


def body_links(places: Sequence[Place], sections: Sequence[Part], texts: Texts, base: Base) -> Iterator[Part]:
    """Links of headings and blocks in reading order; a link over several blocks is one entry for each."""
    addressed = frozenset(texts.holding(*_SIGNS))
    for place in places:
        raw = place.raw
        if not raw.anchors and not raw.hints and (place.section, place.block) not in addressed:
            continue
        section = sections[place.section]
        text = section["heading"] if place.block is None else section["blocks"][place.block]["text"]
        text = text or ""
        taken: list[tuple[int, int]] = []
        found: list[tuple[int, Part]] = []
        for anchor in raw.anchors:
            start, stop = anchor.start, anchor.stop
            if start is not None and stop is not None:
                start, stop = max(0, start - place.shift), stop - place.shift
                if stop <= start:
                    start = stop = None
            if start is None or stop is None:
                words = anchor.text if anchor.text is not None else raw.text[anchor.start or 0 : anchor.stop or 0]
                found.append(
                    (
                        len(text),
                        _link(words or "", anchor.href, base, raw.line, (place.section, place.block, None, None)),
                    )
                )
                continue
            taken.append((start, stop))
            found.append(
                (start, _link(text[start:stop], anchor.href, base, raw.line, (place.section, place.block, start, stop)))
            )
        if "related" in raw.hints and not raw.anchors:
            found += list(_unlinked(raw, place, base))
        found += [
            (start, _link(text[start:stop], href, base, raw.line, (place.section, place.block, start, stop)))
            for start, stop, href in written(text, taken)
        ]
        found.sort(key=lambda pair: pair[0])
        yield from (part for _, part in found)


def _unlinked(raw: Raw, place: Place, base: Base) -> Iterator[tuple[int, Part]]:
    """Entries of a related-links list that lost their addresses."""
    start = 0
    for item in raw.data["items"]:
        stop = start + len(item["text"])
        yield start, _link(item["text"], None, base, raw.line, (place.section, place.block, start, stop))
        start = stop + 1


def written(text: str, taken: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int, str]]:
    """Addresses written as text: (start, stop, href), those inside `taken` spans left out.

    >>> list(written("See www.state.gov/peru."))
    [(4, 22, 'http://www.state.gov/peru')]
    """
    if not any(sign in text for sign in _SIGNS):
        return
    spans = sorted(taken)
    passed = 0
    for match in _WRITTEN.finditer(text):
        start, address = match.start(), match.group().rstrip(_TRAILING)
        while address.endswith(")") and address.count("(") < address.count(")"):
            address = address[:-1].rstrip(_TRAILING)
        stop = start + len(address)
        while passed < len(spans) and spans[passed][1] <= start:
            passed += 1
        if (passed < len(spans) and spans[passed][0] < stop) or len(address) < 6:
            continue
        if match.group("email"):
            yield start, stop, f"mailto:{address}"
        else:
            yield start, stop, address if "://" in address else f"http://{address}"


def _link(text: str, href: str | None, base: Base, line: int | None, where: _Where = (None, None, None, None)) -> Part:
    section, block, start, stop = where
    url = None if href is None else resolve(href, base)
    return {
        "text": text, "href": href, "url": url, "kind": kind_of(href, url, base), "section": section, "block": block,
        "start": start, "stop": stop, "line": line,
    }  # fmt: skip
