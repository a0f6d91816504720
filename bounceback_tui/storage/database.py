"""One connection to a journal: opened safely, written in whole transactions, closed clean."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bounceback_tui.storage.errors import (
    DATABASE_ERRORS,
    JournalTooNew,
    NotAJournal,
    StorageError,
    sentence_for,
)

SCHEMA_VERSION = 1
"""The version that this program writes, kept in SQLite's `user_version`."""

APPLICATION_ID = 0x626E6362
"""Marks a SQLite file as a bounceback journal ("bncb"), kept in SQLite's `application_id`."""

BUSY_SECONDS = 5.0
"""How long a write waits for another program."""

Row = tuple[Any, ...]


class Database:
    """A journal that is open. Use it from one thread, and close it."""

    def __init__(self, path: Path) -> None:
        """Open the journal at `path`, making it if there is none. Raises StorageError."""
        self.path = path
        try:
            if not _is_there(path):
                _make(path)
            self._connection = _connect(path)
            try:
                self._bring_up_to_date()
            except BaseException:
                self._connection.close()
                raise
        except (OSError, *DATABASE_ERRORS) as error:
            raise StorageError(_opening_sentence(path, error)) from error

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of a query. Raises StorageError."""
        try:
            return self._connection.execute(sql, _bindable(values)).fetchall()
        except DATABASE_ERRORS as error:
            raise StorageError(sentence_for(error)) from error

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None. Raises StorageError."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Change something inside `write()`; the number of rows changed. Raises StorageError."""
        assert self._writing(), "changes belong inside write()"
        try:
            return self._connection.execute(sql, _bindable(values)).rowcount
        except DATABASE_ERRORS as error:
            raise StorageError(sentence_for(error)) from error

    def insert(self, table: str, **values: object) -> None:
        """Add a row inside `write()`. Names come from this package only, values are bound."""
        names = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.run(f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(values.values()))

    @contextmanager
    def write(self, settle: bool = True) -> Iterator[None]:
        """All or nothing. Begins IMMEDIATE, so that two writers wait for each other; may be nested.

        `settle` moves it into the main file at once. Raises StorageError with everything taken back.
        """
        if self._writing():
            yield
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._writing():
                    self._connection.execute("ROLLBACK")
                raise
        except DATABASE_ERRORS as error:
            raise StorageError(sentence_for(error)) from error
        if settle:
            self.settle()

    @property
    def version(self) -> tuple[int, int]:
        """Changes whenever anybody writes: what was worked out before still holds while it stays the same."""
        row = self.row("PRAGMA data_version")
        return (int(row[0]) if row else 0, self._connection.total_changes)

    def settle(self) -> None:
        """Move what was written into the main file, so that a copy of it alone is whole. Never raises."""
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except DATABASE_ERRORS:
            # somebody is reading; it will be done at the next chance, and nothing depends on it
            return

    def close(self) -> None:
        """Settle and close; may be called twice."""
        if not self._closed:
            self.settle()
            self._connection.close()

    def _writing(self) -> bool:
        return self._connection.in_transaction

    @property
    def _closed(self) -> bool:
        try:
            self._connection.total_changes  # noqa: B018 - raises when closed, the only way to ask
        except sqlite3.ProgrammingError:
            return True
        return False

    def _bring_up_to_date(self) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        if self._connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotAJournal(f"{self.path} is a database of another program. It was left as it is.")
        if version > SCHEMA_VERSION:
            raise JournalTooNew(
                f"{self.path} was written by a newer bounceback and was left as it is; update the program."
            )
        _tune(self._connection)
        if version < SCHEMA_VERSION:
            _migrate(self._connection)


def _bindable(values: Sequence[Any]) -> list[Any]:
    """Values that SQLite takes: a lone surrogate (half of a broken paste) cannot be stored as UTF-8."""
    return [
        value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if isinstance(value, str)
        else value
        for value in values
    ]


def _is_there(path: Path) -> bool:
    """Whether there is a file that can be a journal; raises NotAJournal for what certainly is none."""
    if path.is_symlink():
        raise NotAJournal(f"{path} is a link. Nothing was changed; name the file itself.")
    if path.is_dir():
        raise NotAJournal(f"{path} is a folder. Nothing was changed; name a file in it.")
    if not path.exists():
        return False
    with path.open("rb") as file:
        head = file.read(16)
    if head != b"SQLite format 3\x00":
        what = "is empty" if not head else "is not a journal"
        raise NotAJournal(f"{path} {what}. It was left as it is; name another file.")
    return True


def _make(path: Path) -> None:
    """Make an empty journal: whole or not at all, readable by its owner alone."""
    if not path.parent.exists():
        path.parent.mkdir(mode=0o700, parents=True)
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        connection = _connect(fresh)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _migrate(connection)
        connection.close()
        try:
            os.link(fresh, path)  # unlike a rename, never replaces what somebody else made meanwhile
        except FileExistsError:
            return
        except OSError:
            fresh.rename(path)
    finally:
        for suffix in ("", "-wal", "-shm"):
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)


def _connect(path: Path) -> sqlite3.Connection:
    # no isolation level: transactions begin where we say, and IMMEDIATE
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def _tune(connection: sqlite3.Connection) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _migrate(connection: sqlite3.Connection) -> None:
    from bounceback_tui.storage.migrations import migrate  # noqa: PLC0415 - 0.2 s that most starts do not need

    migrate(connection)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _opening_sentence(path: Path, error: Exception) -> str:
    if isinstance(error, OSError):
        reason = error.strerror or "it did not work"
        return f"The journal at {path} cannot be opened ({reason.lower()}). Nothing was changed."
    return sentence_for(error)
