"""The inputs that records were made from: whether they are still there, and still the same."""

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from statedocs.checks.ledger import Ledger
from statedocs.checks.manifest import ManifestCheck
from statedocs.checks.places import Pages, Place
from statedocs.checks.verdict import Problem, Verdict
from statedocs.snapshot import Snapshot


class Originals:
    """The pages that records were made from: their digests, and which of them a record has named.

    Args:
        paths: Where the pages are, as they were given to `convert`.

    Raises:
        SourceError: An input does not exist.
    """

    def __init__(self, paths: Sequence[Place]) -> None:
        self._pages = Pages(paths)
        self._ledger = Ledger()
        self._met = 0

    def __enter__(self) -> Self:
        self._ledger.__enter__()
        for item in self._pages:
            self._ledger.say(item.origin, item.sha256 or "", met=not isinstance(item, Snapshot))
        return self

    def place_of(self, origin: str) -> str | None:
        """Give the file of a page, where it is known."""
        return self._pages.place_of(origin)

    def judge(self, origin: str, sha256: str | None) -> Iterator[Problem]:
        """Say whether a record's input is still what it was."""
        digest = self._ledger.meet(origin)
        self._met += digest is not None
        if digest is None:
            yield Problem(rule="input-gone", message="the input of this record is no longer there")
        elif sha256 and digest and digest != sha256:
            message = f"the input has changed: its sha256 was {sha256[:12]}…, is {digest[:12]}…"
            yield Problem(rule="input-changed", message=message)

    def unrecorded(self, manifest: ManifestCheck) -> Iterator[Verdict]:
        """Give the pages of which there is neither a record nor a word in the manifest."""
        for origin, _ in self._ledger.unmet():
            if not manifest.skips(origin):
                problem = Problem(rule="input-unrecorded", message="the input has neither a record nor a failure")
                place = self.place_of(origin)
                yield Verdict(origin=origin, kind="failure", suite="no record", place=place, problems=(problem,))

    @property
    def are_strange(self) -> bool:
        """Whether no record has named one of them."""
        return self._met == 0

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._ledger.__exit__(kind, error, at)
