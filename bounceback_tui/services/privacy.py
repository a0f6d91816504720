"""Who may read a journal: whether it is encrypted, and the key that a passphrase gives."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from bounceback_tui.domain import recovery_key
from bounceback_tui.domain.text import reason
from bounceback_tui.storage import cipher, journal_file
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import JournalDamaged, NoPassphrase, StorageError, WrongPassphrase

__all__ = [
    "Key",
    "checked",
    "is_encrypted",
    "is_plain",
    "needs_key",
    "new_key",
    "opens",
    "require_library",
    "unlocked",
    "unlocked_with_backups",
    "with_recovery",
]


def is_encrypted(journal: Path) -> bool:
    """Whether a file looks like an encrypted journal. Never raises.

    Only while this program has it not open: to look into the file would end SQLite's locks on it.
    """
    with suppress(OSError):
        return cipher.salt_of(journal) is not None
    return False


def is_plain(journal: Path) -> bool:
    """Whether a file takes no passphrase; as `is_encrypted`, only while closed. Never raises."""
    with suppress(OSError):
        return cipher.is_plain(journal)
    return False


def new_key(passphrase: str) -> Key:
    """The key for a journal that is not there yet; some 0.2 s of work, for any thread.

    Raises NoPassphrase for one that is empty or can be none.
    """
    return cipher.new_key(passphrase)


def checked(passphrase: str) -> str:
    """A passphrase as it is used. Raises NoPassphrase for one that is empty or can be none."""
    return cipher.normal(passphrase)


def require_library() -> None:
    """Raises CipherMissing where nothing can be encrypted."""
    cipher.require("A journal can be encrypted")


def with_recovery(journal: Path, key: Key) -> str:
    """Make a recovery key, which opens the journal as well: in groups, to be shown once and never kept.

    A journal that is not there yet is made first; a recovery key that was made before opens it no more.
    Raises StorageError and CipherMissing.
    """
    from bounceback_tui.storage import recovery_file  # noqa: PLC0415 - seldom needed

    recovery = recovery_key.made()
    try:
        if not journal.exists():
            from bounceback_tui.storage.database import Database  # noqa: PLC0415 - seldom needed

            Database(journal, key=key).close()
        recovery_file.keep(journal.absolute(), key, recovery)
    except OSError as error:
        raise StorageError(
            f"No recovery key could be made beside {journal} ({reason(error)}). The journal is as it was; its"
            " passphrase opens it."
        ) from error
    return recovery


def needs_key(journal: Path) -> bool:
    """Whether it takes a passphrase to get at a journal or, where that is lost, at its backups. Never raises.

    Only while this program has none of them open.
    """
    if is_encrypted(journal):
        return True
    if is_plain(journal):
        return False
    return bool(encrypted_backups(journal))


def encrypted_backups(journal: Path) -> list[Path]:
    """The backups of a journal that look encrypted, the latest first. Never raises."""
    return [path for path in _backups(journal) if is_encrypted(path)]


def opens(path: Path, key: Key | None) -> bool:
    """Whether a key opens a file, which this program has not open. Never raises."""
    with suppress(OSError, StorageError):
        return journal_file.is_there(path.absolute(), newer=True, key=key)
    return False


def unlocked(journal: Path, passphrase: str) -> Key:
    """The key of an encrypted journal, which this program has not open; some 0.2 s of work, for any thread.

    Where a recovery key is given, `recovered` of it says so: then ask for a new passphrase.

    Raises WrongPassphrase with nothing changed, CipherMissing, JournalDamaged where the passphrase is right
    all the same, and StorageError for anything else.
    """
    journal = journal.absolute()
    try:
        salt = cipher.salt_of(journal)
        if salt is None:
            raise StorageError(f"{journal} is not encrypted. Nothing was changed.")
    except OSError as error:
        raise StorageError(f"{journal} cannot be opened ({reason(error)}). Nothing was changed.") from error
    key, opened = _opening(journal, passphrase)
    if opened != journal and key.salt != salt:  # as where choosing a new one was cut short
        raise WrongPassphrase(
            f"That passphrase opens a backup of {journal.name}, but not {journal.name} itself, which has"
            " another by now, or is damaged where it begins. Nothing was changed; try the other one."
        )
    if opened != journal:
        raise JournalDamaged(
            f"The passphrase is right, but {journal.name} is damaged where it begins. Nothing was changed;"
            " `bounceback restore-backup` lists what can be brought back."
        )
    return key


def unlocked_with_backups(journal: Path, passphrase: str) -> Key:
    """The same, also where the journal is damaged or gone, and only its backups can be opened."""
    return _opening(journal.absolute(), passphrase)[0]


def _opening(journal: Path, passphrase: str) -> tuple[Key, Path]:
    """By the recovery key where it can be one, else by the passphrase; and which file that opened.

    Raises WrongPassphrase.
    """
    from bounceback_tui.storage import recovery_file  # noqa: PLC0415 - a plain journal needs none

    typed = recovery_key.tidied(passphrase)
    slip = recovery_key.slip_in(typed) if typed else None
    known = recovery_file.opened(journal, typed) if typed and not slip else None
    wrong = WrongPassphrase(
        f"That passphrase does not open {journal.name}. Nothing was changed; try it again."
    )
    if slip:
        wrong = WrongPassphrase(
            f"Group {slip} of that recovery key has a slip in it. Nothing was changed; look at it again."
        )
    keys: dict[bytes, Key] = {known.salt: known} if known else {}
    for path in (journal, *_backups(journal)):
        with suppress(OSError, WrongPassphrase):
            salt = cipher.salt_of(path)
            if salt and (key := keys.get(salt) or keys.setdefault(salt, _stretched(passphrase, salt))):
                journal_file.is_there(path, newer=True, key=key)
                return key, path
    raise wrong


def _stretched(passphrase: str, salt: bytes) -> Key:
    try:
        return cipher.stretched(passphrase, salt)
    except NoPassphrase:  # none that could ever have been chosen
        return Key(bytes(32), salt)


def _backups(journal: Path) -> list[Path]:
    from bounceback_tui.storage import newest_backup  # noqa: PLC0415 - seldom needed

    with suppress(OSError):
        return [one.path for one in newest_backup.every(journal.absolute())]
    return []
