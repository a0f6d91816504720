"""The second way into an encrypted journal: a small file beside it, which a recovery key opens.

It is an encrypted database itself, and holds what opens the journal: no other cryptography is needed. One
lies beside the journal and one among its backups, so that either can be opened where the other is lost.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

from bounceback_tui.storage import cipher, journal_file
from bounceback_tui.storage.backup import flush
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import database_errors

ENDING = "-recovery"
"""What the name of the file ends in, behind that of the journal."""


def places(journal: Path) -> tuple[Path, Path]:
    """Where it lies: beside the journal, and among its backups."""
    name = journal.name + ENDING
    return journal.with_name(name), journal.parent / journal_file.BACKUPS / name


def keep(journal: Path, key: Key, recovery: str) -> None:
    """Let a recovery key open what `key` opens; one that was made before opens it no more.

    Raises OSError and CipherMissing.
    """
    for place in places(journal):
        journal_file.make_folder(place.parent)
        _write(place, key, recovery)


def opened(journal: Path, recovery: str) -> Key | None:
    """What a recovery key opens; None where there is no such file, or it is not the key of it.

    Raises CipherMissing.
    """
    for place in places(journal):
        with suppress(OSError):
            salt = cipher.salt_of(place)
            if salt and (found := _read(place, cipher.stretched(recovery, salt))):
                return found
    return None


def forget(journal: Path) -> None:
    """Remove it: no recovery key opens anything any more. Raises OSError."""
    for place in places(journal):
        place.unlink(missing_ok=True)
        journal_file.sync_folder(place.parent)


def _write(place: Path, key: Key, recovery: str) -> None:
    fresh = place.with_name(f".{place.name}.{os.urandom(4).hex()}")
    journal_file.make_file(fresh)
    try:
        with closing(journal_file.connect(fresh, cipher.new_key(recovery))) as connection:
            connection.execute("CREATE TABLE held (key BLOB NOT NULL) STRICT")
            connection.execute("INSERT INTO held VALUES (?)", (key.material,))
        flush(fresh)
        fresh.replace(place)
    finally:
        journal_file.remove_with_logs(fresh)
        journal_file.sync_folder(place.parent)


def _read(place: Path, key: Key) -> Key | None:
    with closing(journal_file.connect_to_read(place.absolute(), key=key)) as connection:
        try:
            row = connection.execute("SELECT key FROM held").fetchone()
        except database_errors():
            return None
    return Key.of(row[0], recovered=True) if row else None
