"""Looking through a whole journal for damage that SQLite does not notice. Nothing is changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from bounceback_tui.domain.going import Going, go_on, onwards
from bounceback_tui.storage.digests import digest_of
from bounceback_tui.storage.journal_file import version_of

if TYPE_CHECKING:
    from bounceback_tui.storage.database import Database

# as bytes: text that is damaged may be none any more
_WORDS = "CAST(title AS BLOB), CAST(text AS BLOB)"
_ENTRIES = f"SELECT id, CAST(id AS BLOB), {_WORDS}, digest FROM entry"
_ASKED = 500  # rows between two questions whether to go on
_SINCE = 7  # version of the schema that brought digests, and the count
# the rows themselves, since an index may know of some that are there no more
_COUNTED = "SELECT (SELECT count(*) FROM entry NOT INDEXED), (SELECT entries FROM tally)"
_REVISIONS = f"""SELECT entry_id, CAST(id AS BLOB), {_WORDS}, CAST(tags AS BLOB), CAST(told AS BLOB), digest
    FROM revision"""


def damaged_entries(db: Database, going: Callable[[], bool] = lambda: True) -> list[str]:
    """Keys of the entries that do not say what was saved. Raises StorageError.

    `going` is asked after each, and says whether to go on.
    """
    return _damaged(db, _ENTRIES, going)


def damaged_versions(db: Database, going: Callable[[], bool] = lambda: True) -> list[str]:
    """Keys of the entries of which an earlier version does not say what was kept. Raises StorageError."""
    return list(dict.fromkeys(_damaged(db, _REVISIONS, going)))


def counted(db: Database) -> tuple[int, int]:
    """How many entries there are, and how many there should be. Raises StorageError."""
    with db.read():
        row = db.row(_COUNTED)
    assert row
    return int(row[0]), int(row[1] or 0)


def counted_in_copy(copy: sqlite3.Connection) -> tuple[int, int] | None:
    """The same in a copy; None in one of before version 7. Raises sqlite3.Error."""
    if not _tells(copy):
        return None
    there, expected = copy.execute(_COUNTED).fetchone()
    return int(there), int(expected or 0)


def is_in_order(db: Database) -> bool:
    """Whether SQLite finds nothing wrong with the file, nor with the index of words. Raises StorageError."""
    return db.row("PRAGMA integrity_check(1)") == ("ok",)


def in_copy(copy: sqlite3.Connection, going: Going = onwards) -> list[str]:
    """Keys of the entries in a copy that do not say what was saved, or once did not.

    Raises sqlite3.Error, and Stopped where `going` says so.
    """
    if not _tells(copy):
        return []
    [rows] = copy.execute("SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM revision)").fetchone()
    every = (row for sql in (_ENTRIES, _REVISIONS) for row in copy.execute(sql))
    return list(dict.fromkeys(_unlike(_asking(every, int(rows), going))))


def _tells(copy: sqlite3.Connection) -> bool:
    return version_of(copy) >= _SINCE


def _asking(rows: Iterable[tuple[Any, ...]], count: int, going: Going) -> Iterator[tuple[Any, ...]]:
    """The same rows; again and again it is asked whether to go on. Raises Stopped."""
    for place, row in enumerate(rows):
        if place % _ASKED == 0:
            go_on(going, place / max(count, place + 1))
        yield row


def _damaged(db: Database, sql: str, going: Callable[[], bool]) -> list[str]:
    return _unlike(db.each(sql), going)


def _unlike(rows: Iterable[tuple[Any, ...]], going: Callable[[], bool] = lambda: True) -> list[str]:
    found = []
    for key, *parts, digest in rows:
        if digest_of(*parts) != digest:
            found.append(str(key))
        if not going():
            break
    return found
