"""Which of the inputs a user wants."""

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase


@dataclass(frozen=True, slots=True)
class Patterns:
    """Shell patterns, each compared with the whole origin and with the last name alone; `*` matches `/` too."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def refuse_folder(self, origin: str) -> str | None:
        """Give the reason to leave a folder out, or None."""
        pattern = _first(self.exclude, origin)
        return f"excluded by {pattern}" if pattern else None

    def refuse(self, origin: str) -> str | None:
        """Give the reason to leave a file out, or None.

        >>> Patterns(include=("*.htm",)).refuse("bgn/2962.html")
        'not included'
        """
        if reason := self.refuse_folder(origin):
            return reason
        return "not included" if self.include and not _first(self.include, origin) else None


def _first(patterns: Iterable[str], origin: str) -> str | None:
    name = origin.rpartition("/")[2]
    return next((p for p in patterns if fnmatchcase(origin, p) or fnmatchcase(name, p)), None)
