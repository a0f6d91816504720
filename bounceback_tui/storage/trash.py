"""The trash: what is deleted only gets a time of deletion, and comes back with all that went with it."""

from __future__ import annotations

from collections.abc import Iterable
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


def gone_with(db: Database, entry_id: str) -> tuple[Thing, ...]:
    """An entry in the trash and what went there at the same moment: check-ins, events, their application."""
    return _things(
        db,
        """WITH gone (id, event_id, at) AS (
            SELECT id, event_id, deleted_at FROM entry WHERE id = ? AND deleted_at IS NOT NULL),
        applied (id, at) AS (SELECT application_id, at FROM gone JOIN event ON event.id = gone.event_id)
        SELECT 'entry', id FROM gone
        UNION ALL SELECT 'checkin', checkin.id FROM gone
            JOIN checkin ON checkin.entry_id = gone.id AND checkin.deleted_at = gone.at
        UNION ALL SELECT 'event', event.id FROM applied
            JOIN event ON event.application_id = applied.id AND event.deleted_at = applied.at
        UNION ALL SELECT 'application', application.id FROM applied
            JOIN application ON application.id = applied.id AND application.deleted_at = applied.at""",
        entry_id,
    )


def _things(db: Database, sql: str, entry_id: str) -> tuple[Thing, ...]:
    rows = db.rows(sql, (entry_id,))
    return tuple(Thing(Table(table), key) for table, key in rows)
