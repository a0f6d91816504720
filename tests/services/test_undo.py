"""Whatever was done is taken back one thing after the other, until the journal is what it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from brisk import often
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import HandSetClock, check_whole, held, moment, open_journal

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Attribution, Cause, Side, StepState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.query import Query
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError
from bounceback_tui.storage.undo import KEPT

LOW = Reading(2, 3, (Feeling("shame", 80),))
FULL = Outcome(
    company="Acme",
    role="Cook",
    stage=Kind.FINAL,
    source=Source.AGENCY,
    before=LOW,
    after=Reading(4),
    text="No.",
    tags=("panel",),
    causes=(Cause(Side.OUTSIDE, "an internal candidate"),),
    attribution=Attribution(10, 20, 30),
    forecast=14,
)


def step_of(workspace: Workspace, place: int = 0) -> tuple[str, str]:
    return workspace.recovery.find().id, workspace.recovery.guide.steps[place].id


DEEDS: dict[str, tuple[Callable[[Workspace], object], str]] = {
    "log": (lambda one: one.journal.log(replace(FULL, company="Zed")), "save what happened with Zed"),
    "log at a known one": (
        lambda one: one.journal.log(replace(FULL, company="ACME ")),
        "save what happened with ACME",
    ),
    "log without a company": (lambda one: one.journal.log(Outcome(text="No.")), "save what happened"),
    "log again": (
        lambda one: one.journal.log(replace(FULL, company="Told", forecast=3, source=Source.OTHER)),
        "save what happened with Told",
    ),
    "log long ago": (
        lambda one: one.journal.log(
            replace(FULL, company="Past", when=moment("2020-01-01T00:00+00:00"), result=Result.OFFER)
        ),
        "save what happened with Past",
    ),
    "note": (lambda one: one.journal.note("x", tags=["new"], before=LOW), "save “x”"),
    "check in": (lambda one: one.journal.check_in(LOW), "save a check-in"),
    "change": (
        lambda one: one.versions.rewrite(one.journal.find("-1").entry.id, "new", "new", ["new"]),
        "change “No.”",
    ),
    "delete": (lambda one: one.journal.delete("-1"), "delete “No.”"),
    "add an application": (lambda one: one.applications.add("New"), "add New"),
    "add an event": (
        lambda one: one.applications.add_event(one.applications.every()[0].id, Kind.REJECTED),
        "note “rejected” for Acme",
    ),
    "tick": (
        lambda one: one.recovery.set_state(*step_of(one), StepState.DONE),
        "tick “Think of one able",
    ),
    "untick": (lambda one: one.recovery.set_state(*step_of(one, 1), StepState.OPEN), "open again"),
    "note at a step": (lambda one: one.recovery.set_note(*step_of(one), "done"), "change the note on"),
    "plan at a step": (lambda one: one.recovery.set_plan(*step_of(one, 1), "if"), "change the plan for"),
    "close": (lambda one: one.recovery.set_closed(one.recovery.find().id, True), "close Told"),
}


@pytest.fixture
def lived(workspace: Workspace, clock: HandSetClock) -> Workspace:
    """A journal with an open application, an outcome of today, and an entry with a reading of yesterday."""
    workspace.applications.add("Acme")
    workspace.journal.note("yesterday", tags=["kept"], after=LOW)
    clock.forward(days=1)
    workspace.journal.log(Outcome(company="Told", causes=(Cause(Side.OUTSIDE, "luck"),), text="No."))
    workspace.recovery.set_state(*step_of(workspace, 1), StepState.DONE)
    return workspace


@pytest.mark.many(9)
@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_is_taken_back_as_if_it_had_not_been(lived: Workspace, clock: HandSetClock, name: str) -> None:
    do, words = DEEDS[name]
    before = held(lived)
    clock.forward(minutes=5)
    do(lived)
    assert held(lived) != before
    clock.forward(minutes=5)
    after = held(lived)
    assert lived.undo.next_back is not None
    assert lived.undo.next_back.startswith(words)
    assert lived.undo.take_back() == lived.undo.next_again
    assert held(lived) == before
    check_whole(lived.database)
    clock.forward(minutes=5)
    assert lived.undo.do_again() == lived.undo.next_back
    assert held(lived) == after
    check_whole(lived.database)
    lived.undo.take_back()
    assert held(lived) == before


@pytest.mark.long
@settings(max_examples=often(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(list(DEEDS)), max_size=10))
def test_many_deeds_are_taken_back_one_by_one(
    lived: Workspace, clock: HandSetClock, names: list[str]
) -> None:
    states = [held(lived)]
    for name in names:
        clock.forward(minutes=5)
        with suppress(CannotDo):  # nothing left to change or to delete
            DEEDS[name][0](lived)
        if held(lived) != states[-1]:
            states.append(held(lived))
    for before in reversed(states[:-1]):
        clock.forward(minutes=5)
        lived.undo.take_back()
        assert held(lived) == before
    for after in states[1:]:
        clock.forward(minutes=5)
        lived.undo.do_again()
        assert held(lived) == after
    assert lived.undo.do_again() is None
    check_whole(lived.database)


def test_restoring_is_taken_back_too(lived: Workspace, clock: HandSetClock) -> None:
    key = lived.journal.note("x", before=LOW)
    lived.journal.delete(key)
    before = held(lived)
    clock.forward(minutes=5)
    lived.journal.restore(key)
    assert lived.undo.take_back() == "restore “x”"
    assert held(lived) == before


def test_what_another_window_did_last_is_taken_back_first(lived: Workspace, clock: HandSetClock) -> None:
    logged = lived.journal.log(Outcome(company="Zed", result=Result.MOVED_ON, text="On."))
    with open_journal(lived.path, clock) as other:
        other.applications.add_event(logged.application, Kind.TASK)
    assert lived.undo.take_back() == "note “task” for Zed"
    assert lived.undo.take_back() == "save what happened with Zed"


def test_it_can_be_taken_back_and_done_again_after_a_restart(tmp_path: Path, clock: HandSetClock) -> None:
    path = tmp_path / "another.db"
    with open_journal(path, clock) as workspace:
        workspace.journal.note("One")
        workspace.journal.note("Two")
        before = held(workspace)
    with open_journal(path, clock) as workspace:
        assert workspace.undo.take_back() == "save “Two”"
    with open_journal(path, clock) as workspace:
        assert workspace.undo.do_again() == "save “Two”"
        assert held(workspace) == before


def test_at_least_a_hundred_steps_are_kept_and_not_many_more(
    workspace: Workspace, clock: HandSetClock
) -> None:
    for number in range(KEPT + 20):
        workspace.journal.note(f"Entry {number}")
        clock.forward(seconds=1)
    taken = 0
    while workspace.undo.take_back():
        taken += 1
    assert taken == KEPT >= 100
    assert workspace.journal.history(Query()).known == 20


def test_what_is_passed_over_cannot_be_done_again_but_its_words_are_kept(
    workspace: Workspace, clock: HandSetClock
) -> None:
    key = workspace.journal.note("First words")
    clock.forward(minutes=1)
    workspace.versions.rewrite(key, "", "Second words", [])
    workspace.undo.take_back()
    clock.forward(minutes=1)
    new = workspace.journal.note("Precious")
    workspace.undo.take_back()
    workspace.journal.check_in(LOW)
    assert workspace.undo.do_again() is None
    assert [one.text for one in workspace.journal.show(key).revisions] == ["Second words"]
    assert workspace.journal.find(new).entry.deleted
    workspace.journal.restore(new)
    assert workspace.journal.find(new).entry.text == "Precious"


def test_a_step_that_changed_nothing_is_no_step(workspace: Workspace) -> None:
    key = workspace.journal.note("Words")
    workspace.undo.take_back()
    workspace.undo.do_again()
    workspace.versions.rewrite(key, "", "Words", [])
    assert workspace.undo.next_back == "save “Words”"


@pytest.mark.parametrize("text", ["nul\0 inside", "\"quotes\" 'and' \\", "😀\u2028", '{"a": [1]}'])
def test_any_text_comes_back(workspace: Workspace, text: str) -> None:
    key = workspace.journal.note("before")
    workspace.versions.rewrite(key, text, text, [])
    said = workspace.journal.find(key).entry
    workspace.undo.take_back()
    assert workspace.journal.find(key).entry.text == "before"
    workspace.undo.do_again()
    assert workspace.journal.find(key).entry == said


def test_a_change_brings_an_entry_back_that_went_to_the_trash_meanwhile(workspace: Workspace) -> None:
    key = workspace.journal.note("before", before=LOW)
    workspace.journal.delete(key)
    workspace.versions.rewrite(key, "", "after", [])
    shown = workspace.journal.show(key)
    assert (shown.item.entry.text, shown.item.entry.deleted) == ("after", False)
    assert len(shown.checkins) == 1


def test_with_nothing_done_there_is_nothing_to_take_back(workspace: Workspace) -> None:
    assert workspace.undo.take_back() is None
    workspace.journal.note("x")
    workspace.undo.take_back()
    assert workspace.undo.take_back() is None


def test_what_could_not_be_taken_back_can_be_tried_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError("The disk is full.")

    key = workspace.journal.note("x", before=LOW)
    with monkeypatch.context() as patched:
        patched.setattr(Database, "run", fail)
        with pytest.raises(StorageError):
            workspace.undo.take_back()
    assert not workspace.journal.find(key).entry.deleted
    assert workspace.undo.take_back() == "save “x”"
    assert workspace.journal.find(key).entry.deleted


def test_what_was_refused_is_not_remembered(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise StorageError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(Database, "run", fail)
        for attempt in (
            lambda: workspace.journal.note("x"),
            lambda: workspace.journal.log(FULL),
            lambda: workspace.journal.check_in(LOW),
        ):
            with pytest.raises(StorageError):
                attempt()
    assert workspace.undo.take_back() is None
