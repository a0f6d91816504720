"""Locks: one program at a time in a repository, and those that were left by a git that was killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from time import sleep

_LOCKS = ("index.lock", "HEAD.lock", "config.lock", "packed-refs.lock", "shallow.lock", "gc.pid")

_LONG = 2.0
"""Seconds after which a lock counts as left; a git holds one for a thousandth of that."""


class Busy(Exception):
    """Another program is at it just now."""


def locked(path: Path) -> int:
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
    """Take out the locks and half-written files that were left by a git that was killed."""
    for one in (*_locks_in(folder), *(folder / "objects").rglob("tmp_*")):
        with suppress(OSError):
            one.unlink(missing_ok=True)


def unlock_when_left(folder: Path) -> None:
    """The same for locks in a folder that all use: those that stay longer than any git holds one."""
    held = _held(folder)
    if held:
        sleep(_LONG)
        for one, since in _held(folder).items():
            if held.get(one) == since:
                with suppress(OSError):
                    one.unlink(missing_ok=True)


def _locks_in(folder: Path) -> Iterator[Path]:
    """Where locks may be in a repository."""
    yield from (folder / name for name in _LOCKS)
    yield from (folder / "refs").rglob("*.lock")


def _held(folder: Path) -> dict[Path, tuple[int, int]]:
    """The locks that are held in a repository, and what tells each from a later one of that name."""
    found = {}
    for one in _locks_in(folder):
        with suppress(OSError):
            status = one.stat()
            found[one] = (status.st_ino, status.st_mtime_ns)
    return found
