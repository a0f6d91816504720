"""Changes to the CV."""

from __future__ import annotations

from bounceback_tui.domain.cv import CvChange
from bounceback_tui.storage.columns import date_from, iso, moment_columns, moment_from
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.owners import still_there


def put(db: Database, change: CvChange) -> None:
    """Store a change, in place of what was there under its key.

    It stands alone where its episode is there no more.
    """
    with db.write():
        db.put(
            "cv_change",
            "id",
            id=change.id,
            text=change.text,
            came_from=change.came_from,
            episode_id=still_there(db, "episode", change.episode_id),
            done_on=iso(change.done_on),
            **moment_columns("noted", change.noted_at),
        )


def every(db: Database) -> list[CvChange]:
    """All changes, open ones first, in the order in which they were noted."""
    rows = db.rows(
        """SELECT id, text, noted_at, utc_offset, zone, came_from, episode_id, done_on FROM cv_change
        WHERE deleted_at IS NULL ORDER BY done_on IS NOT NULL, noted_at, rowid"""
    )
    return [
        CvChange(key, text, moment_from(*noted), came_from, episode, date_from(done))
        for key, text, *noted, came_from, episode, done in rows
    ]
