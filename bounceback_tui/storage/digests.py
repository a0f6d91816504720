"""Digests of what somebody wrote: SQLite does not notice a byte that changes inside a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bounceback_tui.storage.database import Database


def digest_of(*parts: object) -> str:
    """32 signs out of some texts in their order, as they are stored: as text or as its bytes, or None.

    A damaged row may hold anything else; of that it is the digest of nothing that was ever saved.
    """
    try:  # what hashlib hands out as its own, without all the rest of it
        from _blake2 import blake2b  # noqa: PLC0415 - how somebody feels has no digest
    except ImportError:  # a Python built otherwise
        from hashlib import blake2b  # noqa: PLC0415

    found = blake2b(digest_size=16)
    for part in parts:
        words = part if isinstance(part, bytes) else _text(part).encode("utf-8", "surrogatepass")
        found.update(b"%d:" % len(words))
        found.update(words)
    return found.hexdigest()


def _text(part: object) -> str:
    return part if isinstance(part, str) else "" if part is None else f"\0{part!r}"


def is_whole(db: Database, entry_id: str) -> bool:
    """Whether an entry says what was saved."""
    row = db.row("SELECT id, title, text, digest FROM entry WHERE id = ?", (entry_id,))
    return row is not None and digest_of(*row[:3]) == row[3]


def seal(db: Database, entry_id: str) -> None:
    """Let what an entry says by now be what was saved; inside `write()`."""
    row = db.row("SELECT id, title, text FROM entry WHERE id = ?", (entry_id,))
    if row:
        db.run("UPDATE entry SET digest = ? WHERE id = ?", (digest_of(*row), entry_id))
