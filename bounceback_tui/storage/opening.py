"""A journal is opened: what is there is looked at, a new one is made, an older one is brought up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from bounceback_tui.domain.text import reason
from bounceback_tui.storage import journal_file
from bounceback_tui.storage.errors import (
    JournalDamaged,
    NoDatabase,
    StorageError,
    database_errors,
    sentence_for,
    tells_of_damage,
)

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path  # 3 ms to load, which a short command saves

    from bounceback_tui.storage.cipher import Key

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS alone: there a plain fsync does not reach the disk
    "foreign_keys = ON",
    "secure_delete = ON",
    "cache_size = -500",  # KiB: the system keeps the file in memory anyway
)
_READING_CACHE = 200
"""KiB, where a thread reads each page once beside the app: SQLite would fill two megabytes."""

_ENCRYPTED_CACHE = 8000
"""KiB: unlike those of the system, these pages need not be decrypted again."""


def opened(path: str | Path, read_only: bool, key: Key | None) -> tuple[str, sqlite3.Connection]:
    """The journal at a path, which becomes an absolute one, ready to be used. Raises StorageError."""
    whole = os.fspath(path)
    try:
        if not os.path.isabs(whole):  # else the folder that one is in may be gone
            whole = os.path.join(os.getcwd(), whole)
        there = is_there(whole, read_only, key)
        if not there and read_only:
            raise StorageError(f"There is no journal at {path} to read. Nothing was made.")
        if not there:
            from pathlib import Path  # noqa: PLC0415 - see above

            from bounceback_tui.storage.making import make  # noqa: PLC0415 - 0.2 s that most starts do not need

            none_was_lost(Path(whole))
            make(Path(whole), key)
        connection = _connected(whole, read_only, key)
        try:
            _prepare(connection, whole, read_only, key)
        except BaseException:
            connection.close()
            raise
    except OSError as error:
        raise StorageError(f"{path} cannot be opened ({reason(error)}). Nothing was changed.") from error
    except database_errors() as error:
        if "not a database" in str(error):  # somebody encrypted it, or chose another passphrase, just now
            is_there(whole, read_only, key)
        raise failure(error, whole, key) from error
    return whole, connection


def is_there(path: str | Path, newer: bool = False, key: Key | None = None) -> bool:
    """As `journal_file.is_there`; where a damaged file was a journal once, the error tells of its backups."""
    try:
        return journal_file.is_there(path, newer, key)
    except NoDatabase as error:
        raise with_its_backups(error) from error


def with_its_backups(error: NoDatabase) -> NoDatabase:
    """The same error, which tells what can be brought back where there is something."""
    from bounceback_tui.storage import newest_backup  # noqa: PLC0415 - what is no journal is seldom met

    with suppress(OSError):
        # where it has a backup, it was a journal once
        if newest_backup.newest_good(error.path):
            return NoDatabase(error.path, error.what, newest_backup.what_to_do(error.path))
        if newest_backup.latest_encrypted(error.path):  # which only a passphrase can look into
            then = "`bounceback restore-backup` lists what can be brought back"
            return NoDatabase(error.path, error.what, then)
    return error


def failure(error: Exception, path: str | Path, key: Key | None) -> StorageError:
    """What is told of an error of the library."""
    if not tells_of_damage(error):
        return StorageError(sentence_for(error))
    from pathlib import Path  # noqa: PLC0415 - see above

    from bounceback_tui.storage.newest_backup import what_to_do  # noqa: PLC0415 - hardly ever needed

    return JournalDamaged(sentence_for(error, what_to_do(Path(path), key)))


def _connected(path: str, read_only: bool, key: Key | None) -> sqlite3.Connection:
    if not read_only:
        return journal_file.connect_once_free(path, key)
    # what stands in the log, and what others write meanwhile, is seen only where they share an index of
    # it beside the journal; where there is none, none is made
    shared = any(os.path.exists(path + one) for one in journal_file.LOGS)
    return journal_file.connect_to_read(path, shared, key)


def _prepare(connection: sqlite3.Connection, path: str, read_only: bool, key: Key | None) -> None:
    # the marks in the head of the file may be older than those in the log beside it
    application, version = journal_file.marks_of(connection)
    journal_file.check_marks(path, application, version, read_only)
    if read_only:
        _check_readable(path, version)
        if not key:
            connection.execute(f"PRAGMA cache_size = -{_READING_CACHE}")
        return
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    if key:
        connection.execute(f"PRAGMA cache_size = -{_ENCRYPTED_CACHE}")
    if version < journal_file.SCHEMA_VERSION:
        from pathlib import Path  # noqa: PLC0415 - see above

        from bounceback_tui.storage.migrations import migrate  # noqa: PLC0415 - as above

        settle(connection)
        migrate(connection, Path(path), key)
        settle(connection)


def settle(connection: sqlite3.Connection) -> None:
    """Move what was written into the main file, unless somebody is reading. Never raises."""
    with suppress(*database_errors()), waiting(connection, 0):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def waiting(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Meanwhile wait only so many seconds for another program."""
    if seconds == journal_file.BUSY_SECONDS:
        yield
        return
    connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(journal_file.BUSY_SECONDS * 1000)}")


def _check_readable(path: str, version: int) -> None:
    """Raises StorageError for one of an older version, which would have to be changed first."""
    if version < journal_file.SCHEMA_VERSION:
        raise StorageError(
            f"{path} is of an older version, and is brought up to date when it is opened to write;"
            " nothing was changed. Leave out --read-only, or copy it first."
        )


def none_was_lost(path: Path) -> None:
    """Raises StorageError where an encrypted journal was there: no plain one quietly takes its place."""
    from bounceback_tui.storage.recovery_file import places  # noqa: PLC0415 - only where there is no journal

    found = [place for place in places(path) if place.exists()] or _encrypted_backup(path)
    if found:
        raise StorageError(
            f"There was an encrypted journal at {path}, and it is gone. Nothing was made in its place;"
            f" `bounceback restore-backup latest` brings its backup back, or remove {found[0]} to begin anew."
        )


def _encrypted_backup(path: Path) -> list[Path]:
    """The latest backup of a journal, where it looks encrypted. Raises OSError."""
    if not (path.parent / journal_file.BACKUPS).is_dir():
        return []
    from bounceback_tui.storage.newest_backup import latest_encrypted  # noqa: PLC0415 - as above

    return latest_encrypted(path)
