"""What lies in the trash, the latest first: what each is, and its first words.

What went there together with something else, and comes back with it, is told as a part of that: see
`trash.gone_with`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from bounceback_tui.storage.columns import day_from, utc_from
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table

_LONGEST = 200
"""Characters of the words that are read."""


class Found(NamedTuple):
    """A row in the trash."""

    table: Table
    key: str
    words: str
    deleted: datetime
    """In UTC."""
    days: tuple[date, ...]


class _Told(NamedTuple):
    """How the rows of a table are told."""

    words: str
    """An expression for the words."""
    days: tuple[str, ...] = ()
    """Columns with the first and the last day that it is about."""
    unless: str = ""
    """A condition under which it is told with something else."""


_COMPANY = """(SELECT coalesce(nullif(company, ''), 'A company') FROM application
    WHERE application.id = application_id)"""
_WITH_APPLICATION = """EXISTS (SELECT 1 FROM application
    WHERE application.id = {0}.application_id AND application.deleted_at = {0}.deleted_at)"""
_WITH_ENTRY = "EXISTS (SELECT 1 FROM entry WHERE entry.event_id = {0} AND entry.deleted_at IS NOT NULL)"

TOLD: Mapping[Table, _Told] = {
    Table.ENTRY: _Told("CASE WHEN title <> '' THEN title ELSE text END"),
    Table.CHECKIN: _Told(
        """rtrim(coalesce('mood ' || mood || ', ', '') || coalesce('energy ' || energy || ', ', '')
        || coalesce((SELECT group_concat(name || ' ' || strength, ', ') FROM feeling
            WHERE checkin_id = checkin.id), ''), ', ')""",
        unless="""EXISTS (SELECT 1 FROM entry
        WHERE entry.id = checkin.entry_id AND entry.deleted_at = checkin.deleted_at)""",
    ),
    Table.EVENT: _Told(
        f"{_COMPANY} || ': ' || kind || CASE WHEN note = '' THEN '' ELSE ', ' || note END",
        unless=f"""{_WITH_APPLICATION.format("event")} OR {_WITH_ENTRY.format("event.id")}
        OR EXISTS (SELECT 1 FROM event AS other WHERE other.application_id = event.application_id
            AND other.deleted_at = event.deleted_at
            AND (other.seq > event.seq OR {_WITH_ENTRY.format("other.id")}))""",
    ),
    Table.APPLICATION: _Told(
        "coalesce(nullif(company, ''), 'A company') || CASE WHEN role = '' THEN '' ELSE ' · ' || role END",
        unless="""EXISTS (SELECT 1 FROM event JOIN entry ON entry.event_id = event.id
        WHERE event.application_id = application.id AND event.deleted_at = application.deleted_at
        AND entry.deleted_at = event.deleted_at)""",
    ),
    Table.LEAD: _Told("name || CASE WHEN note = '' THEN '' ELSE ', ' || note END"),
    Table.REST: _Told("enjoy", ("starts", "ends")),
    Table.THOUGHT: _Told("thought"),
    Table.PERSON: _Told(
        f"name || ' (' || {_COMPANY} || ')'",
        unless=_WITH_APPLICATION.format("person"),
    ),
    Table.TRAP: _Told("name"),
    Table.STRENGTH: _Told("text"),
    Table.FOCUS: _Told("text"),
    Table.POSTING: _Told("title"),
    Table.CV_CHANGE: _Told("text"),
    Table.WRITING: _Told(
        """(SELECT count(*) || CASE count(*) WHEN 1 THEN ' session' ELSE ' sessions' END
        FROM writing_session WHERE writing_id = writing.id)""",
        ("local_date",),
    ),
    Table.PREPARATION: _Told(
        f"""{_COMPANY} || coalesce(': ' ||
        (SELECT group_concat(text, ', ') FROM setback WHERE preparation_id = preparation.id), '')""",
        unless=_WITH_APPLICATION.format("preparation"),
    ),
}
"""Every table with a trash."""


def everything(db: Database, limit: int) -> list[Found]:
    """The latest things in the trash."""
    rows = db.rows(" UNION ALL ".join(map(_select, TOLD)) + " ORDER BY 4 DESC, 2 DESC LIMIT ?", (limit,))
    return [
        Found(Table(table), key, words, utc_from(at), tuple(day_from(day) for day in days if day))
        for table, key, words, at, *days in rows
    ]


def _select(table: Table) -> str:
    told = TOLD[table]
    first, last = (*told.days, "NULL", "NULL")[:2]
    unless = f" AND NOT ({told.unless})" if told.unless else ""
    return (
        f"SELECT '{table}', {table}.id, substr({told.words}, 1, {_LONGEST}), deleted_at, {first}, {last}"
        f" FROM {table} WHERE deleted_at IS NOT NULL{unless}"
    )
