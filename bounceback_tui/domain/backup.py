"""Backups: what each is, how its file is called, and which of them are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from pathlib import Path

from bounceback_tui.domain.backup_name import called
from bounceback_tui.domain.frozen import Frozen
from bounceback_tui.domain.text import plural

DAYS, WEEKS = 7, 4
"""Daily backups that stay: one for each of the latest days, and before these one for each of some weeks."""

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(
    r"(daily|by-hand|set-aside|before-mending|before-[0-9]{1,6})-([0-9]{8}T[0-9]{6}Z)(-[0-9]+)?"
)


class BackupKind(StrEnum):
    """What a backup was made for; part of its name."""

    DAILY = "daily"
    BY_HAND = "by-hand"
    SET_ASIDE = "set-aside"
    """A journal that made room for a backup that was brought back."""
    BEFORE_UPDATE = "before"
    """Made before a newer version of the program changed the journal."""
    BEFORE_MENDING = "before-mending"

    @property
    def words(self) -> str:
        """What it was made for, in a line of a list."""
        return _WORDS[self]


_WORDS = {
    BackupKind.DAILY: "daily",
    BackupKind.BY_HAND: "made by you",
    BackupKind.SET_ASIDE: "set aside",
    BackupKind.BEFORE_UPDATE: "before an update",
    BackupKind.BEFORE_MENDING: "before mending",
}


class Backup(Frozen):
    """A file in the folder of backups."""

    path: Path
    kind: BackupKind
    made: datetime
    """Of when it is, in UTC."""
    size: int = 0
    """Bytes."""
    entries: int | None = None
    """Entries that are not in its trash; None where it cannot be read."""
    checkins: int = 0
    """Check-ins of no entry; counted where there are no entries alone, since then they are all there is."""
    version: int | None = None
    """Version of its schema; None where it cannot be read."""
    written: int = 0
    """When it was written by the clock of its disk, in nanoseconds: tells the order within one second."""
    problem: str = ""
    """Why it cannot be read, in a sentence; empty where it can."""

    @property
    def name(self) -> str:
        """What names it on the command line."""
        return self.path.name

    @property
    def contents(self) -> str:
        """ "12 entries", "0 entries, 6 check-ins", "cannot be read"."""
        return "cannot be read" if self.entries is None else told_contents(self.entries, self.checkins)


def told_contents(entries: int, checkins: int) -> str:
    """ "12 entries", or "0 entries, 6 check-ins": what is in a backup."""
    told = plural(entries, "entry", "entries")
    return f"{told}, {plural(checkins, 'check-in')}" if checkins else told


def told_size(size: int) -> str:
    """ "0.4 MB", "236 MB", "74 GB": how much room a file takes."""
    megabytes = size / 1_000_000
    if megabytes >= 10_000:
        return f"{megabytes / 1000:.0f} GB"
    return f"{megabytes:.0f} MB" if megabytes >= 10 else f"{max(megabytes, 0.1):.1f} MB"


def named(journal: Path, kind: BackupKind, when: datetime) -> str:
    """The name of a new backup, without its ending. `when` is aware."""
    return f"{called(journal)}-{kind}-{when.astimezone(UTC):{_STAMP}}"


def recognised(path: Path, journal: Path) -> Backup | None:
    """What the name of a file says; None where it is no backup of this journal."""
    head = f"{called(journal)}-"
    if path.suffix != ".db" or not path.name.startswith(head):
        return None
    match = _NAME.fullmatch(path.stem[len(head) :])
    if match is None:
        return None
    try:
        made = datetime.fromisoformat(match[2])
    except ValueError:  # no such day
        return None
    kind = match[1] if match[1] in list(BackupKind) else BackupKind.BEFORE_UPDATE
    return Backup(path, BackupKind(kind), made)


def latest_first(backups: Iterable[Backup]) -> list[Backup]:
    """In the order of a list."""
    return sorted(backups, key=lambda one: (one.made, one.written, one.name), reverse=True)


def to_let_go(backups: Iterable[Backup], fresh: Backup, zone: tzinfo) -> list[Backup]:
    """The daily backups that make room, now that there is the `fresh` one.

    Of the latest seven days one each stays, and of what is older one of each of the latest four weeks. One
    that cannot be read neither counts nor goes, and neither does one that holds more than twice as many
    entries as the fresh one: should the journal have lost them, that must not push them out.
    """
    enough = 2 * (fresh.entries or 0)
    daily = [
        one
        for one in backups
        if one.kind is BackupKind.DAILY and one.entries is not None and one.entries <= enough
    ]
    latest = latest_first(daily)
    days = _firsts(latest, [one.made.astimezone(zone).date() for one in latest])[:DAYS]
    # a week of which there are days still is none of the weeks before
    near = {_week(one, zone) for one in days}
    older = [one for one in latest if _week(one, zone) not in near]
    weeks = _firsts(older, [_week(one, zone) for one in older])[:WEEKS]
    # by its place: the time in its name has no parts of a second
    return [one for one in latest if one not in (*days, *weeks) and one.path != fresh.path]


def _week(backup: Backup, zone: tzinfo) -> tuple[int, int]:
    return backup.made.astimezone(zone).isocalendar()[:2]


def _firsts(backups: Sequence[Backup], groups: Sequence[object]) -> list[Backup]:
    """The first of each group."""
    found: dict[object, Backup] = {}
    for one, group in zip(backups, groups, strict=True):
        found.setdefault(group, one)
    return list(found.values())
