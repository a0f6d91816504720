"""Whoever kills a migration leaves the journal whole: all of it old, or all of it new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from journals import check_whole, digest, look_into, start_python, wait_for
from older import OLDER, columns, make, shape, values

from bounceback_tui.storage.database import Database
from bounceback_tui.storage.journal_file import SCHEMA_VERSION

KILLS = 4
"""How often each migration is killed in the ordinary run, at points spread over all of it."""

MANY_KILLS = 150
"""And in the long one."""

PATIENCE = 3600.0
"""Seconds, on whatever machine."""

PASSED = 5
"""Of so many that are still old, one is brought up to date."""

MIGRATE = """
import json, os, shutil, signal, sys
from pathlib import Path
from bounceback_tui.storage import journal_file, migrations
from bounceback_tui.storage.database import Database
old, kills = Path(sys.argv[1]), int(sys.argv[2])
connect, made = journal_file.connect, []
done, last = 0, 0
def step():
    global done
    done += 1
    if done == last:
        os.kill(os.getpid(), signal.SIGKILL)
def counted(path, key=None):
    made.append(connect(path, key))
    made[-1].set_progress_handler(step, 50)  # inside of long statements
    made[-1].set_trace_callback(lambda statement: step())  # before each
    return made[-1]
journal_file.connect = counted
def migrated(folder):
    folder.mkdir()
    shutil.copy(old, folder / old.name)
    Database(folder / old.name).close()
migrated(old.parent / "whole")
whole, ends = done, []
for turn in range(kills):
    done, last = 0, max(whole * (turn + 1) // kills, 1)
    child = os.fork()  # quicker than another Python, and nothing of it is open yet
    if child == 0:
        migrated(old.parent / str(turn))
        os._exit(0)
    ends.append(os.waitpid(child, 0)[1])
print(json.dumps([whole, ends]))
"""
"""Brings copies of a journal up to date, killed at points spread over all that SQLite does meanwhile."""


def backups(path: Path) -> list[Path]:
    folder = path.parent / "backups"
    return sorted(folder.iterdir()) if folder.exists() else []


def check_kills(folder: Path, version: int, kills: int) -> None:
    old = folder / "journal.db"
    make(old, version)
    wanted = columns(old)
    before, was = values(old, wanted), shape(old)
    assert look_into(old, "PRAGMA wal_checkpoint(TRUNCATE)")
    whole, ends = json.loads(wait_for(start_python(MIGRATE, old, kills), PATIENCE))
    assert ends == [9] * kills
    assert whole > 2 * kills
    new = shape(folder / "whole" / "journal.db")
    left, sound = set(), {digest(old)}
    for turn in range(kills):
        path = folder / str(turn) / "journal.db"
        log = path.with_name("journal.db-wal")
        whole_file = not log.exists() or not log.stat().st_size
        [(there,)] = look_into(path, "PRAGMA user_version")
        left.add(there)
        if not (whole_file and digest(path) in sound):  # what is the same to the byte was looked at before
            assert shape(path) == (was if there == version else new)
            assert values(path, wanted) == before
        for copy in backups(path):
            if not copy.name.startswith(".") and digest(copy) not in sound:
                assert values(copy, wanted) == before
                sound.add(digest(copy))
        if turn % PASSED and there == version:
            continue  # the old journal, to the value: that it can be brought up to date is known by now
        database = Database(path)
        check_whole(database)
        database.close()
        assert values(path, wanted) == before
        assert shape(path) == new
        assert all(not copy.name.startswith(".") for copy in backups(path))
    assert left == {version, SCHEMA_VERSION}  # the last kill comes after the last word


@pytest.mark.many(16)
@pytest.mark.parametrize("version", OLDER)
@pytest.mark.long
def test_killed_at_any_point_it_is_the_old_journal_or_the_new(in_memory: Path, version: int) -> None:
    check_kills(in_memory, version, KILLS)


@pytest.mark.long
@pytest.mark.parametrize("version", [OLDER[0], OLDER[-1]])  # the whole way, and the last step
def test_killed_at_many_points_it_is_the_old_journal_or_the_new(in_memory: Path, version: int) -> None:
    check_kills(in_memory, version, MANY_KILLS)


def test_control_steps_without_one_transaction_are_caught_half_done(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    make(path, 1)
    was = shape(path)
    code = """
import os, sqlite3, sys
from bounceback_tui.storage.word_index import VERSION_2
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for number, statement in enumerate(VERSION_2):
    connection.execute(statement)
    if number == 2:
        os._exit(0)
"""
    wait_for(start_python(code, path))
    Database(path.with_name("new.db")).close()
    assert shape(path) not in (was, shape(path.with_name("new.db")))
