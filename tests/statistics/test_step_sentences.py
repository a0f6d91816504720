"""What helps, in words: what is said of a step that stands out, of none, and of too few."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_up_pasts import day, past
from made_up_steps import life, twelve

from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import steps
from bounceback_tui.statistics.step_finding import StepFinding, in_words


def test_a_step_that_stands_out_went_with_fewer_days_and_is_not_called_a_cause() -> None:
    said = steps.compute(twelve([6, 6, 7, 7], [14, 14, 15, 15, 16, 16, 17, 17])).sentence
    assert said.startswith(
        "“Words of walk”, ticked by day 3, went with about 9 days fewer to go from then on"
    )
    assert "likely between 7 and 10 fewer" in said
    assert "(4 rejections with it, 8 without; 1 step compared)" in said
    assert "compared). It does not say that the step made it longer or shorter. With so few cases" in said
    assert said.endswith(
        "chance alone often shows one that stands out: with 8 steps over 12 rejections about 3 times in 10."
    )
    assert "because" not in said


def test_more_days_are_told_as_well() -> None:
    said = steps.compute(twelve([14, 15, 16, 17], [6, 6, 6, 6, 7, 7, 7, 7])).sentence
    assert "went with about 9 days more to go" in said


def test_where_no_interval_is_clear_of_zero_no_step_stands_out() -> None:
    said = steps.compute(twelve([6, 9, 14, 20], [5, 7, 8, 9, 12, 15, 18, 25])).sentence
    assert said == (
        "No step stands out: of 1 step that can be compared, none went with clearly fewer or more days to go "
        "after day 3. With so few cases chance alone often shows one that stands out: with 8 steps over 12 "
        "rejections about 3 times in 10."
    )
    assert "so few" not in steps.compute(twelve([9, 12] * 16, [9, 12] * 8)).sentence


def both_ways(other: str) -> Past:
    """A step that went with fewer days, clearly, and another one less clearly or the other way."""
    ways: list[tuple[int | None, dict[str, int | None]]] = []
    for number in range(12):
        early = number < 4
        ways.append((6 + number % 2 if early else 15 + number % 3, {"walk": 1 if early else None}))
        same = number < 3 if other == "fewer" else number >= 4
        ways[-1][1]["call"] = 1 if same else None
    return life(*ways)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("fewer", " So did “Words of call”, less clearly. With so few"),
        ("more", " “Words of call” went with more, less clearly. With so few"),
    ],
)
def test_another_step_that_stands_out_is_named(other: str, told: str) -> None:
    assert told in steps.compute(both_ways(other)).sentence


def test_the_words_of_a_step_stand_there_in_full() -> None:
    lived = twelve([6, 6, 7, 7], [14, 14, 15, 15, 16, 16, 17, 17])
    long = "E-mail the interviewer a short thank-you note\nand ask for one thing that you could do better"
    marked = tuple(
        one._replace(beside=tuple(mark._replace(words=long) for mark in one.steps))
        for one in lived.checklists
    )
    result = steps.compute(replace(lived, checklists=marked))
    assert result.sentence.startswith(
        "“E-mail the interviewer a short thank-you note and ask for one thing that you could do better”, "
    )


def test_the_table_says_what_its_dash_means_where_there_is_one() -> None:
    ways = [(9, {"walk": 1})] * 4 + [(12, {"walk": None})] * 4 + [(None, {"walk": None})] * 5
    cut_short = steps.compute(life(*ways)).table()
    assert cut_short.rows[0][-1] == "–"
    assert cut_short.foot.endswith("“–” under likely: not known, since too many ways back were cut short.")
    assert "“–”" not in steps.compute(twelve([9] * 4, [12] * 8)).table().foot


@pytest.mark.parametrize(
    ("lived", "missing"),
    [
        (twelve([9], [9] * 11), "the same step ticked by day 3 in 2 more."),
        (twelve([9] * 11, [9]), "2 more in which a step that you usually tick by day 3 was not."),
    ],
)
def test_too_few_says_what_is_still_missing_and_gives_no_figure(lived: Past, missing: str) -> None:
    result = steps.compute(lived)
    assert result.sentence == f"Too few to say yet; still missing: {missing}"
    assert all(one.ticked_median is one.not_median is one.difference is None for one in result.steps)


def test_where_rejections_are_missing_it_says_first_what_they_need() -> None:
    needs = "It takes a baseline (a mood on 5 of the 14 days before) and a way back longer than 3 days"
    more = (
        "This can be said once 10 of your ways back longer than 3 days are known, with the same step ticked "
        "by day 3 in 3 of them and not in 3 others"
    )
    stay = ", and may it stay so."
    said = steps.compute(twelve([9, 9, 9], [9] * 6)).sentence
    assert said == f"Too few to say yet{stay} {needs}; all 9 of yours have both. {more}."
    bare = steps.compute(past(20, {}, range(10))).sentence
    assert bare == f"Too few to say yet{stay} {needs}; none of your 10 has both. {more}."
    each = "each needs a baseline (a mood on 5 of the 14 days before)"
    assert steps.compute(Past(day(0))).sentence == f"Nothing to say yet{stay} {more}; {each}."


def finding(words: str, low: float | None, high: float | None, difference: int = 1) -> StepFinding:
    """A step that was compared, with a difference in days and its limits."""
    return StepFinding(words, words, 4, 8, 5 + difference, 5, low, high)


@pytest.mark.parametrize(
    ("first", "others", "told"),
    [
        ((-3, -2), (), ""),
        ((-3, -2), ((-2, -1),), " So did “step 0”, less clearly."),
        ((2, 3), ((1, 2),), " So did “step 0”, less clearly."),
        ((2, 3), ((0.5, 0.5),), " So did “step 0”, less clearly."),
        ((-3, -2), ((0.5, 0.5),), " “step 0” went with more, less clearly."),
        ((2, 3), ((-2, -0.5),), " “step 0” went with fewer, less clearly."),
        ((0.5, 0.5), ((-2, -1),), " “step 0” went with fewer, less clearly."),
        ((2, 3), ((1, 2), (-2, -1)), " 2 other steps stand out, less clearly."),
    ],
)
def test_which_way_another_step_went(
    first: tuple[float, float], others: tuple[tuple[float, float], ...], told: str
) -> None:
    clearest = finding("first", *first)
    clear = [clearest, *(finding(f"step {place}", *limits) for place, limits in enumerate(others))]
    assert steps._others(clearest, clear) == told


@pytest.mark.parametrize(
    ("limits", "difference", "told"),
    [
        ((0.5, 0.5), 1, "about 1 day more to go from then on: likely 0.5 more (4"),
        ((1, 4), 2, "about 2 days more to go from then on: likely between 1 and 4 more (4"),
        ((-4, -0.5), -2, "about 2 days fewer to go from then on: likely between 0.5 and 4 fewer (4"),
    ],
)
def test_how_far_apart_the_two_sides_are(limits: tuple[float, float], difference: int, told: str) -> None:
    assert told in steps._sentence([finding("walk", *limits, difference)], 12)


@pytest.mark.parametrize(
    ("step", "cells", "words"),
    [
        (
            finding("walk", 0.5, 2, 1),
            ("+1", "(+0.5 to +2)"),
            "about 6 more days; not in 8, about 5; difference 1 more, likely between 0.5 more and 2 more",
        ),
        (
            finding("walk", -2, 0, -1),
            ("−1", "(−2 to 0)"),
            "about 4 more days; not in 8, about 5; difference 1 fewer, likely between 2 fewer and 0",
        ),
        (
            finding("walk", 0, 0, 0),
            ("0", "(0 to 0)"),
            "about 5 more days; not in 8, about 5; no difference, likely 0",
        ),
        (
            finding("walk", None, None, -4),
            ("−4", "–"),
            "about 1 more day; not in 8, about 5; difference 4 fewer, how far off is not known yet",
        ),
        (
            finding("walk", 1, None),
            ("+1", "–"),
            "about 6 more days; not in 8, about 5; difference 1 more, how far off is not known yet",
        ),
        (
            replace(finding("walk", None, None), ticked_median=None),
            ("–", "–"),
            "not known yet how many; not in 8, about 5; the difference is not known yet",
        ),
    ],
)
def test_a_step_in_cells_and_in_words(step: StepFinding, cells: tuple[str, str], words: str) -> None:
    days = "not known yet" if step.ticked_median is None else str(step.ticked_median)
    assert steps._row(step) == ("walk", "4", days, "8", "5", *cells)
    assert in_words(step) == f"walk: ticked by day 3 in 4, {words}"


def test_a_step_with_too_few_says_so() -> None:
    few = StepFinding("walk", "w" * 40, 2, 9)
    assert steps._row(few)[1:] == ("2", "–", "9", "–", "too few", "")
    assert in_words(few) == f"{'w' * 35}…: ticked by day 3 in 2, not in 9: too few to say"
