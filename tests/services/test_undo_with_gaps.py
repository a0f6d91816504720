"""Undo where steps were forgotten in between, where two windows are open, and where much was taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from journals import HandSetClock, check_whole, held, open_journal

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Cause, Side, StepState
from bounceback_tui.domain.outcome import Felt, Outcome
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import episodes
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.undo import KEPT


def rename(workspace: Workspace, key: str, company: str) -> None:
    workspace.versions.revise(replace(workspace.versions.told(key), company=company))


def test_what_is_as_it_was_already_can_be_taken_back_and_done_again(workspace: Workspace) -> None:
    logged = workspace.journal.log(Outcome("Foo", text="One"))
    other = workspace.journal.log(Outcome("Foo", text="Two"))
    assert logged.application == other.application
    rename(workspace, other.id, "Acme")
    rename(workspace, logged.id, "Foo")
    workspace.journal.delete(logged.id)
    workspace.journal.destroy(logged.id)  # and with it the step that gave the name back
    for _ in range(2):
        assert workspace.undo.take_back() == "change “Two”"
        assert workspace.undo.do_again() == "change “Two”"
    check_whole(workspace.database)


def test_a_word_that_is_a_key_makes_no_other_step_forgotten(workspace: Workspace) -> None:
    gone, kept = workspace.journal.note("Gone"), workspace.journal.note("Kept")
    workspace.versions.rewrite(kept, "", f"see {gone}", [])
    workspace.versions.rewrite(kept, "", "Other", [])
    workspace.journal.delete(gone)
    workspace.journal.destroy(gone)
    workspace.undo.take_back()
    assert workspace.journal.find(kept).entry.text == f"see {gone}"


def test_steps_that_change_nothing_push_no_other_out(workspace: Workspace) -> None:
    key = workspace.journal.note("First")
    for _ in range(KEPT + 10):
        workspace.versions.rewrite(key, "", "First", [])
    workspace.journal.note("Second")
    assert workspace.undo.take_back() == "save “Second”"
    assert workspace.undo.take_back() == "save “First”"


def test_two_windows_take_back_two_steps_and_not_one_twice(
    workspace: Workspace, clock: HandSetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = workspace.journal.note("First"), workspace.journal.note("Second")
    write = Database.write
    taken = []

    @contextmanager
    def after_the_other(self: Database, *args: float, **named: float) -> Iterator[None]:
        """Between the key and the lock, the other window is quicker."""
        if not taken and self is workspace.database:
            taken.append(other.undo.take_back())
        with write(self, *args, **named):
            yield

    with open_journal(workspace.path, clock) as other:
        monkeypatch.setattr(Database, "write", after_the_other)
        assert workspace.undo.take_back() == "save “First”"
        assert taken == ["save “Second”"]
    assert workspace.journal.find(first).entry.deleted
    assert workspace.journal.find(second).entry.deleted
    assert workspace.undo.do_again() == "save “First”"


def test_what_cannot_be_done_again_is_told_as_such(workspace: Workspace) -> None:
    episode, step = _ticked_beside(workspace)
    with pytest.raises(StorageError, match="can no longer be done again"):
        workspace.undo.do_again()
    assert workspace.recovery.ticks(episode)[step].state is StepState.DONE


def test_words_behind_a_step_that_cannot_be_done_again_are_kept_all_the_same(workspace: Workspace) -> None:
    key = workspace.journal.note("First")
    _ticked_beside(workspace, lambda: workspace.versions.rewrite(key, "", "Precious", []))
    workspace.journal.note("Something else")
    assert [one.text for one in workspace.versions.of(key)] == ["Precious"]


def _ticked_beside(workspace: Workspace, then: object = None) -> tuple[str, str]:
    """A tick that was taken back, and then made again by a write that is no step."""
    workspace.journal.log(Outcome("Acme", text="No."))
    episode, step = workspace.recovery.find().id, workspace.recovery.guide.steps[0].id
    workspace.recovery.set_state(episode, step, StepState.DONE)
    tick = workspace.recovery.ticks(episode)[step]
    if callable(then):
        then()
        workspace.undo.take_back()
    workspace.undo.take_back()
    episodes.put_tick(workspace.database, episode, tick)
    return episode, step


@pytest.mark.parametrize("next_day", [False, True])
def test_what_a_check_in_said_is_kept_as_its_version(
    workspace: Workspace, clock: HandSetClock, next_day: bool
) -> None:
    if next_day:
        workspace.journal.note("A walk", before=Reading(4))
        clock.forward(days=1)
    key = workspace.journal.check_in(Reading(3))
    precious = Reading(5, None, (Feeling("precious", 50),))
    workspace.versions.feel_otherwise(Felt(key, precious))
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert [one.reading for one in workspace.versions.checkin_versions(key)] == [precious]


def test_other_parts_of_an_entry_whose_saving_was_taken_back_too_are_kept(workspace: Workspace) -> None:
    key = workspace.journal.log(Outcome("Acme", text="No.")).id
    precious = replace(
        workspace.versions.told(key), causes=(Cause(Side.CHANGEABLE, "precious"),), before=Reading(3)
    )
    workspace.versions.revise(precious)
    workspace.undo.take_back()
    workspace.undo.take_back()
    workspace.journal.note("Something else")
    assert [one.told for one in workspace.versions.of(key)] == [precious]
    workspace.journal.restore(key)
    before = held(workspace)
    workspace.versions.return_to(key, workspace.versions.of(key)[0].id)
    assert workspace.versions.told(key) == precious
    workspace.undo.take_back()
    assert held(workspace) == before


def test_deleting_for_good_forgets_no_step_about_an_application_that_stays(workspace: Workspace) -> None:
    kept = workspace.journal.log(Outcome("Acme", result=Result.MOVED_ON, text="Kept"))
    gone = workspace.journal.log(Outcome("Acme", text="Gone"))
    assert kept.application == gone.application
    workspace.undo.take_back()
    workspace.journal.destroy(gone.id)
    assert workspace.undo.take_back() == "save what happened with Acme"
    assert workspace.journal.find(kept.id).entry.deleted
    check_whole(workspace.database)


def test_deleting_for_good_takes_no_other_date_of_an_application_that_stays(
    workspace: Workspace, clock: HandSetClock
) -> None:
    kept = workspace.journal.log(Outcome("Acme", result=Result.MOVED_ON, text="Kept"))
    gone = workspace.journal.log(Outcome("Acme", stage=Kind.FINAL, text="Gone"))
    workspace.undo.take_back()
    clock.forward(minutes=1)
    workspace.applications.add_event(kept.application, Kind.INTERVIEW, note="Precious")
    workspace.undo.take_back()
    workspace.journal.destroy(gone.id)
    notes = "SELECT kind, note FROM event WHERE deleted_at IS NOT NULL"
    assert workspace.database.rows(notes) == [("interview", "Precious")]
