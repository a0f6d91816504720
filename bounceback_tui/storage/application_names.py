"""The names that applications go by, and how many entries share one."""

from __future__ import annotations

from bounceback_tui.domain.application import Beside
from bounceback_tui.storage.columns import key_of
from bounceback_tui.storage.database import Database


def companies(db: Database) -> list[str]:
    """Every company's name once, as it was last written, the latest first."""
    return _names(db, "company")


def companies_ever(db: Database) -> list[str]:
    """The same with those in the trash, and in every spelling that was used."""
    rows = db.rows("SELECT company FROM application WHERE company <> '' ORDER BY added_at DESC, rowid DESC")
    return [row[0] for row in rows]


def roles(db: Database) -> list[str]:
    """Every role's name once, as it was last written, the latest first."""
    return _names(db, "role")


def same(one: str, other: str) -> bool:
    """Whether two names are the same but for case and spaces."""
    return key_of(one) == key_of(other)


def _names(db: Database, column: str) -> list[str]:
    return [
        row[0]
        for row in db.rows(
            f"SELECT {column} FROM application WHERE deleted_at IS NULL AND {column} <> ''"
            f" GROUP BY {column}_key ORDER BY max(added_at) DESC"
        )
    ]


def beside(db: Database, entry_id: str) -> Beside:
    """What else belongs to the application of an entry."""
    row = db.row(
        """WITH own (application, event) AS (
            SELECT event.application_id, event.id FROM entry JOIN event ON event.id = entry.event_id
            WHERE entry.id = ?1)
        SELECT (SELECT count(*) FROM own JOIN event ON event.application_id = own.application
                JOIN entry ON entry.event_id = event.id
                WHERE entry.id <> ?1 AND entry.deleted_at IS NULL),
            (SELECT count(*) FROM own JOIN event ON event.application_id = own.application
                WHERE event.id <> own.event AND event.deleted_at IS NULL AND event.date_known = 1
                AND NOT EXISTS (SELECT 1 FROM entry
                    WHERE entry.event_id = event.id AND entry.deleted_at IS NULL))""",
        (entry_id,),
    )
    return Beside(*row) if row else Beside()
