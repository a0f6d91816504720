"""What the log of an application says of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from journals import moment

from bounceback_tui.domain.application import (
    SETBACKS,
    STAGE_WORDS,
    STAGES,
    Application,
    Event,
    Kind,
    Result,
    Status,
    furthest,
    result_of,
)

WHEN = moment("2026-11-23T09:30+01:00")


def application(*kinds: Kind) -> Application:
    return Application(
        "A", "Acme", events=tuple(Event(str(place), "A", kind, WHEN) for place, kind in enumerate(kinds))
    )


@pytest.mark.parametrize(
    ("kinds", "stage"),
    [
        ((), Kind.APPLIED),
        ((Kind.REJECTED,), Kind.APPLIED),
        ((Kind.APPLIED, Kind.SCREEN), Kind.SCREEN),
        ((Kind.FINAL, Kind.SCREEN), Kind.FINAL),
        ((Kind.APPLIED, Kind.FINAL, Kind.REJECTED), Kind.FINAL),
        ((Kind.TASK, Kind.INTERVIEW), Kind.TASK),
        ((Kind.ACCEPTED,), Kind.OFFER),
        ((Kind.WITHDREW, Kind.GHOSTED), Kind.APPLIED),
    ],
)
def test_the_furthest_stage_is_never_erased(kinds: Sequence[Kind], stage: Kind) -> None:
    assert application(*kinds).stage_reached is furthest(kinds) is stage


@given(st.lists(st.sampled_from(Kind)), st.sampled_from(Kind))
def test_more_happening_never_takes_a_stage_away(kinds: list[Kind], more: Kind) -> None:
    assert STAGES.index(furthest([*kinds, more])) >= STAGES.index(furthest(kinds))


@pytest.mark.parametrize(
    ("kinds", "status", "ended"),
    [
        ((), Status.OPEN, False),
        ((Kind.APPLIED,), Status.OPEN, False),
        ((Kind.APPLIED, Kind.FINAL), Status.OPEN, False),
        ((Kind.APPLIED, Kind.OFFER), Status.OFFER, False),
        ((Kind.OFFER, Kind.ACCEPTED), Status.ACCEPTED, True),
        ((Kind.FINAL, Kind.REJECTED), Status.REJECTED, True),
        ((Kind.SCREEN, Kind.WITHDREW), Status.WITHDREW, True),
        ((Kind.SCREEN, Kind.GHOSTED), Status.GHOSTED, True),
        ((Kind.SCREEN, Kind.GHOSTED, Kind.INTERVIEW), Status.OPEN, False),
        ((Kind.GHOSTED, Kind.REJECTED), Status.REJECTED, True),
    ],
)
def test_the_last_event_says_where_it_stands(kinds: Sequence[Kind], status: Status, ended: bool) -> None:
    assert application(*kinds).status is status
    assert status.ended is ended


def test_every_kind_stands_for_a_result() -> None:
    assert {kind: result_of(kind) for kind in Kind} == {
        Kind.APPLIED: Result.MOVED_ON,
        Kind.SCREEN: Result.MOVED_ON,
        Kind.INTERVIEW: Result.MOVED_ON,
        Kind.TASK: Result.MOVED_ON,
        Kind.FINAL: Result.MOVED_ON,
        Kind.OFFER: Result.OFFER,
        Kind.ACCEPTED: Result.ACCEPTED,
        Kind.REJECTED: Result.REJECTED,
        Kind.GHOSTED: Result.GHOSTED,
        Kind.WITHDREW: Result.WITHDREW,
    }


def test_a_time_of_recovery_starts_at_the_same_results_and_events() -> None:
    assert {kind for kind in Kind if result_of(kind).opens_episode} == set(SETBACKS)
    assert [result for result in Result if result.opens_episode] == [Result.REJECTED, Result.GHOSTED]


def test_every_stage_has_its_word() -> None:
    assert list(STAGE_WORDS) == list(STAGES)
