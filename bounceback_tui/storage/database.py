"""One connection to a journal: opened safely, written in whole transactions, closed clean."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from bounceback_tui.storage import journal_file
from bounceback_tui.storage.columns import storable, with_key
from bounceback_tui.storage.errors import OnlyRead, StorageError, database_errors
from bounceback_tui.storage.opening import failure, opened, settle, waiting

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path  # 3 ms to load, which a short command saves

    from bounceback_tui.storage.cipher import Key

Row = tuple[Any, ...]

_FEW = 64
"""Rows read at once where they are handed on one by one, which is quicker than each by itself."""

_WHOLE = ("BEGIN IMMEDIATE", ("COMMIT",), ("ROLLBACK",))
_PART = ("SAVEPOINT part", ("RELEASE part",), ("ROLLBACK TO part", "RELEASE part"))
"""How a transaction, or a part within it, begins, is kept, and is taken back."""


class Database:
    """A journal that is open. Use it from one thread, and close it."""

    def __init__(
        self,
        path: str | Path,
        read_only: bool = False,
        key: Key | None = None,
        connection: sqlite3.Connection | None = None,
    ) -> None:
        """Open the journal at `path`, making it if there is none. Raises StorageError.

        With `read_only` nothing is made or written, and one that a newer version wrote can be read as well.
        With a `key` it is encrypted, and a new one is made so. With a `connection` to a copy that is used,
        and no file is looked at; `path` is then that of the journal.
        """
        self.key = key
        """What opens it; None for a plain one."""
        self.read_only = read_only
        """Whether nothing can be written."""
        self.after_write: Callable[[], None] | None = None
        """Called after everything that was written and is safe."""
        self._reading = False
        self._open = False
        self.file, self._connection = (
            (os.fspath(path), connection) if connection else opened(path, read_only, key)
        )
        """The absolute name of the journal, and what it is open by."""
        self._open = True

    @cached_property
    def path(self) -> Path:
        """Where the journal is; absolute."""
        from pathlib import Path  # noqa: PLC0415 - see above

        return Path(self.file)

    def rows(self, sql: str, values: Sequence[Any] = (), *, torn: bool = False) -> list[Row]:
        """All rows of a query. Raises StorageError.

        With `torn`, damaged text comes with signs in place of what cannot be read: only for callers that can
        tell that it is not what was written.
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
            few = partial(self._connection.execute(sql, _bindable(values)).fetchmany, _FEW)
            while rows := few():
                yield from rows
        except database_errors() as error:
            raise self._failed(error) from error

    def row(self, sql: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query, or None. Raises StorageError."""
        rows = self.rows(sql, values)
        return rows[0] if rows else None

    def number(self, sql: str, values: Sequence[Any] = ()) -> int:
        """The whole number that a query asks for, such as a count; 0 where it has no row.

        Raises StorageError.
        """
        row = self.row(sql, values)
        return int(row[0]) if row else 0

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

    def update(self, table: str, where: Mapping[str, Any], **values: object) -> int:
        """Change columns of the rows that hold what `where` says, inside `write()`; how many rows there were.

        Names come from this package only, values are bound.
        """
        pairs = ", ".join(f"{name} = ?" for name in values)
        return self.run(
            f"UPDATE {table} SET {pairs} WHERE {with_key(where)}", (*values.values(), *where.values())
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
            with waiting(self._connection, patience if outermost else journal_file.BUSY_SECONDS):
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
        return self.number("PRAGMA data_version"), self._connection.total_changes

    def another(self) -> Database:
        """The same journal once more, only to be read, for another thread. Raises StorageError."""
        return Database(self.path, read_only=True, key=self.key)

    @contextmanager
    def tried(self) -> Iterator[Database]:
        """A copy of the journal in memory, in which anything can be tried while others write to this one.

        Raises StorageError.
        """
        with closing(journal_file.in_memory(self.key)) as connection:
            try:
                self._connection.backup(connection)
                connection.execute("PRAGMA foreign_keys = ON")
            except database_errors() as error:
                raise self._failed(error) from error
            with closing(Database(self.path, key=self.key, connection=connection)) as copy:
                yield copy

    def settle(self) -> None:
        """Move what was written into the main file, so that a copy of it alone is whole. Never raises.

        Where somebody is reading, it is not waited for: it is done at the next chance, and nothing depends on
        it.
        """
        if not self.read_only:
            settle(self._connection)

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

    def _failed(self, error: Exception) -> StorageError:
        return failure(error, self.path, self.key)

    @property
    def _in_transaction(self) -> bool:
        return self._connection.in_transaction

    def _run_all(self, statements: Sequence[str]) -> None:
        for statement in statements:
            self._connection.execute(statement)


def _bindable(values: Sequence[Any]) -> list[Any]:
    return [storable(value) if isinstance(value, str) else value for value in values]
