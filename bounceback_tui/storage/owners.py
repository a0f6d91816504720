"""What a thing belongs to may be deleted for good in another window while somebody still fills it in."""

from __future__ import annotations

from bounceback_tui.storage.database import Database


def still_there(db: Database, table: str, key: str | None) -> str | None:
    """The key of a row of that table; None where there is none, or none any more: the thing stands alone."""
    return key if key and db.row(f"SELECT 1 FROM {table} WHERE id = ?", (key,)) else None
