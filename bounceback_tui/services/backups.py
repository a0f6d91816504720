"""Backups of a journal: made by themselves once a day or by hand, listed, and brought back."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bounceback_tui.clock import Clock
from bounceback_tui.domain.backup import Backup, BackupKind, named, recognised, to_let_go
from bounceback_tui.domain.backup_name import called
from bounceback_tui.domain.going import Going, onwards
from bounceback_tui.domain.text import plural, quoted
from bounceback_tui.paths import expanded
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.todays_backup import takes_long
from bounceback_tui.storage import backup as storage
from bounceback_tui.storage import backup_files, cipher, journal_file, newest_backup
from bounceback_tui.storage.backup_files import BroughtBack, Ready
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import NoDatabase, StorageError
from bounceback_tui.storage.opening import with_its_backups

LATEST = "latest"
"""Names the latest backup that is sound and was not set aside."""

__all__ = ["LATEST", "Backups", "BroughtBack"]

_TOLD = 5
"""Names that are told where several fit."""


def _names(backup: Backup) -> tuple[str, str]:
    """What it is called, with its ending and without."""
    return backup.name, backup.path.stem


class Backups:
    """The backups of the journal at one place, which need not be open, sound, or there at all."""

    def __init__(self, journal: Path, clock: Clock, key: Key | None = None) -> None:
        """`key` opens the journal and its backups where they are encrypted."""
        self.journal = journal.absolute()
        """Where the journal lies."""
        self.folder = self.journal.parent / journal_file.BACKUPS
        """Where its backups lie."""
        self._clock = clock
        self.key = key
        """What opens them; None for plain ones."""
        self._ready: Ready | None = None
        self.other: Key | None = None
        """What opens those that have another passphrase than the journal has now."""

    def every(self) -> list[Backup]:
        """All of them, the latest first, with what is in each. Raises CannotDo."""
        return [self._looked_into(one) for one in self._named()]

    def make(self, file: Path | None = None, going: Going = onwards) -> Backup:
        """Make one now, in the folder of backups or as a `file` that is not there yet.

        Raises CannotDo and StorageError with the journal as it was; Stopped where `going` says so.
        """
        name = named(self.journal, BackupKind.BY_HAND, self._clock.now().utc)
        if file is None:
            return self._taken(self.folder / f"{name}.db", BackupKind.BY_HAND, going)
        place = file / f"{name}.db" if file.is_dir() else file
        if not place.parent.is_dir():
            raise CannotDo(f"There is no folder {place.parent}, so no backup was made; name another place.")
        if place.exists() or place.is_symlink():
            raise CannotDo(f"{place} is there already and was left as it is; name another file.")
        return self._taken(place, BackupKind.BY_HAND, going, numbered=False)

    def before_mending(self, going: Going = onwards) -> Backup:
        """Make one before the journal is mended. Raises StorageError, and Stopped where `going` says so."""
        name = named(self.journal, BackupKind.BEFORE_MENDING, self._clock.now().utc)
        return self._taken(self.folder / f"{name}.db", BackupKind.BEFORE_MENDING, going)

    def due(self) -> bool:
        """Whether today's own is still to be made, and the journal was written to since the last one."""
        with suppress(CannotDo, OSError):
            daily = [one for one in self._named() if one.kind is BackupKind.DAILY]
            today = self._clock.now().local_date
            if any(self._clock.day_of(one.made) == today for one in daily):
                return False
            return not daily or self._written_at() > daily[0].path.stat().st_mtime_ns
        return False

    def of_the_day(self, quick: bool = False, going: Going = onwards) -> Backup | None:
        """Make today's own where it is due, and let go of those that are too old by now.

        None where none is due; with `quick` also where it would take long. Raises CannotDo and StorageError.
        """
        if not self.due() or (quick and takes_long(self.journal)):
            return None
        name = named(self.journal, BackupKind.DAILY, self._clock.now().utc)
        written = self._written_at()
        fresh = self._taken(self.folder / f"{name}.db", BackupKind.DAILY, going)
        os.utime(fresh.path, ns=(written, written))  # so that a journal that rests is not copied every day
        daily = [self._looked_into(one) for one in self._named() if one.kind is BackupKind.DAILY]
        for one in to_let_go(daily, fresh, self._clock.zone):
            with suppress(OSError):  # the next time will do
                one.path.unlink(missing_ok=True)
        return fresh

    def find(self, said: str, going: Going = onwards) -> Backup:
        """The backup meant by its name, by a file, or by “latest”, which is looked through.

        Raises CannotDo and StorageError, and Stopped where `going` says so.
        """
        if said == LATEST:
            return self.latest(going)
        path = None
        with suppress(RuntimeError):  # “~nobody”, or links that lead to each other
            path = expanded(said).resolve()
        if path is None or not path.is_file() or any(said in _names(one) for one in self._named()):
            return self.listed(said)
        return self._described(path)

    def listed(self, said: str) -> Backup:
        """One of the list, by its name or a beginning that only one has. Raises CannotDo.

        The "…" with which a list may have cut it does not matter. A whole name is no beginning of another:
        whoever asks twice for one that is gone must not get the next.
        """
        named = self._named()
        beginning = said.strip().removesuffix("…").removesuffix("...")
        whole = recognised(self.folder / f"{beginning.removesuffix('.db')}.db", self.journal)
        # "journal" alone begins them all, and is more likely a file that is not there
        enough = beginning.startswith(f"{called(self.journal)}-") and not (whole or beginning.endswith(".db"))
        found = [one for one in named if said in _names(one)] or [
            one for one in named if enough and one.name.startswith(beginning)
        ]
        if len(found) == 1:
            return self._looked_into(found[0])
        told = quoted(said, 60)
        if not found:
            raise CannotDo(f"There is no backup {told}; `bounceback restore-backup` lists their names.")
        more = f" and {plural(len(found) - _TOLD, 'other')}" if len(found) > _TOLD else ""
        fitting = ", ".join(one.name for one in found[:_TOLD])
        raise CannotDo(
            f"More than one backup begins with {told}: {fitting}{more}. Nothing was changed; give more of it."
        )

    def latest(self, going: Going = onwards) -> Backup:
        """The latest one that is sound all through and was not set aside. Raises CannotDo and Stopped."""
        try:
            newest = newest_backup.newest_good(self.journal, going, self.key)
        except OSError as error:
            raise self._unreadable() from error
        if newest:
            return newest
        raise CannotDo(f"There is no backup in {self.folder} that can be used.")

    def bring_back(self, backup: Backup, going: Going = onwards) -> BroughtBack:
        """Put a copy of a backup in the place of the journal, which is set aside.

        The journal must not be open, in this program neither. Raises StorageError, and Stopped where
        `going` says so, with the journal as it was.
        """
        self.make_ready(backup, going)
        return self.put_in_place()

    def make_ready(self, backup: Backup, going: Going = onwards) -> None:
        """Do of it what takes long, which is done beside a journal that is open.

        Raises StorageError, and Stopped where `going` says so, with nothing left of it.
        """
        self.let_go()
        key = self.key_of(backup.path)
        # a plain one is encrypted first where the journal is, and an encrypted one never becomes plain
        self._ready = Ready(backup.path, self.journal, going, key=key, then=self.key or key)

    def put_in_place(self) -> BroughtBack:
        """The rest of it, in a moment. The journal must be closed by now. Raises StorageError."""
        ready, self._ready = self._ready, None
        assert ready, "nothing was made ready"
        return ready.put_in_place(named(self.journal, BackupKind.SET_ASIDE, self._clock.now().utc))

    def let_go(self) -> None:
        """Leave nothing of what was made ready and is not wanted any more. Never raises."""
        ready, self._ready = self._ready, None
        if ready:
            with suppress(OSError):  # the doctor tells of it
                ready.drop()

    def key_of(self, path: Path) -> Key | None:
        """What may open a backup; None for a plain one. Raises OSError."""
        salt = cipher.salt_of(path) if self.key or self.other else None
        if salt is None:
            return None
        return next((one for one in (self.other, self.key) if one and one.salt == salt), self.key)

    def remove(self, backup: Backup) -> None:
        """Remove one for good. Raises CannotDo."""
        try:
            for suffix in ("", *journal_file.LOGS):
                backup.path.with_name(backup.name + suffix).unlink(missing_ok=True)
        except OSError as error:
            raise CannotDo(f"{backup.name} could not be removed; see that the folder is yours.") from error

    def present(self) -> Backup | None:
        """The journal itself, told as one of them; None where there is none."""
        return self._described(self.journal) if self.journal.is_file() else None

    def written_since(self, backup: Backup) -> bool:
        """Whether the journal may hold more than a backup. Raises OSError."""
        return self._written_at() > backup.path.stat().st_mtime_ns

    def _named(self) -> list[Backup]:
        """What the folder lists, the latest first. Raises CannotDo."""
        try:
            return newest_backup.every(self.journal)
        except OSError as error:
            raise self._unreadable() from error

    def _unreadable(self) -> CannotDo:
        return CannotDo(f"{self.folder} cannot be read; see that the folder is yours.")

    def _taken(
        self, place: Path, kind: BackupKind, going: Going = onwards, *, numbered: bool = True
    ) -> Backup:
        try:
            path = storage.take(self.journal, place, going, numbered=numbered, key=self.key)
        except NoDatabase as error:
            raise with_its_backups(error) from error
        return self._looked_into(Backup(path, kind, self._clock.now().utc))

    def _written_at(self) -> int:
        """When the journal was last written to, in ns by the clock of its disk. Raises OSError."""
        log = journal_file.log_of(self.journal)
        times = [self.journal.stat().st_mtime_ns]
        if log.exists() and log.stat().st_size:
            times.append(log.stat().st_mtime_ns)
        return max(times)

    def _described(self, path: Path) -> Backup:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return self._looked_into(Backup(path, BackupKind.BY_HAND, made))

    def _looked_into(self, backup: Backup) -> Backup:
        try:
            size = backup.path.stat().st_size
            # the journal itself may be open in this program, so its beginning is not looked at
            own = backup.path == self.journal
            seen = backup_files.look(backup.path, key=self.key if own else self.key_of(backup.path))
        except OSError:
            return replace(backup, problem=f"{backup.path} is not there any more.")
        except StorageError as error:
            return replace(backup, size=size, problem=str(error))
        return replace(backup, size=size, entries=seen.entries, checkins=seen.checkins, version=seen.version)
