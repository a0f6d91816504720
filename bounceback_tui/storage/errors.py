"""What can go wrong with a journal on disk, each as one sentence for the person."""

from __future__ import annotations

import sqlite3
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class StorageError(Exception):
    """Something on disk did not work; its text says what happened, that nothing was lost, and what to do."""


class NotAJournal(StorageError):
    """The file is not one of ours; it was left as it was."""


class NoDatabase(NotAJournal):
    """The file holds no database at all, though it may once have been a journal; `what` tells of it."""

    def __init__(self, path: Path, what: str, then: str = "name another file") -> None:
        super().__init__(f"{path} {what}. It was left as it is; {then}.")
        self.path = path
        self.what = what


class JournalDamaged(StorageError):
    """What is in the file is not what was written; nothing more is written to it by what failed."""


class OnlyRead(StorageError):
    """The journal was opened for reading alone."""


class JournalTooNew(StorageError):
    """The journal was written by a newer version; it was left as it was."""


class CipherMissing(StorageError):
    """The journal is encrypted, and the library for that is not installed."""


class NoPassphrase(StorageError):
    """What was given as a passphrase can be none."""


class JournalLocked(StorageError):
    """The journal is encrypted, and no passphrase was given yet."""


class WrongPassphrase(StorageError):
    """The passphrase that was given does not open the journal; nothing was changed."""


def database_errors() -> tuple[type[Exception], ...]:
    """What the database library raises.

    One of them tells of damage in the damaged words themselves. The library for encrypted journals has
    errors of its own, which are no one else's; it is loaded where one is open.
    """
    return (sqlite3.Error, UnicodeDecodeError, *_of_cipher("Error"))


def integrity_errors() -> tuple[type[Exception], ...]:
    """What it raises where a row does not fit the rules of its table, or the rows of others."""
    return (sqlite3.IntegrityError, *_of_cipher("IntegrityError"))


def does_not_fit(error: StorageError) -> bool:
    """Whether it is only that a row was refused so."""
    return isinstance(error.__cause__, integrity_errors())


def _of_cipher(name: str) -> tuple[type[Exception], ...]:
    library = sys.modules.get("sqlcipher3.dbapi2")
    return (getattr(library, name),) if library else ()


_SENTENCES = (
    ("locked", "Another program is writing to the journal. Nothing was lost; try again in a moment."),
    ("full", "The disk is full. What was saved before is safe; free some space and try again."),
    ("disk i/o", "The disk refused. What was saved before is safe; check the disk and try again."),
    (
        "readonly",
        "The journal cannot be written to. Nothing was lost; check the permissions of its folder, or read it"
        " with `bounceback --read-only`.",
    ),
    (
        "unable to open",
        "The journal cannot be opened. Nothing was changed; check that its folder exists and is yours.",
    ),
)


_DAMAGED = (
    ("malformed", "The journal seems to be damaged. Nothing more was written; {then}."),
    ("codec can't decode", "The journal seems to be damaged. Nothing was changed; {then}."),
    ("could not decode", "The journal seems to be damaged. Nothing was changed; {then}."),
    ("not a database", "The journal cannot be read. Nothing was changed; {then}."),
)
"""Words of the library that tell of damage, with sentences that say what to do then."""

COPY_FIRST = "make a copy of the file before all else"
"""What to do where there is no backup."""


def tells_of_damage(error: Exception) -> bool:
    """Whether an error of the database library means that the file is damaged."""
    words = str(error).lower()
    return any(mark in words for mark, _ in _DAMAGED)


def sentence_for(error: Exception, then: str = COPY_FIRST) -> str:
    """One sentence for an error of the database library, without the library's own words where we know it.

    `then` is what to do where the journal is damaged.
    """
    words = str(error).lower()
    for mark, sentence in (*_SENTENCES, *_DAMAGED):
        if mark in words:
            return sentence.format(then=then)
    return f"The journal could not be read or written ({error}). What was saved before is safe."
