"""Journals as each version of the schema left them, with hostile text in every table."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

from journals import look_into

from bounceback_tui.storage.journal_file import SCHEMA_VERSION

OLDER = range(1, SCHEMA_VERSION)
"""The versions of which there is one."""

_KEPT = Path(__file__).with_name("older_journals")
_OURS_NO_MORE = ("_sqlite_migrations", "findable")
"""Tables in which a newer version keeps what is not the person's."""


@cache
def statements(version: int) -> str:
    """The SQL of a journal."""
    return spelled_out((_KEPT / f"version_{version}.sql").read_text(encoding="utf-8"))


def spelled_out(text: str) -> str:
    """The same with what is as it was in an earlier version, and stands in the file of that one."""
    return re.sub(
        r"^-- (\w+) as in version (\d+)$",
        lambda named: f"{_thing(named[1], int(named[2]))};",
        text,
        flags=re.M,
    )


def _thing(name: str, version: int) -> str:
    return things(version)[name]


@cache
def things(version: int) -> dict[str, str]:
    """Statements by the name of what they make."""
    with closing(sqlite3.connect(":memory:")) as journal:
        journal.executescript(statements(version))
        return dict(journal.execute("SELECT name, sql FROM sqlite_master"))


def make(path: Path, version: int) -> None:
    """Make a journal as that version left it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as journal:
        journal.execute("PRAGMA journal_mode = WAL")
        journal.executescript(statements(version))


def tables(path: Path) -> list[str]:
    """The tables in which there is anything of the person's, with the steps to take back."""
    named = look_into(
        path,
        """SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
        AND name NOT LIKE 'sqlite%' ORDER BY 1""",
    )
    return [name for (name,) in named if name not in _OURS_NO_MORE]


def columns(path: Path) -> dict[str, list[str]]:
    """The columns of each of these tables."""
    return {
        table: [row[0] for row in look_into(path, f"SELECT name FROM pragma_table_xinfo('{table}')")]
        for table in tables(path)
    }


def values(path: Path, wanted: dict[str, list[str]]) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of these tables, with these columns."""
    with closing(sqlite3.connect(path)) as journal:
        return {
            table: sorted(journal.execute(f"SELECT {', '.join(names)} FROM {table}").fetchall(), key=repr)
            for table, names in wanted.items()
        }


def shape(path: Path) -> list[tuple[Any, ...]]:
    """Tables, indexes, views and triggers."""
    return look_into(path, "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
