"""Backups: a copy of a whole journal in a file of its own, compared with the journal before it counts."""

from __future__ import annotations

import filecmp
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bounceback_tui.storage import journal_file
from bounceback_tui.storage.errors import DATABASE_ERRORS, StorageError

FOLDER = "backups"
"""The folder beside a journal in which its backups are."""


def before_version(connection: sqlite3.Connection, journal: Path, version: int) -> Path:
    """Back up a journal before it is brought to a `version`; where the backup is.

    `connection` is the one that is about to write, inside an immediate transaction in which it has written
    nothing yet. The name tells when the journal was last written to, in UTC. Raises StorageError.
    """
    last = datetime.fromtimestamp(journal.stat().st_mtime, UTC)
    name = f"{journal.stem}-before-{version}-{last:%Y%m%dT%H%M%SZ}"
    try:
        return write(connection, journal, name)
    except (*DATABASE_ERRORS, OSError, _Differs) as error:
        reason = (error.strerror if isinstance(error, OSError) else str(error)) or "it did not work"
        raise StorageError(
            f"The journal was left as it is, since no backup of it could be made in"
            f" {journal.parent / FOLDER} first ({reason.lower()});"
            " make room there, see that the folder is yours, and try again."
        ) from error


def write(connection: sqlite3.Connection, journal: Path, name: str) -> Path:
    """Copy a journal into the file `name` in its folder of backups, for the owner alone; where it is now.

    `connection` must keep others from writing to the journal meanwhile, and have written nothing itself. A
    backup of the same name stays as it is: where it is the same to the byte it is the one, else the new one
    has a number behind its name. Raises OSError, sqlite3.Error, and `_Differs` where the copy is not like
    the journal.
    """
    folder = journal.parent / FOLDER
    journal_file.make_folder(folder)
    # one name for all that are being written: what a kill leaves behind is gone with the next backup
    fresh = folder / f".{journal.stem}.unfinished"
    fresh.unlink(missing_ok=True)
    os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        _copy(journal, fresh)
        _flush(fresh)
        _compare(connection, fresh)
        return _put_in_place(fresh, folder, name)
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            fresh.with_name(fresh.name + suffix).unlink(missing_ok=True)
        journal_file.sync_folder(folder)


class _Differs(Exception):
    """A copy is not like the journal; says in which way."""


def _copy(journal: Path, fresh: Path) -> None:
    """Page by page through SQLite, which knows of what still stands in the log beside the file."""
    # through a connection of its own: SQLite refuses one that is about to write
    with closing(journal_file.connect(journal)) as source, closing(journal_file.connect(fresh)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")  # whole without a log beside it


def _flush(fresh: Path) -> None:
    handle = os.open(fresh, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _compare(connection: sqlite3.Connection, fresh: Path) -> None:
    """Opens the copy again. Raises _Differs where it is not sound, or not the journal."""
    with closing(journal_file.connect(fresh)) as copy:
        found = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok":
            raise _Differs("the copy is not sound")
        if _contents(copy) != _contents(connection):
            raise _Differs("the copy differs from the journal")


def _contents(connection: sqlite3.Connection) -> dict[str, object]:
    """Marks, tables and triggers of a journal, and how many rows each table has."""
    things = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    found: dict[str, object] = {"things": things}
    for mark in ("application_id", "user_version"):
        found[mark] = connection.execute(f"PRAGMA {mark}").fetchone()
    for kind, name, sql in things:
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):  # its words are rows of other tables
            found[name] = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
    return found


def _put_in_place(fresh: Path, folder: Path, name: str) -> Path:
    for number in count(1):
        place = folder / (f"{name}.db" if number == 1 else f"{name}-{number}.db")
        try:
            os.link(fresh, place)  # unlike a rename, never replaces an older backup
            return place
        except FileExistsError:  # the same: what came after it was tried before, and failed
            if filecmp.cmp(fresh, place, shallow=False):
                return place
        except OSError:  # a file system that knows no second names
            if not place.exists():
                return fresh.rename(place)
    raise AssertionError("numbers do not end")
