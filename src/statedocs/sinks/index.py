"""What a run has seen, on the disk, so that memory does not grow with the number of pages."""

import sqlite3
from types import TracebackType
from typing import Self


class Index:
    """A map from text to text in a nameless file of the system's, gone with the run."""

    def __enter__(self) -> Self:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("PRAGMA cache_size = -8192")
        self._db.execute("CREATE TABLE seen (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
        self._db.execute("BEGIN")
        return self

    def remember(self, key: str, value: str) -> str | None:
        """Keep a value under a key; give the earlier one, which stays, when the key had one."""
        if self._db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, value)).rowcount:
            return None
        return self.get(key)

    def get(self, key: str) -> str | None:
        """Give what is kept under a key."""
        row = self._db.execute("SELECT value FROM seen WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()
