"""Every registered statistic: how it is found, what it carries, and what must hold for any past."""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_pasts import application, day, level, past, rejection

from bounceback_tui.domain.application import Kind
from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.past import Act, Checklist, MoodsAround, Past, StepMark
from bounceback_tui.statistics import bounce_back, forecast, mood
from bounceback_tui.statistics.registry import STATISTICS, named
from bounceback_tui.statistics.registry import every as all_of_them
from bounceback_tui.statistics.statistic import Statistic

if TYPE_CHECKING:
    from _typeshed import TraceFunction

LAST = 90
"""No made-up past reaches beyond this day."""

every = pytest.mark.parametrize("statistic", all_of_them(), ids=lambda statistic: str(statistic.name))
unhurried = settings(deadline=None)

a_reading = st.builds(
    DayMoods,
    st.integers(0, LAST).map(day),
    st.text("123456789", min_size=1, max_size=4),
    st.booleans(),
)
an_episode = st.builds(
    lambda number, copy, closed, forecast, fits: rejection(
        number, f"{number} {copy}", closed=closed
    )._replace(forecast=forecast, fits=fits),
    st.integers(0, LAST),
    st.integers(0, 1),
    st.booleans(),
    st.none() | st.integers(0, 30),
    st.booleans(),
)
a_mood = st.none() | st.integers(1, 9)
a_step = st.builds(
    lambda state, number, planned: StepMark("walk", "Walk", state, day(number), planned),
    st.sampled_from(StepState),
    st.integers(0, LAST),
    st.booleans(),
)
some_events = st.lists(st.sampled_from(list(Kind)), max_size=4)
pasts = st.builds(
    lambda known, episodes, logs, rests, acts, around, lists: Past(
        day(LAST),
        tuple(known),
        tuple(episodes),
        tuple(application(*kinds) for kinds in logs),
        tuple(Rest(f"{first}", day(first), day(first + more)) for first, more in rests),
        tuple(Act(day(number), after) for number, after in acts),
        checklists=tuple(
            Checklist(f"{place}", day(number), tuple(steps)) for place, (number, steps) in enumerate(lists)
        ),
        writings=tuple(MoodsAround(f"{place}", day(one[0]), *one[1:]) for place, one in enumerate(around)),
        days_written=tuple(day(one[0]) for one in around),
    ),
    st.lists(a_reading, max_size=120),
    st.lists(an_episode, max_size=10, unique_by=lambda episode: episode.id),
    st.lists(some_events, max_size=12),
    st.lists(st.tuples(st.integers(0, LAST), st.integers(0, 20)), max_size=4),
    st.lists(st.tuples(st.integers(0, LAST), st.booleans()), max_size=8),
    st.lists(st.tuples(st.integers(0, LAST), a_mood, a_mood, a_mood), max_size=20),
    st.lists(st.tuples(st.integers(0, LAST), st.lists(a_step, max_size=6)), max_size=6),
)


def test_each_is_found_by_its_name() -> None:
    assert [each.name for each in STATISTICS] == [
        "mood",
        "bounce-back",
        "forecast",
        "stages",
        "reasons",
        "feedback",
        "steps",
        "writing",
        "plans",
        "silence",
        "return",
    ]
    for each in STATISTICS:
        found = named(each.name)
        assert (found.name, found.parts) == (each.name, each.parts)
    with pytest.raises(KeyError):
        named("horoscope")


@every
def test_each_asks_a_question_and_tells_how_it_is_answered(statistic: Statistic) -> None:
    assert statistic.question.split()[0] in ("How", "Where", "What")
    assert len(statistic.how) > 200
    assert "\n" not in statistic.how


@every
def test_an_empty_past_gives_no_figure_and_says_what_is_missing(statistic: Statistic) -> None:
    result = statistic.compute(Past(day(0)))
    assert (result.name, result.n, result.enough) == (statistic.name, 0, False)
    if result.sentence.startswith("Nothing to say yet, and may it stay so. This can be said once "):
        assert "more" not in result.sentence
    else:
        assert result.sentence.startswith("Too few to say")
        assert "still missing: " in result.sentence
    assert "%" not in result.sentence


@pytest.mark.many(6)
@every
@given(pasts, st.randoms(use_true_random=False))
@unhurried
def test_the_order_of_what_is_handed_in_does_not_matter(
    statistic: Statistic, known: Past, chance: random.Random
) -> None:
    shuffled = replace(
        known,
        readings=tuple(chance.sample(known.readings, len(known.readings))),
        episodes=tuple(chance.sample(known.episodes, len(known.episodes))),
        applications=tuple(chance.sample(known.applications, len(known.applications))),
        rests=tuple(chance.sample(known.rests, len(known.rests))),
        acts=tuple(chance.sample(known.acts, len(known.acts))),
        checklists=tuple(chance.sample(known.checklists, len(known.checklists))),
        writings=tuple(chance.sample(known.writings, len(known.writings))),
        days_written=tuple(chance.sample(known.days_written, len(known.days_written))),
    )
    assert statistic.compute(shuffled) == statistic.compute(known)


@pytest.mark.many(3)
@every
@given(pasts)
@unhurried
def test_json_can_be_written_and_holds_no_figure_without_enough(statistic: Statistic, known: Past) -> None:
    result = statistic.compute(known)
    parsed = json.loads(json.dumps(result.as_json(), allow_nan=False))
    assert (parsed["name"], parsed["n"], parsed["enough"]) == (statistic.name, result.n, result.enough)
    assert parsed["sentence"] == result.sentence
    if not result.enough:
        assert re.search("(?i:still missing: )|This can be said once ", result.sentence)
        for key in ("usual", "median", "median_gap", "shorter"):
            assert parsed.get(key) is None


@given(pasts, st.integers(1, 9), st.sampled_from([-400, LAST + 400]))
@unhurried
def test_a_far_away_day_changes_nothing_else(known: Past, felt: int, far: int) -> None:
    watched = replace(known, today=day(LAST + 500))
    more = replace(watched, readings=(*watched.readings, DayMoods(day(far), str(felt), False)))
    before, after = mood.compute(watched), mood.compute(more)
    assert [(each.day, each.mood) for each in after.days if each.day != day(far)] == [
        (each.day, each.mood) for each in before.days
    ]
    assert after.rejections == before.rejections
    assert bounce_back.compute(more) == bounce_back.compute(watched)
    assert forecast.compute(more) == forecast.compute(watched)


@pytest.mark.many(3)
@every
@given(pasts)
@unhurried
def test_nothing_later_than_today_is_seen(statistic: Statistic, known: Past) -> None:
    middle = day(LAST // 2)
    earlier = replace(
        known,
        today=middle,
        readings=tuple(each for each in known.readings if each.day <= middle),
        episodes=tuple(each for each in known.episodes if each.began <= middle),
        rests=tuple(each for each in known.rests if each.starts <= middle),
        acts=tuple(each for each in known.acts if each.day <= middle),
        checklists=tuple(each for each in known.checklists if each.began <= middle),
        writings=tuple(each for each in known.writings if each.day <= middle),
    )
    assert statistic.compute(replace(known, today=middle)) == statistic.compute(earlier)


def test_a_long_life_is_answered_without_going_over_it_again_and_again() -> None:
    # Four times the readings and rejections may take some four times the steps, not sixteen.
    def steps(years: int) -> int:
        moods = {number: 5 + number % 2 for number in range(365 * years)}
        known = past(365 * years, moods, range(20, 365 * years, 10))
        return _lines_run(lambda: [each.compute(known) for each in all_of_them()])

    assert steps(8) < 5 * steps(2)


def _lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python the work takes: a count that no busy machine can change."""
    counted = 0

    def watch(frame: FrameType, event: str, arg: object) -> TraceFunction:
        nonlocal counted
        counted += event == "line"
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted


def test_a_level_life_has_a_level_line() -> None:
    found = mood.compute(past(60, level(0, 59, 5)))
    assert {each.rolling for each in found.days} == {5}
