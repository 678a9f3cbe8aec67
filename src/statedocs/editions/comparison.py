"""Two runs over the same inputs, joined page by page on the disk."""

import hashlib
import sqlite3
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from types import TracebackType
from typing import Any, Final, Literal, Self

from statedocs.editions.brief import Slip, slips
from statedocs.editions.changes import CONCERNS, Concern
from statedocs.editions.difference import diff
from statedocs.editions.kinds import Example, Kind, Kinds
from statedocs.record import Document, Failure
from statedocs.sinks import Stored
from statedocs.sinks.stored import read_document

Side = Literal["old", "new"]

_LAYOUT: Final = """
CREATE TABLE pages (
    name TEXT, side TEXT, status TEXT NOT NULL, id TEXT, digest BLOB, why TEXT, record BLOB, PRIMARY KEY (name, side)
) WITHOUT ROWID;
CREATE INDEX by_id ON pages (id, side)
"""
_BY_NAME: Final = "SELECT digest FROM pages WHERE name = ? AND side = 'old'"
_BY_ID: Final = "SELECT digest FROM pages WHERE id = ? AND side = 'old'"
_MOVED: Final = """
SELECT old.name, new.name FROM pages AS old JOIN pages AS new ON old.id = new.id
WHERE old.side = 'old' AND new.side = 'new' AND NOT EXISTS (SELECT 1 FROM pages WHERE name = old.name AND side = 'new')
AND NOT EXISTS (SELECT 1 FROM pages WHERE name = new.name AND side = 'old')
"""
_BECAME: Final = """
SELECT old.name, old.status, new.status, old.why, new.why FROM pages AS old JOIN pages AS new ON old.name = new.name
WHERE old.side = 'old' AND new.side = 'new' AND (old.status <> new.status OR old.why <> new.why) ORDER BY old.name
"""
_ALONE: Final = """
SELECT name, status, why FROM pages AS one WHERE side = ? AND NOT EXISTS
(SELECT 1 FROM pages AS other WHERE other.name = one.name AND other.side <> one.side) ORDER BY name
"""
_BOTH: Final = """
SELECT count(*) FROM pages AS old JOIN pages AS new ON old.name = new.name
WHERE old.side = 'old' AND new.side = 'new' AND old.status = 'document' AND new.status = 'document'
"""
_PROGRAM: Final = {"converter", "schema_version"}


@dataclass(frozen=True, slots=True)
class Group:
    """Pages of which one thing is to be said, some of them by name.

    Attributes:
        what: `document → failure`, `only in OLD (document)`.
        pages: How many.
        examples: The first of them in the order of names.
    """

    what: str
    pages: int
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two runs.

    Attributes:
        old: Pages of the old run by what became of them.
        new: The same of the new run.
        same: Documents that are equal but for the program's version.
        changed: Documents that differ.
        pages: Pages that became something else, or are in one run only.
        kinds: How documents differ; those that most documents have first.
    """

    old: dict[str, int]
    new: dict[str, int]
    same: int
    changed: int
    pages: tuple[Group, ...]
    kinds: tuple[Kind, ...]

    def __bool__(self) -> bool:
        """Whether the runs differ."""
        return bool(self.changed or self.pages)

    def as_json(self) -> dict[str, Any]:
        """Give plain values for JSON, keys in a fixed order."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Measure:
    """How two runs are compared.

    Attributes:
        concerns: What counts as a difference between documents.
        examples: How many examples of each kind are kept.
        watch: Called for each pair of documents that is compared in full.
    """

    concerns: tuple[Concern, ...] = CONCERNS
    examples: int = 3
    watch: Callable[[], None] = lambda: None


def compare(old: Stored, new: Stored, measure: Measure) -> Comparison:
    """Give what differs between two runs over the same inputs.

    Pages are joined by origin; documents that have no partner by id. Name and version of the program and of the
    schema do not count. Memory does not grow with the pages: what has to be held lies on the disk.

    Raises:
        SinkError: A record of one of them is damaged.
    """
    kinds = Kinds(measure.examples)
    changed = 0
    with _Join() as join:
        join.take("old", old)
        join.take("new", new)
        join.pair_by_id()
        for before, after in join.different(old):
            measure.watch()
            found = diff(before, after).of(*measure.concerns)
            fields = tuple(change for change in found.fields if change.path.partition(".")[0] not in _PROGRAM)
            found = replace(found, fields=fields)
            if found:
                changed += 1
                kinds.add(before.source.origin, found)
        pages = tuple(join.groups(measure.examples))
        return Comparison(
            join.counts("old"), join.counts("new"), join.in_both() - changed, changed, pages, tuple(kinds)
        )


class _Join:
    """The pages of two runs side by side, in a nameless file of the system's."""

    def __enter__(self) -> Self:
        self._db = sqlite3.connect("", isolation_level=None)
        for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -16384", "temp_store = FILE"):
            self._db.execute(f"PRAGMA {setting}")
        self._db.executescript(_LAYOUT)
        self._db.execute("BEGIN")
        return self

    def take(self, side: Side, stored: Stored) -> None:
        """Take what became of each page, and what tells documents that differ; of these the new ones whole."""
        for outcome in stored.manifest():
            if outcome.outcome in ("skipped", "gone"):
                self._put(outcome.origin, side, outcome.outcome, why=outcome.reason)
        for failure in stored.failures():
            self._put(_name(failure), side, "failure", why=f"{failure.error}: {failure.message}")
        for slip in slips(stored):
            digest = hashlib.sha256(slip.without_program()).digest()
            record = self._record(slip, digest) if side == "new" else None
            self._put(slip.brief.source.origin, side, "document", page_id=slip.brief.id, digest=digest, record=record)
        self._db.execute("DELETE FROM pages WHERE status = 'gone'")

    def _record(self, slip: Slip, digest: bytes) -> bytes | None:
        """The record, where the old run has another one of the page, or none that is the same byte for byte."""
        asked = ((_BY_NAME, slip.brief.source.origin), (_BY_ID, slip.brief.id))
        found = (self._db.execute(query, (value,)).fetchone() for query, value in asked)
        partner = next((row for row in found if row), None)
        return zlib.compress(slip.data, 1) if partner and partner[0] != digest else None

    def _put(self, name: str, side: Side, status: str, **known: Any) -> None:
        values = (known.get("page_id"), known.get("digest"), known.get("why"), known.get("record"))
        self._db.execute("INSERT OR IGNORE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?)", (name, side, status, *values))

    def pair_by_id(self) -> None:
        """Give a document whose origin is new the name that the same capture had."""
        for name, other in self._db.execute(_MOVED).fetchall():
            self._db.execute("UPDATE OR IGNORE pages SET name = ? WHERE name = ? AND side = 'new'", (name, other))

    def different(self, old: Stored) -> Iterator[tuple[Document, Document]]:
        """Give the documents of both runs that are not equal, in the order of the old ones."""
        for slip in slips(old):
            found = self._db.execute(
                "SELECT new.record FROM pages AS new JOIN pages AS old ON new.name = old.name WHERE new.side = 'new' "
                "AND new.record IS NOT NULL AND old.side = 'old' AND old.status = 'document' AND old.name = ?",
                (slip.brief.source.origin,),
            ).fetchone()
            if found:
                yield slip.document(), read_document(zlib.decompress(found[0]), slip.brief.source.origin)

    def counts(self, side: Side) -> dict[str, int]:
        """Give how many pages of a run became what."""
        rows = self._db.execute("SELECT status, count(*) FROM pages WHERE side = ? GROUP BY status", (side,))
        return {"document": 0, "failure": 0, "skipped": 0, **dict(rows)}

    def in_both(self) -> int:
        """Give how many pages are documents in both runs."""
        count: int = self._db.execute(_BOTH).fetchone()[0]
        return count

    def groups(self, examples: int) -> Iterator[Group]:
        """Give the pages that became something else, and those that one run alone has."""
        counts: Counter[str] = Counter()
        shown: defaultdict[str, list[Example]] = defaultdict(list)
        for what, name, text in self._said():
            counts[what] += 1
            if len(shown[what]) < examples:
                shown[what].append(Example(name, text))
        yield from (Group(what, count, tuple(shown[what])) for what, count in counts.items())

    def _said(self) -> Iterator[tuple[str, str, str]]:
        for name, before, after, why, why_now in self._db.execute(_BECAME):
            what = f"{before} → {after}" if before != after else f"{before} for another reason"
            yield what, name, " → ".join(filter(None, (why, why_now)))
        for side in ("old", "new"):
            for name, status, why in self._db.execute(_ALONE, (side,)):
                yield f"{status} only in {side.upper()}", name, why or ""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._db.close()


def _name(failure: Failure) -> str:
    """A page's origin; of a damage in an archive, which may have many, with the place."""
    return failure.origin if failure.offset is None else f"{failure.origin}@{failure.offset}"
