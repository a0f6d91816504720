"""One connection to a journal: opened safely, written in whole transactions, closed clean."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from bounceback_tui.storage import journal_file
from bounceback_tui.storage.columns import storable
from bounceback_tui.storage.errors import (
    JournalDamaged,
    OnlyRead,
    StorageError,
    database_errors,
    sentence_for,
    tells_of_damage,
)

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path  # 3 ms to load, which a short command saves

    from bounceback_tui.storage.cipher import Key

Row = tuple[Any, ...]

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS alone: there a plain fsync does not reach the disk
    "foreign_keys = ON",
    "secure_delete = ON",
    "cache_size = -500",  # KiB: the system keeps the file in memory anyway
)
_ENCRYPTED_CACHE = 8000
"""KiB: unlike those of the system, these pages need not be decrypted again."""
_WHOLE = ("BEGIN IMMEDIATE", ("COMMIT",), ("ROLLBACK",))
_PART = ("SAVEPOINT part", ("RELEASE part",), ("ROLLBACK TO part", "RELEASE part"))
"""How a transaction, or a part within it, begins, is kept, and is taken back."""


class Database:
    """A journal that is open. Use it from one thread, and close it."""

    def __init__(self, path: str | Path, read_only: bool = False, key: Key | None = None) -> None:
        """Open the journal at `path`, making it if there is none. Raises StorageError.

        With `read_only` nothing is made or written, and one that a newer version wrote can be read as well.
        With a `key` it is encrypted, and a new one is made so.
        """
        self._open = False
        self.key = key
        """What opens it; None for a plain one."""
        self.read_only = read_only
        """Whether nothing can be written."""
        self._reading = False
        self.after_write: Callable[[], None] | None = None
        """Called after everything that was written and is safe."""
        try:
            self.file = os.path.join(os.getcwd(), path)
            """The absolute name of the journal."""
            there = journal_file.is_there(self.file, read_only, key)
            if not there and read_only:
                raise StorageError(f"There is no journal at {path} to read. Nothing was made.")
            if not there:
                none_was_lost(self.path)
                journal_file.make(self.path, key)
            self._connection = self._connected()
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise
        except OSError as error:
            reason = (error.strerror or "it did not work").lower()
            raise StorageError(f"{path} cannot be opened ({reason}). Nothing was changed.") from error
        except database_errors() as error:
            if "not a database" in str(error):  # somebody encrypted it, or chose another passphrase, just now
                journal_file.is_there(self.file, read_only, key)
            raise self._failed(error) from error
        self._open = True

    @cached_property
    def path(self) -> Path:
        """Where the journal is; absolute."""
        from pathlib import Path  # noqa: PLC0415 - see above

        return Path(self.file)

    def rows(self, sql: str, values: Sequence[Any] = (), *, torn: bool = False) -> list[Row]:
        """All rows of a query. Raises StorageError.

        With `torn` text that is none any more comes with signs in the place of what cannot be read: for
        those alone who can tell that it is not what was written.
        """
        try:
            return self._connection.execute(sql, _bindable(values)).fetchall()
        except database_errors() as error:
            if torn and "decode" in str(error):
                return self._torn(sql, values)
            raise self._failed(error) from error

    def _torn(self, sql: str, values: Sequence[Any]) -> list[Row]:
        usual = self._connection.text_factory
        self._connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            return self.rows(sql, values)
        finally:
            self._connection.text_factory = usual

    def each(self, sql: str, values: Sequence[Any] = ()) -> Iterator[Row]:
        """The rows of a query one by one, for very many of which little is kept. Raises StorageError."""
        try:
            # not the cursor itself: one that nobody read to its end would be closed after the journal is
            yield from iter(self._connection.execute(sql, _bindable(values)).fetchone, None)
        except database_errors() as error:
            raise self._failed(error) from error

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None. Raises StorageError."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Change something inside `write()`; the number of rows changed. Raises StorageError."""
        assert self._in_transaction, "changes belong inside write()"
        assert not self._reading, "changes belong inside write()"
        try:
            return self._connection.execute(sql, _bindable(values)).rowcount
        except database_errors() as error:
            raise self._failed(error) from error

    def insert(self, table: str, **values: object) -> None:
        """Add a row inside `write()`. Names come from this package only, values are bound."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))

    def put(self, table: str, *keys: str, **values: object) -> None:
        """Add a row inside `write()`, or change the one with the same `keys`, which are columns among these.

        The row stays itself: what refers to it stays, and so does what is not named here.
        """
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        again = ", ".join(f"{name} = excluded.{name}" for name in values if name not in keys)
        self.run(
            f"INSERT INTO {table} ({names}) VALUES ({marks})"
            f" ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {again}",
            tuple(values.values()),
        )

    @contextmanager
    def write(self, settle: bool = True, patience: float = journal_file.BUSY_SECONDS) -> Iterator[None]:
        """All or nothing. Begins IMMEDIATE, so that two writers wait for each other.

        May be nested: an inner one that fails is taken back alone, where the outer one goes on all the same.
        `settle` moves it into the main file at once; `patience` is how many seconds it waits for another
        program. Raises StorageError with everything taken back.
        """
        assert not self._reading, "changes cannot begin inside read()"
        if self.read_only:
            raise OnlyRead(
                "The journal was opened only to be read, so nothing was changed;"
                " leave out --read-only to write."
            )
        outermost = not self._in_transaction
        begin, keep, take_back = _WHOLE if outermost else _PART
        try:
            with self._waiting(patience if outermost else journal_file.BUSY_SECONDS):
                self._connection.execute(begin)
            try:
                yield
                self._run_all(keep)
            except BaseException:
                if self._in_transaction:  # where the disk fails, SQLite has taken all of it back already
                    self._run_all(take_back)
                raise
        except database_errors() as error:
            raise self._failed(error) from error
        if outermost and settle:
            self.settle()
        if outermost and self.after_write:
            self.after_write()

    @contextmanager
    def read(self) -> Iterator[None]:
        """The same state for several queries, whatever others write meanwhile. Raises StorageError."""
        if self._in_transaction:
            yield
            return
        try:
            self._connection.execute("BEGIN")
        except database_errors() as error:
            raise self._failed(error) from error
        self._reading = True
        try:
            yield
        finally:
            self._reading = False
            with suppress(*database_errors()):  # nothing was written
                self._connection.execute("ROLLBACK")

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever anybody writes: what was worked out before still holds while it stays the same."""
        row = self.row("PRAGMA data_version")
        return (int(row[0]) if row else 0, self._connection.total_changes)

    def another(self) -> Database:
        """The same journal once more, only to be read, for another thread. Raises StorageError."""
        return Database(self.path, read_only=True, key=self.key)

    @contextmanager
    def tried(self) -> Iterator[Database]:
        """A copy of the journal in memory, in which anything can be tried while others write to this one.

        Raises StorageError.
        """
        copy = object.__new__(Database)
        copy.__dict__.update(self.__dict__, read_only=False, _reading=False, after_write=None, _open=True)
        copy._connection = journal_file.in_memory(self.key)
        try:
            try:
                self._connection.backup(copy._connection)
                copy._connection.execute("PRAGMA foreign_keys = ON")
            except database_errors() as error:
                raise self._failed(error) from error
            yield copy
        finally:
            copy._open = False
            copy._connection.close()

    def settle(self) -> None:
        """Move what was written into the main file, so that a copy of it alone is whole. Never raises.

        Where somebody is reading, it is not waited for: it is done at the next chance, and nothing depends on
        it.
        """
        if self.read_only:
            return
        with suppress(*database_errors()), self._waiting(0):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Settle and close; may be called twice."""
        if self._open:
            self._open = False
            self.settle()
            self._connection.close()

    @property
    def written(self) -> bool:
        """Whether anything was written since it was opened."""
        return self._connection.total_changes > 0

    @property
    def writing(self) -> bool:
        """Whether a `write()` is open."""
        return self._in_transaction and not self._reading

    @contextmanager
    def _waiting(self, seconds: float) -> Iterator[None]:
        """Wait so long for another program, and not as long as usual."""
        if seconds == journal_file.BUSY_SECONDS:
            yield
            return
        self._connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {int(journal_file.BUSY_SECONDS * 1000)}")

    def _failed(self, error: Exception) -> StorageError:
        """What is told of an error of the library."""
        if not tells_of_damage(error):
            return StorageError(sentence_for(error))
        from bounceback_tui.storage.newest_backup import what_to_do  # noqa: PLC0415 - hardly ever needed

        return JournalDamaged(sentence_for(error, what_to_do(self.path, self.key)))

    @property
    def _in_transaction(self) -> bool:
        return self._connection.in_transaction

    def _run_all(self, statements: Sequence[str]) -> None:
        for statement in statements:
            self._connection.execute(statement)

    def _prepare(self) -> None:
        # the marks in the head of the file may be older than those in the log beside it
        application, version = (
            int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])
            for name in ("application_id", "user_version")
        )
        journal_file.check_marks(self.file, application, version, self.read_only)
        if self.read_only:
            self._check_readable(version)
            return
        self._run_all([f"PRAGMA {pragma}" for pragma in _PRAGMAS])
        if self.key:
            self._connection.execute(f"PRAGMA cache_size = -{_ENCRYPTED_CACHE}")
        if version < journal_file.SCHEMA_VERSION:
            self.settle()
            journal_file.bring_up_to_date(self._connection, self.path, self.key)
            self.settle()

    def _connected(self) -> sqlite3.Connection:
        if not self.read_only:
            return journal_file.connect_once_free(self.file, self.key)
        # what stands in the log, and what others write meanwhile, is seen only where they share an index of
        # it beside the journal; where there is none, none is made
        shared = any(self.path.with_name(self.path.name + one).exists() for one in ("-wal", "-shm"))
        return journal_file.connect_to_read(self.path, shared, self.key)

    def _check_readable(self, version: int) -> None:
        """Raises StorageError for one of an older version, which would have to be changed first."""
        if version < journal_file.SCHEMA_VERSION:
            raise StorageError(
                f"{self.path} is of an older version, and is brought up to date when it is opened to write;"
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


def _bindable(values: Sequence[Any]) -> list[Any]:
    return [storable(value) if isinstance(value, str) else value for value in values]
