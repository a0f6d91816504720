"""What to look for, and the postings that were held against it."""

from __future__ import annotations

from bounceback_tui.domain.focus import Answer, FocusKind, FocusPoint, Posting
from bounceback_tui.storage.columns import moment_columns, moment_from
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.owners import still_there

_ORDER = " ".join(f"WHEN '{kind}' THEN {place}" for place, kind in enumerate(FocusKind))


def put(db: Database, point: FocusPoint) -> None:
    """Store a point, in place of what was there under its key."""
    with db.write():
        db.put("focus", "id", id=point.id, kind=point.kind, text=point.text)


def every(db: Database, answered_in: str = "") -> list[FocusPoint]:
    """All points by kind, in the order in which they were added.

    With the key of a posting also those that are in the trash by now, as far as they were answered in it.
    """
    rows = db.rows(
        f"""SELECT id, kind, text FROM focus WHERE deleted_at IS NULL
        OR id IN (SELECT focus_id FROM posting_mark WHERE posting_id = ?)
        ORDER BY CASE kind {_ORDER} END, rowid""",
        (answered_in,),
    )
    return [FocusPoint(key, FocusKind(kind), text) for key, kind, text in rows]


def put_posting(db: Database, posting: Posting) -> None:
    """Store a posting with its answers, in place of what was there under its key.

    It stands alone where its application is there no more, and without answers to points that are gone.
    """
    with db.write():
        db.put(
            "posting",
            "id",
            id=posting.id,
            title=posting.title,
            link=posting.link,
            note=posting.note,
            application_id=still_there(db, "application", posting.application_id),
            **moment_columns("held", posting.held_at),
        )
        db.run("DELETE FROM posting_mark WHERE posting_id = ?", (posting.id,))
        for point, answer in posting.answers.items():
            if still_there(db, "focus", point):
                db.insert("posting_mark", posting_id=posting.id, focus_id=point, answer=answer)


def postings(db: Database) -> list[Posting]:
    """All postings, the latest first."""
    answers: dict[str, dict[str, Answer]] = {}
    for posting, point, answer in db.rows("SELECT posting_id, focus_id, answer FROM posting_mark"):
        answers.setdefault(posting, {})[point] = Answer(answer)
    rows = db.rows(
        """SELECT id, title, held_at, utc_offset, zone, link, note, application_id FROM posting
        WHERE deleted_at IS NULL ORDER BY held_at DESC, rowid DESC"""
    )
    return [
        Posting(key, title, moment_from(*held), link, note, application, answers.get(key, {}))
        for key, title, *held, link, note, application in rows
    ]
