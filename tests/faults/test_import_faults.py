"""Whatever stops an import, nothing of it is in the journal."""

from __future__ import annotations

import json
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import stand_in_files as files
from journals import HandSetClock, check_whole, look_into, open_journal, start_python, wait_until_ready

from bounceback_tui.domain.incoming import Incoming, Refused
from bounceback_tui.formats.reading import Answers
from bounceback_tui.services.importing import Importing, Wanted
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.errors import StorageError

KILLS = 3
"""How often it is killed in the ordinary run."""

MANY_KILLS = 60
"""And in the long one."""

COUNT = 600
"""Entries in the file."""

KILLED = """
import sys
from dataclasses import replace
from pathlib import Path
import stand_in_files as files
from journals import HandSetClock, open_journal
from bounceback_tui.services.importing import Importing, Wanted
path, after, careful, count = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "careful", int(sys.argv[4])
things = files.many(count)
turns = []
def read(_path, _answers):
    turns.append(1)
    for number, thing in enumerate(things):
        if number == after and len(turns) == (2 if careful else 1):  # once it is no mere look any more
            print("ready", flush=True)
            sys.stdin.read()
        yield thing
workspace = open_journal(path, HandSetClock())
form = replace(files.stand_in(), read=read)
importing = Importing(workspace.database, workspace.clock, workspace.undo, formats=(form,))
if careful:
    importing.bring_in(Wanted(Path(files.__file__), form, {}))
else:
    for thing in read(path, None):
        workspace.journal.note(thing.text)
"""
"""Brings a file in and says when it is in the middle of it; the careless one saves entry by entry."""


@pytest.fixture(autouse=True)
def _helpers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[1]), prepend=":")


def killed(path: Path, after: int, way: str) -> None:
    child = start_python(KILLED, path, after, way, COUNT)
    wait_until_ready(child)
    child.send_signal(signal.SIGKILL)
    child.communicate()
    assert child.returncode == -signal.SIGKILL


def check_kills(path: Path, kills: int) -> None:
    with open_journal(path, HandSetClock()) as workspace:
        workspace.journal.note("mine")
        before = json.dumps(workspace.exchange.as_json())
    for turn in range(kills):
        killed(path, turn * (COUNT - 1) // max(kills - 1, 1), "careful")
        with open_journal(path, HandSetClock()) as workspace:
            assert json.dumps(workspace.exchange.as_json()) == before
            assert workspace.undo.next_back == "save “mine”"
            check_whole(workspace.database)


@pytest.mark.long
def test_killed_in_the_middle_nothing_of_it_is_there(in_memory: Path) -> None:
    check_kills(in_memory / "journal.db", KILLS)


@pytest.mark.long
def test_killed_at_many_places_nothing_of_it_is_there(in_memory: Path) -> None:
    check_kills(in_memory / "journal.db", MANY_KILLS)


@pytest.mark.long
def test_the_control_leaves_half_of_it(in_memory: Path) -> None:
    path = in_memory / "journal.db"
    killed(path, 20, "careless")
    assert look_into(path, "SELECT count(*) FROM entry") == [(20,)]


def test_on_a_full_disk_nothing_of_it_is_there_and_it_is_said(workspace: Workspace) -> None:
    workspace.journal.note("mine")
    before = json.dumps(workspace.exchange.as_json())
    [(pages,)] = workspace.database.rows("PRAGMA page_count")
    form = files.stand_in(files.many(COUNT))
    service = Importing(workspace.database, workspace.clock, workspace.undo, formats=(form,))
    workspace.database.rows(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(StorageError, match="disk is full"):
        service.bring_in(Wanted(Path(__file__), form, {}))
    workspace.database.rows("PRAGMA max_page_count = 1000000")
    assert json.dumps(workspace.exchange.as_json()) == before
    check_whole(workspace.database)
    assert service.bring_in(Wanted(Path(__file__), form, {})).anything, "the control"


def test_a_reader_that_fails_in_the_middle_leaves_nothing(workspace: Workspace) -> None:
    looked = False

    def read(_path: Path, _answers: Answers) -> Iterator[Incoming | Refused]:
        nonlocal looked
        yield from files.many(50)
        if looked:
            raise RecursionError("hostile")
        looked = True

    form = replace(files.stand_in(), read=read)
    before = json.dumps(workspace.exchange.as_json())
    service = Importing(workspace.database, workspace.clock, workspace.undo, formats=(form,))
    with pytest.raises(RecursionError):
        service.bring_in(Wanted(Path(__file__), form, {}))
    assert looked
    assert json.dumps(workspace.exchange.as_json()) == before
    assert not workspace.database.writing
