"""Drafts: what stands in an open form, kept while somebody types."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any, NamedTuple

from bounceback_tui.domain.moment import Moment
from bounceback_tui.storage.columns import stamp, utc_from
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.undo_schema import TRASHED

PATIENCE = 0.1
"""Seconds that a draft waits for another program: somebody is typing, and the next one comes soon."""

ASIDE = "~"
"""What stands between the key of what a draft is about and the mark of one that was set aside."""

_OF_SOMETHING = "substr(draft.target, 1, 26)"
"""What a draft belongs to: keys have 26 signs, and more may follow them."""

_OF_THINGS = " ".join(
    f"OR EXISTS (SELECT 1 FROM {table} WHERE {table}.id = {_OF_SOMETHING} AND deleted_at IS NULL)"
    for table in TRASHED
    if table != "entry"
)
"""Whether that is one of the things with a trash, and not in it."""


class KeptDraft(NamedTuple):
    """A draft as it lies in the journal."""

    form: str
    target: str
    content: dict[str, Any]
    saved: datetime
    """When the last key was kept, in UTC."""


def put(db: Database, form: str, target: str, content: dict[str, Any], saved: Moment) -> None:
    """Keep what stands in a form, in place of what was kept before."""
    with db.write(settle=False, patience=PATIENCE):  # twice a second while somebody types
        db.put(
            "draft",
            "form",
            "target",
            form=form,
            target=target,
            content=json.dumps(content, ensure_ascii=True),
            saved_at=stamp(saved),
        )


def get(db: Database, form: str, target: str = "") -> KeptDraft | None:
    """What was kept of a form, or None."""
    return next(iter(_drafts(db, "WHERE form = ? AND target = ?", (form, target))), None)


def remove(db: Database, form: str, target: str = "") -> None:
    """Forget what was kept of a form."""
    with db.write():
        db.run("DELETE FROM draft WHERE form = ? AND target = ?", (form, target))


def every(db: Database) -> list[KeptDraft]:
    """All drafts that can still be gone on with, the latest first.

    One that belongs to something that was taken back waits unseen until that is there again; one whose entry
    was deleted for good is gone on with as a new one.
    """
    _set_free(db)
    return _drafts(
        db,
        f"""WHERE target = '' OR target LIKE '~%'
        OR EXISTS (SELECT 1 FROM entry WHERE entry.id = {_OF_SOMETHING})
        {_OF_THINGS}
        OR EXISTS (SELECT 1 FROM episode JOIN event ON event.id = episode.event_id
            WHERE episode.id = {_OF_SOMETHING} AND event.deleted_at IS NULL)""",
        (),
    )


def _set_free(db: Database) -> None:
    """Drafts of entries that are there no more become new ones: their words may be all that is left.

    A form that is still open on such an entry goes on making them, and each stays a draft of its own.
    """
    if db.read_only:
        return
    alone = db.rows(
        f"""SELECT form, target FROM draft WHERE form IN ('write', 'what-happened')
        AND target <> '' AND target NOT LIKE '~%'
        AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.id = {_OF_SOMETHING})"""
    )
    if alone:
        with db.write():
            for form, target in alone:
                free = ASIDE + target
                while get(db, form, free):
                    free += ASIDE
                db.run("UPDATE draft SET target = ? WHERE form = ? AND target = ?", (free, form, target))


def _drafts(db: Database, where: str, values: tuple[str, ...]) -> list[KeptDraft]:
    rows = db.rows(
        f"SELECT form, target, content, saved_at FROM draft {where} ORDER BY saved_at DESC, form, target",
        values,
    )
    return [
        KeptDraft(form, target, dict(json.loads(content)), utc_from(saved))
        for form, target, content, saved in rows
    ]
