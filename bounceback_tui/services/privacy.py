"""Who may read a journal: whether it is encrypted, and the key that a passphrase gives."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bounceback_tui.domain import recovery_key
from bounceback_tui.storage import cipher, journal_file, recovery_file
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import NoPassphrase, StorageError, WrongPassphrase

__all__ = ["Key", "is_encrypted", "new_key", "unlocked", "with_recovery"]


def is_encrypted(journal: Path) -> bool:
    """Whether a file looks like an encrypted journal. Never raises.

    Only while this program has it not open: to look into the file would end SQLite's locks on it.
    """
    with suppress(OSError):
        return cipher.salt_of(journal) is not None
    return False


def new_key(passphrase: str) -> Key:
    """The key for a journal that is not there yet; 0.1–0.2 s of work, for any thread.

    Raises NoPassphrase for one that is empty or can be none.
    """
    return cipher.new_key(passphrase)


def with_recovery(journal: Path, key: Key) -> str:
    """Make a recovery key, which opens the journal as well: in groups, to be shown once and never kept.

    One that was made before opens it no more. Raises StorageError and CipherMissing.
    """
    recovery = recovery_key.made()
    try:
        recovery_file.keep(journal.absolute(), key, recovery)
    except OSError as error:
        reason = (error.strerror or "it did not work").lower()
        raise StorageError(
            f"No recovery key could be made beside {journal} ({reason}). The journal is as it was; its"
            " passphrase opens it."
        ) from error
    return recovery


def unlocked(journal: Path, passphrase: str) -> Key:
    """The key of an encrypted journal, which this program has not open; 0.1–0.2 s of work, for any thread.

    Where a recovery key is given, `recovered` of it says so: then ask for a new passphrase.

    Raises WrongPassphrase with nothing changed, CipherMissing, and StorageError for anything else.
    """
    try:
        salt = cipher.salt_of(journal)
        if salt is None:
            raise StorageError(f"{journal} is not encrypted. Nothing was changed.")
        return _opening(journal.absolute(), passphrase, salt)
    except OSError as error:
        reason = (error.strerror or "it did not work").lower()
        raise StorageError(f"{journal} cannot be opened ({reason}). Nothing was changed.") from error


def _opening(journal: Path, passphrase: str, salt: bytes) -> Key:
    """By the recovery key where it can be one, else by the passphrase. Raises WrongPassphrase."""
    typed = recovery_key.tidied(passphrase)
    slip = recovery_key.slip_in(typed) if typed else None
    if typed and not slip and (key := recovery_file.opened(journal, typed)):
        journal_file.is_there(journal, newer=True, key=key)
        return key
    try:
        key = cipher.stretched(passphrase, salt)
    except NoPassphrase:  # none that could ever have been chosen
        key = Key(bytes(32), salt)
    try:
        journal_file.is_there(journal, newer=True, key=key)
    except WrongPassphrase:
        if slip:
            raise WrongPassphrase(
                f"Group {slip} of that recovery key has a slip in it. Nothing was changed; look at it again."
            ) from None
        raise
    return key
