"""Bringing a backup back: older ones are brought up to date, and a kill leaves the old journal or the new."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils
from journals import HandSetClock, open_journal, start_python, wait_for

from bounceback_tui.services.backups import Backups
from bounceback_tui.storage.backup_files import Ready, look
from bounceback_tui.storage.journal_file import APPLICATION_ID, SCHEMA_VERSION
from bounceback_tui.storage.migrations import steps

KILLED = """
import os, signal, sys
from pathlib import Path
from bounceback_tui.storage.backup_files import Ready
last, done = int(sys.argv[3]), 0
def seen(name, arguments):
    global done
    if name in ("open", "sqlite3.connect") or name.startswith("os."):
        done += 1
        if done == last:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(seen)
Ready(Path(sys.argv[1]), Path(sys.argv[2])).put_in_place("journal-set-aside-20261123T083000Z")
print(done)
"""
"""Brings a backup back, and is killed before one of the things that it does to files."""


def test_a_backup_of_an_older_version_is_brought_up_to_date_when_it_is_opened(
    tmp_path: Path, clock: HandSetClock
) -> None:
    old = tmp_path / "old.db"
    with closing(sqlite3.connect(old)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        steps.apply(sqlite_utils.Database(connection, execute_plugins=False), stop_before="every_contact")
        lead = "INSERT INTO lead (id, kind, name, note, done) VALUES (?, 'friend', 'Ann', '', 0)"
        connection.execute(lead, ("L" * 26,))
        connection.execute("PRAGMA user_version = 4")
        connection.commit()
    journal = tmp_path / "journal.db"
    backups = Backups(journal, clock)
    done = backups.bring_back(backups.find(str(old)))
    assert (done.seen.version, done.aside) == (4, None)
    with open_journal(journal, clock) as workspace:
        assert [lead.name for lead in workspace.tools.leads.every()] == ["Ann"]
    assert look(journal).version == SCHEMA_VERSION
    assert look(old).version == 4  # left as it was


@pytest.mark.parametrize("every", [7, pytest.param(1, marks=pytest.mark.long)])
def test_killed_at_any_point_the_old_journal_is_there_or_the_new_and_no_word_is_lost(
    tmp_path: Path, clock: HandSetClock, every: int
) -> None:
    made = tmp_path / "made" / "journal.db"
    with open_journal(made, clock) as workspace:
        workspace.journal.note("in both")
        backup = workspace.backups.make(tmp_path / "copy.db").path
        workspace.journal.note("only in the journal")
    content = made.read_bytes()
    points = int(wait_for(start_python(KILLED, backup, made, 0)))
    assert points > 15
    found = set()
    for step in range(points, 0, -every):
        journal = tmp_path / f"{step}" / "journal.db"
        journal.parent.mkdir()
        journal.write_bytes(content)
        child = start_python(KILLED, backup, journal, step)
        child.communicate()
        assert child.returncode == -9
        entries = look(journal, whole=True).entries
        found.add(entries)
        aside = journal.parent / "backups" / "journal-set-aside-20261123T083000Z.db"
        if entries == 1:
            assert look(aside, whole=True).entries == 2
        Ready(backup, journal).put_in_place("again")  # what was cut short stands in nobody's way
        assert not [one for one in journal.parent.iterdir() if one.name.startswith(".")]
    assert found == {1, 2}
