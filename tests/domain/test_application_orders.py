"""Whatever happens in whatever order, the furthest stage stays, and silence can be broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from journals import moment

from bounceback_tui.domain.application import SETBACKS, STAGES, Application, Event, Kind, Status, furthest

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
