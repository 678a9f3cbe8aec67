"""One folder in the place of another, at one instant where the system can."""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from statedocs.sinks.disk import sync_names

_UNABLE: Final = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
"""What a file system says that knows no exchange."""


def switch(part: Path, target: Path, before: Path) -> None:
    """Let a complete folder take the place of the one that is there, which is put aside whole.

    Who opens files by their path meets the old folder until one instant and the new one after it. Where the system
    has no exchange, there is no folder between two renames: never a mixture. `recover` mends what a kill left there.

    Args:
        part: The new folder.
        target: Its place.
        before: Where the old folder goes; nothing is there yet.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        shutil.copymode(target, part)
        _replace(part, target, before)
    else:
        part.rename(target)
    sync_names(target.parent)
    sync_names(before.parent)


def _replace(part: Path, target: Path, before: Path) -> None:
    if _exchanged(part, target):
        part.rename(before)
    else:
        mark = _mark(before)
        mark.touch()
        target.rename(before)
        part.rename(target)
        mark.unlink()


def recover(target: Path, before: Path) -> None:
    """Put the old folder back, where a switch was broken off between its two renames."""
    mark = _mark(before)
    if mark.exists() and before.is_dir() and not target.exists():
        before.rename(target)
    mark.unlink(missing_ok=True)


def _mark(before: Path) -> Path:
    return before.with_name("switching")


def carry(source: Path, into: Path, own: Iterable[str]) -> None:
    """Let what other programs have put into a folder stand in another one too; what is there already stays.

    Args:
        source: The folder that is there.
        into: The one that is to take its place.
        own: The files that are not other programs', as paths in the folder.
    """
    ours = frozenset(own)
    for folder, folders, files in os.walk(source):
        there = Path(folder)
        for path in (there / name for name in (*files, *folders)):
            inside = path.relative_to(source)
            target = into / inside
            if inside.as_posix() in ours or os.path.lexists(target):
                continue
            if path.is_symlink() or not path.is_dir():
                target.parent.mkdir(parents=True, exist_ok=True)
                _link(path, target)
            elif not any(path.iterdir()):
                target.mkdir(parents=True)


def _link(path: Path, target: Path) -> None:
    """Give a file a second name, or, where the file system has no such thing, make a copy."""
    try:
        os.link(path, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(path, target, follow_symlinks=False)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places; False where this system or this file system cannot."""
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _call() -> Callable[[bytes, bytes], int] | None:
    """Give the system's own call: `renameat2` with RENAME_EXCHANGE, `renamex_np` with RENAME_SWAP."""
    if sys.platform == "linux":
        renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
        here = ctypes.c_int(-100)
        return renameat2 and (lambda one, other: int(renameat2(here, one, here, other, ctypes.c_uint(2))))
    if sys.platform == "darwin":  # pragma: no cover  (each system has its own)
        renamex = ctypes.CDLL(None, use_errno=True).renamex_np
        return lambda one, other: int(renamex(one, other, ctypes.c_uint(2)))
    return None  # pragma: no cover
