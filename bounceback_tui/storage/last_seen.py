"""What was seen of a journal last, in a small file beside it: a lost log or another file is noticed by it.

It holds numbers, a key and a time, and no word of anybody's. It may be removed at any time; then nothing is
noticed once. It is written in place and not flushed: where the power goes, an older one or none is left, and
either tells nothing that is wrong.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from bounceback_tui.storage import journal_file

if TYPE_CHECKING:  # 3 ms, and a short command looks at names alone
    from pathlib import Path

    from bounceback_tui.storage.database import Database

ENDING = "-seen"
"""What the name of the file ends in, behind that of the journal."""

_LONGEST = 4096  # bytes


class Seen(NamedTuple):
    """What there was to see of a journal."""

    journal: str
    """What tells the journal from any other."""
    entries: int
    """How many there are, with the trash."""
    changes: int
    """Grows with everything that is saved."""
    latest: str
    """Key of the latest entry; empty where there is none."""
    at: str = ""
    """When, as ISO date-time by the person's own clock."""


def file_of(journal: Path) -> Path:
    """Where it is kept."""
    return journal.with_name(journal.name + ENDING)


def _name_of(journal: str | Path) -> str:
    return os.fspath(journal) + ENDING


def now_in(db: Database, at: str = "") -> Seen | None:
    """What there is to see of an open journal; None where it was damaged just there. Raises StorageError."""
    row = db.row("SELECT journal, entries, changes, (SELECT max(id) FROM entry) FROM tally")
    if row is None or not isinstance(row[1], int) or not isinstance(row[2], int):
        return None
    return Seen(str(row[0]), row[1], row[2], str(row[3] or ""), at)


def has_entry(db: Database, key: str) -> bool:
    """Whether there is an entry of that key. Raises StorageError."""
    return db.row("SELECT 1 FROM entry WHERE id = ?", (key,)) is not None


def read(journal: str | Path) -> Seen | None:
    """What was seen last; None where that is not known."""
    try:
        with open(_name_of(journal), "rb") as file:
            found = json.loads(file.read(_LONGEST))
        seen = Seen(*(found[name] for name in Seen._fields))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    whole = all(isinstance(value, type(like)) for value, like in zip(seen, _LIKE, strict=True))
    return seen if whole else None


_LIKE = Seen("", 0, 0, "")


def write(journal: str | Path, seen: Seen) -> None:
    """Keep what was seen. Raises OSError."""
    with _Opened(journal) as handle:
        content = json.dumps(seen._asdict()).encode() + b"\n"
        os.pwrite(handle, content, 0) if hasattr(os, "pwrite") else os.write(handle, content)
        os.ftruncate(handle, len(content))


def forget(journal: Path) -> None:
    """Let what is there at the next start be right, whatever it is. Never raises.

    To be called by whoever puts another journal in the place of this one by the person's own wish. The file
    stays, empty, since another program may hold it to say that it is there.
    """
    with suppress(OSError):
        if file_of(journal).exists():
            os.truncate(file_of(journal), 0)


def expect_without(journal: Path, key: str) -> None:
    """Be ready for the entry of that key to go for good. Never raises.

    To be called before it goes: a program that is killed right after that can keep nothing of it any more.
    """
    seen = read(journal)
    if seen and seen.latest == key:
        with suppress(OSError):
            write(journal, seen._replace(latest=""))


class Claim:
    """Says to others that this program has the journal open, until it is let go; also by a crash."""

    def __init__(self, journal: Path) -> None:
        """Raises OSError where nothing can be kept beside the journal."""
        self._file = _Opened(journal)
        self.alone = _locked(self._file.handle)
        """Whether no other program says so."""

    def let_go(self) -> None:
        """Say it no longer; may be called twice."""
        self._file.close()


def keep_log(journal: Path, name: str) -> Path | None:
    """Copy what stands in the log beside a journal to the backups, before SQLite drops what it cannot read.

    The copy, or None where there is no log, or no room.
    """
    log = journal_file.log_of(journal)
    with suppress(OSError):
        if log.stat().st_size:
            journal_file.make_folder(journal.parent / journal_file.BACKUPS)
            kept = journal.parent / journal_file.BACKUPS / f"{name}.db-wal"
            if not kept.exists():
                import shutil  # noqa: PLC0415 - hardly ever needed

                shutil.copyfile(log, kept)
                kept.chmod(0o600)
            return kept
    return None


class _Opened:
    """The file, open to write, made for its owner alone; a link in its place is not followed."""

    def __init__(self, journal: str | Path) -> None:
        flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        self.handle = os.open(_name_of(journal), flags, 0o600)
        self._is_open = True

    def __enter__(self) -> int:
        return self.handle

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        if self._is_open:
            self._is_open = False
            os.close(self.handle)


def _locked(handle: int) -> bool:
    """Take the lock of the file; whether it was free. It goes with the handle."""
    try:
        import fcntl  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system that knows no locks
        return True
    return True
