"""The logs of all applications in short, as statistics read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from sys import intern
from typing import Any

from bounceback_tui.domain.application import NEWS, Event, Kind, Log
from bounceback_tui.domain.log_order import in_order
from bounceback_tui.domain.packed import Days, Groups, Keys, Packed
from bounceback_tui.storage.columns import day_from, moment_from
from bounceback_tui.storage.database import Database, Row

_NEWS = frozenset(map(str, NEWS))


def logs(db: Database) -> Packed[Log]:
    """What happened to every application, in short and in no particular order; there may be very many."""
    rows = db.each(
        """SELECT application.id, event.kind, event.local_date, event.date_known,
            application.company, application.role,
            event.id, event.happened_at, event.utc_offset, event.zone, event.seq
        FROM application
        LEFT JOIN event ON event.application_id = application.id AND event.deleted_at IS NULL
        WHERE application.deleted_at IS NULL
        ORDER BY application.id, event.local_date, event.last_word, event.happened_at, event.seq"""
    )
    prepared = {
        key: day_from(day)
        for key, day in db.each(
            """SELECT application_id, max(interview_on) FROM preparation
            WHERE deleted_at IS NULL AND interview_on IS NOT NULL GROUP BY application_id"""
        )
    }
    kinds = {str(kind): kind for kind in Kind}
    ways: dict[tuple[Kind, ...], tuple[Kind, ...]] = {}  # applications go a few ways, each kept once
    days = Days()
    days_of = Groups(days)
    keys = Keys()
    columns: list[list[Any]] = [[] for _ in range(5)]
    for key, group in groupby(rows, key=itemgetter(0)):
        log = list(group)
        happened = [row[1:4] for row in log if row[1]]  # one without a log has a row all the same
        if _may_be_otherwise(happened):
            happened = _retold(log)
        way = tuple([kinds[row[0]] for row in happened])
        known = () if all(row[2] for row in happened) else tuple(bool(row[2]) for row in happened)
        for row in happened:
            days.append(day_from(row[1]))
        days_of.end()
        company, role = intern(log[0][4]), intern(log[0][5])  # a few names, each in many rows
        keys.append(key)
        told = ways.setdefault(way, way), known, company, role, prepared.get(key)
        for column, value in zip(columns, told, strict=True):
            column.append(value)
    ways_of, known_of, *others = columns
    return Packed(Log, ways_of, days_of, known_of, keys, *others)


def _may_be_otherwise(rows: Sequence[Row]) -> bool:
    """Whether something came after news, or silence on a day with something else; of most logs neither."""
    if any(row[0] in _NEWS for row in rows[:-1]):
        return True
    return len(rows) > 1 and rows[-1][0] == Kind.GHOSTED and rows[-2][1] == rows[-1][1]


def _retold(log: Sequence[Row]) -> list[tuple[str, str, bool]]:
    """Kind, day and whether that is known of rows of `logs`, in their right order.

    A meeting that was planned before the news has the day of the news, as a stage that only follows from it.
    """
    events = in_order(
        [
            Event(key, row[0], Kind(row[1]), moment_from(*when), bool(row[3]), noted=seq)
            for row in log
            for key, *when, seq in (row[6:],)
        ]
    )
    told: list[tuple[str, str, bool]] = []
    next_day = date.max
    for one in reversed(events):
        day, known = one.at.local_date, one.date_known
        if day > next_day:
            day, known = next_day, False
        told.append((one.kind, day.isoformat(), known))
        next_day = day
    return told[::-1]
