"""Exit codes of all commands."""

from typing import Final

COULD_NOT_RUN: Final = 2
INTERRUPTED: Final = 130
