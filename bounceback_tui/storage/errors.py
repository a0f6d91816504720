"""What can go wrong with a journal on disk, each as one sentence for the person."""

from __future__ import annotations

import sqlite3


class StorageError(Exception):
    """Something on disk did not work; its text says what happened, that nothing was lost, and what to do."""


class NotAJournal(StorageError):
    """The file is not one of ours; it was left as it was."""


class JournalTooNew(StorageError):
    """The journal was written by a newer version; it was left as it was."""


DATABASE_ERRORS = (sqlite3.Error,)
"""What the database library raises."""

INTEGRITY_ERRORS = (sqlite3.IntegrityError,)
"""What it raises where a row does not fit the others."""

_SENTENCES = (
    ("locked", "Another program is writing to the journal. Nothing was lost; try again in a moment."),
    ("full", "The disk is full. What was saved before is safe; free some space and try again."),
    ("disk i/o", "The disk refused. What was saved before is safe; check the disk and try again."),
    ("readonly", "The journal cannot be written to. Nothing was lost; check the permissions of its folder."),
    (
        "unable to open",
        "The journal cannot be opened. Nothing was changed; check that its folder exists and is yours.",
    ),
    (
        "malformed",
        "The journal seems to be damaged. Nothing more was written; make a copy of the file before all else.",
    ),
    (
        "could not decode",
        "The journal seems to be damaged. Nothing was changed; make a copy of the file before all else.",
    ),
    (
        "not a database",
        "The journal cannot be read. Nothing was changed; make a copy of the file before all else.",
    ),
)


def sentence_for(error: Exception) -> str:
    """One sentence for an error of the database library, without the library's own words where we know it."""
    words = str(error).lower()
    for mark, sentence in _SENTENCES:
        if mark in words:
            return sentence
    return f"The journal could not be read or written ({error}). What was saved before is safe."
