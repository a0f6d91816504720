"""Planned rests, and moving out of their way what is due in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bounceback_tui.domain.due import Due, DueKind
from bounceback_tui.domain.lead import Rest
from bounceback_tui.storage.columns import day_from, iso
from bounceback_tui.storage.database import Database

MOVABLE = {
    DueKind.FOLLOW_UP: ("feedback", "follow_up_on", ("episode_id",)),
    DueKind.LEAD: ("lead", "next_on", ("id",)),
    DueKind.PLAN: ("tick", "due_on", ("episode_id", "step_id")),
    DueKind.NEXT: ("application", "next_on", ("id",)),
}
"""What may move: table, column of the day, and the columns of its key; in the order of `Falling`.

What was agreed with somebody else stays.
"""


def put(db: Database, rest: Rest) -> None:
    """Store a rest, in place of what was there under its key."""
    with db.write():
        db.put("rest", "id", id=rest.id, starts=iso(rest.starts), ends=iso(rest.ends), enjoy=rest.enjoy)


def every(db: Database) -> list[Rest]:
    """All rests, the earliest first."""
    return [
        Rest(key, day_from(starts), day_from(ends), enjoy)
        for key, starts, ends, enjoy in db.rows(
            "SELECT id, starts, ends, enjoy FROM rest WHERE deleted_at IS NULL ORDER BY starts, ends"
        )
    ]


def move(db: Database, dues: Iterable[Due], to: date) -> None:
    """Let what may move be due on another day."""
    with db.write():
        for one in dues:
            table, column, keys = MOVABLE[one.kind]
            where = dict(zip(keys, one.subject.split(" ", 1), strict=True))
            db.update(table, where, **{column: iso(to)})
