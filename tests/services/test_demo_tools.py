"""What the tools of the guide show in the made-up journal, on each day of the week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from demo_journals import WEEK, demo_journal, every_entry

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.episode import Episode
from bounceback_tui.domain.focus import Answer, FocusKind
from bounceback_tui.domain.strength import Origin
from bounceback_tui.domain.writing import TAG, WritingState
from bounceback_tui.services.last_time import LastTimes
from bounceback_tui.services.workspace import Workspace


@pytest.fixture(scope="module", params=WEEK, ids=lambda when: f"{when:%A}")
def any_day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo as somebody sees it who starts it on that day of the week."""
    with demo_journal(tmp_path_factory.mktemp("demo"), request.param) as workspace:
        yield workspace


def of_company(workspace: Workspace, company: str) -> Episode:
    return next(one for one in workspace.recovery.episodes() if one.company == company)


@pytest.mark.many(8)
def test_one_change_to_the_cv_is_open_and_comes_from_a_gap_that_an_employer_named(any_day: Workspace) -> None:
    cv = any_day.tools.cv
    changes, gaps = cv.every(), {(gap.episode_id, gap.words) for gap in cv.gaps()}
    (waiting,) = [one for one in changes if not one.done_on]
    assert (waiting.episode_id, waiting.came_from) in gaps
    assert waiting.episode_id == of_company(any_day, "Lanternfold").id
    assert len(changes) >= 4
    assert all((one.episode_id, one.came_from) in gaps for one in changes if one.came_from)
    assert all(one.done_on >= one.noted_at.local_date for one in changes if one.done_on)


@pytest.mark.many(3)
def test_postings_are_held_against_points_of_every_kind(any_day: Workspace) -> None:
    focus = any_day.tools.focus
    points, postings = focus.every(), focus.postings.every()
    assert {one.kind for one in points} == set(FocusKind)
    assert len(postings) >= 2
    assert {answer for one in postings for answer in one.answers.values()} == set(Answer)
    assert any("“not again” is in it" in focus.postings.told(one) for one in postings)
    for one in postings:
        application = next(
            (each for each in any_day.applications.every() if each.id == one.application_id), None
        )
        if application:
            assert application.company in one.title
            assert one.held_at.utc < application.events[0].at.utc, "looked at before applying"


@pytest.mark.many(4)
def test_strengths_are_her_own_and_one_that_several_named_is_pinned(any_day: Workspace) -> None:
    every = any_day.tools.strengths.every()
    assert sum(one.origin is Origin.OWN for one in every) == 2
    pinned = any_day.today.overview().pinned
    assert pinned
    assert pinned.text == "clear communication"
    assert all(
        company in pinned.said_by for company in ("Sallowby", "Orrisfield", "Emberwade", "Lanternfold")
    )
    assert [one.text for one in every if one.pinned] == ["clear communication"], "and stands in the list once"


def test_an_interview_lies_ahead_with_a_plan_for_what_may_happen(any_day: Workspace) -> None:
    ahead, behind = any_day.tools.preparations.every()
    today = any_day.clock.now().local_date
    assert ahead.interview_on
    assert today < ahead.interview_on <= today + timedelta(days=3)
    assert ahead.interview_on.weekday() < 5
    assert len(ahead.setbacks) in (2, 3)
    assert all(setback.answer for setback in (*ahead.setbacks, *behind.setbacks))
    (application,) = [one for one in any_day.applications.every() if one.id == ahead.application_id]
    assert not application.status.ended
    due = [one.day for one in any_day.today.overview().due if one.tool == "next-one"]
    is_tomorrow = ahead.interview_on == today + timedelta(days=1)
    assert due == [*([today] if is_tomorrow else []), ahead.interview_on]
    (acme,) = [one for one in any_day.applications.every() if one.id == behind.application_id]
    held = next(event for event in acme.events if event.kind is Kind.FINAL)
    assert behind.interview_on == held.at.local_date


def test_pages_of_a_writing_programme_are_entries_of_the_story(any_day: Workspace) -> None:
    (programme,) = any_day.tools.writing.every()
    assert programme.state is WritingState.ENDED
    assert programme.episode_id == of_company(any_day, "Emberwade Utilities").id
    assert [one.place for one in programme.sessions] == [1, 2, 3]
    entries = {item.entry.id: item.entry for item in every_entry(any_day)}
    assert all(TAG in entries[one.entry_id].tags for one in programme.sessions)
    assert all(one.before and 600 <= one.seconds <= 1800 for one in programme.sessions)


def test_what_helped_last_time_is_there_for_both_open_rejections(any_day: Workspace) -> None:
    last = LastTimes(any_day.database, any_day.recovery)
    acme = last.before(of_company(any_day, "Acme"))
    assert acme
    assert acme.episode.company == "Emberwade Utilities"
    assert acme.words
    assert any(step.plan and step.note for step in acme.steps)
    assert last.before(of_company(any_day, "Cloverstead Building Society"))
    said = [tick.helped for tick in any_day.recovery.ticks(acme.episode.id).values()]
    assert {True, False} <= set(said), "not everything helps"
    now = any_day.recovery.ticks(of_company(any_day, "Acme").id)
    assert any(tick.helped for tick in now.values())


def test_a_plan_has_its_moment_tomorrow(any_day: Workspace) -> None:
    tomorrow = any_day.clock.now().local_date + timedelta(days=1)
    plans = [one for one in any_day.today.overview().due if one.text.startswith("If ")]
    assert [(one.day, f"{one.time:%H:%M}") for one in plans if one.time] == [(tomorrow, "19:30")]


def test_the_interviewer_has_a_name_and_thanks_were_sent(any_day: Workspace) -> None:
    acme = of_company(any_day, "Acme")
    person = any_day.tools.feedback.interviewer(acme.application_id)
    assert person
    assert person.email.endswith("@example.com")
    requests = any_day.tools.feedback.every().values()
    thanked = [one for one in requests if one.thanked_on]
    assert len(thanked) >= 3
    assert all(one.answered_on and one.thanked_on >= one.answered_on for one in thanked if one.thanked_on)
