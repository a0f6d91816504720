"""What the names of a journal's backups begin with; apart, since most commands need no more of them."""

from __future__ import annotations

import os


def called(journal: str | os.PathLike[str]) -> str:
    """What the names of its backups begin with: me.db, me and me.sqlite in one folder have their own.

    "me" for me.db; for any other name that with a full stop, which no name of the first kind ends in.
    """
    whole = os.path.basename(journal)
    name = whole.removesuffix(".db")
    return name if name != whole and not name.endswith(".") else f"{whole}."
