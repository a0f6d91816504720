"""Whatever was done is taken back one thing after the other, until the journal is what it was."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from journals import HandSetClock, check_whole, held, moment, open_journal

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import Feeling, Reading
from bounceback_tui.domain.episode import Attribution, Cause, Side, StepState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.undo import Undo
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage.database import Database
from bounceback_tui.storage.errors import StorageError

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
    "log": (lambda one: one.journal.log(replace(FULL, company="Zed")), "Saved what happened with Zed"),
    "log at a known one": (
        lambda one: one.journal.log(replace(FULL, company="ACME ")),
        "Saved what happened with Acme",
    ),
    "log without a company": (lambda one: one.journal.log(Outcome(text="No.")), "Saved what happened"),
    "log again": (
        lambda one: one.journal.log(replace(FULL, company="Told", forecast=3, source=Source.OTHER)),
        "Saved what happened with Told",
    ),
    "log long ago": (
        lambda one: one.journal.log(
            replace(FULL, company="Past", when=moment("2020-01-01T00:00+00:00"), result=Result.OFFER)
        ),
        "Saved what happened with Past",
    ),
    "note": (lambda one: one.journal.note("x", tags=["new"], before=LOW), "Saved an entry"),
    "check in": (lambda one: one.journal.check_in(LOW), "Saved a check-in"),
    "change": (lambda one: one.journal.change("-1", "new", "new", ["new"]), "Changed an entry"),
    "delete": (lambda one: one.journal.delete("-1"), "Deleted an entry"),
    "add an application": (lambda one: one.applications.add("New"), "Added New"),
    "add an event": (
        lambda one: one.applications.add_event(one.applications.every()[0].id, Kind.REJECTED),
        "Noted “rejected” for Acme",
    ),
    "tick": (lambda one: one.recovery.set_state(*step_of(one), StepState.DONE), "Ticked a step"),
    "untick": (lambda one: one.recovery.set_state(*step_of(one, 1), StepState.OPEN), "Opened a step again"),
    "note at a step": (lambda one: one.recovery.set_note(*step_of(one), "done"), "Changed a note"),
    "plan at a step": (lambda one: one.recovery.set_plan(*step_of(one, 1), "if"), "Changed a plan"),
    "close": (lambda one: one.recovery.set_closed(one.recovery.find().id, True), "Closed an episode"),
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


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_is_taken_back_as_if_it_had_not_been(lived: Workspace, clock: HandSetClock, name: str) -> None:
    do, words = DEEDS[name]
    before = held(lived)
    clock.forward(minutes=5)
    do(lived)
    assert held(lived) != before
    clock.forward(minutes=5)
    assert lived.undo.take_back() == words
    assert held(lived) == before
    check_whole(lived.database)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(list(DEEDS)), max_size=10))
def test_many_deeds_are_taken_back_one_by_one(
    lived: Workspace, clock: HandSetClock, names: list[str]
) -> None:
    states = [held(lived)]
    for name in names:
        clock.forward(minutes=5)
        if name == "close" and lived.recovery.find().closed:
            continue
        remembered = len(lived.undo._done)
        with suppress(CannotDo):  # nothing left to change or to delete
            DEEDS[name][0](lived)
        states += [held(lived)] * (len(lived.undo._done) - remembered)
        assert states[-1] == held(lived)
    for before in reversed(states[:-1]):
        clock.forward(minutes=5)
        lived.undo.take_back()
        assert held(lived) == before
    check_whole(lived.database)


def test_restoring_is_taken_back_too(lived: Workspace, clock: HandSetClock) -> None:
    key = lived.journal.note("x", before=LOW)
    lived.journal.delete(key)
    before = held(lived)
    clock.forward(minutes=5)
    lived.journal.restore(key)
    assert lived.undo.take_back() == "Restored an entry"
    assert held(lived) == before


def test_an_application_that_something_else_happened_to_stays(
    lived: Workspace, clock: HandSetClock, tmp_path: Path
) -> None:
    """Another window may have noted something at an application that this one made."""
    logged = lived.journal.log(Outcome(company="Zed", result=Result.MOVED_ON, text="On."))
    with open_journal(tmp_path / "journal.db", clock) as other:
        other.applications.add_event(logged.application, Kind.TASK)
    lived.undo.take_back()
    assert [event.kind for event in lived.applications.find(logged.application).events] == [Kind.TASK]


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
    assert workspace.undo.take_back() == "Saved an entry"
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


def test_the_latest_comes_first() -> None:
    undo, done = Undo(), list("ab")
    for _ in range(2):
        undo.remember(f"Did {done[-1]}", done.pop)
    assert undo.take_back() == "Did b"
    assert done == ["a"]
