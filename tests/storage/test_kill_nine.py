"""A program that is killed while it saves loses nothing that it said was saved."""

from __future__ import annotations

import random
import sqlite3
import time
from pathlib import Path

import pytest
from journals import HandSetClock, check_whole, held, open_journal, start_python, wait_until_ready

from bounceback_tui.storage.errors import StorageError

KILLS = 25

SAVING = """
import itertools, sys
from pathlib import Path
from journals import HandSetClock, open_journal
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.outcome import Outcome
workspace = open_journal(Path(sys.argv[1]), HandSetClock())
print("ready", flush=True)
for turn in itertools.count():
    text = f"{sys.argv[2]} {turn} " + "no " * (turn % 50 * 20)
    reading = Reading(3, 4, (Feeling("shame", 60),))
    firm, tags = f"Acme {sys.argv[2]} {turn}", ("panel", "task")
    told = Outcome(company=firm, text=text, before=reading, after=reading, tags=tags)
    print(workspace.journal.log(told).id, flush=True)
"""

CARELESS = """
import itertools, sys
with open(sys.argv[1], "a", 1 << 20) as file:  # more than a pipe that nobody reads can hold
    print("ready", flush=True)
    for turn in itertools.count():
        file.write(f"{sys.argv[2]} {turn}\\n")
        print(f"{sys.argv[2]} {turn}", flush=True)
"""
"""Says that it saved what still stands in its memory."""


@pytest.fixture(autouse=True)
def _helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=":")


def killed_while(code: str, path: Path, name: str, lines: int, pause: float) -> list[str]:
    """What a process said that it saved before it was killed: some seconds after so many lines."""
    child = start_python(code, path, name)
    assert child.stdout
    wait_until_ready(child)
    said = [child.stdout.readline() for _ in range(lines)]
    time.sleep(pause)
    child.kill()
    said += child.stdout.read().splitlines(keepends=True)
    child.communicate()
    assert child.returncode == -9
    return [line.strip() for line in said if line.endswith("\n")]


def test_every_entry_that_was_said_to_be_saved_is_there(tmp_path: Path, clock: HandSetClock) -> None:
    path = tmp_path / "journal.db"
    seed = random.Random(9)
    open_journal(path, clock).close()
    said: list[str] = []
    for turn in range(KILLS):
        said += killed_while(SAVING, path, str(turn), seed.randint(1, 12), seed.uniform(0, 0.01))
    assert len(said) > KILLS
    with open_journal(path, clock) as workspace:
        check_whole(workspace.database)
        there = held(workspace)
        entries = {row["id"]: row for row in there["entry"]}
        assert [key for key in said if key not in entries] == []
        # at most one in each turn was saved and not said any more
        assert len(entries) <= len(said) + KILLS
        # and none is torn: each has its tags, its two check-ins with a feeling, its event and its episode
        for table, column, many in (("tag", "entry_id", 2), ("checkin", "entry_id", 2)):
            owners = [row[column] for row in there[table]]
            assert {key: owners.count(key) for key in entries} == dict.fromkeys(entries, many)
        assert len(there["feeling"]) == 2 * len(entries)
        assert len(there["event"]) == len(there["episode"]) == len(there["application"]) == len(entries)
        for row in entries.values():
            turn = int(row["text"].split()[1])
            assert row["text"].count("no") == turn % 50 * 20


def test_control_a_program_that_speaks_too_soon_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    said = killed_while(CARELESS, path, "0", 5, 0)
    there = path.read_text().splitlines()
    assert [line for line in said if line not in there]


def test_control_an_index_that_does_not_fit_is_caught(tmp_path: Path, clock: HandSetClock) -> None:
    path = tmp_path / "journal.db"
    with open_journal(path, clock) as workspace:
        for turn in range(50):
            workspace.journal.note(f"entry {turn} " * 50)
    connection = sqlite3.connect(path)
    connection.execute("DROP TRIGGER words_entry_changing")
    connection.execute("UPDATE entry SET text = 'torn'")
    connection.commit()
    connection.close()
    with open_journal(path, clock) as workspace, pytest.raises(StorageError, match="damaged"):
        check_whole(workspace.database)
