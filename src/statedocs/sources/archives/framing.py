"""Where records begin and end, and what is done where they do not."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from statedocs.sources.packing.members import Place
from statedocs.sources.packing.stream import Stream
from statedocs.sources.page import MAX_BYTES

_LONGEST_HEAD: Final = 64 * 2**10
_FRONT: Final = 64 * 2**10
"""So much is kept of a record over the limit: enough to tell what it holds."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of archive.

    Attributes:
        opening: What every record begins with.
        head_end: What closes a record's head.
        closings: What stands behind a record.
        length_of: Gives the length that a head states for the body behind it, or None.
    """

    opening: re.Pattern[bytes]
    head_end: re.Pattern[bytes]
    closings: tuple[bytes, ...]
    length_of: Callable[[bytes], int | None]


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it stands in its archive; `body` is cut where `length` is over the limit."""

    place: Place
    head: bytes
    body: bytes
    length: int


@dataclass(frozen=True, slots=True)
class Damage:
    """A part of an archive that cannot be read, and why not."""

    place: Place
    reason: str


def records(stream: Stream, form: Form) -> Iterator[Record | Damage]:
    """Give every record that can be read, and every damage between them, one at a time."""
    while True:
        stream.skip_blank_lines()
        if stream.peek(1):
            found, behind = _frame(stream, form)
            yield found
            if isinstance(found, Damage) and not _go_on(stream, form, behind):
                if stream.damage and stream.damage.reason != found.reason:  # met while the next record was looked for
                    yield Damage(Place(stream.damage.offset), stream.damage.reason)
                return
        elif stream.damage:
            yield Damage(Place(stream.damage.offset), stream.damage.reason)
            if not stream.restart_behind_damage(form.opening):
                return
        else:
            return


def record_at(stream: Stream, form: Form, place: Place) -> Record | None:
    """Read one record again."""
    stream.go_to(place)
    found, _ = _frame(stream, form)
    return found if isinstance(found, Record) else None


def _go_on(stream: Stream, form: Form, behind: Place) -> bool:
    """Find the next record behind the opening of one that is damaged; its length is not believed."""
    stream.rewind(behind)
    return stream.find(form.opening) or stream.restart_behind_damage(form.opening)


def _frame(stream: Stream, form: Form) -> tuple[Record | Damage, Place]:
    """Read the record that begins here; gives with it the place from which to look for the next if it is damaged."""
    place = stream.place()
    head = _head(stream, form)
    length = form.length_of(head) if head else None
    if head is None or length is None:
        stream.skip(1)
        cut = not stream.peek(_LONGEST_HEAD)[_LONGEST_HEAD - 1 :]
        reason = _reason(stream) if cut and stream.damage else "expected a record, found other bytes"
        stream.mark(0)
        return Damage(place, reason), stream.place()
    stream.skip(len(head))
    behind = stream.place()
    stream.mark(length)
    if stream.is_beyond_end(length):  # seen when an earlier length was wrong: the end is not gone to again
        return Damage(place, _reason(stream) or f"the file ends before a record's {length:,} bytes do"), behind
    body = stream.take(length if length <= MAX_BYTES else _FRONT)
    given = len(body) + stream.skip(length - len(body))
    if given < length:
        reason = _reason(stream) if stream.damage else f"the file ends after {given:,} of a record's {length:,} bytes"
        return Damage(place, reason), behind
    if wrong := _unsound(stream, form):
        return Damage(place, wrong), behind
    return Record(place, head, body, length), behind


def _head(stream: Stream, form: Form) -> bytes | None:
    """Give the head of the record that begins here, or None where none does."""
    size = 1024
    while size <= _LONGEST_HEAD:
        ahead = stream.peek(size)
        if not form.opening.match(ahead):
            return None
        if end := form.head_end.search(ahead):
            return ahead[: end.end()]
        if len(ahead) < size:
            return None
        size *= 4
    return None


def _reason(stream: Stream) -> str:
    return stream.damage.reason if stream.damage else ""


def _unsound(stream: Stream, form: Form) -> str | None:
    """Tell what is wrong with the record that was just read, from what stands behind it."""
    member = stream.last_taken().offset
    is_closed = stream.peek(4).startswith(form.closings)
    stream.skip_blank_lines()
    ahead = stream.peek(4096)
    if not ahead and stream.damage and not stream.damage.is_cut and stream.damage.offset == member:
        return stream.damage.reason
    if ahead and not is_closed and not form.opening.match(ahead):
        return "a record's length is wrong: what follows it is no record"
    return None
