"""The named steps from one version of the schema to the next; loaded only when one is due."""

from __future__ import annotations

import sqlite3

import sqlite_utils
from sqlite_utils import Migrations

from bounceback_tui.storage.journal_file import SCHEMA_VERSION
from bounceback_tui.storage.schema import VERSION_1

steps = Migrations("bounceback")
"""Every step ever released, oldest first."""


@steps()
def first_version(db: sqlite_utils.Database) -> None:
    """The tables of bounceback 0.1."""
    for statement in VERSION_1:
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the journal of `connection` to the newest version: all steps that are due, or none."""
    # the connection is only borrowed: sqlite-utils must not close it or set pragmas of its own
    db = sqlite_utils.Database(connection, execute_plugins=False)
    # IMMEDIATE: of two programs that start at once, the second waits and then finds nothing due
    connection.execute("BEGIN IMMEDIATE")
    try:
        steps.apply(db)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
