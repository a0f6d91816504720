"""Backups: a copy of a whole journal in a file of its own, compared with the journal before it counts."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from bounceback_tui.domain.backup_name import called
from bounceback_tui.domain.going import Going, Stopped, go_on, onwards, part_of
from bounceback_tui.domain.text import reason
from bounceback_tui.storage import checked, journal_file
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import NotAJournal, StorageError, database_errors, tells_of_damage
from bounceback_tui.storage.unfinished import forget_unfinished, unfinished_name

_COPIED = 500
"""Pages that are copied between two questions whether to go on: 2 MB, some milliseconds."""

_STEPS = 100_000
"""Steps of SQLite's machine between two such questions while it compares."""

Look = Callable[[sqlite3.Connection], list[str]]
"""Finds what is wrong with a copy."""

COPYING = 0.3
"""Share of the work that is done once a copy is there, and is still to be looked through."""

_PAGES = 0.7
"""Share of looking through it that goes to its pages; the rest goes to its entries."""


class _Differs(Exception):
    """A copy is not like the journal; says in which way."""


def _failed() -> tuple[type[Exception], ...]:
    """What making a backup may raise."""
    return (*database_errors(), OSError, _Differs)


def before_version(
    connection: sqlite3.Connection, journal: Path, version: int, key: Key | None = None
) -> Path:
    """Back up a journal before it is brought to a `version`; where the backup is.

    `connection` is the one that is about to write, inside an immediate transaction in which it has written
    nothing yet. The name tells when the journal was last written to, in UTC. Raises StorageError.
    """
    last = datetime.fromtimestamp(journal.stat().st_mtime, UTC)
    name = f"{called(journal)}-before-{version}-{last:%Y%m%dT%H%M%SZ}"
    try:
        return write(connection, journal, name, key)
    except _failed() as error:
        raise StorageError(
            f"The journal was left as it is, since no backup of it could be made in"
            f" {journal.parent / journal_file.BACKUPS} first ({reason(error)});"
            " make room there, see that the folder is yours, and try again."
        ) from error


def write(connection: sqlite3.Connection, journal: Path, name: str, key: Key | None = None) -> Path:
    """Copy a journal into the file `name` in its folder of backups, for the owner alone; where it is now.

    `connection` must keep others from writing to the journal meanwhile, and have written nothing itself. A
    backup of the same name stays as it is: where it is the same to the byte it is the one, else the new one
    has a number behind its name. Raises OSError, sqlite3.Error, and `_Differs` where the copy is not like
    the journal.
    """

    def copy(fresh: Path) -> None:
        _copy(journal, fresh, key)

    return _made(
        connection,
        journal,
        journal.parent / journal_file.BACKUPS / f"{name}.db",
        copy,
        numbered=True,
        key=key,
    )


def take(
    journal: Path,
    place: Path,
    going: Going = onwards,
    *,
    numbered: bool = True,
    key: Key | None = None,
) -> Path:
    """Copy the journal as it is now to `place`, for the owner alone; where it is now.

    Others may read and write meanwhile: what is copied and compared is one state, that of the beginning.
    Where `place` is taken, the new one gets a number, or is refused if it may not be `numbered`. That of an
    encrypted journal is encrypted, and the same `key` opens it. Raises StorageError with nothing left of it
    and the journal as it was; Stopped where `going` says so.
    """
    if not journal_file.is_there(journal.absolute(), key=key):
        raise NotAJournal(f"There is no journal at {journal} yet, so there is nothing to back up.")
    try:
        with closing(journal_file.connect_once_free(journal.absolute(), key)) as source:
            # a state of its own instead of a lock: a save would wait for the end of a long copy
            hold_state(source)

            def copy(fresh: Path) -> None:
                copy_pages(source, fresh, part_of(going, 0.0, COPYING), key)

            return _made(source, journal, place, copy, numbered=numbered, going=going, key=key)
    except _failed() as error:
        raise StorageError(_told(error, place)) from error


def _made(
    connection: sqlite3.Connection,
    journal: Path,
    place: Path,
    copy: Callable[[Path], None],
    *,
    numbered: bool,
    going: Going | None = None,
    key: Key | None = None,
) -> Path:
    """Copy beside the place, compare with the journal as `connection` sees it, then give it its name.

    Only where somebody may wait, which `going` tells, its entries are looked at as well as its pages.
    """
    folder = place.parent
    journal_file.make_folder(folder)
    forget_unfinished(folder, called(journal))
    fresh = folder / unfinished_name(called(journal))
    journal_file.make_file(fresh)
    try:
        copy(fresh)
        flush(fresh)
        _compare(connection, fresh, going, key)
        go_on(going or onwards, 1.0)  # from here on nothing takes long, and all of it is done
        return _put_in_place(fresh, place, numbered)
    finally:
        journal_file.remove_with_logs(fresh)
        journal_file.sync_folder(folder)


def _copy(journal: Path, fresh: Path, key: Key | None) -> None:
    """Page by page through SQLite, which knows of what still stands in the log beside the file."""
    # through a connection of its own: SQLite refuses one that is about to write
    with closing(journal_file.connect(journal, key)) as source:
        copy_pages(source, fresh, key=key)


def hold_state(source: sqlite3.Connection) -> None:
    """Let `source` see the journal as it is now until its end. Raises sqlite3.Error where it is locked.

    To be done before copying: that alone would wait for a lock without an end.
    """
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()


def copy_pages(
    source: sqlite3.Connection, fresh: Path, going: Going = onwards, key: Key | None = None
) -> None:
    """Copy what `source` sees into a file that is whole without a log beside it.

    Raises OSError, sqlite3.Error and Stopped.
    """
    with closing(journal_file.connect(fresh, key)) as target:
        copy_into(source, target, going)
        target.execute("PRAGMA journal_mode = DELETE")


def copy_into(source: sqlite3.Connection, target: sqlite3.Connection, going: Going) -> None:
    """Copy what `source` sees, which is one state. Raises sqlite3.Error and Stopped."""
    if not source.in_transaction:
        hold_state(source)

    def step(_status: int, left: int, pages: int) -> None:
        go_on(going, 1 - left / max(pages, 1))

    source.backup(target, pages=_COPIED, progress=step)


@contextmanager
def stoppable(connection: sqlite3.Connection, going: Going, share: float = 0.0) -> Iterator[None]:
    """Whatever a connection does meanwhile, of which nobody knows how far it is, can be stopped.

    `going` is told the same `share` again and again. Raises Stopped.
    """
    connection.set_progress_handler(lambda: not going(share), _STEPS)
    try:
        yield
    except database_errors() as error:
        if "interrupted" in str(error):
            raise Stopped from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def damage(connection: sqlite3.Connection, most: int = 5) -> list[str]:
    """What SQLite finds wrong with the pages of a file, in its own words; nothing where it is sound.

    Newer versions also look into indexes of words. Those can be made anew and are no damage of a copy.
    """
    found = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({most})")]
    return [words for words in found if words != "ok" and "fts5" not in words.lower()]


def unsound(connection: sqlite3.Connection, going: Going = onwards) -> list[str]:
    """The same, and where pages are sound, the entries that do not say what was saved. Raises Stopped."""
    with stoppable(connection, going):
        wrong = damage(connection)
    if not wrong and (keys := checked.in_copy(connection, part_of(going, _PAGES, 1.0))):
        wrong = [f"{len(keys)} of its entries are not as they were saved"]
    return wrong


def flush(path: Path) -> None:
    """Let a file outlive a power cut. Raises OSError."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _compare(connection: sqlite3.Connection, fresh: Path, going: Going | None, key: Key | None) -> None:
    """Opens the copy again. Raises _Differs where it is not sound, or not the journal, and Stopped."""
    with closing(journal_file.connect(fresh, key)) as copy:
        if unsound(copy, part_of(going, COPYING, 1.0)) if going else damage(copy):
            raise _Differs("the copy is not sound")
        if _contents(copy) != _contents(connection):
            raise _Differs("the copy differs from the journal")


def _contents(connection: sqlite3.Connection) -> dict[str, object]:
    """Marks, tables and triggers of a journal, and how many rows each table has."""
    things = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    found: dict[str, object] = {"things": things, "marks": journal_file.marks_of(connection)}
    for kind, name, sql in things:
        if kind == "table" and not sql.startswith("CREATE VIRTUAL"):  # its words are rows of other tables
            found[name] = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()
    return found


def _put_in_place(fresh: Path, wanted: Path, numbered: bool) -> Path:
    """Give the copy its name, where it never replaces an older one. Raises OSError."""
    for number in count(1):
        place = wanted if number == 1 else wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        try:
            os.link(fresh, place)  # unlike a rename, never replaces an older backup
            return place
        except FileExistsError:
            if not numbered:
                raise
            import filecmp  # noqa: PLC0415 - hardly ever needed, and most commands look for backups

            # the same one was made before, and what it was made for failed
            if filecmp.cmp(fresh, place, shallow=False):
                return place
        except OSError:  # a file system that knows no second names
            if not place.exists():
                return fresh.rename(place)
    raise AssertionError("numbers do not end")


def _told(error: Exception, place: Path) -> str:
    """One sentence on a backup that could not be made."""
    if isinstance(error, FileExistsError) and error.filename2 == str(place):
        return f"{place} is there already and was left as it is; name another file."
    if isinstance(error, _Differs) or tells_of_damage(error):
        return (
            "The journal seems to be damaged, so no backup was made of it, and those that are there were left"
            " alone; `bounceback doctor` tells more."
        )
    return (
        f"No backup could be made in {place.parent} ({reason(error)}). The journal is as it was; make room"
        " there, see that the folder is yours, and try again."
    )
