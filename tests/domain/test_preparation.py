"""What is prepared for an interview: in which order it stands, and for which day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from journals import moment

from bounceback_tui.domain.application import Application, Event, Kind
from bounceback_tui.domain.preparation import Preparation, Setback, in_order, interview_ahead

NOW = moment("2026-11-23T09:30+01:00")
TODAY = NOW.local_date


def prepared(name: str, on: int | None, at: int = 0) -> Preparation:
    """For the interview in so many days; prepared in the hour `at`."""
    day = None if on is None else TODAY + timedelta(days=on)
    return Preparation(name, "A", moment(f"2026-11-20T{at + 8:02}:00+01:00"), day)


def test_the_next_interview_comes_first_then_those_without_a_day_then_those_behind() -> None:
    known = [
        prepared("last week", -7),
        prepared("no day, second", None, 2),
        prepared("next week", 7),
        prepared("yesterday", -1),
        prepared("today, second", 0, 4),
        prepared("no day, first", None, 1),
        prepared("tomorrow", 1),
        prepared("today, first", 0, 3),
    ]
    for given in (known, known[::-1]):
        assert [one.id for one in in_order(given, TODAY)] == [
            *("today, first", "today, second", "tomorrow", "next week"),
            *("no day, first", "no day, second", "yesterday", "last week"),
        ]


def test_the_interview_ahead_is_the_first_in_the_log_of_one_that_is_open() -> None:
    def acme(*events: tuple[Kind, str]) -> Application:
        made = (Event(at, "A", kind, moment(f"{at}T12:00+01:00")) for kind, at in events)
        return Application("A", "Acme", events=tuple(made))

    both = (Kind.INTERVIEW, "2026-12-03"), (Kind.SCREEN, "2026-11-25")
    assert interview_ahead(acme(*both), NOW) == date(2026, 11, 25)
    assert interview_ahead(acme((Kind.INTERVIEW, "2099-01-01")), NOW) == date(2099, 1, 1)
    assert interview_ahead(acme((Kind.INTERVIEW, "2026-11-20")), NOW) is None
    assert interview_ahead(acme(*both, (Kind.WITHDREW, "2026-11-23")), NOW) is None
    assert interview_ahead(acme(), NOW) is None


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("", "If I lose the thread, then … (nothing planned yet)"),
        ("I ask again", "If I lose the thread, then I ask again."),
        ("I ask again.", "If I lose the thread, then I ask again."),
    ],
)
def test_a_setback_is_told_with_what_is_planned(answer: str, said: str) -> None:
    assert Setback("I lose the thread", answer).words == said
    assert Setback("I lose the thread", answer).mark != Setback("I lose it", answer).mark
    assert Setback("a", "b").mark != Setback("b", "a").mark
