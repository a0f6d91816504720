"""How soon somebody goes on after a rejection, days of rest left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from made_up_pasts import day, rejection

from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.past import Act, Past
from bounceback_tui.statistics.return_to_search import compute

LATE = 200


def rest(first: int, last: int) -> Rest:
    return Rest(f"{first} {last}", day(first), day(last))


def known(
    rejections: Iterable[int], acts: Iterable[int], rests: Iterable[Rest] = (), today: int = LATE
) -> Past:
    """Rejections and acts by day number."""
    return Past(
        day(today),
        episodes=tuple(map(rejection, rejections)),
        rests=tuple(rests),
        acts=tuple(Act(day(number)) for number in acts),
    )


def test_the_median_of_the_days_until_the_next_act() -> None:
    found = compute(known([0, 20, 40], [4, 27, 41]))
    assert found.days == (4, 7, 1)
    assert (found.n, found.enough, found.median, found.waiting) == (3, True, 4.0, 0)
    assert found.sentence == (
        "After a rejection you usually did the next thing for your search after about 4 days, days of rest "
        "left out: with so few, how far off that may be is not known yet (from 3 rejections)."
    )


def test_two_are_too_few_to_say() -> None:
    found = compute(known([0, 20, 60], [4, 27]))
    assert (found.n, found.enough, found.median, found.waiting) == (2, False, None, 1)
    assert found.sentence == (
        "Too few to say yet, and may it stay so. "
        "After 1 of your 3 nothing came yet, and nothing has to. "
        "This can be said once something followed 3 times: "
        "you applied, asked for feedback or turned to a lead."
    )
    one = compute(known([0], []))
    assert one.sentence.startswith("Too few to say yet, and may it stay so. After your rejection nothing")
    assert compute(known([0], [4])).sentence.startswith(
        "Too few to say yet, and may it stay so. This can be said once something followed 3 times"
    )
    assert compute(known([], [4])).sentence == (
        "Nothing to say yet, and may it stay so. This can be said once something followed 3 times: you "
        "applied, asked for feedback or turned to a lead."
    )


def test_what_nothing_followed_yet_is_told_beside_it_and_without_blame() -> None:
    found = compute(known([0, 20, 40, 150], [4, 27, 41]))
    assert (found.n, found.waiting) == (3, 1)
    assert found.sentence.endswith("After 1 more nothing came yet, and nothing has to.")


def test_rejections_of_one_day_share_one_clock() -> None:
    past = known([0, 20, 40], [4, 27, 41])
    twice = replace(past, episodes=(*past.episodes, rejection(20, "another")))
    found = compute(twice)
    assert (found.n, found.days, found.sentence) == (3, (4, 7, 1), compute(past).sentence)
    assert found.table().rows[1][1] == "Company another and Company r20"


def test_an_act_may_answer_two_rejections() -> None:
    assert compute(known([0, 5, 40], [9, 41])).days == (9, 4, 1)


def test_days_of_rest_are_left_out_once_each() -> None:
    def days(*rests: Rest) -> tuple[int, ...]:
        return compute(known([0], [10], rests)).days

    assert days() == (10,)
    assert days(rest(3, 5)) == (7,)
    assert days(rest(3, 5), rest(4, 7)) == (5,)  # overlapping
    assert days(rest(3, 5), rest(6, 7)) == (5,)  # touching
    assert days(rest(-4, 2), rest(9, 30)) == (6,)  # half inside
    assert days(rest(0, 0)) == (10,)  # the day of the rejection itself is no day of waiting
    assert days(rest(-90, 90)) == (0,)
    assert days(rest(-9, -2), rest(11, 20)) == (10,)


def test_on_the_very_day_an_act_counts_only_after_the_news() -> None:
    past = known([0], [8])
    assert compute(replace(past, acts=(*past.acts, Act(day(0))))).days == (0,)
    assert compute(replace(past, acts=(*past.acts, Act(day(0), after_the_news=False)))).days == (8,)


def test_nothing_after_today_counts() -> None:
    assert compute(known([0], [10], today=9)).days == ()
    assert compute(known([0], [10], today=10)).days == (10,)
    assert compute(known([0], [4], [rest(50, 60)], today=9)).days == (4,)


def test_json_holds_what_the_contract_says() -> None:
    parsed = compute(known([0, 20, 40], [4, 27, 41])).as_json()
    assert (parsed["median"], parsed["days"]) == (4.0, [4, 7, 1])
    assert compute(known([0], [])).as_json()["median"] is None


def test_with_six_the_interval_is_told() -> None:
    found = compute(known([0, 20, 40, 60, 80, 100], [4, 27, 41, 63, 89, 102]))
    assert (found.median, found.interval) == (3.5, (1, 9))
    assert "after about 3.5 days, days of rest left out: likely between 1 and 9 days" in found.sentence
    soon = compute(known([0, 20, 40, 60, 80, 100], [0, 27, 41, 63, 89, 102]))
    assert "likely between 0 and 9 days" in soon.sentence
    alike = compute(known([0, 20, 40, 60, 80, 100], [3, 23, 43, 63, 83, 103]))
    assert "likely no more than a day off" in alike.sentence


def test_a_filter_leaves_out_what_does_not_fit() -> None:
    past = known([0, 20, 40, 60], [4, 27, 41, 61])
    some = replace(
        past, episodes=(past.episodes[1]._replace(fits=False), *past.episodes[2:], past.episodes[0])
    )
    assert compute(some).days == (4, 1, 1)
    assert len(compute(some).table().rows) == 3


def test_the_table_has_the_latest_first_and_blames_nobody() -> None:
    table = compute(known([0, 20, 150], [0, 27])).table()
    assert [row[1:] for row in table.rows] == [
        ("Company r150", "nothing yet, and nothing has to be"),
        ("Company r20", "after about 7 days"),
        ("Company r0", "the same day"),
    ]
    assert table.foot == "Days of rest are left out."
    assert compute(known([], [])).table().foot == ""


def test_an_act_within_a_rest_is_not_told_as_of_the_same_day() -> None:
    days = (0, 20, 40)
    found = compute(known(days, [one + 2 for one in days], [rest(one, one + 5) for one in days]))
    assert found.days == (0, 0, 0)
    assert "the same day, or while still resting" in found.sentence
    assert {row[-1] for row in found.table().rows} == {"while still resting"}


def test_a_middle_of_one_day_or_none_is_told_as_what_it_is() -> None:
    one = compute(known([0, 20, 40], [1, 21, 41])).sentence
    assert "for your search after about 1 day, days of rest left out" in one
    none = compute(known([0, 20, 40], [0, 20, 40])).sentence
    assert "for your search the same day, days of rest left out" in none
    # days of rest elsewhere make no rest of it
    other = compute(known([0, 20, 40, 60], [0, 20, 40, 65], [rest(61, 62)])).sentence
    assert "for your search the same day, days of rest left out" in other
