"""What version 7 of the schema added: marks by which damage is noticed that SQLite itself does not see.

Each entry, and each earlier version of one, has a digest of its words. `tally` tells how many entries there
are and how often anything was saved, so that what was seen of a journal last can be compared with it.

And indexes from which statistics read the moods around writing without a look at what was written.
"""

from __future__ import annotations

from collections.abc import Iterator

from bounceback_tui.storage.version_4 import more

DIGESTS = (
    *more("entry", "digest TEXT NOT NULL DEFAULT ''"),
    *more("revision", "digest TEXT NOT NULL DEFAULT ''"),
)
"""Columns for the digests; what is there already gets them before anything else is made."""

FILL = (
    "UPDATE entry SET digest = digest_of(id, title, text)",
    "UPDATE revision SET digest = digest_of(id, title, text, tags, told)",
)
"""Statements that reckon them, by a function of this program."""


def _counting(name: str, on: str, entries: str = "") -> str:
    return f"""CREATE TRIGGER tally_{name} AFTER {on} BEGIN
    UPDATE tally SET {entries}changes = changes + 1;
END"""


def _triggers() -> Iterator[str]:
    yield _counting("entry_added", "INSERT ON entry", "entries = entries + 1, ")
    yield _counting("entry_changed", "UPDATE ON entry")
    yield _counting("entry_removed", "DELETE ON entry", "entries = entries - 1, ")
    yield _counting("step_added", "INSERT ON undo_step")
    yield _counting("step_turned", "UPDATE OF undone ON undo_step")


TABLES = (
    """CREATE TABLE tally (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    journal TEXT NOT NULL,  -- tells this journal from any other
    entries INTEGER NOT NULL,
    changes INTEGER NOT NULL
) STRICT""",
    "INSERT INTO tally SELECT 1, lower(hex(randomblob(10))), count(*), count(*) FROM entry",
    *_triggers(),
    "CREATE INDEX entry_written ON entry (id, local_date) WHERE deleted_at IS NULL AND trim(text) <> ''",
    """CREATE INDEX checkin_beside ON checkin (entry_id, relation, mood, local_date)
    WHERE deleted_at IS NULL AND mood IS NOT NULL""",
)
"""Statements in order, after the others."""
