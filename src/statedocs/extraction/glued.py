"""Masthead lines that a capture glued together, cut where the forms of their time say."""

import re
from dataclasses import replace
from typing import Final

from statedocs.extraction.page import Raw

_RECORD: Final = re.compile(r"(?:PA/[A-Z]+ )?Source: .*?\bDate: .*?(?:\[TEXT\]|\b(?:Region|Country|Subject): )", re.S)
_LABEL: Final = re.compile(r"\s(?=(?:Date|Category|Region|Country|Subject): |\[TEXT\])")
_TEXT: Final = "[TEXT]"
_ANCHORS: Final = re.compile(r"(?P<anchors>\S.{20,}?Background Notes A-Z)\s+(?P<title>Background Notes?: \S.*)$")


def unglue(raw: Raw) -> list[Raw]:
    """Cuts a paragraph of a masthead into its lines; any other block stays as it is.

    The record line of 1990 to 1992 (`PA/PC Source: … Date: … Country: … [TEXT] Official Name: …`) is one paragraph with
    the body behind it; the anchors of 2008 (`PeopleHistoryGovernment…Background Notes A-Z`) stand before the title.
    """
    if raw.kind != "paragraph" or raw.anchors:
        return [raw]
    if _RECORD.match(raw.text):
        return _record(raw)
    if found := _ANCHORS.match(raw.text):
        text = f"{found.group('anchors')}\n{found.group('title')}"
        return [replace(raw, text=text, looks=[], lines=[raw.line, raw.line])]
    return [raw]


def _record(raw: Raw) -> list[Raw]:
    head, mark, body = raw.text.partition(_TEXT)
    text = _LABEL.sub("\n", head.strip().replace("\n", " ")) + (f"\n{_TEXT}" if mark else "")
    lines = [raw.line] * (text.count("\n") + 1)
    pieces = [replace(raw, text=text, looks=[], lines=lines)]
    if body.strip():
        pieces.append(replace(raw, text=body.strip(), looks=[], lines=[]))
    return pieces
