"""The journal as a file: looked at before it is opened, and the connections to it."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from bounceback_tui.storage.errors import (
    JournalLocked,
    JournalTooNew,
    NoDatabase,
    NotAJournal,
    StorageError,
    WrongPassphrase,
    database_errors,
)

if TYPE_CHECKING:
    from pathlib import Path

    from bounceback_tui.storage.cipher import Key

SCHEMA_VERSION = 11
"""The version that this program writes, kept in SQLite's `user_version`: how many steps lead to it."""

ROWS_VERSION = 9
"""The version since which tables and columns are what they are. Exports, and what is told to other machines,
bear it, so that a program of that version still reads them."""

APPLICATION_ID = 0x626E6362
"""Marks a SQLite file as a bounceback journal ("bncb"), kept in SQLite's `application_id`."""

BUSY_SECONDS = 5.0
"""How long a write waits for another program."""

_PAUSE = 0.05
"""Seconds between two looks whether a journal is free to be opened."""

OLDEST_SQLITE = (3, 37, 0)
"""The first version of SQLite that knows STRICT tables."""

BACKUPS = "backups"
"""The folder beside a journal in which its backups are."""

LOGS = ("-wal", "-shm")
"""What SQLite keeps beside a journal: what was written last, and an index of it."""

_HEAD = 100
"""Bytes that every SQLite file has at least (sqlite.org/fileformat.html, 1.3)."""


def marks_of(connection: sqlite3.Connection) -> tuple[int, int]:
    """Application and version that a SQLite file says it is of. Raises sqlite3.Error."""
    [application] = connection.execute("PRAGMA application_id").fetchone()
    return int(application), version_of(connection)


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the schema of what is open there. Raises sqlite3.Error."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_there(path: str | Path, newer: bool = False, key: Key | None = None) -> bool:
    """Whether there is a journal. Raises NotAJournal and JournalTooNew for anything else, and OSError.

    With `newer` also one that a newer version wrote. An encrypted one takes its `key`; raises JournalLocked
    without one, and WrongPassphrase where it is not that of the file.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StorageError(
            f"This Python comes with SQLite {sqlite3.sqlite_version}, and 3.37 is needed."
            " Nothing was changed; use a newer Python."
        )
    if "\0" in str(path):
        raise NotAJournal("No file can have that name. Nothing was changed; name another file.")
    try:
        status = os.lstat(path)
    except FileNotFoundError:
        return False
    if stat.S_ISLNK(status.st_mode):
        raise NotAJournal(f"{path} is a link. Nothing was changed; name the file itself.")
    if stat.S_ISDIR(status.st_mode):
        raise NotAJournal(f"{path} is a folder. Nothing was changed; name a file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise NotAJournal(f"{path} is not a file. Nothing was changed; name another file.")
    marks = _marks(path, key) if status.st_size >= _HEAD else None
    if marks is None:
        raise _no_journal(path, bool(status.st_size), key)
    check_marks(path, *marks, newer)
    if status.st_nlink > 1 and not newer:
        _forget_other_names(path)
    return True


def _no_journal(name: str | Path, has_content: bool, key: Key | None) -> StorageError:
    """What is told of a file that is no journal, or that cannot be opened so."""
    from pathlib import Path  # noqa: PLC0415 - what is no journal is seldom met

    path = Path(name)
    if key:
        return WrongPassphrase(
            f"That passphrase does not open {path.name}. Nothing was changed; try it again."
        )
    from bounceback_tui.storage.cipher import salt_of  # noqa: PLC0415 - as above

    if salt_of(path):
        return JournalLocked(f"{path} is encrypted; its passphrase opens it. Nothing was changed.")
    return NoDatabase(path, "is not a journal" if has_content else "is empty")


def _marks(path: str | Path, key: Key | None) -> tuple[int, int] | None:
    """The marks of a file; None where it is none of SQLite.

    As immutable, so that nothing is tidied up that a crash left in somebody else's database. And by SQLite:
    to open and close the file ourselves would end all locks that this program has on it
    (sqlite.org/howtocorrupt.html, 2.2), and what is written after that can be lost.
    """
    with closing(connect_to_read(path, key=key)) as connection:
        # a program killed while it moved the log into the file leaves one that is shorter than its head says
        connection.execute("PRAGMA writable_schema = ON")
        try:
            return marks_of(connection)
        except database_errors() as error:
            if "not a database" in str(error):
                return None
            raise


def check_marks(path: str | Path, application: int, version: int, newer: bool = False) -> None:
    """Raises NotAJournal or JournalTooNew where the marks in a SQLite file are not ours.

    With `newer` those of a newer version will do.
    """
    if application != APPLICATION_ID:
        raise NotAJournal(f"{path} is a database of another program. It was left as it is.")
    if version > SCHEMA_VERSION and not newer:
        raise JournalTooNew(
            f"{path} was written by a newer bounceback and was left as it is; update the program, or read and"
            " export it with `bounceback --read-only`."
        )


def connect(path: str | Path, key: Key | None = None) -> sqlite3.Connection:
    """A connection to the file at an absolute path (":memory:" alone would mean something else)."""
    return _connection(str(path), key)


def _connection(name: str, key: Key | None, uri: bool = False) -> sqlite3.Connection:
    if key:
        from bounceback_tui.storage import cipher  # noqa: PLC0415 - only for encrypted journals

        return cipher.connect(name, key, uri=uri, timeout=BUSY_SECONDS)
    # no isolation level: transactions begin where we say, and IMMEDIATE
    return sqlite3.connect(name, uri=uri, timeout=BUSY_SECONDS, isolation_level=None)


def in_memory(key: Key | None = None) -> sqlite3.Connection:
    """An empty database in memory, into which a journal of that key can be copied."""
    return _connection(":memory:", key)


def connect_once_free(path: str | Path, key: Key | None = None) -> sqlite3.Connection:
    """A connection to the file that is at a path once no other program keeps it locked. Raises sqlite3.Error.

    What locks it may be a backup that is brought back in its place. SQLite's own waiting would end in the
    old file, and what is saved there would be in no journal; so it is opened anew each time, also where
    another file took the place between opening and being sure of it.
    """
    left = int(BUSY_SECONDS / _PAUSE)
    while True:
        before = _which(path)
        connection = connect(path, key)
        try:
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA schema_version").fetchone()
            # from here on nobody puts another in its place: SQLite holds a lock on it while it is open
            if _which(path) == before:
                connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
                return connection
            connection.close()
        except database_errors() as error:
            connection.close()
            if left <= 0 or "locked" not in str(error):
                raise
            left -= 1
            time.sleep(_PAUSE)
        except BaseException:
            connection.close()
            raise


def _which(path: str | Path) -> tuple[int, int]:
    """Tells a file from another that takes its place. Raises OSError."""
    status = os.stat(path)
    return status.st_dev, status.st_ino


def connect_to_read(path: str | Path, shared: bool = False, key: Key | None = None) -> sqlite3.Connection:
    """A connection that never writes to the file at an absolute path, and makes none beside it.

    Without `shared` the log beside it is passed over, and nobody may write meanwhile.
    """
    plain = os.fspath(path).replace(os.sep, "/")
    name = plain.replace("%", "%25").replace("?", "%3f").replace("#", "%23").lstrip("/")
    how = "mode=ro" if shared else "mode=ro&immutable=1"
    return _connection(f"file:///{name}?{how}", key, uri=True)


def log_of(path: Path) -> Path:
    """Where what was written last stands, until it is moved into the file."""
    return path.with_name(f"{path.name}-wal")


def make_file(path: Path) -> None:
    """Make an empty file, for its owner alone, where there is none. Raises OSError."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def remove_with_logs(path: Path) -> None:
    """Remove a database and whatever SQLite left beside it; what is not there need not be. Raises OSError."""
    for suffix in ("", "-journal", *LOGS):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it for their owner alone; those that are there stay as they are."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        if not folder.is_dir():  # it may be there only since a moment ago
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


def _forget_other_names(name: str | Path) -> None:
    """A start that was killed may have left a second name beside the journal, which would keep all of it."""
    import glob  # noqa: PLC0415 - seldom has a journal another name
    from pathlib import Path  # noqa: PLC0415 - as above

    path = Path(name)
    with suppress(OSError):
        for other in path.parent.glob(f".{glob.escape(path.name)}.*"):
            if other.samefile(path):
                other.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Let the name of a new file outlive a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
