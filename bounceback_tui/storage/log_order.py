"""The order of a log in SQL: what `domain/log_order.py` says, asked of rows.

What is said here also stands in views that journals hold: to change it takes a new version of the schema,
which makes those anew, while the earlier versions keep the text that they made (`version_8.py`).
"""

from __future__ import annotations

from bounceback_tui.domain.ids import ALPHABET, TIME_LENGTH
from bounceback_tui.domain.kinds import MEETINGS, NEWS, Kind
from bounceback_tui.storage.columns import one_of

WITH_IT = "({0}.deleted_at IS NULL OR {0}.deleted_at = application.deleted_at)"
"""What belongs to an application: of one in the trash also what went there with it."""

NO_TIME = """(substr({0}.happened_at, 18) = '00.000000Z'
    AND strftime('%H:%M', {0}.happened_at, {0}.utc_offset || ' minutes') = '12:00')"""
"""Whether only the day of an event is known."""

_NUMBER = " + ".join(
    f"(instr('{ALPHABET}', substr({{0}}.id, {place + 1}, 1)) - 1) * {32 ** (TIME_LENGTH - 1 - place)}"
    for place in range(TIME_LENGTH)
)
_MADE_AT = f"""(SELECT strftime('%Y-%m-%dT%H:%M:%S', made / 1000, 'unixepoch')
    || printf('.%03d000Z', made % 1000) FROM (SELECT max({_NUMBER}, 0) AS made))"""
"""The stamp of when a key was made."""


def planned_before(meeting: str, news: str) -> str:
    """Whether the event of the one name was planned when that of the other was noted."""
    latest = f"""CASE WHEN {NO_TIME.format(meeting)}
        THEN strftime('%Y-%m-%dT%H:%M:%S', {meeting}.happened_at, '+12 hours') || '.000000Z'
        ELSE {meeting}.happened_at END"""
    return f"""({meeting}.kind IN {one_of(MEETINGS)} AND {meeting}.date_known = 1
        AND {news}.kind IN {one_of(NEWS)} AND {news}.seq > {meeting}.seq
        AND {news}.local_date <= {meeting}.local_date
        AND {_MADE_AT.format(news)} < {latest})"""


STAGE_RANK = f"""coalesce((SELECT max(earlier.stage_rank) FROM event AS earlier
    WHERE earlier.application_id = event.application_id AND earlier.deleted_at IS NULL
    AND (earlier.local_date <= event.local_date OR {planned_before("earlier", "event")})), 0)"""
"""The stage reached at an event, as its place in STAGES."""

_SAME_DAY = "later.local_date = event.local_date AND later.last_word = 0 AND event.last_word = 0"
_MOVED_UP = f"""EXISTS (SELECT 1 FROM event AS news WHERE news.application_id = later.application_id
    AND {WITH_IT.format("news")} AND {planned_before("later", "news")})"""
"""Whether something is a meeting that stands before news, and so no longer on its own day."""
_COMES_AFTER = f"""(
    ({_SAME_DAY} AND later.kind = '{Kind.GHOSTED}' AND (later.seq > event.seq
        OR (event.date_known = 0 AND event.kind <> '{Kind.GHOSTED}')))
    OR ({_SAME_DAY} AND event.kind = '{Kind.GHOSTED}' AND later.date_known = 1 AND later.seq > event.seq
        AND NOT {_MOVED_UP})
    OR {planned_before("event", "later")})"""
"""Whether something comes after an event that its day and time would not put there."""

_NOTHING_LATER = f"""NOT EXISTS (SELECT 1 FROM event AS later WHERE later.application_id = application.id
        AND {WITH_IT.format("later")} AND {_COMES_AFTER})"""
_LAST = f"""(SELECT event.{{{{}}}} FROM event
    WHERE event.application_id = application.id AND {WITH_IT.format("event")}
    AND {{}}
    ORDER BY local_date DESC, last_word DESC, happened_at DESC, seq DESC LIMIT 1)"""

LAST = _LAST.format(_NOTHING_LATER)
"""A column of the last thing that happened to an application."""

LAST_SOON = _LAST.format(f"(event.last_word = 1 OR {_NOTHING_LATER})")
"""The same sooner where all are asked for: nothing comes after a last word that its day would not put there,
and most that is over ends with one. It stands in nothing that a journal holds.
"""
