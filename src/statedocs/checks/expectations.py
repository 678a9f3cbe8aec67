"""Records that somebody has read, kept beside the pages, and how a new record differs from them.

An expected record lies where `convert` would write it: `<origin>.json`, or `<origin>.failure.json` for a page that is
to fail. Who made it and with which version does not count; everything else does.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from statedocs.checks.differences import changed_fields, differences
from statedocs.checks.integrity import key_of
from statedocs.checks.output import whole_file
from statedocs.checks.recognition import is_record
from statedocs.checks.verdict import Problem
from statedocs.converter import CONVERTER
from statedocs.editions import diff, render_text
from statedocs.errors import SinkError, SourceError
from statedocs.record import Document, Failure
from statedocs.sinks.files import translated, translated_reading
from statedocs.sinks.index import Index
from statedocs.sinks.names import plain_stem
from statedocs.sinks.stored import read_document

_FAILURE_END: Final = ".failure.json"
_FIELDS_NAMED: Final = 4
_LINES_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Expected:
    """What is expected of one page.

    Attributes:
        path: Where it lies, or would.
        record: It, without its converter; None when there is none.
        problem: Why it cannot be read.
    """

    path: Path
    record: dict[str, Any] | None = None
    problem: Problem | None = None


class Expectations:
    """A folder of expected records.

    Args:
        root: The folder.
        index: Where the pages met are kept.
        accept: Whether a record that differs becomes the expected one.

    Raises:
        SourceError: There is no such folder, and nothing is to be written there.
    """

    def __init__(self, root: Path, index: Index, *, accept: bool) -> None:
        if root.exists() and not root.is_dir():
            raise SourceError(f"--expected {root}: expected a folder, found a file")
        if not root.exists() and not accept:
            raise SourceError(f"--expected {root}: no such folder; --accept makes it")
        self._root = root
        self._index = index
        self._accepts = accept

    def of(self, result: Document | Failure) -> Expected:
        """Find what is expected of a page; it counts as met."""
        origin = result.source.origin if isinstance(result, Document) else result.origin
        end = ".json" if isinstance(result, Document) else _FAILURE_END
        name = plain_stem(origin, key_of(result)) + end
        self._index.remember("expected " + name, "")
        path = self._root / name
        if not path.is_file():
            return Expected(path)
        try:
            return Expected(path, _read(path))
        except SinkError as error:
            return Expected(path, problem=self._said("expectation-damaged", error.message, path))

    def judge(self, result: Document | Failure, record: dict[str, Any], expected: Expected) -> Iterator[Problem]:
        """Say how a page's record is not the expected one, and take it as such if that is asked for.

        Args:
            result: What the page became.
            record: The same as JSON has it.
            expected: What `of` found.
        """
        found = _without_converter(record)
        if expected.record == found:
            return
        if expected.problem:
            problem = expected.problem
        elif expected.record is None:
            problem = self._missing(result, expected.path)
        else:
            changes = changed_fields(expected.record, found)
            named = ", ".join(changes[:_FIELDS_NAMED])
            more = f" and {len(changes) - _FIELDS_NAMED} more fields" if len(changes) > _FIELDS_NAMED else ""
            message = f"differs from the expected record in {named}{more}"
            problem = self._said(
                "record-differs", message, expected.path, detail=_detail(expected.record, found, result)
            )
        if self._accepts and not (isinstance(result, Failure) and result.stage == "bug"):
            self._write(expected.path, found)
        yield problem

    def stale(self) -> Iterator[Problem]:
        """Say which expected records no page has asked for, and take them away if that is asked for."""
        for path in sorted(self._root.rglob("*.json")):
            name = path.relative_to(self._root).as_posix()
            is_known = self._index.get("expected " + name) is not None
            if is_known or path.name.startswith(".") or not path.is_file() or not is_record(path):
                continue
            yield self._said("expectation-stale", f"expected record without a page: {name}", path)
            if self._accepts:
                with translated(path):
                    path.unlink()

    def _missing(self, result: Document | Failure, path: Path) -> Problem:
        other = path.with_name(path.name.removesuffix(_FAILURE_END) + ".json")
        if isinstance(result, Failure):
            instead = ", and is expected to be a document" if other.is_file() else ""
            return self._said("page-failed", f"{result.error}: {result.message}{instead}", path, line=result.line)
        failure = path.with_name(path.name.removesuffix(".json") + _FAILURE_END)
        if failure.is_file():
            return self._said("expectation-missing", "is a document and is expected to fail", path)
        return self._said("expectation-missing", f"has no expected record {path}", path)

    def _said(self, rule: str, message: str, path: Path, *, detail: str = "", line: int | None = None) -> Problem:
        done = " (accepted: read it before it is committed)" if self._accepts else ""
        place = str(path) if rule in ("expectation-stale", "expectation-damaged") else None
        return Problem(rule=rule, message=message + done, place=place, detail=detail, line=line)

    def _write(self, path: Path, record: dict[str, Any]) -> None:
        with whole_file(path) as file:
            file.write((json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode())


def _read(path: Path) -> dict[str, Any]:
    """Read an expected record.

    Raises:
        SinkError: It is no JSON object.
    """
    with translated_reading(path):
        data = path.read_bytes()
    try:
        value = json.loads(data)
    except ValueError as error:
        raise SinkError(f"expected a record, found no JSON: {error}") from error
    if not isinstance(value, dict):
        raise SinkError("expected a record, found no JSON object")
    return _without_converter(value)


def _without_converter(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name != "converter"}


def _detail(old: dict[str, Any], new: dict[str, Any], result: Document | Failure) -> str:
    lines = _by_section(old, result) or list(differences(old, new))
    more = [f"and {len(lines) - _LINES_SHOWN} more lines"] if len(lines) > _LINES_SHOWN else []
    return "\n".join([*lines[:_LINES_SHOWN], *more])


def _by_section(old: dict[str, Any], result: Document | Failure) -> list[str]:
    """Give the difference by field, section and word; nothing where the expected record is not of this schema."""
    if isinstance(result, Failure):
        return []
    data = json.dumps({**old, "converter": CONVERTER.model_dump()})
    try:
        expected = read_document(data, "")
    except SinkError:
        return []
    return render_text(diff(expected, result)).splitlines()
