"""The trash: what is deleted only gets a time of deletion, and comes back with all that went with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from bounceback_tui.domain.moment import Moment
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


def _things(db: Database, sql: str, key: str) -> tuple[Thing, ...]:
    return tuple(Thing(Table(table), one) for table, one in db.rows(sql, (key,)))
