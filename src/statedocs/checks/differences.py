"""How two JSON values differ, field by field: for what `editions` does not compare."""

import json
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Final

_ROOM: Final = 100
_ABSENT: Final = object()


def changed_fields(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """Name the fields in which two records differ, in the new one's order.

    >>> changed_fields({"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4})
    ['b', 'c']
    """
    names = dict.fromkeys((*new, *old))
    return [name for name in names if old.get(name, _ABSENT) != new.get(name, _ABSENT)]


def differences(old: Any, new: Any, place: str = "") -> Iterator[str]:
    """Name every place at which two JSON values differ, with what was there and what is.

    >>> list(differences({"a": [1, 2]}, {"a": [1, 3], "b": None}))
    ['a[1]: was 2, is 3', 'b: is new, null']
    """
    if isinstance(old, dict) and isinstance(new, dict):
        for name in dict.fromkeys((*old, *new)):
            inner = f"{place}.{name}" if place else name
            yield from differences(old.get(name, _ABSENT), new.get(name, _ABSENT), inner)
    elif isinstance(old, list) and isinstance(new, list):
        for index, (before, after) in enumerate(zip_longest(old, new, fillvalue=_ABSENT)):
            yield from differences(before, after, f"{place}[{index}]")
    elif old is _ABSENT:
        yield f"{place}: is new, {_shown(new)}"
    elif new is _ABSENT:
        yield f"{place}: was {_shown(old)}, is gone"
    elif old != new:
        yield f"{place or '(record)'}: was {_shown(old)}, is {_shown(new)}"


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _ROOM else text[:_ROOM] + "…"
