"""Steps that can be taken back and done again, kept in the journal itself, so that they outlive a restart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import moment_columns, stamp
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.undo_schema import BELONG, KEYS, TRASHED

KEPT = 200
"""Steps that are kept; older ones can no longer be taken back."""


class Change(NamedTuple):
    """A row that a step touched."""

    kind: str
    """ "added", "changed" or "removed"."""
    table: str
    key: list[Any]
    before: dict[str, Any]
    """What stood there before, as far as it is needed."""


@contextmanager
def recording(db: Database, label: str, now: Moment) -> Iterator[None]:
    """A write that can be taken back as one step. Inside another write it is a part of that.

    Raises StorageError with everything taken back.
    """
    if db.writing:
        with db.write():
            yield
        return
    with db.write():
        db.run("INSERT INTO undo_step (label) VALUES (?)", (label,))
        step = _one(db, "SELECT last_insert_rowid()")
        with _noting(db, step):
            yield
        # a row that was written as it was before is no change
        db.run("DELETE FROM undo_change WHERE step_id = ? AND kind = 'changed' AND before = '{}'", (step,))
        if _one(db, "SELECT count(*) FROM (SELECT 1 FROM undo_change WHERE step_id = ? LIMIT 1)", step):
            _pass_over(db, now)
            db.run("DELETE FROM undo_step WHERE id <= ?", (step - KEPT,))
        else:
            db.run("DELETE FROM undo_step WHERE id = ?", (step,))


def label(db: Database, *, undone: bool = False) -> str | None:
    """What would be taken back next, or with `undone` done again; None where there is nothing."""
    found = _next(db, undone)
    return found[1] if found else None


def turn(db: Database, now: Moment, *, undone: bool = False) -> str | None:
    """Take back the latest step, or with `undone` do the one again that was taken back last; its label.

    None where there is nothing. What was added goes to the trash, where there is one, and comes out again.
    """
    with db.write():
        found = _next(db, undone)
        if found is None:
            return None
        step, words = found
        changes = _changes(db, step)
        db.run("DELETE FROM undo_change WHERE step_id = ?", (step,))
        with _noting(db, step):
            added = {(one.table, one.key[0]) for one in changes if one.kind == "added"}
            for change in changes:
                if (BELONG.get(change.table), change.key[0]) not in added or change.kind != "added":
                    _reverse(db, change, now)
        db.run("UPDATE undo_step SET undone = ? WHERE id = ?", (int(not undone), step))
    return words


def forget(db: Database, keys: list[str]) -> None:
    """Forget every step that touched rows of these keys, and all before it; inside `write()`."""
    for key in keys:
        db.run(
            """DELETE FROM undo_step WHERE id <= (SELECT max(step_id) FROM undo_change
            WHERE instr(row_key, ?1) OR instr(before, ?1))""",
            (key,),
        )


def _reverse(db: Database, change: Change, now: Moment) -> None:
    """Let a row be again what it was before. Names of tables and columns are our own, values are bound."""
    table, key = change.table, change.key
    where = " AND ".join(f"{name} = ?" for name in KEYS[table])
    if change.kind == "removed":
        db.insert(table, **change.before)
    elif change.kind == "changed":
        pairs = ", ".join(f"{name} = ?" for name in change.before)
        db.run(f"UPDATE {table} SET {pairs} WHERE {where}", (*change.before.values(), *key))
    elif table in TRASHED:
        db.run(f"UPDATE {table} SET deleted_at = ? WHERE {where} AND deleted_at IS NULL", (stamp(now), *key))
    else:
        db.run(f"DELETE FROM {table} WHERE {where}", key)


def _pass_over(db: Database, now: Moment) -> None:
    """Something else was done: what was taken back before cannot be done again.

    What entries said in it is kept among their earlier versions: no word is lost.
    """
    for step, _ in _steps(db, undone=True):
        for change in _changes(db, step):
            if (
                change.table == "entry"
                and change.kind == "changed"
                and {"title", "text"} & set(change.before)
            ):
                _keep_version(db, change, now)
    db.run("DELETE FROM undo_step WHERE undone = 1")


def _keep_version(db: Database, change: Change, now: Moment) -> None:
    there = db.row(
        """SELECT title, text, (SELECT json_group_array(name) FROM tag WHERE entry_id = entry.id)
        FROM entry WHERE id = ?""",
        change.key,
    )
    if there:
        db.insert(
            "revision",
            id=new_id(now.utc),
            entry_id=change.key[0],
            title=change.before.get("title", there[0]),
            text=change.before.get("text", there[1]),
            tags=there[2],
            **moment_columns("replaced", now),
        )


@contextmanager
def _noting(db: Database, step: int) -> Iterator[None]:
    """Changes meanwhile belong to a step. After an error the transaction takes this back, too."""
    db.run("UPDATE undo_now SET step_id = ?", (step,))
    yield
    db.run("UPDATE undo_now SET step_id = NULL")


def _changes(db: Database, step: int) -> list[Change]:
    """What a step touched, the latest first."""
    rows = db.rows(
        "SELECT kind, place, row_key, before FROM undo_change WHERE step_id = ? ORDER BY seq DESC", (step,)
    )
    return [Change(kind, table, json.loads(key), json.loads(before)) for kind, table, key, before in rows]


def _steps(db: Database, *, undone: bool) -> list[tuple[int, str]]:
    return [
        (row[0], row[1])
        for row in db.rows("SELECT id, label FROM undo_step WHERE undone = ? ORDER BY id", (int(undone),))
    ]


def _next(db: Database, undone: bool) -> tuple[int, str] | None:
    steps = _steps(db, undone=undone)
    return steps[0 if undone else -1] if steps else None


def _one(db: Database, sql: str, *values: object) -> int:
    row = db.row(sql, values)
    return int(row[0]) if row else 0
