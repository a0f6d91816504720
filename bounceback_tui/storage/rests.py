"""Planned rests, and what is due in them."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.feedback import FeedbackState
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.rest_days import Falling
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


_STANDS = """JOIN event ON event.id = episode.event_id
    JOIN application ON application.id = event.application_id
    WHERE event.deleted_at IS NULL AND application.deleted_at IS NULL"""
_FOLLOW_UPS = f"""state = '{FeedbackState.ASKED}' AND follow_up_on BETWEEN ? AND ?
    AND episode_id IN (SELECT episode.id FROM episode {_STANDS})"""
_LEADS = "deleted_at IS NULL AND done = 0 AND next_on BETWEEN ? AND ?"
_PLANS = f"""state = '{StepState.OPEN}' AND due_on BETWEEN ? AND ?
    AND episode_id IN (SELECT episode.id FROM episode {_STANDS} AND episode.closed_at IS NULL)"""
_DUE = (("feedback", "follow_up_on", _FOLLOW_UPS), ("lead", "next_on", _LEADS), ("tick", "due_on", _PLANS))
"""What can be due on a day: table, column of the day, and what makes it due within two days."""


def falling(db: Database, days: Span) -> Falling:
    """How much is due in these days."""
    span = (days.first.isoformat(), days.last.isoformat())
    counts = (db.row(f"SELECT count(*) FROM {table} WHERE {due}", span) for table, _, due in _DUE)
    return Falling(*(int(row[0]) if row else 0 for row in counts))


def move(db: Database, days: Span, to: date) -> None:
    """Let all that is due in these days be due on another day."""
    with db.write():
        for table, column, due in _DUE:
            db.run(
                f"UPDATE {table} SET {column} = ? WHERE {due}",
                (to.isoformat(), days.first.isoformat(), days.last.isoformat()),
            )
