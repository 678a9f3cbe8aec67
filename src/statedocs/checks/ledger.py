"""What is known of many pages, on the disk, so that memory does not grow with their number."""

import sqlite3
from collections.abc import Iterator
from types import TracebackType
from typing import Self


class Ledger:
    """Names, what is said of each, and which of them were met; in a nameless file, gone with the check."""

    def __enter__(self) -> Self:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode = OFF")
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("CREATE TABLE said (name TEXT PRIMARY KEY, value TEXT NOT NULL, met INTEGER NOT NULL)")
        self._db.execute("BEGIN")
        return self

    def say(self, name: str, value: str, *, met: bool = False) -> None:
        """Keep what is said of a name; what was said first stays."""
        self._db.execute("INSERT OR IGNORE INTO said VALUES (?, ?, ?)", (name, value, met))

    def meet(self, name: str) -> str | None:
        """Meet a name and give what is said of it, or None when it is unknown."""
        row = self._db.execute("UPDATE said SET met = met + 1 WHERE name = ? RETURNING value", (name,)).fetchone()
        return row[0] if row else None

    def unmet(self) -> Iterator[tuple[str, str]]:
        """Give the names that nobody met, in the order in which they came, and what is said of them."""
        rows = self._db.execute("SELECT name, value FROM said WHERE NOT met ORDER BY rowid")
        return ((name, value) for name, value in rows)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()
