"""Deleting for good: out of the tables, the indexes of words, the steps to take back and the file itself."""

from __future__ import annotations

from collections.abc import Iterable

from bounceback_tui.storage import last_seen, trash, undo
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table, Thing, gone_with


def destroy(db: Database, thing: Thing) -> None:
    """Remove a thing in the trash for good, with all that is only its own.

    What was said of the event of an entry goes along where no other entry tells of it; the log of the
    application stays. Raises StorageError, where an entry still tells of it.
    """
    with db.write():
        if thing.table is Table.ENTRY:
            _destroy_entry(db, thing.id)
        else:
            together = gone_with(db, thing) if thing.table is Table.EVENT else (thing,)
            for one in together:
                if one.table is thing.table:
                    _forget(db, [key for _, key in _depending(db, one)])
                    db.run(f"DELETE FROM {one.table} WHERE id = ?", (one.id,))
        # else the words would stay in the indexes until their pieces are merged some day
        for index in ("entry_words", "tool_words"):
            db.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")


def forget_passed_over(db: Database, key: str) -> None:
    """Remove a wording that was passed over for good, also out of the steps to take back."""
    with db.write():
        undo.forget(db, [key])
        db.run("DELETE FROM passed_over WHERE id = ?", (key,))


def _destroy_entry(db: Database, key: str) -> None:
    """Also what hangs on the event that nobody could see any more, such as the episode that it opened."""
    gone = [Thing(Table.ENTRY, key)]
    gone += [
        Thing(Table.EVENT, event)
        for event in _ids(
            db,
            """SELECT event.id FROM entry JOIN event ON event.id = entry.event_id
            WHERE entry.id = ?1 AND event.deleted_at IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM entry AS other WHERE other.event_id = event.id AND other.id <> ?1)""",
            key,
        )
    ]
    for thing in gone:
        _forget(db, [one for _, one in _depending(db, thing)])
    last_seen.expect_without(db.path, key)
    trash.destroy(db, key)


def _forget(db: Database, keys: Iterable[str]) -> None:
    """Forget the drafts, steps, passed-over wordings and other versions that are about rows of these keys."""
    from bounceback_tui.storage import sync_words  # noqa: PLC0415 - most commands delete nothing for good

    for key in keys:
        undo.forget(db, [key])
        sync_words.forget(db, key)
        db.run("DELETE FROM draft WHERE substr(target, 1, 26) = ?", (key,))
        for (passed,) in db.rows(
            "SELECT id FROM passed_over WHERE json_extract(row_key, '$[0]') = ?", (key,)
        ):
            forget_passed_over(db, passed)


def _depending(db: Database, thing: Thing) -> list[tuple[str, str]]:
    """Table and key of a thing and of all that goes with its row, as far as that has a key of its own.

    The schema itself is asked, so that no table can be forgotten here.
    """
    found = [(str(thing.table), thing.id)]
    for table, key in found:  # grows meanwhile
        for child, column in db.rows(
            """SELECT tables.name, keys."from" FROM sqlite_master AS tables
            JOIN pragma_foreign_key_list(tables.name) AS keys
            WHERE tables.type = 'table' AND keys."table" = ? AND on_delete = 'CASCADE'
            AND tables.name <> 'thought'  -- its trigger lets it stand alone
            AND EXISTS (SELECT 1 FROM pragma_table_info(tables.name) WHERE name = 'id')""",
            (table,),
        ):
            found += [(child, row) for row in _ids(db, f"SELECT id FROM {child} WHERE {column} = ?", key)]
    return found


def _ids(db: Database, sql: str, key: str) -> list[str]:
    return [row[0] for row in db.rows(sql, (key,))]
