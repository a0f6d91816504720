"""The trash: what is deleted only gets a time of deletion, and comes back with all that went with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage import undo
from bounceback_tui.storage.columns import stamp
from bounceback_tui.storage.database import Database


class Table(StrEnum):
    """The tables whose rows can be put into the trash."""

    APPLICATION = "application"
    EVENT = "event"
    ENTRY = "entry"
    CHECKIN = "checkin"
    LEAD = "lead"
    REST = "rest"
    THOUGHT = "thought"
    PERSON = "person"
    TRAP = "trap"
    STRENGTH = "strength"
    FOCUS = "focus"
    POSTING = "posting"
    CV_CHANGE = "cv_change"
    WRITING = "writing"
    PREPARATION = "preparation"


class Thing(NamedTuple):
    """Something that can be put into the trash."""

    table: Table
    id: str


def put_away(db: Database, things: Iterable[Thing], when: Moment) -> None:
    """Put things into the trash; what is there already stays as it is."""
    with db.write():
        for table, key in things:
            db.run(
                f"UPDATE {table} SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL", (stamp(when), key)
            )


def bring_back(db: Database, things: Iterable[Thing]) -> None:
    """Take things out of the trash."""
    with db.write():
        for table, key in things:
            db.run(f"UPDATE {table} SET deleted_at = NULL WHERE id = ?", (key,))


def goes_with(db: Database, entry_id: str) -> tuple[Thing, ...]:
    """An entry and the check-ins beside it, as far as they are not in the trash."""
    return _things(
        db,
        """WITH wanted (id) AS (VALUES (?))
        SELECT 'entry', entry.id FROM wanted JOIN entry USING (id) WHERE deleted_at IS NULL
        UNION ALL SELECT 'checkin', checkin.id FROM wanted
            JOIN checkin ON checkin.entry_id = wanted.id WHERE deleted_at IS NULL""",
        entry_id,
    )


def belongs_to_application(db: Database, application_id: str) -> tuple[Thing, ...]:
    """An application with its log, its people and what was planned for it, as far as not in the trash.

    Entries stay where they are.
    """
    kept = " UNION ALL ".join(
        f"SELECT '{table}', id FROM {table} WHERE application_id = ?1 AND deleted_at IS NULL"
        for table in (Table.EVENT, Table.PERSON, Table.PREPARATION)
    )
    return _things(
        db,
        f"SELECT 'application', id FROM application WHERE id = ?1 AND deleted_at IS NULL UNION ALL {kept}",
        application_id,
    )


def gone_with(db: Database, thing: Thing) -> tuple[Thing, ...]:
    """A thing in the trash with all that went there with it, and what it belongs to; nothing where it is not.

    The event and application of an entry come along whenever they went, since an entry without them would
    tell of nothing; so do the entry of a check-in, and the application of an event, person or preparation.
    """
    table, key = thing
    if table in _COMING_ALONG:
        return tuple(dict.fromkeys(_things(db, _COMING_ALONG[table], key)))
    return _things(db, f"SELECT '{table}', id FROM {table} WHERE id = ? AND deleted_at IS NOT NULL", key)


_ENTRY = """WITH gone (id, event_id, at) AS (
            SELECT id, event_id, deleted_at FROM entry WHERE id = {which} AND deleted_at IS NOT NULL),
        applied (id, at) AS (
            SELECT application_id, event.deleted_at FROM gone JOIN event ON event.id = gone.event_id)
        SELECT 'entry', id FROM gone
        UNION ALL SELECT 'checkin', checkin.id FROM gone
            JOIN checkin ON checkin.entry_id = gone.id AND checkin.deleted_at = gone.at
        UNION ALL SELECT 'event', event.id FROM applied
            JOIN event ON event.application_id = applied.id AND event.deleted_at = applied.at
        UNION ALL SELECT 'application', application.id FROM applied
            JOIN application ON application.id = applied.id AND application.deleted_at IS NOT NULL"""

_APPLICATION = """SELECT 'application', application.id FROM gone
    JOIN application ON application.id = gone.application_id AND application.deleted_at IS NOT NULL"""


def _of_application(table: Table) -> str:
    return f"""WITH gone (application_id) AS (
        SELECT application_id FROM {table} WHERE id = ?1 AND deleted_at IS NOT NULL)
        SELECT '{table}', ?1 FROM gone UNION ALL {_APPLICATION}"""


_COMING_ALONG: Mapping[Table, str] = {
    Table.ENTRY: _ENTRY.format(which="?1"),
    Table.CHECKIN: f"""SELECT 'checkin', id FROM checkin WHERE id = ?1 AND deleted_at IS NOT NULL
        UNION ALL SELECT * FROM ({_ENTRY.format(which="(SELECT entry_id FROM checkin WHERE id = ?1)")})""",
    Table.EVENT: f"""WITH gone (application_id, at) AS (
        SELECT application_id, deleted_at FROM event WHERE id = ?1 AND deleted_at IS NOT NULL)
        SELECT 'event', event.id FROM gone
            JOIN event ON event.application_id = gone.application_id AND event.deleted_at = gone.at
        UNION ALL {_APPLICATION}""",
    Table.APPLICATION: """WITH gone (id, at) AS (
        SELECT id, deleted_at FROM application WHERE id = ?1 AND deleted_at IS NOT NULL),
        told (id, at) AS (SELECT entry.id, at FROM gone JOIN event ON event.application_id = gone.id
            JOIN entry ON entry.event_id = event.id AND entry.deleted_at = at)
        SELECT 'application', id FROM gone
        UNION ALL SELECT 'event', event.id FROM gone
            JOIN event ON event.application_id = gone.id AND event.deleted_at = at
        UNION ALL SELECT 'person', person.id FROM gone
            JOIN person ON person.application_id = gone.id AND person.deleted_at = at
        UNION ALL SELECT 'preparation', preparation.id FROM gone
            JOIN preparation ON preparation.application_id = gone.id AND preparation.deleted_at = at
        UNION ALL SELECT 'entry', id FROM told
        UNION ALL SELECT 'checkin', checkin.id FROM told
            JOIN checkin ON checkin.entry_id = told.id AND checkin.deleted_at = at""",
    Table.PERSON: _of_application(Table.PERSON),
    Table.PREPARATION: _of_application(Table.PREPARATION),
}
"""For the tables where more comes along: what selects all of it for the key ?1."""


def destroy(db: Database, key: str) -> None:
    """Remove an entry for good, with all that is only its own.

    It leaves the index of words, the steps to take back and, once settled, the file itself. What was said of
    its event goes along where no other entry tells of it; the log of the application stays.
    """
    with db.write():
        events = _ids(
            db,
            """SELECT event_id FROM entry WHERE id = ?1 AND event_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM entry AS other
                WHERE other.event_id = entry.event_id AND other.id <> ?1)""",
            key,
        )
        checkins = _ids(db, "SELECT id FROM checkin WHERE entry_id = ?", key)
        versions = _ids(db, "SELECT id FROM revision WHERE entry_id = ?", key)
        undo.forget(db, [key, *events, *checkins, *versions])
        for event in events:
            db.run("DELETE FROM cause WHERE event_id = ?", (event,))
            db.run("DELETE FROM attribution WHERE event_id = ?", (event,))
        for owner in (key, *checkins):
            db.run("DELETE FROM draft WHERE substr(target, 1, 26) = ?", (owner,))
        db.run("DELETE FROM entry WHERE id = ?", (key,))
        for event in events:
            _remove_unseen(db, event)
        _remove_left(db)
        # else the words would stay in the index until its pieces are merged some day
        db.run("INSERT INTO entry_words (entry_words) VALUES ('optimize')")


def _ids(db: Database, sql: str, key: str) -> list[str]:
    return [row[0] for row in db.rows(sql, (key,))]


def _remove_unseen(db: Database, event_id: str) -> None:
    """What went to the trash with an event and no entry tells of can be seen by nobody, and goes, too.

    Of an application that lies there itself all such events go; of one that stays, others are left alone.
    """
    row = db.row(
        """SELECT application_id, CASE WHEN application.deleted_at IS NULL THEN event.deleted_at END
        FROM event JOIN application ON application.id = application_id
        WHERE event.id = ? AND event.deleted_at IS NOT NULL""",
        (event_id,),
    )
    if row is None:
        return
    unseen = """SELECT id FROM event WHERE application_id = ?1 AND deleted_at = coalesce(?2, deleted_at)
        AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.event_id = event.id)"""
    events = [str(found[0]) for found in db.rows(unseen, row)]
    undo.forget(db, events)
    db.run(
        f"""DELETE FROM draft WHERE substr(target, 1, 26) IN
        (SELECT episode.id FROM episode WHERE event_id IN ({unseen}))""",
        row,
    )
    db.run(f"DELETE FROM event WHERE id IN ({unseen})", row)
    if db.run(
        """DELETE FROM application WHERE id = ? AND deleted_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM event WHERE event.application_id = application.id)""",
        row[:1],
    ):
        undo.forget(db, [str(row[0])])  # of one that stays, other steps can still be taken back


def _remove_left(db: Database) -> None:
    """An application that everything left, and that no step brings back any more, can be seen by nobody."""
    db.run(
        """DELETE FROM application WHERE deleted_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM event WHERE event.application_id = application.id)
        AND NOT EXISTS (SELECT 1 FROM undo_change
            WHERE (place = 'application' AND json_extract(row_key, '$[0]') = application.id)
            OR (place = 'event' AND json_extract(before, '$.application_id') = application.id))"""
    )


def _things(db: Database, sql: str, entry_id: str) -> tuple[Thing, ...]:
    rows = db.rows(sql, (entry_id,))
    return tuple(Thing(Table(table), key) for table, key in rows)
