"""Which statedocs this is; alone, so that `statedocs --version` loads nothing else."""

from typing import Final

VERSION: Final = "0.1.0"
