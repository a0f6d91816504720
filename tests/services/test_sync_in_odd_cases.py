"""Several machines in odder cases: what is deleted, moved, stopped, brought back, or written meanwhile."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from journals import open_journal
from machines import PASSPHRASE, Machine, changed_on_both, quick_passphrases, same, settle_down

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.sync import Which
from bounceback_tui.formats.read_jrnl import JRNL
from bounceback_tui.resources import asset
from bounceback_tui.services.importing import Wanted
from bounceback_tui.services.workspace import Workspace

pytestmark = pytest.mark.needs("git")


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passphrases(monkeypatch)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "desk", tmp_path / "remote") as machine:
        yield machine


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Machine]:
    with Machine(tmp_path / "laptop", tmp_path / "remote") as machine:
        yield machine


def test_a_deletion_that_came_while_the_app_is_open_is_no_loss(desk: Machine, laptop: Machine) -> None:
    """The app exchanges with a connection of its own: what is seen of the journal last must know of it."""
    key = desk.note("the latest of all")
    desk.set_up()
    laptop.set_up()
    guide = asset("guide.md")
    with Workspace(laptop.path, laptop.clock, guide, watched=True) as app:
        desk.workspace.journal.delete(key)
        desk.workspace.journal.destroy(key)
        desk.sync()
        with app.beside() as own:
            own.sync.run()
    with Workspace(laptop.path, laptop.clock, guide, watched=True) as app:
        assert app.integrity.notice == ""


def test_what_is_deleted_and_restored_travels(desk: Machine, laptop: Machine) -> None:
    key = desk.note("once")
    desk.set_up()
    laptop.set_up()
    desk.workspace.journal.delete(key)
    settle_down(desk, laptop)
    assert laptop.texts() == []
    laptop.workspace.journal.restore(key)
    settle_down(laptop, desk)
    assert desk.texts() == ["once"]
    desk.workspace.journal.delete(key)
    desk.workspace.journal.destroy(key)
    settle_down(desk, laptop)
    same(desk, laptop)
    assert laptop.workspace.database.rows("SELECT * FROM entry") == []
    assert "So does the history of" in desk.workspace.sync.holds_it


def test_a_change_outweighs_a_deletion_for_good_elsewhere(desk: Machine, laptop: Machine) -> None:
    key = desk.note("once")
    desk.set_up()
    laptop.set_up()
    laptop.change(key, "written on")
    desk.workspace.journal.delete(key)
    desk.workspace.journal.destroy(key)
    settle_down(desk, laptop)
    same(desk, laptop)
    assert desk.says(key) == "written on"


def test_what_was_added_to_something_deleted_for_good_brings_it_back(desk: Machine, laptop: Machine) -> None:
    """The application goes on one machine while the other adds to its log."""
    application = desk.workspace.applications.add(company="Acme", role="Cook").id
    desk.set_up()
    laptop.set_up()
    laptop.workspace.applications.add_event(application, Kind.INTERVIEW, note="with Ms Ito")
    desk.workspace.logs.delete(application)
    desk.workspace.trash.destroy(desk.workspace.trash.application(application))
    for _ in range(2):
        settle_down(desk, laptop)
    same(desk, laptop)
    [there] = desk.workspace.database.rows("SELECT company FROM application")
    [event] = desk.workspace.database.rows("SELECT note FROM event WHERE kind = 'interview'")
    assert (there, event) == (("Acme",), ("with Ms Ito",))


def test_what_is_damaged_does_not_reach_the_others(desk: Machine, laptop: Machine) -> None:
    key = desk.note("as it was")
    desk.set_up()
    laptop.set_up()
    with desk.workspace.database.write():
        desk.workspace.database.run("UPDATE entry SET text = 'as it wax' WHERE id = ?", (key,))
    settle_down(desk, laptop)
    assert laptop.says(key) == "as it was"
    status = laptop.workspace.sync.status()
    assert status
    assert status.waiting == 0


@pytest.mark.long
def test_it_moves_to_another_remote(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    desk.note("one")
    desk.set_up()
    laptop.set_up()
    desk.remote = laptop.remote = tmp_path / "elsewhere"
    desk.set_up()
    laptop.set_up()
    key = laptop.note("two")
    settle_down(laptop, desk)
    assert desk.says(key) == "two"
    same(desk, laptop)


def test_a_backup_brought_back_catches_up_and_goes_on(desk: Machine, laptop: Machine) -> None:
    key = desk.note("in the backup")
    desk.set_up()
    laptop.set_up()
    desk.workspace.close()
    copy = desk.path.with_name("copy.db")
    shutil.copyfile(desk.path, copy)
    desk.workspace = open_journal(desk.path, desk.clock)
    desk.change(key, "after the backup")
    later = desk.note("later")
    settle_down(desk, laptop)
    laptop.change(later, "later still")
    laptop.sync()
    desk.workspace.close()
    copy.replace(desk.path)
    desk.workspace = open_journal(desk.path, desk.clock)
    desk.note("written upon the backup")
    settle_down(desk, laptop)
    same(desk, laptop)
    assert desk.texts() == ["after the backup", "later still", "written upon the backup"]
    assert desk.workspace.differences.every() == []


@pytest.mark.long
def test_what_was_stopped_begins_anew_without_a_question(
    desk: Machine, laptop: Machine, tmp_path: Path
) -> None:
    key = changed_on_both(desk, laptop)
    [one] = desk.workspace.differences.every()
    desk.workspace.differences.settle(one, Which.ONE)
    settle_down(desk, laptop)
    for machine in (desk, laptop):
        machine.workspace.sync.stop()
        assert machine.workspace.sync.status() is None
        machine.remote = tmp_path / "anew"
        machine.set_up()
    settle_down(desk, laptop)
    same(desk, laptop)
    assert desk.workspace.differences.every() == []
    assert desk.says(key) == one.stands["text"]


def test_a_folder_may_be_named_as_an_address(desk: Machine, laptop: Machine) -> None:
    desk.workspace.sync.set_up(f"file://{desk.remote}", lambda _: PASSPHRASE)
    status = desk.workspace.sync.status()
    assert status
    assert status.remote == str(desk.remote)  # as a folder, which is not trusted with hooks
    assert laptop.set_up().joined


def test_somebody_writes_while_it_is_exchanged_beside(desk: Machine, laptop: Machine) -> None:
    """As in the app: with another connection, in another thread."""
    desk.set_up()
    laptop.set_up()
    for number in range(10):
        desk.note(f"from the desk {number}")
    desk.sync()
    faults, done = list[BaseException](), threading.Event()

    def exchange() -> None:
        try:
            while not done.is_set():
                with laptop.workspace.beside() as own:
                    own.sync.run()
        except BaseException as error:
            faults.append(error)

    beside = threading.Thread(target=exchange)
    beside.start()
    for number in range(10):
        laptop.note(f"from the laptop {number}")
    done.set()
    beside.join()
    assert faults == []
    settle_down(laptop, desk)
    same(desk, laptop)
    assert len(desk.texts()) == 20


def test_an_import_taken_back_here_leaves_what_was_changed_there(
    desk: Machine, laptop: Machine, tmp_path: Path
) -> None:
    file = tmp_path / "days.txt"
    file.write_text("[2026-09-01 09:15:00 AM] First.\none\n\n[2026-09-02 09:15:00 AM] Second.\ntwo\n")
    desk.workspace.importing.bring_in(Wanted(file, JRNL, {}))
    desk.set_up()
    laptop.set_up()
    [first] = [key for (key,) in laptop.workspace.database.rows("SELECT id FROM entry WHERE text = 'one'")]
    laptop.change(first, "one and more")
    desk.workspace.undo.take_back()
    settle_down(desk, laptop)
    same(desk, laptop)
    assert desk.texts() == ["one and more"]
    [told] = desk.workspace.differences.every()
    assert told.other is None, "that it was taken back waits for a decision"


def test_what_was_not_noted_is_heard_of_once_it_is_set_up_anew(desk: Machine, laptop: Machine) -> None:
    """As doctor says, where the triggers are missing that note it."""
    key = desk.note("a walk")
    desk.set_up()
    laptop.set_up()
    database = desk.workspace.database
    for (name,) in database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'sync_*'"
    ):
        with database.write():
            database.run(f"DROP TRIGGER {name}")
    desk.note("alone")
    settle_down(desk, laptop)
    assert laptop.texts() == ["a walk"]  # the control
    desk.workspace.sync.stop()
    desk.set_up()
    settle_down(desk, laptop)
    same(desk, laptop)
    assert laptop.texts() == ["a walk", "alone"]
    desk.change(key, "a long walk")
    settle_down(desk, laptop)
    assert laptop.says(key) == "a long walk"
