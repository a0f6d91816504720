"""What version 11 of the schema made anew: a journal that is on one machine alone notes nothing for others.

The triggers that do are a third of all there are. SQLite reads them at each start of the program, and keeps
them in memory for each connection, so they are there only while syncing is set up.
"""

from __future__ import annotations

from collections.abc import Callable

from bounceback_tui.storage.version_9 import KEYS, triggers


def note_for_others(run: Callable[[str], object]) -> None:
    """Let every row that is written from now on be noted in `sync_changed`; `run` runs a statement."""
    for statement in triggers():
        run(statement)


def note_nothing(run: Callable[[str], object]) -> None:
    """Let nothing be noted any more."""
    for table in KEYS:
        for name in ("added", "changed", "removed"):
            run(f"DROP TRIGGER IF EXISTS sync_{table}_{name}")
