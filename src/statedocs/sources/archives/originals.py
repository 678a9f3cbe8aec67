"""Where the pages of an archive stand that later records of it may refer to."""

import hashlib
from typing import Final

from statedocs.sources.archives.members import Place

_MOST: Final = 200_000
_DEEPEST: Final = 64 * 2**20
"""What lies deeper in one compressed member is not read again: all before it would have to be."""


class Originals:
    """The places of the last pages read, by whatever names they have; memory does not grow."""

    def __init__(self) -> None:
        self._places: dict[bytes, Place] = {}

    def remember(self, place: Place, *names: str | None) -> None:
        """Keep the place of a page under each of its names."""
        if place.inner > _DEEPEST:
            return
        for name in filter(None, names):
            self._places.setdefault(_key(name), place)
        while len(self._places) > _MOST:
            del self._places[next(iter(self._places))]

    def find(self, *names: str | None) -> Place | None:
        """Give the place of the first name that a page was kept under."""
        places = (self._places.get(_key(name)) for name in names if name)
        return next(filter(None, places), None)


def _key(name: str) -> bytes:
    return hashlib.blake2b(name.encode(), digest_size=12).digest()
