"""The made-up journal as it looks on each day of the week, and what the statistics make of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import mean, median

import pytest
from demo_journals import LONDON, MONDAY, WEEK, demo_journal, every_entry, rows

from bounceback_tui.domain.application import STAGES, Application, Kind, Status
from bounceback_tui.services.demo_days import working_day
from bounceback_tui.services.workspace import Workspace
from bounceback_tui.statistics.bounce_back import BounceBack
from bounceback_tui.statistics.days import daily_values
from bounceback_tui.statistics.recovery import State
from bounceback_tui.statistics.stages import Stages


@pytest.fixture(scope="module", params=WEEK, ids=lambda when: f"{when:%A}")
def any_day(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo as somebody sees it who starts it on that day of the week."""
    with demo_journal(tmp_path_factory.mktemp("demo"), request.param) as workspace:
        yield workspace


def named(workspace: Workspace, company: str) -> Application:
    return next(one for one in workspace.applications.every() if one.company == company)


@pytest.mark.long
@pytest.mark.many(16)
def test_a_day_later_everything_is_a_day_later(
    any_day: Workspace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What the person did themselves; only what employers did keeps to working days."""

    def days_ago(workspace: Workspace) -> dict[str, int]:
        today = workspace.clock.now().local_date
        return {
            one.company: (today - one.events[0].at.local_date).days
            for one in workspace.applications.every()
            if one.events[0].date_known
        }

    with demo_journal(tmp_path_factory.mktemp("demo"), MONDAY) as monday:
        assert days_ago(any_day) == days_ago(monday)


@pytest.mark.long
@pytest.mark.parametrize("clock", ["00:03", "06:30", "20:30"])
def test_nothing_happened_after_now(tmp_path: Path, clock: str) -> None:
    for day in WEEK:
        now = datetime.combine(day.date(), time.fromisoformat(clock), LONDON)
        with demo_journal(tmp_path, now) as workspace:
            limit = f"{workspace.clock.now().utc:%Y-%m-%dT%H:%M:%S}"
            for name, table in rows(workspace).items():
                for row in table:
                    stamps = [str(row[column]) for column in row if column.endswith("_at") and row[column]]
                    assert all(stamp <= limit for stamp in stamps), (name, row)
                    dates = [row.get(column) for column in ("local_date", "asked_on", "answered_on")]
                    assert all(str(date) <= f"{now:%Y-%m-%d}" for date in dates if date), (name, row)


@pytest.mark.many(4)
def test_logs_are_plausible(any_day: Workspace) -> None:
    for one in any_day.applications.every():
        kinds = [event.kind for event in one.events]
        assert kinds[0] is Kind.APPLIED, one.company
        assert sum(kind not in STAGES for kind in kinds) <= 1, one.company
        assert all(kind in STAGES for kind in kinds[:-1]), one.company
        reached = [STAGES.index(kind) for kind in kinds if kind in STAGES]
        assert reached == sorted(set(reached)), one.company
        known = [event.at for event in one.events if event.date_known]
        assert all(sooner.utc < later.utc for sooner, later in pairwise(known)), one.company
        assert one.events[-1].at.local_date >= every_entry(any_day)[-1].entry.written_at.local_date


@pytest.mark.many(4)
def test_employers_keep_working_days(any_day: Workspace) -> None:
    theirs = (Kind.SCREEN, Kind.INTERVIEW, Kind.FINAL, Kind.OFFER, Kind.REJECTED)
    kept = [
        event.at.local_date
        for one in any_day.applications.every()
        for event in one.events
        if event.kind in theirs and (one.company, event.kind) != ("Acme", Kind.REJECTED)
    ]
    assert len(kept) >= 50
    assert all(day.weekday() < 5 for day in kept)
    assert working_day(date(2026, 11, 21)) == working_day(date(2026, 11, 22)) == date(2026, 11, 23)


@pytest.mark.many(4)
def test_every_statistic_has_enough_to_say(any_day: Workspace) -> None:
    for name in any_day.patterns.names:
        assert any_day.patterns.result(name).enough, name
    ladder = any_day.patterns.result("stages")
    assert isinstance(ladder, Stages)
    assert sum(step.enough for step in ladder.steps) >= 3


@pytest.mark.many(4)
def test_the_way_back_takes_about_eight_days(any_day: Workspace) -> None:
    found = any_day.patterns.result("bounce-back")
    assert isinstance(found, BounceBack)
    assert found.median in (7, 8, 9)
    states = Counter(way.clock.state for way in found.episodes)
    assert states[State.RECOVERED] >= 9
    assert 2 <= states[State.CENSORED] <= 5
    assert states[State.NO_BASELINE] == 0
    assert found.episodes[-1].episode.company == "Acme"
    assert found.episodes[-1].clock.state is State.CENSORED


def test_people_expect_it_to_last_longer_than_it_does(any_day: Workspace) -> None:
    found = any_day.patterns.result("bounce-back")
    assert isinstance(found, BounceBack)
    gaps = [
        way.episode.forecast - way.clock.days
        for way in found.episodes
        if way.clock.state is State.RECOVERED
        and way.episode.forecast is not None
        and way.clock.days is not None
    ]
    assert len(gaps) >= 8
    assert median(gaps) >= 3
    assert min(gaps) < 0, "now and then it takes longer"


def test_mood_falls_after_a_rejection_and_most_after_the_last_round(any_day: Workspace) -> None:
    daily = daily_values(any_day.patterns.past())
    values = dict(zip(daily.days, daily.values, strict=True))
    falls: dict[Kind, list[float]] = {}
    for episode in any_day.recovery.episodes():
        after = [values.get(episode.began + timedelta(days=number)) for number in (1, 2, 3)]
        before = [values.get(episode.began - timedelta(days=number)) for number in range(1, 15)]
        fall = mean(v for v in before if v is not None) - mean(v for v in after if v is not None)
        falls.setdefault(episode.stage, []).append(fall)
    every = [fall for several in falls.values() for fall in several]
    assert sum(fall > 0 for fall in every) >= len(every) - 2
    assert mean(falls[Kind.FINAL]) > mean(falls[Kind.APPLIED]) + 0.5


def test_today_is_worth_a_look(any_day: Workspace) -> None:
    overview = any_day.today.overview()
    acme, other = overview.cards
    assert (acme.episode.company, acme.episode.role, acme.days) == ("Acme", "Data engineer", 4)
    assert (acme.episode.stage, acme.episode.forecast) == (Kind.FINAL, 14)
    assert sum(progress.done for _, progress in acme.sections) in range(4, 12)
    assert acme.next_step
    assert 14 <= other.days <= 20
    soon = overview.today + timedelta(days=2)
    assert any(due.day == soon and "Acme" in due.text for due in overview.due)
    assert overview.rest is None
    assert overview.moods[-1] is not None
    assert sum(value is not None for value in overview.moods) >= 24


def test_an_offer_came_this_week_and_waits_for_an_answer(any_day: Workspace) -> None:
    (offered,) = [one for one in any_day.applications.every() if one.status is Status.OFFER]
    last, refused = offered.events[-1].at, named(any_day, "Acme").events[-1].at
    assert any_day.clock.now().local_date - last.local_date <= timedelta(days=7)
    assert refused.utc < last.utc
    assert any(item.company == offered.company and item.stage is Kind.OFFER for item in every_entry(any_day))
