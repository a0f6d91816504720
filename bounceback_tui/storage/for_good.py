"""Deleting for good: out of the tables, the indexes of words, the steps to take back and the file itself."""

from __future__ import annotations

from collections.abc import Iterable

from bounceback_tui.storage import last_seen, sync_words, undo
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.trash import Table, Thing, gone_with

_SAID_OF_EVENT = ("cause", "attribution")


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
    _remove_entry(db, key)


def _remove_entry(db: Database, key: str) -> None:
    """Take out its rows, of which nothing is remembered any more.

    What was said of its event goes along where no other entry tells of it.
    """
    events = _ids(
        db,
        """SELECT event_id FROM entry WHERE id = ?1 AND event_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM entry AS other
            WHERE other.event_id = entry.event_id AND other.id <> ?1)""",
        key,
    )
    undo.forget(db, events)
    for event in events:
        sync_words.forget(db, event, _SAID_OF_EVENT)
        for table in _SAID_OF_EVENT:
            db.run(f"DELETE FROM {table} WHERE event_id = ?", (event,))
    db.run("DELETE FROM entry WHERE id = ?", (key,))
    for event in events:
        _remove_unseen(db, event)
    _remove_left(db)


def _remove_unseen(db: Database, event_id: str) -> None:
    """What went to the trash with an event and no entry tells of can be seen by nobody, and goes, too.

    Of an application that lies there itself all such events go; of one that stays, others are left alone.
    """
    row = db.row(
        """SELECT application_id, CASE WHEN application.deleted_at IS NULL THEN event.deleted_at END
        FROM event JOIN application ON application.id = application_id
        WHERE event.id = ? AND event.deleted_at IS NOT NULL""",
        (event_id,),
    )
    if row is None:
        return
    unseen = """SELECT id FROM event WHERE application_id = ?1 AND deleted_at = coalesce(?2, deleted_at)
        AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.event_id = event.id)"""
    events = [str(found[0]) for found in db.rows(unseen, row)]
    undo.forget(db, events)
    db.run(
        f"""DELETE FROM draft WHERE substr(target, 1, 26) IN
        (SELECT episode.id FROM episode WHERE event_id IN ({unseen}))""",
        row,
    )
    db.run(f"DELETE FROM event WHERE id IN ({unseen})", row)
    if db.run(
        """DELETE FROM application WHERE id = ? AND deleted_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM event WHERE event.application_id = application.id)""",
        row[:1],
    ):
        undo.forget(db, [str(row[0])])  # of one that stays, other steps can still be taken back


def _remove_left(db: Database) -> None:
    """An application that everything left, and that no step brings back any more, can be seen by nobody."""
    db.run(
        """DELETE FROM application WHERE deleted_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM event WHERE event.application_id = application.id)
        AND NOT EXISTS (SELECT 1 FROM undo_change
            WHERE (place = 'application' AND json_extract(row_key, '$[0]') = application.id)
            OR (place = 'event' AND json_extract(before, '$.application_id') = application.id))"""
    )


def _forget(db: Database, keys: Iterable[str]) -> None:
    """Forget the drafts, steps, passed-over wordings and other versions that are about rows of these keys."""
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
