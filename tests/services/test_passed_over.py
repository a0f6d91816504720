"""What is taken back and then passed over is no step any more, but none of its words is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from journals import HandSetClock, check_whole, held, moment

from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace


@pytest.fixture
def key(workspace: Workspace, clock: HandSetClock) -> str:
    """An outcome that was told a minute ago."""
    found = workspace.journal.log(Outcome("Acme", text="No.", before=Reading(3))).id
    clock.forward(minutes=1)
    return found


def test_of_a_change_every_part_is_kept_as_a_version(
    workspace: Workspace, clock: HandSetClock, key: str
) -> None:
    changed = replace(
        workspace.versions.told(key),
        company="Other",
        causes=(Cause(Side.CHANGEABLE, "shorter answers"),),
        tags=("rare",),
        before=Reading(4, None, (Feeling("hope", 30),)),
    )
    workspace.versions.revise(changed)
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    (version,) = workspace.versions.of(key)
    assert version.told == changed
    assert workspace.undo.next_again is None
    check_whole(workspace.database)


def test_a_note_on_a_step_waits_as_a_draft(workspace: Workspace, key: str) -> None:
    episode = workspace.recovery.find().id
    step = workspace.recovery.guide.steps[0].id
    workspace.recovery.set_note(episode, step, "Precious")
    workspace.recovery.set_plan(episode, step, "If it is nine, then I call")
    workspace.undo.take_back()
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert {(one.form, one.content["text"]) for one in workspace.drafts.waiting()} == {
        ("note", "Precious"),
        ("plan", "If it is nine, then I call"),
    }


def test_an_entry_that_is_in_the_trash_with_all_its_words_needs_no_version(
    workspace: Workspace, clock: HandSetClock
) -> None:
    new = workspace.journal.note("Precious", before=Reading(3))
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert workspace.versions.of(new) == []
    assert workspace.journal.find(new).entry.deleted


def test_what_was_changed_before_its_saving_was_taken_back_is_kept_too(
    workspace: Workspace, clock: HandSetClock
) -> None:
    new = workspace.journal.note("First")
    clock.forward(minutes=1)
    workspace.versions.rewrite(new, "", "Second, precious", [])
    workspace.undo.take_back()
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert [one.text for one in workspace.versions.of(new)] == ["Second, precious"]


def test_looking_for_words_changes_nothing_where_nothing_is_done(workspace: Workspace, key: str) -> None:
    workspace.versions.rewrite(key, "", "Other", [])
    workspace.undo.take_back()
    before = held(workspace)
    workspace.versions.rewrite(key, "", "No.", [])  # as it is
    assert held(workspace) == before
    assert workspace.undo.next_again == "change “No.”"


def test_deleting_another_entry_for_good_keeps_them_as_well(
    workspace: Workspace, clock: HandSetClock, key: str
) -> None:
    other = workspace.journal.note("Other")
    workspace.journal.delete(other)
    clock.forward(minutes=1)
    workspace.versions.rewrite(key, "", "Precious", [])
    workspace.journal.restore(other)
    workspace.undo.take_back()
    workspace.undo.take_back()
    workspace.journal.destroy(other)
    assert "Precious" in [one.text for one in workspace.versions.of(key)]


def test_an_entry_goes_back_in_time_also_where_another_took_its_place(workspace: Workspace) -> None:
    then = moment("2026-11-22T15:00+01:00")
    first = workspace.journal.note("First", when=then)
    told = workspace.versions.told(first)
    workspace.versions.revise(replace(told, when=moment("2026-11-20T15:00+01:00")))
    second = workspace.journal.note("Second", when=then)
    workspace.undo.take_back()  # into the trash, where it keeps its place
    workspace.undo.take_back()
    assert workspace.journal.find(first).entry.written_at == then
    assert workspace.journal.find(second).entry.deleted
    check_whole(workspace.database)
