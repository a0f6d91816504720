"""Whatever happens in whatever order, the furthest stage stays, and silence can be broken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import NOW, moment

from bounceback_tui.domain.application import (
    MEETINGS,
    NEWS,
    SETBACKS,
    STAGES,
    Application,
    Event,
    Kind,
    Status,
    furthest,
)
from bounceback_tui.domain.ids import new_id
from bounceback_tui.domain.log_order import in_order
from bounceback_tui.domain.moment import Moment

WHEN = moment("2026-11-23T09:30+01:00")
SOME = st.lists(st.sampled_from(Kind), max_size=8)


def application(kinds: list[Kind]) -> Application:
    return Application(
        "A", "Acme", events=tuple(Event(str(place), "A", kind, WHEN) for place, kind in enumerate(kinds))
    )


@given(SOME.flatmap(lambda kinds: st.tuples(st.just(kinds), st.permutations(kinds))))
def test_the_furthest_stage_is_the_same_in_every_order(drawn: tuple[list[Kind], list[Kind]]) -> None:
    kinds, other_order = drawn
    assert application(other_order).stage_reached is application(kinds).stage_reached


@given(SOME, st.sampled_from(SETBACKS), st.integers(0, 8))
def test_a_rejection_anywhere_in_the_log_never_lowers_the_stage_reached(
    kinds: list[Kind], setback: Kind, place: int
) -> None:
    with_it = [*kinds[:place], setback, *kinds[place:]]
    assert application(with_it).stage_reached is furthest(kinds)


@given(SOME, st.sampled_from(STAGES), SOME)
def test_a_reply_after_silence_opens_it_again_and_the_history_stays_whole(
    before: list[Kind], reply: Kind, after: list[Kind]
) -> None:
    silent = application([*before, Kind.GHOSTED])
    assert silent.status is Status.GHOSTED
    heard = application([*before, Kind.GHOSTED, reply])
    assert not heard.status.ended
    assert heard.events[: len(silent.events)] == silent.events
    assert STAGES.index(heard.stage_reached) >= STAGES.index(silent.stage_reached)
    later = application([*before, Kind.GHOSTED, reply, *after])
    assert [one.kind for one in later.events] == [*before, Kind.GHOSTED, reply, *after]


ENDINGS = tuple(kind for kind in NEWS if kind is not Kind.OFFER)
Noted = tuple[Kind, int, int | None]
"""What happened; how many days before (or after) today; the hour, None where that is not known."""

DATED = st.tuples(st.sampled_from(Kind), st.integers(-5, 5), st.none() | st.integers(0, 23))
HAPPENED = st.tuples(st.sampled_from(Kind), st.integers(-5, -1), st.none() | st.integers(0, 23))
PLANNED = st.tuples(st.sampled_from(MEETINGS), st.integers(1, 9), st.none() | st.integers(0, 23))


def at(days: int, hour: int | None) -> Moment:
    day = NOW.date() + timedelta(days=days)
    there = Moment.of(datetime.combine(day, time(12 if hour is None else hour), NOW.tzinfo))
    return there if hour is None else there.timed()


def noted(log: Sequence[Noted]) -> list[Event]:
    """As they are told one after the other, a minute apart."""
    return [
        Event(new_id(NOW + timedelta(minutes=place)), "A", kind, at(days, hour), noted=place + 1)
        for place, (kind, days, hour) in enumerate(log)
    ]


def told(log: Sequence[Noted]) -> Application:
    return Application("A", "Acme", events=in_order(noted(log)))


@given(st.lists(HAPPENED, max_size=4), st.lists(PLANNED, max_size=3), st.sampled_from(ENDINGS))
def test_an_ending_ends_whatever_was_planned_before_it(
    before: list[Noted], planned: list[Noted], end: Kind
) -> None:
    one = told([*before, *planned, (end, 0, 10)])
    assert one.status is Status(end.value)
    assert one.stage_reached is furthest([end, *(kind for kind, _, _ in [*before, *planned])])


@given(st.lists(HAPPENED, max_size=4), st.lists(PLANNED, max_size=3), PLANNED)
def test_a_meeting_agreed_upon_after_silence_opens_it_again_before_its_day_comes(
    before: list[Noted], planned: list[Noted], reply: Noted
) -> None:
    silent = [*before, *planned, (Kind.GHOSTED, 0, 10)]
    assert told(silent).status is Status.GHOSTED
    assert told([*silent, reply]).status is Status.OPEN
    assert told([*silent, reply, (Kind.REJECTED, 0, None)]).status is Status.REJECTED


@pytest.mark.parametrize("reply", [Kind.SCREEN, Kind.FINAL])
@pytest.mark.parametrize(("silent_at", "heard_at"), [(None, 9), (10, 9), (9, 15), (15, None), (None, None)])
def test_a_reply_of_the_same_day_opens_it_again_by_the_order_of_being_told(
    reply: Kind, silent_at: int | None, heard_at: int | None
) -> None:
    silent, heard = (Kind.GHOSTED, -1, silent_at), (reply, -1, heard_at)
    assert told([silent, heard]).status is Status.OPEN
    assert told([heard, silent]).status is Status.GHOSTED


def test_what_was_over_before_the_silence_was_noted_is_no_plan() -> None:
    """Told afterwards: they went silent five days ago, and two days ago there was an interview after all."""
    assert told([(Kind.INTERVIEW, -2, 14), (Kind.GHOSTED, -5, None)]).status is Status.OPEN


def test_an_offer_is_one_though_another_meeting_was_planned() -> None:
    assert told([(Kind.FINAL, 3, 14), (Kind.OFFER, 0, 10)]).status is Status.OFFER


def test_a_stage_that_only_followed_from_silence_stays_before_it() -> None:
    silent, stage = noted([(Kind.GHOSTED, -1, None), (Kind.FINAL, -1, None)])
    assert in_order([silent, replace(stage, date_known=False)])[-1] == silent


@given(st.lists(DATED, max_size=6).flatmap(lambda log: st.tuples(st.just(log), st.permutations(log))))
def test_dates_ahead_never_change_the_furthest_stage_nor_lose_anything(
    drawn: tuple[list[Noted], list[Noted]],
) -> None:
    log, otherwise = drawn
    assert told(log).stage_reached is told(otherwise).stage_reached is furthest(kind for kind, _, _ in log)
    assert sorted(one.noted for one in told(log).events) == [*range(1, len(log) + 1)]


@given(st.lists(DATED, max_size=6))
def test_the_order_of_a_log_is_settled(log: list[Noted]) -> None:
    events = noted(log)
    assert in_order(in_order(events)) == in_order(events) == in_order(events[::-1])
