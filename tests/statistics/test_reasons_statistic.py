"""What was it about, by the person's own lists and sliders."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_pasts import day

from bounceback_tui.domain.episode import NOT_ATTRIBUTED, Attribution, Side
from bounceback_tui.domain.past import Past, Reasons
from bounceback_tui.statistics import reasons
from bounceback_tui.statistics.reasons import LISTED, SIDES, WhatItWas

Lines = tuple[str, ...]


def named(
    number: int,
    outside: Lines = (),
    changeable: Lines = (),
    at_log: Attribution = NOT_ATTRIBUTED,
    at_close: Attribution = NOT_ATTRIBUTED,
) -> Reasons:
    return Reasons(f"e{number:03}", day(number), outside, changeable, at_log, at_close)


def answer(*known: Reasons, today: int = 100) -> WhatItWas:
    return reasons.compute(Past(day(today), reasons=known))


def moved(first: int | None, last: int | None, number: int) -> Reasons:
    return named(number, at_log=Attribution(first), at_close=Attribution(last))


FIVE = (
    named(1, ("an internal candidate", "the budget went"), ("shorter answers",)),
    named(5, ("An  internal CANDIDATE",)),
    named(9, (), ("shorter answers", "one example ready")),
    named(12),
    named(20, ("the budget went", "an internal candidate"), ("read more",)),
)
"""3 × internal candidate, 2 × budget; 2 × shorter answers, one of each other; one rejection names none."""


def test_causes_are_counted_on_each_list() -> None:
    found = answer(*FIVE)
    parsed = found.as_json()
    assert (parsed["outside"], parsed["changeable"], parsed["unknown"]) == (5, 4, 1)
    assert parsed["rejections"] == {"outside_only": 1, "changeable_only": 1, "both": 2, "neither": 1}
    assert [(one.text, len(one.episodes)) for one in found.of(Side.OUTSIDE)] == [
        ("an internal candidate", 3),  # as it was last written
        ("the budget went", 2),
    ]
    assert [(one.text, one.episodes) for one in found.of(Side.CHANGEABLE)] == [
        ("shorter answers", ("e001", "e009")),
        ("read more", ("e020",)),  # of two that are named once, the latest first
        ("one example ready", ("e009",)),
    ]


def test_both_lists_are_told_together() -> None:
    assert answer(*FIVE).sentence == (
        "For 5 rejections you named 2 causes outside you (5 times in all) and 3 things that you could change "
        "(4 times in all); for 1 of them you named none."
    )
    one_side = answer(*(named(number, ("a friend",)) for number in range(3)))
    assert one_side.sentence == (
        "For 3 rejections you named 1 cause outside you (3 times in all) and nothing that you could change."
    )
    assert [row[:2] for row in one_side.table().rows] == [
        ("outside me", "a friend"),
        ("could change", "none named yet"),
    ]
    other_side = answer(*(named(number, (), ("ask",)) for number in range(3)))
    assert (
        "named no cause outside you and 1 thing that you could change (3 times in all)."
        in other_side.sentence
    )


def test_nobody_has_to_name_anything() -> None:
    found = answer(*(named(number) for number in range(4)))
    assert (found.n, found.enough, found.as_json()["unknown"]) == (4, True, 4)
    assert found.sentence == (
        "For 4 rejections you named no cause outside you and nothing that you could change, and nobody has "
        "to."
    )


def test_one_cause_counts_once_for_a_rejection_and_blank_ones_not_at_all() -> None:
    found = answer(named(1, ("a friend", "A friend ", "  ", "")), named(2), named(3, ("",)))
    parsed = found.as_json()
    assert (parsed["outside"], parsed["unknown"]) == (1, 2)


def test_the_same_words_may_stand_on_both_lists() -> None:
    found = answer(*(named(number, ("salary",), ("salary",)) for number in range(3)))
    assert [(one.side, len(one.episodes)) for one in found.causes] == [(side, 3) for side in SIDES]


def test_two_are_too_few() -> None:
    found = answer(*(moved(20, 60, number) for number in range(2)))
    assert (found.n, found.enough) == (2, False)
    stay = "and may it stay so. This can be said once what you think of 3 of them can be laid side by side."
    assert found.sentence == f"Too few to say yet, {stay}"
    assert answer().sentence == f"Nothing to say yet, {stay}"
    assert found.as_json()["sliders"]["locus"] == {  # type: ignore[index]  # a table of JSON
        "at_log": None,
        "at_close": None,
        "shift": None,
        "n": 2,
    }
    assert "sliders" not in found.table().foot


def test_the_shift_is_of_those_with_both_readings() -> None:
    places = ((30, 40), (10, 60), (20, 55), (90, None), (None, 5), (50, 50))
    found = answer(*(moved(*both, number) for number, both in enumerate(places)))
    locus = found.sliders["locus"]
    # first 10 20 30 50 90, close 5 40 50 55 60, differences 0 10 35 50
    assert (locus.at_log, locus.at_close, locus.shift, locus.n) == (30, 50, 22.5, 4)
    assert found.sentence.endswith(
        "At the close, that is when you closed them, you put it less to yourself than at first, by 22.5 of "
        "100 (the middle change of 4 rejections)."
    )
    assert found.table().foot.endswith(
        "me–them 30 at first and 50 at the close, shift +22.5 (4 with both). The shift is the middle of the "
        "changes, which need not be the difference of the middles."
    )
    stability = found.sliders["stability"]
    assert (stability.at_log, stability.at_close, stability.shift, stability.n) == (None, None, None, 0)
    assert "passing" not in found.sentence + found.table().foot


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (50, "you put it to yourself as much as at first (the middle change of 3 rejections)"),
        (20, "you put it more to yourself than at first, by 30 of 100 (the middle change of 3 rejections)"),
    ],
)
def test_a_shift_is_told_whichever_way_it_goes(last: int, words: str) -> None:
    assert words in answer(*(moved(50, last, number) for number in range(3))).sentence


def test_the_other_sliders_are_told_where_they_moved() -> None:
    first, last = Attribution(None, 60, 40), Attribution(None, 40, 50)
    found = answer(*(named(number, at_log=first, at_close=last) for number in range(3)))
    assert found.sentence.endswith(
        "At the close, that is when you closed them, it seemed more passing, by 20 of 100 (the middle change "
        "of 3 rejections), and to reach beyond that one job, by 10 of 100 (the middle change of 3 "
        "rejections)."
    )
    assert "passing–lasting 60 at first and 40 at the close, shift −20 (3" in found.table().foot  # a minus
    both = Attribution(70, 60, 40), Attribution(70, 40, 40)
    known = answer(*(named(number, at_log=both[0], at_close=both[1]) for number in range(3)))
    assert known.sentence.count("At the close") == 1
    assert "and nobody has to. At the close, that is when you closed them, you put it" in known.sentence
    assert "By then it seemed more passing, by 20 of 100" in known.sentence


def test_readings_from_three_give_a_middle_without_a_shift() -> None:
    known = [moved(20, None, 1), moved(30, None, 2), moved(40, 80, 3)]
    locus = answer(*known).sliders["locus"]
    assert (locus.at_log, locus.at_close, locus.shift, locus.n) == (30, None, None, 1)
    assert "The shift" not in answer(*known).table().foot


def test_nothing_later_than_today_counts() -> None:
    assert answer(*FIVE, today=12) == answer(*FIVE[:4], today=12)
    assert answer(*FIVE, today=0).n == 0
    assert not answer(*FIVE, today=0).table().rows


def test_json_has_the_keys_of_the_contract() -> None:
    parsed = json.loads(json.dumps(answer(*FIVE).as_json(), allow_nan=False))
    assert list(parsed)[:8] == [
        "name",
        "n",
        "enough",
        "sentence",
        "outside",
        "changeable",
        "unknown",
        "sliders",
    ]
    assert list(parsed["sliders"]) == ["locus", "stability", "globality"]
    assert parsed["causes_outside"][0] == {"cause": "an internal candidate", "rejections": 3}
    assert len(parsed["causes_changeable"]) == 3


a_place = st.none() | st.integers(0, 100)
some_lines = st.lists(st.sampled_from(["a", "A ", "b", "c", "", "[/]"]), max_size=4).map(tuple)
many = st.lists(
    st.builds(
        named,
        st.integers(0, 120),
        some_lines,
        some_lines,
        st.builds(Attribution, a_place, a_place, a_place),
        st.builds(Attribution, a_place, a_place, a_place),
    ),
    max_size=12,
    unique_by=lambda one: one.episode,
)


@given(many, st.randoms(use_true_random=False))
def test_the_order_does_not_matter(known: list[Reasons], chance: random.Random) -> None:
    assert answer(*chance.sample(known, len(known))) == answer(*known)


@given(many)
def test_every_rejection_is_told_once_and_every_cause_in_a_bar(known: list[Reasons]) -> None:
    found = answer(*known)
    told = found.rejections
    assert told.both + told.outside_only + told.changeable_only + told.neither == found.n
    assert sum(len(one.episodes) for one in found.causes) == sum(map(found.total, SIDES))
    for slid in found.sliders.values():
        assert slid.shift is None or -100 <= slid.shift <= 100
        assert slid.n >= 3 or slid.shift is None


@given(many, some_lines)
def test_a_rejection_after_today_changes_nothing(known: list[Reasons], lines: Lines) -> None:
    late = named(400, lines, lines)._replace(episode="late")
    assert answer(*known, late) == answer(*known)


def test_what_the_table_has_no_room_for_is_counted_below_it() -> None:
    def foot(outside: int, changeable: int) -> str:
        lines = tuple(map(str, range(outside))), tuple(map(str, range(changeable)))
        return answer(named(1, *lines)).table().foot.split("\n")[0]

    assert foot(LISTED, LISTED).startswith("Of 1 rejection: ")
    assert foot(LISTED + 1, LISTED) == "Further causes, counted too: 1 outside me."
    assert foot(LISTED, LISTED + 2) == "Further causes, counted too: 2 could change."
    assert foot(LISTED + 3, LISTED + 2) == "Further causes, counted too: 3 outside me and 2 could change."
    assert len(answer(named(1, tuple("abcdefghijkl"))).table().rows) == LISTED + 1


def test_a_rejection_of_today_counts() -> None:
    assert answer(*FIVE, today=20).n == 5
    assert answer(*FIVE, today=19).n == 4
