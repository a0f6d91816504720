"""Thought records, and the thinking traps of the person's own."""

from __future__ import annotations

import json
from datetime import date

from bounceback_tui.domain.thought import ThoughtRecord, Trap
from bounceback_tui.storage.columns import moment_columns, moment_from
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.owners import still_there

_RECORD = """SELECT id, written_at, utc_offset, zone, thought, episode_id, belief_before, evidence_for,
    evidence_against, traps, fairer, belief_after FROM thought WHERE deleted_at IS NULL """


def put(db: Database, record: ThoughtRecord) -> None:
    """Store a thought record, in place of what was there under its key; out of the trash, if it lay there.

    It stands alone where its episode is there no more.
    """
    with db.write():
        db.put(
            "thought",
            "id",
            id=record.id,
            episode_id=still_there(db, "episode", record.episode_id),
            thought=record.thought,
            belief_before=record.belief_before,
            evidence_for=record.evidence_for,
            evidence_against=record.evidence_against,
            traps=json.dumps(record.traps, ensure_ascii=False),
            fairer=record.fairer,
            belief_after=record.belief_after,
            deleted_at=None,
            **moment_columns("written", record.written_at),
        )


def every(db: Database) -> list[ThoughtRecord]:
    """All thought records, the latest first."""
    return [_record(row) for row in db.rows(_RECORD + "ORDER BY written_at DESC, id DESC")]


def one(db: Database, key: str) -> ThoughtRecord | None:
    """The thought record under a key, or None."""
    row = db.row(_RECORD + "AND id = ?", (key,))
    return _record(row) if row else None


def written_on(db: Database, day: date) -> list[ThoughtRecord]:
    """The thought records that were begun on that day, the latest first."""
    rows = db.rows(_RECORD + "AND local_date = ? ORDER BY written_at DESC, id DESC", (day.isoformat(),))
    return [_record(row) for row in rows]


def put_trap(db: Database, trap: Trap) -> None:
    """Store a trap of the person's own, in place of what was there under its key."""
    with db.write():
        db.put("trap", "id", id=trap.id, name=trap.name, deleted_at=None)


def own_traps(db: Database) -> list[Trap]:
    """The traps of the person's own, in the order in which they were added."""
    rows = db.rows("SELECT name, id FROM trap WHERE deleted_at IS NULL ORDER BY id")
    return [Trap(name, id=key) for name, key in rows]


def _record(row: Row) -> ThoughtRecord:
    key, at, offset, zone, thought, episode, before, speaks_for, against, traps, fairer, after = row
    return ThoughtRecord(
        id=key,
        written_at=moment_from(at, offset, zone),
        thought=thought,
        episode_id=episode,
        belief_before=before,
        evidence_for=speaks_for,
        evidence_against=against,
        traps=tuple(json.loads(traps)),
        fairer=fairer,
        belief_after=after,
    )
