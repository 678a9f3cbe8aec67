"""Questions of a text that its dump made lists of one entry each, with the answers between: they are headings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from statedocs.extraction.page import Raw

_LEVEL: Final = 2
_FEWEST: Final = 2
_ANSWER: Final = 70


def question_headings(pieces: Sequence[Raw]) -> list[Raw]:
    """Makes headings of questions that are lists of their own: `1. What are wells?` over its answer, more than once."""
    asked = {at for at, raw in enumerate(pieces[:-1]) if _asks(raw) and _answers(pieces[at + 1])}
    if len(asked) < _FEWEST:
        return list(pieces)
    return [_headed(raw) if at in asked else raw for at, raw in enumerate(pieces)]


def _asks(raw: Raw) -> bool:
    items = [str(item["text"]) for item in raw.data["items"]] if raw.kind == "list" and raw.data["ordered"] else []
    return len(items) == 1 and items[0].rstrip().endswith("?") and "\n" not in items[0]


def _answers(raw: Raw) -> bool:
    return raw.kind == "paragraph" and len(raw.text) >= _ANSWER


def _headed(raw: Raw) -> Raw:
    item = raw.data["items"][0]
    return replace(raw, kind="heading", text=f"{item['marker'] or ''} {item['text']}".strip(), level=_LEVEL, data={})
