"""A backup takes the place of a journal beside which a crash left a log, or which somebody just opens."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from pathlib import Path
from subprocess import Popen

import pytest
from journals import HandSetClock, open_journal, start_python, wait_for

from bounceback_tui.services.backups import Backups
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import backup_files, journal_file
from bounceback_tui.storage.backup_files import BroughtBack, Ready, look

ASIDE = "journal-set-aside-20261123T083000Z"

CRASHED = """
import os, sys
from datetime import datetime
from pathlib import Path
from bounceback_tui.clock import FixedClock
from bounceback_tui.services.workspace import Workspace
clock = FixedClock(datetime.fromisoformat("2026-11-23T10:30+01:00"))
workspace = Workspace(Path(sys.argv[1]), clock, "", watched=True)
workspace.database.settle = lambda: None
workspace.journal.note("in the log")
os._exit(9)
"""
"""Saves an entry, and ends before it is moved out of the log."""

KILLED = """
import os, sys
from pathlib import Path
from bounceback_tui.storage.backup_files import Ready
os.replace = lambda *_: os._exit(9)
Ready(Path(sys.argv[1]), Path(sys.argv[2])).put_in_place(sys.argv[3])
"""
"""Brings a backup back, and ends just before the new journal is in its place."""

NOTES = """
import sys
from datetime import datetime
from pathlib import Path
from bounceback_tui.clock import FixedClock
from bounceback_tui.services.workspace import Workspace
clock = FixedClock(datetime.fromisoformat("2026-11-23T11:30+01:00"))
with Workspace(Path(sys.argv[1]), clock, "") as workspace:
    workspace.journal.note("saved meanwhile")
"""


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Path:
    """A journal with two entries, one of them in its log alone; `copy.db` is a backup with the other."""
    path = tmp_path / "journal.db"
    with open_journal(path, clock) as workspace:
        workspace.journal.note("in both")
        workspace.backups.make(tmp_path / "copy.db")
    start_python(CRASHED, path).communicate()
    assert look(path).entries == 2
    return path


def test_a_folder_of_backups_on_another_disk_takes_journal_and_log(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def elsewhere(*_: object) -> None:
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))

    monkeypatch.setattr(os, "link", elsewhere)
    monkeypatch.setattr(Path, "rename", elsewhere)
    done = Ready(journal.with_name("copy.db"), journal).put_in_place(ASIDE)
    assert look(journal, whole=True).entries == 1
    assert done.aside
    assert look(done.aside, whole=True).entries == 2
    assert done.aside.with_name(f"{ASIDE}.db-wal").stat().st_mode & 0o777 == 0o600


def test_killed_once_the_log_is_set_aside_the_next_start_tells_of_it(
    journal: Path, clock: HandSetClock
) -> None:
    child = start_python(KILLED, journal.with_name("copy.db"), journal, ASIDE)
    child.communicate()
    assert child.returncode == 9
    assert look(journal).entries == 1
    with Workspace(journal, clock, "", watched=True) as workspace:
        assert "it held 2 entries then, and holds 1 entry now" in workspace.integrity.notice
        workspace.journal.note("written on")
    assert look(journal.parent / "backups" / f"{ASIDE}.db", whole=True).entries == 2  # no part of the journal
    assert look(journal, whole=True).entries == 2


def test_the_log_of_a_journal_that_is_gone_gets_into_no_other(journal: Path) -> None:
    log = journal.with_name("journal.db-wal").read_bytes()
    journal.unlink()
    assert Ready(journal.with_name("copy.db"), journal).put_in_place(ASIDE).aside is None
    assert not journal.with_name("journal.db-wal").exists()
    assert look(journal, whole=True).entries == 1
    assert (journal.parent / "backups" / f"{ASIDE}.db-wal").read_bytes() == log


def test_what_is_saved_while_a_backup_is_brought_back_is_in_the_journal(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = tmp_path / "journal.db"
    with open_journal(journal, clock) as workspace:
        workspace.journal.note("in both")
        backup = workspace.backups.make(tmp_path / "copy.db")
    usual, others = backup_files._set_aside, list[Popen[str]]()

    def slowly(path: Path, name: str) -> Path | None:
        others.append(start_python(NOTES, path))
        time.sleep(1.5)  # it waits by now; and where it does not, nothing is shown
        return usual(path, name)

    monkeypatch.setattr(backup_files, "_set_aside", slowly)
    done = Backups(journal, clock).bring_back(backup)
    wait_for(others[0])
    assert done.aside
    assert (look(done.aside).entries, look(journal).entries) == (1, 2)


def test_a_journal_that_was_put_in_place_while_another_was_opened_is_the_one_that_is_written_to(
    tmp_path: Path, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between opening a file and the first lock on it there is a moment."""
    journal = tmp_path / "journal.db"
    with open_journal(journal, clock) as workspace:
        backup = workspace.backups.make(tmp_path / "copy.db")
    usual, done = journal_file.connect, list[BroughtBack]()

    def meanwhile(path: str | Path, key: None = None) -> sqlite3.Connection:
        connection = usual(path, key)
        if (
            Path(path) == journal and not done
        ):  # the library has opened the file by now, and holds no lock yet
            done.append(Backups(journal, clock).bring_back(backup))
        return connection

    monkeypatch.setattr(journal_file, "connect", meanwhile)
    with open_journal(journal, clock) as workspace:
        workspace.journal.note("written after it")
    assert done[0].aside
    assert (look(done[0].aside).entries, look(journal).entries) == (0, 1)
