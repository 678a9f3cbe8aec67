"""Records made in a few words."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from statedocs.record import Document

Part = dict[str, Any]
Spec = tuple[int, str | None, str | None, Sequence[str | Part]]
"""Level, number, heading, blocks (a text is a paragraph)."""


def paragraph(text: str, line: int = 1) -> Part:
    return {"kind": "paragraph", "text": text, "line": line}


def a_list(*items: str, ordered: bool = False) -> Part:
    entries = [{"text": text, "depth": 0, "marker": None} for text in items]
    return {"kind": "list", "text": "\n".join(items), "line": 1, "ordered": ordered, "items": entries}


def a_table(*rows: Sequence[str], caption: str | None = None) -> Part:
    text = "\n".join("\t".join(row) for row in rows)
    return {"kind": "table", "text": text, "line": 1, "caption": caption, "header_rows": 1, "rows": [*map(list, rows)]}


def sections(*specs: Spec) -> list[Part]:
    made: list[Part] = []
    for position, (level, number, heading, blocks) in enumerate(specs):
        above = [part["position"] for part in made if 0 < part["level"] < level]
        parts = [paragraph(block) if isinstance(block, str) else block for block in blocks]
        names = {"level": level, "number": number, "heading": heading}
        made.append({"position": position, "parent": above[-1] if above else None, **names, "line": 1, "blocks": parts})
    return made


@pytest.fixture(scope="session")
def record(make_document: Callable[..., Document]) -> Callable[..., Document]:
    """Make a record of sections, its other fields as given."""
    plain = json.loads(make_document("page.html").model_dump_json())

    def make(*specs: Spec, **fields: Any) -> Document:
        return Document.model_validate_json(json.dumps({**plain, "sections": sections(*specs), **fields}))

    return make
