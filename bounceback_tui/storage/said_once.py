"""What the program says once and not again."""

from __future__ import annotations

from datetime import date

from bounceback_tui.storage.database import Database


def names(db: Database, beginning: str) -> set[str]:
    """What was said already, of the names that begin so."""
    rows = db.rows("SELECT name FROM said WHERE name >= ? AND name < ?", (beginning, beginning + "\uffff"))
    return {str(row[0]) for row in rows}


def say(db: Database, name: str, day: date) -> None:
    """Note that something was said, unless that was noted before."""
    with db.write():
        db.run("INSERT OR IGNORE INTO said (name, said_on) VALUES (?, ?)", (name, day.isoformat()))
