"""How long replies take, and for how long the open applications have been silent."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_pasts import day

from bounceback_tui.domain.application import Kind, Log
from bounceback_tui.domain.past import Past
from bounceback_tui.statistics import silence
from bounceback_tui.statistics.silence import ENOUGH, Silence
from bounceback_tui.statistics.survival import Span, kaplan_meier

APPLIED, SCREEN, INTERVIEW, TASK, FINAL, OFFER, ACCEPTED, REJECTED, GHOSTED, WITHDREW = Kind
TODAY = 100


def log(*events: tuple[int, Kind], unknown: tuple[int, ...] = (), name: str = "a") -> Log:
    """An application by (day, what happened); at the places `unknown` the date is not known."""
    known = tuple(place not in unknown for place in range(len(events))) if unknown else ()
    kinds, days = tuple(kind for _, kind in events), tuple(day(number) for number, _ in events)
    return Log(kinds, days, known, name, f"Firm {name}", "Engineer")


def took(*days: int) -> tuple[Log, ...]:
    """Applications that were rejected so many days after applying."""
    return tuple(log((0, APPLIED), (days_, REJECTED), name=f"r{at}") for at, days_ in enumerate(days))


def answer(*known: Log, today: int = TODAY) -> Silence:
    return silence.compute(Past(day(today), applications=known))


def waits(one: Log, today: int = TODAY) -> list[str]:
    """The waits of an application, "+" where no reply was seen."""
    return [f"{days}" if ended else f"{days}+" for days, ended in silence._waits(one, day(today))]


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ((), []),
        (((90, APPLIED),), ["10+"]),
        # Whatever the employer does is a reply, and the next wait begins there.
        (
            ((0, APPLIED), (9, SCREEN), (30, INTERVIEW), (35, TASK), (50, FINAL)),
            ["9", "21", "5", "15", "50+"],
        ),
        (((0, APPLIED), (9, REJECTED)), ["9"]),
        # An offer is a reply; from then on it is the person's turn.
        (((0, APPLIED), (9, OFFER)), ["9"]),
        (((0, APPLIED), (9, OFFER), (12, ACCEPTED)), ["9"]),
        (((0, APPLIED), (9, OFFER), (12, REJECTED)), ["9"]),
        # What the person does or declares is no reply, and ends the watch.
        (((0, APPLIED), (40, GHOSTED)), ["40+"]),
        (((0, APPLIED), (9, SCREEN), (12, WITHDREW)), ["9", "3+"]),
        (((0, APPLIED), (9, SCREEN), (12, ACCEPTED)), ["9", "3+"]),
        (((0, APPLIED), (30, APPLIED), (34, SCREEN)), ["30+", "4", "66+"]),
        # A reply after the silence begins a wait and ends none.
        (((0, APPLIED), (40, GHOSTED), (60, SCREEN), (63, REJECTED)), ["40+", "3"]),
        (((0, REJECTED),), []),
        (((0, SCREEN), (5, REJECTED)), ["5"]),
        # Several events of one date.
        (((0, APPLIED), (8, SCREEN), (8, INTERVIEW), (8, REJECTED)), ["8", "0", "0"]),
        (((100, APPLIED),), ["0+"]),
        # What is later than today has not happened yet.
        (((90, APPLIED), (104, INTERVIEW)), ["10+"]),
        (((104, APPLIED),), []),
    ],
)
def test_waits_of_one_application(events: tuple[tuple[int, Kind], ...], expected: list[str]) -> None:
    assert waits(log(*events)) == expected


@pytest.mark.parametrize(
    ("unknown", "expected"),
    [
        ((), ["20", "0", "0"]),
        # The reply before the final round came on some day in between.
        ((1,), ["0"]),
        ((2,), ["20"]),
        ((3,), ["20", "0"]),
        ((0,), ["0", "0"]),
        ((1, 2), []),
    ],
)
def test_an_event_without_a_known_date_neither_ends_a_wait_nor_begins_one(
    unknown: tuple[int, ...], expected: list[str]
) -> None:
    events = ((0, APPLIED), (20, INTERVIEW), (20, FINAL), (20, REJECTED))
    assert waits(log(*events, unknown=unknown)) == expected


def test_the_median_counts_what_was_cut_short() -> None:
    # By hand: of 8 waits 1 ended on day 2 (7/8), 1 on 4 (6/8), 1 was cut short on 5, 1 of 5 ended on 6
    # (3/5), 1 on 8 (9/20), and so half is reached on day 8; the plain middle of the replies says 6.
    known = (*took(2, 4, 6, 8, 12), log((0, APPLIED), (5, WITHDREW)), *(log((88, APPLIED)),) * 2)
    result = answer(*known)
    assert (result.n, result.enough) == (5, True)
    assert [(p.day, p.at_risk, p.ended, round(p.share, 6)) for p in result.curve] == [
        (2, 8, 1, 0.875),
        (4, 7, 1, 0.75),
        (5, 6, 0, 0.75),
        (6, 5, 1, 0.6),
        (8, 4, 1, 0.45),
        (12, 3, 1, 0.3),
    ]
    assert result.median == 8
    assert result.quarters == (4, None)
    assert (
        result.interval
        == kaplan_meier(
            [
                *(Span(days, True) for days in (2, 4, 6, 8, 12)),
                Span(5, False),
                Span(12, False),
                Span(12, False),
            ]
        ).interval
    )


def test_an_open_application_is_held_against_the_own_replies() -> None:
    known = (*took(3, 5, 9, 20, 23), log((77, APPLIED), name="old"), log((91, SCREEN), name="new"))
    result = answer(*known)
    assert [(one.application, one.days_silent, one.longer, one.share_longer) for one in result.open] == [
        ("old", 23, 0, 0.0),  # a reply of as many days took no longer
        ("new", 9, 2, 0.4),
    ]


@pytest.mark.parametrize(
    ("events", "listed"),
    [
        (((90, APPLIED),), True),
        (((50, APPLIED), (90, FINAL)), True),
        (((50, APPLIED), (60, GHOSTED), (90, SCREEN)), True),
        (((50, APPLIED), (90, OFFER)), False),  # it is the person's turn
        (((50, APPLIED), (90, ACCEPTED)), False),
        (((50, APPLIED), (90, REJECTED)), False),
        (((50, APPLIED), (90, GHOSTED)), False),
        (((50, APPLIED), (90, WITHDREW)), False),
        (((90, APPLIED), (103, INTERVIEW)), False),  # it answered: there is a date ahead
        (((103, APPLIED),), False),
        ((), False),
    ],
)
def test_which_applications_are_open(events: tuple[tuple[int, Kind], ...], listed: bool) -> None:
    assert [one.days_silent for one in answer(log(*events)).open] == [10] * listed


def test_where_the_last_date_is_not_known_nobody_can_say_how_long_it_is_silent() -> None:
    assert answer(log((50, APPLIED), (90, SCREEN), unknown=(1,))).open == ()
    assert [one.days_silent for one in answer(log((50, APPLIED), (90, SCREEN), unknown=(0,))).open] == [10]


def test_too_few_gives_no_figure_and_says_what_is_missing() -> None:
    result = answer(*took(3, 5, 9, 20), log((77, APPLIED), name="open"))
    assert (result.n, result.enough, result.median, result.interval, result.quarters) == (
        4,
        False,
        None,
        (None, None),
        (None, None),
    )
    assert result.sentence == (
        "Too few to say yet; still missing: 1 more reply with a known date, and a known date before it."
    )
    assert [(one.days_silent, one.longer, one.share_longer) for one in result.open] == [(23, None, None)]
    assert result.table().rows == (("Firm open", "Engineer", "23 days", "–"),)
    assert "5 more replies" in answer().sentence


def test_the_sentence_has_the_figures_their_interval_and_the_longest_silence() -> None:
    known = (*took(2, 4, 6, 8, 12, 20), log((77, APPLIED), name="open"), log((99, APPLIED), name="b"))
    assert answer(*known).sentence == (
        "Of all your waits, half had an answer within about 8 days, likely between 2 and 20 (6 answered, 2 "
        "not or not yet). "
        "Longest silent now: Firm open, 23 days; none of your 6 replies took longer."
    )
    assert answer(*took(2, 4, 6, 8, 12, 20)).sentence.endswith("No application waits for one now.")
    assert "1 of your 6 replies took longer" in answer(*known, today=95).sentence
    assert "half had an answer on the same day, " in answer(*took(0, 0, 0, 0, 0, 9)).sentence
    assert "(6 answered)." in answer(*took(2, 4, 6, 8, 12, 20)).sentence


def test_half_of_all_waits_is_not_half_of_the_replies() -> None:
    """The middle of the replies alone is 6 days; those still without one stretch it."""
    waiting = [log((60, APPLIED), name=f"w{number}") for number in range(3)]
    result = answer(*took(2, 4, 6, 8, 12), *waiting)
    assert result.median == 8
    assert result.sentence.startswith("Of all your waits, half had an answer within about 8 days, ")
    assert "(5 answered, 3 not or not yet)." in result.sentence


def test_a_median_that_is_not_reached_is_not_known_yet() -> None:
    known = (*took(3, 5, 9, 20, 23), *(log((0, APPLIED), (60, GHOSTED), name=f"{at}") for at in range(9)))
    result = answer(*known)
    assert result.median is None
    assert result.enough
    assert result.sentence.startswith(
        "Within how many days half of all your waits have an answer is not known yet, since too many are "
        "still open or ended without one (5 answered, 9 not or not yet). It is likely 9 days or more."
    )
    assert result.table().rows[1:] == (("half", "not known yet"), ("three quarters", "not known yet"))


def test_where_nothing_is_open_the_table_tells_how_long_replies_took() -> None:
    assert answer(*took(2, 4, 6, 8, 12, 20, 22, 30)).table().rows == (
        ("a quarter", "4 days"),
        ("half", "8 days"),
        ("three quarters", "20 days"),
    )


def test_json_has_the_keys_of_the_contract() -> None:
    parsed = json.loads(json.dumps(answer(*took(3, 5, 9, 20, 23), log((90, APPLIED), name="x")).as_json()))
    assert list(parsed) == ["name", "n", "enough", "sentence", "median", "interval", "open"]
    assert parsed["interval"] == [3, None]
    assert parsed["open"] == [
        {
            "application": "x",
            "company": "Firm x",
            "role": "Engineer",
            "days_silent": 10,
            "share_longer": 0.4,
        }
    ]


logs = st.builds(
    lambda first, steps, unknown, name: Log(
        tuple(kind for kind, _ in steps),
        tuple(day(first + sum(gap for _, gap in steps[: at + 1])) for at in range(len(steps))),
        tuple(at not in unknown for at in range(len(steps))) if unknown else (),
        name,
        name.upper(),
    ),
    st.integers(0, 60),
    st.lists(st.tuples(st.sampled_from(list(Kind)), st.integers(0, 20)), max_size=6),
    st.sets(st.integers(0, 5), max_size=1),
    st.text("abc", min_size=1, max_size=3),
)
pasts = st.lists(logs, max_size=20).map(lambda known: Past(day(TODAY), applications=tuple(known)))


@given(pasts, st.randoms(use_true_random=False))
def test_the_order_of_applications_does_not_matter(known: Past, chance: random.Random) -> None:
    shuffled = tuple(chance.sample(known.applications, len(known.applications)))
    assert silence.compute(replace(known, applications=shuffled)) == silence.compute(known)


@given(pasts)
def test_the_interval_holds_the_median_and_shares_are_those_of_the_replies(known: Past) -> None:
    result = silence.compute(known)
    low, high = result.interval
    assert result.enough is (result.n >= ENOUGH)
    if result.median is not None:
        assert low is None or low <= result.median
        assert high is None or result.median <= high
        assert result.quarters[0] is not None
        assert result.quarters[0] <= result.median
    assert [one.days_silent for one in result.open] == sorted(
        (one.days_silent for one in result.open), reverse=True
    )
    for one in result.open:
        longer = sum(days > one.days_silent for days in result.took)
        assert one.share_longer == (longer / result.n if result.enough else None)


@given(pasts, logs)
def test_an_application_of_long_after_changes_nothing_earlier(known: Past, later: Log) -> None:
    moved = later._replace(days=tuple(when + timedelta(days=TODAY + 1) for when in later.days))
    if moved.kinds:
        more = replace(known, applications=(*known.applications, moved))
        assert silence.compute(more) == silence.compute(known)


@given(pasts, st.integers(1, 50))
def test_waiting_longer_never_lowers_the_curve(known: Past, more: int) -> None:
    """What is still open is cut short later then, and no reply has come."""
    now = silence.compute(known)
    then = silence.compute(replace(known, today=known.today + timedelta(days=more)))
    ended = [log for log in known.applications if log.days and log.days[-1] > known.today]
    if now.enough and not ended:
        later = {point.day: point.share for point in then.curve}
        for point in now.curve:
            if point.ended:
                assert later[point.day] >= point.share - 1e-12
