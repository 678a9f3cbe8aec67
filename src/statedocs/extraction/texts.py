"""The texts of a record's headings and blocks, gathered once for all that goes over every character."""

import hashlib
from collections.abc import Iterator, Sequence

from statedocs.extraction.date_mentions import find_mentions
from statedocs.extraction.page import Part
from statedocs.extraction.searching import Joined
from statedocs.extraction.text import solid_bytes


class Texts:
    """Headings (block null) and block texts in reading order, also in UTF-8: C counts, hashes and searches bytes."""

    __slots__ = ("_joined", "_places", "_sections", "_utf8")

    def __init__(self, sections: Sequence[Part]) -> None:
        self._sections = sections
        self._places: list[tuple[int, int | None]] = []
        texts: list[str] = []
        for section in sections:
            position = section["position"]
            if section["heading"]:
                self._places.append((position, None))
                texts.append(section["heading"])
            for number, block in enumerate(section["blocks"]):
                self._places.append((position, number))
                texts.append(block["text"])
        self._utf8 = [text.encode() for text in texts]
        self._joined = Joined(texts)

    def holding(self, *marks: str) -> list[tuple[int, int | None]]:
        """Section and block (null: its heading) of the texts that hold one of some marks, in reading order."""
        return [self._places[number] for number in self._joined.holding(*marks)]

    def solid(self) -> int:
        """Characters that are no white space."""
        return solid_bytes(b"\n".join(self._utf8))

    def digest(self, title: str | None) -> str:
        """What is equal for captures of one edition: of title, numbers, headings and texts."""
        pieces = [(title or "").encode()]
        texts = iter(self._utf8)
        for section in self._sections:
            pieces.append(b"\x1e" + (section["number"] or "").encode())
            pieces.append(next(texts) if section["heading"] else b"")
            pieces += [next(texts) for _ in section["blocks"]]
        return hashlib.sha256(b"\x1f".join(pieces)).hexdigest()

    def mentions(self) -> Iterator[Part]:
        """Dates: one search over all texts, each kept from its neighbours by a mark."""
        for span in find_mentions(self._joined.whole, self._joined.latin):
            index, begin = self._joined.number_at(span.start)
            position, number = self._places[index]
            start = span.start - begin
            yield {
                "value": span.value, "precision": span.precision, "as_written": span.as_written, "section": position,
                "block": number, "start": start, "stop": start + span.stop - span.start,
            }  # fmt: skip
