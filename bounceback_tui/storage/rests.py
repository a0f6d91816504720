"""Planned rests."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.lead import Rest
from bounceback_tui.storage.columns import iso
from bounceback_tui.storage.database import Database


def put(db: Database, rest: Rest) -> None:
    """Store a rest, in place of what was there under its key."""
    with db.write():
        db.put("rest", "id", id=rest.id, starts=iso(rest.starts), ends=iso(rest.ends), enjoy=rest.enjoy)


def every(db: Database) -> list[Rest]:
    """All rests, the earliest first."""
    return [
        Rest(key, date.fromisoformat(starts), date.fromisoformat(ends), enjoy)
        for key, starts, ends, enjoy in db.rows(
            "SELECT id, starts, ends, enjoy FROM rest WHERE deleted_at IS NULL ORDER BY starts, ends"
        )
    ]
