"""Which of the inputs a user wants."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Final

_BORDER: Final = re.compile("[/#]")


@dataclass(frozen=True, slots=True)
class Patterns:
    """Shell patterns, each compared with the whole origin, with what stands in an archive, and with the last name.

    `*` matches `/` too.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def refuse_folder(self, origin: str) -> str | None:
        """Give the reason to leave a folder out, or None."""
        return self._excluded(_names(origin)) if self.exclude else None

    def refuse(self, origin: str, *more: str | None) -> str | None:
        """Give the reason to leave a file out, or None; `more` are other names that it has, as its address.

        >>> Patterns(include=("*.htm",)).refuse("bgn/2962.html")
        'not included'
        >>> Patterns(include=("bgn/*.htm",)).refuse("state.zip#bgn/2962.htm")
        """
        if not self.include and not self.exclude:
            return None
        names = [*_names(origin), *filter(None, more)]
        if reason := self._excluded(names):
            return reason
        return "not included" if self.include and not _first(self.include, names) else None

    def _excluded(self, names: list[str]) -> str | None:
        pattern = _first(self.exclude, names)
        return f"excluded by {pattern}" if pattern else None


def _names(origin: str) -> list[str]:
    """Give the origin, what follows each `#` in it, and the last name."""
    parts = origin.split("#")
    inner = ["#".join(parts[at:]) for at in range(1, len(parts))]
    return [origin, *inner, _BORDER.split(origin)[-1]]


def _first(patterns: Iterable[str], names: list[str]) -> str | None:
    return next((pattern for pattern in patterns if any(fnmatchcase(name, pattern) for name in names)), None)
