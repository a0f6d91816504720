"""What version 5 of the schema added: every contact with a lead, where only the latest was known."""

from __future__ import annotations

from bounceback_tui.storage.schema import DATE

TABLES = (
    f"""CREATE TABLE contact (  -- the latest of each lead stands beside its name as well
    lead_id TEXT NOT NULL REFERENCES lead (id) ON DELETE CASCADE,
    contacted_on {DATE.format("contacted_on")} NOT NULL,
    PRIMARY KEY (lead_id, contacted_on)
) STRICT, WITHOUT ROWID""",
    "INSERT INTO contact SELECT id, contacted_on FROM lead WHERE contacted_on IS NOT NULL",
)
"""Statements in order."""
