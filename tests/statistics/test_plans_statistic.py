"""Steps done with an if-then plan, and without."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_pasts import day

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.past import Checklist, Past, StepMark
from bounceback_tui.statistics.plans import compute

DONE, OPEN, ASIDE = StepState.DONE, StepState.OPEN, StepState.NOT_FOR_ME


def step(state: StepState = OPEN, *, planned: bool = False, touched: int | None = None) -> StepMark:
    """A step; touched on day 1 unless it is open without a plan."""
    when = touched if touched is not None else 1 if planned or state is not OPEN else None
    return StepMark("walk", "Walk", state, None if when is None else day(when), planned)


def checklists(*lists: list[StepMark], today: int = 100) -> Past:
    """An episode every tenth day."""
    return Past(
        day(today),
        checklists=tuple(
            Checklist(f"r{place}", day(10 * place), tuple(steps)) for place, steps in enumerate(lists)
        ),
    )


def sides(past: Past) -> list[tuple[int, int]]:
    found = compute(past)
    return [(side.done, side.n) for side in (found.planned, found.unplanned)]


PLANNED = [step(DONE, planned=True)] * 4 + [step(planned=True)]
WITHOUT = [step(DONE)] * 2 + [step()] * 6


def test_shares_by_hand() -> None:
    found = compute(checklists(PLANNED, WITHOUT))
    assert (found.n, found.enough, found.rejections) == (13, True, 2)
    # Wilson: 4/5 = [0.376, 0.964], 2/8 = [0.071, 0.591]
    parsed = json.loads(json.dumps(found.as_json()))
    assert list(parsed["with"]) == list(parsed["without"]) == ["done", "n", "share", "low", "high"]
    assert [round(value, 3) for value in parsed["with"].values()] == [4, 5, 0.8, 0.376, 0.964]
    assert [round(value, 3) for value in parsed["without"].values()] == [2, 8, 0.25, 0.071, 0.591]
    assert found.sentence == (
        "Steps with an if-then plan were done 4 of 5 times (4 in 5, likely between 2 in 5 and 19 in 20); "
        "steps without one 2 of 8 times (1 in 4, likely between 1 in 14 and 3 in 5). The two ranges overlap, "
        "so the difference may be chance. People plan the steps that they mean to do, so it proves nothing."
    )
    assert found.table().rows == (
        ("with an if-then plan", "4", "1", "5", "80 %", "38–96 %"),
        ("without", "2", "6", "8", "25 %", "7–59 %"),
    )


@pytest.mark.parametrize(("state", "words"), [(DONE, "more often"), (OPEN, "less often")])
def test_where_the_ranges_are_apart_it_says_what_went_together(state: StepState, words: str) -> None:
    other = OPEN if state is DONE else DONE
    sentence = compute(checklists([step(state, planned=True)] * 12 + [step(other)] * 12)).sentence
    assert f"Having a plan went with being done {words}." in sentence
    assert "proves nothing" in sentence


def test_steps_that_are_not_for_the_person_are_on_neither_side() -> None:
    past = checklists([*PLANNED, step(ASIDE, planned=True), step(ASIDE)], WITHOUT)
    assert sides(past) == [(4, 5), (2, 8)]
    assert compute(past).table().foot == "Left out: 2 steps not for you."


def test_a_rejection_whose_guide_was_never_touched_is_left_out() -> None:
    past = checklists(PLANNED, WITHOUT, [step()] * 18)
    assert sides(past) == [(4, 5), (2, 8)]
    assert compute(past).table().foot == "Left out: 1 rejection with no step touched."
    # a note or a step set aside is enough to count
    assert sides(checklists(PLANNED, WITHOUT, [step()] * 17 + [step(touched=21)])) == [(4, 5), (2, 26)]
    assert sides(checklists(PLANNED, WITHOUT, [step()] * 17 + [step(ASIDE)])) == [(4, 5), (2, 25)]


@pytest.mark.parametrize(
    ("planned", "without", "missing"),
    [
        (4, 9, "1 more step with an if-then plan."),
        (9, 3, "2 more steps without one."),
        (0, 4, "5 more steps with an if-then plan and 1 more step without one."),
    ],
)
def test_five_on_each_side_are_needed(planned: int, without: int, missing: str) -> None:
    found = compute(checklists([step(DONE, planned=True)] * planned + [step(DONE)] * without))
    assert not found.enough
    assert found.sentence == f"Too few to say yet; still missing: {missing}"
    for side in (found.planned, found.unplanned):
        assert (side.share, side.low, side.high) == (None, None, None)
    assert "%" not in str(found.table())


def test_nothing_later_than_today_counts() -> None:
    later = [step(DONE, planned=True, touched=50)] * 3
    assert sides(checklists(PLANNED, WITHOUT + later)) == [(7, 8), (2, 8)]
    assert sides(checklists(PLANNED, WITHOUT + later, today=49)) == [(4, 5), (2, 11)]
    assert sides(checklists(PLANNED, WITHOUT, today=9)) == [(4, 5), (0, 0)]


def test_each_side_names_its_episodes() -> None:
    found = compute(checklists(PLANNED, WITHOUT, [*PLANNED, *WITHOUT]))
    assert found.planned.episodes == ("r2", "r0")
    assert found.unplanned.episodes == ("r2", "r1")


any_step = st.builds(step, st.sampled_from(StepState), planned=st.booleans(), touched=st.integers(0, 60))


@given(st.lists(st.lists(any_step, max_size=12), max_size=6), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_intervals_hold_their_shares(
    lists: list[list[StepMark]], chance: random.Random
) -> None:
    past = checklists(*lists)
    found = compute(past)
    mixed = [
        one._replace(beside=tuple(chance.sample(one.steps, len(one.steps))))
        for one in chance.sample(past.checklists, len(past.checklists))
    ]
    assert compute(replace(past, checklists=tuple(mixed))) == found
    for side in (found.planned, found.unplanned):
        assert (side.share is None) != found.enough
        if side.share is not None and side.low is not None and side.high is not None:
            assert side.low <= side.share <= side.high
