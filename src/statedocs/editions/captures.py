"""Captures gathered by page: which editions of it there were, and when each was seen."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from types import TracebackType
from typing import Any, Final, Self

from statedocs.editions.brief import Slip
from statedocs.record import Document
from statedocs.sinks.stored import read_document

_LAYOUT: Final = """
CREATE TABLE captures (
    page TEXT, captured_at TEXT, origin TEXT NOT NULL, id TEXT PRIMARY KEY, content TEXT NOT NULL, url TEXT, title TEXT,
    published TEXT
);
CREATE TABLE kept (id TEXT PRIMARY KEY, record BLOB)
"""
_KEYS: Final = "SELECT DISTINCT page FROM captures WHERE page IS NOT NULL ORDER BY page"
_OF_PAGE: Final = "SELECT * FROM captures WHERE page = ? ORDER BY captured_at IS NULL, captured_at, origin, id"
_OF_NONE: Final = "SELECT * FROM captures WHERE page IS NULL ORDER BY captured_at IS NULL, captured_at, origin, id"
"""Captures in the order of time, those of unknown time last."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One capture of a page.

    Attributes:
        edition: Number of its edition among the page's, from 1.
        captured_at: RFC 3339, null where nothing says it.
        origin: As in its record's source.
        id: Its record's id.
        url: The address that it was captured under.
    """

    edition: int
    captured_at: str | None
    origin: str
    id: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Edition:
    """Captures of one content, whatever their chrome.

    Attributes:
        number: 1 for the first seen, and so on.
        content_sha256: What all of them have in common.
        title: Title of the first of them.
        published: The day that the first of them says it was published.
        first_seen: Time of the first capture, null where no time is known.
        last_seen: Time of the last one.
        captures: How many.
    """

    number: int
    content_sha256: str
    title: str | None
    published: str | None
    first_seen: str | None
    last_seen: str | None
    captures: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page over time.

    Attributes:
        page_key: Null for a capture whose address is unknown: it is a page for itself.
        first_seen: Time of its first capture.
        last_seen: Time of its last one.
        editions: In the order in which they were first seen.
        captures: In the order of time, those of unknown time last.
    """

    page_key: str | None
    first_seen: str | None
    last_seen: str | None
    editions: tuple[Edition, ...]
    captures: tuple[Capture, ...]

    def changes(self) -> Iterator[tuple[Capture, Capture]]:
        """Give the captures between which the content changed, one after the other in time."""
        last: Capture | None = None
        for capture in self.captures:
            if last is not None and last.edition != capture.edition:
                yield last, capture
            last = capture

    def as_json(self) -> dict[str, Any]:
        """Give plain values for JSON, keys in a fixed order."""
        return asdict(self)


class Captures:
    """Captures in a nameless file of the system's, so that memory does not grow with their number."""

    def __enter__(self) -> Self:
        self._db = sqlite3.connect("", isolation_level=None)
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8192", "temp_store = FILE"):
            self._db.execute(f"PRAGMA {setting}")
        self._db.executescript(_LAYOUT)
        self._db.execute("BEGIN")
        return self

    def add(self, slips: Iterable[Slip], only: str | None = None) -> None:
        """Keep what tells captures and contents.

        Args:
            slips: Records.
            only: Keep captures of this page alone.
        """
        rows = (_row(slip) for slip in slips if only is None or slip.brief.page_key == only)
        self._db.executemany("INSERT OR IGNORE INTO captures VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def pages(self) -> Iterator[Page]:
        """Give every page with its captures and editions, in the order of keys; captures of unknown address last."""
        self._db.execute("CREATE INDEX IF NOT EXISTS by_page ON captures (page, captured_at)")
        for (key,) in self._db.execute(_KEYS):
            yield _page(key, self._db.execute(_OF_PAGE, (key,)))
        for row in self._db.execute(_OF_NONE):
            yield _page(None, [row])

    def keep(self, slips: Iterable[Slip]) -> None:
        """Keep the records between which contents changed, to be had with `record`.

        Args:
            slips: The records of `add`, once more.
        """
        changed = ((capture.id,) for page in self.pages() for pair in page.changes() for capture in pair)
        self._db.executemany("INSERT OR IGNORE INTO kept (id) VALUES (?)", changed)
        for slip in slips:
            if self._db.execute("SELECT 1 FROM kept WHERE id = ?", (slip.brief.id,)).fetchone():
                values = zlib.compress(slip.data, 1), slip.brief.id
                self._db.execute("UPDATE kept SET record = ? WHERE id = ?", values)

    def record(self, capture: Capture) -> Document:
        """Give a record that was kept."""
        (data,) = self._db.execute("SELECT record FROM kept WHERE id = ?", (capture.id,)).fetchone()
        return read_document(zlib.decompress(data), capture.origin)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()


def _row(slip: Slip) -> tuple[str | None, ...]:
    brief = slip.brief
    published = brief.published.value if brief.published else None
    told = brief.page_key, brief.source.captured_at, brief.source.origin, brief.id
    return (*told, brief.content_sha256, brief.url, brief.title, published)


def _page(key: str | None, rows: Iterable[tuple[Any, ...]]) -> Page:
    numbers: dict[str, int] = {}
    own: list[list[Capture]] = []
    said: list[tuple[str, str | None, str | None]] = []
    captures: list[Capture] = []
    for _, captured_at, origin, page_id, content, url, title, published in rows:
        number = numbers.setdefault(content, len(numbers) + 1)
        if number > len(own):
            own.append([])
            said.append((content, title, published))
        captures.append(Capture(number, captured_at, origin, page_id, url))
        own[number - 1].append(captures[-1])
    editions = (
        Edition(number, *words, *_seen(seen), len(seen))
        for number, (words, seen) in enumerate(zip(said, own, strict=True), 1)
    )
    return Page(key, *_seen(captures), tuple(editions), tuple(captures))


def _seen(captures: Iterable[Capture]) -> tuple[str | None, str | None]:
    times = [capture.captured_at for capture in captures if capture.captured_at]
    return (min(times), max(times)) if times else (None, None)
