"""Leads to branch out to."""

from __future__ import annotations

from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.storage.columns import date_from, iso
from bounceback_tui.storage.database import Database


def put(db: Database, lead: Lead) -> None:
    """Store a lead, in place of what was there under its key.

    Its contact is kept beside those before; later ones are taken out, since it says that it is the latest.
    """
    latest = iso(lead.contacted_on)
    with db.write():
        db.put(
            "lead",
            "id",
            id=lead.id,
            kind=lead.kind,
            name=lead.name,
            note=lead.note,
            next_on=iso(lead.next_on),
            done=lead.done,
            contacted_on=latest,
        )
        db.run("DELETE FROM contact WHERE lead_id = ? AND contacted_on > ?", (lead.id, latest or ""))
        if latest:
            db.run("INSERT OR IGNORE INTO contact (lead_id, contacted_on) VALUES (?, ?)", (lead.id, latest))


def every(db: Database) -> list[Lead]:
    """All leads, open ones by their next date first."""
    rows = db.rows(
        """SELECT id, kind, name, note, next_on, done, contacted_on FROM lead WHERE deleted_at IS NULL
        ORDER BY done, next_on IS NULL, next_on, name"""
    )
    return [
        Lead(key, LeadKind(kind), name, note, date_from(next_on), bool(done), date_from(contacted))
        for key, kind, name, note, next_on, done, contacted in rows
    ]
