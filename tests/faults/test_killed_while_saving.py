"""A program that is killed while it saves loses nothing that it said was saved."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from journals import HandSetClock, check_whole, held, open_journal, start_python, wait_for

from bounceback_tui.services.integrity import check
from bounceback_tui.storage.errors import StorageError

KILLS = 25
"""How often it is killed in the ordinary run."""

MANY_KILLS = 1000
"""And in the long one."""

PATIENCE = 3600.0
"""Seconds, on whatever machine."""

KILLING = """
import itertools, json, os, random, signal, sys, time
from pathlib import Path
from journals import HandSetClock
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.resources import asset
from bounceback_tui.services.workspace import Workspace
path, kills, way = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
seed, guide = random.Random(9), asset("guide.md")
def careful(tell, name):
    workspace = Workspace(path, HandSetClock(), guide, watched=True)
    if workspace.integrity.notice:
        tell("! " + workspace.integrity.notice)
    for turn in itertools.count():
        text = f"{name} {turn} " + "no " * (turn % 50 * 20)
        reading = Reading(3, 4, (Feeling("shame", 60),))
        firm, tags = f"Acme {name} {turn}", ("panel", "task")
        told = Outcome(company=firm, text=text, before=reading, after=reading, tags=tags)
        tell(workspace.journal.log(told).id)
def careless(tell, name):
    with path.open("a") as file:  # says that it saved what still stands in its memory
        for turn in itertools.count():
            file.write(f"{name} {turn}\\n")
            tell(f"{name} {turn}")
def killed(name):
    ours, theirs = os.pipe()
    child = os.fork()  # quicker than another Python; it has no journal open
    if child == 0:
        os.close(ours)
        saving = careful if way == "careful" else careless
        saving(lambda line: os.write(theirs, line.encode() + b"\\n"), name)
    os.close(theirs)
    with open(ours, "rb") as said:
        lines = [said.readline() for _ in range(seed.randint(1, 8))]
        time.sleep(seed.uniform(0, 0.01))
        os.kill(child, signal.SIGKILL)
        lines += said.readlines()
    assert os.waitpid(child, 0)[1] == 9
    return [line.decode().strip() for line in lines if line.endswith(b"\\n")]
print(json.dumps([line for name in range(kills) for line in killed(name)]))
"""
"""Starts a program that saves and says so, kills it, and starts it again; what it said to have saved."""


@pytest.fixture(autouse=True)
def _helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=":")


def said_by(path: Path, kills: int, way: str) -> list[str]:
    """What a program said that it saved, killed and started again so often."""
    found: list[str] = json.loads(wait_for(start_python(KILLING, path, kills, way), PATIENCE))
    return found


def check_kills(path: Path, clock: HandSetClock, kills: int) -> None:
    open_journal(path, clock).close()
    said = said_by(path, kills, "careful")
    assert [
        line for line in said if line.startswith("!")
    ] == []  # never taken for a journal that lost something
    assert len(said) > kills
    with open_journal(path, clock) as workspace:
        check_whole(workspace.database)
        assert check(workspace.database) == {}
        there = held(workspace)
        entries = {row["id"]: row for row in there["entry"]}
        assert [key for key in said if key not in entries] == []
        # at most one in each turn was saved and not said any more
        assert len(entries) <= len(said) + kills
        # and none is torn: each has its tags, its two check-ins with a feeling, its event and its episode
        for table, column, many in (("tag", "entry_id", 2), ("checkin", "entry_id", 2)):
            owners: dict[str, int] = {}
            for row in there[table]:
                owners[row[column]] = owners.get(row[column], 0) + 1
            assert owners == dict.fromkeys(entries, many)
        assert len(there["feeling"]) == 2 * len(entries)
        assert len(there["event"]) == len(there["episode"]) == len(there["application"]) == len(entries)
        for row in entries.values():
            turn = int(row["text"].split()[1])
            assert row["text"].count("no") == turn % 50 * 20


@pytest.mark.long
def test_every_entry_that_was_said_to_be_saved_is_there(in_memory: Path, clock: HandSetClock) -> None:
    check_kills(in_memory / "journal.db", clock, KILLS)


@pytest.mark.long
def test_every_entry_is_there_after_a_thousand_kills(in_memory: Path, clock: HandSetClock) -> None:
    check_kills(in_memory / "journal.db", clock, MANY_KILLS)


def test_control_a_program_that_speaks_too_soon_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "journal.txt"
    said = said_by(path, 1, "careless")
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
