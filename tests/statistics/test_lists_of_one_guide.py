"""A list that shares its guide with others counts as if each of its steps stood there by itself."""

from __future__ import annotations

from dataclasses import replace

from brisk import often
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_pasts import day, level, past

from bounceback_tui.domain.episode import StepState
from bounceback_tui.domain.past import Checklist, Past, StepMark
from bounceback_tui.statistics import plans, steps

GUIDES = [
    tuple(StepMark(step, f"{step.title()}{way}") for step in order)
    for way, order in (("", ("walk", "eat", "sleep")), (" again", ("eat", "rest")))
]
APART = 30

marks = st.builds(
    StepMark,
    st.sampled_from(("walk", "eat", "sleep", "rest", "old")),
    st.just(""),
    st.sampled_from(StepState),
    st.integers(0, 200).map(day),
    st.booleans(),
)
lists = st.lists(
    st.tuples(st.sampled_from(GUIDES), st.lists(marks, max_size=4, unique_by=lambda one: one.step)),
    max_size=8,
)


def listed(number: int, guide: tuple[StepMark, ...], touched: list[StepMark]) -> Checklist:
    words = {one.step: one.words for one in guide}
    known = [one._replace(words=words.get(one.step, one.step)) for one in touched]
    return Checklist(
        f"r{number}",
        day(APART * number),
        tuple(one for one in known if one.step not in words),
        tuple(one for one in known if one.step in words),
        guide,
    )


def lived_through(many: int) -> Past:
    """So many rejections, each with a way back of more than a week."""
    starts = [APART * number for number in range(many)]
    moods: dict[int, int] = {}
    for start in starts:
        moods |= (
            level(start - 10, start - 1, 6) | level(start, start + 8, 2) | level(start + 9, start + 15, 6)
        )
    return past(APART * 8, moods, starts)


@settings(max_examples=often(100))
@given(lists)
def test_a_guide_in_common_changes_no_answer(made: list[tuple[tuple[StepMark, ...], list[StepMark]]]) -> None:
    lived = lived_through(len(made))
    short = tuple(listed(number, *one) for number, one in enumerate(made))
    whole = tuple(Checklist(one.episode, one.began, one.steps) for one in short)
    for statistic in (steps, plans):
        found = statistic.compute(replace(lived, checklists=short))
        assert found == statistic.compute(replace(lived, checklists=whole))


def test_a_step_of_two_guides_puts_no_other_step_of_one_on_the_lists_of_the_other() -> None:
    lists = tuple(listed(number, GUIDES[number % 3 == 0], []) for number in range(8))
    found = steps.compute(replace(lived_through(8), checklists=lists))
    assert {one.step: one.not_n for one in found.steps} == {"walk": 5, "eat": 8, "sleep": 5, "rest": 3}
