"""The logs of all applications in short, as statistics read them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from sys import intern

from bounceback_tui.domain.application import NEWS, Event, Kind, Log
from bounceback_tui.domain.log_order import in_order
from bounceback_tui.domain.packed import Days, Groups, Keys, Packed
from bounceback_tui.storage.columns import day_from, moment_from
from bounceback_tui.storage.database import Database, Row

_NEWS = frozenset(NEWS)


def logs(db: Database) -> Packed[Log]:
    """What happened to every application, in short and by their keys; there may be very many.

    Names and events are read side by side, each in the order of an index: joined, every event would bring
    the names along. What stands in another order than its days tell is seldom, and read once more.
    """
    with db.read():
        prepared = {
            key: day_from(day)
            for key, day in db.each(
                """SELECT application_id, max(interview_on) FROM preparation
                WHERE deleted_at IS NULL AND interview_on IS NOT NULL GROUP BY application_id"""
            )
        }
        ways: dict[tuple[str, ...], tuple[Kind, ...]] = {}  # applications go a few ways, each kept once
        keys, days = Keys(), Days()
        days_of = Groups(days)
        ways_of, known_of, companies, roles, interviews = [], [], [], [], []
        otherwise: dict[str, tuple[int, int]] = {}  # places of such a log, and of the first of its days
        for key, company, role, log in _side_by_side(db):
            words = tuple([row[1] for row in log])
            way = ways.get(words)
            if way is None:
                way = ways[words] = tuple(map(Kind, words))
            if _may_be_otherwise(way, log):
                otherwise[key] = len(keys), len(days)
            for row in log:
                days.append(day_from(row[2]))
            days_of.end()
            sure = [row[3] for row in log]
            keys.append(key)
            ways_of.append(way)
            known_of.append(() if all(sure) else tuple(map(bool, sure)))
            companies.append(intern(company))  # a few names, each in many rows
            roles.append(intern(role))
            interviews.append(prepared.get(key))
        for key, way, told, known in _retold(db, list(otherwise)):
            place, first = otherwise[key]
            ways_of[place], known_of[place] = ways.setdefault(way, way), known
            for at, day in enumerate(told, first):
                days.put(at, day)
    return Packed(Log, ways_of, days_of, known_of, keys, companies, roles, interviews)


def _side_by_side(db: Database) -> Iterator[tuple[str, str, str, list[Row]]]:
    """Key, company and role of each application; of its events the key, kind, day, and if that is known."""
    nothing: tuple[str, Iterator[Row]] = ("~", iter(()))  # behind every key
    events = groupby(
        db.each(
            """SELECT application_id, kind, local_date, date_known FROM event INDEXED BY event_log
            WHERE deleted_at IS NULL ORDER BY application_id, local_date, last_word, happened_at, seq"""
        ),
        key=itemgetter(0),
    )
    of, log = next(events, nothing)
    for key, company, role in db.each(
        "SELECT id, company, role FROM application WHERE deleted_at IS NULL ORDER BY id"
    ):
        while of < key:  # of an application in the trash
            of, log = next(events, nothing)
        yield key, company, role, list(log) if of == key else []


def _may_be_otherwise(way: tuple[Kind, ...], log: Sequence[Row]) -> bool:
    """Whether something came after news, or silence on a day with something else; of most logs neither."""
    silent = len(way) > 1 and way[-1] is Kind.GHOSTED and log[-2][2] == log[-1][2]
    return silent or not _NEWS.isdisjoint(way[:-1])


_Told = tuple[str, tuple[Kind, ...], tuple[date, ...], tuple[bool, ...]]


def _retold(db: Database, keys: Sequence[str]) -> Iterator[_Told]:
    """Of some applications the key, kinds, days and which of those are known, in their right order.

    A meeting that was planned before the news has the day of the news, as a stage that only follows from it.
    """
    rows = db.each(
        """SELECT application_id, id, kind, happened_at, utc_offset, zone, date_known, seq FROM event
        WHERE deleted_at IS NULL AND application_id IN (SELECT value FROM json_each(?))
        ORDER BY application_id, local_date, last_word, happened_at, seq""",
        (json.dumps(keys),),
    )
    for of, log in groupby(rows, key=itemgetter(0)):
        events = in_order(
            [
                Event(key, of, Kind(kind), moment_from(*when), bool(known), noted=seq)
                for _, key, kind, *when, known, seq in log
            ]
        )
        days: list[date] = []
        next_day = date.max
        for one in reversed(events):
            next_day = min(one.at.local_date, next_day)
            days.append(next_day)
        days.reverse()
        sure = [one.date_known and one.at.local_date == day for one, day in zip(events, days, strict=True)]
        known = () if all(sure) else tuple(sure)
        yield of, tuple([one.kind for one in events]), tuple(days), known
