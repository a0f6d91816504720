"""Check-ins and feelings."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from sys import intern
from typing import TYPE_CHECKING

from bounceback_tui.domain.checkin import CheckIn, CheckInVersion, DayMoods, Feeling, Reading, Relation
from bounceback_tui.storage.columns import beginning_so, day_from, key_of, moment_columns, moment_from
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.readings import reading_from, reading_record

if TYPE_CHECKING:
    from bounceback_tui.domain.packed import Packed

_ANY = "SELECT id, mood, energy, relation, entry_id, felt_at, utc_offset, zone FROM checkin "
_CHECKIN = _ANY + "WHERE deleted_at IS NULL "


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
        _add_feelings(db, checkin.id, checkin.reading)


def change(db: Database, checkin_id: str, reading: Reading) -> None:
    """Let a check-in say something else."""
    with db.write():
        db.run(
            "UPDATE checkin SET mood = ?, energy = ? WHERE id = ?",
            (reading.mood, reading.energy, checkin_id),
        )
        db.run("DELETE FROM feeling WHERE checkin_id = ?", (checkin_id,))
        _add_feelings(db, checkin_id, reading)


def keep_version(db: Database, checkin_id: str, version: CheckInVersion) -> None:
    """Keep what a check-in said before."""
    db.insert(
        "checkin_revision",
        id=version.id,
        checkin_id=checkin_id,
        reading=json.dumps(reading_record(version.reading)),
        **moment_columns("replaced", version.replaced_at),
    )


def versions(db: Database, checkin_id: str) -> list[CheckInVersion]:
    """The earlier versions of a check-in, latest first."""
    rows = db.rows(
        "SELECT id, replaced_at, utc_offset, zone, reading FROM checkin_revision"
        " WHERE checkin_id = ? ORDER BY replaced_at DESC, rowid DESC",
        (checkin_id,),
    )
    return [CheckInVersion(row[0], moment_from(*row[1:4]), reading_from(json.loads(row[4]))) for row in rows]


def with_id(db: Database, beginning: str) -> list[CheckIn]:
    """The check-ins whose key begins so, at most two of them."""
    return _checkins(
        db,
        db.rows(
            _CHECKIN + "AND id >= ? AND id < ? ORDER BY id LIMIT 2",
            beginning_so(beginning),
        ),
    )


def reading_of(db: Database, checkin_id: str) -> Reading | None:
    """What a check-in says, be it in the trash; None where there is none."""
    found = _checkins(db, db.rows(_ANY + "WHERE id = ?", (checkin_id,)))
    return found[0].reading if found else None


def latest(db: Database, limit: int) -> list[CheckIn]:
    """Check-ins, the latest first."""
    return _checkins(db, db.rows(_CHECKIN + "ORDER BY felt_at DESC, rowid DESC LIMIT ?", (limit,)))


def _add_feelings(db: Database, checkin_id: str, reading: Reading) -> None:
    # one feeling, one strength, however often and however it was spelled
    strengths = {key_of(feeling.name): feeling.strength for feeling in reading.feelings}
    for name, strength in strengths.items():
        db.insert("feeling", checkin_id=checkin_id, name=name, strength=strength)


def of_entry(db: Database, entry_id: str) -> list[CheckIn]:
    """The check-ins beside an entry, oldest first."""
    return _checkins(db, db.rows(_CHECKIN + "AND entry_id = ? ORDER BY felt_at, rowid", (entry_id,)))


def beside(db: Database, entry_ids: Sequence[str], relation: Relation) -> dict[str, Reading]:
    """How it felt, by entry: the first reading that stands so to each of these entries."""
    rows = db.rows(
        _CHECKIN
        + "AND relation = ? AND entry_id IN (SELECT value FROM json_each(?)) ORDER BY felt_at, rowid",
        (relation, json.dumps(list(entry_ids))),
    )
    found: dict[str, Reading] = {}
    for one in _checkins(db, rows):
        found.setdefault(one.entry_id or "", one.reading)
    return found


def keys(db: Database) -> list[str]:
    """The keys of all check-ins, oldest first; those of trashed entries left out."""
    return [
        key for (key,) in db.each("SELECT id FROM checkin WHERE deleted_at IS NULL ORDER BY felt_at, rowid")
    ]


def with_keys(db: Database, wanted: Sequence[str]) -> list[CheckIn]:
    """The check-ins with these very keys, oldest first."""
    rows = db.rows(
        _CHECKIN + "AND id IN (SELECT value FROM json_each(?)) ORDER BY felt_at, rowid",
        (json.dumps(list(wanted)),),
    )
    return _checkins(db, rows)


def latest_key(db: Database) -> str:
    """Key of the check-in that was made last; empty where there is none."""
    row = db.row("SELECT max(id) FROM checkin")
    return str(row[0]) if row and row[0] else ""


def readings(db: Database, since: date | None = None) -> Packed[DayMoods]:
    """The middle moods of each day since a local date (or ever); those of trashed entries left out.

    Those taken right after writing are left out, too, since no statistic counts them. All of it comes from an
    index alone, and what is kept of a day takes next to no room: the same few digits stand for very many.
    """
    rows = db.each(
        f"""SELECT local_date, group_concat(mood, '') FROM checkin
        WHERE deleted_at IS NULL AND mood IS NOT NULL AND local_date >= ? AND relation <> '{Relation.AFTER}'
        GROUP BY local_date""",
        (since.isoformat() if since else "",),
    )
    from bounceback_tui.domain.packed import Days, Packed  # noqa: PLC0415 - a short command needs none of it

    days, middles = Days(), []
    for day, moods in rows:
        days.append(day_from(day))
        middles.append(_middle(moods))
    return Packed(DayMoods, days, middles, bytes(len(days)))  # none of them after writing


def _middle(moods: str) -> str:
    """The digit in the middle, or the two there: their median is that of all."""
    ordered, half = sorted(moods), len(moods) // 2
    return ordered[half] if len(moods) % 2 else intern(ordered[half - 1] + ordered[half])


def feeling_names(db: Database) -> list[str]:
    """Every feeling named in a check-in that is not deleted, the most frequent first."""
    rows = db.rows(
        """SELECT name FROM feeling
        WHERE checkin_id NOT IN (SELECT id FROM checkin WHERE deleted_at IS NOT NULL)
        GROUP BY name ORDER BY count(*) DESC, name"""
    )
    return [row[0] for row in rows]


def awaiting_next_day(db: Database, today: date) -> str | None:
    """Key of the entry that was last written yesterday with a reading, but has none of the next day.

    The day of the reading counts, not that of the entry, which may tell of something long ago.
    """
    row = db.row(
        """SELECT beside.entry_id FROM checkin AS beside JOIN entry ON entry.id = beside.entry_id
        WHERE beside.local_date = date(?, '-1 day') AND beside.relation IN ('before', 'after')
        AND beside.deleted_at IS NULL AND entry.deleted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM checkin WHERE entry_id = entry.id AND relation = 'next day'
            AND checkin.deleted_at IS NULL)
        ORDER BY beside.felt_at DESC, entry.position DESC LIMIT 1""",
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
