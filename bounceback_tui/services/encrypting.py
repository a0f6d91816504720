"""Encrypting a journal with its backups, decrypting both, and giving them another passphrase.

The journal goes first: it is whole under the old key or whole under the new one. Then come its backups, one
by one. Whoever stops or loses power between can go on later; `left` says what still is as it was.
"""

from __future__ import annotations

import glob
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from bounceback_tui.domain.backup_name import called
from bounceback_tui.domain.going import Going, each, onwards
from bounceback_tui.domain.text import plural, reason
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.storage import backup_files, cipher, journal_file, newest_backup, recovery_file, rewriting
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.unfinished import unfinished
from bounceback_tui.storage.wiping import left_over, wipe


@dataclass(frozen=True)
class Rewritten:
    """What came of writing the backups anew."""

    done: int
    """Backups that the new key opens now."""
    left: tuple[str, ...]
    """Of each that is as it was, why, as a sentence."""


def journal_anew(journal: Path, old: Key | None, new: Key | None, going: Going = onwards) -> None:
    """Let `new` open the journal that `old` opens; None is for plain. Backups are still as they were.

    Raises StorageError, CipherMissing and Stopped with the journal as it was. This program may not
    have it open.
    """
    rewriting.rewrite(journal, old, new, going)


def backups_anew(journal: Path, old: Key | None, new: Key | None, going: Going = onwards) -> Rewritten:
    """The same for its backups. Those that neither key opens stay as they are.

    Raises Stopped and CannotDo.
    """
    journal = journal.absolute()
    done, left = 0, []
    try:
        for one in each(newest_backup.every(journal), going):
            if not _opens(one.path, new):
                try:
                    rewriting.rewrite(one.path, old, new)
                except StorageError as error:
                    left.append(str(error))
                    continue
            done += 1
        if new:
            left += [
                f"{path} is not encrypted: it is a log alone, which only a copy of its journal can read."
                for path in _logs_alone(journal)
            ]
        tidy(journal)
    except OSError as error:
        raise CannotDo(
            f"The backups beside {journal} cannot be written anew ({reason(error)}). Nothing of them was"
            " lost; see that their folder is yours, and do it once more."
        ) from error
    return Rewritten(done, tuple(left))


def tidy(journal: Path) -> int:
    """Overwrite and remove what was left of files that were written anew; how many. Raises OSError.

    To be called once the journal is known to be there and to open.
    """
    found = [*left_over(journal.absolute()), *_unfinished(journal.absolute())]
    for path in found:
        wipe(path)
    return len(found)


def _unfinished(journal: Path) -> list[Path]:
    """Copies that programs left half written."""
    folder = journal.parent / journal_file.BACKUPS
    return [*unfinished(journal.parent, journal.name), *unfinished(folder, called(journal))]


def still_plain(journal: Path) -> list[Path]:
    """Beside an encrypted journal: what is not encrypted, as far as looks tell. Never raises.

    Reads the beginnings of the backups, so none of them may be open in this program.
    """
    found: list[Path] = []
    with suppress(OSError):
        found += [one.path for one in newest_backup.every(journal.absolute()) if _is_plain(one.path)]
        found += _logs_alone(journal.absolute())
        found += [path for path in _unfinished(journal.absolute()) if _is_plain(path)]
    return found


def notice(journal: Path) -> str:
    """What is said at a start of an encrypted journal beside which something is plain; else empty."""
    over, plain = left_over(journal.absolute()), still_plain(journal)
    if not (over or plain):
        return ""
    lie = "lies" if len(over) + len(plain) == 1 else "lie"
    what = [
        *([plural(len(over), "file that was replaced", "files that were replaced")] if over else []),
        *([plural(len(plain), "copy", "copies") + " in plain"] if plain else []),
    ]
    return (
        f"Beside the encrypted journal {lie} {' and '.join(what)}."
        " Nothing was lost; `bounceback encrypt` goes on where it was cut short."
    )


def forget_recovery(journal: Path) -> None:
    """Of a journal that is plain now. Raises CannotDo."""
    try:
        recovery_file.forget(journal.absolute())
    except OSError as error:
        raise CannotDo(
            f"The file of the recovery key beside {journal} could not be removed ({reason(error)}). The"
            " journal is not encrypted any more; remove the file yourself."
        ) from error


def _opens(path: Path, key: Key | None) -> bool:
    with suppress(StorageError):
        backup_files.look(path, key=key)
        return True
    return False


def _is_plain(path: Path) -> bool:
    with suppress(OSError):
        return path.stat().st_size > 0 and cipher.salt_of(path, whole=False) is None
    return False


def _logs_alone(journal: Path) -> Iterator[Path]:
    """Logs that were kept although SQLite could not read them (`last_seen.keep_log`)."""
    folder = journal.parent / journal_file.BACKUPS
    for path in sorted(folder.glob(f"{glob.escape(called(journal))}-*.db-wal")):
        if not path.with_name(path.name.removesuffix("-wal")).exists() and cipher.log_is_plain(path):
            yield path
