"""What the program says once and not again: the day on which it was said, by a name."""

from __future__ import annotations

from datetime import date

from bounceback_tui.storage.columns import day_from
from bounceback_tui.storage.database import Database


def said_on(db: Database, name: str) -> date | None:
    """When it was last said; None where it never was."""
    row = db.row("SELECT said_on FROM said WHERE name = ?", (name,))
    return day_from(row[0]) if row else None


def names(db: Database, beginning: str) -> set[str]:
    """What was said already, of the names that begin so."""
    rows = db.rows("SELECT name FROM said WHERE name >= ? AND name < ?", (beginning, beginning + "\uffff"))
    return {str(row[0]) for row in rows}


def say(db: Database, name: str, day: date) -> None:
    """It is said on that day. Raises StorageError."""
    with db.write():
        db.put("said", "name", name=name, said_on=day.isoformat())
