"""Check-ins and feelings."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from bounceback_tui.domain.checkin import CheckIn, Feeling, MoodReading, Reading, Relation
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import key_of, moment_columns, moment_from, stamp
from bounceback_tui.storage.database import Database, Row

_CHECKIN = """SELECT id, mood, energy, relation, entry_id, felt_at, utc_offset, zone FROM checkin
    WHERE deleted_at IS NULL """


def add(db: Database, checkin: CheckIn) -> None:
    """Add a check-in with its feelings."""
    with db.write():
        db.insert(
            "checkin",
            id=checkin.id,
            mood=checkin.reading.mood,
            energy=checkin.reading.energy,
            relation=checkin.relation,
            entry_id=checkin.entry_id,
            **moment_columns("felt", checkin.felt_at),
        )
        # one feeling, one strength, however often and however it was spelled
        strengths = {key_of(feeling.name): feeling.strength for feeling in checkin.reading.feelings}
        for name, strength in strengths.items():
            db.insert("feeling", checkin_id=checkin.id, name=name, strength=strength)


def set_deleted(db: Database, checkin_id: str, when: Moment | None) -> None:
    """Put a check-in into the trash, or with None take it out again."""
    with db.write():
        db.run("UPDATE checkin SET deleted_at = ? WHERE id = ?", (when and stamp(when), checkin_id))


def of_entry(db: Database, entry_id: str) -> list[CheckIn]:
    """The check-ins beside an entry, oldest first."""
    return _checkins(db, db.rows(_CHECKIN + "AND entry_id = ? ORDER BY felt_at, rowid", (entry_id,)))


def latest(db: Database, limit: int) -> list[CheckIn]:
    """The latest check-ins, newest first."""
    return _checkins(db, db.rows(_CHECKIN + "ORDER BY felt_at DESC, rowid DESC LIMIT ?", (limit,)))


def readings(db: Database, since: date | None = None) -> tuple[MoodReading, ...]:
    """Every mood since a local date (or ever), from the index alone; those of trashed entries left out."""
    rows = db.rows(
        """SELECT local_date, mood, relation = 'after' FROM checkin
        WHERE deleted_at IS NULL AND mood IS NOT NULL AND local_date >= ?""",
        (since.isoformat() if since else "",),
    )
    days: dict[str, date] = {}
    result = []
    for text, mood, after in rows:
        day = days.get(text)
        if day is None:
            day = days[text] = date.fromisoformat(text)
        result.append(MoodReading(day, mood, bool(after)))
    return tuple(result)


def set_deleted_with_entry(db: Database, entry_id: str, when: Moment | None) -> None:
    """Let the check-ins beside an entry follow it into the trash, or out of it."""
    with db.write():
        db.run("UPDATE checkin SET deleted_at = ? WHERE entry_id = ?", (when and stamp(when), entry_id))


def feeling_names(db: Database) -> list[str]:
    """Every feeling ever named, the most frequent first."""
    return [row[0] for row in db.rows("SELECT name FROM feeling GROUP BY name ORDER BY count(*) DESC, name")]


def awaiting_next_day(db: Database, today: date) -> str | None:
    """Key of yesterday's latest entry with a reading before or after it, but none of the next day."""
    row = db.row(
        """SELECT entry.id FROM entry WHERE entry.local_date = date(?, '-1 day') AND entry.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM checkin WHERE entry_id = entry.id AND relation IN ('before', 'after')
            AND checkin.deleted_at IS NULL)
        AND NOT EXISTS (SELECT 1 FROM checkin WHERE entry_id = entry.id AND relation = 'next day'
            AND checkin.deleted_at IS NULL)
        ORDER BY entry.position DESC LIMIT 1""",
        (today.isoformat(),),
    )
    return str(row[0]) if row else None


def _checkins(db: Database, rows: Sequence[Row]) -> list[CheckIn]:
    feelings: dict[str, list[Feeling]] = defaultdict(list)
    for key, name, strength in db.rows(
        "SELECT checkin_id, name, strength FROM feeling WHERE checkin_id IN (SELECT value FROM json_each(?))"
        " ORDER BY strength DESC, name",
        (json.dumps([row[0] for row in rows]),),
    ):
        feelings[key].append(Feeling(name, strength))
    return [
        CheckIn(
            key,
            moment_from(at, offset, zone),
            Reading(mood, energy, tuple(feelings[key])),
            Relation(relation),
            entry,
        )
        for key, mood, energy, relation, entry, at, offset, zone in rows
    ]
