"""Many small objects, and the garbage collector that need not look at them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Holds the garbage collector off while one page is converted and written, or records are made rows.

    A record is many small objects without a cycle; the collector would go through all of them again and again, which
    is half of the time that a long page takes. What is gone when the collector comes back it need not look at. Threads
    may have it off at once: the first to end lets it go on.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
