"""Zip files with bytes changed, cut off and put in: all that can be read is, and the damage is told."""

import random
import zipfile
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from statedocs.record import Failure
from statedocs.snapshot import Snapshot
from statedocs.sources.items import Item

ItemsOf = Callable[..., list[Item]]
PACKINGS = [
    (method, is_streamed)
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    for is_streamed in (False, True)
]


def bodies_of(items: list[Item]) -> list[bytes]:
    return [item.data for item in items if isinstance(item, Snapshot)]


def starts_of(data: bytes, count: int) -> list[int]:
    """Give where each member begins, and where the directory does."""
    starts = [-1]
    for _ in range(count):
        starts.append(data.index(b"PK\x03\x04", starts[-1] + 1))
    return [*starts[1:], data.index(b"PK\x01\x02")]


@pytest.mark.parametrize("packing", PACKINGS)
def test_a_changed_byte_costs_at_most_the_member_that_it_is_in(
    items_of: ItemsOf, make: SimpleNamespace, packing: tuple[int, bool]
) -> None:
    bodies = list(make.pages().values())
    sound = make.zipped(make.pages(), packing[0], is_streamed=packing[1])
    directory = starts_of(sound, len(bodies))[-1]
    chance = random.Random(str(packing))
    for at in [*chance.sample(range(directory), 60), *range(directory, len(sound), 3)]:
        damaged = bytearray(sound)
        damaged[at] ^= chance.choice([0x55, 0x01, 0x80])
        items = items_of(bytes(damaged))
        found = bodies_of(items)
        assert set(found) <= set(bodies), at
        assert len(set(found)) == len(found) >= len(bodies) - 1, at
        assert len(found) == len(bodies) or any(isinstance(item, Failure) for item in items), at
        assert len(items) <= len(bodies) + 3, at
        for item in items:
            assert not isinstance(item, Failure) or item.offset is not None, at


@pytest.mark.parametrize("packing", PACKINGS)
def test_what_stands_before_a_cut_is_read(items_of: ItemsOf, make: SimpleNamespace, packing: tuple[int, bool]) -> None:
    bodies = list(make.pages().values())
    sound = make.zipped(make.pages(), packing[0], is_streamed=packing[1])
    starts = starts_of(sound, len(bodies))
    for cut in random.Random(str(packing)).sample(range(30, len(sound)), 60):
        items = items_of(sound[:cut])
        whole = sum(start <= cut for start in starts[1:])
        found = bodies_of(items)
        assert found[:whole] == bodies[:whole], cut
        assert set(found) <= set(bodies), cut
        assert any(isinstance(item, Failure) and item.origin == "x.zip" for item in items), cut


@pytest.mark.parametrize("junk", [b"junk\n", b"PK\x03\x04", b"PK\x01\x02" * 9, bytes(range(256)) * 30])
@pytest.mark.parametrize("packing", PACKINGS)
def test_bytes_put_in_or_taken_out_cost_at_most_one_member(
    items_of: ItemsOf, make: SimpleNamespace, packing: tuple[int, bool], junk: bytes
) -> None:
    bodies = list(make.pages().values())
    sound = make.zipped(make.pages(), packing[0], is_streamed=packing[1])
    starts = starts_of(sound, len(bodies))
    for at in [*starts, *random.Random(str(packing)).sample(range(starts[-1]), 12)]:
        items = items_of(sound[:at] + junk + sound[at:])
        found = bodies_of(items)
        assert set(found) <= set(bodies), at
        assert len(found) >= len(bodies) - (at not in starts), at
        items = items_of(sound[: max(at - 7, 0)] + sound[at:])
        assert len(bodies_of(items)) >= len(bodies) - 2, at
        assert set(bodies_of(items)) <= set(bodies), at


def test_many_damages_take_no_longer_than_their_bytes(items_of: ItemsOf, make: SimpleNamespace) -> None:
    marks = make.zipped({"a.htm": make.PAGE}, is_streamed=True)[:60] * 3000
    items = items_of(marks, "x.zip")
    assert isinstance(items[-1], Failure)
    assert bodies_of(items) == []
