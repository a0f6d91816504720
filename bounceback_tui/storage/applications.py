"""Applications and their event logs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from bounceback_tui.domain.application import (
    MEETINGS,
    Application,
    Event,
    Kind,
    Prepared,
    Quality,
    Source,
    status_of,
)
from bounceback_tui.domain.due import OVERDUE
from bounceback_tui.domain.log_order import in_order
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import (
    beginning_so,
    date_from,
    day_from,
    iso,
    key_of,
    moment_columns,
    moment_from,
    one_of,
    stamp,
)
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.log_order import LAST_SOON, NO_TIME

if TYPE_CHECKING:  # what is due is found without a filter
    from bounceback_tui.domain.query_values import Query

_EVENT = """SELECT id, application_id, kind, happened_at, utc_offset, zone, date_known, note, seq FROM event
    WHERE (deleted_at IS NULL OR deleted_at = (
        SELECT application.deleted_at FROM application WHERE application.id = event.application_id)) """
_LIVING = """SELECT event.id, event.seq FROM event JOIN application ON application.id = event.application_id
    WHERE event.deleted_at IS NULL AND application.deleted_at IS NULL"""
_LOG_ORDER = " ORDER BY application_id, local_date, last_word, happened_at, seq"
_COLUMNS = """application.id, application.company, application.role, application.source,
    application.specialised, application.link, application.notes, application.next_on,
    application.next_words, application.document, application.read_closely, application.tailored,
    application.liked, (SELECT json_group_array(json_array(interview_on, preparation.id)) FROM preparation
    WHERE application_id = application.id AND preparation.deleted_at IS NULL AND interview_on IS NOT NULL)"""
_APPLICATION = f"SELECT {_COLUMNS} FROM application WHERE deleted_at IS NULL "
_WITH_LAST = f"FROM application LEFT JOIN event AS latest ON latest.seq = {LAST_SOON.format('seq')} WHERE "
_ENDED = one_of(kind for kind in Kind if status_of((kind,)).ended)
_OVER = f"ifnull(latest.kind IN {_ENDED}, 0)"
_MEETINGS = one_of(MEETINGS)
_SOME_AHEAD = f"""application.id IN (SELECT application_id FROM event
    WHERE kind IN {_MEETINGS} AND local_date >= date(?, '-2 days'))"""
"""Asked of an index, and once: few have a meeting ahead. Local dates of one moment may be two days apart."""
_DUE = f"""min(CASE WHEN application.next_on >= ? THEN application.next_on ELSE '9' END,
    CASE WHEN {_SOME_AHEAD} THEN ifnull((SELECT min(ahead.local_date) FROM event AS ahead
        WHERE ahead.application_id = application.id AND ahead.deleted_at IS NULL AND ahead.date_known = 1
        AND ahead.kind IN {_MEETINGS} AND CASE WHEN {NO_TIME.format("ahead")}
        THEN ahead.local_date >= ? ELSE ahead.happened_at > ? END), '9') ELSE '9' END,
    ifnull((SELECT min(interview_on) FROM preparation
        WHERE application_id = application.id AND deleted_at IS NULL AND interview_on >= ?
        AND NOT EXISTS (SELECT 1 FROM event AS there
            WHERE there.application_id = application.id AND there.deleted_at IS NULL
            AND there.date_known = 1 AND there.kind IN {_MEETINGS}
            AND there.local_date = interview_on)), '9'))"""
"""What `domain/meeting.py: due_of` says; takes the values of `_of_now`."""
_IN_ORDER = f""" ORDER BY
    CASE WHEN {_OVER} THEN '~' ELSE {_DUE} || ' ' || ifnull(latest.happened_at, '9') END,
    latest.happened_at DESC, latest.utc_offset DESC, latest.zone DESC,
    application.added_at DESC, application.rowid DESC"""
"""What is open before what is over; open ones by what is due, then the longest silent; else the latest.

The first of it is one text, since comparing one is quicker than three.
"""


def add(db: Database, application: Application, added: Moment) -> None:
    """Add an application and its events."""
    with db.write():
        db.insert(
            "application",
            id=application.id,
            **_said(application),
            **moment_columns("added", added),
        )
        for event in application.events:
            add_event(db, event)


def add_event(db: Database, event: Event) -> None:
    """Add to the log of an application."""
    with db.write():
        db.insert(
            "event",
            id=event.id,
            application_id=event.application_id,
            kind=event.kind,
            **moment_columns("happened", event.at),
            date_known=event.date_known,
            note=event.note,
        )


def change_event(db: Database, event: Event) -> None:
    """Let an event be of another kind or time, or have another note."""
    with db.write():
        db.update(
            "event",
            {"id": event.id},
            kind=event.kind,
            **moment_columns("happened", event.at),
            date_known=event.date_known,
            note=event.note,
        )


def describe(db: Database, application: Application) -> None:
    """Store what an application says of itself: company, role, source and so on; its log stays."""
    with db.write():
        db.update("application", {"id": application.id}, **_said(application))


def is_prepared(db: Database, application_id: str) -> bool:
    """Whether a person or a preparation that is not in the trash belongs to an application."""
    return any(
        db.row(f"SELECT 1 FROM {table} WHERE application_id = ? AND deleted_at IS NULL", (application_id,))
        for table in ("person", "preparation")
    )


def move_event(db: Database, event_id: str, application_id: str) -> None:
    """Let an event belong to another application."""
    with db.write():
        db.run("UPDATE event SET application_id = ? WHERE id = ?", (application_id, event_id))


def _of_now(now: Moment) -> list[object]:
    """Since when a next date is due; today; since when meetings are, without a time, with one, prepared."""
    today = now.local_date.isoformat()
    return [(now.local_date - OVERDUE).isoformat(), today, today, stamp(now), today]


def keys(db: Database, now: Moment, query: Query) -> Sequence[str]:
    """The keys of the applications that fit a query.

    Open ones come first: by the day on which something is due, then the longest silent. Then those that are
    over, the latest first.
    """
    from bounceback_tui.domain.packed import Keys  # noqa: PLC0415 - see above
    from bounceback_tui.storage.application_query import condition  # noqa: PLC0415 - as above

    if query.words:
        return Keys(one.id for one in matching(db, query, now))
    where, values = condition(query)
    rows = db.each(f"SELECT application.id {_WITH_LAST} {where} {_IN_ORDER}", [*values, *_of_now(now)])
    return Keys(row[0] for row in rows)


def with_keys(db: Database, wanted: Sequence[str]) -> dict[str, Application]:
    """The applications with these very keys, by key."""
    rows = db.rows(_APPLICATION + "AND id IN (SELECT value FROM json_each(?))", (json.dumps(list(wanted)),))
    return {one.id: one for one in _with_logs(db, rows)}


def with_dates(db: Database, since: date, today: date, until: date) -> list[Application]:
    """The applications with a next date from `since` on or a meeting from today on, until that day."""
    rows = db.rows(
        f"""{_APPLICATION} AND id IN (
            SELECT id FROM application WHERE next_on BETWEEN ?1 AND ?3 AND deleted_at IS NULL
            UNION ALL SELECT application_id FROM event WHERE kind IN {_MEETINGS}
            AND local_date BETWEEN ?2 AND ?3 AND date_known = 1 AND deleted_at IS NULL)""",
        (since.isoformat(), today.isoformat(), until.isoformat()),
    )
    return _with_logs(db, rows)


def has_any(db: Database) -> bool:
    """Whether there is any application."""
    return db.row("SELECT 1 FROM application WHERE deleted_at IS NULL LIMIT 1") is not None


def matching(db: Database, query: Query, now: Moment | None = None) -> list[Application]:
    """The applications that fit a query, in the order of `keys`; in any order without the time."""
    from bounceback_tui.storage.application_query import condition, with_words  # noqa: PLC0415 - see above

    where, values = condition(query)
    with db.read():
        logs = _logs(db.rows(_EVENT + _LOG_ORDER))
        order, ahead = (_IN_ORDER, _of_now(now)) if now else ("", [])
        rows = db.rows(f"SELECT {_COLUMNS} {_WITH_LAST} {where} {order}", [*values, *ahead])
    return with_words([_application(row, logs) for row in rows], query.words)


def of_company(db: Database, company: str) -> list[Application]:
    """The applications to one company, however it is spelled, the latest added first."""
    rows = db.rows(
        _APPLICATION + "AND company_key = ? ORDER BY added_at DESC, rowid DESC", (key_of(company),)
    )
    return _with_logs(db, rows)


def with_id(db: Database, beginning: str) -> list[Application]:
    """The applications whose key begins so, at most two."""
    rows = db.rows(
        _APPLICATION + "AND id >= ? AND id < ? ORDER BY id LIMIT 2",
        beginning_so(beginning),
    )
    return _with_logs(db, rows)


def latest(db: Database, place: int) -> list[Application]:
    """The application that was added last, or that so many places before; empty where there is none."""
    return _with_logs(db, db.rows(_APPLICATION + "ORDER BY id DESC LIMIT 1 OFFSET ?", (place,)))


def count(db: Database) -> int:
    """How many there are, without those in the trash."""
    return db.number("SELECT count(*) FROM application WHERE deleted_at IS NULL")


def of_event(db: Database, event_id: str) -> Application | None:
    """The application that an event belongs to."""
    rows = db.rows(_APPLICATION + "AND id = (SELECT application_id FROM event WHERE id = ?)", (event_id,))
    return next(iter(_with_logs(db, rows)), None)


def events_with_id(db: Database, beginning: str) -> list[str]:
    """The keys of events in a log that begin so, at most two."""
    sql = f"SELECT id FROM ({_LIVING}) WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"
    rows = db.rows(sql, beginning_so(beginning))
    return [row[0] for row in rows]


def latest_events(db: Database) -> list[str]:
    """The keys of all events in a log, the one that was noted last first."""
    return [row[0] for row in db.rows(f"SELECT id FROM ({_LIVING}) ORDER BY seq DESC")]


def _with_logs(db: Database, rows: Sequence[Row]) -> list[Application]:
    keys = json.dumps([row[0] for row in rows])
    logs = _logs(
        db.rows(f"{_EVENT} AND application_id IN (SELECT value FROM json_each(?)) {_LOG_ORDER}", (keys,))
    )
    return [_application(row, logs) for row in rows]


def _logs(rows: Sequence[Row]) -> dict[str, tuple[Event, ...]]:
    return {
        key: in_order([_event(row) for row in group])
        for key, group in groupby(rows, key=lambda row: str(row[1]))
    }


def _event(row: Row) -> Event:
    key, application, kind, happened, offset, zone, known, note, seq = row
    return Event(key, application, Kind(kind), moment_from(happened, offset, zone), bool(known), note, seq)


def _application(row: Row, logs: dict[str, tuple[Event, ...]]) -> Application:
    key, company, role, source, specialised, link, notes, next_on, next_words, document, *rest = row
    *quality, prepared = rest
    return Application(
        key,
        company,
        role,
        Source(source) if source else None,
        _yes_or_no(specialised),
        link,
        notes,
        logs.get(key, ()),
        date_from(next_on),
        next_words,
        document,
        Quality(*map(_yes_or_no, quality)),
        () if prepared == "[]" else _prepared(prepared),
    )


def _prepared(listed: str) -> tuple[Prepared, ...]:
    found = [Prepared(day_from(day), key) for day, key in json.loads(listed)]
    return tuple(sorted(found))


def _yes_or_no(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _said(application: Application) -> dict[str, object]:
    """What an application says of itself, by column."""
    quality = application.quality
    return {
        "company": application.company,
        "company_key": key_of(application.company),
        "role": application.role,
        "role_key": key_of(application.role),
        "source": application.source,
        "specialised": application.specialised,
        "link": application.link,
        "notes": application.notes,
        "next_on": iso(application.next_on),
        "next_words": application.next_words,
        "document": application.document,
        "read_closely": quality.read_closely,
        "tailored": quality.tailored,
        "liked": quality.liked,
    }
