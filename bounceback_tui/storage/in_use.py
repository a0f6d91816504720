"""Which of the tools of the guide were ever used, told by one look: a start loads no other."""

from __future__ import annotations

from bounceback_tui.storage.database import Database

_TABLES = ("feedback", "lead", "rest", "writing", "preparation", "thought", "strength")


def in_use(db: Database) -> frozenset[str]:
    """The tables of tools in which there is anything."""
    rows = db.rows(
        " UNION ALL ".join(f"SELECT '{one}' WHERE EXISTS (SELECT 1 FROM {one})" for one in _TABLES)
    )
    return frozenset(row[0] for row in rows)
