"""What a source remembers of many thousands of names: on the disk, so that memory does not grow with them."""

import sqlite3
from collections.abc import Iterator
from types import TracebackType
from typing import Self


class Ledger:
    """A sorted map from bytes to bytes in a nameless file of the system's, gone when it is closed."""

    def __init__(self) -> None:
        self._opened: sqlite3.Connection | None = None

    @property
    def _db(self) -> sqlite3.Connection:
        """The file, made when it is first needed: most inputs need none."""
        if self._opened is None:
            self._opened = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            for line in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -4096"):
                self._opened.execute(f"PRAGMA {line}")
            self._opened.execute("CREATE TABLE kept (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID")
            self._opened.execute("BEGIN")
        return self._opened

    def add(self, key: bytes, value: bytes = b"") -> bool:
        """Keep a value under a key; False, and the earlier value stays, where the key has one."""
        return self._db.execute("INSERT OR IGNORE INTO kept VALUES (?, ?)", (key, value)).rowcount > 0

    def put(self, key: bytes, value: bytes) -> None:
        """Keep a value under a key, in place of an earlier one."""
        self._db.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (key, value))

    def get(self, key: bytes) -> bytes | None:
        """Give what is kept under a key."""
        row = self._db.execute("SELECT value FROM kept WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def under(self, prefix: bytes) -> Iterator[tuple[bytes, bytes]]:
        """Give every key with this beginning, and its value, in order."""
        after = prefix + b"\xff" * 8
        yield from self._db.execute(
            "SELECT key, value FROM kept WHERE key >= ? AND key < ? ORDER BY key", (prefix, after)
        )

    def first(self, start: bytes, prefix: bytes) -> tuple[bytes, bytes] | None:
        """Give the first key with a beginning that is not before `start`, and its value."""
        query = "SELECT key, value FROM kept WHERE key >= ? AND key < ? ORDER BY key LIMIT 1"
        row = self._db.execute(query, (start, prefix + b"\xff" * 8)).fetchone()
        return row if row is None else (row[0], row[1])

    def close(self) -> None:
        """Let go of it."""
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
