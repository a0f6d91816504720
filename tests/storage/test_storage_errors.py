"""Whatever goes wrong on disk is told in one sentence that says what is safe and what to do."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal

from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError, sentence_for

WORDS = [
    ("database is locked", "Another program is writing"),
    ("database table is locked", "Another program is writing"),
    ("database or disk is full", "The disk is full"),
    ("disk I/O error", "The disk refused"),
    ("attempt to write a readonly database", "cannot be written to"),
    ("unable to open database file", "cannot be opened"),
    ("database disk image is malformed", "seems to be damaged"),
    ("Could not decode to UTF-8 column 'text' with text '\x1b[31m'", "seems to be damaged"),
    ("file is not a database", "cannot be read"),
    ("no such table: entry", "could not be read or written"),
]


@pytest.mark.parametrize(("words", "start"), WORDS)
def test_every_failure_has_its_sentence(words: str, start: str) -> None:
    said = sentence_for(sqlite3.OperationalError(words))
    assert start in said
    assert re.fullmatch(r"[A-Z][^\n\x1b]*\.", said), "whole sentences on one line, and nothing of the file"
    assert re.search("Nothing|safe", said), "says that nothing was lost"


def test_text_of_a_damaged_page_is_not_shown(database: Database) -> None:
    with database.write():
        database.run(
            "INSERT INTO draft VALUES ('note', '', '{}', '2026-11-23T08:30:00.000000Z')",
        )
        database.run("UPDATE draft SET form = CAST(x'736563726574ff' AS TEXT)")
    with pytest.raises(StorageError) as refused:
        database.rows("SELECT form FROM draft")
    assert "secret" not in str(refused.value)
    assert "seems to be damaged" in str(refused.value)


def test_the_cause_is_there_for_a_report(database: Database) -> None:
    with pytest.raises(StorageError) as refused:
        database.row("SELECT nothing FROM nowhere")
    assert isinstance(refused.value.__cause__, sqlite3.Error)


def test_a_damaged_journal_is_told_and_not_written_to(workspace: Workspace, tmp_path: Path) -> None:
    workspace.journal.note("one")
    workspace.close()
    path = tmp_path / "journal.db"
    connection = sqlite3.connect(path)
    [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchall()
    [(size,)] = connection.execute("PRAGMA page_size").fetchall()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(content)
    with open_journal(path, HandSetClock()) as opened:
        with pytest.raises(StorageError, match="seems to be damaged"):
            opened.journal.find("-1")
        with pytest.raises(StorageError, match="seems to be damaged"):
            opened.journal.note("two")
    assert path.read_bytes() == bytes(content)
