"""What version 9 of the schema added: what a journal must remember to be the same on several machines.

Nothing of this goes into an export, and nothing of it travels.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bounceback_tui.storage.undo_schema import ALL_KEYS

KEYS: Mapping[str, tuple[str, ...]] = {table: key for table, key in ALL_KEYS.items() if table != "draft"}
"""What tells the rows of a table apart, for every table that travels: all but drafts."""

TABLES = (
    """CREATE TABLE sync (  -- one row once it was set up
    one INTEGER PRIMARY KEY CHECK (one = 1),
    remote TEXT NOT NULL,
    identity TEXT NOT NULL,  -- the key of age that opens what other machines tell
    wrapped BLOB NOT NULL,  -- the same, sealed with the passphrase, as it lies with the others
    machine TEXT NOT NULL,  -- what this one is called
    counter INTEGER NOT NULL,
    taken TEXT NOT NULL DEFAULT '',  -- the commit up to which everything was taken in
    worked_at TEXT  -- when it last worked
) STRICT""",
    """CREATE TABLE sync_parcel (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    counter INTEGER NOT NULL,
    machine TEXT NOT NULL,
    made TEXT NOT NULL,
    problem TEXT NOT NULL DEFAULT ''  -- why it could not be read; empty where it could
) STRICT""",
    """CREATE TABLE sync_row (  -- the version that stands of every row that was ever told
    place TEXT NOT NULL,
    row_key TEXT NOT NULL,
    parcel INTEGER NOT NULL,
    line INTEGER NOT NULL,
    alive INTEGER NOT NULL,
    digest TEXT NOT NULL,  -- empty where it is gone
    waiting TEXT,  -- its content, while what it belongs to is not there
    PRIMARY KEY (place, row_key)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sync_row_waiting ON sync_row (place) WHERE waiting IS NOT NULL",
    """CREATE TABLE sync_head (  -- other versions, which nothing supersedes
    parcel INTEGER NOT NULL,
    line INTEGER NOT NULL,
    place TEXT NOT NULL,
    row_key TEXT NOT NULL,
    alive INTEGER NOT NULL,
    digest TEXT NOT NULL,
    content TEXT,
    settled INTEGER NOT NULL DEFAULT 0,  -- whether the person decided, which is to be told
    PRIMARY KEY (parcel, line)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sync_head_row ON sync_head (place, row_key)",
    """CREATE TABLE sync_changed (  -- rows that were written to since they were told
    place TEXT NOT NULL,
    row_key TEXT NOT NULL,
    PRIMARY KEY (place, row_key)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE sync_out (  -- sealed parcels on their way
    name TEXT PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT""",
)
"""Statements that make the tables."""


def triggers() -> Iterator[str]:
    """Statements that make the triggers which note every row that is written to, once there are others."""
    for table, names in KEYS.items():
        for on, name, rows in (
            ("INSERT", "added", ("new",)),
            ("UPDATE", "changed", ("old", "new")),
            ("DELETE", "removed", ("old",)),
        ):
            keys = " UNION ".join(_key_of(table, names, row) for row in rows)
            # not OR IGNORE: the writing statement's own way with conflicts would go before it
            yield f"""CREATE TRIGGER sync_{table}_{name} AFTER {on} ON {table}
    WHEN EXISTS (SELECT 1 FROM sync)
    BEGIN INSERT INTO sync_changed SELECT * FROM ({keys}) AS written WHERE NOT EXISTS (
        SELECT 1 FROM sync_changed AS noted
        WHERE noted.place = written.place AND noted.row_key = written.row_key); END"""


def _key_of(table: str, names: tuple[str, ...], row: str) -> str:
    return f"SELECT '{table}' AS place, {key_sql(names, row)} AS row_key"


HEX = "\U000f0000"
"""Before a text of a key that is told by its bytes: one with a NUL, where JSON of SQLite's ends, or with this
very sign."""


def key_sql(names: tuple[str, ...], row: str) -> str:
    """What makes the key of a row, as JSON, of the columns that it has there."""
    values = (
        f"CASE WHEN instr(CAST({row}.{one} AS BLOB), x'00') OR instr({row}.{one}, char({ord(HEX)}))"
        f" THEN char({ord(HEX)}) || hex({row}.{one}) ELSE {row}.{one} END"
        for one in names
    )
    return f"json_array({', '.join(values)})"
