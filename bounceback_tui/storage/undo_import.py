"""Taking an import back, and doing it again.

What it added is not somebody's own writing: taken back, it is gone and not in the trash. What belongs to it
and was changed or added since is somebody's own, and stays with all that it hangs together with.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bounceback_tui.domain.going import Going, go_on, onwards
from bounceback_tui.storage.columns import free_place, with_key
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.tables import columns_of, owners_of
from bounceback_tui.storage.undo_schema import ALL_KEYS, KEYS, MORE_KEYS

_AT_ONCE = 500
"""Rows that are read at once, since there may be very many."""

_AS_IT_CAME = {"entry": ("digest", "written_at", "event_id")}
"""Columns that tell whether somebody changed a row; of others all but the one that says where it lies."""


def size(db: Database, step: int) -> int:
    """How many rows a step touched."""
    return db.number("SELECT count(*) FROM undo_change WHERE step_id = ?", (step,))


def note_added(db: Database, step: int, table: str, key: tuple[Any, ...]) -> None:
    """Note a row of a table without triggers, inside `write()`."""
    _note(db, step, "added", table, key, before={})


def remember(db: Database, step: int) -> None:
    """Remember how all looks at the end of an import: what differs later was changed by somebody."""
    for table in _tables(db, step):
        if table in KEYS:
            db.run(
                f"""UPDATE undo_change SET before = (SELECT {_looks(db, table)} FROM {table}
                WHERE {_is_row(table)}) WHERE step_id = ? AND place = ? AND kind = 'added'""",
                (step, table),
            )


def take_back(db: Database, step: int, going: Going = onwards) -> int:
    """Let all be gone that an import added and nobody touched since, inside `write()`.

    How many things stay: entries, check-ins, applications and the like. Raises Stopped.
    """
    _gather(db, step)
    last = _last(db, step)
    for row in _each(db, step, last, going):
        seq, kind, table, key, before = row
        if kind == "changed" and not _came(db, table, key):
            _write_back(db, step, table, key, before)
        elif not _stays(db, table, key):
            _remove(db, step, table, json.loads(key))
        db.run("DELETE FROM undo_change WHERE seq = ?", (seq,))
    stay = db.number(
        "SELECT count(*) FROM temp.came WHERE stays = 1 AND place <> 'imported' AND place <> 'tag'"
    )
    db.run("DROP TABLE temp.came")
    return stay


def do_again(db: Database, step: int, going: Going = onwards) -> None:
    """Let it all come in again, inside `write()`, as it was. Raises Stopped."""
    last = _last(db, step)
    for seq, kind, table, key, before in _each(db, step, last, going):
        if kind == "changed":
            _write_back(db, step, table, key, before)
            db.run("DELETE FROM undo_change WHERE seq = ?", (seq,))
            continue
        values = json.loads(before)
        if table == "entry":
            values["position"] = free_place(db, values["position"])
        db.insert(table, **values)
        if table in MORE_KEYS:
            note_added(db, step, table, tuple(json.loads(key)))
        db.run("DELETE FROM undo_change WHERE seq = ?", (seq,))
    remember(db, step)


def _each(db: Database, step: int, last: int, going: Going) -> Iterator[Row]:
    """What a step touched, the latest first; what is noted meanwhile comes after `last`."""
    every, done = size(db, step), 0
    seq = last + 1
    while rows := db.rows(
        "SELECT seq, kind, place, row_key, before FROM undo_change WHERE step_id = ? AND seq < ?"
        " ORDER BY seq DESC LIMIT ?",
        (step, seq, _AT_ONCE),
    ):
        go_on(going, done / every)
        yield from rows
        done += len(rows)
        seq = rows[-1][0]


def _remove(db: Database, step: int, table: str, key: list[Any]) -> None:
    where = with_key(ALL_KEYS[table])
    if table in MORE_KEYS:
        names = columns_of(db, table)
        row = db.row(f"SELECT {', '.join(names)} FROM {table} WHERE {where}", key)
        if row is None:
            return
        _note(db, step, "removed", table, tuple(key), before=dict(zip(names, row, strict=True)))
    db.run(f"DELETE FROM {table} WHERE {where}", key)


def _write_back(db: Database, step: int, table: str, key: str, before: str) -> None:
    """Let a row that was there before say again what it said, where nobody changed it since."""
    if db.row(
        "SELECT 1 FROM undo_change WHERE place = ? AND row_key = ? AND step_id > ? LIMIT 1",
        (table, key, step),
    ):
        return
    if values := json.loads(before):
        db.update(table, dict(zip(KEYS[table], json.loads(key), strict=True)), **values)


def _gather(db: Database, step: int) -> None:
    """All that came in, in a table that is gone at the end; `stays` is what is somebody's own by now."""
    db.run(
        """CREATE TEMP TABLE came (place TEXT, row_key TEXT, one TEXT, stays INTEGER,
        PRIMARY KEY (place, row_key)) WITHOUT ROWID"""
    )
    db.run(
        """INSERT OR IGNORE INTO temp.came SELECT place, row_key, json_extract(row_key, '$[0]'), 0
        FROM undo_change WHERE step_id = ? AND kind = 'added'""",
        (step,),
    )
    db.run("CREATE INDEX temp.came_one ON came (place, one)")
    _mark_changed(db, step)
    _mark_added_to(db)
    if not db.row("SELECT 1 FROM temp.came WHERE stays = 1 LIMIT 1"):
        return
    owners = [
        (table, column, owner)
        for table in _tables(db, step)
        if table in KEYS
        for column, owner in _owners(db, table)
    ]
    while sum(_hand_on(db, *one) for one in owners):
        pass
    db.run(
        """UPDATE temp.came SET stays = 1 WHERE place = 'imported' AND row_key IN (
            SELECT json_array(imported.format, imported.source_id) FROM temp.came AS other
            JOIN imported ON imported.row_id = other.one AND imported.place = other.place
            WHERE other.stays = 1)"""
    )


def _mark_changed(db: Database, step: int) -> None:
    """What does not look as it came, and what a step that could be done again is about."""
    for table in _tables(db, step):
        if table not in KEYS:
            continue
        db.run(
            f"""UPDATE temp.came SET stays = 1 WHERE place = ?2 AND row_key IN (
                SELECT row_key FROM undo_change WHERE step_id = ?1 AND place = ?2 AND kind = 'added'
                AND before <> '{{}}' AND before <> (SELECT {_looks(db, table)} FROM {table}
                    WHERE {_is_row(table)}))""",
            (step, table),
        )
    db.run(
        """UPDATE temp.came SET stays = 1 WHERE (place, row_key) IN (SELECT place, row_key FROM undo_change
        WHERE place NOT IN ('tag', 'tag_colour') AND step_id IN (
            SELECT id FROM undo_step WHERE undone = 1 OR id > ?))""",
        (step,),
    )


def _mark_added_to(db: Database) -> None:
    """What something hangs on that did not come with it, be it in the trash."""
    for table in KEYS:
        for column, owner in _owners(db, table):
            whose = _key_of_owner(column, owner)
            db.run(
                f"""UPDATE temp.came SET stays = 1 WHERE place = ?1 AND one IN (
                    SELECT {whose} FROM {table} WHERE {column} IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM temp.came AS own
                        WHERE own.place = ?2 AND own.row_key = {_key(table)}))""",
                (owner, table),
            )


def _hand_on(db: Database, table: str, column: str, owner: str) -> int:
    """What stays keeps what it belongs to, and what belongs to it; how many more stay by that."""
    both = f"""SELECT {{wanted}} FROM {table}
        JOIN temp.came AS own ON own.place = ?1 AND own.row_key = {_key(table)}
        JOIN temp.came AS over ON over.place = ?2 AND over.one = {_key_of_owner(column, owner)}
        WHERE {{other}}.stays = 1"""
    up = db.run(
        f"""UPDATE temp.came SET stays = 1 WHERE place = ?2 AND stays = 0
        AND row_key IN ({both.format(wanted="over.row_key", other="own")})""",
        (table, owner),
    )
    down = db.run(
        f"""UPDATE temp.came SET stays = 1 WHERE place = ?1 AND stays = 0
        AND row_key IN ({both.format(wanted="own.row_key", other="over")})""",
        (table, owner),
    )
    return up + down


def _key(table: str) -> str:
    return "json_array(" + ", ".join(f"{table}.{name}" for name in KEYS[table]) + ")"


def _key_of_owner(column: str, owner: str) -> str:
    """SQL for what tells the owner apart; an episode is told apart by its event."""
    return f"(SELECT event_id FROM episode WHERE id = {column})" if owner == "episode" else column


def _owners(db: Database, table: str) -> list[tuple[str, str]]:
    """Column and table for everything that a row belongs to."""
    return [(column, owner) for column, owner, _ in owners_of(db, table) if owner in KEYS]


def _tables(db: Database, step: int) -> list[str]:
    rows = db.rows("SELECT DISTINCT place FROM undo_change WHERE step_id = ?", (step,))
    return [row[0] for row in rows]


def _stays(db: Database, table: str, key: str) -> bool:
    row = db.row("SELECT stays FROM temp.came WHERE place = ? AND row_key = ?", (table, key))
    return row is not None and bool(row[0])


def _came(db: Database, table: str, key: str) -> bool:
    return db.row("SELECT 1 FROM temp.came WHERE place = ? AND row_key = ?", (table, key)) is not None


def _looks(db: Database, table: str) -> str:
    """SQL for how a row looks."""
    names = _AS_IT_CAME.get(table) or [name for name in columns_of(db, table) if name != "deleted_at"]
    return "json_object(" + ", ".join(f"'{name}', {table}.{name}" for name in names) + ")"


def _is_row(table: str) -> str:
    return " AND ".join(
        f"{table}.{name} = json_extract(undo_change.row_key, '$[{place}]')"
        for place, name in enumerate(KEYS[table])
    )


def _note(
    db: Database, step: int, kind: str, table: str, key: tuple[Any, ...], *, before: dict[str, Any]
) -> None:
    db.insert(
        "undo_change",
        step_id=step,
        kind=kind,
        place=table,
        row_key=json.dumps(key, ensure_ascii=False, separators=(",", ":")),
        before=json.dumps(before, ensure_ascii=False),
    )


def _last(db: Database, step: int) -> int:
    return db.number("SELECT coalesce(max(seq), 0) FROM undo_change WHERE step_id = ?", (step,))
