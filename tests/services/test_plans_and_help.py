"""The moment that a plan is for, and whether a step helped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from journals import HandSetClock, open_journal

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.due import PlannedFor
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

TUESDAY = PlannedFor(date(2026, 11, 24), time(9))
STEP, OTHER = "ask-feedback", "agency"


@pytest.fixture
def journal(tmp_path: Path, clock: HandSetClock) -> Iterator[Workspace]:
    with open_journal(tmp_path / "journal.db", clock) as workspace:
        yield workspace


@pytest.fixture
def episode(journal: Workspace) -> str:
    return journal.journal.log(Outcome("Acme", text="No.")).episode or ""


def coming_up(journal: Workspace) -> list[str]:
    """What Today says is coming up."""
    return [one.text for one in journal.today.overview().due]


def test_a_plan_with_a_day_is_on_today_until_its_step_is_done(journal: Workspace, episode: str) -> None:
    journal.recovery.set_plan(episode, STEP, "If it is nine, then I write", TUESDAY)
    (due,) = journal.today.overview().due
    assert (due.day, due.time, due.text) == (TUESDAY.day, TUESDAY.time, "If it is nine, then I write")
    assert due.subject == f"{episode} {STEP}"
    journal.recovery.set_state(episode, STEP, StepState.DONE)
    assert coming_up(journal) == []
    assert journal.recovery.ticks(episode)[STEP].due_on == TUESDAY.day
    journal.undo.take_back()
    assert len(coming_up(journal)) == 1
    journal.recovery.set_state(episode, STEP, StepState.NOT_FOR_ME)
    assert coming_up(journal) == []


def test_a_plan_without_words_is_told_by_its_step(journal: Workspace, episode: str) -> None:
    journal.recovery.set_plan(episode, OTHER, "", TUESDAY)
    assert coming_up(journal) == ["Sign up with one agency"]


def test_a_closed_episode_and_one_taken_back_have_nothing_due(journal: Workspace, episode: str) -> None:
    journal.recovery.set_plan(episode, STEP, "Write", TUESDAY)
    journal.recovery.set_closed(episode, True)
    assert coming_up(journal) == []
    journal.recovery.set_closed(episode, False)
    other = journal.journal.log(Outcome("Oak", stage=Kind.SCREEN, text="No."))
    journal.recovery.set_plan(other.episode or "", STEP, "Oak", TUESDAY)
    assert sorted(coming_up(journal)) == ["Oak", "Write"]
    for _ in range(2):  # the plan, and then the rejection itself
        journal.undo.take_back()
    assert coming_up(journal) == ["Write"]
    journal.undo.do_again()
    journal.undo.do_again()
    assert sorted(coming_up(journal)) == ["Oak", "Write"]


def test_a_plan_whose_day_has_passed_stays_a_week_and_then_leaves_quietly(
    journal: Workspace, episode: str, clock: HandSetClock
) -> None:
    journal.recovery.set_plan(episode, STEP, "Write", TUESDAY)
    clock.forward(days=8)
    assert coming_up(journal) == ["Write"]
    clock.forward(days=1)
    assert coming_up(journal) == []
    assert journal.recovery.ticks(episode)[STEP].plan == "Write"


def test_another_plan_takes_the_place_of_day_and_words_and_undo_brings_both_back(
    journal: Workspace, episode: str
) -> None:
    journal.recovery.set_plan(episode, STEP, "Write", TUESDAY)
    first = journal.recovery.ticks(episode)
    journal.recovery.set_plan(episode, STEP, "Some day")
    assert coming_up(journal) == []
    assert journal.undo.take_back()
    assert journal.recovery.ticks(episode) == first
    assert journal.undo.do_again()
    assert journal.recovery.ticks(episode)[STEP].due_on is None


def test_whether_a_step_helped_is_said_once_it_is_done(journal: Workspace, episode: str) -> None:
    with pytest.raises(CannotDo, match=r"once it is ticked"):
        journal.recovery.set_helped(episode, STEP, True)
    journal.recovery.set_state(episode, STEP, StepState.DONE)
    for said in (True, False, None):
        journal.recovery.set_helped(episode, STEP, said)
        assert journal.recovery.ticks(episode)[STEP].helped is said
    for before in (False, True, None):
        assert journal.undo.take_back()
        assert journal.recovery.ticks(episode)[STEP].helped is before
    journal.undo.do_again()
    assert journal.recovery.ticks(episode)[STEP].helped is True
    with pytest.raises(CannotDo):
        journal.recovery.set_helped(episode, "no-such-step", True)


def test_a_step_that_is_ticked_twice_keeps_its_first_day(
    journal: Workspace, episode: str, clock: HandSetClock
) -> None:
    journal.recovery.set_state(episode, STEP, StepState.DONE)
    first = journal.recovery.ticks(episode)[STEP].at
    clock.when += timedelta(days=3)
    journal.recovery.set_state(episode, STEP, StepState.DONE)
    assert journal.recovery.ticks(episode)[STEP].at == first
    journal.recovery.set_state(episode, STEP, StepState.OPEN)
    journal.recovery.set_state(episode, STEP, StepState.DONE)
    assert journal.recovery.ticks(episode)[STEP].at != first
