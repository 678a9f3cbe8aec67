"""The objects of a JSON list, one at a time: a broken one costs no other, and memory does not grow with the list."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from statedocs.sources.feeds.xml_items import BrokenItem
from statedocs.sources.packing.members import Place
from statedocs.sources.packing.stream import Stream

_BETWEEN: Final = re.compile(rb"(?:\xef\xbb\xbf)?[\s,\[\]\x1e]*")
_TOKEN: Final = re.compile(rb'"(?:[^"\\]|\\.)*"|[{}]', re.DOTALL)
_OBJECT: Final = re.compile(rb'\{\s*"(?:id|date|date_gmt|guid|slug|link|title|content)"\s*:')
_LONGEST: Final = 16 * 2**20


@dataclass(frozen=True, slots=True)
class JsonItem:
    """An object as it stands in its file."""

    place: Place
    value: dict[str, Any]


def json_items(stream: Stream) -> Iterator[JsonItem | BrokenItem]:
    """Give every object of a list, or of a file that has one a line, and every damage between them."""
    while True:
        while (ahead := stream.peek(4096)) and (between := _BETWEEN.match(ahead)) and between.end():
            stream.skip(between.end())
        if not ahead:
            break
        place = stream.place()
        raw = _raw(stream) if ahead.startswith(b"{") else None
        value, reason = _parse(raw) if raw else (None, "an object breaks off" if ahead[:1] == b"{" else "no object")
        if value is not None and raw:
            yield JsonItem(place, value)
            stream.skip(len(raw))
            continue
        yield BrokenItem(place, f"expected a list of posts: {reason}")
        stream.skip(1)
        if not stream.find(_OBJECT):
            break
    if stream.damage:
        yield BrokenItem(Place(stream.damage.offset), stream.damage.reason)


def _parse(raw: bytes) -> tuple[dict[str, Any] | None, str]:
    try:
        return json.loads(raw.decode("utf-8", "surrogateescape"), strict=False), ""
    except (ValueError, RecursionError) as error:
        return None, str(error)


def _raw(stream: Stream) -> bytes | None:
    """Give the object that begins here, as written; None where it does not end."""
    size = 64 * 2**10
    while True:
        ahead = stream.peek(size)
        depth = 0
        for token in _TOKEN.finditer(ahead):
            depth += {b"{": 1, b"}": -1}.get(token[0], 0)
            if depth == 0:
                return ahead[: token.end()]
        if len(ahead) < size or size >= _LONGEST:
            return None
        size *= 4
