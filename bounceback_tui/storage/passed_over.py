"""Wordings that were passed over: rows as they were in steps that can no longer be done again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import moment_columns, utc_from, with_key
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.tables import columns_of
from bounceback_tui.storage.trash import Table, Thing, bring_back, gone_with
from bounceback_tui.storage.undo_schema import KEYS, TRASHED

WORDS: Mapping[str, tuple[str, ...]] = {
    "application": ("company", "role", "link", "notes", "document", "next_words"),
    "event": ("note",),
    "cause": ("text",),
    "feedback": ("subject", "message", "answer"),
    "remark": ("theme", "text"),
    "lead": ("name", "note"),
    "rest": ("enjoy",),
    "thought": ("thought", "evidence_for", "evidence_against", "traps", "fairer"),
    "saved_search": ("name", "query"),
    "person": ("name", "role", "email"),
    "trap": ("name",),
    "strength": ("text", "said_by"),
    "focus": ("text",),
    "posting": ("title", "link", "note"),
    "cv_change": ("text", "came_from"),
    "setback": ("text", "answer"),
}
"""Columns with words of the person's own; those of entries, check-ins and steps have versions and drafts."""

_KEPT = {"application": (*WORDS["application"], "company_key", "role_key"), "event": ("note",)}
"""Columns that are kept, where those are not all: what happened, and when, is told by the log."""

_IN_A_LIST = {"cause": "event_id", "remark": "episode_id", "setback": "preparation_id"}
"""Tables whose rows stand in a list, by the column that says in which: their place in it may change."""

_MAY_BE_GONE = {"episode_id": "episode", "application_id": "application"}
_LIVES_WITHOUT = ("strength", "cv_change", "posting", "thought")

Content = dict[str, Any]
"""A row by column."""


class Passed(NamedTuple):
    """A wording that was passed over."""

    id: str
    place: str
    """The table."""
    row_key: list[Any]
    content: Content
    passed: datetime
    """In UTC."""


def touched(db: Database, step: int) -> list[tuple[str, str]]:
    """Table and key, as JSON, of the rows with words that a step touched."""
    rows = db.rows("SELECT DISTINCT place, row_key FROM undo_change WHERE step_id = ?", (step,))
    return [(place, key) for place, key in rows if place in WORDS]


def content_of(db: Database, place: str, key: Sequence[Any]) -> Content | None:
    """A row as it is now, None where it is not there; whether it is in the trash is left out."""
    kept = _KEPT.get(place) or [name for name in columns_of(db, place) if name != "deleted_at"]
    row = db.row(f"SELECT {', '.join(kept)} FROM {place} WHERE {with_key(KEYS[place])}", tuple(key))
    return dict(zip(kept, row, strict=True)) if row else None


def words_of(place: str, content: Content) -> tuple[str, ...]:
    """The words in a row, in order."""
    return tuple(str(content.get(name, "")) for name in WORDS[place])  # earlier versions kept fewer


def said_now(db: Database, place: str, key: Sequence[Any]) -> list[tuple[str, ...]]:
    """The words of a row as it is now; of one in a list those of all in that list."""
    columns = ", ".join(WORDS[place])
    if column := _IN_A_LIST.get(place):
        return db.rows(f"SELECT {columns} FROM {place} WHERE {column} = ?", (key[0],))
    return db.rows(f"SELECT {columns} FROM {place} WHERE {with_key(KEYS[place])}", tuple(key))


def is_told(db: Database, event_id: str) -> bool:
    """Whether an entry tells of an event: its versions keep the other side of it."""
    return db.row("SELECT 1 FROM entry WHERE event_id = ? LIMIT 1", (event_id,)) is not None


def keep(db: Database, wording: Passed, now: Moment) -> None:
    """Keep a wording, unless it is kept already. Inside `write()`."""
    words = words_of(wording.place, wording.content)
    kept = [one for one in every(db) if (one.place, one.row_key) == (wording.place, wording.row_key)]
    if words in [words_of(one.place, one.content) for one in kept]:
        return
    db.insert(
        "passed_over",
        id=wording.id,
        place=wording.place,
        row_key=json.dumps(wording.row_key, ensure_ascii=False),
        content=json.dumps(wording.content, ensure_ascii=False),
        **moment_columns("passed", now),
    )


def every(db: Database, limit: int = -1) -> list[Passed]:
    """What was passed over, the latest first."""
    return _read(db, "ORDER BY passed_at DESC, id DESC LIMIT ?", limit)


def find(db: Database, key: str) -> Passed | None:
    """One by its key."""
    return next(iter(_read(db, "WHERE id = ?", key)), None)


def _read(db: Database, which: str, value: object) -> list[Passed]:
    rows = db.rows(f"SELECT id, place, row_key, content, passed_at FROM passed_over {which}", (value,))
    return [
        Passed(key, place, json.loads(row_key), json.loads(content), utc_from(at))
        for key, place, row_key, content, at in rows
        if place in WORDS
    ]


def write_back(db: Database, passed: Passed) -> None:
    """Let a row say that again, out of the trash where it lies there; inside `write()`.

    One of a list never takes the place of another. Raises StorageError where what it belongs to is gone.
    """
    place, key, content = passed.place, list(passed.row_key), _without_what_is_gone(db, passed)
    _bring_back(db, place, key)
    if place in _IN_A_LIST:
        content = _with_free_place(db, place, key, content)
    elif db.update(place, dict(zip(KEYS[place], key, strict=True)), **content):
        db.run("DELETE FROM passed_over WHERE id = ?", (passed.id,))
        return
    db.insert(place, **content)
    db.run("DELETE FROM passed_over WHERE id = ?", (passed.id,))


def _bring_back(db: Database, place: str, key: list[Any]) -> None:
    """Out of the trash with it, or with what it is a part of."""
    if place in TRASHED:
        bring_back(db, gone_with(db, Thing(Table(place), key[0])))
    elif place == "setback":
        bring_back(db, gone_with(db, Thing(Table.PREPARATION, key[0])))
    elif place == "cause":
        _bring_back_rejection(db, key[0])
    elif place in ("feedback", "remark"):
        for (event,) in db.rows("SELECT event_id FROM episode WHERE id = ?", (key[0],)):
            _bring_back_rejection(db, event)
    if place == "remark":
        db.run("INSERT OR IGNORE INTO feedback (episode_id, state) VALUES (?, 'answered')", (key[0],))


def _bring_back_rejection(db: Database, event: str) -> None:
    """An event in the trash with all that went there with it, the entry that tells of it among that."""
    entries = db.rows(
        """SELECT entry.id FROM entry JOIN event ON event.id = event_id
        WHERE event.id = ? AND entry.deleted_at = event.deleted_at""",
        (event,),
    )
    told = [Thing(Table.ENTRY, entry) for (entry,) in entries]
    for thing in (*told, Thing(Table.EVENT, event)):
        bring_back(db, gone_with(db, thing))


def _with_free_place(db: Database, place: str, key: list[Any], content: Content) -> Content:
    """The same in its place in the list, or behind the others where something else stands there."""
    row = db.row(
        f"SELECT coalesce(max(place), -1) + 1, sum(place = ?) FROM {place} WHERE {_IN_A_LIST[place]} = ?",
        (key[1], key[0]),
    )
    return {**content, "place": row[0]} if row and row[1] else content


def _without_what_is_gone(db: Database, passed: Passed) -> Content:
    """Names of columns go into SQL as they are: of what came in from a file only those that there are."""
    columns = columns_of(db, passed.place)
    content = {name: value for name, value in passed.content.items() if name in columns}
    if passed.place in _LIVES_WITHOUT:
        for column, table in _MAY_BE_GONE.items():
            owner = content.get(column)
            if owner and db.row(f"SELECT 1 FROM {table} WHERE id = ?", (owner,)) is None:
                content[column] = None
    return content
