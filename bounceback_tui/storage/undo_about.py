"""What the steps that can be taken back or done again are about: entries, ticks and check-ins with words."""

from __future__ import annotations

from bounceback_tui.storage.database import Database


def last_with_words(db: Database) -> int:
    """The last of the steps that were taken back in which there may be words; 0 where there are in none.

    A tag in all entries may be very many rows, and no word of anybody's is in them.
    """
    return db.number(
        """SELECT coalesce(max(id), 0) FROM undo_step WHERE undone = 1 AND import = 0 AND EXISTS (
            SELECT 1 FROM undo_change WHERE step_id = undo_step.id AND place NOT IN ('tag', 'tag_colour'))"""
    )


def rows_of(db: Database, step: int) -> tuple[list[str], list[tuple[str, str]]]:
    """Keys of the entries, and episode and step of the ticks, in which a step changed words.

    Tags that were changed in many entries at once are none of them: what somebody changes in one entry comes
    with a version of it.
    """
    touched = """SELECT place, json_extract(row_key, '$[0]') AS key, json_extract(row_key, '$[1]') AS step
        FROM undo_change WHERE step_id = ?"""
    entries = db.rows(
        f"""WITH touched AS ({touched})
        SELECT key FROM touched WHERE place = 'entry'
            OR (place = 'tag' AND EXISTS (SELECT 1 FROM touched WHERE place = 'revision'))
        UNION SELECT entry_id FROM touched JOIN checkin ON checkin.id = key
            WHERE place IN ('checkin', 'feeling') AND entry_id IS NOT NULL
        UNION SELECT entry.id FROM touched JOIN entry ON entry.event_id = key
            WHERE place IN ('event', 'cause', 'attribution', 'episode')
        UNION SELECT entry.id FROM touched JOIN event ON event.application_id = key
            JOIN entry ON entry.event_id = event.id WHERE place = 'application'""",
        (step,),
    )
    ticks = db.rows(
        f"WITH touched AS ({touched}) SELECT DISTINCT key, step FROM touched WHERE place = 'tick'", (step,)
    )
    return [row[0] for row in entries], [(row[0], row[1]) for row in ticks]


def checkins_of(db: Database, step: int) -> list[str]:
    """Keys of the check-ins that a step touched, but for those that are told with an entry."""
    rows = db.rows(
        """SELECT DISTINCT checkin.id FROM undo_change
        JOIN checkin ON checkin.id = json_extract(row_key, '$[0]')
        WHERE step_id = ? AND place IN ('checkin', 'feeling') AND relation NOT IN ('before', 'after')""",
        (step,),
    )
    return [row[0] for row in rows]


def is_in_trash(db: Database, entry_id: str) -> bool:
    """Whether an entry is in the trash."""
    return db.row("SELECT 1 FROM entry WHERE id = ? AND deleted_at IS NOT NULL", (entry_id,)) is not None
