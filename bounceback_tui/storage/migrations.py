"""The named steps from one version of the schema to the next; loaded only when one is due.

To change the schema: a function more below, and SCHEMA_VERSION in `journal_file.py` one higher. What a
step says is never changed again once it was released; the next one builds upon it.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlite_utils
from sqlite_utils import Migrations

from bounceback_tui.storage import (
    backup,
    tool_words,
    undo_schema,
    version_3,
    version_4,
    version_5,
    version_6,
    version_7,
    version_8,
    version_9,
    version_10,
    version_11,
)
from bounceback_tui.storage.cipher import Key
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.journal_file import SCHEMA_VERSION, version_of
from bounceback_tui.storage.schema import VERSION_1
from bounceback_tui.storage.word_index import VERSION_2, VERSION_4

steps = Migrations("bounceback")
"""Every step ever released, oldest first; there are as many as SCHEMA_VERSION says."""


@steps()
def first_version(db: sqlite_utils.Database) -> None:
    """The tables of bounceback 0.1."""
    for statement in VERSION_1:
        db.execute(statement)


@steps()
def words_of_feedback_and_thoughts(db: sqlite_utils.Database) -> None:
    """The index of words also finds an entry by the feedback and the thought records beside it."""
    old = db.query("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'words_*'")
    for trigger in [row["name"] for row in old]:
        db.execute(f"DROP TRIGGER {trigger}")
    for statement in VERSION_2:
        db.execute(statement)


@steps()
def versions_and_steps_to_take_back(db: sqlite_utils.Database) -> None:
    """Earlier versions of everything; what is done is noted, to be taken back also after a restart."""
    for statement in (*version_3.TABLES, *undo_schema.LOG):
        db.execute(statement)
    _note_changes(db)


@steps()
def what_the_tools_keep(db: sqlite_utils.Database) -> None:
    """The tables of the tools that steps of the guide open; what they keep can be deleted and found."""
    for statement in (
        *version_4.TABLES,
        *tool_words.TABLES,
        *tool_words.triggers(),
        *tool_words.fill(),
        *VERSION_4,
    ):
        db.execute(statement)
    _note_changes(db)


@steps()
def every_contact(db: sqlite_utils.Database) -> None:
    """Earlier contacts with a lead are kept beside the latest."""
    for statement in version_5.TABLES:
        db.execute(statement)
    _note_changes(db)


@steps()
def what_is_next(db: sqlite_utils.Database) -> None:
    """What is next in an application, what it was sent with, and how well it was chosen."""
    for statement in version_6.TABLES:
        db.execute(statement)
    _note_changes(db)


@steps()
def what_was_saved(db: sqlite_utils.Database) -> None:
    """Digests of what was written, and how much there is: both tell of damage."""
    db.conn.create_function("digest_of", -1, digest_of, deterministic=True)
    for statement in (*version_7.DIGESTS, *version_7.FILL, *version_7.TABLES):
        db.execute(statement)
    _note_changes(db)


@steps()
def what_was_imported(db: sqlite_utils.Database) -> None:
    """Where what was imported came from, and views for other programs."""
    for statement in version_8.TABLES:
        db.execute(statement)
    _note_changes(db)


@steps()
def what_other_machines_know(db: sqlite_utils.Database) -> None:
    """What a journal must remember to be the same on several machines."""
    for statement in (*version_9.TABLES, *version_9.triggers()):
        db.execute(statement)


@steps()
def where_each_application_stands(db: sqlite_utils.Database) -> None:
    """The view of applications tells the status that the program tells."""
    for statement in version_10.VIEWS:
        db.execute(statement)


@steps()
def nothing_for_others_on_one_machine(db: sqlite_utils.Database) -> None:
    """What is written is noted for other machines only where there are any."""
    if not db["sync"].count:
        version_11.note_nothing(db.execute)


def _note_changes(db: sqlite_utils.Database) -> None:
    """Let the log of steps know every table and column there is by now."""
    for (trigger,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'undo_*'"
    ).fetchall():
        db.execute(f"DROP TRIGGER {trigger}")
    columns = {table: _written_columns(db, table) for table in undo_schema.KEYS if db[table].exists()}
    for statement in undo_schema.triggers(columns):
        db.execute(statement)


def _written_columns(db: sqlite_utils.Database, table: str) -> list[str]:
    """The columns of a table but those that are worked out of others."""
    return [row["name"] for row in db.query(f"PRAGMA table_xinfo({table})") if not row["hidden"]]


def migrate(connection: sqlite3.Connection, existing: Path | None = None, key: Key | None = None) -> None:
    """Bring the journal of `connection` to the newest version: all steps that are due, or none.

    Where it is an `existing` one, at that path, a backup is made first, which its `key` opens as well.
    Raises StorageError where that cannot be done.
    """
    # the connection is only borrowed: sqlite-utils must not close it or set pragmas of its own
    db = sqlite_utils.Database(connection, execute_plugins=False)
    # IMMEDIATE: of two programs that start at once, the second waits and then finds nothing due; and what is
    # copied first is just what the steps begin from, since nobody else can write meanwhile
    connection.execute("BEGIN IMMEDIATE")
    try:
        if existing and version_of(connection) < SCHEMA_VERSION:
            backup.before_version(connection, existing, SCHEMA_VERSION, key)
        steps.apply(db)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
