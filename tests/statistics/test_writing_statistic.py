"""Mood before writing, right after, and the next day, beside low days without writing."""

from __future__ import annotations

import gc
import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up_pasts import day, readings

from bounceback_tui.domain.checkin import DayMoods
from bounceback_tui.domain.past import MoodsAround, Past
from bounceback_tui.statistics.writing import Change, _compared, compute

Moods = tuple[int | None, int | None, int | None]


def written(number: int, before: int | None, after: int | None, next_day: int | None) -> MoodsAround:
    return MoodsAround(f"e{number}", day(number), before, after, next_day)


def wrote(*around: Moods, moods: Mapping[int, int] | None = None, today: int = 200) -> Past:
    """An entry each third day from day 0, and readings on other days."""
    entries = tuple(written(3 * place, *one) for place, one in enumerate(around))
    return Past(
        day(today),
        readings(moods or {}),
        writings=entries,
        days_written=tuple(one.day for one in entries),
    )


SIX: tuple[Moods, ...] = ((3, 2, 4), (4, 3, 5), (3, 3, 4), (5, 4, 5), (4, 4, 6), (2, 2, 3))


def figures(change: Change) -> tuple[int, float | None]:
    return change.n, change.median


def test_medians_of_the_changes_by_hand() -> None:
    found = compute(wrote(*SIX))
    # right after −1 −1 0 −1 0 0; the next day +1 +1 +1 0 +2 +1
    assert figures(found.after) == (6, -0.5)
    assert (found.after.lower, found.after.higher) == (3, 0)
    assert figures(found.next_day) == (6, 1)
    assert (found.after.low, found.after.high) == (-1, 0)
    assert found.before == 3.5
    assert (found.n, found.enough) == (6, True)
    assert found.sentence == (
        "Right after writing your mood was half a point lower (from 6 entries; likely between 1 point lower "
        "and no change). A dip right after is common, and says nothing against you. The next day it was "
        "1 point higher "
        "(from 6; likely between half a point and 1.5 points higher). A low mood rises by itself, too, and "
        "there are too few days with such moods, without writing, to compare it with (0 of 6)."
    )


def test_each_change_counts_the_entries_that_have_both_of_its_moods() -> None:
    found = compute(wrote(*SIX, (5, None, 6), (5, 4, None), (None, 4, 9)))
    assert (found.n, found.after.n, found.next_day.n) == (8, 7, 7)


@pytest.mark.parametrize("around", [(4, 3, None), (4, None, 5)])
def test_one_of_the_two_is_enough_and_the_other_says_nothing(around: Moods) -> None:
    found = compute(wrote(*[around] * 6))
    assert found.enough
    known, unknown = (found.after, found.next_day) if around[1] else (found.next_day, found.after)
    assert known.median is not None
    assert unknown.as_json() == {"n": 0, "median": None, "low": None, "high": None}
    assert ("Right after" in found.sentence) == (around[1] is not None)
    assert ("The next day" in found.sentence) == (around[2] is not None)
    if around[2]:
        assert "1 point higher than before writing" in found.sentence


def test_with_five_pairs_no_figure_is_given() -> None:
    moods = dict.fromkeys(range(50, 80), 4)
    found = compute(wrote(*SIX[:5], (4, None, None), moods=moods))
    assert (found.n, found.enough, found.before) == (5, False, None)
    assert found.sentence == (
        "Too few to say yet; still missing: 1 more entry with a mood before writing and another one, right "
        "after or the next day."
    )
    for key in ("after", "next_day", "low_days"):
        figure = found.as_json()[key]
        assert isinstance(figure, dict)
        assert (figure["median"], figure["low"], figure["high"]) == (None, None, None)
    assert [row[4] for row in found.table().rows] == ["too few"] * 3
    assert found.table().foot == (
        "No writing: from days with such moods on which you wrote nothing, to the day after."
    )


def test_the_keys_are_those_of_the_contract() -> None:
    parsed = json.loads(json.dumps(compute(wrote(*SIX)).as_json()))
    assert {"name", "n", "enough", "sentence", "after", "next_day", "low_days"} <= parsed.keys()
    for key in ("after", "next_day", "low_days"):
        assert list(parsed[key]) == ["n", "median", "low", "high"]


# Before writing 2 3 3 4 4 5: those with a 3 or a 4 count twice.
LOW = {30: 3, 31: 6, 33: 4, 34: 4, 35: 6, 37: 3, 38: 1, 39: 9, 41: 4, 42: 6, 44: 3, 45: 7, 60: 3}


def test_low_days_by_hand() -> None:
    found = compute(wrote(*SIX, moods=LOW)).low_days
    # from a 3: 30 +3, 37 −2, 44 +4; from a 4: 33 0, 34 +2, 41 +2; not 38 and 42 (nothing was written at a 1
    # or a 6), nor 60 (no next day); all weigh the same
    assert figures(found) == (6, 2)
    assert (found.lower, found.higher, found.start) == (1, 4, 3.5)


def test_each_mood_weighs_as_much_on_low_days_as_before_writing() -> None:
    # before writing five times a 3 and once a 4; without writing twice a 3 (+3), and often a 4 (0)
    around: list[Moods] = [(3, None, 4)] * 5 + [(4, None, 5)]
    days = {30: 3, 31: 6, 33: 3, 34: 6} | dict.fromkeys(range(40, 60), 4)
    low_days = compute(wrote(*around, moods=days)).low_days
    assert figures(low_days) == (21, 3)
    assert low_days.start == 3
    assert figures(compute(wrote(*[(4, None, 5)] * 5, (3, None, 4), moods=days)).low_days) == (21, 0)


def test_a_day_with_writing_is_no_low_day() -> None:
    known = wrote(*SIX, moods=LOW | {70: 3, 71: 9})
    assert compute(known).low_days.n == 7
    assert compute(replace(known, days_written=(*known.days_written, day(70)))).low_days.n == 6
    # the day after may be one of writing
    assert compute(replace(known, days_written=(*known.days_written, day(71)))).low_days.n == 7


def test_days_of_writing_are_looked_at_only_where_there_is_a_next_day_to_compare_them_with() -> None:
    looked = False

    def days() -> Iterator[date]:
        nonlocal looked
        looked = True
        yield day(30)

    few = wrote(*SIX[:5], (4, 3, None), moods=LOW)
    assert compute(replace(few, days_written=days())).after.n == 6
    assert not looked
    many = wrote(*SIX, moods=LOW)
    assert compute(replace(many, days_written=days())).low_days.n == 5
    assert looked


def test_low_days_are_those_of_the_period() -> None:
    known = wrote(*SIX, moods=LOW | {70: 3, 71: 9})
    assert compute(replace(known, since=day(30), until=day(70))).low_days.n == 7
    assert compute(replace(known, since=day(31))).low_days.n == 6
    assert compute(replace(known, until=day(69))).low_days.n == 6


def test_a_low_day_is_told_by_the_median_of_its_moods_without_those_after_writing() -> None:
    known = wrote(*SIX, moods=LOW | {71: 9})
    more = DayMoods(day(70), "914", False), DayMoods(day(70), "1", True)
    assert compute(replace(known, readings=(*known.readings, *more))).low_days.n == 7


def test_the_comparison_is_told_in_a_clause() -> None:
    sentence = compute(wrote(*SIX, moods=LOW)).sentence
    clause = "A low mood rises by itself, too: after {} days with such moods, without writing, it was {}."
    assert sentence.endswith(clause.format(6, "2 points higher"))
    alike = {30 + 3 * place + step: 3 + place % 2 + step for place in range(6) for step in range(2)}
    assert compute(wrote(*SIX, moods=alike)).sentence.endswith(clause.format(6, "1 point higher as well"))


def test_where_such_days_did_not_rise_none_is_said_to() -> None:
    level = {30 + 3 * place + step: 3 for place in range(6) for step in range(2)}
    assert compute(wrote(*SIX, moods=level)).sentence.endswith(
        " To compare: after 6 days with such moods, without writing, it was about the same."
    )


@pytest.mark.parametrize(
    ("change", "with_writing", "told"),
    [
        (0.25, 1, "To compare: after 9 days with such moods, without writing, it was about the same."),
        (
            0.25,
            0,
            "To compare: after 9 days with such moods, without writing, it was about the same as well.",
        ),
        (-1, 1, "To compare: after 9 days with such moods, without writing, it was 1 point lower."),
        (0.5, 1, "too: after 9 days with such moods, without writing, it was half a point higher."),
        (1, 1, "too: after 9 days with such moods, without writing, it was 1 point higher as well."),
    ],
)
def test_only_what_is_told_as_a_rise_is_called_one(change: float, with_writing: float, told: str) -> None:
    assert _compared(with_writing, Change(9, 0, 0, 3, change, 0, 1)).endswith(told)


def test_without_a_dip_none_is_spoken_of() -> None:
    for after in (4, 5):
        assert "dip" not in compute(wrote(*[(4, after, None)] * 6)).sentence
    assert "dip" in compute(wrote(*[(4, 3, None)] * 6)).sentence


def test_the_next_day_of_today_has_not_come_and_later_entries_do_not_count() -> None:
    known = wrote(*SIX, (4, 4, 8), (4, 4, 8), today=18)
    found = compute(known)
    assert (found.n, found.after.n, found.next_day.n) == (7, 7, 6)
    of_today_last = compute(wrote(*SIX, (4, 4, 8), today=18))
    assert (of_today_last.n, of_today_last.after.n, of_today_last.next_day.n) == (7, 7, 6)


moods = st.none() | st.integers(1, 9)
entries = st.lists(st.tuples(moods, moods, moods), max_size=30)
some_days = st.dictionaries(st.integers(-50, 120), st.integers(1, 9), max_size=60)


@settings(deadline=None)
@given(entries, some_days, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_intervals_hold_their_medians(
    around: list[Moods], days: dict[int, int], chance: random.Random
) -> None:
    known = wrote(*around, moods=days)
    found = compute(known)

    def shuffled(some: Iterable[object]) -> tuple[object, ...]:
        listed = list(some)
        return tuple(chance.sample(listed, len(listed)))

    other = replace(
        known,
        readings=shuffled(known.readings),
        writings=shuffled(known.writings),
        days_written=shuffled(known.days_written),
    )
    assert compute(other) == found
    for change in (found.after, found.next_day, found.low_days):
        assert (change.median is None) == (change.n < 6 or not found.enough) or change is found.low_days
        if change.median is not None and change.low is not None and change.high is not None:
            assert change.low <= change.median <= change.high
            assert change.n >= 6


def test_of_very_many_entries_few_are_held_at_once() -> None:
    before = [one for one in gc.get_objects() if isinstance(one, MoodsAround)]
    others = set(map(id, before))
    held: list[int] = []

    def one_by_one() -> Iterator[MoodsAround]:
        for number in range(20_000):
            yield written(number % 200, *SIX[number % len(SIX)])
            if number % 1000 == 999:
                held.append(
                    sum(isinstance(one, MoodsAround) and id(one) not in others for one in gc.get_objects())
                )

    found = compute(replace(wrote(), writings=one_by_one()))
    assert found.n == 20_000
    assert len(held) == 20
    assert max(held) <= 1200
    assert len(before) == len(others)


@pytest.mark.parametrize("shape", ["a bell", "even"])
def test_where_low_days_rise_by_themselves_writing_gets_no_credit_for_it(shape: str) -> None:
    # Moods come and go by chance, and a coin decides on which low days something is written: writing does
    # nothing. The next day is higher all the same, and the low days without writing show it just as much.
    gaps, rises = [], []
    for seed in range(30):
        rng = random.Random(seed)
        felt = {
            number: rng.randint(1, 9) if shape == "even" else min(max(round(rng.gauss(6, 1.7)), 1), 9)
            for number in range(600)
        }
        chosen = [number for number in range(599) if felt[number] <= 4 and rng.random() < 0.5]
        known = Past(
            day(600),
            readings(felt),
            writings=tuple(written(number, felt[number], None, felt[number + 1]) for number in chosen),
            days_written=tuple(map(day, chosen)),
        )
        found = compute(known)
        assert found.next_day.median is not None
        assert found.low_days.median is not None
        rises.append(found.next_day.median)
        gaps.append(found.next_day.median - found.low_days.median)
    assert median(rises) >= 1.5
    assert abs(sum(gaps) / len(gaps)) < 0.35


def test_far_away_entries_change_nothing_where_the_period_ends() -> None:
    known = wrote(*SIX, moods=LOW)
    later = replace(known, writings=(*known.writings, written(400, 1, 9, 9)), today=known.today)
    assert compute(later) == compute(known)
    assert known.today - day(0) == timedelta(days=200)


def test_a_change_in_a_row_has_its_limits_beside_it() -> None:
    assert compute(wrote(*SIX)).table().rows[:2] == (
        ("right after", "6", "3", "0", "−0.5", "−1 to 0"),
        ("next day", "6", "0", "5", "+1", "+0.5 to +1.5"),
    )
