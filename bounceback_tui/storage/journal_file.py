"""The journal as a file: looked at before it is opened, and made whole or not at all."""

from __future__ import annotations

import errno
import glob
import os
import sqlite3
import stat
from contextlib import closing, suppress
from pathlib import Path

from bounceback_tui.storage.errors import JournalTooNew, NotAJournal

SCHEMA_VERSION = 1
"""The version that this program writes, kept in SQLite's `user_version`."""

APPLICATION_ID = 0x626E6362
"""Marks a SQLite file as a bounceback journal ("bncb"), kept in SQLite's `application_id`."""

BUSY_SECONDS = 5.0
"""How long a write waits for another program."""

_HEAD = 100
_MARK = b"SQLite format 3\x00"
_VERSION = slice(60, 64)
_APPLICATION = slice(68, 72)
"""Where the head of a SQLite file holds them (sqlite.org/fileformat.html, 1.3)."""


def is_there(path: Path) -> bool:
    """Whether there is a journal. Raises NotAJournal and JournalTooNew for anything else, and OSError.

    Only the head of the file is read: SQLite would tidy up after a crash in somebody else's database.
    """
    if "\0" in str(path):
        raise NotAJournal("No file can have that name. Nothing was changed; name another file.")
    try:
        status = path.lstat()
    except FileNotFoundError:
        return False
    if stat.S_ISLNK(status.st_mode):
        raise NotAJournal(f"{path} is a link. Nothing was changed; name the file itself.")
    if stat.S_ISDIR(status.st_mode):
        raise NotAJournal(f"{path} is a folder. Nothing was changed; name a file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise NotAJournal(f"{path} is not a file. Nothing was changed; name another file.")
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if len(head) < _HEAD or not head.startswith(_MARK):
        what = "is not a journal" if head else "is empty"
        raise NotAJournal(f"{path} {what}. It was left as it is; name another file.")
    application, version = (int.from_bytes(head[place]) for place in (_APPLICATION, _VERSION))
    check_marks(path, application, version)
    if status.st_nlink > 1:
        _forget_other_names(path)
    return True


def check_marks(path: Path, application: int, version: int) -> None:
    """Raises NotAJournal or JournalTooNew where the marks in a SQLite file are not ours."""
    if application != APPLICATION_ID:
        raise NotAJournal(f"{path} is a database of another program. It was left as it is.")
    if version > SCHEMA_VERSION:
        raise JournalTooNew(
            f"{path} was written by a newer bounceback and was left as it is; update the program."
        )


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the file at an absolute path (":memory:" alone would mean something else)."""
    # no isolation level: transactions begin where we say, and IMMEDIATE
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def make(path: Path) -> None:
    """Make an empty journal, readable by its owner alone, unless somebody else just did. Raises OSError."""
    _make_folder(path.parent)
    fresh = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with closing(connect(fresh)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            bring_up_to_date(connection)
        _put_in_place(fresh, path)
    finally:
        for suffix in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
    _sync_folder(path.parent)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Bring a journal to SCHEMA_VERSION, whole or not at all."""
    from bounceback_tui.storage.migrations import migrate  # noqa: PLC0415 - 0.2 s that most starts do not need

    migrate(connection)


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it for their owner alone; those that are there stay as they are."""
    if folder.is_dir():
        return
    if folder.exists():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
    _make_folder(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)


def _put_in_place(fresh: Path, path: Path) -> None:
    try:
        os.link(fresh, path)  # unlike a rename, never replaces what somebody else made meanwhile
    except FileExistsError:
        return
    except OSError:
        # some file systems know no second names; all that is left is not to replace what can be seen
        if not path.exists():
            fresh.rename(path)


def _forget_other_names(path: Path) -> None:
    """A start that was killed may have left a second name beside the journal, which would keep all of it."""
    with suppress(OSError):
        for other in path.parent.glob(f".{glob.escape(path.name)}.*"):
            if other.samefile(path):
                other.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Let the name of a new file outlive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
