"""Bytes of a member that cannot be had."""

import errno

from statedocs.errors import SourceError, StatedocsError


class Unreadable(OSError):
    """What lies in an archive cannot be read further; an OSError, as a file on a failing disk raises.

    Args:
        reason: What is wrong, and where.
        kind: The error that a page of these bytes fails with.
    """

    def __init__(self, reason: str, kind: type[StatedocsError] = SourceError) -> None:
        super().__init__(errno.EIO, reason)
        self._kind = kind

    def translated(self) -> StatedocsError:
        """Give the error of a page of these bytes."""
        return self._kind(str(self.strerror))
