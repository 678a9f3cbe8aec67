"""What every database must be able to do for the tables."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar, Self

from statedocs.sinks.tables.flatten import Rows
from statedocs.sinks.tables.pile import Pile
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.views import Engine

Row = Sequence[Any]


class Database(ABC):
    """One open database. Its driver's errors come out as `SinkError`.

    Args:
        place: What the user calls it.
    """

    engine: ClassVar[Engine]
    mark: ClassVar[str]
    """How a statement says that a value comes here."""
    pace: ClassVar[float] = 2.0
    """Seconds between two commits."""
    at_once: ClassVar[int] = 1 << 25
    """Bytes of records after which there is a commit in any case."""

    def __init__(self, place: str) -> None:
        self.place = place

    def again(self) -> Self:
        """Give another connection to the same place, not yet open."""
        return type(self)(self.place)

    @abstractmethod
    def open_to_write(self) -> None:
        """Connect, and take the lock that keeps other loaders away.

        Raises:
            SinkError: Another loader is at work, or there is no such place.
        """

    def lanes(self) -> Sequence[Self]:
        """Give connections that may bring in a batch each at the same time, open until this one is closed.

        Of an engine that lets one write, that is this one.
        """
        return [self]

    @abstractmethod
    def open_to_read(self) -> None:
        """Connect, and see one state until closed.

        Raises:
            SinkError: There is no such database.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go; what was not committed is undone."""

    @abstractmethod
    def script(self, statements: str) -> None:
        """Run several statements inside the transaction."""

    @abstractmethod
    def run(self, statement: str, values: Row = ()) -> None:
        """Run one statement inside the transaction."""

    @abstractmethod
    def query(self, statement: str, values: Row = ()) -> Iterator[Row]:
        """Give the rows of a query, a few at a time."""

    @abstractmethod
    def names(self) -> set[str]:
        """Give the names of the tables that are there."""

    @abstractmethod
    def columns(self, table: str) -> list[str]:
        """Give the names of a table's columns."""

    def start(self) -> None:  # noqa: B027  (most engines need nothing)
        """Do what is worth doing before a run: the tables are there."""

    def pile(self) -> Pile:
        """Give what documents are gathered in, in the run's own thread, until their turn comes."""
        return Pile()

    @abstractmethod
    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Add many rows at once."""

    @abstractmethod
    def replace(self, table: Table, rows: Sequence[Row]) -> None:
        """Add many rows at once; where a key is there already, its row makes room."""

    @abstractmethod
    def where(self, column: str, count: int) -> str:
        """Give the condition that a column is one of the values passed as `several(values)`."""

    @abstractmethod
    def several(self, values: Sequence[str]) -> Row:
        """Give many values as parameters of `where`."""

    @abstractmethod
    def commit(self) -> None:
        """End the transaction, to be seen by all, and begin the next."""

    def forget_words(self, ids: Sequence[str]) -> None:  # noqa: B027  (most engines keep their search themselves)
        """Take documents out of the search, while their rows are still there."""

    def learn_words(self, rows: Rows) -> None:  # noqa: B027  (as above)
        """Put documents into the search, whose rows are there by now."""

    def let_go(self, gone: Sequence[str], replaced: Sequence[str]) -> None:
        """Take away documents that nothing lies under any more.

        Args:
            gone: Those that go for good.
            replaced: Those that come again in this transaction.
        """
        self.delete("documents", "id", [*gone, *replaced])

    def settle(self) -> None:  # noqa: B027  (most keep none)
        """Do what is worth doing once at the end of a run: statistics."""

    def grants(self) -> Sequence[tuple[str, str]]:
        """Give the statements that would grant others again what they may do, each with the table or view of which."""
        return ()

    def value(self, kind: str, value: Any) -> Any:  # noqa: ARG002
        """Give what the engine returned for a column as the record has it."""
        return value

    def delete(self, table: str, column: str, values: Sequence[str]) -> None:
        """Take away the rows whose column has one of the values."""
        if values:
            self.run(f"DELETE FROM {table} WHERE {self.where(column, len(values))}", self.several(values))

    def among(self, table: str, wanted: str, column: str, values: Sequence[str]) -> Iterator[Row]:
        """Give columns of the rows whose column has one of the values."""
        if not values:
            return iter(())
        condition = self.where(column, len(values))
        return self.query(f"SELECT {wanted} FROM {table} WHERE {condition}", self.several(values))


def in_groups(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Cut a sequence into lists of a size, the last one shorter."""
    group: list[Any] = []
    for item in items:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group
