"""What the names of a journal's backups begin with; apart, since most commands need no more of them."""

from __future__ import annotations

from pathlib import Path


def called(journal: Path) -> str:
    """What the names of its backups begin with: me.db, me and me.sqlite in one folder have their own.

    "me" for me.db; for any other name that with a full stop, which no name of the first kind ends in.
    """
    name = journal.name.removesuffix(".db")
    return name if name != journal.name and not name.endswith(".") else f"{journal.name}."
