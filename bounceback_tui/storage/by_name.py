"""Entries by words of their title, and applications by company or role, a few of each."""

from __future__ import annotations

from collections.abc import Sequence

from bounceback_tui.domain.named import NamedApplication, NamedEntry
from bounceback_tui.domain.query_values import Term
from bounceback_tui.storage.columns import day_from, key_of
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.word_search import match_of


def entries(db: Database, words: Sequence[Term], limit: int) -> list[NamedEntry]:
    """The newest entries whose title holds all of `words`, of which each holds a letter or a digit.

    Raises StorageError.
    """
    rows = db.rows(
        """SELECT entry.id, entry.title, entry.local_date
        FROM entry_words CROSS JOIN entry ON entry.position = entry_words.rowid
        WHERE entry_words MATCH ? AND entry.deleted_at IS NULL ORDER BY entry_words.rowid DESC LIMIT ?""",
        (f"title : ({match_of(words)})", limit),
    )
    return [NamedEntry(key, title, day_from(day)) for key, title, day in rows]


def applications(db: Database, parts: Sequence[str], limit: int) -> list[NamedApplication]:
    """Those whose company or role holds each of `parts`: companies that begin so first, then the latest.

    Raises StorageError.
    """
    keys = [key_of(part) for part in parts]
    held = " AND ".join(["(instr(company_key, ?) > 0 OR instr(role_key, ?) > 0)"] * len(keys))
    rows = db.rows(
        f"""SELECT id, company, role FROM application WHERE deleted_at IS NULL AND {held}
        ORDER BY instr(company_key, ?) <> 1, added_at DESC, rowid DESC LIMIT ?""",
        (*(key for key in keys for _ in range(2)), keys[0], limit),
    )
    return [NamedApplication(*row) for row in rows]
