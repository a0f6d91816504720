"""Undo never stands in the way: not of what is saved next, and not of what was done before."""

from __future__ import annotations

from journals import HandSetClock, check_whole, held

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import episodes


def test_a_step_that_can_no_longer_be_done_again_stops_no_saving(workspace: Workspace) -> None:
    workspace.journal.log(Outcome("Acme", text="No."))
    episode, step = workspace.recovery.find().id, workspace.recovery.guide.steps[0].id
    workspace.recovery.set_state(episode, step, StepState.DONE)
    tick = workspace.recovery.ticks(episode)[step]
    workspace.undo.take_back()
    episodes.put_tick(workspace.database, episode, tick)  # by a write that is no step
    assert workspace.journal.note("Precious")
    assert workspace.undo.take_back() == "save “Precious”"


def test_a_step_that_cannot_be_taken_back_is_told_and_gives_way(workspace: Workspace) -> None:
    key = workspace.journal.note("Kept", tags=["foo"])
    workspace.tags.rename("foo", "bar")
    with workspace.database.write():
        workspace.database.insert("tag", entry_id=key, name="foo")  # by a write that is no step
    told = ""
    try:
        workspace.undo.take_back()
    except Exception as error:
        told = str(error)
    assert "can no longer be taken back" in told
    assert workspace.undo.take_back() == "save “Kept”"
    check_whole(workspace.database)


def test_what_was_done_to_others_can_be_taken_back_after_one_is_gone_for_good(
    workspace: Workspace, clock: HandSetClock
) -> None:
    first = workspace.journal.note("One", tags=["foo"])
    second = workspace.journal.note("Two", tags=["foo", "bar"])
    workspace.versions.rewrite(second, "", "Two", ["foo"])
    before = held(workspace)["tag"]
    workspace.tags.rename("foo", "bar")
    workspace.journal.delete(first)
    workspace.journal.destroy(first)
    workspace.undo.take_back()
    assert [row for row in before if row["entry_id"] == second] == held(workspace)["tag"]
    workspace.undo.take_back()
    assert {row["name"] for row in held(workspace)["tag"]} == {"foo", "bar"}
    check_whole(workspace.database)


def test_no_label_holds_the_words_of_what_is_gone_for_good(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.log(Outcome("Acme", text="SECRETWORDS happened")).id
    told = workspace.versions.told(key)
    workspace.versions.rewrite(key, told.title, told.text, ["only a tag"])
    workspace.journal.delete(key)
    workspace.journal.destroy(key)
    assert b"SECRETWORDS" not in workspace.path.read_bytes()


def test_a_rename_of_a_tag_that_is_passed_over_makes_no_versions(workspace: Workspace) -> None:
    keys = [workspace.journal.note(f"Entry {number}", tags=["foo"]) for number in range(20)]
    workspace.tags.rename("foo", "bar")
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert [workspace.versions.of(key) for key in keys] == [[]] * 20
