"""An outcome finds the application that it belongs to, and telling it again loses nothing."""

from __future__ import annotations

import pytest
from journals import HandSetClock

from bounceback_tui.domain.application import Application, Kind, Result, Source, Status
from bounceback_tui.domain.episode import Attribution, Cause, Side
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.services.workspace import Workspace

CAUSES = (Cause(Side.OUTSIDE, "an internal candidate"), Cause(Side.CHANGEABLE, "more examples"))


def only_application(workspace: Workspace) -> Application:
    [one] = workspace.applications.every()
    return one


@pytest.mark.parametrize(
    ("company", "role"),
    [
        ("ACME", "Data engineer"),
        (" acme ", "DATA  ENGINEER"),
        ("Ａｃｍｅ", ""),
        ("Acme", ""),
    ],
)
def test_another_spelling_is_the_same_company(workspace: Workspace, company: str, role: str) -> None:
    applied = workspace.applications.add("Acme", "Data engineer")
    logged = workspace.journal.log(Outcome(company=company, role=role))
    assert logged.application == applied.id
    assert (only_application(workspace).company, only_application(workspace).role) == (
        "Acme",
        "Data engineer",
    )


def test_a_role_and_a_source_told_later_are_taken_up(workspace: Workspace) -> None:
    applied = workspace.applications.add("Acme")
    logged = workspace.journal.log(Outcome(company="Acme", role="Cook", source=Source.AGENCY))
    assert logged.application == applied.id
    assert (only_application(workspace).role, only_application(workspace).source) == ("Cook", Source.AGENCY)


def test_another_role_is_another_application(workspace: Workspace) -> None:
    applied = workspace.applications.add("Acme", "Cook")
    logged = workspace.journal.log(Outcome(company="Acme", role="Waiter"))
    assert logged.application != applied.id
    assert {one.role for one in workspace.applications.every()} == {"Cook", "Waiter"}


def test_of_several_roles_the_same_one_is_meant(workspace: Workspace, clock: HandSetClock) -> None:
    cook = workspace.applications.add("Acme", "Cook")
    clock.forward(days=1)
    unnamed = workspace.applications.add("Acme")
    assert workspace.journal.log(Outcome(company="Acme", role="Cook")).application == cook.id
    clock.forward(days=1)
    assert workspace.journal.log(Outcome(company="Acme", role="Waiter")).application == unnamed.id


@pytest.mark.parametrize("ending", [Kind.REJECTED, Kind.ACCEPTED, Kind.WITHDREW])
def test_what_has_ended_is_not_joined(workspace: Workspace, clock: HandSetClock, ending: Kind) -> None:
    applied = workspace.applications.add("Acme", "Cook")
    workspace.applications.add_event(applied.id, ending)
    clock.forward(days=40)
    logged = workspace.journal.log(Outcome(company="Acme", role="Cook"))
    assert logged.application != applied.id
    assert workspace.applications.find(applied.id).status == Status(ending.value)


def test_silence_after_a_stage_is_silence(workspace: Workspace) -> None:
    workspace.journal.log(Outcome(company="Acme", result=Result.GHOSTED, stage=Kind.TASK))
    assert [one.kind for one in only_application(workspace).events] == [Kind.TASK, Kind.GHOSTED]
    assert only_application(workspace).status is Status.GHOSTED


def test_an_answer_after_silence_belongs_to_the_same_application(
    workspace: Workspace, clock: HandSetClock
) -> None:
    silent = workspace.journal.log(Outcome(company="Acme", result=Result.GHOSTED, forecast=10))
    assert silent.episode
    workspace.recovery.set_closed(silent.episode, True)
    clock.forward(days=20)
    answered = workspace.journal.log(Outcome(company="Acme", text="They wrote after all.", forecast=3))
    assert answered.application == silent.application
    assert only_application(workspace).status is Status.REJECTED
    latest, earlier = sorted(workspace.recovery.episodes(), key=lambda one: one.began, reverse=True)
    assert (earlier.id, earlier.closed, earlier.forecast) == (silent.episode, True, 10)
    assert (latest.id, latest.closed, latest.forecast) == (answered.episode, False, 3)


def test_good_news_after_silence_opens_it_again(workspace: Workspace, clock: HandSetClock) -> None:
    silent = workspace.journal.log(Outcome(company="Acme", result=Result.GHOSTED))
    clock.forward(days=20)
    invited = workspace.journal.log(Outcome(company="Acme", result=Result.MOVED_ON, stage=Kind.INTERVIEW))
    assert (invited.application, invited.episode) == (silent.application, None)
    assert only_application(workspace).status is Status.OPEN


def test_told_twice_on_one_day_it_happened_once(workspace: Workspace, clock: HandSetClock) -> None:
    first = workspace.journal.log(Outcome(company="Acme", stage=Kind.FINAL, text="No.", forecast=12))
    clock.forward(hours=3)
    again = workspace.journal.log(Outcome(company="acme", text="I still cannot believe it."))
    assert (again.application, again.event, again.episode) == (first.application, first.event, first.episode)
    assert again.id != first.id
    assert len(only_application(workspace).events) == 2
    assert [one.forecast for one in workspace.recovery.episodes()] == [12]


def test_telling_it_again_adds_to_what_was_said_and_loses_nothing(
    workspace: Workspace, clock: HandSetClock
) -> None:
    sliders = Attribution(70, None, 0)
    first = workspace.journal.log(Outcome(company="Acme", causes=CAUSES, attribution=sliders))
    clock.forward(hours=3)
    again = Outcome(
        company="Acme",
        causes=(Cause(Side.OUTSIDE, "a hiring stop"), CAUSES[0]),
        attribution=Attribution(None, 10, 5),
        forecast=9,
    )
    shown = workspace.journal.show(workspace.journal.log(again).id)
    assert shown.causes == (*CAUSES, Cause(Side.OUTSIDE, "a hiring stop"))
    assert shown.attribution == Attribution(70, 10, 5)
    assert [one.forecast for one in workspace.recovery.episodes()] == [9]
    workspace.undo.take_back()
    shown = workspace.journal.show(first.id)
    assert (shown.causes, shown.attribution) == (CAUSES, sliders)
    assert [one.forecast for one in workspace.recovery.episodes()] == [None]


@pytest.mark.parametrize("result", [Result.REJECTED, Result.GHOSTED, Result.WITHDREW])
def test_a_stage_named_only_when_it_is_told_again_is_kept(
    workspace: Workspace, clock: HandSetClock, result: Result
) -> None:
    first = workspace.journal.log(Outcome(company="Acme", result=result))
    clock.forward(hours=3)
    again = workspace.journal.log(Outcome(company="Acme", result=result, stage=Kind.FINAL))
    assert again.event == first.event
    application = only_application(workspace)
    assert (application.stage_reached, application.status) == (Kind.FINAL, Status(result.value))
    assert workspace.journal.find(first.id).stage is Kind.FINAL
    workspace.undo.take_back()
    assert only_application(workspace).stage_reached is Kind.APPLIED


def test_on_another_day_it_is_something_else(workspace: Workspace, clock: HandSetClock) -> None:
    first = workspace.journal.log(Outcome(company="Acme"))
    clock.forward(days=1)
    assert workspace.journal.log(Outcome(company="Acme")).application != first.application


def test_moving_on_is_the_stage_after_the_furthest_so_far(workspace: Workspace, clock: HandSetClock) -> None:
    workspace.applications.add("Acme")
    for stage in (Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL, Kind.OFFER):
        clock.forward(days=1)
        logged = workspace.journal.log(Outcome(company="Acme", result=Result.MOVED_ON))
        assert logged.episode is None
        assert only_application(workspace).stage_reached is stage


def test_moving_on_to_a_stage_that_was_named(workspace: Workspace) -> None:
    workspace.journal.log(Outcome(company="Acme", result=Result.MOVED_ON, stage=Kind.TASK))
    [event] = only_application(workspace).events
    assert (event.kind, event.date_known) == (Kind.TASK, True)
