"""The days of a rest in words, and counting days around rests."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.domain.calendar_terms import AmbiguousDate, DateNotUnderstood, DateOrder, Span
from bounceback_tui.domain.lead import Rest
from bounceback_tui.domain.rest_days import (
    Falling,
    RestCount,
    day_after,
    told_days,
    told_length,
)
from bounceback_tui.domain.rest_words import lasting, rest_days

MONDAY = date(2026, 11, 23)


def on(number: int) -> date:
    """So many days after that Monday."""
    return MONDAY + timedelta(days=number)


def rest(first: int, last: int) -> Rest:
    return Rest(f"{first} {last}", on(first), on(last))


@pytest.mark.parametrize(
    ("starts", "ends", "first", "last"),
    [
        ("", "", 0, 2),
        ("tomorrow", "", 1, 3),
        ("", "a week", 0, 6),
        ("tomorrow", "1 day", 1, 1),
        ("today", "Two weeks", 0, 13),
        ("", "sunday", 0, 6),
        ("next monday", "friday", 7, 11),
        ("", "2026-11-30", 0, 7),
        ("2026-11-20", "today", -3, 0),
        ("", "in 3 days", 0, 3),
    ],
)
def test_days_are_meant_as_they_are_said(starts: str, ends: str, first: int, last: int) -> None:
    assert rest_days(starts, ends, MONDAY) == Span(on(first), on(last))


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ("tomorrow", "today"),
        ("soon", ""),
        ("", "x" * 500),
        ("", "0 days"),
        ("", "99999 weeks"),
        ("[/]", "\x1b"),
    ],
)
def test_what_is_no_rest_is_refused_in_a_sentence(starts: str, ends: str) -> None:
    with pytest.raises(DateNotUnderstood):
        rest_days(starts, ends, MONDAY)


def test_3_4_is_asked_and_then_known() -> None:
    with pytest.raises(AmbiguousDate):
        rest_days("3/12", "", MONDAY)
    assert rest_days("3/12", "", MONDAY, DateOrder.DAY_MONTH).first == date(2026, 12, 3)


def test_a_draft_means_the_same_days_later_on() -> None:
    assert lasting("tomorrow", "friday", MONDAY) == ("2026-11-24", "2026-11-27")
    assert lasting("next monday", "friday", MONDAY) == ("2026-11-30", "2026-12-04")
    assert lasting("", "sunday", MONDAY) == ("", "2026-11-29")
    for kept in (("", ""), ("", "3 days"), ("tomorrow or so", "sunday"), ("sunday", "today")):
        assert lasting(*kept, MONDAY) == kept


def test_days_are_told_with_a_year_where_it_matters() -> None:
    assert told_days(Span(on(0), on(2))) == "Mon 23 Nov to Wed 25 Nov 2026"
    assert told_days(Span(on(0), on(0))) == "Mon 23 Nov 2026"
    assert told_days(Span(date(2026, 12, 31), date(2027, 1, 1))) == "Thu 31 Dec 2026 to Fri 1 Jan 2027"
    assert (told_length(Span(on(0), on(0))), told_length(Span(on(0), on(2)))) == ("one day", "3 days")


def test_what_is_due_is_told_in_words() -> None:
    assert str(Falling()) == "nothing"
    assert str(Falling(leads=1)) == "1 lead"
    assert str(Falling(1, 2, 3)) == "1 follow-up, 2 leads and 3 plans"


def test_the_day_after_is_in_no_rest() -> None:
    assert day_after(on(2), [rest(0, 2)]) == on(3)
    assert day_after(on(2), [rest(5, 6), rest(3, 4), rest(0, 2)]) == on(7)
    assert day_after(on(2), [rest(4, 6)]) == on(3)


def test_days_of_rest_count_once_however_rests_lie() -> None:
    apart = RestCount([rest(10, 11), rest(2, 3)])
    assert apart.between(on(0), on(20)) == 4
    assert RestCount([rest(2, 5), rest(4, 7), rest(4, 4)]).between(on(0), on(20)) == 6  # overlapping
    assert RestCount([rest(2, 3), rest(4, 5)]).between(on(0), on(20)) == 4  # touching
    assert RestCount([rest(-5, 1), rest(9, 30)]).between(on(0), on(10)) == 3  # half inside
    assert RestCount([rest(-9, -5), rest(11, 12)]).between(on(0), on(10)) == 0
    assert RestCount([]).between(on(0), on(10)) == 0


@given(
    st.lists(st.tuples(st.integers(-20, 40), st.integers(0, 15)), max_size=8),
    st.integers(-25, 50),
    st.integers(0, 40),
)
def test_counting_agrees_with_going_through_the_days(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    rests = [rest(first, first + more) for first, more in spans]
    slowly = sum(
        any(one.starts <= on(number) <= one.ends for one in rests)
        for number in range(start + 1, start + length + 1)
    )
    assert RestCount(rests).between(on(start), on(start + length)) == slowly


def test_a_rest_that_would_end_before_it_begins_is_refused_in_a_sentence() -> None:
    with pytest.raises(DateNotUnderstood) as said:
        rest_days("in 3 days", "tomorrow", MONDAY)
    assert str(said.value) == "That rest would end before it begins; write “3 days”, or a later day."
