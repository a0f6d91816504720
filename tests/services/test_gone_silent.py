"""Gone silent: asked only of what is very long silent with nothing ahead; noted when the person says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from journals import NOW, HandSetClock

from bounceback_tui.domain.application import Application, Kind, Result, Status
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.moment import Moment
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.silence import UsualWait, days_silent, next_told
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

TODAY = NOW.date()


def ago(days: int) -> Moment:
    return Moment.of(NOW - timedelta(days=days))


def replied(workspace: Workspace, days: Sequence[int]) -> None:
    """Applications that were turned down after so many days, long ago."""
    with workspace.database.write():
        for number, took in enumerate(days):
            added = workspace.applications.add(f"Before {number}", when=ago(300))
            workspace.applications.add_event(added.id, Kind.REJECTED, ago(300 - took))


def silent(workspace: Workspace, days: int) -> Application:
    return workspace.applications.add("Brook", "Analyst", when=ago(days))


def asks(workspace: Workspace, one: Application) -> bool:
    return workspace.gone_silent.asks(workspace.applications.find(one.id), workspace.gone_silent.usual())


@pytest.mark.parametrize(("days", "asked"), [(44, False), (45, True)])
def test_with_few_replies_it_is_a_month_and_a_half(workspace: Workspace, days: int, asked: bool) -> None:
    replied(workspace, [3, 5, 8, 90])
    assert asks(workspace, silent(workspace, days)) is asked


@pytest.mark.parametrize(
    ("replies", "days", "asked"),
    [
        ([3, 5, 8, 9, 20], 20, False),  # the longest took as long
        ([3, 5, 8, 9, 20], 21, True),
        ([*range(1, 20), 80], 20, True),  # 19 of 20 are 95 %
        ([*range(1, 20), 80], 19, False),
        ([*range(1, 19), 80, 80], 60, False),  # from 5 replies on, 45 days say nothing
    ],
)
def test_with_enough_it_is_longer_than_95_of_100_of_them(
    workspace: Workspace, replies: list[int], days: int, asked: bool
) -> None:
    replied(workspace, replies)
    assert asks(workspace, silent(workspace, days)) is asked


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.APPLIED])
def test_only_of_what_waits_for_an_employer(workspace: Workspace, kind: Kind) -> None:
    one = silent(workspace, 200)
    workspace.applications.add_event(one.id, kind, ago(100))
    assert asks(workspace, one) is (kind in (Kind.SCREEN, Kind.INTERVIEW, Kind.TASK, Kind.FINAL))


@pytest.mark.parametrize("days", [-3, 0, 3])
def test_a_next_date_is_no_silence_and_a_meeting_ahead_neither(workspace: Workspace, days: int) -> None:
    one = silent(workspace, 200)
    workspace.applications.describe(replace(one, next_on=ago(days).local_date))
    assert not asks(workspace, one)
    workspace.undo.take_back()
    assert asks(workspace, one)
    workspace.applications.add_event(one.id, Kind.INTERVIEW, ago(-3))
    assert not asks(workspace, one)


def test_nothing_is_asked_during_a_rest(workspace: Workspace) -> None:
    one = silent(workspace, 200)
    workspace.tools.rests.put(Rest(new_id(NOW), TODAY, TODAY + timedelta(days=2)))
    assert not asks(workspace, one)


def test_saying_so_is_dated_today_opens_an_episode_and_is_one_step(workspace: Workspace) -> None:
    one = silent(workspace, 60)
    event = workspace.gone_silent.say(one.id)
    assert (event.kind, event.at) == (Kind.GHOSTED, Moment.of(NOW))
    assert workspace.applications.find(one.id).status is Status.GHOSTED
    assert [episode.event_id for episode in workspace.recovery.episodes()] == [event.id]
    with pytest.raises(CannotDo, match="over already; nothing was changed"):
        workspace.gone_silent.say(one.id)
    assert workspace.undo.take_back() == "note “ghosted” for Brook"
    assert workspace.applications.find(one.id) == one
    assert workspace.recovery.episodes() == []


def test_a_reply_after_it_opens_it_again_and_keeps_the_history(
    workspace: Workspace, clock: HandSetClock
) -> None:
    one = silent(workspace, 60)
    workspace.gone_silent.say(one.id)
    clock.forward(days=4)
    workspace.journal.log(Outcome("Brook", "Analyst", Kind.INTERVIEW, Result.MOVED_ON))
    found = workspace.applications.find(one.id)
    assert (found.status, found.stage_reached) == (Status.OPEN, Kind.INTERVIEW)
    assert [event.kind for event in found.events] == [Kind.APPLIED, Kind.GHOSTED, Kind.INTERVIEW]
    assert len(workspace.recovery.episodes()) == 1
    assert not asks(workspace, one)
    assert days_silent(found, clock.now().local_date) == 0


def test_it_is_told_in_numbers_and_only_where_there_are_enough() -> None:
    replies = tuple(range(1, 53))
    assert UsualWait(replies, 11, True).told(60) == "Silent for 60 days, longer than any of your 52 replies."
    assert UsualWait(replies, 11, True).told(51) == "Silent for 51 days, longer than 50 of your 52 replies."
    assert UsualWait((1, 2), None).told(1) == "Silent for 1 day."


@pytest.mark.parametrize(
    ("usual", "days", "long"),
    [
        (UsualWait((1, 2, 3, 9), 3, True), 3, False),
        (UsualWait((1, 2, 3, 9), 3, True), 4, True),
        (UsualWait((1, 2, 3, 9), None, True), 4, True),
        (UsualWait((1, 2, 3, 9), 30, True), 20, False),  # many never came at all: half take longer than that
        (UsualWait((1, 2, 3, 9)), 400, False),
    ],
)
def test_longer_than_usual_is_more_than_three_in_four(usual: UsualWait, days: int, long: bool) -> None:
    assert usual.is_long(days) is long


@pytest.mark.parametrize(
    ("ahead", "words", "told"),
    [
        (0, "call HR", "today: call HR"),
        (3, "call HR", "Thu: call HR"),
        (7, "", "30 Nov"),
        (60, "ask  again\n", "22 Jan 2027: ask again"),
        (-5, "call HR", "18 Nov: call HR"),
    ],
)
def test_what_is_next_is_told_with_its_day(workspace: Workspace, ahead: int, words: str, told: str) -> None:
    one = replace(silent(workspace, 9), next_on=ago(-ahead).local_date, next_words=words)
    assert next_told(one, Moment.of(NOW)) == told


def test_a_meeting_on_that_day_is_told_with_it_and_one_that_was_today_is_over(workspace: Workspace) -> None:
    one = silent(workspace, 9)
    for days in (0, -3, -9):
        workspace.applications.add_event(one.id, Kind.INTERVIEW, ago(days))
    found = workspace.applications.find(one.id)
    assert next_told(found, Moment.of(NOW)) == "Thu: interview"
    on_thursday = replace(found, next_on=ago(-3).local_date, next_words="bring the plan")
    assert next_told(on_thursday, Moment.of(NOW)) == "Thu: interview · bring the plan"
    workspace.applications.add_event(one.id, Kind.WITHDREW, ago(-10))
    assert next_told(workspace.applications.find(one.id), Moment.of(NOW)) == ""
