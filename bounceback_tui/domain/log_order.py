"""In which order a log is told where its dates alone would tell it wrongly.

Events come in the order of their days, and of their times within a day; what ends an application is the
last word of its day. Two things are known better by when they were noted:

- Silence is what somebody says of the wait so far. On its day it comes after all that was noted before it,
  and before whatever was noted after it, so that a reply of the same day opens the application again.
- A meeting that was still ahead when the offer, or the end, was noted comes before that, though its day
  comes later: what was planned before the news cannot be what came of it. One that is agreed upon afterwards
  comes after it.

The last event then says where the application stands; `storage/log_order.py` tells the same to SQL.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bounceback_tui.domain.application import LAST_WORDS, MEETINGS, NEWS, Event, Kind
from bounceback_tui.domain.ids import made_at

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_HALF_A_DAY = timedelta(hours=12)

_Place = tuple[object, ...]


def in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events of one application as its log tells them."""
    told = sorted(events, key=lambda one: _place(one, events))
    for meeting in [one for one in told if one.kind in MEETINGS]:
        before = told[: told.index(meeting)]
        news = next((one for one in before if planned_before(meeting, one)), None)
        if news:
            told.remove(meeting)
            told.insert(told.index(news), meeting)
    return tuple(told)


def planned_before(meeting: Event, news: Event) -> bool:
    """Whether a meeting of that day or later was noted before the news, and was still ahead then.

    Where its time is not known it is ahead until its day is over.
    """
    return (
        meeting.kind in MEETINGS
        and meeting.date_known
        and news.kind in NEWS
        and news.noted > meeting.noted
        and news.at.local_date <= meeting.at.local_date
        and made_at(news.id) * 1000 < _latest(meeting)
    )


def _place(event: Event, log: Sequence[Event]) -> _Place:
    silent = event.kind is Kind.GHOSTED
    told_after = (event.date_known or silent) and event.kind not in LAST_WORDS
    silences = [
        one
        for one in log
        if told_after
        and one.kind is Kind.GHOSTED
        and one.at.local_date == event.at.local_date
        and one.noted < event.noted
    ]
    return (
        event.at.local_date,
        event.kind in LAST_WORDS,
        len(silences),
        silent,
        event.at.utc,
        event.noted,
    )


def _latest(meeting: Event) -> int:
    """Microseconds since 1970 until which a meeting is ahead."""
    last = meeting.at.utc if meeting.at.has_time else meeting.at.utc + _HALF_A_DAY
    return (last - _EPOCH) // _MICROSECOND
