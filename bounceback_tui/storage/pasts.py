"""What statistics look at besides readings, episodes and logs: a row for each case, and no more of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import TypeVar

from bounceback_tui.domain.checkin import Relation
from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, Side
from bounceback_tui.domain.feedback import FeedbackState
from bounceback_tui.domain.packed import Days, Groups, Packed
from bounceback_tui.domain.past import MoodsAround, Reasons, Request
from bounceback_tui.storage import feedback
from bounceback_tui.storage.columns import date_from, day_from
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.standing import OF_EPISODE, STANDING, STANDS

One = TypeVar("One")

NOTHING_KNOWN: Mapping[str, str] = MappingProxyType({})


_A_YEAR = 366


class WrittenDays(dict[str, date]):
    """Days by how they are written in the journal; each is made once, however often it stands in a year."""

    def __missing__(self, text: str) -> date:
        if len(self) >= _A_YEAR:
            self.clear()  # most rows come in their order
        day = self[text] = day_from(text)
        return day


def with_those_of(
    rows: Iterable[Row], others: Iterator[tuple[str, Iterable[One]]]
) -> Iterator[tuple[Row, Iterable[One]]]:
    """Each row with what belongs to its key, the first in it, where both come by these keys in order.

    So none of the others is held, of which there may be very many.
    """
    nothing: tuple[str, Iterable[One]] = ("", ())
    key, group = next(others, nothing)
    for row in rows:
        while key and key < row[0]:
            key, group = next(others, nothing)
        yield row, group if key == row[0] else ()


def reasons(db: Database, known: Mapping[str, str] = NOTHING_KNOWN) -> Packed[Reasons]:
    """What each rejection that stands was put down to. Of keys of episodes that are `known`, those stand."""
    words: dict[str, str] = {}  # the same stand in many rows
    causes = groupby(
        db.each("SELECT event_id, side, text FROM cause ORDER BY event_id, place"), key=itemgetter(0)
    )
    sliders: dict[tuple[str, bool], Attribution] = {
        (event, bool(at_close)): Attribution(locus, stability, globality)
        for event, at_close, locus, stability, globality in db.each(
            "SELECT event_id, at_close, locus, stability, globality FROM attribution"
        )
    }
    rows = db.each(f"SELECT event.id, episode.id, event.local_date {STANDING} ORDER BY event.id")
    keys, days, at_log, at_close = [], Days(), [], []
    said: dict[str, list[str]] = {Side.OUTSIDE: [], Side.CHANGEABLE: []}
    by_side = [Groups(texts) for texts in said.values()]
    for (event, key, day), of_event in with_those_of(rows, causes):
        keys.append(known.get(key, key))
        days.append(day_from(day))
        for _, side, text in of_event:
            if side in said:
                said[side].append(words.setdefault(text, text))
        for groups in by_side:
            groups.end()
        at_log.append(sliders.get((event, False), NOT_ATTRIBUTED))
        at_close.append(sliders.get((event, True), NOT_ATTRIBUTED))
    return Packed(Reasons, keys, days, *by_side, at_log, at_close)


def requests(db: Database) -> tuple[Request, ...]:
    """Each request that was sent, and remarks that came without one, of rejections that stand."""
    remarks = {key: one.remarks for key, one in feedback.every(db).items()}
    rows = db.each(
        f"""SELECT episode_id, application.company, feedback.state, asked_on, answered_on
        FROM feedback JOIN episode ON episode.id = feedback.episode_id {OF_EPISODE} WHERE {STANDS}"""
    )
    return tuple(
        Request(key, company, FeedbackState(state), date_from(asked), date_from(answered), remarks[key])
        for key, company, state, asked, answered in rows
        if asked or remarks[key] or state != FeedbackState.NOT_ASKED
    )


def writings(db: Database) -> Iterator[MoodsAround]:
    """The moods around each entry with a text, of those with one before and a later one; there may be many.

    The day is that of the moods with which it was written: it may tell of something long before. Those
    moods are looked for from the ones that came later, since most entries have the first alone; and all is
    read from indexes, in the order of the first of them, since what was written is long. Those of one entry
    stand together and are put together here: SQLite takes as long for groups as for all the rest.
    """
    rows = db.each(
        f"""SELECT later.entry_id, later.relation = '{Relation.AFTER}', later.mood, before.mood,
            CASE WHEN later.relation = '{Relation.AFTER}' AND later.local_date < before.local_date
            THEN later.local_date ELSE before.local_date END
        FROM checkin AS later INDEXED BY checkin_beside
        CROSS JOIN entry INDEXED BY entry_written ON entry.id = later.entry_id
        CROSS JOIN checkin AS before INDEXED BY checkin_beside ON before.entry_id = later.entry_id
        WHERE later.deleted_at IS NULL AND later.mood IS NOT NULL
            AND later.relation IN ('{Relation.AFTER}', '{Relation.NEXT_DAY}')
            AND before.deleted_at IS NULL AND before.mood IS NOT NULL
            AND before.relation = '{Relation.BEFORE}'
            AND entry.deleted_at IS NULL AND trim(entry.text) <> ''
        ORDER BY later.entry_id"""
    )
    return _of_entries(rows)


def _of_entries(rows: Iterable[Row]) -> Iterator[MoodsAround]:
    """A row is a later mood, whether it is one right after, and one before it.

    Of several that stand alike the highest counts, and of the days the earliest.
    """
    days = WrittenDays()
    entry, day, before = "", "", 0
    after = next_day = None
    for key, is_after, mood, mood_before, on in rows:
        if key != entry:
            if entry:
                yield MoodsAround(entry, days[day], before, after, next_day)
            entry, day, before, after, next_day = key, on, mood_before, None, None
        else:
            day = min(day, on)
            before = max(before, mood_before)
        if is_after:
            after = mood if after is None or mood > after else after
        else:
            next_day = mood if next_day is None or mood > next_day else next_day
    if entry:
        yield MoodsAround(entry, days[day], before, after, next_day)


def days_written(db: Database, logged: Iterable[date]) -> Iterator[date]:
    """Local dates with an entry that has a text, and those of the moods right before and after writing it.

    Nothing is read before the first is asked for: in a long journal they take as long as all readings.

    They differ where somebody writes today of what happened on another day: of the `logged` days, which have
    a mood, only those few are looked into that no entry has.
    """
    written = {
        day_from(day)
        for (day,) in db.each(
            """SELECT DISTINCT local_date FROM entry INDEXED BY entry_written
            WHERE deleted_at IS NULL AND trim(text) <> ''"""
        )
    }
    yield from written
    other = [day.isoformat() for day in logged if day not in written]
    rows = db.each(
        f"""SELECT value FROM json_each(?) WHERE EXISTS (
            SELECT 1 FROM checkin INDEXED BY checkin_day
            CROSS JOIN entry INDEXED BY entry_written ON entry.id = checkin.entry_id
            WHERE checkin.local_date = value AND checkin.relation IN ('{Relation.BEFORE}', '{Relation.AFTER}')
            AND checkin.deleted_at IS NULL AND entry.deleted_at IS NULL AND trim(entry.text) <> '')""",
        (json.dumps(other),),
    )
    yield from (day_from(day) for (day,) in rows)
