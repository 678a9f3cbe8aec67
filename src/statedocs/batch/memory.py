"""How much memory a process has."""

import os


def memory_of(process: int) -> tuple[int, int] | None:
    """Give a process's mapped and resident bytes; None where the system does not tell, or the process has ended."""
    try:
        with open(f"/proc/{process}/statm", "rb") as sizes:  # noqa: PTH123  (a file of the system's)
            mapped, resident = sizes.read().split()[:2]
    except (OSError, ValueError):
        return None
    page = os.sysconf("SC_PAGE_SIZE")
    return int(mapped) * page, int(resident) * page
