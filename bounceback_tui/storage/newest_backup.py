"""What to do about a damaged journal: its newest good backup, in the words of a sentence."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from bounceback_tui.storage import journal_file
from bounceback_tui.storage.errors import DATABASE_ERRORS

_STAMP = re.compile(r"(\d{4})(\d\d)(\d\d)T\d{6}Z(?:-\d+)?$")
_SET_ASIDE = "set-aside"


def newest_good(journal: Path) -> Path | None:
    """The latest backup of a journal that is sound all through; None where there is none.

    One that only was set aside, to make room for a backup, does not count.
    """
    with suppress(OSError):
        found = [
            (match[0], path)
            for path in (journal.parent / journal_file.BACKUPS).iterdir()
            if path.suffix == ".db"
            and path.name.startswith(f"{journal.stem}-")
            and _SET_ASIDE not in path.stem
            and (match := _STAMP.search(path.stem))
        ]
        return next((path for _, path in sorted(found, reverse=True) if _is_sound(path)), None)
    return None


def what_to_do(journal: Path) -> str:
    """The end of a sentence about damage: how to get at what was saved."""
    backup = newest_good(journal)
    if backup is None:
        return "make a copy of the file before all else"
    match = _STAMP.search(backup.stem)
    assert match, "it was found by that"
    return (
        f"there is a good backup of {match[1]}-{match[2]}-{match[3]}, and `bounceback restore-backup"
        f" {backup.name}` brings it back and sets this file aside"
    )


def _is_sound(path: Path) -> bool:
    try:
        with closing(journal_file.connect_to_read(path)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except (*DATABASE_ERRORS, OSError, sqlite3.Warning):
        return False
    ours = application == journal_file.APPLICATION_ID and version <= journal_file.SCHEMA_VERSION
    return bool(ours and found == "ok")
