"""The tables that note how to take back whatever is written, and the triggers that fill them.

A step is one thing that somebody did, with its label; a change is one row that it touched. What a change
keeps is enough to reverse it: the key of a row that was added, the values before of what was changed in one,
all values of one that was removed. (The way of sqlite.org/undoredo.html, with values in the place of SQL.)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

KEYS: Mapping[str, tuple[str, ...]] = {
    "application": ("id",),
    "event": ("id",),
    "entry": ("id",),
    "tag": ("entry_id", "name"),
    "revision": ("id",),
    "checkin": ("id",),
    "feeling": ("checkin_id", "name"),
    "cause": ("event_id", "place"),
    "attribution": ("event_id", "at_close"),
    "episode": ("event_id",),
    "tick": ("episode_id", "step_id"),
    "feedback": ("episode_id",),
    "remark": ("episode_id", "place"),
    "lead": ("id",),
    "contact": ("lead_id", "contacted_on"),
    "rest": ("id",),
    "thought": ("id",),
    "checkin_revision": ("id",),
    "saved_search": ("name",),
    "tag_colour": ("name",),
    "person": ("id",),
    "trap": ("id",),
    "strength": ("id",),
    "focus": ("id",),
    "posting": ("id",),
    "posting_mark": ("posting_id", "focus_id"),
    "cv_change": ("id",),
    "writing": ("id",),
    "writing_session": ("writing_id", "place"),
    "preparation": ("id",),
    "setback": ("preparation_id", "place"),
    "passed_over": ("id",),
    "imported": ("format", "source_id"),
}
"""What tells the rows of a table apart, for every table in which something can be taken back.

What belongs to a row begins with the key of that: see `BELONG`.
"""

TRASHED = (
    *("application", "event", "entry", "checkin"),
    *("lead", "rest", "thought", "person", "trap", "strength"),
    *("focus", "posting", "cv_change", "writing", "preparation"),
)
"""Tables with a trash (`trash.Table`): taking back that a row was added puts it there; no word is lost."""

MORE_KEYS: Mapping[str, tuple[str, ...]] = {
    "guide": ("digest",),
    "said": ("name",),
    "import_mapping": ("headers",),
    "draft": ("form", "target"),
}
"""The same for tables in which only an import can be taken back; no trigger notes their rows."""

ALL_KEYS = {**KEYS, **MORE_KEYS}
"""The same for every table of an export."""

BELONG: Mapping[str, str] = {
    "tag": "entry",
    "feeling": "checkin",
    "cause": "event",
    "attribution": "event",
    "episode": "event",
    "contact": "lead",
    "posting_mark": "posting",
    "writing_session": "writing",
    "setback": "preparation",
}
"""Tables whose rows go to the trash with the row of another table."""

LOG = (
    """CREATE TABLE undo_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL CHECK (label <> ''),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT""",
    """CREATE TABLE undo_change (
    seq INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES undo_step (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('added', 'changed', 'removed')),
    place TEXT NOT NULL,  -- the table
    row_key TEXT NOT NULL CHECK (json_valid(row_key)),
    before TEXT NOT NULL CHECK (json_valid(before))
) STRICT""",
    "CREATE INDEX undo_change_step ON undo_change (step_id, seq)",
    """CREATE TABLE undo_now (  -- the step that is being taken; none between two
    one INTEGER PRIMARY KEY CHECK (one = 1),
    step_id INTEGER
) STRICT""",
    "INSERT INTO undo_now VALUES (1, NULL)",
)
"""Statements that make the tables."""


def triggers(columns: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Statements that make the triggers; `columns` are those of each table in `KEYS` that can be written."""
    for table, names in columns.items():
        yield _trigger(table, "INSERT", "added", "new", "'{}'")
        yield _trigger(table, "UPDATE", "changed", "new", _changed(names))
        yield _trigger(table, "DELETE", "removed", "old", _all(names))


def _trigger(table: str, on: str, kind: str, row: str, before: str) -> str:
    key = ", ".join(f"{row}.{name}" for name in KEYS[table])
    return f"""CREATE TRIGGER undo_{table}_{kind} AFTER {on} ON {table}
    WHEN (SELECT step_id FROM undo_now) IS NOT NULL
    BEGIN INSERT INTO undo_change (step_id, kind, place, row_key, before)
        SELECT step_id, '{kind}', '{table}', json_array({key}), {before} FROM undo_now; END"""


def _all(names: Sequence[str]) -> str:
    pairs = ", ".join(f"'{name}', old.{name}" for name in names)
    return f"json_object({pairs})"


def _changed(names: Sequence[str]) -> str:
    """Only what differs: a text of megabytes is not kept again because a date beside it changed."""
    rows = " UNION ALL ".join(
        f"SELECT '{name}' AS name, old.{name} AS value WHERE old.{name} IS NOT new.{name}" for name in names
    )
    return f"(SELECT json_group_object(name, value) FROM ({rows}))"
