"""What to do about a damaged journal: its newest good backup, in the words of a sentence."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from bounceback_tui.domain.backup import Backup, BackupKind, latest_first, recognised
from bounceback_tui.domain.going import Going, onwards
from bounceback_tui.storage import backup_files, journal_file
from bounceback_tui.storage.cipher import Key, salt_of
from bounceback_tui.storage.errors import COPY_FIRST, StorageError


def every(journal: Path) -> list[Backup]:
    """The backups of a journal as the names in their folder tell them, the latest first. Raises OSError.

    Bringing one back that was killed may have left the journal a second name there. That is no backup, and
    to look into it would end SQLite's locks on the journal.
    """
    folder = journal.parent / journal_file.BACKUPS
    paths = list(folder.iterdir()) if folder.is_dir() else []
    found = [one for path in paths if (one := recognised(path, journal))]
    return latest_first(_with_time(one) for one in found if not _same(one.path, journal))


def _same(path: Path, journal: Path) -> bool:
    with suppress(OSError):
        return path.samefile(journal)
    return False


def newest_good(journal: Path, going: Going = onwards, key: Key | None = None) -> Backup | None:
    """The latest backup of a journal that is sound all through; None where there is none.

    One that only was set aside, to make room for a backup, does not count. Raises OSError where the folder
    cannot be read, and Stopped where `going` says so.
    """
    return next(_good(every(journal), going, key), None)


def latest_encrypted(journal: Path) -> list[Path]:
    """The latest backup, where it looks encrypted, else nothing. Raises OSError."""
    return [one.path for one in every(journal)[:1] if salt_of(one.path)]


def what_to_do(journal: Path, key: Key | None = None) -> str:
    """The end of a sentence about damage: how to get at what was saved."""
    backup = None
    with suppress(OSError):
        backup = newest_good(journal, key=key)
    if backup is None:
        return COPY_FIRST
    return (
        f"there is a good backup of {backup.made:%Y-%m-%d}, and `bounceback restore-backup"
        f" {shlex.quote(backup.name)}` brings it back and sets this file aside"
    )


def _good(backups: list[Backup], going: Going, key: Key | None) -> Iterator[Backup]:
    for one in backups:
        if one.kind is not BackupKind.SET_ASIDE:
            with suppress(StorageError, OSError):
                # one may be plain still beside an encrypted journal
                own = key if key and salt_of(one.path) else None
                seen = backup_files.look(one.path, True, going, own)
                size = one.path.stat().st_size
                yield replace(
                    one, entries=seen.entries, checkins=seen.checkins, version=seen.version, size=size
                )


def _with_time(backup: Backup) -> Backup:
    """With when it was written; a file that went a moment ago was never."""
    with suppress(OSError):
        return replace(backup, written=backup.path.stat().st_mtime_ns)
    return backup
