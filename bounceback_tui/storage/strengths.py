"""Strengths that were noted or pinned, and those that employers named."""

from __future__ import annotations

from bounceback_tui.domain.feedback import RemarkKind
from bounceback_tui.domain.strength import NotedStrength
from bounceback_tui.domain.themes import Said
from bounceback_tui.storage.columns import moment_columns, moment_from
from bounceback_tui.storage.database import Database, Row
from bounceback_tui.storage.owners import still_there
from bounceback_tui.storage.standing import LATEST_FIRST, OF_EPISODE, STANDS

_NOTED = """SELECT id, noted_at, utc_offset, zone, text, said_by, pinned, episode_id FROM strength
    WHERE deleted_at IS NULL """


def put(db: Database, strength: NotedStrength) -> None:
    """Store a strength, in place of what was there under its key; out of the trash, if it lay there.

    It stands alone where its episode is there no more.
    """
    with db.write():
        db.put(
            "strength",
            "id",
            id=strength.id,
            text=strength.text,
            said_by=strength.said_by,
            pinned=strength.pinned,
            episode_id=still_there(db, "episode", strength.episode_id),
            deleted_at=None,
            **moment_columns("noted", strength.noted_at),
        )


def noted(db: Database) -> list[NotedStrength]:
    """All that were noted or pinned, the latest first."""
    return [_noted(row) for row in db.rows(_NOTED + "ORDER BY noted_at DESC, id DESC")]


def one(db: Database, key: str) -> NotedStrength | None:
    """The strength under a key, or None."""
    row = db.row(_NOTED + "AND id = ?", (key,))
    return _noted(row) if row else None


def pinned(db: Database) -> list[NotedStrength]:
    """What is pinned, the latest first: one at most, unless two windows pinned at once."""
    return [_noted(row) for row in db.rows(_NOTED + "AND pinned ORDER BY noted_at DESC, id DESC")]


def named(db: Database) -> list[Said]:
    """Every remark on a strength, of rejections that stand, the latest first."""
    rows = db.rows(
        f"""SELECT theme, remark.text, company FROM remark JOIN episode ON episode.id = remark.episode_id
        {OF_EPISODE} WHERE remark.kind = ? AND {STANDS} AND theme || remark.text <> ''
        ORDER BY {LATEST_FIRST}, place""",
        (RemarkKind.STRENGTH,),
    )
    return [Said(theme, text, company) for theme, text, company in rows]


def _noted(row: Row) -> NotedStrength:
    key, at, offset, zone, text, said_by, is_pinned, episode = row
    return NotedStrength(key, moment_from(at, offset, zone), text, said_by, bool(is_pinned), episode)
