"""A new journal is made whole or not at all, for its owner alone, however many make it at once."""

from __future__ import annotations

import errno
import os
import random
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import sleep
from typing import Any

import pytest
from journals import check_whole, look_into, start_python, wait_for, wait_until_ready

from bounceback_tui.storage import journal_file, making
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.journal_file import SCHEMA_VERSION
from bounceback_tui.storage.migrations import steps

pytestmark = pytest.mark.usefixtures("made_anew")

OPEN = """
import sys
from pathlib import Path
from bounceback_tui.storage import migrations
from bounceback_tui.storage.database import Database
print("ready", flush=True)
sys.stdin.readline()
database = Database(Path(sys.argv[1]))
with database.write():
    database.run("INSERT INTO draft VALUES (?, '', '{}', '2026-11-23T08:30:00.000000Z')", (sys.argv[2],))
database.close()
"""
"""Opens a journal at a sign, and leaves a trace in it."""


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def generous() -> Iterator[None]:
    """Whatever is made can be read and written by everybody, unless it is made otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("generous")
def test_a_new_journal_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "share" / "bounceback" / "journal.db"
    database = Database(path)
    with database.write(settle=False):
        database.insert("lead", id="L" * 26, kind="friend", name="Ann", note="", done=False)
    names = {one.name for one in path.parent.iterdir()}
    assert names == {"journal.db", "journal.db-wal", "journal.db-shm"}
    assert {mode(path.parent / name) for name in names} == {0o600}
    assert mode(path.parent) == mode(path.parent.parent) == 0o700
    database.close()
    # the control: left to itself, SQLite would let everybody read it
    look_into(tmp_path / "plain.db", "CREATE TABLE note (text)")
    assert mode(tmp_path / "plain.db") & 0o044


@pytest.mark.usefixtures("generous")
def test_folders_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir(0o755)
    Database(folder / "journal.db").close()
    assert mode(folder) == 0o755


@pytest.mark.long
def test_two_who_make_the_same_journal_at_once_both_get_it(tmp_path: Path) -> None:
    for turn in range(4):
        path = tmp_path / f"turn {turn}" / "below" / "journal.db"
        children = [start_python(OPEN, path, f"trace {one}") for one in range(3)]
        for child in children:
            assert child.stdout
            wait_until_ready(child)
        for child in children:
            assert child.stdin
            child.stdin.write("go\n")
            child.stdin.flush()
        for child in children:
            wait_for(child)
        assert sorted(look_into(path, "SELECT form FROM draft")) == [(f"trace {one}",) for one in range(3)]
        assert [one.name for one in path.parent.iterdir()] == ["journal.db"]


def test_a_folder_that_somebody_else_made_meanwhile_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = Path.mkdir

    def late(self: Path, *values: Any, **named: Any) -> None:
        os.makedirs(self)
        real(self, *values, **named)

    monkeypatch.setattr(Path, "mkdir", late)
    Database(tmp_path / "new" / "below" / "journal.db").close()


def test_what_somebody_else_made_meanwhile_is_never_replaced(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    first = Database(path)
    with first.write():
        first.insert("lead", id="L" * 26, kind="friend", name="Ann", note="", done=False)
    monkeypatch.setattr(journal_file, "is_there", lambda *_, **__: False)
    second = Database(path)
    assert second.rows("SELECT name FROM lead") == [("Ann",)]
    second.close()
    first.close()


@pytest.mark.parametrize("there", [False, True])
def test_where_files_cannot_have_two_names_it_is_made_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, there: bool
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    path = tmp_path / "journal.db"
    if there:
        first = Database(path)
        with first.write():
            first.insert("lead", id="L" * 26, kind="friend", name="Ann", note="", done=False)
        first.close()
        monkeypatch.setattr(journal_file, "is_there", lambda *_, **__: False)
    monkeypatch.setattr(os, "link", refuse)
    database = Database(path)
    assert database.rows("SELECT name FROM lead") == ([("Ann",)] if there else [])
    database.close()
    assert [one.name for one in tmp_path.iterdir()] == ["journal.db"]


def test_a_failure_while_making_leaves_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "below" / "journal.db"
    with monkeypatch.context() as patched:
        patched.setattr(making, "migrate", fail)
        with pytest.raises(StorageError, match=r"cannot be opened \(no space left on device\)"):
            Database(path)
    assert list(path.parent.iterdir()) == []
    Database(path).close()
    assert [one.name for one in path.parent.iterdir()] == ["journal.db"]


def test_a_step_of_a_migration_that_fails_leaves_the_journal_as_it_was(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    Database(path).close()
    # the journal of an older version, to which the step that made the tables is due once more
    look_into(path, "PRAGMA user_version = 0")
    before = look_into(path, "SELECT name, sql FROM sqlite_master ORDER BY name")
    done = steps._migrations

    def half(db: Any) -> None:
        db.execute("CREATE TABLE half_done (text)")
        db.execute("CREATE TABLE entry (text)")  # there is one

    monkeypatch.setattr(steps, "_migrations", [*done, type(done[0])("second", half)])
    with pytest.raises(StorageError):
        Database(path)
    assert look_into(path, "SELECT name, sql FROM sqlite_master ORDER BY name") == before
    assert look_into(path, "PRAGMA user_version") == [(0,)]
    monkeypatch.setattr(steps, "_migrations", done)
    database = Database(path)
    assert database.rows("PRAGMA user_version") == [(SCHEMA_VERSION,)]
    check_whole(database)
    database.close()


@pytest.mark.long
def test_killed_while_making_it_the_next_start_works(tmp_path: Path) -> None:
    seed = random.Random(23)
    before, after = 0, 0
    for turn in range(20):
        folder = tmp_path / str(turn)
        path = folder / "journal.db"
        child = start_python(OPEN, path, "trace")
        assert child.stdout
        assert child.stdin
        wait_until_ready(child)
        child.stdin.write("go\n")
        child.stdin.flush()
        if turn % 2:
            sleep(seed.uniform(0, 0.03))
        else:
            _wait_for_a_file(folder, child)
        child.kill()
        child.communicate()
        before, after = (before, after + 1) if path.exists() else (before + 1, after)
        database = Database(path)
        check_whole(database)
        database.close()
        assert path.stat().st_nlink == 1
    assert before, "no journal was hit before it was in place"


def _wait_for_a_file(folder: Path, child: subprocess.Popen[str]) -> None:
    while child.poll() is None and not (folder.is_dir() and any(folder.iterdir())):
        pass


def test_killed_while_the_log_is_moved_into_the_file_it_opens(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    database = Database(path)
    with database.write(settle=False):
        for number in range(300):
            key = f"{number:026}"
            database.insert("lead", id=key, kind="friend", name="Ann", note="x" * 500, done=False)
    log, file = path.with_name("journal.db-wal").read_bytes(), path.read_bytes()
    database.close()
    page = path.read_bytes()[:4096]
    assert len(path.read_bytes()) > len(file), "the control: the file grows"
    # of what was to be moved, only the first page arrived
    killed = tmp_path / "killed" / "journal.db"
    killed.parent.mkdir()
    killed.write_bytes(page + file[4096:])
    killed.with_name("journal.db-wal").write_bytes(log)
    database = Database(killed)
    assert database.rows("SELECT count(*) FROM lead") == [(300,)]
    check_whole(database)
    database.close()


def test_a_second_name_that_a_killed_start_left_is_taken_away(tmp_path: Path) -> None:
    path = tmp_path / "jour[n]al.db"
    Database(path).close()
    left, copy, empty = (tmp_path / name for name in (".jour[n]al.db.0a1b2c3d", "copy.db", ".jour[n]al.db.x"))
    os.link(path, left)
    os.link(path, copy)
    empty.touch()
    Database(path).close()
    assert not left.exists()
    assert copy.exists(), "a name that the person gave"
    assert empty.exists()
