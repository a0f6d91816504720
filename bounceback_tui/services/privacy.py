"""Who may read a journal: whether it is encrypted, and the key that a passphrase gives."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bounceback_tui.storage import cipher, journal_file
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import NoPassphrase, StorageError

__all__ = ["Key", "is_encrypted", "unlocked"]


def is_encrypted(journal: Path) -> bool:
    """Whether a file looks like an encrypted journal. Never raises.

    Only while this program has it not open: to look into the file would end SQLite's locks on it.
    """
    with suppress(OSError):
        return cipher.salt_of(journal) is not None
    return False


def unlocked(journal: Path, passphrase: str) -> Key:
    """The key of an encrypted journal, which this program has not open; 0.1–0.2 s of work, for any thread.

    Raises WrongPassphrase with nothing changed, CipherMissing, and StorageError for anything else.
    """
    try:
        salt = cipher.salt_of(journal)
        if salt is None:
            raise StorageError(f"{journal} is not encrypted. Nothing was changed.")
        try:
            key = cipher.stretched(passphrase, salt)
        except NoPassphrase:  # none that could ever have been chosen
            key = Key(bytes(32), salt)
        journal_file.is_there(journal.absolute(), newer=True, key=key)
    except OSError as error:
        reason = (error.strerror or "it did not work").lower()
        raise StorageError(f"{journal} cannot be opened ({reason}). Nothing was changed.") from error
    return key
