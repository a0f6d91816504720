"""Backups as files: what is in one, and bringing one back in the place of the journal."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import NamedTuple

from bounceback_tui.domain.going import Going, go_on, onwards, part_of
from bounceback_tui.domain.text import reason
from bounceback_tui.storage import journal_file, last_seen
from bounceback_tui.storage.backup import COPYING, copy_pages, flush, unsound
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import NotAJournal, StorageError, database_errors, sentence_for
from bounceback_tui.storage.unfinished import forget_unfinished, unfinished_name
from bounceback_tui.storage.wiping import wipe

_SHARED = (0x40000002, 510)
"""Where in a file every program that has it open with SQLite holds a lock (sqlite.org, os.h)."""

_TORN = ("malformed", "not a database", "no such table", "no such column", "decode")
"""Words of SQLite about a file that is not what it should be."""


class Seen(NamedTuple):
    """What is in a journal or a backup."""

    entries: int
    """Entries that are not in its trash."""
    version: int
    """Version of its schema."""
    checkins: int = 0
    """Check-ins of no entry; counted where there are no entries alone."""


class BroughtBack(NamedTuple):
    """What came of bringing a backup back."""

    seen: Seen
    """What is in the journal now."""
    aside: Path | None
    """Where the journal is that was there before; None where there was none."""


def look(path: Path, whole: bool = False, going: Going = onwards, key: Key | None = None) -> Seen:
    """What is in a file, which is left as it is; with `whole` every page of it is checked.

    Raises StorageError where it is no journal, a newer one, or damaged, and Stopped where `going` says so.
    """
    try:
        if not journal_file.is_there(path.absolute(), key=key):
            raise NotAJournal(f"There is no file {path}.")
        with closing(_reading(path, key)) as connection:
            if whole and unsound(connection, going):
                raise _cannot(path, "a part of it is damaged")
            return _seen(connection)
    except database_errors() as error:
        raise _cannot(path, error) from error
    except OSError as error:
        raise StorageError(f"{path} cannot be read ({reason(error)}). It was left as it is.") from error


class Ready:
    """A copy of a backup beside a journal, looked through, whose place it can take in a moment."""

    def __init__(
        self,
        backup: Path,
        journal: Path,
        going: Going = onwards,
        *,
        key: Key | None = None,
        then: Key | None = None,
    ) -> None:
        """Make the copy; this is what takes long, and anybody may have the journal open meanwhile.

        `key` opens the backup; from `then` on the journal, so that no plain one takes the place of an
        encrypted. Raises StorageError and Stopped with nothing left of it.
        """
        self._journal = journal.absolute()
        self._backup = backup
        self._plain = then is not None and key is None  # and so is the copy, until it is encrypted
        look(backup, key=key)
        if self._journal.is_symlink() or (self._journal.exists() and not self._journal.is_file()):
            raise NotAJournal(
                f"{self._journal} is no file of its own. Nothing was changed; name another journal."
            )
        with self._told():
            journal_file.make_folder(self._journal.parent)
            forget_unfinished(self._journal.parent, self._journal.name)
            self._fresh = self._journal.with_name(unfinished_name(self._journal.name))
            journal_file.make_file(self._fresh)
            try:
                with closing(_reading(backup, key)) as source:
                    copy_pages(source, self._fresh, part_of(going, 0.0, COPYING), key)
                if not _alike(key, then):
                    # what was written of it meanwhile is plain at worst, and overwritten as any plain file
                    from bounceback_tui.storage.rewriting import rewrite  # noqa: PLC0415 - seldom needed

                    rewrite(self._fresh, key, then)
                flush(self._fresh)
                self._seen = look(self._fresh, True, part_of(going, COPYING, 1.0), then)
                go_on(going, 1.0)  # from here on nothing takes long, and all of it is done
            except BaseException:
                self.drop()
                raise

    def put_in_place(self, aside: str) -> BroughtBack:
        """Let it be the journal; the one of now is set aside under the name `aside` first.

        There is no moment without a journal: where this is cut short, the old one or the new one is there,
        and nothing of either is lost. Nobody may have the journal open, this program neither. Raises
        StorageError with the journal as it was, and the copy gone.
        """
        journal = self._journal
        with self._told():
            try:
                with _to_ourselves(journal):
                    kept = _set_aside(journal, aside)
                    for suffix in journal_file.LOGS:  # they belong to the old journal alone
                        journal.with_name(journal.name + suffix).unlink(missing_ok=True)
                    os.replace(self._fresh, journal)
                    # only now: killed before, a journal that is without its log by now is told at the next
                    # start
                    last_seen.forget(journal)
                return BroughtBack(self._seen, kept)
            finally:
                self.drop()

    def drop(self) -> None:
        """Leave nothing of it beside the journal; may be called twice. Raises OSError."""
        if self._plain and self._fresh.exists():
            wipe(self._fresh)
        journal_file.remove_with_logs(self._fresh)
        journal_file.sync_folder(self._journal.parent)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Raises StorageError, in a sentence."""
        try:
            yield
        except _failed() as error:
            if any(mark in reason(error) for mark in _TORN):
                raise _cannot(self._backup, error) from error
            raise StorageError(
                f"The backup could not be brought back ({reason(error)}). The journal is as it was; make"
                " room, see that its folder is yours, and try again."
            ) from error


def _alike(one: Key | None, other: Key | None) -> bool:
    return (one and one.material) == (other and other.material)


def _failed() -> tuple[type[Exception], ...]:
    return (*database_errors(), OSError)


def _reading(path: Path, key: Key | None) -> sqlite3.Connection:
    """Looks only. Where a log lies beside the file, what stands in it is read as well."""
    log = journal_file.log_of(path)
    shared = log.exists() and log.stat().st_size > 0
    return journal_file.connect_to_read(path.absolute(), shared, key)


def _seen(connection: sqlite3.Connection) -> Seen:
    # each counted along an index: the texts themselves are most of the file
    [entries] = connection.execute(
        "SELECT (SELECT count(*) FROM entry) - (SELECT count(*) FROM entry WHERE deleted_at IS NOT NULL)"
    ).fetchone()
    checkins = 0
    if not entries:
        [checkins] = connection.execute(
            "SELECT count(*) FROM checkin WHERE entry_id IS NULL AND deleted_at IS NULL"
        ).fetchone()
    return Seen(int(entries), journal_file.version_of(connection), int(checkins))


def _cannot(path: Path, reason: Exception | str) -> StorageError:
    """A file is damaged, or SQLite could not get at it."""
    words = str(reason).lower()
    if any(mark in words for mark in ("full", "disk i/o", "locked")) and isinstance(reason, Exception):
        return StorageError(sentence_for(reason))  # nothing is wrong with the file
    return NotAJournal(f"{path} is damaged and cannot be used. It was left as it is.")


def _set_aside(journal: Path, name: str) -> Path | None:
    """Give the journal a second name among its backups; None where there is none.

    With a log beside it both are copied: of one file under two names the log would soon be that of neither.
    """
    log, there = journal_file.log_of(journal), journal.exists()
    if not there and not log.exists():
        return None
    folder = journal.parent / journal_file.BACKUPS
    journal_file.make_folder(folder)
    kept = next(
        place
        for number in count(1)
        if not os.path.lexists(place := folder / (f"{name}.db" if number == 1 else f"{name}-{number}.db"))
        and not os.path.lexists(journal_file.log_of(place))
    )
    if log.exists():
        if there:
            _copy(journal, kept)
        try:
            _copy(log, journal_file.log_of(kept))
        except OSError:
            kept.unlink(missing_ok=True)
            raise
    else:
        try:
            os.link(journal, kept)
            with suppress(OSError):
                kept.chmod(0o600)
        except OSError:  # a file system that knows no second names
            _copy(journal, kept)
    journal_file.sync_folder(folder)
    return kept if there else None


def _copy(source: Path, place: Path) -> None:
    """Copy a file to the byte, for the owner alone, or leave nothing there. Raises OSError."""
    try:
        journal_file.make_file(place)
        shutil.copyfile(source, place)
        shutil.copystat(source, place)
        place.chmod(0o600)
        flush(place)
    except OSError:
        place.unlink(missing_ok=True)
        raise


@contextmanager
def _to_ourselves(journal: Path) -> Iterator[None]:
    """Nobody opens the journal meanwhile. Raises StorageError where somebody has it open, and OSError.

    By the lock alone, and not through SQLite: a damaged journal shall be set aside to the byte as it is, and
    SQLite would move the log into it.
    """
    if not journal.exists():
        yield
        return
    try:
        import fcntl  # noqa: PLC0415 - there is none on Windows, where an open file cannot be replaced
    except ImportError:
        yield
        return
    with journal.open("rb+") as file:
        try:
            start, length = _SHARED
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, length, start)
        except (BlockingIOError, PermissionError):
            raise StorageError(
                "Another program has the journal open. Nothing was changed; close it there and try again."
            ) from None
        yield
