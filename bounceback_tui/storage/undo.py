"""Steps that can be taken back and done again, kept in the journal itself, so that they outlive a restart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from bounceback_tui.domain.going import Going, onwards
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.text import plural
from bounceback_tui.storage.columns import free_place, stamp, with_key
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.digests import is_whole, seal
from bounceback_tui.storage.errors import StorageError, does_not_fit
from bounceback_tui.storage.undo_schema import BELONG, KEYS, TRASHED

KEPT = 200
"""Steps that are kept; older ones can no longer be taken back."""

_MUCH = 1500
"""Rows that an import touched, from which on taking it back is long work."""

_NAMES_OF_KEYS = "'id', 'entry_id', 'event_id', 'application_id', 'episode_id', 'checkin_id'"
"""Columns that hold the key of a row: any other may hold the same signs as a word of somebody's."""

_BACK_NO_MORE = (
    "That can no longer be taken back, since other things have changed. Nothing was lost; the next press goes"
    " on with what was done before it."
)
_AGAIN_NO_MORE = (
    "That can no longer be done again, since other things have changed. Nothing was changed; the next press"
    " goes on with what came after it."
)


class Change(NamedTuple):
    """A row that a step touched."""

    kind: str
    """ "added", "changed" or "removed"."""
    table: str
    key: list[Any]
    before: dict[str, Any]
    """What stood there before, as far as it is needed."""


def begin(db: Database, label: str, *, imported: bool = False) -> int:
    """Begin a step, inside `write()`: whatever is written from now on belongs to it. Its number.

    One that is `imported` only adds and fills in, and is taken back in another way: see `undo_import.py`.
    """
    db.run("INSERT INTO undo_step (label, import) VALUES (?, ?)", (label, int(imported)))
    step = db.number("SELECT last_insert_rowid()")
    db.run("UPDATE undo_now SET step_id = ?", (step,))
    return step


def finish(db: Database, step: int) -> bool:
    """End a step; whether it changed anything. One that did not is forgotten."""
    db.run("UPDATE undo_now SET step_id = NULL")
    _leave_out_what_is_as_it_was(db, step)
    changed = _changes_anything(db, step)
    if changed:
        too_old = "SELECT id FROM undo_step ORDER BY id DESC LIMIT 1 OFFSET ?"
        db.run(f"DELETE FROM undo_step WHERE id <= ({too_old})", (KEPT,))
    else:
        db.run("DELETE FROM undo_step WHERE id = ?", (step,))
    return changed


def finish_import(db: Database, step: int, label: str) -> bool:
    """End a step that was an import; only now is known what to call it. Whether it changed anything."""
    db.run("UPDATE undo_step SET label = ? WHERE id = ?", (label, step))
    from bounceback_tui.storage.undo_import import remember  # noqa: PLC0415 - seldom is anything imported

    remember(db, step)
    return finish(db, step)


def is_import(db: Database, step: int) -> bool:
    """Whether a step is an import."""
    return db.number("SELECT import FROM undo_step WHERE id = ?", (step,)) == 1


def takes_a_while(db: Database, *, undone: bool = False) -> bool:
    """Whether what would be taken back next, or done again, is an import of very much."""
    found = _next(db, undone)
    if found is None or not is_import(db, found[0]):
        return False
    from bounceback_tui.storage.undo_import import size  # noqa: PLC0415 - seldom is anything imported

    return size(db, found[0]) > _MUCH


def drop_undone(db: Database) -> None:
    """Something else was done: what was taken back before cannot be done again."""
    db.run("DELETE FROM undo_step WHERE undone = 1")


def drop(db: Database, step: int) -> None:
    """Forget a step, inside `write()`: it would stand in the way of all the others."""
    db.run("DELETE FROM undo_step WHERE id = ?", (step,))


def next_undone(db: Database) -> int | None:
    """The step that would be done again next."""
    found = _next(db, True)
    return found[0] if found else None


def label(db: Database, *, undone: bool = False) -> str | None:
    """What would be taken back next, or with `undone` done again; None where there is nothing."""
    found = _next(db, undone)
    return found[1] if found else None


def turn(db: Database, now: Moment, *, undone: bool = False, going: Going = onwards) -> str | None:
    """Take back the latest step, or with `undone` do the one again that was taken back last; its label.

    None where there is nothing. What was added goes to the trash, where there is one, and comes out again.
    An import tells `going` how far it is, and raises Stopped where that says so.
    """
    if _next(db, undone) is None:
        return None
    step, words = 0, None
    try:
        with db.write():
            found = _next(db, undone)  # while this one waited, another window may have been quicker
            if found is None:
                return None
            step, words = found
            if is_import(db, step):
                words = _turn_import(db, step, words, undone=undone, going=going)
            else:
                _turn(db, step, now, undone=undone)
    except StorageError as error:
        if not step or not does_not_fit(error):
            raise
        with db.write():
            drop(db, step)
        raise StorageError(_AGAIN_NO_MORE if undone else _BACK_NO_MORE) from error
    return words


def _turn(db: Database, step: int, now: Moment, *, undone: bool) -> None:
    changes = _changes(db, step)
    db.run("DELETE FROM undo_change WHERE step_id = ?", (step,))
    with _noting(db, step):
        added = {(one.table, one.key[0]) for one in changes if one.kind == "added"}
        for change in changes:
            if (BELONG.get(change.table), change.key[0]) not in added or change.kind != "added":
                _reverse(db, change, now)
    _leave_out_what_is_as_it_was(db, step)
    db.run("UPDATE undo_step SET undone = ? WHERE id = ?", (int(not undone), step))


def _turn_import(db: Database, step: int, words: str, *, undone: bool, going: Going) -> str:
    """Take an import back, or let it come in again; its label, with what stays of it."""
    from bounceback_tui.storage.undo_import import do_again, take_back  # noqa: PLC0415 - as above

    stays = 0
    with _noting(db, step):
        if undone:
            do_again(db, step, going)
        else:
            stays = take_back(db, step, going)
    db.run("UPDATE undo_step SET undone = ? WHERE id = ?", (int(not undone), step))
    if not _changes_anything(db, step):
        drop(db, step)
    if not stays:
        return words
    one = "stays, since you changed it or added to it"
    many = "stay, since you changed them or added to them"
    return f"{words} ({plural(stays, 'thing')} {one if stays == 1 else many})"


def forget(db: Database, keys: list[str]) -> None:
    """Forget every step that was about rows of these keys; inside `write()`.

    Of a step that was about many, such as a tag in all entries or an import, only their part is forgotten.
    """
    about = f"""(json_extract(row_key, '$[0]') IN (SELECT value FROM json_each(?1)) OR EXISTS (
        SELECT 1 FROM json_each(before) AS was WHERE was.key IN ({_NAMES_OF_KEYS})
        AND was.value IN (SELECT value FROM json_each(?1))))"""
    wanted = (json.dumps(keys),)
    db.run(
        f"""DELETE FROM undo_step WHERE id IN
        (SELECT step_id FROM undo_change WHERE place <> 'tag' AND {about}) AND import = 0""",
        wanted,
    )
    db.run(f"DELETE FROM undo_change WHERE {about}", wanted)
    db.run("DELETE FROM undo_step WHERE id NOT IN (SELECT step_id FROM undo_change)")


def _reverse(db: Database, change: Change, now: Moment) -> None:
    """Let a row be again what it was before. Names of tables and columns are our own, values are bound."""
    table, key = change.table, change.key
    where = with_key(KEYS[table])
    # a step of before version 7 knows no digest; what was damaged before stays known as such
    unsealed = _tells_words(change) and (change.kind == "removed" or is_whole(db, key[0]))
    if change.kind == "removed":
        db.insert(table, **change.before)
    elif change.kind == "changed" and change.before:
        before = change.before
        if "position" in before:  # something else may stand by now where an entry goes back to
            before = {**before, "position": free_place(db, before["position"])}
        db.update(table, dict(zip(KEYS[table], key, strict=True)), **before)
        if "application_id" in before:  # the step that put that one away may be forgotten by now
            db.run("UPDATE application SET deleted_at = NULL WHERE id = ?", (before["application_id"],))
    elif change.kind == "added" and table in TRASHED:
        db.run(f"UPDATE {table} SET deleted_at = ? WHERE {where} AND deleted_at IS NULL", (stamp(now), *key))
    elif change.kind == "added":
        db.run(f"DELETE FROM {table} WHERE {where}", key)
    if unsealed:
        seal(db, key[0])


def _tells_words(change: Change) -> bool:
    """Whether a change is to words of an entry, with no digest of them."""
    return (
        change.table == "entry"
        and not {"title", "text"}.isdisjoint(change.before)
        and "digest" not in change.before
    )


def _leave_out_what_is_as_it_was(db: Database, step: int) -> None:
    """A row that was written as it was before is no change."""
    db.run("DELETE FROM undo_change WHERE step_id = ? AND kind = 'changed' AND before = '{}'", (step,))


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


def _next(db: Database, undone: bool) -> tuple[int, str] | None:
    order = "ASC" if undone else "DESC"
    row = db.row(
        f"SELECT id, label FROM undo_step WHERE undone = ? ORDER BY id {order} LIMIT 1", (int(undone),)
    )
    return (row[0], row[1]) if row else None


def _changes_anything(db: Database, step: int) -> bool:
    return db.row("SELECT 1 FROM undo_change WHERE step_id = ? LIMIT 1", (step,)) is not None
