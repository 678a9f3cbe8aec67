"""The inputs of a run gone through a second time, for pages to which records refer before they come, or afterwards."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped
from statedocs.sources.archives import note_arc, note_warc
from statedocs.sources.archives.originals import Originals
from statedocs.sources.dispatch import READERS
from statedocs.sources.items import Found, Item
from statedocs.sources.kinds import LOOK, container_kind
from statedocs.sources.names import claims_page
from statedocs.sources.packing.unreadable import Unreadable
from statedocs.sources.page import read_up_to
from statedocs.sources.patterns import Patterns
from statedocs.sources.run import Run

_HOLDERS: Final = ("zip", "tar", "packed")
_NOTED: Final = {"warc": note_warc, "arc": note_arc}
_CAUGHT: Final = "caught"
Files = Callable[[], Iterable[Found | Skipped | Failure | object]]


def originals_of(files: Files, patterns: Patterns) -> Originals:
    """Give what finds the pages of a run to which its records refer.

    Args:
        files: Lists the inputs of the run anew.
        patterns: What of them is wanted.
    """

    def look_ahead(originals: Originals) -> None:
        run = Run(_note, patterns, originals, is_second=True)
        for file in files():
            if isinstance(file, Found) and not claims_page(file.name) and not originals.has_read(file.origin):
                for _ in _note(file, run):
                    pass

    return Originals(open_again, look_ahead)


def _note(found: Found, run: Run) -> Iterator[Item]:
    """Take note of the places of all pages in an archive; what is wrong with it is told when it is read."""
    try:
        with found.open() as file:
            kind = _kind_of(found, file)
            if kind in _NOTED:
                _NOTED[kind](found, file, run)
            elif kind in _HOLDERS:
                yield from READERS[kind](found, file, run)
    except Exception:  # noqa: BLE001  # as it was, or will be, told
        return


def _kind_of(found: Found, file: BinaryIO) -> str:
    kind = container_kind(found.name, read_up_to(file, LOOK), file)
    file.seek(0)
    return kind or ""


@contextmanager
def open_again(found: Found) -> Iterator[BinaryIO]:
    """Open an archive that lies in others by going through these up to it.

    Raises:
        SourceError: It is not there any more.
    """
    if found.within is None:
        with found.open() as file:
            yield file
        return
    caught: list[BinaryIO] = []

    def catch(member: Found, _: Run) -> Iterator[Item]:
        if (member.origin, member.name) == (found.origin, found.name):
            caught.append(member.open())
            yield Skipped(member.origin, _CAUGHT)

    with open_again(found.within) as file:
        try:
            items = READERS[_kind_of(found.within, file)](found.within, file, Run(catch, is_second=True))
            next((item for item in items if caught), None)
        except (KeyError, Unreadable) as error:
            raise SourceError(f"{found.origin} cannot be read again: {error}") from error
        if not caught:
            raise SourceError(f"{found.origin} is not there any more")
        with caught[0] as inner:  # the generator waits, and with it all that it holds open
            yield inner
