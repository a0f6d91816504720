"""What is saved is saved whole or not at all, for everybody who writes, and at once in the file itself."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from journals import (
    HandSetClock,
    check_whole,
    held,
    look_into,
    open_journal,
    start_python,
    wait_for,
    wait_until_ready,
)

from bounceback_tui.domain.lead import Lead, LeadKind
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import journal_file, leads
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError

WRITES = 200

WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from journals import HandSetClock, open_journal
workspace = open_journal(Path(sys.argv[1]), HandSetClock())
print("ready", flush=True)
sys.stdin.readline()
for turn in range(int(sys.argv[3])):
    workspace.journal.note(f"{sys.argv[2]} {turn}", tags=["panel"])
workspace.close()
"""


@pytest.fixture(autouse=True)
def _helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=":")


@pytest.fixture
def other(database: Database) -> Iterator[sqlite3.Connection]:
    """Another program on the same journal."""
    connection = sqlite3.connect(database.path, isolation_level=None, timeout=0)
    yield connection
    connection.close()


def friend(name: str) -> Lead:
    return Lead(f"{name:X<26}", LeadKind.FRIEND, name)


def names(database: Database) -> list[str]:
    return [lead.name for lead in leads.every(database)]


def both_at_once(path: Path) -> None:
    children = [start_python(WRITER, path, name, WRITES) for name in ("one", "other")]
    for child in children:
        assert child.stdout
        wait_until_ready(child)
    for child in children:
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        wait_for(child)


def test_two_programs_that_write_at_once_lose_nothing(tmp_path: Path, clock: HandSetClock) -> None:
    path = tmp_path / "journal.db"
    open_journal(path, clock).close()
    both_at_once(path)
    with open_journal(path, clock) as workspace:
        texts = {row["text"] for row in held(workspace)["entry"]}
        assert texts == {f"{name} {turn}" for name in ("one", "other") for turn in range(WRITES)}
        check_whole(workspace.database)


def test_control_one_who_reads_before_saying_that_it_writes_is_refused(tmp_path: Path) -> None:
    one, other = (
        sqlite3.connect(tmp_path / "careless.db", isolation_level=None, timeout=60) for _ in range(2)
    )
    one.execute("PRAGMA journal_mode = WAL")
    one.execute("CREATE TABLE note (text)")
    for connection in (one, other):
        connection.execute("BEGIN")
        connection.execute("SELECT * FROM note").fetchall()
    one.execute("INSERT INTO note VALUES ('first')")
    one.execute("COMMIT")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        other.execute("INSERT INTO note VALUES ('second')")  # at once, however long it was ready to wait
    other.close()
    one.close()


def test_while_one_writes_the_other_cannot_even_begin(database: Database, other: sqlite3.Connection) -> None:
    with database.write():
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        assert other.execute("SELECT count(*) FROM lead").fetchall() == [(0,)]
        leads.put(database, friend("Ann"))
        assert other.execute("SELECT count(*) FROM lead").fetchall() == [(0,)]
    assert other.execute("SELECT count(*) FROM lead").fetchall() == [(1,)]


LOOKING = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
print(connection.execute("SELECT count(*) FROM lead").fetchone()[0])
connection.close()
"""


@pytest.mark.parametrize("look", ["by the program", "by hand"])
def test_opening_it_once_more_takes_no_lock_away(tmp_path: Path, look: str) -> None:
    """Whoever leaves last tidies up the log; one who still writes and is not seen writes into nothing."""
    path = tmp_path / "journal.db"
    first = Database(path)
    leads.put(first, friend("Ann"))
    if look == "by the program":
        Database(path).close()
    else:
        path.open("rb").close()
    assert wait_for(start_python(LOOKING, path)) == "1\n"
    with first.write(settle=False):
        leads.put(first, friend("Ben"))
    seen, _ = start_python(LOOKING, path).communicate()
    first.close()
    assert (seen == "2\n") is (look == "by the program"), "by hand is the control: Ben is nowhere"


def test_one_who_waits_in_vain_is_told_and_nothing_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(journal_file, "BUSY_SECONDS", 0.05)
    database = Database(tmp_path / "journal.db")
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="Another program is writing to the journal"):
        leads.put(database, friend("Ann"))
    assert names(database) == []
    other.execute("ROLLBACK")
    leads.put(database, friend("Ann"))
    assert names(database) == ["Ann"]
    other.close()
    database.close()


def test_all_of_it_is_taken_back_where_something_goes_wrong(database: Database) -> None:
    def interrupted() -> None:
        with database.write():
            leads.put(database, friend("Ann"))
            with database.write():
                leads.put(database, friend("Ben"))
            assert names(database) == ["Ann", "Ben"]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert names(database) == []
    leads.put(database, friend("Cat"))
    assert names(database) == ["Cat"]


def test_a_part_that_fails_is_taken_back_alone(database: Database) -> None:
    def fail() -> None:
        with database.write():
            leads.put(database, friend("Ben"))
            with database.write():
                leads.put(database, friend("Cat"))
            database.run("INSERT INTO lead (name) VALUES ('nobody')")

    with database.write():
        leads.put(database, friend("Ann"))
        with pytest.raises(StorageError):
            fail()
        leads.put(database, friend("Dan"))
    assert names(database) == ["Ann", "Dan"]
    assert look_into(database.path, "SELECT count(*) FROM lead") == [(2,)]


def test_a_change_outside_of_a_transaction_is_a_mistake(database: Database) -> None:
    with pytest.raises(AssertionError):
        database.run("DELETE FROM lead")
    with database.read():
        with pytest.raises(AssertionError):
            database.run("DELETE FROM lead")
        with pytest.raises(AssertionError), database.write():
            pass


def test_what_was_saved_is_in_the_file_itself(database: Database, tmp_path: Path) -> None:
    def copied() -> int:
        copy = tmp_path / "copy.db"
        shutil.copy(database.path, copy)  # as a careless backup does, without the log beside it
        return int(look_into(copy, "SELECT count(*) FROM lead")[0][0])

    with database.write(settle=False):
        leads.put(database, friend("Ann"))
    assert copied() == 0, "the control"
    leads.put(database, friend("Ben"))
    assert copied() == 2
    assert database.path.with_name("bare.db-wal").stat().st_size == 0


def test_saving_does_not_wait_for_one_who_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_file, "BUSY_SECONDS", 20.0)
    database = Database(tmp_path / "journal.db")
    reader = sqlite3.connect(database.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM lead").fetchall()
    began = time.monotonic()
    leads.put(database, friend("Ann"))
    assert time.monotonic() - began < journal_file.BUSY_SECONDS / 2
    assert database.rows("PRAGMA busy_timeout") == [(20_000,)]
    reader.execute("ROLLBACK")
    leads.put(database, friend("Ben"))
    assert look_into(database.path, "SELECT count(*) FROM lead") == [(2,)]
    reader.close()
    database.close()


def test_one_reading_is_of_one_moment(database: Database, other: sqlite3.Connection) -> None:
    leads.put(database, friend("Ann"))
    with database.read():
        assert names(database) == ["Ann"]
        other.execute("DELETE FROM lead")
        assert names(database) == ["Ann"]
        with database.read():
            assert names(database) == ["Ann"]
        assert names(database) == ["Ann"]
    assert names(database) == []


def test_a_reading_that_fails_holds_nothing_back(database: Database) -> None:
    with pytest.raises(StorageError), database.read():
        database.rows("SELECT nothing FROM nowhere")
    leads.put(database, friend("Ann"))
    assert names(database) == ["Ann"]


def test_a_full_disk_is_told_and_takes_nothing_away(workspace: Workspace) -> None:
    kept = workspace.journal.note("kept")
    database = workspace.database
    before = held(workspace)
    [(pages,)] = database.rows("PRAGMA page_count")
    database.rows(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StorageError) as refused:
        workspace.journal.note("word " * 100_000)
    assert str(refused.value) == (
        "The disk is full. What was saved before is safe; free some space and try again."
    )
    assert held(workspace) == before
    check_whole(database)
    database.rows(f"PRAGMA max_page_count = {pages + 2000}")
    workspace.journal.note("word " * 100_000)
    assert [item.entry.text[:4] for item in (workspace.journal.find("-1"), workspace.journal.find(kept))] == [
        "word",
        "kept",
    ]


def test_version_changes_whenever_anybody_writes(database: Database, other: sqlite3.Connection) -> None:
    seen = {database.version}
    assert database.version in seen
    leads.put(database, friend("Ann"))
    assert database.version not in seen
    seen.add(database.version)
    assert database.version in seen
    other.execute("DELETE FROM lead")
    assert database.version not in seen
