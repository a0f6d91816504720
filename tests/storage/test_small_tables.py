"""Feedback, leads, rests, thoughts and what stands in an episode come back as they were put in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from journals import HandSetClock, moment

from bounceback_tui.domain.application import Kind, Result
from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, Cause, Side, StepState, Tick
from bounceback_tui.domain.feedback import Feedback, FeedbackState, Remark, RemarkKind
from bounceback_tui.domain.lead import Lead, LeadKind, Rest
from bounceback_tui.domain.outcome import Logged, Outcome
from bounceback_tui.domain.thought import ThoughtRecord
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.storage import applications, entries, episodes, feedback, leads, rests, thoughts
from bounceback_tui.storage.database import Database

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
WHEN = moment("2026-11-23T09:30+01:00")


@pytest.fixture
def logged(workspace: Workspace) -> Logged:
    return workspace.journal.log(Outcome(company="Acme", stage=Kind.TASK, forecast=14))


def test_feedback_with_its_remarks(workspace: Workspace, logged: Logged) -> None:
    assert logged.episode
    database = workspace.database
    assert feedback.every(database) == {}
    answered = Feedback(
        logged.episode,
        FeedbackState.ANSWERED,
        MONDAY,
        TUESDAY,
        TUESDAY,
        "Thank you for asking.",
        (Remark(RemarkKind.STRENGTH, "calm"), Remark(RemarkKind.GAP, "depth", "of SQL")),
    )
    for one in (Feedback(logged.episode), answered, replace(answered, remarks=answered.remarks[::-1])):
        feedback.put(database, one)
        assert feedback.every(database) == {logged.episode: one}


def test_leads_open_ones_by_their_next_date_first(database: Database) -> None:
    every = [
        Lead(f"{name:X<26}", LeadKind.FRIEND, name, "", day, done)
        for name, day, done in (
            ("Tue", TUESDAY, False),
            ("Some day", None, False),
            ("Mon", MONDAY, False),
            ("Done", MONDAY, True),
        )
    ]
    for one in every:
        leads.put(database, one)
    assert [one.name for one in leads.every(database)] == ["Mon", "Tue", "Some day", "Done"]
    changed = replace(every[0], note="wrote to her", done=True)
    leads.put(database, changed)
    assert changed in leads.every(database)
    assert len(leads.every(database)) == len(every)


def test_rests_the_earliest_first(database: Database) -> None:
    later, sooner = Rest("A" * 26, TUESDAY, TUESDAY), Rest("B" * 26, MONDAY, TUESDAY, "swim")
    for one in (later, sooner):
        rests.put(database, one)
    assert rests.every(database) == [sooner, later]
    rests.put(database, replace(later, starts=MONDAY))
    assert len(rests.every(database)) == 2


def test_thought_records_the_latest_first(workspace: Workspace, logged: Logged) -> None:
    first = ThoughtRecord("A" * 26, WHEN, "I always fail")
    full = ThoughtRecord(
        "B" * 26,
        moment("2026-11-23T10:00+01:00"),
        "They saw through me",
        logged.episode,
        90,
        "I stumbled",
        "They invited me",
        ("mind reading", "labels"),
        "I was nervous, and they had many to choose from",
        40,
    )
    for one in (first, full):
        thoughts.put(workspace.database, one)
    assert thoughts.every(workspace.database) == [full, first]
    thoughts.put(workspace.database, replace(full, belief_after=20))
    assert [one.belief_after for one in thoughts.every(workspace.database)] == [20, None]


def test_ticks_one_for_each_step_of_each_episode(workspace: Workspace, logged: Logged) -> None:
    assert logged.episode
    database = workspace.database
    done = Tick("ask", WHEN, StepState.DONE, "asked", "if it is Tuesday")
    episodes.put_tick(database, logged.episode, done)
    episodes.put_tick(database, logged.episode, Tick("thank", WHEN))
    assert episodes.ticks(database, logged.episode) == {"ask": done, "thank": Tick("thank", WHEN)}
    later = replace(done, state=StepState.NOT_FOR_ME, at=moment("2026-11-24T09:30+01:00"))
    episodes.put_tick(database, logged.episode, later)
    assert episodes.open_ticks(database) == {logged.episode: {"ask": later, "thank": Tick("thank", WHEN)}}
    assert episodes.ticks(database, "nowhere") == {}


def test_causes_and_sliders_replace_what_was_there(workspace: Workspace, logged: Logged) -> None:
    database = workspace.database
    assert episodes.attribution(database, logged.event) is None
    causes = (Cause(Side.OUTSIDE, "b"), Cause(Side.CHANGEABLE, "a"), Cause(Side.OUTSIDE, "b"))
    episodes.put_causes(database, logged.event, causes)
    assert episodes.causes(database, logged.event) == causes
    episodes.put_causes(database, logged.event, causes[:1])
    assert episodes.causes(database, logged.event) == causes[:1]
    for one in (Attribution(0, 50, 100), Attribution(locus=7)):
        episodes.put_attribution(database, logged.event, one)
        assert episodes.attribution(database, logged.event) == one
    episodes.put_attribution(database, logged.event, Attribution(1, 2, 3), at_close=True)
    episodes.put_attribution(database, logged.event, NOT_ATTRIBUTED)
    assert episodes.attribution(database, logged.event) is None
    assert episodes.attribution(database, logged.event, at_close=True) == Attribution(1, 2, 3)


def test_an_episode_is_found_by_its_event(workspace: Workspace, logged: Logged) -> None:
    database = workspace.database
    assert logged.episode
    assert episodes.of_event(database, logged.event) == logged.episode
    assert episodes.of_event(database, "nowhere") is None
    assert (episodes.forecast_of(database, logged.event), episodes.forecast_of(database, "nowhere")) == (
        14,
        None,
    )
    episodes.set_forecast(database, logged.event, None)
    assert episodes.forecast_of(database, logged.event) is None
    [one] = episodes.with_id(database, logged.episode[:12].lower())
    assert (one.company, one.stage, one.kind, one.began, one.closed) == (
        "Acme",
        Kind.TASK,
        Kind.REJECTED,
        MONDAY,
        False,
    )


def test_a_guide_is_kept_as_it_was_last_read(database: Database) -> None:
    assert episodes.guide_outline(database, "d") is None
    episodes.keep_guide(database, "d", '{"first": 1}')
    episodes.keep_guide(database, "d", '{"second": 2}')
    assert episodes.guide_outline(database, "d") == '{"second": 2}'


def test_entries_of_an_event_oldest_first(workspace: Workspace, logged: Logged, clock: HandSetClock) -> None:
    clock.forward(hours=1)
    again = workspace.journal.log(Outcome(company="Acme", text="again"))
    assert again.event == logged.event
    found = entries.of_event(workspace.database, logged.event)
    assert [item.entry.id for item in found] == [logged.id, again.id]
    workspace.journal.delete(logged.id)
    assert [item.entry.id for item in entries.of_event(workspace.database, logged.event)] == [again.id]


def test_the_stage_reached_is_that_of_the_day(workspace: Workspace, clock: HandSetClock) -> None:
    """What is known of an entry does not change by what happened later."""
    first = workspace.journal.log(Outcome(company="Acme", result=Result.MOVED_ON, stage=Kind.SCREEN))
    clock.forward(days=3)
    second = workspace.journal.log(Outcome(company="Acme", stage=Kind.FINAL))
    stages = [workspace.journal.find(one.id).stage for one in (first, second)]
    assert stages == [Kind.SCREEN, Kind.FINAL]


def test_events_of_one_day_end_with_the_last_word(workspace: Workspace) -> None:
    one = workspace.applications.add("Acme", when=WHEN)
    for kind in (Kind.REJECTED, Kind.FINAL):
        workspace.applications.add_event(one.id, kind, WHEN)
    [application] = applications.of_company(workspace.database, "ACME")
    assert [event.kind for event in application.events] == [Kind.APPLIED, Kind.FINAL, Kind.REJECTED]
