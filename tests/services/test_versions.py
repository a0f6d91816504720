"""Anything that was said can be said otherwise later, and what it was before can be had again."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from journals import HandSetClock, check_whole, held, moment

from bounceback_tui.domain.application import Kind, Result, Source
from bounceback_tui.domain.checkin import NOTHING_READ, Feeling, Reading, Relation
from bounceback_tui.domain.episode import Attribution, Cause, Side, StepState
from bounceback_tui.domain.outcome import Felt, Outcome, Written
from bounceback_tui.domain.query import Query
from bounceback_tui.services.errors import CannotDo
from bounceback_tui.services.workspace import Workspace

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


@pytest.fixture
def logged(workspace: Workspace, clock: HandSetClock) -> Outcome:
    """What was told of a rejection an hour ago."""
    key = workspace.journal.log(FULL).id
    clock.forward(hours=1)
    told = workspace.versions.told(key)
    assert isinstance(told, Outcome)
    return told


def test_what_was_told_can_be_filled_in_again_as_it_was(workspace: Workspace, logged: Outcome) -> None:
    then = moment("2026-11-23T09:30+01:00")
    (application,) = workspace.applications.every()
    assert logged == replace(
        FULL, when=then, title="No.", entry_id=logged.entry_id, application=application.id
    )


CHANGES = {
    "company": {"company": "Acme Ltd"},
    "role": {"role": "Chef"},
    "stage": {"stage": Kind.TASK},
    "no stage": {"stage": None},
    "result": {"result": Result.GHOSTED},
    "good news": {"result": Result.OFFER},
    "a step forward": {"result": Result.MOVED_ON, "stage": Kind.INTERVIEW},
    "when": {"when": moment("2026-11-20T15:00+01:00")},
    "source": {"source": None},
    "before": {"before": Reading(3)},
    "no reading before": {"before": NOTHING_READ},
    "after": {"after": Reading(5, 5, (Feeling("calm", 10),))},
    "title": {"title": "A title"},
    "text": {"text": "They said no, kindly."},
    "tags": {"tags": ("kind", "panel")},
    "causes": {"causes": (Cause(Side.CHANGEABLE, "shorter answers"),)},
    "sliders": {"attribution": Attribution(90, None, 30)},
    "forecast": {"forecast": 3},
    "no forecast": {"forecast": None},
}


@pytest.mark.many(9)
@pytest.mark.parametrize("name", CHANGES)
def test_any_part_is_changed_kept_as_a_version_taken_back_and_brought_back(
    workspace: Workspace, clock: HandSetClock, logged: Outcome, name: str
) -> None:
    before = held(workspace)
    changed = replace(logged, **CHANGES[name])
    workspace.versions.revise(changed)
    told = workspace.versions.told(logged.entry_id)
    if name in ("good news", "a step forward"):
        changed = replace(changed, stage=told.stage, forecast=told.forecast)
    assert told == changed
    check_whole(workspace.database)
    (version,) = workspace.versions.of(logged.entry_id)
    assert version.told == logged
    assert version.replaced_at == clock.now()
    workspace.undo.take_back()
    assert held(workspace) == before
    workspace.undo.do_again()
    clock.forward(minutes=1)
    workspace.versions.return_to(logged.entry_id, version.id)
    assert workspace.versions.told(logged.entry_id) == logged
    assert len(workspace.versions.of(logged.entry_id)) == 2
    check_whole(workspace.database)


def test_a_change_to_the_same_is_none(workspace: Workspace, logged: Outcome) -> None:
    workspace.versions.revise(replace(logged, company=" Acme ", text="No.\n", tags=("#Panel", "panel")))
    assert workspace.versions.of(logged.entry_id) == []
    assert workspace.undo.next_back == "save what happened with Acme"


def test_a_no_that_was_none_loses_no_tick_and_gets_them_back(workspace: Workspace, logged: Outcome) -> None:
    episode = workspace.recovery.find().id
    step = workspace.recovery.guide.steps[0].id
    workspace.recovery.set_state(episode, step, StepState.DONE)
    workspace.versions.revise(replace(logged, result=Result.OFFER))
    assert workspace.recovery.episodes() == []
    workspace.versions.revise(replace(logged, result=Result.GHOSTED))
    assert workspace.recovery.ticks(episode)[step].state is StepState.DONE


def test_good_news_that_turns_out_to_be_a_no_opens_an_episode(workspace: Workspace) -> None:
    key = workspace.journal.log(Outcome("Acme", result=Result.OFFER)).id
    told = workspace.versions.told(key)
    assert isinstance(told, Outcome)
    workspace.versions.revise(replace(told, result=Result.REJECTED, forecast=5))
    (episode,) = workspace.recovery.episodes()
    assert (episode.company, episode.forecast) == ("Acme", 5)


def test_another_date_moves_it_to_where_it_belongs(
    workspace: Workspace, clock: HandSetClock, logged: Outcome
) -> None:
    workspace.journal.note("in between", when=moment("2026-11-22T12:00+01:00"))
    workspace.versions.revise(replace(logged, when=moment("2026-11-20T15:00+01:00")))
    history = workspace.journal.history(Query())
    assert [one.entry.title for one in history.items(0, 2)] == ["in between", "No."]
    (application,) = workspace.applications.every()
    assert {event.at.local_date.day for event in application.events} == {20}
    assert workspace.recovery.find().began.day == 20


def test_a_stage_that_the_log_knows_of_is_not_unsaid(workspace: Workspace, clock: HandSetClock) -> None:
    applied = workspace.applications.add("Acme")
    workspace.applications.add_event(applied.id, Kind.FINAL)
    clock.forward(days=1)
    told = workspace.versions.told(workspace.journal.log(Outcome("Acme", text="No.")).id)
    assert isinstance(told, Outcome)
    assert told.stage is Kind.FINAL
    before = held(workspace)
    with pytest.raises(CannotDo, match=r"goes further, to the final round; nothing was changed"):
        workspace.versions.revise(replace(told, stage=Kind.SCREEN, text="Other"))
    assert held(workspace) == before


def test_a_page_is_changed_with_its_readings_and_its_time(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.note("A walk", before=LOW)
    clock.forward(days=2)
    told = workspace.versions.told(key)
    assert told == Written(key, "A walk", "A walk", (), LOW, NOTHING_READ, moment("2026-11-23T09:30+01:00"))
    workspace.versions.revise(replace(told, after=Reading(7), when=moment("2026-11-21T08:00+01:00")))
    shown = workspace.journal.show(key)
    assert shown.item.entry.written_at == moment("2026-11-21T08:00+01:00")
    # the reading is one of that time, not of today
    assert {one.relation: one.felt_at.local_date.day for one in shown.checkins} == {
        Relation.BEFORE: 23,
        Relation.AFTER: 23,
    }


def test_a_check_in_is_changed_and_its_version_kept(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.check_in(LOW)
    clock.forward(hours=1)
    workspace.versions.feel_otherwise(Felt(key, Reading(5)))
    assert workspace.versions.checkin(key).reading == Reading(5)
    assert workspace.versions.checkin(key).felt_at == moment("2026-11-23T09:30+01:00")
    (version,) = workspace.versions.checkin_versions(key)
    assert (version.reading, version.replaced_at) == (LOW, clock.now())
    workspace.undo.take_back()
    assert workspace.versions.checkin(key).reading == LOW
    workspace.versions.delete_checkin(key)
    assert workspace.versions.checkins(10) == []
    workspace.undo.take_back()
    assert [one.id for one in workspace.versions.checkins(10)] == [key]
    with pytest.raises(CannotDo, match="delete it"):
        workspace.versions.feel_otherwise(Felt(key, NOTHING_READ))


def test_a_version_that_is_gone_is_told(workspace: Workspace, logged: Outcome) -> None:
    with pytest.raises(CannotDo, match="no such version"):
        workspace.versions.return_to(logged.entry_id, "V" * 26)


def test_long_ago_and_now(workspace: Workspace, clock: HandSetClock, logged: Outcome) -> None:
    for number in range(5):
        clock.forward(minutes=1)
        workspace.versions.rewrite(logged.entry_id, "", f"Version {number}", [])
    versions = workspace.versions.of(logged.entry_id)
    assert [one.text for one in versions] == ["Version 3", "Version 2", "Version 1", "Version 0", "No."]
    assert versions[0].replaced_at.utc - versions[-1].replaced_at.utc == timedelta(minutes=4)


def test_moved_on_that_turns_into_a_no_keeps_how_far_it_went(workspace: Workspace) -> None:
    key = workspace.journal.log(Outcome("Acme", stage=Kind.FINAL, result=Result.MOVED_ON)).id
    told = workspace.versions.told(key)
    assert isinstance(told, Outcome)
    workspace.versions.revise(replace(told, result=Result.REJECTED))
    (application,) = workspace.applications.every()
    assert application.stage_reached is Kind.FINAL
    assert workspace.recovery.find().stage is Kind.FINAL


def test_other_words_on_a_second_entry_do_not_move_what_happened(
    workspace: Workspace, clock: HandSetClock
) -> None:
    day = moment("2026-11-20T12:00+01:00")
    first = workspace.journal.log(Outcome("Acme", text="A", when=day))
    second = workspace.journal.log(Outcome("Acme", text="B", when=moment("2026-11-20T18:00+01:00")))
    assert first.event == second.event
    workspace.versions.rewrite(second.id, "", "B, said otherwise", [])
    (application,) = workspace.applications.every()
    assert [one.at for one in application.events if one.kind is Kind.REJECTED] == [day]


def test_of_two_outcomes_of_one_moment_each_keeps_its_own_stage(
    workspace: Workspace, clock: HandSetClock
) -> None:
    day = moment("2026-11-20T12:00+01:00")
    silent = workspace.journal.log(Outcome("Acme", stage=Kind.SCREEN, result=Result.GHOSTED, when=day)).id
    clock.forward(hours=1)
    no = workspace.journal.log(Outcome("Acme", stage=Kind.FINAL, when=day)).id
    told = workspace.versions.told(no)
    assert isinstance(told, Outcome)
    workspace.versions.revise(replace(told, stage=Kind.TASK))
    after = workspace.versions.told(no)
    assert isinstance(after, Outcome)
    assert after.stage is Kind.TASK
    kinds = [one.kind for one in workspace.applications.every()[0].events if not one.date_known]
    assert sorted(kinds) == [Kind.SCREEN, Kind.TASK]
    assert silent


def test_a_version_comes_back_where_the_log_went_further_since(
    workspace: Workspace, clock: HandSetClock
) -> None:
    logged = workspace.journal.log(Outcome("Acme", stage=Kind.SCREEN, text="No."))
    clock.forward(hours=1)
    workspace.versions.rewrite(logged.id, "", "Other", [])
    workspace.applications.add_event(logged.application, Kind.FINAL, moment("2026-11-22T12:00+01:00"))
    (version,) = workspace.versions.of(logged.id)
    workspace.versions.return_to(logged.id, version.id)
    assert workspace.journal.find(logged.id).entry.text == "No."
    assert workspace.applications.every()[0].stage_reached is Kind.FINAL


def test_a_reading_put_back_is_of_the_day_of_the_entry(workspace: Workspace, clock: HandSetClock) -> None:
    key = workspace.journal.note("A walk", before=LOW)
    clock.forward(days=1)
    workspace.journal.check_in(Reading(6))  # the day after
    told = workspace.versions.told(key)
    workspace.versions.revise(replace(told, before=NOTHING_READ))
    workspace.versions.revise(replace(told, before=LOW))
    days = {one.relation: one.felt_at.local_date.day for one in workspace.journal.show(key).checkins}
    assert days == {Relation.BEFORE: 23, Relation.NEXT_DAY: 24}


def test_what_another_window_changed_meanwhile_stays(workspace: Workspace, logged: Outcome) -> None:
    workspace.versions.revise(replace(logged, company="Acme Ltd", text="Written elsewhere"))
    workspace.versions.revise(replace(logged, tags=("panel", "kind")), seen=logged)
    told = workspace.versions.told(logged.entry_id)
    assert isinstance(told, Outcome)
    assert (told.company, told.text, told.tags) == ("Acme Ltd", "Written elsewhere", ("kind", "panel"))


def test_an_entry_comes_out_of_the_trash_with_what_it_belongs_to(
    workspace: Workspace, clock: HandSetClock
) -> None:
    workspace.journal.log(Outcome("Acme", text="A"))
    clock.forward(minutes=1)
    second = workspace.journal.log(Outcome("Acme", text="B")).id
    for _ in range(2):
        clock.forward(minutes=1)
        workspace.undo.take_back()
    workspace.journal.restore(second)
    assert isinstance(workspace.versions.told(second), Outcome)
    assert [one.company for one in workspace.applications.every()] == ["Acme"]


def test_a_change_to_one_that_went_to_the_trash_meanwhile_keeps_its_readings(
    workspace: Workspace, logged: Outcome
) -> None:
    workspace.journal.delete(logged.entry_id)
    workspace.versions.revise(replace(logged, text="Other"), seen=logged)
    told = workspace.versions.told(logged.entry_id)
    assert (told.text, told.before, told.after) == ("Other", logged.before, logged.after)
