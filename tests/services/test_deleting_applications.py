"""An application goes to the trash with its log in one step, and comes back whole; entries stay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from journals import HandSetClock, check_whole, held

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.outcome import Outcome, Written
from bounceback_tui.domain.person import Person
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


def whole(workspace: Workspace) -> str:
    """An application with a log and a person; its key."""
    key = workspace.applications.add("Wrenfold", "Cook").id
    workspace.applications.add_event(key, Kind.SCREEN)
    workspace.applications.add_event(key, Kind.REJECTED)
    workspace.tools.people.put(Person("", key, "Ms Ito"))
    return key


def listed(workspace: Workspace) -> list[tuple[str, str]]:
    return [(one.place, one.words) for one in workspace.trash.everything()]


def test_it_goes_with_its_log_in_one_step_and_is_one_line_of_the_trash(workspace: Workspace) -> None:
    key = whole(workspace)
    before = held(workspace)
    detail = workspace.logs.delete(key)
    assert detail.goes_along == "Wrenfold · Cook with 3 events and 1 person"
    assert workspace.applications.every() == []
    assert workspace.recovery.still_open() == []
    assert listed(workspace) == [("application", "Wrenfold · Cook")]
    assert workspace.undo.take_back() == "delete Wrenfold"
    assert held(workspace) == before
    assert listed(workspace) == []


def test_it_comes_back_from_the_trash_and_can_go_for_good(workspace: Workspace, tmp_path: Path) -> None:
    key = whole(workspace)
    before = held(workspace)
    workspace.logs.delete(key)
    workspace.trash.restore(workspace.trash.everything()[0])
    assert held(workspace) == before
    workspace.logs.delete(key)
    workspace.trash.destroy(workspace.trash.everything()[0])
    assert not any(held(workspace)[table] for table in ("application", "event", "episode", "person"))
    assert listed(workspace) == []
    check_whole(workspace.database)
    workspace.database.settle()
    left = b"".join(one.read_bytes() for one in tmp_path.glob("journal.db*"))
    assert b"Wrenfold" not in left
    assert b"Ms Ito" not in left


def test_what_went_to_the_trash_before_stays_there(workspace: Workspace) -> None:
    key = whole(workspace)
    workspace.logs.delete_event(workspace.applications.find(key).events[-1].id)
    workspace.logs.delete(key)
    workspace.undo.take_back()
    assert [one.kind for one in workspace.applications.find(key).events] == [Kind.APPLIED, Kind.SCREEN]


def test_entries_stay_and_say_what_they_said(workspace: Workspace) -> None:
    logged = workspace.journal.log(Outcome("Wrenfold", "Cook", text="They said no."))
    detail = workspace.logs.delete(logged.application)
    assert detail.stays == "The entry about it stays in the journal."
    item = workspace.journal.find(logged.id)
    assert (item.company, item.entry.text, item.entry.deleted) == ("Wrenfold", "They said no.", False)
    assert listed(workspace) == [("application", "Wrenfold · Cook")]
    told = workspace.versions.told(logged.id)
    assert isinstance(told, Written)
    workspace.versions.revise(replace(told, text="They said no, kindly."))
    assert workspace.journal.find(logged.id).entry.text == "They said no, kindly."
    with pytest.raises(CannotDo, match="entry still tells of it"):
        workspace.trash.destroy(workspace.trash.everything()[0])
    workspace.trash.restore(workspace.trash.everything()[0])
    assert [one.company for one in workspace.applications.every()] == ["Wrenfold"]
    assert workspace.journal.find(logged.id).entry.text == "They said no, kindly."
    check_whole(workspace.database)


def test_one_of_which_an_entry_lies_in_the_trash_already_has_a_line_of_its_own(
    workspace: Workspace, clock: HandSetClock
) -> None:
    logged = workspace.journal.log(Outcome("Wrenfold", "Cook", text="They said no."))
    workspace.journal.delete(logged.id)
    clock.forward(hours=1)
    workspace.logs.delete(logged.application)
    assert ("application", "Wrenfold · Cook") in listed(workspace)


def test_one_that_is_gone_cannot_be_deleted_again(workspace: Workspace) -> None:
    key = whole(workspace)
    workspace.logs.delete(key)
    with pytest.raises(CannotDo, match="no application"):
        workspace.logs.delete(key)
