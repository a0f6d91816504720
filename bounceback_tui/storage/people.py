"""People who were met in an application."""

from __future__ import annotations

from bounceback_tui.domain.person import Person
from bounceback_tui.storage.database import Database


def put(db: Database, person: Person) -> None:
    """Store somebody, in place of what was there under their key."""
    with db.write():
        db.put(
            "person",
            "id",
            id=person.id,
            application_id=person.application_id,
            name=person.name,
            role=person.role,
            email=person.email,
        )


def of_application(db: Database, application_id: str) -> list[Person]:
    """Those of an application, the latest first."""
    rows = db.rows(
        """SELECT id, application_id, name, role, email FROM person
        WHERE application_id = ? AND deleted_at IS NULL ORDER BY id DESC""",
        (application_id,),
    )
    return [Person(*row) for row in rows]


def every(db: Database) -> list[Person]:
    """All of them, the latest first."""
    rows = db.rows(
        "SELECT id, application_id, name, role, email FROM person WHERE deleted_at IS NULL ORDER BY id DESC"
    )
    return [Person(*row) for row in rows]
