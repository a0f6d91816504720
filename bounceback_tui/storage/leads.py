"""Leads to branch out to, and rests."""

from __future__ import annotations

from datetime import date

from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.storage.columns import date_from, iso
from bounceback_tui.storage.database import Database


def put_lead(db: Database, lead: Lead) -> None:
    """Store a lead, in place of what was there under its key."""
    with db.write():
        db.run("DELETE FROM lead WHERE id = ?", (lead.id,))
        db.insert(
            "lead",
            id=lead.id,
            kind=lead.kind,
            name=lead.name,
            note=lead.note,
            next_on=iso(lead.next_on),
            done=lead.done,
        )


def every_lead(db: Database) -> list[Lead]:
    """All leads, open ones by their next date first."""
    rows = db.rows(
        "SELECT id, kind, name, note, next_on, done FROM lead ORDER BY done, next_on IS NULL, next_on, name"
    )
    return [
        Lead(key, LeadKind(kind), name, note, date_from(next_on), bool(done))
        for key, kind, name, note, next_on, done in rows
    ]


def put_rest(db: Database, rest: Rest) -> None:
    """Store a rest, in place of what was there under its key."""
    with db.write():
        db.run("DELETE FROM rest WHERE id = ?", (rest.id,))
        db.insert(
            "rest", id=rest.id, starts=rest.starts.isoformat(), ends=rest.ends.isoformat(), enjoy=rest.enjoy
        )


def every_rest(db: Database) -> list[Rest]:
    """All rests, the earliest first."""
    return [
        Rest(key, date.fromisoformat(starts), date.fromisoformat(ends), enjoy)
        for key, starts, ends, enjoy in db.rows(
            "SELECT id, starts, ends, enjoy FROM rest ORDER BY starts, ends"
        )
    ]
