"""How many pages there will be, where that is cheap to know."""

import os
import re
import threading
from collections.abc import Sequence
from typing import Final

from statedocs.sources.names import SIDECAR

_ARCHIVE: Final = re.compile(
    r"\.(?:zip|tar|tgz|gz|bz2|xz|zst|7z|warc|arc|wet|wacz|mht|mhtml|rss|atom|xml|json)$", re.IGNORECASE
)
"""Names of what may hold many pages; what it really is its bytes would tell, and they are not read here."""


class PageCount:
    """Counts the files of the inputs aside, while the run has begun. An archive among them makes the total unknown.

    Args:
        inputs: Files and folders.
    """

    def __init__(self, inputs: Sequence[str | os.PathLike[str]]) -> None:
        self._inputs = inputs
        self._stopped = threading.Event()
        self._total: int | None = None

    def start(self) -> None:
        """Begin to count."""
        threading.Thread(target=self._count, daemon=True).start()

    @property
    def total(self) -> int | None:
        """How many pages there are; None when that is not known, or not yet."""
        return self._total

    def _count(self) -> None:
        total = 0 if self._inputs else None
        for path in self._inputs:
            counted = self._files(os.fspath(path))
            if counted is None:
                return
            total = (total or 0) + counted
        self._total = total

    def _files(self, path: str) -> int | None:
        if not os.path.isdir(path):  # noqa: PTH112  (names of bytes that are no text stay as they are)
            return 1 if os.path.isfile(path) and not _is_archive(path) else None  # noqa: PTH113
        total = 0
        for _, _, names in os.walk(path):
            if self._stopped.is_set() or any(map(_is_archive, names)):
                return None
            total += sum(not name.endswith(SIDECAR) for name in names)
        return total

    def stop(self) -> None:
        """Count no further."""
        self._stopped.set()


def _is_archive(name: str) -> bool:
    return _ARCHIVE.search(name) is not None and not name.endswith(SIDECAR)
