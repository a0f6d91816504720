"""Drafts: what stands in an open form, kept while somebody types."""

from __future__ import annotations

import json
from typing import Any

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import stamp
from bounceback_tui.storage.database import Database


def put(db: Database, form: str, target: str, content: dict[str, Any], saved: Moment) -> None:
    """Keep what stands in a form, in place of what was kept before."""
    with db.write(settle=False):  # twice a second while somebody types
        db.run(
            """INSERT INTO draft (form, target, content, saved_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (form, target)
            DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at""",
            (form, target, json.dumps(content, ensure_ascii=True), stamp(saved)),
        )


def get(db: Database, form: str, target: str = "") -> dict[str, Any] | None:
    """What was kept of a form, or None."""
    row = db.row("SELECT content FROM draft WHERE form = ? AND target = ?", (form, target))
    return dict(json.loads(row[0])) if row else None


def remove(db: Database, form: str, target: str = "") -> None:
    """Forget what was kept of a form."""
    with db.write():
        db.run("DELETE FROM draft WHERE form = ? AND target = ?", (form, target))


def forms(db: Database) -> list[tuple[str, str]]:
    """Form and target of every draft, the latest first."""
    return [
        (row[0], row[1])
        for row in db.rows("SELECT form, target FROM draft ORDER BY saved_at DESC, form, target")
    ]
