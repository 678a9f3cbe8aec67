"""The side-car of a page: what its bytes cannot say about it."""

import json
import re
from dataclasses import dataclass
from typing import Final

from statedocs.errors import SourceError
from statedocs.sources.items import Found
from statedocs.sources.names import SIDECAR
from statedocs.sources.times import utc

_KEYS: Final = frozenset({"url", "captured_at", "media_type", "charset", "sha256", "origin", "licence"})
_FORMS: Final = {
    "url": (re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\s\ud800-\udfff]+"), "an absolute address"),
    "sha256": (re.compile(r"[0-9a-fA-F]{64}"), "64 hexadecimal digits"),
    "media_type": (re.compile(r"[\w.+-]+/[\w.+-]+(?:\s*;.*)?"), "a media type"),
    "charset": (re.compile(r"[A-Za-z0-9_.:+-]+"), "the name of a character encoding"),
    "captured_at": (
        re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"),
        "a time such as 2013-11-20T04:11:00Z",
    ),
}
_CHARSET: Final = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a side-car witnesses; None where it says nothing."""

    url: str | None = None
    captured_at: str | None = None
    media_type: str | None = None
    charset: str | None = None
    sha256: str | None = None


def read_sidecar(found: Found) -> Sidecar:
    """Read what stands beside a page; empty when nothing does.

    Raises:
        SourceError: The side-car cannot be read or is malformed; the message names line and column.
    """
    data = found.sidecar()
    if data is None:
        return Sidecar()
    name = found.name + SIDECAR
    try:
        return _parse(name, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SourceError(f"side-car {name} is no UTF-8 at byte {error.start}") from error


def _parse(name: str, text: str) -> Sidecar:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise SourceError(
            f"side-car {name}, line {error.lineno}, column {error.colno}: {error.msg}", line=error.lineno
        ) from error
    except RecursionError as error:
        raise SourceError(f"side-car {name}: nested too deep") from error
    if not isinstance(value, dict):
        raise SourceError(f"side-car {name}, line 1, column 1: expected an object", line=1)
    for key in value:
        _check(name, text, key, value[key])
    return _sidecar({key: item for key, item in value.items() if item is not None})


def _check(name: str, text: str, key: str, value: object) -> None:
    """Raise unless the side-car may hold this key with this value."""
    form, said = _FORMS.get(key, (None, "a string or null"))
    if key not in _KEYS:
        wrong = f"unknown key {key!r}; known are {', '.join(sorted(_KEYS))}"
    elif value is not None and (not isinstance(value, str) or (form and not form.fullmatch(value))):
        wrong = f"{key} is {json.dumps(value)[:80]}, expected {said}"
    elif key == "captured_at" and isinstance(value, str) and utc(value) is None:
        wrong = f"captured_at is {value!r}, which no calendar has"
    else:
        return
    at = max(text.find(json.dumps(key)), 0)
    line, column = text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
    raise SourceError(f"side-car {name}, line {line}, column {column}: {wrong}", line=line)


def _sidecar(value: dict[str, str]) -> Sidecar:
    media_type, _, parameters = value.get("media_type", "").partition(";")
    charset = _CHARSET.search(parameters)
    captured_at = value.get("captured_at")
    sha256 = value.get("sha256")
    return Sidecar(
        url=value.get("url"),
        captured_at=utc(captured_at) if captured_at else None,
        media_type=media_type.strip().lower() or None,
        charset=value.get("charset") or (charset[1] if charset else None),
        sha256=sha256.lower() if sha256 else None,
    )
