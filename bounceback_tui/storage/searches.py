"""Searches that somebody gave a name."""

from __future__ import annotations

from bounceback_tui.domain.query_values import SavedSearch
from bounceback_tui.storage.database import Database


def every(db: Database) -> list[SavedSearch]:
    """All of them by name."""
    return [SavedSearch(*row) for row in db.rows("SELECT name, query FROM saved_search ORDER BY name")]


def put(db: Database, search: SavedSearch, instead: str | None = None) -> None:
    """Keep a search, in the place of the one of another name where there is one."""
    with db.write():
        if instead is not None:
            db.run("DELETE FROM saved_search WHERE name = ?", (instead,))
        db.insert("saved_search", name=search.name, query=search.query)


def forget(db: Database, name: str) -> None:
    """Forget a search."""
    with db.write():
        db.run("DELETE FROM saved_search WHERE name = ?", (name,))
