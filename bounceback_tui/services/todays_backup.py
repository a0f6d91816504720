"""Whether the backup of the day is there already, told by names alone: most commands need to know no more.

`services/backups.py` makes it, and takes as long to load as a mood to save.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime

from bounceback_tui.clock import Clock
from bounceback_tui.domain.backup_name import called
from bounceback_tui.storage.journal_file import BACKUPS

QUICK = 16_000_000
"""Bytes of a journal of which a copy is made so soon, 0.1 s, that leaving may wait for it."""

_SIGNS = len("20261123T093000Z")
_END = ".db"  # beside a backup may lie what another program made of it


def surely_made(journal: str, clock: Clock) -> bool:
    """Whether there is one of the person's own day, beside the journal of that absolute name.

    False also where it cannot be known.
    """
    head = f"{called(journal)}-daily-"
    with suppress(OSError):
        names = os.listdir(os.path.join(os.path.dirname(journal), BACKUPS))
        return any(
            _of_today(name[len(head) :][:_SIGNS], clock)
            for name in names
            if name.startswith(head) and name.endswith(_END)
        )
    return False


def takes_long(journal: str | os.PathLike[str]) -> bool:
    """Whether the journal is so long that a command leaves its backup to the app. Raises OSError."""
    return os.stat(journal).st_size > QUICK


def _of_today(stamp: str, clock: Clock) -> bool:
    with suppress(ValueError, OverflowError):
        return clock.day_of(datetime.fromisoformat(stamp)) == clock.now().local_date
    return False
