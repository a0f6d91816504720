"""An older journal is brought to the newest version: whole or not at all, and with a backup made first."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils
from journals import check_whole, digest, look_into, start_python, wait_for
from older import columns, make, shape, values
from told_journal import TODAY

from bounceback_tui.domain.query import parse
from bounceback_tui.storage import backup, entries, journal_file
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.journal_file import APPLICATION_ID, SCHEMA_VERSION
from bounceback_tui.storage.migrations import steps

OPEN = """
import sys
from pathlib import Path
from bounceback_tui.storage.database import Database
Database(Path(sys.argv[1])).close()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A journal of version 1."""
    make(tmp_path / "journal.db", 1)
    return tmp_path / "journal.db"


def found(path: Path, text: str) -> int:
    database = Database(path)
    check_whole(database)
    try:
        return len(entries.positions(database, parse(text, TODAY)))
    finally:
        database.close()


def backups(path: Path) -> list[Path]:
    return sorted((path.parent / "backups").iterdir()) if (path.parent / "backups").exists() else []


def test_what_was_written_before_is_found_by_its_new_words_too(path: Path) -> None:
    for word in ("clarity", "fortune"):
        assert found(path, f"{word} walked") == 0
        assert found(path, f"{word} acme") == 1
    assert found(path, "-clarity") == found(path, "") - 1


def test_what_was_known_of_leads_is_a_contact(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    with closing(sqlite3.connect(path)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        steps.apply(sqlite_utils.Database(old, execute_plugins=False), stop_before="every_contact")
        lead = "INSERT INTO lead (id, kind, name, note, done, contacted_on) VALUES (?, 'friend', ?, '', 0, ?)"
        old.execute(lead, ("L" * 26, "Ann", "2026-11-20"))
        old.execute(lead, ("M" * 26, "Dev", None))
        old.execute("PRAGMA user_version = 4")
        old.commit()
    Database(path).close()
    assert look_into(path, "SELECT * FROM contact") == [("L" * 26, "2026-11-20")]
    assert look_into(path, "SELECT name, contacted_on FROM lead ORDER BY 1") == [
        ("Ann", "2026-11-20"),
        ("Dev", None),
    ]


def test_a_new_journal_needs_no_backup(tmp_path: Path) -> None:
    Database(tmp_path / "journal.db").close()
    Database(tmp_path / "journal.db").close()
    assert backups(tmp_path / "journal.db") == []


def test_the_backup_is_the_journal_before(path: Path) -> None:
    wanted = columns(path)
    before, was = values(path, wanted), shape(path)
    last = path.stat().st_mtime
    os.utime(path, (last, 1_700_000_000))
    Database(path).close()
    [copy] = backups(path)
    assert copy.name == f"journal-before-{SCHEMA_VERSION}-20231114T221320Z.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    assert (values(copy, wanted), shape(copy)) == (before, was)
    assert look_into(copy, "PRAGMA user_version") == [(1,)]
    assert backups(path) == [copy]  # looking at it left nothing beside it
    Database(path).close()
    assert backups(path) == [copy]


def test_the_backup_holds_what_stands_only_in_the_log(path: Path) -> None:
    code = f"""
import os, sqlite3
connection = sqlite3.connect({str(path)!r})
connection.execute("PRAGMA wal_autocheckpoint = 0")
connection.execute("UPDATE entry SET text = 'only in the log' WHERE title = 'walk'")
connection.commit()
os._exit(0)
"""
    wait_for(start_python(code))
    assert path.with_name("journal.db-wal").stat().st_size
    Database(path).close()
    [copy] = backups(path)
    assert look_into(copy, "SELECT text FROM entry WHERE title = 'walk'") == [("only in the log",)]


def test_a_backup_never_takes_the_place_of_another(path: Path) -> None:
    os.utime(path, (1_700_000_000, 1_700_000_000))
    there = path.parent / "backups" / f"journal-before-{SCHEMA_VERSION}-20231114T221320Z.db"
    there.parent.mkdir()
    there.write_text("mine")
    Database(path).close()
    assert [one.name for one in backups(path)] == [
        f"journal-before-{SCHEMA_VERSION}-20231114T221320Z-2.db",
        f"journal-before-{SCHEMA_VERSION}-20231114T221320Z.db",
    ]
    assert there.read_text() == "mine"


def no_room(*_: object) -> None:
    raise OSError(28, "No space left on device")


def torn(_journal: Path, fresh: Path, _key: None) -> None:
    with closing(journal_file.connect(fresh)) as target:
        target.execute("CREATE TABLE entry (text)")


def short_of_a_row(journal: Path, fresh: Path, _key: None) -> None:
    with closing(journal_file.connect(journal)) as source, closing(journal_file.connect(fresh)) as target:
        source.backup(target)
        target.execute("DELETE FROM draft")
        target.execute("DELETE FROM revision")


@pytest.mark.many(2)
@pytest.mark.parametrize(
    ("copy", "said"),
    [(no_room, "no space left on device"), (torn, "differs"), (short_of_a_row, "differs")],
)
def test_without_a_backup_the_journal_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch, path: Path, copy: Any, said: str
) -> None:
    before = digest(path)
    with monkeypatch.context() as patched:
        patched.setattr(backup, "_copy", copy)
        with pytest.raises(StorageError, match=r"left as it is.*first \(.*" + said):
            Database(path)
    assert digest(path) == before
    assert backups(path) == []
    assert found(path, "clarity") == 1


def test_a_file_where_the_folder_of_backups_should_be_is_told(path: Path) -> None:
    (path.parent / "backups").write_text("mine")
    before = digest(path)
    with pytest.raises(StorageError, match="see that the folder is yours"):
        Database(path)
    assert digest(path) == before
    assert (path.parent / "backups").read_text() == "mine"


@pytest.mark.long
def test_a_step_that_fails_leaves_the_journal_as_it_was(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    wanted = columns(path)
    before, was = digest(path), values(path, wanted)

    def half(db: Any) -> None:
        db.execute("UPDATE entry SET text = ''")
        db.execute("CREATE TABLE entry (text)")  # there is one

    with monkeypatch.context() as patched:
        patched.setattr(steps, "_migrations", [*steps._migrations, type(steps._migrations[0])("half", half)])
        for _ in range(3):
            with pytest.raises(StorageError):
                Database(path)
    assert (digest(path), values(path, wanted)) == (before, was)
    assert len(backups(path)) == 1  # trying again does not fill the disk
    assert look_into(path, "PRAGMA user_version") == [(1,)]
    assert found(path, "clarity") == 1
    assert values(path, wanted) == was


@pytest.mark.long
def test_of_two_programs_that_start_at_once_one_brings_it_up_to_date(path: Path) -> None:
    wanted = columns(path)
    before = values(path, wanted)
    children = [start_python(OPEN, path) for _ in range(3)]
    for child in children:
        wait_for(child)
    assert values(path, wanted) == before
    assert len(backups(path)) == 1
    assert found(path, "clarity") == 1
