"""The writing programmes and their sessions."""

from __future__ import annotations

from bounceback_tui.domain.checkin import Relation
from bounceback_tui.domain.writing import WritingProgramme, WritingSession, WritingState
from bounceback_tui.storage.columns import day_from, moment_columns, moment_from
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.owners import still_there


def put(db: Database, programme: WritingProgramme) -> None:
    """Store a programme, in place of what was there under its key; its sessions are stored apart.

    It stands alone where its episode is there no more.
    """
    with db.write():
        db.put(
            "writing",
            "id",
            id=programme.id,
            state=programme.state,
            episode_id=still_there(db, "episode", programme.episode_id),
            **moment_columns("begun", programme.begun_at),
        )


def add_session(db: Database, programme_id: str, place: int, entry_id: str, seconds: int) -> None:
    """Add a session whose entry is there."""
    with db.write():
        db.insert("writing_session", writing_id=programme_id, place=place, entry_id=entry_id, seconds=seconds)


def every(db: Database) -> list[WritingProgramme]:
    """All programmes, the latest first."""
    rows = db.rows(
        """SELECT id, state, episode_id, begun_at, utc_offset, zone FROM writing WHERE deleted_at IS NULL
        ORDER BY begun_at DESC, rowid DESC"""
    )
    sessions = _sessions(db) if rows else {}
    return [
        WritingProgramme(
            key,
            moment_from(at, offset, zone),
            WritingState(state),
            episode,
            tuple(sessions.get(key, ())),
        )
        for key, state, episode, at, offset, zone in rows
    ]


def _sessions(db: Database) -> dict[str, list[WritingSession]]:
    """The sessions of each programme in order, those whose entry is in the trash without its words."""
    moods = ", ".join(
        f"""(SELECT mood FROM checkin WHERE checkin.entry_id = entry.id AND relation = '{relation}'
        AND checkin.deleted_at IS NULL ORDER BY felt_at DESC LIMIT 1)"""
        for relation in (Relation.BEFORE, Relation.AFTER, Relation.NEXT_DAY)
    )
    found: dict[str, list[WritingSession]] = {}
    for key, place, entry, seconds, day, title, deleted, *felt in db.rows(
        f"""SELECT writing_id, place, entry.id, seconds, entry.local_date,
        CASE WHEN entry.deleted_at IS NULL THEN entry.title ELSE '' END, entry.deleted_at IS NOT NULL, {moods}
        FROM writing_session JOIN entry ON entry.id = entry_id ORDER BY writing_id, place"""
    ):
        session = WritingSession(place, entry, seconds, day_from(day), title, bool(deleted), *felt)
        found.setdefault(key, []).append(session)
    return found
