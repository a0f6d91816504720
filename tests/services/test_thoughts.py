"""Thought records and traps as a service keeps them: the trash, what comes back, what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers_thoughts import begin
from journals import HandSetClock, check_whole

from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace


def test_those_not_finished_come_first_then_the_latest(workspace: Workspace, clock: HandSetClock) -> None:
    thoughts = workspace.tools.thoughts
    for number, fairer in enumerate(("", "fair", "", "fair")):
        thoughts.put(replace(begin(workspace, f"thought {number}"), fairer=fairer))
        clock.forward(days=1)
    assert [one.thought[-1] for one in thoughts.every()] == ["2", "0", "3", "1"]


def test_what_was_deleted_is_undone_and_saving_it_again_brings_it_back(workspace: Workspace) -> None:
    thoughts = workspace.tools.thoughts
    record = begin(workspace, "always second")
    thoughts.put(record)
    thoughts.delete(record)
    assert thoughts.every() == []
    assert thoughts.find(record.id) is None
    workspace.undo.take_back()
    assert thoughts.every() == [record]
    workspace.undo.do_again()
    thoughts.put(replace(record, fairer="not always"))  # from a form that was open meanwhile
    assert [one.fairer for one in thoughts.every()] == ["not always"]
    workspace.undo.take_back()
    assert thoughts.every() == []
    check_whole(workspace.database)


def test_a_thought_outlives_the_episode_that_was_deleted_for_good_meanwhile(workspace: Workspace) -> None:
    record = replace(begin(workspace, "no use"), episode_id="Z" * 26)
    workspace.tools.thoughts.put(record)
    assert workspace.tools.thoughts.every() == [replace(record, episode_id=None)]


def test_what_was_begun_in_one_episode_is_not_taken_up_in_another(workspace: Workspace) -> None:
    thoughts = workspace.tools.thoughts
    acme, zed = (workspace.journal.log(Outcome(name, text="No.")).episode for name in ("Acme", "Zed"))
    assert acme
    assert zed
    record = replace(begin(workspace, "no use"), episode_id=acme)
    thoughts.put(record)
    assert thoughts.begun(acme) == record
    assert thoughts.begun(zed) is None
    thoughts.put(replace(record, fairer="some use"))
    assert thoughts.begun(acme) is None


def test_own_traps_come_and_go_and_the_others_stay(workspace: Workspace) -> None:
    thoughts = workspace.tools.thoughts
    core = thoughts.traps()
    own = thoughts.add_trap("  The old\ntune ")
    assert own.name == "The old tune"
    assert thoughts.add_trap("the OLD tune") == own
    assert thoughts.traps() == [*core, own]
    thoughts.remove_trap(own)
    assert thoughts.traps() == core
    workspace.undo.take_back()
    assert thoughts.traps() == [*core, own]
    with pytest.raises(CannotDo, match="comes with the program"):
        thoughts.remove_trap(core[0])
    for name in ("", " ", "x" * 41):
        with pytest.raises(CannotDo, match="1 to 40"):
            thoughts.add_trap(name)
    assert thoughts.traps() == [*core, own]
