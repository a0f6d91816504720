"""Writing a journal or a backup anew under another key, or in plain: whole and compared, or not at all.

SQLCipher's library does all of it, also what concerns plain files: two copies of SQLite in one program do not
know of each other's locks, and end them (sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import zip_longest
from pathlib import Path

from bounceback_tui.domain.going import Going, go_on, onwards, part_of
from bounceback_tui.domain.text import reason
from bounceback_tui.storage import cipher, journal_file
from bounceback_tui.storage.backup import flush, stoppable, unsound
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import StorageError, database_errors, tells_of_damage
from bounceback_tui.storage.unfinished import forget_unfinished, unfinished_name
from bounceback_tui.storage.wiping import REPLACED, name_with_process, overwrite, wipe

_ROWS = 1000
"""Rows that are compared between two questions whether to go on."""


class _Differs(Exception):
    """The new file does not hold what the old one does."""


def rewrite(path: Path, old: Key | None, new: Key | None, going: Going = onwards) -> None:
    """Let a file that `old` opens be one that `new` opens; None is for plain. The old one is overwritten.

    Where this is cut short, the whole old or the whole new file is there, and what is left of the other bears
    a name that `wiping.left_over` finds. Nobody may have the file open, this program neither. Raises
    StorageError, CipherMissing and Stopped with the file as it was.
    """
    path = path.absolute()
    fresh = path.with_name(unfinished_name(path.name))
    replaced = nameless = None
    try:
        forget_unfinished(path.parent, path.name)
        times = path.stat()
        try:
            with alone_with(path, old) as source:
                export(source, fresh, old, new, going)
                os.utime(fresh, ns=(times.st_atime_ns, times.st_mtime_ns))
                go_on(going, 1.0)  # from here on nothing takes long, and all of it is done
                replaced = _second_name(path)
                # to be closed after the connection only, whose lock that would end
                if not replaced and path.stat().st_nlink == 1:  # else another name needs what is in it
                    nameless = path.open("rb+", buffering=0)
                try:
                    os.replace(fresh, path)
                except OSError:
                    if replaced:
                        replaced.unlink(missing_ok=True)
                    raise
                journal_file.sync_folder(path.parent)
        finally:
            journal_file.remove_with_logs(fresh)
        with suppress(OSError):  # it is found under its name, and told of, at the next start
            if replaced:
                wipe(replaced)
            elif nameless:
                overwrite(nameless)
    except _failed() as error:
        raise StorageError(_told(path, error)) from error
    finally:
        if nameless:
            nameless.close()


def _failed() -> tuple[type[Exception], ...]:
    return (*database_errors(), OSError, _Differs)


def export(
    source: sqlite3.Connection, fresh: Path, old: Key | None, new: Key | None, going: Going = onwards
) -> None:
    """Write what `source` sees into a file of its own, for the owner alone, and compare all of it.

    `source` is of SQLCipher's library. Raises OSError, sqlite3.Error of that library, `_Differs` and Stopped.
    """
    journal_file.make_file(fresh)
    source.execute(f'ATTACH ? AS fresh KEY "{new.literal if new else ""}"', (str(fresh),))
    try:
        source.execute("BEGIN")
        with stoppable(source, part_of(going, 0.0, 0.4)):
            source.execute("SELECT sqlcipher_export('fresh')").fetchall()
        application, version = journal_file.marks_of(source)
        source.execute(f"PRAGMA fresh.application_id = {application}")
        source.execute(f"PRAGMA fresh.user_version = {version}")
        source.execute("COMMIT")
    finally:
        if source.in_transaction:
            source.execute("ROLLBACK")
        source.execute("DETACH fresh")
    flush(fresh)
    with closing(cipher.connect(str(fresh), new)) as copy:
        with stoppable(copy, part_of(going, 0.4, 0.7)):
            if unsound(copy):
                raise _Differs("damaged" if unsound(source) else "the new file is not sound")
        _compare(source, copy, part_of(going, 0.7, 1.0))


@contextmanager
def alone_with(path: Path, key: Key | None) -> Iterator[sqlite3.Connection]:
    """The only connection to a file, which is whole without a log meanwhile. Raises StorageError.

    What stands in the log is moved into the file, and the log overwritten.
    """
    if not journal_file.is_there(path, key=key):
        raise StorageError(f"There is no file {path}.")
    with closing(cipher.connect(str(path), key, timeout=0)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(FULL)").fetchone()
            log = journal_file.log_of(path)
            if not busy and log.exists():
                wipe(log, remove=False)
            [mode] = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # the lock stays, since it is exclusive
        except database_errors() as error:
            if "locked" not in str(error):
                raise
            busy = 1
        if busy or mode != "delete":
            raise StorageError(
                "Another program has the journal open. Nothing was changed; close it there and try again."
            )
        yield connection


def _second_name(path: Path) -> Path | None:
    """A name under which the old file is found once the new one is in its place; None where there is none."""
    replaced = path.with_name(name_with_process(path.name, REPLACED))
    with suppress(OSError):  # a file system that knows no second names
        os.link(path, replaced)
        return replaced
    return None


def _compare(source: sqlite3.Connection, copy: sqlite3.Connection, going: Going) -> None:
    """Every row of every table, and all else that there is. Raises _Differs and Stopped."""
    things = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
    both = [one.execute(things).fetchall() for one in (source, copy)]
    if both[0] != both[1] or journal_file.marks_of(source) != journal_file.marks_of(copy):
        raise _Differs("the new file differs")
    usual = source.text_factory, copy.text_factory
    source.text_factory = copy.text_factory = bytes  # text that is damaged is compared as well
    try:
        tables = [
            name
            for kind, name, _, sql in both[0]
            if kind == "table" and not sql.startswith("CREATE VIRTUAL")  # their words are rows of others
        ]
        for place, name in enumerate(tables):
            _compare_rows(source, copy, name, part_of(going, place / len(tables), (place + 1) / len(tables)))
    finally:
        source.text_factory, copy.text_factory = usual


def _compare_rows(source: sqlite3.Connection, copy: sqlite3.Connection, table: str, going: Going) -> None:
    rows = [one.execute(f'SELECT * FROM "{table}"') for one in (source, copy)]
    for number, (one, other) in enumerate(zip_longest(*rows)):
        if number % _ROWS == 0:
            go_on(going, 0.0)
        if one != other:
            raise _Differs(f"the new file differs in {table}")


def _told(path: Path, error: Exception) -> str:
    if str(error) == "damaged" or tells_of_damage(error):
        return f"{path} is damaged, so it was left as it is; `bounceback doctor` tells more."
    return (
        f"{path} could not be written anew ({reason(error)}). It is as it was; make room, see that its"
        " folder is yours, and try again."
    )
