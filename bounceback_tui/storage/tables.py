"""What the schema says of a table, asked of the journal itself, so that nothing can be forgotten."""

from __future__ import annotations

from bounceback_tui.storage.database import Database


def columns_of(db: Database, table: str) -> list[str]:
    """The columns of a table but those that are worked out of others. Raises StorageError."""
    return [name for (name,) in db.rows("SELECT name FROM pragma_table_info(?)", (table,))]


def owners_of(db: Database, table: str) -> list[tuple[str, str, str]]:
    """What its rows belong to: the column, the table that it refers to, and the column there.

    Raises StorageError.
    """
    return db.rows('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', (table,))
