"""Rests: what is due in them moves or stays, and whoever rests can come back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from journals import NOW, HandSetClock

from bounceback_tui.domain.calendar_terms import Span
from bounceback_tui.domain.episode import StepState, Tick
from bounceback_tui.domain.feedback import Feedback, FeedbackState
from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.domain.outcome import Outcome
from bounceback_tui.domain.past import Act
from bounceback_tui.domain.rest_days import Falling, RestWanted
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import episodes

TODAY = NOW.date()
NEXT_DAYS = Span(TODAY, TODAY + timedelta(days=2))


def in_days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
def busy(workspace: Workspace) -> Workspace:
    """A follow-up, a lead and a plan within the next days, and the same of which none is due."""
    tools = workspace.tools
    acme, oak = (workspace.journal.log(Outcome(name, text="No.")).episode or "" for name in ("Acme", "Oak"))
    tools.feedback.put(Feedback(acme, FeedbackState.ASKED, TODAY, in_days(1)))
    tools.feedback.put(Feedback(oak, FeedbackState.ANSWERED, TODAY, in_days(1), TODAY))
    tools.leads.put(Lead("L" * 26, LeadKind.AGENCY, "Denise", next_on=in_days(2)))
    tools.leads.put(Lead("M" * 26, LeadKind.AGENCY, "Done", next_on=in_days(2), done=True))
    tools.leads.put(Lead("N" * 26, LeadKind.AGENCY, "Later", next_on=in_days(3)))
    step, other = (one.id for one in workspace.recovery.guide.steps[:2])
    now = workspace.clock.now()
    plans = (Tick(step, now, plan="p", due_on=TODAY), Tick(other, now, StepState.DONE, due_on=TODAY))
    with workspace.database.write():
        for tick in plans:
            episodes.put_tick(workspace.database, acme, tick)
    return workspace


def due(workspace: Workspace) -> list[tuple[int, str]]:
    """What Today shows, by days from the first day of the test."""
    return [((one.day - TODAY).days, one.tool) for one in workspace.today.overview().due]


def test_what_is_due_in_a_rest_moves_to_the_day_after_in_one_step(busy: Workspace) -> None:
    before = due(busy)
    assert before == [(0, ""), (1, "feedback"), (2, "leads"), (3, "leads")]
    assert busy.tools.rests.falling(NEXT_DAYS) == Falling(1, 1, 1)
    key = busy.tools.rests.plan(RestWanted(NEXT_DAYS, "the sea"))
    assert due(busy) == [(2, "rest")]
    assert busy.tools.rests.falling(NEXT_DAYS) == Falling()
    busy.tools.rests.remove(busy.tools.rests.find(key) or Rest("", TODAY, TODAY))
    assert sorted(due(busy)) == [(3, ""), (3, "feedback"), (3, "leads"), (3, "leads")]
    busy.undo.take_back()
    assert busy.undo.take_back() == "plan a rest"
    assert due(busy) == before
    busy.undo.do_again()
    assert due(busy) == [(2, "rest")]
    assert busy.tools.rests.falling(Span(in_days(3), in_days(3))) == Falling(1, 2, 1)


def test_what_is_due_stays_where_the_person_says_so(busy: Workspace) -> None:
    before = due(busy)
    key = busy.tools.rests.plan(RestWanted(NEXT_DAYS, "", move=False))
    assert due(busy) == [(2, "rest")]
    busy.tools.rests.remove(busy.tools.rests.find(key) or Rest("", TODAY, TODAY))
    assert due(busy) == before


def test_nothing_is_counted_of_a_rejection_that_was_taken_back(workspace: Workspace) -> None:
    acme = workspace.journal.log(Outcome("Acme", text="No.")).episode or ""
    workspace.undo.take_back()
    workspace.tools.feedback.put(Feedback(acme, FeedbackState.ASKED, TODAY, in_days(1)))
    assert workspace.tools.rests.falling(NEXT_DAYS) == Falling()


def test_what_moves_goes_past_a_rest_that_follows(busy: Workspace) -> None:
    busy.tools.rests.plan(RestWanted(Span(in_days(3), in_days(5)), "", move=False))
    busy.tools.rests.plan(RestWanted(NEXT_DAYS))
    assert busy.tools.rests.falling(Span(in_days(6), in_days(6))) == Falling(1, 1, 1)


def test_a_rest_is_changed_and_one_that_is_gone_is_planned_anew(workspace: Workspace) -> None:
    rests = workspace.tools.rests
    key = rests.plan(RestWanted(NEXT_DAYS, "the sea"))
    assert rests.plan(RestWanted(Span(TODAY, TODAY), "a  book\nor two", rest_id=key)) == key
    assert rests.every() == [Rest(key, TODAY, TODAY, "a book or two")]
    rests.remove(rests.every()[0])
    assert rests.every() == []
    other = rests.plan(RestWanted(NEXT_DAYS, "the sea", rest_id=key))
    assert other != key
    assert [one.enjoy for one in rests.every()] == ["the sea"]


def test_coming_back_early_ends_the_rest_yesterday(workspace: Workspace, clock: HandSetClock) -> None:
    rests = workspace.tools.rests
    key = rests.plan(RestWanted(Span(TODAY, in_days(6)), "the sea"))
    clock.forward(days=2)
    assert rests.come_back() == Rest(key, TODAY, in_days(6), "the sea")
    assert rests.every() == [Rest(key, TODAY, in_days(1), "the sea")]
    found = workspace.today.overview()
    assert (found.rest, found.back_from) == (None, rests.every()[0])
    assert rests.come_back() is None
    assert workspace.undo.take_back() == "come back from your rest"
    assert workspace.today.overview().rest == Rest(key, TODAY, in_days(6), "the sea")


def test_a_rest_that_ends_on_its_first_day_was_none(workspace: Workspace) -> None:
    rests = workspace.tools.rests
    rests.plan(RestWanted(NEXT_DAYS))
    rests.come_back()
    assert rests.every() == []
    assert workspace.today.overview().back_from is None
    workspace.undo.take_back()
    assert len(rests.every()) == 1


def test_of_rests_that_overlap_the_one_counts_that_lasts_longest(
    workspace: Workspace, clock: HandSetClock
) -> None:
    rests = workspace.tools.rests
    rests.plan(RestWanted(Span(TODAY, in_days(1))))
    rests.plan(RestWanted(Span(in_days(1), in_days(3))))
    clock.forward(days=1)
    assert workspace.today.overview().rest == rests.every()[1]
    clock.forward(days=1)
    assert workspace.today.overview().back_from is None  # the one ended, the other goes on
    clock.forward(days=2)
    assert workspace.today.overview().back_from == rests.every()[1]
    clock.forward(days=1)
    assert workspace.today.overview().back_from is None


def test_the_statistic_knows_rests_and_what_was_done(workspace: Workspace, clock: HandSetClock) -> None:
    for name in ("A", "B", "C"):
        episode = workspace.journal.log(Outcome(name, text="No.")).episode or ""
        today = clock.now().local_date
        workspace.tools.rests.plan(RestWanted(Span(today + timedelta(days=1), today + timedelta(days=3))))
        clock.forward(days=5)
        workspace.tools.feedback.put(Feedback(episode, FeedbackState.ASKED, clock.now().local_date))
        clock.forward(days=5)
    lead = Lead("L" * 26, LeadKind.FRIEND, "Jo", contacted_on=clock.now().local_date)
    workspace.tools.leads.put(lead)
    found = workspace.patterns.result("return").as_json()
    assert (found["n"], found["median"], found["days"]) == (3, 2.0, [2, 2, 2])
    assert Act(clock.now().local_date) in workspace.patterns.past().acts
    workspace.tools.leads.put(replace(lead, contacted_on=None))
    assert Act(clock.now().local_date) not in workspace.patterns.past().acts
