"""Journals to test on: a clock that is set by hand, what a journal holds, and looking into its file."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

from encrypted import key_of

from bounceback_tui.clock import Clock
from bounceback_tui.domain.moment import Moment
from bounceback_tui.formats.writing import WriteFormat
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import cipher
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.tool_words import SOURCES

NOW = datetime.fromisoformat("2026-11-23T09:30+01:00")
"""Monday morning, in most tests."""

NOBODY = 65534
"""A user without rights, for tests run by the one who has them all."""


class HandSetClock(Clock):
    """A clock that stands still until it is moved."""

    def __init__(self, when: datetime = NOW) -> None:
        self.when = when

    @property
    def zone(self) -> tzinfo:
        """The zone of the time it shows."""
        assert self.when.tzinfo
        return self.when.tzinfo

    def now(self) -> Moment:
        """The time it shows."""
        return Moment.of(self.when)

    def forward(self, **apart: float) -> None:
        """Move it on, by `hours=3` for example."""
        self.when += timedelta(**apart)


def open_journal(path: Path, clock: Clock) -> Workspace:
    """The journal at `path`."""
    return Workspace(path, clock, asset("guide.md"))


def moment(text: str) -> Moment:
    """An ISO date-time with an offset, as a moment."""
    return Moment.of(datetime.fromisoformat(text))


def held(workspace: Workspace) -> dict[str, list[dict[str, Any]]]:
    """What a person would call the journal: all but the trash, earlier versions and the guide's outline."""
    tables = {
        name: [dict(row) for row in rows]
        for name, rows in workspace.exchange.as_json().items()
        if isinstance(rows, list) and name not in ("revision", "guide")
    }
    for rows in tables.values():
        rows[:] = [row for row in rows if row.pop("deleted_at", None) is None]
    for table, column, parent in (
        ("event", "application_id", "application"),
        ("episode", "event_id", "event"),
        ("cause", "event_id", "event"),
        ("attribution", "event_id", "event"),
        ("tick", "episode_id", "episode"),
        ("tag", "entry_id", "entry"),
        ("feeling", "checkin_id", "checkin"),
    ):
        there = {row["id"] for row in tables[parent]}
        tables[table] = [row for row in tables[table] if row[column] in there]
    return tables


def written(workspace: Workspace, format: WriteFormat) -> str:
    """What the journal is as one file of a format."""
    return "".join(piece.text for piece in workspace.exchange.write(format))


def check_whole(database: Database) -> None:
    """Raises StorageError or AssertionError where file, references or index of words are not in order."""
    assert database.rows("PRAGMA integrity_check") == [("ok",)]
    assert database.rows("PRAGMA foreign_key_check") == []
    with database.write():
        # 1: compare with the entries, too
        database.run("INSERT INTO entry_words (entry_words, rank) VALUES ('integrity-check', 1)")
        database.run("INSERT INTO tool_words (tool_words) VALUES ('integrity-check')")
    # nothing is found by words of what is gone, and everything that has words is found
    assert (
        database.rows("SELECT rowid FROM tool_words WHERE rowid NOT IN (SELECT number FROM findable)") == []
    )
    unfound = "SELECT * FROM findable WHERE number NOT IN (SELECT rowid FROM tool_words)"
    assert database.rows(unfound) == []
    for place, source in SOURCES.items():
        key = source.key.format(row=place)
        found = set(database.rows("SELECT key FROM findable WHERE place = ?", (place,)))
        assert found == {
            (one,)
            for (one,) in database.rows(f"SELECT {key} FROM {place}")
            if database.rows(source.words.replace("{key}", "?1"), (one,))
        }


def digest(path: Path) -> str:
    """A hash of the bytes of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def look_into(path: Path, sql: str) -> list[tuple[Any, ...]]:
    """What a query says of a file, asked beside the program."""
    key = key_of(path)
    connection = cipher.connect(str(path), key) if key else sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def start_python(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Another process that runs `code` with arguments, with pipes to talk through."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def wait_until_ready(child: subprocess.Popen[str]) -> None:
    """Returns once the process has said "ready". Raises AssertionError with its errors where it does not."""
    assert child.stdout
    if child.stdout.readline() != "ready\n":
        raise AssertionError(child.communicate()[1])


def wait_for(child: subprocess.Popen[str], patience: float = 120) -> str:
    """What the process said, once it has ended well. Raises AssertionError with its errors otherwise."""
    out, err = child.communicate(timeout=patience)
    assert child.returncode == 0, err
    return out


@contextmanager
def without_rights() -> Iterator[None]:
    """Whoever runs the tests has no special rights meanwhile: permissions mean nothing to root.

    The program itself must be readable by others then.
    """
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
