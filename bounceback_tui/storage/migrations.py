"""The named steps from one version of the schema to the next; loaded only when one is due."""

from __future__ import annotations

import sqlite3

import sqlite_utils
from sqlite_utils import Migrations

from bounceback_tui.storage.schema import VERSION_1

steps = Migrations("bounceback")
"""Every step ever released, oldest first; each runs whole or not at all."""


@steps()
def first_version(db: sqlite_utils.Database) -> None:
    """The tables of bounceback 0.1."""
    for statement in VERSION_1:
        db.execute(statement)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the journal of `connection` to the newest version."""
    # the connection is only borrowed: sqlite-utils must not close it or set pragmas of its own
    steps.apply(sqlite_utils.Database(connection, execute_plugins=False))
