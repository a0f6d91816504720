"""Thought records."""

from __future__ import annotations

import json

from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.storage.columns import moment_columns, moment_from
from bounceback_tui.storage.database import Database


def put(db: Database, record: ThoughtRecord) -> None:
    """Store a thought record, in place of what was there under its key."""
    with db.write():
        db.put(
            "thought",
            "id",
            id=record.id,
            episode_id=record.episode_id,
            thought=record.thought,
            belief_before=record.belief_before,
            evidence_for=record.evidence_for,
            evidence_against=record.evidence_against,
            traps=json.dumps(record.traps, ensure_ascii=False),
            fairer=record.fairer,
            belief_after=record.belief_after,
            **moment_columns("written", record.written_at),
        )


def every(db: Database) -> list[ThoughtRecord]:
    """All thought records, the latest first."""
    rows = db.rows(
        """SELECT id, written_at, utc_offset, zone, thought, episode_id, belief_before, evidence_for,
        evidence_against, traps, fairer, belief_after FROM thought WHERE deleted_at IS NULL
        ORDER BY written_at DESC"""
    )
    return [
        ThoughtRecord(
            row[0],
            moment_from(*row[1:4]),
            row[4],
            row[5],
            row[6],
            row[7],
            row[8],
            tuple(json.loads(row[9])),
            *row[10:],
        )
        for row in rows
    ]
