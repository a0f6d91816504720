"""Prints a journal as the SQL that makes it, for `older_journals/`: `python tests/keep_older.py journal.db`.

To be done once with a journal of each version, before a step to the next one is written. Indexes and triggers
that are as in an earlier version are named only.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing

from older import things

_OF_AN_INDEX = ("data", "idx", "content", "docsize", "config")


def literal(value: object) -> str:
    """A value in SQL; what an editor would not show is written as its bytes."""
    if value is None:
        return "NULL"
    if isinstance(value, bytes):
        return f"x'{value.hex()}'"
    if not isinstance(value, str):
        return repr(value)
    if all(sign.isprintable() or sign == "\n" for sign in value):
        return "'" + value.replace("'", "''") + "'"
    return f"CAST(x'{value.encode().hex()}' AS TEXT)"


def statements(journal: sqlite3.Connection) -> Iterator[str]:
    """What makes the journal, in order."""
    (application,), (version,) = (
        journal.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
    )
    made = journal.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql <> '' ORDER BY rowid"
    ).fetchall()
    indexes = [name for _, name, sql in made if sql.startswith("CREATE VIRTUAL")]
    inner = {f"{name}_{part}" for name in indexes for part in _OF_AN_INDEX}
    tables = [name for kind, name, _ in made if kind == "table" and name not in {*inner, *indexes}]
    yield f"-- A journal as version {version} of the schema left it."
    yield f"PRAGMA application_id = {application};"
    yield f"PRAGMA user_version = {version};"
    yield "BEGIN;"
    yield from (
        f"{sql};"
        for kind, name, sql in made
        if kind in ("table", "view") and name not in {*inner, "sqlite_sequence"}
    )
    for table in tables:
        if table != "sqlite_sequence":
            yield from _rows(journal, table)
    if "sqlite_sequence" in tables:
        yield "DELETE FROM sqlite_sequence;"
        yield from _rows(journal, "sqlite_sequence")
    yield "INSERT INTO entry_words (entry_words) VALUES ('rebuild');"
    if "tool_words" in indexes:
        yield from _rows(journal, "tool_words", "rowid, words")
    before = {
        (name, sql): older for older in range(version - 1, 0, -1) for name, sql in things(older).items()
    }
    for kind, name, sql in made:
        if kind in ("index", "trigger"):
            older = before.get((name, sql))
            yield f"-- {name} as in version {older}" if older else f"{sql};"
    yield "COMMIT;"


def _rows(journal: sqlite3.Connection, table: str, names: str = "") -> Iterator[str]:
    found = journal.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", (table,))
    names = names or ", ".join(name for (name,) in found)
    for row in journal.execute(f'SELECT {names} FROM "{table}"'):
        yield f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(map(literal, row))});'


if __name__ == "__main__":
    with closing(sqlite3.connect(sys.argv[1])) as opened:
        print(*statements(opened), sep="\n")
