"""What was prepared for interviews."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.preparation import Preparation, Setback
from bounceback_tui.storage.columns import date_from, iso, moment_columns, moment_from
from bounceback_tui.storage.database import Database


def put(db: Database, preparation: Preparation) -> None:
    """Store a preparation with its setbacks, in place of what was there under its key."""
    with db.write():
        db.put(
            "preparation",
            "id",
            id=preparation.id,
            application_id=preparation.application_id,
            interview_on=iso(preparation.interview_on),
            **moment_columns("prepared", preparation.prepared_at),
        )
        kept = len(preparation.setbacks)
        db.run("DELETE FROM setback WHERE preparation_id = ? AND place >= ?", (preparation.id, kept))
        for place, setback in enumerate(preparation.setbacks):
            db.put(
                "setback",
                "preparation_id",
                "place",
                preparation_id=preparation.id,
                place=place,
                text=setback.text,
                answer=setback.answer,
            )


def every(db: Database) -> list[Preparation]:
    """All preparations of applications that are there, in the order in which they were made."""
    return _read(db, "", ())


def between(db: Database, first: date, last: date) -> list[Preparation]:
    """Those for interviews on these days, both included."""
    return _read(db, "AND interview_on BETWEEN ? AND ?", (first.isoformat(), last.isoformat()))


def _read(db: Database, where: str, values: tuple[str, ...]) -> list[Preparation]:
    rows = db.rows(
        f"""SELECT preparation.id, application_id, prepared_at, preparation.utc_offset, preparation.zone,
        interview_on FROM preparation JOIN application ON application.id = application_id
        WHERE preparation.deleted_at IS NULL AND application.deleted_at IS NULL {where}
        ORDER BY prepared_at, preparation.rowid""",
        values,
    )
    return [
        Preparation(key, application, moment_from(*prepared), date_from(day), _setbacks(db, key))
        for key, application, *prepared, day in rows
    ]


def _setbacks(db: Database, key: str) -> tuple[Setback, ...]:
    rows = db.rows("SELECT text, answer FROM setback WHERE preparation_id = ? ORDER BY place", (key,))
    return tuple(Setback(text, answer) for text, answer in rows)
