"""What is not a journal of ours is refused in a sentence and left as it was."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from journals import digest, look_into, start_python, wait_for, without_rights

from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import JournalTooNew, NotAJournal, StorageError
from bounceback_tui.storage.journal_file import SCHEMA_VERSION

CRASHED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    connection.execute(statement)
os.kill(os.getpid(), 9)
"""
"""Writes to a database and dies, so that the last changes stand in the log beside it."""


def sentence(path: Path, kind: type[StorageError] = StorageError) -> str:
    """What is said when `path` cannot be opened."""
    with pytest.raises(kind) as refused:
        Database(path).close()
    said = str(refused.value)
    assert said.endswith((".", "program.")), said
    assert "\n" not in said
    return said


def others(path: Path) -> list[str]:
    """What lies in the folder beside a file."""
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def crash(path: Path, *statements: str) -> None:
    child = start_python(CRASHED, path, *statements)
    child.communicate()
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0


def test_an_empty_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch()
    assert "is empty" in sentence(path, NotAJournal)
    assert path.stat().st_size == 0
    assert others(path) == []


def test_a_text_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.write_text("Dear diary, they said no.\n" * 100)
    before = digest(path)
    assert "is not a journal" in sentence(path, NotAJournal)
    assert digest(path) == before
    assert others(path) == []


@pytest.mark.parametrize("length", [1, 15, 16, 17, 71, 99, 100, 4096, 5000, 100_000])
def test_the_mere_beginning_of_a_journal_is_left_as_it_is(tmp_path: Path, length: int) -> None:
    whole = tmp_path / "whole.db"
    Database(whole).close()
    path = tmp_path / "part" / "journal.db"
    path.parent.mkdir()
    path.write_bytes(whole.read_bytes()[:length])
    assert path.stat().st_size == length
    before = digest(path)
    sentence(path)
    assert digest(path) == before
    assert others(path) == []


def test_a_folder_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.mkdir()
    assert "is a folder" in sentence(path, NotAJournal)
    assert list(path.iterdir()) == []


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_not_followed(tmp_path: Path, there: bool) -> None:
    target = tmp_path / "elsewhere" / "other.db"
    if there:
        Database(target).close()
    path = tmp_path / "journal.db"
    path.symlink_to(target)
    assert "is a link" in sentence(path, NotAJournal)
    assert path.is_symlink()
    assert target.exists() is there


def test_what_is_no_file_at_all_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    os.mkfifo(path)
    assert "is not a file" in sentence(path, NotAJournal)
    assert "is not a file" in sentence(Path(os.devnull), NotAJournal)


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE entry (text)")
    connection.commit()
    connection.close()
    before = digest(path)
    assert "another program" in sentence(path, NotAJournal)
    assert digest(path) == before
    assert others(path) == []


def test_a_database_that_another_program_left_in_a_crash_is_not_tidied_up(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    crash(path, "PRAGMA journal_mode = WAL", "CREATE TABLE entry (text)")
    log = path.with_name("journal.db-wal")
    before = digest(path), digest(log)
    sentence(path, NotAJournal)
    assert (digest(path), digest(log)) == before
    # the control: merely looking with SQLite would have changed both
    look_into(path, "SELECT * FROM entry")
    assert digest(path) != before[0]
    assert not log.exists()


def test_a_journal_of_a_newer_version_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Database(path).close()
    look_into(path, "PRAGMA user_version = 99")
    before = digest(path)
    assert "newer bounceback" in sentence(path, JournalTooNew)
    assert digest(path) == before
    assert others(path) == []


def test_a_journal_that_a_newer_version_left_in_a_crash_is_not_tidied_up(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Database(path).close()
    look_into(path, "PRAGMA user_version = 99")
    crash(path, "CREATE TABLE more (text)")
    log = path.with_name("journal.db-wal")
    before = digest(path), digest(log)
    sentence(path, JournalTooNew)
    assert (digest(path), digest(log)) == before


def test_a_newer_version_is_noticed_even_where_only_the_log_says_so(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Database(path).close()
    crash(path, "PRAGMA user_version = 99")
    sentence(path, JournalTooNew)
    assert look_into(path, "PRAGMA user_version") == [(99,)]


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert "name another file" in sentence(tmp_path / "a\0b", NotAJournal)


def test_a_name_that_sqlite_takes_for_something_else_is_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (":memory:", "file:journal?mode=ro", "journal #1 100%41.db"):
        for _ in range(2):
            Database(Path(name)).close()
        assert look_into(tmp_path / name, "PRAGMA user_version") == [(SCHEMA_VERSION,)]


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    for path in (tmp_path / "file" / "journal.db", tmp_path / "file" / "below" / "journal.db"):
        assert "not a directory" in sentence(path)
    assert (tmp_path / "file").read_text() == "mine"


def test_a_journal_that_may_not_be_read_is_left_as_it_is(shown: Path) -> None:
    path = shown / "journal.db"
    Database(path).close()
    path.chmod(0)
    with without_rights():
        assert "cannot be opened" in sentence(path)
    path.chmod(0o600)
    assert look_into(path, "SELECT count(*) FROM entry") == [(0,)]


def test_a_journal_in_a_folder_that_may_not_be_written_to_is_left_as_it_is(shown: Path) -> None:
    folder = shown / "locked"
    path = folder / "journal.db"
    Database(path).close()
    before = digest(path)
    path.chmod(0o444)
    folder.chmod(0o555)
    with without_rights():
        assert "Nothing" in sentence(path)
        assert "permission denied" in sentence(folder / "new.db")
    assert digest(path) == before
    assert others(path) == []
    folder.chmod(0o700)


def test_the_folder_from_which_the_program_was_started_may_be_gone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert "cannot be opened" in sentence(Path("journal.db"))
    Database(tmp_path / "journal.db").close()


def test_a_library_that_is_too_old_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 34, 1))
    assert "3.37 is needed" in sentence(tmp_path / "journal.db")
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_was_closed_says_so(tmp_path: Path) -> None:
    database = Database(tmp_path / "journal.db")
    database.close()
    database.close()
    with pytest.raises(StorageError, match="What was saved before is safe"):
        database.rows("SELECT 1")


def test_a_closed_journal_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Database(path).close()
    assert others(path) == []


def test_it_opens_again_and_again_without_change(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    Database(path).close()
    before = digest(path)
    Database(path).close()
    wait_for(
        start_python(
            "import sys; from pathlib import Path\n"
            "from bounceback_tui.storage.database import Database\n"
            "Database(Path(sys.argv[1])).close()",
            path,
        )
    )
    assert digest(path) == before
