"""Locks: one program at a time in a repository, and those that a git left which is no more."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import sleep

_LOCKS = ("index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "shallow.lock", "gc.pid")


class Busy(Exception):
    """Another program is at it just now."""


def locked(path: Path) -> int | None:
    """A lock that is held by this program and by every git that it started. Raises Busy."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        import fcntl  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return handle
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise Busy("Another bounceback, or a git that it began, is at it just now.") from None
    except OSError:  # a file system that knows no locks
        return handle
    return handle


def unlock(folder: Path) -> None:
    """Take out what a git that is no more left locked."""
    left = [folder / name for name in _LOCKS]
    left += (folder / "refs").rglob("*.lock")
    left += (folder / "objects").rglob("tmp_*")
    for one in left:
        with suppress(OSError):
            one.unlink(missing_ok=True)


def unlock_when_left(folder: Path) -> None:
    """The same in a folder that all use: a lock that nobody here holds, and that stays for long."""
    held = _locks_of(folder)
    if held:
        sleep(_LONG)
        for one, since in _locks_of(folder).items():
            if held.get(one) == since:
                with suppress(OSError):
                    one.unlink(missing_ok=True)


_LONG = 2.0
"""Seconds; a git holds such a lock for a thousandth of that."""


def _locks_of(folder: Path) -> dict[Path, tuple[int, int]]:
    """The locks that are held in a repository, and what tells each from a later one of that name."""
    found = {}
    for one in (*(folder / name for name in _LOCKS), *(folder / "refs").rglob("*.lock")):
        with suppress(OSError):
            status = one.stat()
            found[one] = (status.st_ino, status.st_mtime_ns)
    return found
